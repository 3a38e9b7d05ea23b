"""What one must know of a day stands among what happened in some years, whatever it is a fact of."""

from datetime import date
from itertools import takewhile

import pytest

from tests.every_for_tests import none
from trotskyism_cli.library.dates import dated_facts
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import ESSENTIAL
from trotskyism_cli.views.periods.filling import with_facts
from trotskyism_cli.views.periods.period import PeriodView, period_view


def _view(library: Library, first: int, last: int) -> PeriodView:
    span = date(first, 1, 1), date(last, 12, 31)
    moments = dated_facts.timeline(library, "", *span, None, everything=False)
    view = period_view(library.pack, moments, *span)
    return with_facts(library.pack, view, span, moments, everything=False, with_words=False)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (1917, 1917, "Nicholas II abdicated (2 March Old Style)"),
        (1917, 1924, "Nicholas II abdicated (2 March Old Style)"),
        (1914, 1914, "The Social Democrats in the German Reichstag voted for the war credits"),
    ],
)
def test_a_day_that_one_must_know_is_told_among_the_events(library: Library, first: int, last: int, told: str) -> None:
    view = _view(library, first, last)
    turns = [each for each in view.by_weight if each.is_turn]
    after_turns = view.by_weight[len(turns) :]
    must_know = [each.text for each in takewhile(lambda each: each.fact.importance >= ESSENTIAL, after_turns)]

    assert told in [each.text for each in view.happenings]
    assert told in must_know
    assert told not in [each.text for each in view.filling]


def test_what_one_may_know_only_fills_the_years(library: Library) -> None:
    view = _view(library, 1917, 1917)
    filling = [each.text for each in view.filling]

    assert any("chaired the Central Executive Committee" in text for text in filling)
    assert none("chaired the Central Executive Committee" in each.text for each in view.by_weight)
