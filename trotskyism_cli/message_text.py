"""Small text helpers for messages: counts, shortened quotations of input, plurals."""

MIDDOT = " · "  # separates independent parts of a line


def counted(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun: `1 fact`, `2 facts`, `1,000 facts`. `plural` is for an irregular plural."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def shortened(text: str, longest: int = 60) -> str:
    """User input in one line of at most `longest` characters, cut between words if possible."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    return f"{flat[:longest].rpartition(' ')[0] or flat[: longest - 1]}…"


def plural(noun: str) -> str:
    """Plural of an English noun, or of its part before “of”: `parties`, `units of work`."""
    head, of, rest = noun.partition(" of ")
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return f"{head[:-1]}ies{of}{rest}"
    return f"{head}{'es' if head.endswith(('s', 'x', 'ch', 'sh')) else 's'}{of}{rest}"
