"""How much of what is due one sitting of the usual length comes to."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.learning.asking_level import choose_item
from trotskyism_cli.learning.choosing import choice_of
from trotskyism_cli.learning.gain import HORIZON, Pace
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.plan import plan_by_gain
from trotskyism_cli.learning.planned import Planned, Reason
from trotskyism_cli.learning.pupil import Pupil
from trotskyism_cli.learning.study_environment import AHEAD, ItemsAbout, seconds_of

MINUTES = 10.0  # of a sitting, unless another length is asked for
MANY = 1000  # new facts: as many as there is time for
KNOWS_MUCH = 0.6  # of new facts known before: then they are asked without being shown


def due_in_a_sitting(
    pupil: Pupil,
    askables: Sequence[Askable],
    items_about: ItemsAbout,
    memories: Mapping[str, Memory],
    now: datetime,
    horizon: float = HORIZON,
) -> int:
    """How many of the facts due are asked in a sitting of the usual length."""
    planned = plan_by_gain(askables, memories, now, choice_of(pupil, askables, memories, now, horizon))
    asked = _asked(planned, items_about, pupil.pace, lessons=pupil.known_before() < KNOWS_MUCH)
    return sum(each.reason in (Reason.DUE, Reason.CHANGED) for each in asked)


def _asked(planned: Sequence[Planned], items_about: ItemsAbout, pace: Pace, *, lessons: bool) -> Iterator[Planned]:
    """What a sitting has time for if every answer takes its usual time: no stem and no fact twice.

    In which order it is asked, and in which form, is of no matter here (see `rehearsal`).
    """
    left = MINUTES * 60
    stems: set[str] = set()
    met: set[str] = set()
    for place, each in enumerate(planned):
        if left <= 0:
            return
        if each.fact in met:
            continue
        items = items_about(each.fact, [other.fact for other in planned[place + 1 : place + AHEAD]])
        fresh = [one for one in items if one.stem not in stems and met.isdisjoint(one.rests_on)]
        item = choose_item(fresh, each.memory, None)
        if item is not None:
            stems.add(item.stem)
            met.update(item.rests_on)
            yield each
            left -= seconds_of(each, pace, lessons=lessons)
