"""The whole of a history goes on behind its last turning point."""

from trotskyism_cli.library.dates.dated_facts import timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.periods.period import period_view
from trotskyism_cli.views.periods.to_the_present import EVENTS, TURNS, last_turn, to_the_present


def test_behind_the_weightiest_turning_points_come_the_chief_events_of_later_decades(library: Library) -> None:
    view = period_view(library.pack, timeline(library))
    whole = to_the_present(library.pack, view, ())
    later = [each for each in whole.happenings if each.year > last_turn(view)]

    assert [each.year for each in later] == sorted({each.year for each in later})
    assert len(later) == EVENTS
    assert {1968, 1991} <= {each.year for each in later}
    assert whole.by_weight[:TURNS] == view.by_weight[:TURNS]
    assert set(later) == set(whole.by_weight[TURNS : TURNS + EVENTS])
