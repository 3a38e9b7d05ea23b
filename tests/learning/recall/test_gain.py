"""What a minute is worth: the formulas that are written out where facts are ranked are those of a nature."""

import math
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from trotskyism_cli.learning.recall.gain import (
    LIVES,
    NEVER,
    NODES,
    TOLD_APART,
    WAITS,
    Pace,
    Prospect,
    gains,
    look_ahead,
)
from trotskyism_cli.learning.recall.traces import EASE, Nature, Trace

SHARES = st.floats(0, 1)
NATURES = st.builds(
    Nature,
    life=st.floats(0.05, 300),
    exponent=st.floats(0.08, 8),
    growth=st.floats(0.1, 5),
    kept=SHARES,
    known=SHARES,
    spread=st.floats(1.1, 6),
)
PROSPECTS = st.builds(
    Prospect,
    nature=NATURES,
    pace=st.builds(Pace, right=st.floats(1, 60), wrong=st.floats(1, 90), guess=SHARES),
    horizon=st.floats(1, 400),
    price=st.floats(1e-5, 0.1),
    worths=st.lists(
        st.lists(SHARES, min_size=len(LIVES), max_size=len(LIVES)).map(tuple), min_size=len(EASE), max_size=len(EASE)
    ).map(tuple),
    kept_up=st.just(()),
)
HYPOTHESES = st.tuples(st.floats(TOLD_APART / 2, 1), st.floats(0.01, 5000))
TRACES = st.builds(
    Trace,
    last=st.floats(0, 100),
    hypotheses=st.lists(HYPOTHESES, min_size=len(EASE) + 1, max_size=len(EASE) + 1).map(tuple),
).filter(lambda trace: any(weight >= TOLD_APART for weight, _ in trace.hypotheses))


@settings(max_examples=30)
@given(PROSPECTS, TRACES, st.floats(0, 200))
def test_the_gain_of_a_fact_is_found_by_the_formulas_of_its_nature(
    prospect: Prospect, trace: Trace, day: float
) -> None:
    assert gains(prospect, {"fact": trace}, day) == {"fact": plainly(prospect, trace, day)}


def plainly(prospect: Prospect, trace: Trace, day: float) -> float:
    since = max(0.0, day - trace.last)
    told = [(place, *each) for place, each in enumerate(trace.hypotheses) if each[0] >= TOLD_APART]
    now = seconds = 0.0
    waiting = [0.0] * (len(WAITS) + 1)
    for place, weight, life in told:
        recall = prospect.nature.recall(life, since)
        seconds += weight * prospect.pace.seconds(recall)
        now += weight * asked(prospect, place, life, recall)
        held = 0.0
        for number, (begin, until) in enumerate(pairwise((0, *WAITS, NEVER))):
            moments = moments_of(prospect.horizon, until - begin)
            held += left(prospect.horizon, begin) * prospect.nature.remembered(life, since + begin, moments)
            then = 0.0
            if until != NEVER:
                later = prospect.nature.recall(life, since + until)
                then = asked(prospect, place, life, later) - prospect.price * prospect.pace.seconds(later)
            waiting[number] += weight * (held + left(prospect.horizon, until) * then)
    return (now - max(waiting)) / seconds


def asked(prospect: Prospect, place: int, life: float, recall: float) -> float:
    """What it is worth to ask a fact that is remembered with a chance, right or wrong."""
    right = prospect.worth(place, prospect.nature.recalled(place, life, recall))
    return recall * right + (1 - recall) * prospect.worth(place, prospect.nature.lapsed(place, life))


def left(horizon: float, days: float) -> float:
    """The chance that the knowledge is still wanted after so many days."""
    return math.exp(-days / horizon) if days else 1.0


def moments_of(horizon: float, days: float) -> list[tuple[float, float]]:
    share = 1 - math.exp(-days / horizon)
    return [(-horizon * math.log(1 - node * share), weight * share) for node, weight in NODES]


def test_what_has_to_be_read_first_is_begun_less_readily() -> None:
    price = {card: look_ahead(Nature(), Pace(card=card)).price for card in (0.0, 28.0)}

    assert price[28.0] < price[0.0]  # so more of what was met before is worth a second
