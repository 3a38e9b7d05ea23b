"""What is told of two who answer few of the same questions: their words on one matter, and what they did together."""

from collections.abc import Iterable, Iterator, Sequence

from trotskyism_cli.invocation import command
from trotskyism_cli.library import ties
from trotskyism_cli.library.comparison import Compared, main_disputes
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Fact, Kind, Quote
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.comparison import Answer, ComparedRow, answer_of, question_of, when_said
from trotskyism_cli.views.direct import AGENTS
from trotskyism_cli.views.quarrel_asked import PARTING
from trotskyism_cli.views.steps_between import steps_between
from trotskyism_cli.views.strongest import told_once
from trotskyism_cli.views.telling import first_sentence
from trotskyism_cli.views.ties_between import ties_between

FEW = 3  # questions that both answer, below which there is room for more
MOST = 3  # ties that are told
BETWEEN = "Between them"  # asked of what belongs to no event or work
LONGEST, QUOTED = 50, 32  # words of a sentence that is quoted, and of it those that are


def is_thin(pack: StoredPack, left: str, right: str, points: Sequence[Compared]) -> bool:
    """Whether two people or bodies have so few answers to the same questions that more should be told of them."""
    kinds = {pack.entries[each].kind for each in (left, right)}
    return kinds <= {*AGENTS} and sum(bool(each.issue) for each in points) < FEW


def on_one_matter(pack: StoredPack, left: str, right: str, points: Iterable[Compared]) -> tuple[ComparedRow, ...]:
    """What either said of one question, or of one idea, where one at least is known by a quotation; each once."""
    known = {each.issue for each in points}
    sides = _said_by(pack, left), _said_by(pack, right)
    used: set[str] = set()
    rows: list[ComparedRow] = []
    matters = (each for each in sides[0] if each in sides[1] and each not in known)
    for matter in sorted(matters, key=lambda each: not pack.mentions("about", each)):
        told = [next((each for each in side[matter] if each.id not in used), None) for side in sides]
        one, other = told
        if one is None or other is None or not (isinstance(one, Quote) or isinstance(other, Quote)):
            continue  # what both only state is compared already, or held by both together
        used |= {one.id, other.id}
        entry = pack.entries[matter]
        question = question_of(entry) if pack.mentions("about", matter) else capital(entry.name)
        rows.append(ComparedRow(0, question, (_answer(pack, one),), (_answer(pack, other),)))
    return tuple(rows)


def ties_told(library: Library, left: str, right: str, points: Iterable[Compared]) -> tuple[ComparedRow, ...]:
    """The strongest ties of two, each a row with what it belongs to: how they parted, then others in order of time."""
    pack = library.pack
    steps = steps_between(library, left, right)
    groups = ties_between(pack, left, right, steps, main_disputes(pack, points), ties.surnames(library))
    entries = {tie: group.entry for group in groups for tie in group.ties}
    strong = sorted(told_once(groups)[0][:MOST], key=lambda tie: (not _parts(tie.text), tie.place)) if groups else []
    rows = ((entries[tie], tie.text) if tie in entries else (tie.entry, tie.text) for tie in strong)
    return tuple(
        ComparedRow(
            number=0,
            question=capital(pack.entries[entry].name) if entry else BETWEEN,
            left=(),
            right=(),
            both=(Answer(text, command("show", entry) if entry else ""),),
        )
        for entry, text in rows
    )


def _parts(text: str) -> bool:
    """Whether a tie tells of a parting."""
    return bool(PARTING.intersection(plain(text).split()))


def _said_by(pack: StoredPack, own_id: str) -> dict[str, list[Fact | Quote]]:
    """What somebody said of each question and idea: positions first, then quotations."""
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
        words = first_sentence(said.text).split()
        text = " ".join(words[:QUOTED]).rstrip(",;:") + (" …" if len(words) > QUOTED else ".")
        return Answer(f"“{text}”", when_said(said.when))
    return answer_of(pack, said)
