"""The line on what was found as the answer, where it tells all that is asked, and the kind of thing that is asked for.

Who did something is told where the line has somebody who did it, and not to whom it was done; when it was, where a line
that says all of it has one year; how many, where the number is of all of them; why, where it has words of a reason.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.question_words import INTERROGATIVES, IS, LASTING, VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.spelling import Term
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.agents import ABOUT
from trotskyism_cli.views.death_asked import OF_DEATH
from trotskyism_cli.views.direct import (
    AGENTS,
    TOLD,
    Direct,
    is_behind_article,
    is_mere_noun,
    is_said,
    is_said_first,
    speaks_of,
)
from trotskyism_cli.views.hits import ShownHit, is_named_in, sentences, whole_line
from trotskyism_cli.views.holding import SAYING
from trotskyism_cli.views.maker_asked import WRITING, is_of_making
from trotskyism_cli.views.only_shared import is_counted, is_done_there, is_told_as_asked
from trotskyism_cli.views.parting_asked import is_of_other_leaver, without_asides
from trotskyism_cli.views.place_asked import tells_where_born, tells_where_died
from trotskyism_cli.views.proper_names import IN_FULL
from trotskyism_cli.views.quarrel_asked import PARTING
from trotskyism_cli.views.reason_words import gives_reason, is_explained
from trotskyism_cli.views.seeming import PASSIVE, is_done_to_named
from trotskyism_cli.views.spoken import WORDS, Wanted, has_place, said_in
from trotskyism_cli.views.surnames import surname
from trotskyism_cli.views.yes_asked import BEING_SOON, CUT, IN_TIME, is_of_one_side

IN_OTHER_WORDS = frozenset({"number", "who"})  # of which it is seen by the line itself that it tells them
ENDING, FAR = frozenset({"for", "from", "of", "with"}), 3  # words that end a question, and how far from its verb
BEFORE_NOUNS = frozenset("a an at from in into of the".split())
HAVING = frozenset({"had", "has", "have"})
# How a line tells of how many there were in all, and not of a part of them.
_IN_ALL = lazy_regex(r"\b(?:had|has|have|numbered|counted|grew|rose|fell|membership|claimed)\b")
_HELD_BY = lazy_regex(rf"\b(?:{SAYING})\b[^,.;]* by (?:the )?[A-Z]|\b[A-Z]\w+ (?:{SAYING})\b")
_NAME = lazy_regex(IN_FULL)  # of somebody, in full
# Right before a verb, of those who did it and have no name.
_OF_MANY = lazy_regex(
    r"\b(?:agents|army|committee|congress|government|majority|minority|officers|party|police|soldiers)\b"
)
_CALLED = lazy_regex(r"\b[Tt]he [A-Z][a-z]+s $")  # by what they were: the Reds
# Who it was that is called something of somebody: `his first wife was Alexandra Sokolovskaya`.
_WAS_NAMED = lazy_regex(rf"^([^,.;:]*) (?:is|was|are|were) {IN_FULL}")
_NAMED_AS = lazy_regex(rf"^{IN_FULL}, ([^,.;:]*),")  # `Alexandra Sokolovskaya, his first wife,`
_BEING = lazy_regex(r"\b[A-ZÀ-Ž][\w’-]+ (?:was|were|became)(?: [\w’'-]+){0,3} $")  # before what somebody was
_ALONE = lazy_regex(r"\W*(?:$|(?:at|by|in|on)\b)")  # after a verb without an object
_OBJECT = lazy_regex(r" (?:(?:the|an?|his|her|its|their)\b|[A-ZÀ-Ž])")  # right after a verb that is no passive
_OF_ANOTHER = lazy_regex(r"\b(?:which|that|whom|who)\b[^,]*$")  # before the verb of a relative
_ANOTHER_CLAUSE = lazy_regex(r"\b(?:against|which|who)\b")  # after which it is done to nobody
_DONE_TO = lazy_regex(r"\b(?:was|were|been|being)\b[^,;.]* and $")
# Before a verb of what was not done, or only wished.
_UNDONE = lazy_regex(r"\b(?:could|might|neither|never|nor|not|should|to|without|would)(?: \w+)? $")
_DOER = lazy_regex(r"\w{3}[eo]rs?\b")  # how a noun ends that says who does it
_OF_WHAT = lazy_regex(r" (?:of|for|in)\b")  # after it
_WORD = lazy_regex(r"[\w’'-]+")
_CLAUSE = lazy_regex(r"[.;:] ")
_PRONOUN = lazy_regex(r"\b(?:he|she)\b(?: \w+){0,2} $")
_TERM = lazy_regex(r"\buntil\b")  # what comes after it only says how long something lasted
_SPENT = lazy_regex(r"\b(?:for|served|spent) (?:[a-z]+ ){0,2}[a-z]+ (?:days|months|weeks|years)\b")
_UNTIL = lazy_regex(r"\b(?:until|to \d|to (?:[A-Z]\w+ )?\d{4})")
# How a line tells that somebody became what he was not before.
_BECOMING = lazy_regex(r"\b(?:became|become|chosen|elected|appointed|made|joined|turned)\b")
_WAS = lazy_regex(r"\b(?:was|were)\b")
_SPAN = lazy_regex(r"\b(\d\d)(\d\d)[–/]\d\d\b")


def line_told(pack: StoredPack, query: Query, wanted: Wanted, hits: Iterable[ShownHit]) -> Direct | None:
    """The lines that tell all that a question asks, of what it asks for; None if none does.

    Of whom something was done there may be several; else one is the answer.
    """
    tells = _TELLS.get(query.asked or query.words[0])
    if tells is None or IN_TIME.intersection(query.words) or query.is_yes_or_no or not _is_plain(query, wanted):
        return None
    told: dict[str, str] = {}
    for hit in hits:
        for text in _lines(pack, query, hit) if hit.verb == "show" else ():
            is_sure = not _is_denied(pack, query, hit.id, text) and _says_all(pack, query, wanted, hit.id, text)
            if is_sure and tells(pack, query, pack.entries[hit.id], text):
                told[hit.id] = whole_line(pack.entries[hit.id], text)
                break
    is_of_several = query.asked == "who" and not is_of_making(query)
    lines = list(told.values())[: TOLD if is_of_several else 1]
    return Direct(lines[0], " ".join(lines[1:]), entries=tuple(told)[: len(lines)]) if lines else None


def _is_plain(query: Query, wanted: Wanted) -> bool:
    """Whether a question asks something of what it surely names, and not what it is or what somebody held."""
    if VIEWING.intersection(query.words):
        return query.asked == "who"
    is_of_something = bool(wanted.ideas) or any(term.word != WORDS for term in _asked_of(query))
    is_of_something |= query.asked == "when" and len(wanted.named) > 1  # a day of both
    return is_of_something and (bool(query.entries) or query.asked == "who")


def _lines(pack: StoredPack, query: Query, hit: ShownHit) -> Iterator[str]:
    """The line of a hit, and all others on it, if it is what a question names."""
    if CUT not in hit.text:
        yield hit.text
    if hit.id in query.entries:
        entry = pack.entries[hit.id]
        yield from sentences(entry.summary)
        yield from (fact_sentence(pack, fact) for fact in pack.known_facts(entry))


def _says_all(pack: StoredPack, query: Query, wanted: Wanted, owner: str, text: str) -> bool:
    """Whether a line has all the words of a question, and speaks of all that it names; some in other words."""
    name = pack.entries[owner].name
    if query.asked == "when" and is_of_other_leaver(pack, query, text):
        return False
    if query.asked == "when" and PARTING.intersection(query.words):
        text = without_asides(text)  # who left the secretary of a party did not leave that
    said = said_in(wanted, text, owner, "" if is_named_in(pack.entries[owner], text) else name)
    people = (pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.PERSON)
    if any(each.id != owner and not _is_of(each, text) for each in people):
        return False
    words = plain(f"{name} {text}").split()
    is_all = bool(wanted.ideas) or all(is_said(term, words) for term in _asked_of(query))
    is_plain = said.plainly == len(wanted.ideas) or query.asked in IN_OTHER_WORDS
    return is_all and said.together and is_plain


def _is_of(person: Entry, text: str) -> bool:
    """Whether a line speaks of somebody, and not of another one whose first name is his surname."""
    return bool(re.search(rf"\b{re.escape(surname(person))}\b(?! (?:[A-Z]\. ?)*[A-Z]\w)", text))


def _is_denied(pack: StoredPack, query: Query, owner: str, text: str) -> bool:
    """Whether a line is what one side says; of what was said, whether another one denies it."""
    if query.asked != "what":
        return is_of_one_side(pack, query, owner, text)
    return any(fact.contradicts and fact_sentence(pack, fact) == text for fact in pack.entries[owner].facts)


def _asked_of(query: Query) -> list[Term]:
    """The words of a question that neither name something nor are its date."""
    return query.further_terms(INTERROGATIVES)


def _deeds_of(query: Query) -> list[Term]:
    """What a question may ask to have been done: its words without nouns, if any is left: not `from the party`."""
    asked = _asked_of(query)
    before = dict(zip(query.words[1:], query.words, strict=False))
    return [term for term in asked if before.get(term.word) not in BEFORE_NOUNS] or asked


def _tells_who(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """Whether a line has who did what is asked, to whom it was done, or who was what is asked."""
    return _says_who_was(pack, query, text) or _has_doer(pack, query, owner, text)


def _says_who_was(pack: StoredPack, query: Query, text: str) -> bool:
    """Whether a line begins by saying who it was that is called as a question says: `his first wife was …`."""
    told = _WAS_NAMED.match(text)
    if IS.isdisjoint(query.words[1:2]):  # who led it: its leaders were
        return told is not None and bool(query.entries) and _is_called_so(pack, query, told[1])
    if (named := _NAMED_AS.match(text)) and _asked_of(query):
        return _is_called_so(pack, query, named[1])
    return told is not None and all(is_said(term, plain(told[1]).split()) for term in _asked_of(query))


def _is_called_so(pack: StoredPack, query: Query, called: str) -> bool:
    """Whether what somebody is called has all that a question names, and all that it asks of that."""
    words = plain(called).split()
    is_of_all = all(speaks_of(pack.entries[each], words) for each in query.entries)
    return is_of_all and all(is_said(term, words) for term in _asked_of(query))


def _has_doer(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """Whether somebody stands in a line who did what is asked, or to whom it was done, if that is asked."""
    if "whose" in query.words[:1]:
        return bool(re.search(rf"\b{query.words[1]} of (?:the )?[A-Z]", text))
    is_of_work = bool(WRITING.intersection(query.words[1:2])) and ABOUT.isdisjoint(query.words[2:3])
    if VIEWING.intersection(query.words) and not is_of_work:
        return bool(_HELD_BY.search(text))
    is_passive = bool(IS.intersection(query.words[1:2]))
    if "did" in query.words[1:2] or "whom" in query.words:
        return False  # whom: that is told by who did it
    for word in _WORD.finditer(text):
        is_verb = word[0].islower() and not word[0].endswith("ing") and not _UNDONE.search(text[: word.start()])
        if not is_verb or not any(is_said_first(term, text[word.start() :]) for term in _deeds_of(query)):
            continue
        before, after = text[: word.start()], _CLAUSE.split(text[word.end() :])[0]
        if _is_of_nobody(query, word[0], before, after):
            continue
        clause = before if _PRONOUN.search(before) else _TERM.split(_CLAUSE.split(before)[-1])[-1]
        if is_passive and _BEING.search(before):
            return True  # he was the first commissar
        # `a first attack on his house, by gunmen`; of one that was ordered, not so
        is_noun = is_behind_article(before) and not _WAS.search(after.partition(" by ")[0])
        if bool(PASSIVE.search(before) or _DONE_TO.search(before)) is is_passive and not (is_noun and " by " in after):
            is_alone = _ALONE.match(after) and not _OF_ANOTHER.search(clause)  # nothing that it is done to is named
            is_doer = bool(
                _DOER.search(word[0]) and query.entries
            )  # of a leader it must be told soon of what he was one
            done_to = is_done_to_named if is_doer else _is_done_to
            is_done = is_passive or bool(is_alone) or done_to(pack, query, before, after)
            return is_done and _is_somebody(pack, query, owner, clause)
        if not is_passive and " by " in after and not _OBJECT.match(after):
            return _is_somebody(pack, query, None, after.partition(" by ")[2])
    return False


def _is_of_nobody(query: Query, word: str, before: str, after: str) -> bool:
    """Whether a noun does not tell who did it: of a painter it is not told whom he painted, nor by whom he was."""
    is_doer = bool(_DOER.search(word)) and not (_DOER.search(" ".join(query.words)) or _OF_WHAT.match(after))
    return is_doer or is_mere_noun(word, before, after)


def _is_done_to(pack: StoredPack, query: Query, before: str, after: str) -> bool:
    """Whether what a verb does is done to all that a question names: it follows, however late."""
    told = plain(_without_namesakes(pack, query, after))
    spans = {span: pack.entries[each] for each, span in query.entries.items()}
    named = (
        " ".join(query.words[slice(*span)]) in told or speaks_of(each, told.split()) for span, each in spans.items()
    )
    if not spans:  # then it is called only by the words of the question
        soon = _ANOTHER_CLAUSE.split(told)[0].split()
        return all(is_said(term, soon) for term in _asked_of(query) if term.word not in query.words[1:2])
    return is_done_to_named(pack, query, before, after) or all(named) or _is_done_to_part(spans.values(), after)


def _is_done_to_part(named: Collection[Entry], after: str) -> bool:
    """Whether what follows a verb is that after which the one event is called that a question names: its place."""
    called = [word for each in named for word in each.name.split() if word[:1].isupper() and each.kind is Kind.EVENT]
    return len(named) == 1 and bool(re.match(rf" (?:the )?(?:{'|'.join(map(re.escape, called or ['$']))})\b", after))


def _without_namesakes(pack: StoredPack, query: Query, text: str) -> str:
    """A text without the names of others, which are those of what a question names and more: `LSSP (Revolutionary)`."""
    for entry in (pack.entries[each] for each in query.entries):
        known = set(map(plain, entry.names))
        called = rf"\b(?:{'|'.join(map(re.escape, entry.names))}) \(([^)\d][^)]*)\)"  # and no year
        others = (found[0] for found in re.finditer(called, text) if plain(found[1]) not in known)
        for other in tuple(others):
            text = text.replace(other, "")
    return text


def _is_somebody(pack: StoredPack, query: Query, owner: Entry | None, text: str) -> bool:
    """Whether somebody who is not in the question stands in a text, or is what it stands under."""
    if owner and owner.kind in AGENTS and owner.id not in query.entries:
        return True
    named = {each: pack.entries[each].kind for each in entries_named(pack.store, text)}
    if any(kind in AGENTS and each not in query.entries for each, kind in named.items()):
        return True
    if _OF_MANY.search(text) or _CALLED.search(text):
        return True
    known = {*plain(" ".join(name for each in {*named, *query.entries} for name in pack.entries[each].names)).split()}
    return any(not known.issuperset(plain(name).split()) for name in _NAME.findall(text))


def _tells_when(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """Whether a line has one year, or one span, and so tells when all of it was; until when, if that is asked."""
    if LASTING.issubset(query.words):
        if _SPENT.search(text):
            return True
        if not (_SPAN.search(text) or _UNTIL.search(text)):
            return False
    if "become" in query.words and not (_BECOMING.search(text) or _says_was(query, text)):
        return False
    return len(set(NAMED_YEAR.findall(_SPAN.sub(r"\1\2", text)))) == 1


def _says_was(query: Query, text: str) -> bool:
    """Whether a line says that somebody was what a question asks when he became it, and no other thing."""
    last = query.terms[-1]
    return any(is_said(last, plain(after).split()[:BEING_SOON]) for after in _WAS.split(text)[1:])


def _tells_where(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    if OF_DEATH.intersection(query.words):
        return tells_where_died(text)
    if "born" in query.words and not tells_where_born(text):
        return False
    # Where something is no line of a deed tells, but where somebody is buried.
    if owner.kind is Kind.PERSON and text in sentences(owner.summary) and "when" in query.words:
        return False  # all that he did is told there, wherever he was then
    is_of_deed = not {"did", "was", "were"}.isdisjoint(query.words[1:2]) or query.words[-1].endswith("ed")
    return is_of_deed and has_place(text) and is_done_there(pack, query, _asked_of(query), text)


def _tells_how_many(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """Whether the number in a line is of all that there were, if a question asks how many something had.

    It is not where a relative clause counts it of something else: `a section, which claimed 2,000`.
    """
    if HAVING.isdisjoint(query.words):
        return is_counted(query, text)
    return any(not _OF_ANOTHER.search(text[: found.start()]) for found in _IN_ALL.finditer(text))


def _tells_why(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    return gives_reason(text) and is_explained(_asked_of(query), text)


def _tells_what(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """Whether a line goes on after a verb as the question ends: `accused of`."""
    if not is_told_as_asked(pack, query, owner, text):
        return False
    last = query.words[-1]
    if last not in ENDING:
        return True
    verbs = [word for word in _WORD.finditer(text) if any(is_said(term, [plain(word[0])]) for term in _asked_of(query))]
    if IS.intersection(query.words[1:2]):  # and no noun: `the chief accused of the trials`
        verbs = [word for word in verbs if PASSIVE.search(text[: word.start()])]
    return any(re.match(rf"(?:\W+[\w’'-]+){{0,{FAR}}}? (?:{last}|with)\b", text[word.end() :]) for word in verbs)


def _tells_which(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """Whether a line tells which it was; of what did something, that it did so."""
    is_of_doer = (IS | {"did"}).isdisjoint(query.words)
    return _tells_who(pack, query, owner, text) if is_of_doer else _tells_what(pack, query, owner, text)


_TELLS: Mapping[str, Callable[[StoredPack, Query, Entry, str], bool]] = {
    "who": _tells_who,
    "when": _tells_when,
    "where": _tells_where,
    "number": _tells_how_many,
    "why": _tells_why,
    "what": _tells_what,
    "which": _tells_which,
}
