"""A screen filled with as many rows as it holds, those that matter most first."""

from collections.abc import Callable, Collection, Sequence

from trotskyism_cli.screen.document import Line
from trotskyism_cli.views.happenings.row import Happening

FEWEST = 4  # rows that are told in any case
MISSES = 5  # rows in order of weight for which there is no room, after which no further one is tried


def filled(
    happenings: Sequence[Happening],
    by_weight: Sequence[int],
    draw: Callable[[Collection[int]], list[Line]],
    seen: int,
    first: Collection[int] = (),
) -> list[Line]:
    """What is drawn of the rows (places in `happenings`) for which so many lines have room, by weight.

    No other row takes the room of a turning point, or of one of the `first`.
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
