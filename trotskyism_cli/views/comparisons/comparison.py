"""The comparison of two entries: one row per question, with both sides' answers and the evidence.

A position names its holder, unless that is the column's own entry; a disputed one keeps its mark.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.dates.dates_in_sentences import end_in_words
from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.library.ties.comparison import EACH_OTHER, ComparisonPoint
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind, Quote, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital, fact_sentence, fill, moment_of, object_label, sentence
from trotskyism_cli.views.ties.label import without_preposition
from trotskyism_cli.views.wording.dispute_names import matter_of
from trotskyism_cli.views.wording.sentences import first_sentence
from trotskyism_cli.views.wording.surnames import short_name

LIFE = frozenset({"born", "died"})  # roles of relations
EVIDENCE, HISTORIANS = "Evidence", "Historians"
LONGEST_QUESTION, WORDS_LATER = 12, 64  # words of a question, and of a later quotation
ABOUT = 100  # letters: answers are compared for length in such steps
ALTERNATIVE = " or "  # in a question between two
ASKED_ALREADY = ("who", "which", "how")  # with such a first word only the question mark is missing
ASKS = ("who", "whom", "whose", "what", "when", "where", "why", "how", "whether", "which")
# Order of rows: questions that divide the two; questions on which one only accuses the other; their stand on
# something; ties between them; what each is; what is stated of both; questions that only one answers; what is known
# of only one; and last their dates of birth and death.
QUESTION, CHARGE, STAND, TIE, WHAT_IT_IS, STATED, ASKED_OF_ONE, ONE_SIDED, LIFE_ITSELF = range(9)
_SENTENCE = lazy_regex(r"(?<=[.?!]) ")


class Answer(NamedTuple):
    """What one side says: the text, and by whom and when if the column does not tell.

    `is_later`: the holder said it after, and against, an earlier answer of his.
    """

    text: str
    by: str = ""
    is_later: bool = False


SILENT = Answer("–")  # the book has no answer


class ComparedRow(NamedTuple):
    """A question with both sides' answers in order of time, and the evidence that decides it.

    `number` is what a user asks for it by. `both` replaces the two answers where one text tells of both sides. `place`
    is the number of the point among those on which both are compared, from 1; 0 for additional rows.
    """

    number: int
    question: str
    left: tuple[Answer, ...]
    right: tuple[Answer, ...]
    evidence: tuple[Answer, ...] = ()
    both: tuple[Answer, ...] = ()
    rank: int = QUESTION
    place: int = 0


class ComparisonView(NamedTuple):
    """Two entries side by side.

    `in_all` is the number of rows before any were left out. `judge` heads the column of evidence: historians, if any
    are cited. `heads` are short names of the two.
    """

    ids: tuple[str, str]
    left: str
    right: str
    rows: tuple[ComparedRow, ...]
    in_all: int
    judge: str = EVIDENCE
    heads: tuple[str, str] = ("", "")


def in_order(pack: Pack, points: Sequence[ComparisonPoint]) -> list[ComparisonPoint]:
    """Points in the order of their numbers: questions first, of equal weight those with short answers first."""
    return sorted(points, key=lambda each: _weight(pack, each))


def comparison_view(pack: Pack, left: str, right: str, points: Sequence[ComparisonPoint]) -> ComparisonView:
    """The comparison of two entries on the given points."""
    rows = (
        ComparedRow(
            number=number,
            question=question_of(pack.entries[each.issue]) if each.issue else capital(each.point),
            left=() if _is_in_words(each) else (*_told(pack, each, each.left, left), *_further(each.more[0])),
            right=() if _is_in_words(each) else (*_told(pack, each, each.right, right), *_further(each.more[1])),
            both=tuple(Answer(fact_sentence(pack, fact)) for fact in each.left) if _is_in_words(each) else (),
            evidence=_answers(pack, _answering(pack, each), ""),
            rank=_rank(pack, each),
            place=number,
        )
        for number, each in enumerate(in_order(pack, points), start=1)
    )
    judge = HISTORIANS if any(fact.according_to for each in points for fact in each.evidence) else EVIDENCE
    names = pack.entries[left].name, pack.entries[right].name
    heads = short_name(pack.entries[left]), short_name(pack.entries[right])
    return ComparisonView((left, right), *names, tuple(rows), len(points), judge, heads)


def _answering(pack: Pack, point: ComparisonPoint) -> list[Fact]:
    """Evidence on a point. A historian's claim must share a word with the question, if that is spelt out."""
    question = _asked(pack.entries[point.issue]) if point.issue else ""
    asked = {root(word) for word in plain(question).split() if word not in STOP_WORDS}
    if not question:
        return list(point.evidence)
    return [
        fact
        for fact in point.evidence
        if not fact.according_to or asked.intersection(map(root, plain(_statement(pack, fact)).split()))
    ]


def with_more(
    view: ComparisonView,
    questions: Sequence[ComparedRow],
    ties: Sequence[ComparedRow],
    cards: Sequence[ComparedRow] = (),
) -> ComparisonView:
    """Complete a comparison with further questions, ties between the two, and rows from their cards.

    A row from the cards that the view has already is not repeated, but the view's row takes its place in the order.
    """
    ties = [row._replace(rank=TIE) for row in ties]
    known = {row.question for row in view.rows}
    places = {row.question: place for place, row in enumerate(cards)}
    rows = [*view.rows, *questions, *ties, *(row for row in cards if row.question not in known)]
    rows.sort(key=lambda row: (row.rank, places.get(row.question, -1) if row.rank in (WHAT_IT_IS, STATED) else 0))
    numbered = tuple(row._replace(number=number) for number, row in enumerate(rows, start=1))
    return view._replace(rows=numbered, in_all=len(numbered))


def one_row(view: ComparisonView, number: int) -> ComparisonView:
    """The view with only one row, by number; `in_all` is unchanged."""
    return view._replace(rows=tuple(row for row in view.rows if row.number == number))


def number_of_row(view: ComparisonView, matter: str) -> int:
    """Number of the first row whose question has all words of `matter`, else whose answers have; 0 if none."""
    asked = {root(word) for word in plain(matter).split() if word not in STOP_WORDS}

    def is_of_it(text: str) -> bool:
        return bool(asked) and asked <= {root(word) for word in plain(text).split()}

    answered = {row.number: " ".join(each.text for each in (*row.left, *row.right, *row.both)) for row in view.rows}
    asking = (row.number for row in view.rows if is_of_it(row.question))
    answering = (row.number for row in view.rows if is_of_it(f"{row.question} {answered[row.number]}"))
    return next(asking, 0) or next(answering, 0)


def answer_of(pack: Pack, fact: Fact) -> Answer:
    """A position as an answer in its holder's own column."""
    return Answer(_statement(pack, fact), when_said(fact.when))


def _names_matter(issue: Entry, quote: Quote) -> bool:
    """Return whether the first sentence of a quotation shares a word with what an issue is about."""
    told = {*map(root, plain(first_sentence(quote.text)).split())}
    return any(root(word) in told for word in plain(matter_of(issue)).split() if word not in STOP_WORDS)


def quoted(quote: Quote, longest: int) -> str:
    """The first sentence of a quotation in quotation marks, cut to `longest` words."""
    words = first_sentence(quote.text).split()
    return f"“{' '.join(words[:longest]).rstrip(',;:')}{' …' if len(words) > longest else '.'}”"


def _told(pack: Pack, point: ComparisonPoint, facts: Sequence[Fact], side: str) -> tuple[Answer, ...]:
    """One side's answers on a point."""
    if point.issue:
        words = next((each for each in point.words if each and each.speaker == side), None)
        words = words if words and _names_matter(pack.entries[point.issue], words) else None
        later = (Answer(quoted(words, WORDS_LATER), when_said(words.when), is_later=True),) if words else ()
        return (*_answers(pack, facts, side), *later)
    is_stand = point.matter or point.point == EACH_OTHER
    return tuple(_stand(pack, fact, side) if is_stand else _value(pack, fact) for fact in facts)


def _further(count: int) -> tuple[Answer, ...]:
    return (Answer(f"{count} more"),) if count else ()


def _is_in_words(point: ComparisonPoint) -> bool:
    """Return whether a point is how two stood to each other, told in full sentences."""
    return point.point == EACH_OTHER and all(fact.text for fact in point.left)


def _weight(pack: Pack, point: ComparisonPoint) -> tuple[int, bool, bool, int, int]:
    """Sort key of points: by kind of row; questions with opposed answers first, then by importance and brevity."""
    rank = _rank(pack, point)
    if not point.issue:
        return rank, False, False, 0, 0
    answers = point.left[0], point.right[0]
    longest = max(len(_statement(pack, fact)) for fact in answers)
    weight = sum(fact.importance for fact in answers) + pack.entries[point.issue].importance
    return rank, not point.is_opposed, not point.is_answered, -weight, longest // ABOUT


def _rank(pack: Pack, point: ComparisonPoint) -> int:
    if point.issue:
        sides = point.left[0], point.right[0]
        return CHARGE if any(_charges(pack, *pair) for pair in (sides, sides[::-1])) else QUESTION
    if point.matter or point.point == EACH_OTHER:
        return STAND
    is_of_life = any(pack.relations[fact.relation].role in LIFE for fact in (*point.left, *point.right))
    return LIFE_ITSELF if is_of_life else STATED


def _charges(pack: Pack, fact: Fact, other: Fact) -> bool:
    """Return whether a position only says what a holder of the other one did, without answering the question."""
    people = (pack.entries[each] for each in other.according_to if each not in fact.according_to)
    names = tuple(f"{short_name(each)} " for each in people if each.kind is Kind.PERSON)
    return bool(names) and _statement(pack, fact).startswith(names)


def question_of(issue: Entry) -> str:
    """An issue's question in its own words, else made from its name."""
    if asked := _asked(issue):
        return asked
    bare = matter_of(issue)
    first = bare.split(" ")[0].lower()
    if ALTERNATIVE in bare:
        return f"{capital(bare)}?"
    return capital(bare) if first in ASKS else f"What of {bare if bare != issue.name else issue.phrase}?"


def _asked(issue: Entry) -> str:
    """The question in an issue's names or the first sentence of its summary; empty if there is none."""
    asked = next((name for name in issue.names if name.endswith("?")), "")
    if asked:
        return capital(asked)
    first = _SENTENCE.split(issue.summary)[0]
    if first.endswith("?"):
        head, _, rest = first.partition(": ")
        first = f"{head}?" if rest and head.split(" ")[0].lower() in ASKS else rest or head
        if len(first.split()) <= LONGEST_QUESTION:
            return capital(first)
    bare = matter_of(issue)
    return f"{capital(bare)}?" if bare.split(" ")[0].lower() in ASKED_ALREADY else ""


def _answers(pack: Pack, facts: Sequence[Fact], side: str) -> tuple[Answer, ...]:
    """A side's answers in order of time (evidence as it comes), each holder named only once."""
    in_time = sorted(facts, key=lambda fact: fact.date.first if fact.date else date.max) if side else facts
    answers: list[Answer] = []
    for number, fact in enumerate(in_time):
        holder, when = _holder(pack, fact, side), _when_among(fact, in_time)
        is_last = holder not in (_holder(pack, each, side) for each in in_time[number + 1 :])
        by = ", ".join(filter(None, (holder if is_last else "", when)))
        answers.append(Answer(_statement(pack, fact), by, bool(side and number)))
    return tuple(answers)


def _when_among(fact: Fact, others: Sequence[Fact]) -> str:
    """Year of a position; with month or day if another one is of the same year."""
    said = when_said(fact.when)
    is_shared = sum(when_said(each.when) == said for each in others) > 1
    return date_short(fact.when) if fact.when and is_shared else said


def _statement(pack: Pack, fact: Fact) -> str:
    text = sentence(object_label(pack, fact) if not fact.text or fact.according_to else fact.text)
    text = sentence(first_sentence(text))
    return f"{text} (disputed)" if fact.voice is Voice.DISPUTED else text


def _holder(pack: Pack, fact: Fact, side: str) -> str:
    """Short names of a position's holders, other than the side in whose column it stands."""
    others = [each for each in pack.holders(fact) if each.id != side]
    if side not in fact.according_to or pack.entries[side].kind is not Kind.PERSON:
        return ", ".join(map(short_name, others))
    allies = ", ".join(short_name(each) for each in others if each.kind is Kind.PERSON)
    return f"with {allies}" if allies else ""


def _stand(pack: Pack, fact: Fact, side: str) -> Answer:
    """How one side stood to the subject of a row: `Opposed`, and when."""
    relation = pack.relations[fact.relation]
    label = relation.inverse_label if fact.target == side and relation.inverse_label else relation.label
    return Answer(capital(without_preposition(label)), when_said(fact.when) or end_in_words(pack, fact))


def _value(pack: Pack, fact: Fact) -> Answer:
    """The object of a fact, with its date, holder and mark."""
    when = when_said(fact.when) if not isinstance(fact.object, Date) else ""
    mark = "disputed" if fact.voice is Voice.DISPUTED else ""
    return Answer(in_brief(pack, fact), ", ".join(filter(None, (_holder(pack, fact, ""), when, mark))))


def in_brief(pack: Pack, fact: Fact) -> str:
    """The object of a fact in the words of a card: `leader of the Bolsheviks`, `1903`."""
    brief = pack.relations[fact.relation].brief
    if not brief or not isinstance(fact.object, EntryRef):
        return object_label(pack, fact)
    return fill(brief, {"object": pack.entries[fact.object.id].phrase_at(moment_of(pack, fact))}, {})


def when_said(when: Date | None) -> str:
    """The year of a position; the whole date if it is approximate or spans years."""
    if when is None:
        return ""
    return str(when.year) if when.year else date_short(when)
