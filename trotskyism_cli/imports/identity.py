"""When two imported questions are the same question, and the ids made from that, on which a learner's progress hangs.

If a corrected file is imported over its earlier pack, a question keeps its id although its place, options or category
changed, or although its stem was corrected while its options stayed.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trotskyism_cli.imports.foreign import Answer, Choice, ForeignOption, ForeignQuestion, Match, Order, Typed, folded
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Question
from trotskyism_cli.pack.stock_phrases import MARKED_WRONG, SOURCED, UNEXPLAINED

_LONGEST = 60  # longest id
_MINUS = re.compile(r"[-\N{EN DASH}](?=\d)")
_SIGNS = frozenset("_^#*/%&@")  # besides mathematical, currency and pictorial signs
_SIGN_KINDS = frozenset(("Sm", "Sc", "So"))
_NO_TEXT = frozenset("y n yes no on off true false null".split())  # words that YAML 1.1 reads as booleans or null


@dataclass(frozen=True, slots=True)
class Identity:
    """The id of a question and of its fact, the fact's former ids, and its revision (changes of the right answer)."""

    question: str
    fact: str
    formerly: tuple[str, ...] = ()
    revision: int = 1


def signature(stem: str, answer: Answer) -> str:
    """A digest that is equal for questions that differ only in the order of their options."""
    return digest(words_of(stem), *offered(answer), *map(words_of, right_of(answer)))


def right_of(answer: Answer) -> tuple[str, ...]:
    """The right answer, sorted unless it is an order."""
    match answer:
        case Choice():
            return tuple(sorted(option.text for option in answer.options if option.right))
        case Match():
            return tuple(sorted(f"{prompt}: {belongs}" for prompt, belongs in answer.pairs))
        case Order():
            return answer.things
        case _:
            return tuple(sorted(answer.accepted))


def identities(questions: Sequence[ForeignQuestion], homes: Sequence[str], earlier: Pack | None) -> list[Identity]:
    """The identity of each question; `homes` are the ids of the entries that hold their facts.

    With an `earlier` pack, known questions keep their ids.
    """
    own = _own_ids(questions)
    if earlier is None:
        return [Identity(each, each) for each in _new_ids(questions, own, [""] * len(own))]
    known = _Earlier(earlier)
    same = [known.same(question, own_id) for question, own_id in zip(questions, own, strict=True)]
    named = [each or known.named(own_id) for each, own_id in zip(same, own, strict=True)]
    found = [each or known.alike(question) for each, question in zip(named, questions, strict=True)]
    ids = _new_ids(questions, own, found)
    return [known.identity(*each) for each in zip(ids, homes, questions, strict=True)]


def _new_ids(questions: Sequence[ForeignQuestion], own: Sequence[str], found: Sequence[str]) -> list[str]:
    """The ids that were found, and a new one for every other question."""
    taken = set(filter(None, found))
    made = []
    for question, own_id, known in zip(questions, own, found, strict=True):
        each = known or _free(own_id or f"q-{digest(words_of(question.stem))}", question, taken)
        taken.add(each)
        made.append(each)
    return made


def slug(text: str, otherwise: str) -> str:
    """An id made from a text, with a digest if the text cannot be fully represented."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
    if made == text.casefold() or (made and made == re.sub(r"[\s_-]+", "-", text.casefold()).strip("-")):
        return made
    return f"{made or otherwise}-{digest(text)[:6]}"


def digest(*words: str) -> str:
    """Ten hexadecimal digits that stand for these texts."""
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:10]


def with_remarks(question: ForeignQuestion, before: Question | None) -> ForeignQuestion:
    """The question with hand-written notes and explanation of the earlier pack where the file has none."""
    if before is None:
        return question
    answer = question.answer
    if isinstance(answer, Choice):
        notes = {option.text: option.note for option in before.options if option.note != MARKED_WRONG}
        options = (replace(each, note=each.note or notes.get(each.text, "")) for each in answer.options)
        answer = replace(answer, options=tuple(options))
    explained = "" if before.explanation == UNEXPLAINED else before.explanation
    kept = not question.explanation or (SOURCED.match(question.explanation) and question.explanation in explained)
    return replace(question, answer=answer, explanation=explained if kept else question.explanation)


class _Earlier:
    """The questions of the earlier pack; each can be found only once."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._left = dict(pack.questions)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        self._by_answer: dict[str, list[str]] = defaultdict(list)
        for question in pack.questions.values():
            self._by_stem[words_of(question.stem)].append(question.id)
            self._by_answer[_answers_of(question)].append(question.id)

    def same(self, question: ForeignQuestion, own_id: str) -> str:
        """The earlier question with this id and a similar stem or the same options, else one with the same stem.

        An id alone does not suffice here, since some files renumber their questions. Empty if there is none.
        """
        before = self._left.get(own_id)
        answers = digest(*offered(question.answer))
        if before and (_near(before.stem, question.stem) or _answers_of(before) == answers):
            return self._take(own_id)
        candidates = [each for each in self._by_stem[words_of(question.stem)] if each in self._left]
        best = [each for each in candidates if _answers_of(self._left[each]) == answers]
        return self._take((best or candidates)[0]) if candidates else ""

    def named(self, own_id: str) -> str:
        """The earlier question with this id, if not taken yet; else empty."""
        return self._take(own_id) if own_id in self._left else ""

    def alike(self, question: ForeignQuestion) -> str:
        """The only earlier question with these options and a similar stem; empty if there is none or several."""
        candidates = [each for each in self._by_answer[digest(*offered(question.answer))] if each in self._left]
        if len(candidates) != 1 or not _near(self._left[candidates[0]].stem, question.stem):
            return ""
        return self._take(candidates[0])

    def _take(self, found: str) -> str:
        del self._left[found]
        return found

    def identity(self, own: str, home: str, question: ForeignQuestion) -> Identity:
        """The identity of a question, keeping the fact it had, whatever entry held it."""
        before = self._pack.questions.get(own)
        fact = self._pack.facts.get(before.about[0]) if before and before.about else None
        if before is None or fact is None:
            return Identity(own, own)
        name = fact.id.partition(".")[2]
        formerly = dict.fromkeys((*fact.formerly, fact.id))
        formerly.pop(f"{home}.{name}", None)
        changed = right_of(_answer_of(before)) != right_of(question.answer)
        return Identity(own, name, tuple(formerly), fact.revision + changed)


def _own_ids(questions: Sequence[ForeignQuestion]) -> list[str]:
    """Ids made from the ids in the file; for a repeated id only the first question gets it."""
    seen: set[str] = set()
    made = []
    for question in questions:
        own = slug(question.own_id, "q") if question.own_id else ""
        own = own if (own[:1].isalpha() and own not in _NO_TEXT) or not own else f"q-{own}"
        made.append("" if own in seen else own)
        seen.add(own)
    return made


def _free(wanted: str, question: ForeignQuestion, taken: set[str]) -> str:
    """The wanted id, or one that distinguishes the question from others with the same stem."""
    if wanted not in taken:
        return wanted
    longer = f"q-{signature(question.stem, question.answer)}"
    return (
        longer
        if longer not in taken
        else next(each for number in range(2, len(taken) + 3) if (each := f"{longer}-{number}") not in taken)
    )


def offered(answer: Answer) -> list[str]:
    """All possible answers in comparable form, sorted."""
    match answer:
        case Choice():
            return sorted(words_of(option.text) for option in answer.options)
        case Match():
            return sorted(words_of(f"{prompt}: {belongs}") for prompt, belongs in answer.pairs)
        case Order():
            return sorted(map(words_of, answer.things))
        case _:
            return sorted(map(words_of, answer.accepted))


def _answers_of(question: Question) -> str:
    return digest(*offered(_answer_of(question)))


def _answer_of(question: Question) -> Answer:
    """The answer of a pack's question in the form a file would have."""
    if question.options:
        return Choice(tuple(ForeignOption(option.text, option.right) for option in question.options))
    if question.pairs:
        return Match(question.pairs)
    return Order(question.order) if question.order else Typed(question.accepted)


def _near(one: str, other: str) -> bool:
    """Return whether two stems share at least half of their words, so that one may be a correction of the other."""
    words = {*words_of(one).split()}, {*words_of(other).split()}
    return 2 * len(words[0] & words[1]) >= max(map(len, words))


def words_of(text: str) -> str:
    """The words and signs of a text in comparable form, ignoring stops, quotation marks, brackets and hyphens."""
    signed = re.sub(r"_+", "_", _MINUS.sub("\N{MINUS SIGN}", folded(text)))
    return " ".join("".join(map(_told, signed)).split()) or folded(text)


def _told(letter: str) -> str:
    """A letter, digit or mark as it is, a sign as a separate word, anything else as a blank."""
    category = unicodedata.category(letter)
    if category[0] in "LNM":
        return letter
    return f" {letter} " if letter in _SIGNS or category in _SIGN_KINDS else " "
