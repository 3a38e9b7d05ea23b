"""One answer to one question, stored for good: everything else about a learner is computed from the log of reviews."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from trotskyism_cli.learning.days import day_of

if TYPE_CHECKING:  # a look-up that says what is due reads the log, and grades nothing
    from trotskyism_cli.learning.answering.session import Feedback
    from trotskyism_cli.pack.pack import Pack


class Review(NamedTuple):
    """What was asked, what was answered, and the mark.

    `id` is unique across machines, so that two logs can be merged. `time` is in UTC. `pack` is an id. `facts` are ids
    of facts or quotations, to which the learner's memories belong, `revisions` their revisions at that time. `options`
    are those shown, in their order; `chosen` and `key` hold indices of them. `written` and `accepted` are for typed
    answers. A passed question has neither `chosen` nor `written`. `seconds` is the time taken to answer, `confidence`
    goes from 1 (a guess) to 3 (sure), `predicted` is the retrievability just before, from 0 to 1; each is None where
    unknown. A correction has the id of the review that it `undoes` and no other effect. `offset` is the UTC offset of
    the learner's clock in minutes; None in reviews from before it was stored.

    `shown`: the answer had been told in the same session, so that a right answer proves no memory. `passage` is the id
    of the quotation that the question rests on, if any. `prompts` are those of a match; empty in reviews from before
    they were stored. `read_words` is the number of words of the cards shown just before, `read_seconds` how long they
    were looked at (None where it was not measured). `covered`: the options were shown only after the learner had tried
    to answer without them.
    """

    id: str
    time: datetime
    pack: str
    session: str
    item: str
    facts: tuple[str, ...]
    revisions: tuple[int, ...]
    family: str
    response: str
    topic: str
    stem: str
    options: tuple[str, ...] = ()
    chosen: tuple[int, ...] = ()
    key: tuple[int, ...] = ()
    written: str = ""
    accepted: tuple[str, ...] = ()
    credit: float = 0.0
    near: bool = False
    seconds: float | None = None
    confidence: int | None = None
    predicted: float | None = None
    undoes: str = ""
    offset: int | None = None
    shown: bool = False
    passage: str = ""
    prompts: tuple[str, ...] = ()
    read_words: int = 0
    read_seconds: float | None = None
    covered: bool = False

    @property
    def correct(self) -> bool:
        return self.credit == 1

    @property
    def passed(self) -> bool:
        return not self.chosen and not self.written and not self.undoes

    def day(self, zone: tzinfo | None) -> date:
        """The learner's day: where the review was made, if that is known, else in `zone` (None: the computer's own)."""
        return day_of(self.time, zone if self.offset is None else timezone(timedelta(minutes=self.offset)))

    def as_json(self) -> dict[str, Any]:
        """The review as JSON values, as in a line of an export of progress."""
        values = self._asdict()
        for name in _LISTS:
            values[name] = list(values[name])
        values["time"] = self.time.astimezone(UTC).isoformat()
        return values


_DEFAULTS = Review._field_defaults
_VALUES = itemgetter(*Review._fields)
_LISTS = ("facts", "revisions", "options", "chosen", "key", "accepted", "prompts")


def review_of(feedback: "Feedback", pack: "Pack", session: str, review_id: str, now: datetime) -> Review:
    """The review that records an answered question; `session` and `review_id` are ids, `now` in the local zone."""
    from trotskyism_cli.learning.answering.grading import Chosen, Written  # see above

    item, said = feedback.question.item, feedback.said
    return Review(
        id=review_id,
        time=now.astimezone(UTC),
        pack=pack.id,
        session=session,
        item=item.id,
        facts=feedback.facts,
        revisions=tuple(_revision(pack, each) for each in feedback.facts),
        family=item.kind,
        response=item.response.value,
        topic=item.topic,
        stem=item.stem,
        options=item.options,
        chosen=said.options if isinstance(said, Chosen) else (),
        key=item.answer,
        written=said.text if isinstance(said, Written) else "",
        accepted=item.accepted,
        credit=feedback.grade.credit,
        near=feedback.grade.near,
        seconds=feedback.seconds,
        confidence=feedback.confidence,
        predicted=feedback.question.predicted,
        offset=offset_of(now),
        shown=feedback.question.shown,
        passage=item.passage.quote if item.passage else "",
        prompts=item.prompts,
        covered=item.covered,
    )


def offset_of(now: datetime) -> int | None:
    """The UTC offset of a time in minutes; None if it has no zone."""
    ahead = now.utcoffset()
    return None if ahead is None else round(ahead / timedelta(minutes=1))


def correction_of(review: Review, review_id: str, now: datetime) -> Review:
    """A review that undoes another: of the same question, and without an answer."""
    return Review(
        id=review_id,
        time=now.astimezone(UTC),
        pack=review.pack,
        session=review.session,
        item=review.item,
        facts=review.facts,
        revisions=review.revisions,
        family=review.family,
        response=review.response,
        topic=review.topic,
        stem=review.stem,
        undoes=review.id,
        offset=offset_of(now),
    )


def _revision(pack: "Pack", fact_id: str) -> int:
    fact = pack.fact_or_significance(fact_id)
    return fact.revision if fact else 1


def review_from(values: Mapping[str, Any]) -> Review:
    """The review that `as_json` wrote. KeyError, TypeError or ValueError if the values are not a review."""
    [review] = reviews_from([values])
    return review


def reviews_from(values: Iterable[Mapping[str, Any]]) -> list[Review]:
    """The reviews that `as_json` wrote: many at once, three times as fast as one by one."""
    rows = [_VALUES({**_DEFAULTS, **each}) for each in values]
    if not rows:
        return []
    columns: dict[str, Iterable[Any]] = dict(zip(Review._fields, zip(*rows, strict=True), strict=True))
    columns["time"] = map(datetime.fromisoformat, columns["time"])
    for name in _LISTS:
        columns[name] = map(tuple, columns[name])
    return list(map(Review._make, zip(*columns.values(), strict=True)))
