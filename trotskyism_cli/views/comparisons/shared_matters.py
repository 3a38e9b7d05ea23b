"""Further rows for two who share few questions: quotations on one matter, and ties between them.

If these are few as well, also questions that only one of them answers.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from trotskyism_cli.invocation import command
from trotskyism_cli.library.bodies.lifespan import event_date
from trotskyism_cli.library.forms import plain, words_of
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.named_in_text import entries_named, names_in_text
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.ties import ties
from trotskyism_cli.library.ties.comparison import EACH_OTHER, ComparisonPoint, main_disputes
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact, Kind, Quote
from trotskyism_cli.pack.relation import LEADER
from trotskyism_cli.pack.wording import capital, fact_sentence, object_label
from trotskyism_cli.views.comparisons.comparison import (
    ASKED_OF_ONE,
    SILENT,
    Answer,
    ComparedRow,
    answer_of,
    question_of,
    quoted,
    when_said,
)
from trotskyism_cli.views.comparisons.repeated_relations import tells_again
from trotskyism_cli.views.questions.direct import AGENTS
from trotskyism_cli.views.ties.between import ties_between
from trotskyism_cli.views.ties.clause import VERB
from trotskyism_cli.views.ties.steps import steps_between
from trotskyism_cli.views.ties.strongest import told_once
from trotskyism_cli.views.ties.tie import Tie
from trotskyism_cli.views.wording.sentences import BY_EVENT, first_sentence, is_said

FEW = 3  # shared questions below which more rows are added
MOST, OF_A_YEAR = 5, 2  # most ties in all, and for one year or event
AT_LEAST = 2  # questions added that only one answers
NO_YEAR = "9999"  # sorts ties without a year last
BETWEEN = "Between them"  # heading of ties without year, event or work
LONGEST, QUOTED = 50, 32  # words of a sentence that may be quoted, and of the part quoted
# Phrases before and between that name others than the agent: with whom, at which meeting, relative clauses.
_BEHIND = lazy_regex(r"^With [^,]*, |^At [^,]*? in (?:[A-Z]\w+ )?\d{4},? |, (?:when|where|while|who|which) [^,]*,")

Rows = tuple[ComparedRow, ...]


def is_thin(points: Sequence[ComparisonPoint]) -> bool:
    """Return whether two answer fewer than `FEW` of the same questions."""
    return sum(bool(each.issue) for each in points) < FEW


def are_agents(pack: StoredPack, *sides: str) -> bool:
    """Return whether all are people or organisations."""
    return {pack.entries[each].kind for each in sides} <= {*AGENTS}


def more_told(library: Library, left: str, right: str, points: Sequence[ComparisonPoint]) -> tuple[Rows, Rows]:
    """Further questions and ties for two people or organisations who share few questions; else empty.

    If they share no question, or nothing connects them, also the weightiest questions that only one of them answers: of
    connected ones, only matters on which the other said something too.
    """
    if not is_thin(points) or not are_agents(library.pack, left, right):
        return (), ()
    questions = on_one_matter(library, left, right, points)
    tied = ties_told(library, left, right, points)
    are_tied = bool(tied) or any(each.point == EACH_OTHER for each in points)
    if are_tied and (questions or any(each.issue for each in points)):
        return questions, tied
    known = {each.issue for each in points}
    return (*questions, *_of_one_side(library.pack, left, right, known, are_tied=are_tied)), tied


def on_one_matter(library: Library, left: str, right: str, points: Iterable[ComparisonPoint]) -> Rows:
    """Rows on matters that both spoke of, at least one of them in a quotation. Nothing is used twice."""
    pack = library.pack
    known = {each.issue for each in points}
    sides = _said_by(pack, left), _said_by(pack, right)
    used: set[str] = set()
    rows: list[ComparedRow] = []
    matters = (each for each in sides[0] if each in sides[1] and each not in known)
    for matter in sorted(matters, key=lambda each: not pack.mentions("about", each)):
        told = [next((each for each in side[matter] if each.id not in used), None) for side in sides]
        one, other = told
        if one is None or other is None or not (isinstance(one, Quote) or isinstance(other, Quote)):
            continue  # two positions are compared already, or held jointly
        if not all(_is_answer(library, matter, each) for each in (one, other)):
            continue
        used |= {one.id, other.id}
        entry = pack.entries[matter]
        question = question_of(entry) if pack.mentions("about", matter) else capital(entry.name)
        rows.append(ComparedRow(0, question, (_answer(pack, one),), (_answer(pack, other),)))
    return tuple(rows)


def _is_answer(library: Library, matter: str, said: Fact | Quote) -> bool:
    """Return whether a position or quotation answers the matter; a position always does.

    A quotation must name an idea that positions on the question name; if the matter is an idea, that idea.
    """
    if isinstance(said, Fact):
        return True
    pack = library.pack
    positions = pack.facts_that("about", matter)
    named = {each for fact in positions for each in entries_named(library.store, object_label(pack, fact))}
    asked = set(entries_named(library.store, question_of(pack.entries[matter]))) if positions else set[str]()
    ideas = [each for each in (named - asked if positions else {matter}) if pack.entries[each].kind is Kind.CONCEPT]
    words = f" {plain(_answer(pack, said).text)} "
    return any(f" {name} " in words for each in ideas for name in names_in_text(pack.entries[each]))


def _of_one_side(pack: StoredPack, left: str, right: str, known: Collection[str], *, are_tied: bool) -> Rows:
    """Rows for the weightiest questions that only one of two answers.

    If the two are connected, only questions on which the other said something too.
    """
    sides = [_positions(pack, side) for side in (left, right)]
    spoken = [_said_by(pack, side) for side in (left, right)]
    found = [
        (pack.entries[issue].importance + fact.importance, issue, fact, own)
        for own, (mine, others) in enumerate((sides, sides[::-1]))
        for issue, fact in mine.items()
        if issue not in others and issue not in known and (not are_tied or issue in spoken[1 - own])
    ]
    weightiest = sorted(found, key=lambda each: -each[0])[:AT_LEAST]
    rows = []
    for _, issue, fact, own in weightiest:
        answers = [SILENT, SILENT]
        answers[own] = answer_of(pack, fact)
        rows.append(ComparedRow(0, question_of(pack.entries[issue]), (answers[0],), (answers[1],), rank=ASKED_OF_ONE))
    return tuple(rows)


def _positions(pack: StoredPack, side: str) -> dict[str, Fact]:
    """Somebody's weightiest position on each question."""
    said = {issue: [each for each in told if isinstance(each, Fact)] for issue, told in _said_by(pack, side).items()}
    return {issue: max(facts, key=lambda fact: fact.importance) for issue, facts in said.items() if facts}


def ties_told(library: Library, left: str, right: str, points: Sequence[ComparisonPoint]) -> Rows:
    """The strongest ties of two, in order of time, under the event or work they belong to, else under their years.

    Only ties about what one of the two did, or is said to be, count: not how others stood to both.
    """
    pack = library.pack
    steps = steps_between(library, left, right)
    groups = ties_between(pack, left, right, steps, main_disputes(pack, points), ties.Surnames(library.store))
    entries = {tie: group.entry for group in groups for tie in group.ties}
    ends = left, right
    told = [tie for tie in told_once(groups)[0] if len(tie.text.split()) <= LONGEST] if groups else []
    to_each_other = [fact for each in points if each.point == EACH_OTHER for fact in each.left]
    known = {fact_sentence(pack, each) for fact in to_each_other for each in (fact, fact._replace(when=None))}
    told = [tie for tie in told if not any(tells_again(pack, fact, tie) for fact in to_each_other)]
    stood = {each.matter for each in points if each.matter}  # these have rows already
    own = [tie for tie in told if tie.text not in known and entries.get(tie, tie.entry) not in stood]
    own.sort(key=lambda tie: not tie.years_told)
    # `is_about` looks names up in the book, which is slow: stop when there are enough.
    strong = list(islice((tie for tie in own if is_about(library, tie.text, ends)), MOST))
    strong = [tie for tie in strong if tie.years_told] or strong
    rows: dict[str, list[tuple[str, Tie]]] = {}
    for tie in sorted(strong, key=lambda tie: (tie.years_told[:4] or NO_YEAR, tie.place)):
        entry = entries.get(tie, tie.entry)
        rows.setdefault(_headed(pack, entry, tie), []).append((entry, tie))
    return tuple(
        ComparedRow(
            number=0,
            question=head,
            left=(),
            right=(),
            both=tuple(
                Answer(tie.text, command("show", entry) if entry else "")
                for entry, tie in islice(_told_but_once(told), OF_A_YEAR)
            ),
        )
        for head, told in rows.items()
    )


def _told_but_once(row: Iterable[tuple[str, Tie]]) -> Iterator[tuple[str, Tie]]:
    """Ties of a row, without any that repeats an earlier one in other words."""
    told: list[str] = []
    for entry, tie in row:
        if not any(is_said(tie.text, each, BY_EVENT) or is_said(each, tie.text, BY_EVENT) for each in told):
            told.append(tie.text)
            yield entry, tie


def is_about(library: Library, text: str, ends: Collection[str]) -> bool:
    """Return whether the first agent named in a sentence is one of two, something he led, or named together with one.

    Phrases such as "With X, …" at the start are skipped. If one of the two is an organisation, only a person counts as
    another agent, since organisations may be its parts; but then one of the two must be named before the verb.
    """
    entries = library.pack.entries
    theirs = {*ends, *(each for end in ends for each in _led(library.pack, end))}
    third = (Kind.PERSON,) if any(entries[end].kind is Kind.ORGANISATION for end in ends) else AGENTS
    for clause in text.split("; "):
        told = _BEHIND.sub("", clause)
        words = words_of(told)
        found = sorted((span, each) for each, span in entries_named(library.store, told).items())
        if third != AGENTS and not _acts(told, words, (span for span, each in found if each in theirs)):
            continue
        agents = [(span, each) for span, each in found if each in theirs or entries[each].kind in third]
        company: list[tuple[str, int]] = []
        for (start, end), each in agents:
            if company and words[company[-1][1] : start] not in ([], ["and"]):
                break
            company.append((each, end))
        if any(each in theirs for each, _ in company):
            return True
        if any(entries[each].kind is Kind.PERSON for each, _ in company):
            return False
    return False


def _acts(told: str, words: Sequence[str], spans: Iterable[tuple[int, int]]) -> bool:
    """Return whether one of the spans (in words) ends before the verb of a sentence."""
    verb = VERB.search(told)
    before = len(words_of(told[: verb.start()])) if verb else len(words)
    return any(end <= before for _, end in spans)


def _led(pack: StoredPack, person: str) -> list[str]:
    """Organisations that somebody led: their deeds count as his."""
    facts = (fact for fact in pack.entries[person].facts if fact.target and pack.is_known(fact))
    return [fact.target for fact in facts if LEADER in pack.relations[fact.relation].words]


def _headed(pack: StoredPack, entry: str, tie: Tie) -> str:
    """Heading for a tie: the event or work it belongs to, with its year; else its year or years."""
    told = tie.years_told
    when = event_date(pack.entries[entry]) if entry else None
    if not entry or (when and told and not when.first.year <= int(told[:4]) <= when.last.year):
        return f"In {told}" if told else BETWEEN
    head = capital(pack.entries[entry].name)
    return f"{head}, {told}" if told and not NAMED_YEAR.search(head) else head


def _said_by(pack: StoredPack, own_id: str) -> dict[str, list[Fact | Quote]]:
    """Somebody's statements on each question and idea: positions first, then quotations."""
    found: dict[str, list[Fact | Quote]] = {}
    for fact in pack.facts_that("holder", own_id):
        if fact.about and fact.id not in pack.corrected and not fact.negated:
            found.setdefault(fact.about, []).append(fact)
    for quote in _quotes_of(pack, own_id):
        for matter in quote.about:
            if pack.entries[matter].kind is Kind.CONCEPT:
                found.setdefault(matter, []).append(quote)
    return found


def _quotes_of(pack: StoredPack, own_id: str) -> Iterator[Quote]:
    quotes = (pack.quotes[each] for each in pack.mentions("speaker", own_id))
    return (each for each in quotes if not each.doubtful and len(first_sentence(each.text).split()) <= LONGEST)


def _answer(pack: StoredPack, said: Fact | Quote) -> Answer:
    if isinstance(said, Quote):
        return Answer(quoted(said, QUOTED), when_said(said.when))
    return answer_of(pack, said)
