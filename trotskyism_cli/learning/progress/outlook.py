"""The outlook on an exam: how much to do each day, and how much will be remembered on the day.

The reviews until the exam are simulated with FSRS; answers are wrong as often as FSRS expects. The interval covers the
spread of a sum of single chances, and that nobody's memory is exactly average.
"""

import random
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil, sqrt
from statistics import fmean

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.learning.days import DAY, end_of_day
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall.schedule import DEFAULTS, Settings, imagined, recall

GUESS = 0.25  # chance to be right about a fact never learnt: one of four options
LAST_NEW = 3  # days before the exam without new facts, if there are more days
PLAYED = 2400  # simulated courses of all facts together
MOST_RUNS = 12  # simulated courses of one fact
NINETY = 1.645  # standard deviations of a 90 % interval

# Standard deviation of the recall of a chapter from what FSRS expects with its default parameters, as nobody's
# memory is the average one: the larger, the less is known of a learner.
OFF_SEEN, OFF_LITTLE_SEEN, OFF_UNSEEN = 0.06, 0.09, 0.12
MUCH_SEEN = 3  # reviews of a fact


@dataclass(frozen=True, slots=True)
class Aim:
    """An exam, its chapters (None for all), and the number of new facts a day (None: enough to reach all).

    A fact is asked again when its retrievability has fallen to `level`, from 0 to 1.
    """

    exam: datetime
    topics: Collection[str] | None = None
    new_a_day: int | None = None
    level: float = DEFAULTS.desired_retention


@dataclass(frozen=True, slots=True)
class Forecast:
    """What to expect of some facts on the day: the share remembered, from 0 to 1, and its 90 % interval.

    `stopping` is the share if nothing more is studied. `unseen` facts were never asked yet, `unreached` ones will not
    be.
    """

    topic: str
    facts: int
    unseen: int
    unreached: int
    share: float
    low: float
    high: float
    stopping: float


@dataclass(frozen=True, slots=True)
class Load:
    """The questions of a day: expected reviews, and new facts."""

    day: date
    reviews: float
    new: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """The whole outlook; `topics` in reading order, `days` from today to the day before the exam."""

    exam: date
    new_a_day: int
    days: tuple[Load, ...]
    topics: tuple[Forecast, ...]
    whole: Forecast


@dataclass(frozen=True, slots=True)
class _Course:
    """A simulated fact: its recall on the day, with and without further study, and the model's uncertainty (`off`)."""

    askable: Askable
    recall: float
    stopping: float
    off: float
    seen: bool
    reached: bool


def look_out(
    askables: Sequence[Askable],
    memories: Mapping[str, Memory],
    now: datetime,
    aim: Aim,
    rng: random.Random,
) -> Outlook:
    """What to do until the exam, and what to expect of it. ValueError if the exam is not after today.

    `askables` are in the order of learning.
    """
    exam, topics, new_a_day = aim.exam, aim.topics, aim.new_a_day
    last = (end_of_day(exam) - end_of_day(now)) // DAY
    if last < 1:
        raise ValueError("the exam is not after today")
    wanted = [each for each in askables if topics is None or each.topic in topics]
    unseen = [each for each in wanted if each.fact not in memories]
    open_days = max(1, last - LAST_NEW)
    pace = ceil(len(unseen) / open_days) if new_a_day is None else new_a_day
    begun = {each.fact: place // pace for place, each in enumerate(unseen) if pace and place // pace < open_days}
    runs = max(1, min(MOST_RUNS, PLAYED // max(1, len(wanted))))
    reviews: Counter[int] = Counter()
    player = _Player(now, aim, rng, reviews)
    courses = [player.course(each, memories.get(each.fact), begun.get(each.fact), runs) for each in wanted]
    news = Counter(begun.values())
    first = (end_of_day(now) - DAY).date()
    return Outlook(
        exam=(end_of_day(exam) - DAY).date(),
        new_a_day=pace,
        days=tuple(Load(first + day * DAY, reviews[day] / runs, news[day]) for day in range(last)),
        topics=tuple(_by_topic(courses)),
        whole=_forecast("", courses),
    )


class _Player:
    """Simulates reviews and counts them by day in `reviews`."""

    def __init__(self, now: datetime, aim: Aim, rng: random.Random, reviews: Counter[int]) -> None:
        self._now = now
        self._exam = aim.exam
        self._settings = Settings(aim.level)
        self._rng = rng
        self._reviews = reviews

    def course(self, askable: Askable, memory: Memory | None, begun: int | None, runs: int) -> _Course:
        stopping = recall(memory, self._exam) if memory else GUESS
        if memory is None and begun is None:
            return _Course(askable, GUESS, GUESS, OFF_UNSEEN, seen=False, reached=False)
        ends = [self._play(askable.fact, memory, begun or 0) for _ in range(runs)]
        off = OFF_UNSEEN if memory is None else OFF_SEEN if memory.reviews >= MUCH_SEEN else OFF_LITTLE_SEEN
        return _Course(askable, fmean(ends), stopping, off, seen=memory is not None, reached=True)

    def _play(self, fact: str, memory: Memory | None, begun: int) -> float:
        """Simulate a fact until the exam; return its recall on the day."""
        time = self._now + begun * DAY
        if memory is None:
            # What a learner knows beforehand is unknown: assume that a new fact is wrong at first, and then told.
            memory = imagined(None, fact, time, right=False, settings=self._settings)
            memory = imagined(memory, fact, time, right=True, settings=self._settings)
        last = self._exam - DAY
        while (time := max(memory.due, self._now)) <= last:
            self._reviews[(end_of_day(time) - end_of_day(self._now)) // DAY] += 1
            right = self._rng.random() < recall(memory, time)
            memory = imagined(memory, fact, time, right=right, settings=self._settings)
        return recall(memory, self._exam)


def _by_topic(courses: Sequence[_Course]) -> Iterator[Forecast]:
    topics: dict[str, list[_Course]] = {}
    for course in sorted(courses, key=lambda course: course.askable.chapter):
        topics.setdefault(course.askable.topic, []).append(course)
    return (_forecast(topic, found) for topic, found in topics.items())


def _forecast(topic: str, courses: Sequence[_Course]) -> Forecast:
    """The forecast for some facts: a Poisson binomial, approximated as normal, plus the shared uncertainty."""
    count = len(courses)
    if not count:
        return Forecast(topic, 0, 0, 0, 0.0, 0.0, 1.0, 0.0)
    share = fmean(course.recall for course in courses)
    by_chance = sum(course.recall * (1 - course.recall) for course in courses) / count**2
    in_common = fmean(course.off for course in courses)
    spread = NINETY * sqrt(by_chance + in_common**2)
    return Forecast(
        topic=topic,
        facts=count,
        unseen=sum(not course.seen for course in courses),
        unreached=sum(not course.reached for course in courses),
        share=share,
        low=max(0.0, share - spread),
        high=min(1.0, share + spread),
        stopping=fmean(course.stopping for course in courses),
    )
