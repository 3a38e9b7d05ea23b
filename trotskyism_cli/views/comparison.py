"""The edited view of a comparison: a question a row, the answers of both sides with name and year, and the evidence.

A position keeps its holder, unless it is that of the column itself; what is disputed keeps its mark.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trotskyism_cli.library.comparison import Compared
from trotskyism_cli.pack.dates import Date, date_short
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Pack, Voice
from trotskyism_cli.pack.wording import capital, fill, moment_of, object_label, sentence
from trotskyism_cli.views.ties import short_name

EVIDENCE, HISTORIANS = "Evidence", "Historians"
LONGEST_QUESTION = 12  # words
ABOUT = 100  # letters by which an answer is longer than another one
ASKS = ("who", "whom", "whose", "what", "when", "where", "why", "how", "whether", "which")
_BEFORE = re.compile(r"^(?:the )?(?:dispute|debate|controversy|question|quarrel) (?:over|about|of|on|as to) ")
_SENTENCE = re.compile(r"(?<=[.?!]) ")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one side says: the text, and by whom and when, if the column does not say so."""

    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A question, the answers of either side in order of time, and what decides it, with whose judgement that is."""

    question: str
    left: tuple[Answer, ...]
    right: tuple[Answer, ...]
    evidence: tuple[Answer, ...] = ()
    judge: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two entries side by side."""

    left: str
    right: str
    rows: tuple[ComparedRow, ...]


def comparison_view(pack: Pack, left: str, right: str, points: Sequence[Compared]) -> ComparisonView:
    """The rows of a comparison: the questions, of equal weight the shortly answered first, then what both are."""
    points = sorted(points, key=lambda each: _weight(pack, each))
    rows = (
        ComparedRow(
            question=question_of(pack.entries[each.issue]) if each.issue else capital(each.point),
            left=_answers(pack, each.left, left, is_issue=bool(each.issue)),
            right=_answers(pack, each.right, right, is_issue=bool(each.issue)),
            evidence=_answers(pack, each.evidence, "", is_issue=True),
            judge=HISTORIANS if any(fact.according_to for fact in each.evidence) else EVIDENCE,
        )
        for each in points
    )
    return ComparisonView(pack.entries[left].name, pack.entries[right].name, tuple(rows))


def _weight(pack: Pack, point: Compared) -> tuple[bool, bool, int, int]:
    """Questions before what is stated: opposed answers first, then important questions, then the shortly answered."""
    if not point.issue:
        return True, False, 0, 0
    longest = max(sum(len(_statement(pack, fact)) for fact in side) for side in (point.left, point.right))
    told = sum(max(fact.importance for fact in side) for side in (point.left, point.right))
    return False, not point.is_opposed, -told - pack.entries[point.issue].importance, longest // ABOUT


def question_of(issue: Entry) -> str:
    """The question of an issue: one of its names or the first of its summary, if that is one; else its name as one."""
    asked = next((name for name in issue.names if name.endswith("?")), "")
    if asked:
        return capital(asked)
    first = _SENTENCE.split(issue.summary)[0]
    if first.endswith("?"):
        first = first.rpartition(": ")[2]
        if len(first.split()) <= LONGEST_QUESTION:
            return capital(first)
    bare = _BEFORE.sub("", issue.name)
    return capital(f"{bare}?" if bare.split(" ")[0] in ASKS else bare)


def _answers(pack: Pack, facts: Sequence[Fact], side: str, *, is_issue: bool) -> tuple[Answer, ...]:
    """The answers of a side: one of what a holder said at one time, in a sentence; and a holder is named once."""
    if not is_issue:
        return tuple(_value(pack, fact) for fact in facts)
    told: dict[tuple[str, str], str] = {}
    for fact in facts:
        told.setdefault((_holder(pack, fact, side), _when(fact.when)), _statement(pack, fact))
    answers: list[Answer] = []
    holders = [holder for holder, _ in told]
    for number, ((holder, when), text) in enumerate(told.items()):
        is_last = holder not in holders[number + 1 :]
        answers.append(Answer(text, ", ".join(filter(None, (holder if is_last else "", when)))))
    return tuple(answers)


def _statement(pack: Pack, fact: Fact) -> str:
    text = sentence(object_label(pack, fact) if not fact.text or fact.according_to else fact.text)
    text = _SENTENCE.split(text)[0]
    return f"{text} (disputed)" if fact.voice is Voice.DISPUTED else text


def _holder(pack: Pack, fact: Fact, side: str) -> str:
    """Who holds a position, in short; empty if the column says so."""
    return "" if fact.according_to == (side,) else ", ".join(map(short_name, pack.holders(fact)))


def _value(pack: Pack, fact: Fact) -> Answer:
    """What a relation states, with its date; and whose view that is, if anybody's."""
    when = _when(fact.when) if not isinstance(fact.object, Date) else ""
    mark = "disputed" if fact.voice is Voice.DISPUTED else ""
    return Answer(_in_brief(pack, fact), ", ".join(filter(None, (_holder(pack, fact, ""), when, mark))))


def _in_brief(pack: Pack, fact: Fact) -> str:
    """What a relation states, as on a card: `leader of the Bolsheviks`, `1903`."""
    brief = pack.relations[fact.relation].brief
    if not brief or not isinstance(fact.object, EntryRef):
        return object_label(pack, fact)
    return fill(brief, {"object": pack.entries[fact.object.id].phrase_at(moment_of(pack, fact))}, {})


def _when(when: Date | None) -> str:
    """The year of a position; the whole date, if it is known only roughly or runs over years."""
    if when is None:
        return ""
    return str(when.year) if when.year else date_short(when)
