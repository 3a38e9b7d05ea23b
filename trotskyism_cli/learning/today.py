"""What one sitting comes to: the questions that it would ask, and how much of what is due is among them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.items.model import Item
from trotskyism_cli.learning.choosing import choice_of
from trotskyism_cli.learning.gain import HORIZON
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.plan import Planned, Reason, choose_item, plan_by_gain, rung_of
from trotskyism_cli.learning.pupil import Pupil
from trotskyism_cli.learning.study import AHEAD, last_form, seconds_of

if TYPE_CHECKING:  # as in `pupil`
    from trotskyism_cli.learning.review import Review

MINUTES = 10.0  # of a sitting, unless another length is asked for
MANY = 1000  # new facts: as many as there is time for
KNOWS_MUCH = 0.6  # of new facts known before: then they are asked without being shown

ItemsAbout = Callable[[str, Sequence[str]], Sequence[Item]]  # a fact, and those that come after it


class Ready(NamedTuple):
    """A fact of the plan with the item by which it will be asked."""

    planned: Planned
    item: Item
    rung: int


class Length(NamedTuple):
    """How long a sitting is: minutes, and at most so many new facts, shown first if there are `lessons`."""

    minutes: float = MINUTES
    new: int = MANY
    lessons: bool = True


def ready_for(
    planned: Sequence[Planned],
    items_about: ItemsAbout,
    pupil: Pupil,
    length: Length,
    lately: "Callable[[str], Sequence[Review]]" = lambda _: (),
) -> Iterator[Ready]:
    """What a sitting would ask if every answer took its usual time: no stem and no fact twice.

    `lately` gives the last reviews of a fact, by which its next form is told.
    """
    left, new_left = length.minutes * 60, length.new
    stems: set[str] = set()
    met: set[str] = set()
    for place, each in enumerate(planned):
        is_new = each.reason is Reason.NEW
        if left <= 0 or each.fact in met or (is_new and not new_left):
            continue
        items = items_about(each.fact, [other.fact for other in planned[place + 1 : place + AHEAD]])
        item = choose_item(
            [one for one in items if one.stem not in stems and met.isdisjoint(one.rests_on)],
            each.memory,
            last_form(lately(each.fact)) if each.memory else None,
        )
        if item is not None:
            stems.add(item.stem)
            met.update(item.rests_on)
            yield Ready(each, item, rung_of(item, items[0].kind))
            left -= seconds_of(each, pupil.pace, lessons=length.lessons)
            new_left -= is_new


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
    length = Length(lessons=pupil.known_before() < KNOWS_MUCH)
    return sum(
        each.planned.reason in (Reason.DUE, Reason.CHANGED) for each in ready_for(planned, items_about, pupil, length)
    )
