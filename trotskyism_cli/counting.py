"""Numbers of things in words."""


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 fact`, `2 facts`, `1,000 facts`; `plural` is that of a noun which does not take an -s."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"
