"""Fill a screen with as many rows as it holds, the most important first."""

from collections.abc import Callable, Collection, Sequence

from trotskyism_cli.screen.document import Line
from trotskyism_cli.views.happenings.row import Happening

FEWEST = 4  # rows shown in any case
MISSES = 5  # rows that did not fit before giving up


def filled(
    happenings: Sequence[Happening],
    by_weight: Sequence[int],
    draw: Callable[[Collection[int]], list[Line]],
    seen: int,
    first: Collection[int] = (),
) -> list[Line]:
    """The lines drawn with the rows (indices in `happenings`) that fit in `seen` lines, tried by weight.

    No other row takes the room of a turning point or of one of `first`.
    """
    kept, drawn, misses, is_left_out = set[int](), draw(()), 0, False
    for place in by_weight:
        is_turn = happenings[place].is_turn or place in first
        if is_left_out and not is_turn:
            break
        tried = draw({*kept, place})
        if len(tried) <= seen or len(kept) < FEWEST:
            kept, drawn, misses = {*kept, place}, tried, 0
        elif (misses := misses + 1) > MISSES:
            break
        else:
            is_left_out = is_left_out or is_turn
    return drawn
