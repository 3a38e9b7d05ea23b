"""The words of a date that say nothing of when it was: `easter 1917` is read as 1917, and that must be told."""

from datetime import date

from trotskyism_cli.library.dates.when import Asked, read_date

# Words that may stand in or about a date, and say no more than it does.
_BESIDE_DATES = frozenset(
    """
    a about ad and approximately around at before between by c ca ce circa da date day days de del der early em en era
    from im in la late le los month months of on since that the then this time to until von year years
    afternoon evening eve midnight morning night noon
    sunday monday tuesday wednesday thursday friday saturday sun mon tue tues wed thu thurs fri sat
    в во на г год года году годы к с по до от дня день лет
    """.split()
)


def unread_words(text: str) -> tuple[str, ...]:
    """The words of a text that is read as a date, which it would be without them as well; none of those usual there."""
    words = text.split()
    asked = read_date(text, date.max)
    if asked is None:
        return ()
    return tuple(
        word
        for place, word in enumerate(words)
        if any(map(str.isalpha, word)) and word.casefold().strip("(),.;:?!") not in _BESIDE_DATES
        if _is_same(asked, read_date(" ".join((*words[:place], *words[place + 1 :])), date.max))
    )


def _is_same(one: Asked, other: Asked | None) -> bool:
    """Whether two texts are read as one date, wherever it stands in them."""
    return other is not None and other._replace(start=one.start, end=one.end) == one
