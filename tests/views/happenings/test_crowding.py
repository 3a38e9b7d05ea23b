"""What matters most first, the less of each time the more is told of it; and what has a day in common with a date."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.views.bodies.view import CROWD
from trotskyism_cli.views.happenings.crowding import Weighed, crowded
from trotskyism_cli.views.happenings.row import touch
from trotskyism_cli.views.happenings.year_index import Touching

Row = tuple[int, float, int]  # its year, how much it weighs, and how much is told of it
ROWS = st.lists(st.tuples(st.integers(1900, 1912), st.integers(0, 4), st.integers(0, 2)), max_size=25)
DATES = "1905 1905-12 1904/1906 1905-01-09 1906-01 1917-02/1918 1861/1917 ../1905 1917/.. {1904-02,1917-03} 1880/1909"


def _one_by_one(rows: list[Row], near: int) -> list[int]:
    """The same by a look at all rows for each."""
    weights = [float(weight) for _, weight, _ in rows]
    waiting, ordered = list(range(len(rows))), list[int]()
    while waiting:
        first = max(waiting, key=lambda place: (weights[place], rows[place][2]))
        waiting.remove(first)
        ordered.append(first)
        for place in waiting:
            weights[place] -= CROWD * (abs(rows[place][0] - rows[first][0]) <= near)
    return ordered


def _ordered(rows: list[Row], near: int) -> list[int]:
    weighed = [Weighed(year, weight, told=told) for year, weight, told in rows]
    return crowded(range(len(rows)), weighed, lambda years: CROWD * (years <= near))


@given(rows=ROWS, near=st.integers(1, 4))
def test_rows_are_in_the_order_in_which_one_would_take_them_one_by_one(rows: list[Row], near: int) -> None:
    assert _ordered(rows, near) == _one_by_one(rows, near)


def test_a_year_of_which_much_is_told_lets_another_one_speak() -> None:
    assert _ordered([(1905, 4, 0), (1905, 4, 0), (1905, 4, 0), (1917, 3.5, 0)], 1) == [0, 1, 3, 2]


def test_what_has_a_day_in_common_with_a_date_is_found_in_its_order() -> None:
    dates = [parse_date(each) for each in DATES.split()]
    held = Touching((each, each.text) for each in dates)

    for when in dates:
        assert held.of(when) == [each.text for each in dates if touch(each, when)]
    assert sum(touch(*pair) for pair in product(dates, dates)) > len(dates)
