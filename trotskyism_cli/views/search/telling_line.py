"""Make a found line the answer, if it tells all that is asked and has the kind of thing asked for.

e.g. for "who" the line has a doer who is not the object, for "when" exactly one year, for "how many" the number of
all, for "why" a word of reason. `who_lines` tests "who".
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS, LASTING, VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.circumstances.number import DEAD
from trotskyism_cli.views.answers.circumstances.parting import is_of_other_leaver, without_asides
from trotskyism_cli.views.answers.circumstances.place import tells_where_born, tells_where_died
from trotskyism_cli.views.answers.circumstances.quarrel import PARTING
from trotskyism_cli.views.answers.founder_or_author import is_of_making
from trotskyism_cli.views.answers.people.company import is_told_with_another, with_whom
from trotskyism_cli.views.answers.people.death import OF_DEATH
from trotskyism_cli.views.answers.people.succession import TAKING_OVER
from trotskyism_cli.views.questions.direct import (
    TOLD,
    Direct,
    is_said,
)
from trotskyism_cli.views.questions.false_matches import PASSIVE
from trotskyism_cli.views.questions.hits import ShownHit, is_named_in, lines_on, sentences, whole_line
from trotskyism_cli.views.questions.kind_named import names_kind
from trotskyism_cli.views.questions.line_match import WORDS, Wanted, has_place, said_in
from trotskyism_cli.views.questions.reason_words import gives_reason, is_explained
from trotskyism_cli.views.questions.time_asked import has_month
from trotskyism_cli.views.search.who_lines import OF_ANOTHER, asked_of, tells_who
from trotskyism_cli.views.search.wrong_subject import is_counted, is_done_there, is_told_as_asked
from trotskyism_cli.views.search.yes_or_no import BEING_SOON, CUT, IN_TIME, is_of_one_side
from trotskyism_cli.views.wording.sentences import WAS, WORD
from trotskyism_cli.views.wording.surnames import surname

IN_OTHER_WORDS = frozenset({"number", "who"})  # the test of the line itself is strict enough for synonyms
# Words that may end a question, and how many words may stand between them and its verb.
ENDING, FAR = frozenset({"for", "from", "of", "with"}), 3
HAVING = frozenset({"had", "has", "have"})
# Verbs that give the number of all, not of a part.
_IN_ALL = lazy_regex(r"\b(?:had|has|have|numbered|counted|grew|rose|fell|membership|claimed)\b")
_SPENT = lazy_regex(r"\b(?:for|served|spent) (?:[a-z]+ ){0,2}[a-z]+ (?:days|months|weeks|years)\b")
_UNTIL = lazy_regex(r"\b(?:until|to \d|to (?:[A-Z]\w+ )?\d{4})")
# Tells that somebody became what he was not before.
_BECOMING = lazy_regex(r"\b(?:became|become|chosen|elected|appointed|made|joined|turned)\b")
_SPAN = lazy_regex(r"\b(\d\d)(\d\d)[–/]\d\d\b")


def line_told(pack: StoredPack, query: Query, wanted: Wanted, hits: Iterable[ShownHit]) -> Direct | None:
    """Answer by the lines that tell all that a question asks; None if none does.

    "Who" may have several answers; any other question has one.
    """
    tells = _TELLS.get(query.asks_for or query.words[0])
    if query.words[1:3] in TAKING_OVER:
        return None  # "who took over from him" asks for a successor
    if tells is None or IN_TIME.intersection(query.words) or query.is_yes_or_no or not _is_plain(query, wanted):
        return None
    told: dict[str, str] = {}
    for hit in hits:
        for text in _lines(pack, query, hit) if hit.verb == "show" else ():
            is_sure = has_month(query, text) and not _is_denied(pack, query, hit.id, text)
            is_sure = is_sure and _says_all(pack, query, wanted, hit.id, text)
            if is_sure and tells(pack, query, pack.entries[hit.id], text):
                told[hit.id] = whole_line(pack.entries[hit.id], text)
                break
    is_of_several = query.asks_for == "who" and not is_of_making(query)
    lines = list(told.values())[: TOLD if is_of_several else 1]
    return Direct(lines[0], " ".join(lines[1:]), entries=tuple(told)[: len(lines)]) if lines else None


def _is_plain(query: Query, wanted: Wanted) -> bool:
    """True if a question asks something definite about what it names.

    What it is, or what somebody held, is not definite.
    """
    if VIEWING.intersection(query.words):
        return query.asks_for == "who"
    is_of_something = bool(wanted.ideas) or any(term.word != WORDS for term in asked_of(query))
    is_of_something |= query.asks_for == "when" and len(wanted.named) > 1  # a day that two had in common
    return is_of_something and (bool(query.entries) or query.asks_for == "who")


def _lines(pack: StoredPack, query: Query, hit: ShownHit) -> Iterator[str]:
    """Yield the line of a hit and, if the question names its entry, all other lines of the entry."""
    if CUT not in hit.text:
        yield hit.text
    if hit.id in query.entries:
        yield from lines_on(pack, pack.entries[hit.id])


def _says_all(pack: StoredPack, query: Query, wanted: Wanted, owner: str, text: str) -> bool:
    """True if a line has all words of a question and speaks of all that it names.

    For "who" and "how many" synonyms will do.
    """
    name = pack.entries[owner].name
    if query.asks_for == "when" and is_of_other_leaver(pack, query, text):
        return False
    if query.asks_for == "when" and PARTING.intersection(query.words):
        text = without_asides(text)  # who left a party's secretary did not leave the party
    said = said_in(wanted, text, owner, "" if is_named_in(pack.entries[owner], text) else name)
    people = (pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.PERSON)
    if any(each.id != owner and not _is_of(each, text) for each in people):
        return False
    if query.asks_for == "who" and (person := with_whom(pack, query)) and not is_told_with_another(person, text):
        return False  # he himself is not his company
    words = plain(f"{name} {text}").split()
    is_all = bool(wanted.ideas) or all(is_said(term, words) for term in asked_of(query))
    is_plain = said.plainly == len(wanted.ideas) or query.asks_for in IN_OTHER_WORDS
    return is_all and said.together and is_plain


def _is_of(person: Entry, text: str) -> bool:
    """True if a line names a person, and nobody else whose first name is his surname."""
    return bool(re.search(rf"\b{re.escape(surname(person))}\b(?! (?:[A-Z]\. ?)*[A-Z]\w)", text))


def _is_denied(pack: StoredPack, query: Query, owner: str, text: str) -> bool:
    """True if a line is one side's claim; for a what-question, only if another side contradicts it."""
    if query.asks_for != "what":
        return is_of_one_side(pack, query, owner, text)
    return any(fact.contradicts and fact_sentence(pack, fact) == text for fact in pack.entries[owner].facts)


def _tells_when(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """True if a line has exactly one year or span, and so dates all that it says.

    For "how long" it must have a duration or an end.
    """
    if LASTING.issubset(query.words):
        if _SPENT.search(text):
            return True
        if not (_SPAN.search(text) or _UNTIL.search(text)):
            return False
    if "become" in query.words and not (_BECOMING.search(text) or _says_was(query, text)):
        return False
    return len(set(NAMED_YEAR.findall(_SPAN.sub(r"\1\2", text)))) == 1


def _says_was(query: Query, text: str) -> bool:
    """True if a line says that somebody was what the question asks when he became."""
    last = query.terms[-1]
    return any(is_said(last, plain(after).split()[:BEING_SOON]) for after in WAS.split(text)[1:])


def _tells_where(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    if OF_DEATH.intersection(query.words):
        return tells_where_died(text)
    if "born" in query.words and not tells_where_born(text):
        return False
    # Only a question about a deed ("where did", "where is he buried") is answered by a line with a place.
    is_of_time = "when" in query.words or query.when is not None
    if owner.kind is Kind.PERSON and text in sentences(owner.summary) and is_of_time:
        return False  # a summary tells all his life, wherever he was then
    is_of_deed = not {"did", "was", "were"}.isdisjoint(query.words[1:2]) or query.words[-1].endswith("ed")
    return is_of_deed and has_place(text) and is_done_there(pack, query, asked_of(query), text)


def _tells_how_many(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """True if the number in a line counts what the question counts, or, for "how many had it", all of it.

    A relative clause counts something else: `a section, which claimed 2,000`.
    """
    if OF_DEATH.intersection(query.words) and DEAD.isdisjoint(plain(text).split()):
        return False
    if HAVING.isdisjoint(query.words):
        return is_counted(query, text)
    return any(not OF_ANOTHER.search(text[: found.start()]) for found in _IN_ALL.finditer(text))


def _tells_why(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    return gives_reason(text) and is_explained(asked_of(query), text)


def _tells_what(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """True if a line tells what is asked; after its verb it must go on as the question ends: `accused of`."""
    if not names_kind(query, text):
        return False
    is_who_he_was = owner.kind is Kind.PERSON and text == sentences(owner.summary)[0]
    if is_who_he_was and query.words[:2] == ("what", "did") and query.named[:1] == [owner.id]:
        return False  # "a painter" does not tell what he painted
    if not is_told_as_asked(pack, query, owner, text):
        return False
    last = query.words[-1]
    if last not in ENDING:
        return True
    verbs = [word for word in WORD.finditer(text) if any(is_said(term, [plain(word[0])]) for term in asked_of(query))]
    if IS.intersection(query.words[1:2]):  # no noun: `the chief accused of the trials`
        verbs = [word for word in verbs if PASSIVE.search(text[: word.start()])]
    return any(re.match(rf"(?:\W+[\w’'-]+){{0,{FAR}}}? (?:{last}|with)\b", text[word.end() :]) for word in verbs)


def _tells_which(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """True if a line tells which one it was; if the question is which one did something, that it did so."""
    is_of_doer = (IS | {"did"}).isdisjoint(query.words)
    return tells_who(pack, query, owner, text) if is_of_doer else _tells_what(pack, query, owner, text)


_TELLS: Mapping[str, Callable[[StoredPack, Query, Entry, str], bool]] = {
    "who": tells_who,
    "when": _tells_when,
    "where": _tells_where,
    "number": _tells_how_many,
    "why": _tells_why,
    "what": _tells_what,
    "which": _tells_which,
}
