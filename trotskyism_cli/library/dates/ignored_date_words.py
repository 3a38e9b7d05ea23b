"""Words of a date that were ignored when it was read, and must be reported: `easter 1917` is read as 1917."""

from datetime import date

from trotskyism_cli.library.dates.date_parsing import ParsedDate, read_date

# Words that may go with a date without changing it.
_BESIDE_DATES = frozenset(
    """
    a about ad and approximately around at before between by c ca ce circa da date day days de del der early em en era
    from im in la late le los month months of on since that the then this time to until von year years
    afternoon evening eve midnight morning night noon
    sunday monday tuesday wednesday thursday friday saturday sun mon tue tues wed thu thurs fri sat
    в во на г год года году годы к с по до от дня день лет
    """.split()
)


def ignored_words(text: str) -> tuple[str, ...]:
    """Words without which a text is read as the same date, except those usual with dates."""
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


def _is_same(one: ParsedDate, other: ParsedDate | None) -> bool:
    """Return whether two texts are read as the same date, wherever it is in them."""
    return other is not None and other._replace(start=one.start, end=one.end) == one
