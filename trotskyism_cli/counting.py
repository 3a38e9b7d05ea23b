"""Numbers of things in words, texts of a bounded length, and what stands between: what messages are made of."""

MIDDOT = " · "  # between the parts of a line, each of which is read by itself


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 fact`, `2 facts`, `1,000 facts`; `plural` is that of a noun which does not take an -s."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def repeated(text: str, longest: int = 60) -> str:
    """What somebody typed, in one line of at most so many characters; its words whole, if one of them fits."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    return f"{flat[:longest].rpartition(' ')[0] or flat[: longest - 1]}…"


def plural(noun: str) -> str:
    """The plural of an English noun, that of what stands before “of”: `parties`, `units of work`."""
    head, of, rest = noun.partition(" of ")
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return f"{head[:-1]}ies{of}{rest}"
    return f"{head}{'es' if head.endswith(('s', 'x', 'ch', 'sh')) else 's'}{of}{rest}"
