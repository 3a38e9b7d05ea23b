"""What a line says of a question: which of its ideas it has, and which of the things that the question names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from trotskyism_cli.library.forms import plain, sound, without_article
from trotskyism_cli.library.names.name_table import noun_forms
from trotskyism_cli.library.names.named_in_text import names_in_text, owned, turned
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import EXPELLING, HEADING, PLACES, VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.irregular import OTHER_FORMS
from trotskyism_cli.library.words.numerals import NUMERALS
from trotskyism_cli.library.words.spelling import DOCTRINE, SYNONYM, Form, Term
from trotskyism_cli.pack.dates import A_MONTH
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.questions.direct import is_said, spoken_names
from trotskyism_cli.views.questions.ideas import as_one, counted_of, either_of, titles_with
from trotskyism_cli.views.wording.longer_names import longer_names

# Where one thing that is said ends and another begins.
_APART = lazy_regex(r"[.;:] |, (?:and|but|so|while|whereas) (?:that )?")
_TO_A_DAY = r"(?:and|or|to) \d{1,2} "
_COUNT = lazy_regex(
    rf"(?<![\d,.–])\d{{1,3}}(?:,\d{{3}})+|(?<![–-])\b\d{{1,3}}\b(?! (?:{_TO_A_DAY})?(?:{A_MONTH}))"
)  # no year, no day
_OF_DATES = frozenset(
    f"in on at from by to until and since early late end of the spring summer autumn winter {A_MONTH}".casefold()
    .replace("|", " ")
    .split()
)
_IN_A_PLACE = (
    r"\b(?:(?:[Aa]t|[Ii]n|[Nn]ear) (?:(?!by\b|from\b|with\b)[a-z]+,? ){0,3}|(?:[Oo]n|[Tt]o|[Ff]rom) (?:the )?)"
)
_PLACE = lazy_regex(rf"{_IN_A_PLACE}(?!(?:{A_MONTH})\b)(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
# How a name ends that is of an event or a body, though it may begin with that of a place: the third Moscow Trial.
_OF_NO_PLACE = lazy_regex(
    r"\b(?:Army|Bureau|Committee|Conference|Congress|International|Opposition|Party|Purge|Revolution|Soviet|Trials?|War)$"
)
IN_LAW = "in law"
_KIN_IN_LAW = lazy_regex(r"\b(?:brother|daughter|father|mother|sister|son)s? in law\b")
_CAPITAL = lazy_regex(r"(?<=\w )[A-Z]\w+")
AGAINST = "against"  # of what else is said: that alone may be told in many words
TELLING = 4  # letters of a word that tells what something is called
PRONOUNS = frozenset("he she it they him her them his its their".split())
MEMBERS = frozenset({"member", "members"})  # of a bloc that is an event: those by whom it is called
WORDS = "words"  # of somebody, or simple ones: nothing that a line would say
# Of what two have to do with one another: what is told of both may answer without the word.
BETWEEN_TWO = frozenset(
    "support supports supported back backed meet meets met visit visited see saw knew help helped deal dealt".split()
)
# What one did who had a deed done by others: of the deed itself it may be told who did it.
HAVING_DONE = frozenset(
    "arrange arranged carried command commanded direct directed order ordered organise organised".split()
)
HEADED_BY = "under"  # before the name of who was at the head
ORIGINS = frozenset("ancestry background descent heritage origin origins roots".split())
KINDS_OF = frozenset("branch current form kind school type variant version".split())
ENDING = 2  # letters in which a noun may differ from its plural
OF_OTHERS = -1  # in the place of what a question names: a name that is of none of that
COUNTED = 4  # words from a number to what it is of
NEAR = 7  # words between an idea and the name of what it is said of
# Words by which one asks for those who made something together, and for people of some kind.
TAKING_PART = frozenset("attend attended join joined part participated present sign signed".split())
PEOPLE = frozenset("communists delegates members men representatives".split())
FEW = 3  # ideas of a question that must all be said; of more, most


@dataclass(frozen=True, slots=True)
class Named:
    """What some words of a question name: the entries, and the plain names by which a text may speak of them."""

    entries: tuple[str, ...]
    called: str
    names: tuple[str, ...]
    loosely: bool  # whether they only lead to it, and are no part of any of its names
    longer: tuple[str, ...] = ()  # the plain names of other bodies that have one of these within them


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a line must have to speak of a question: ideas, and names in the order of the question.

    `counts` asks for a number as well, of what is `counted`, if a word says it, `says` for what somebody said, `places`
    for where something was, `agents` for who did it. `either` are the two ideas between which it lets one choose,
    `titles` the plain titles of works that have one of the ideas in them, which is said there of nothing else.
    """

    ideas: tuple[Term, ...]
    named: tuple[Named, ...]
    counts: bool = False
    counted: tuple[Term, ...] = ()
    says: bool = False
    places: bool = False
    agents: bool = False
    either: tuple[Term, ...] = ()
    titles: tuple[str, ...] = ()

    @property
    def merely_named(self) -> "Wanted":
        """What a line must have only to name what the question names, whatever is asked of that."""
        return Wanted((), self.named)

    @property
    def loosely(self) -> "Wanted":
        """What is wanted but for what two have to do with one another, and for the order beside the deed ordered."""
        if len(self.named) > 1:
            return replace(self, ideas=tuple(term for term in self.ideas if term.word not in BETWEEN_TWO))
        deed = tuple(term for term in self.ideas if term.word not in HAVING_DONE)
        return replace(self, ideas=deed) if deed and self.agents else self


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """How much of a question a line says; the more, the better it is."""

    together: bool  # all that the question wants
    names: int
    ideas: int
    plainly: int  # the ideas that it has in the word of the question, and not in another for it
    is_of_it: bool = False  # whether what it stands under is something that the question names


def wanted_by(pack: StoredPack, query: Query) -> Wanted:
    """What a question wants to be told of."""
    spans: dict[tuple[int, int], list[str]] = {}
    for own_id, span in query.entries.items():
        spans.setdefault(span, []).append(own_id)
    named = {span: _named(pack, query, span, ids) for span, ids in sorted(spans.items())}
    called = plain(" ".join(name for each in query.entries for name in pack.entries[each].names)).split()
    heard = set(map(sound, called))
    loose = {word for span, each in named.items() if each.loosely for word in query.words[slice(*span)]}
    loose |= {word for word in query.naming if len(word) < TELLING or sound(word) in heard}
    loose |= {word for span, ids in spans.items() for word in _as_found(pack, query.words[slice(*span)], ids)}
    said_by_name = {*MEMBERS} if {pack.entries[each].kind for each in query.entries} == {Kind.EVENT} else set()
    said_by_name |= PLACES if EXPELLING.intersection(query.words[2:3]) else set()  # each place is one
    said_by_name |= KINDS_OF if query.is_of_being and "of" in query.words else set()  # a form of it is one of it
    said_by_name |= ORIGINS if query.is_yes_or_no and len(query.terms) > 2 else set()  # a Jewish family is one
    said_by_name |= {"place"} if {"take", "took"}.intersection(query.words) else set()  # it only happened
    further = (term for term in query.terms if term.word not in {*loose, *said_by_name, *VIEWING, WORDS})
    is_in_name = [] if query.is_of_being else called  # whether the Soviet Union was socialist, its name does not say
    ideas = tuple(_headed(term) for term in further if not is_said(term.itself, is_in_name))
    ideas = _without_taking_part(query, ideas)
    ideas = tuple(term for term in ideas if term.word != AGAINST) or ideas
    either = either_of(query, ideas)
    ideas = (as_one(*either),) if either else ideas
    things = tuple(named.values())
    if len(things) == 1 and not ideas:
        things = (replace(things[0], loosely=False),)  # what leads to it is all that is asked
    return Wanted(
        ideas,
        things,
        "many" in query.words,
        counted_of(query, ideas),
        bool(VIEWING.intersection(query.words)),
        query.asked == "where" and "from" not in query.words,
        query.asked == "who",
        either,
        titles_with(pack, query, ideas) if query.is_question else (),
    )


def _without_taking_part(query: Query, ideas: tuple[Term, ...]) -> tuple[Term, ...]:
    """The ideas; where it is asked how many people of a kind took part, no line need say that they did."""
    is_of_people = query.asked == "number" and any(term.word in PEOPLE for term in ideas)
    return tuple(term for term in ideas if term.word not in TAKING_PART) if is_of_people else ideas


def _headed(term: Term) -> Term:
    """A word for who was at the head, with that by which a text names him: `first under Prince Lvov`."""
    return term._replace(forms=(*term.forms, Form(HEADED_BY, SYNONYM))) if term.word in HEADING else term


def _as_found(pack: StoredPack, words: Sequence[str], ids: Sequence[str]) -> Sequence[str]:
    """Words by which one finds what has other names: `Trotskyist parties`; no verbs, which are ideas of their own."""
    typed = without_article(" ".join(words))
    is_found = any(typed == plain(each) for own_id in ids for each in pack.entries[own_id].search)
    return words if is_found and not any(map(_is_verb, words)) else ()


def _named(pack: StoredPack, query: Query, span: tuple[int, int], ids: Sequence[str]) -> Named:
    """What some words name; what has none of them in its names, and is only found by them, is called by them."""
    words = query.words[slice(*span)]
    names_of = spoken_names if query.is_question else names_in_text
    typed = without_article(" ".join(words))
    ids = sorted(ids, key=lambda each: abs(len(plain(pack.entries[each].name)) - len(typed)))
    names = tuple(name for each in ids for name in names_of(pack.entries[each]))
    names += tuple(f"{name.removesuffix(DOCTRINE)}ist" for name in names if name.endswith(DOCTRINE))
    names += tuple(f"{name.removesuffix('ists')}{DOCTRINE}" for name in names if name.endswith("ists"))
    known = {sound(word) for name in names for word in name.split()}
    initials = {"".join(word[0] for word in name.split()) for name in names}
    heard = {sound(each) for word in words if len(word) >= TELLING for each in (word, word[:-1])}
    if typed in {*names, *initials} or known & heard:
        names = tuple(dict.fromkeys((typed, *names)))
        longer = longer_names(pack, ids, names)
        return Named(tuple(ids), pack.entries[ids[0]].name, names, loosely=False, longer=longer)
    return Named(tuple(ids), f"“{typed}”", tuple(filter(None, (typed, owned(typed), turned(typed)))), loosely=True)


def said_in(wanted: Wanted, text: str, owner: str = "", subject: str = "") -> Said:
    """How much of a question a line says; an idea only where it stands near a name.

    `owner` is the id of what the line stands under, `subject` its name where the line does not name it itself.
    """
    owned = [owner in each.entries and not each.loosely for each in wanted.named]
    line = plain(f"{subject} {text}").split()
    places = _places(wanted, line)
    names = [own or bool(found) for own, found in zip(owned, places, strict=True)]
    is_of_it = any(owned) and (bool(subject) or _leads(places, owned, _time_first(line)))
    ideas = plainly = 0
    is_named = False
    for clause in _APART.split(text):
        spoken = without_titles(wanted, plain(untitled(clause))).split()
        goes_on = is_named and not PRONOUNS.isdisjoint(spoken[:1])  # `…; its first chairman was …`
        here = _places(wanted, spoken)
        words = spoken if goes_on else _speaking(wanted, spoken, here, owned, is_of_it=is_of_it)
        is_named = goes_on or any(here)
        said = [term for term in wanted.ideas if is_said(term, words)]
        plain_here = sum(is_said(term.itself, words) for term in said)
        ideas, plainly = max((ideas, plainly), (len(said), plain_here))
    enough = len(wanted.ideas) if len(wanted.ideas) <= FEW else len(wanted.ideas) - 1
    is_told = (not wanted.counts or _counts(wanted, text)) and (not wanted.places or has_place(text))
    together = ideas >= enough and all(names) and is_told
    return Said(together, sum(names), ideas, plainly)


def is_of_others(wanted: Wanted, text: str, owner: str) -> bool:
    """Whether a text has the name of something that a question names only within those of other bodies."""
    words = plain(text).split()
    line = f" {' '.join(words)} "
    named = zip(wanted.named, _places(wanted, words), strict=True)
    missing = (each for each, found in named if not found and owner not in each.entries)
    return any(f" {name} " in line for each in missing for name in each.longer)


def without_titles(wanted: Wanted, spoken: str) -> str:
    """Plain words without the titles that have an idea of a question, and say nothing of it; without kin in law."""
    if IN_LAW in spoken and not any(term.word == "law" for term in wanted.ideas):
        spoken = _KIN_IN_LAW.sub("", spoken)  # his wife's brother is no brother of his
    for title in wanted.titles:
        spoken = spoken.replace(title, "")
    return spoken


def has_place(text: str) -> bool:
    """Whether a text says where something was: `in Moscow`."""
    return any(not _OF_NO_PLACE.search(found["name"]) for found in _PLACE.finditer(text))


def _leads(places: Sequence[Sequence[int]], owned: Sequence[bool], start: int) -> bool:
    """Whether a sentence begins with what it stands under, but for its date: then all of it is said of that."""
    return any(own and found and min(found) <= start + 1 for own, found in zip(owned, places, strict=True))


def _time_first(words: Sequence[str]) -> int:
    """How many words of a date stand before all others: `in august 1936`."""
    date = list(takewhile(lambda word: word.isdigit() or word in _OF_DATES, words))
    return len(date) if any(map(str.isdigit, date)) else 0


def untitled(clause: str) -> str:
    """A clause without the verbs in titles, which say nothing of what they stand beside: `The Revolution Betrayed`."""
    return _CAPITAL.sub(lambda word: "" if _is_verb(word[0].casefold()) else word[0], clause)


def _is_verb(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in OTHER_FORMS


def _speaking(
    wanted: Wanted, words: Sequence[str], places: Sequence[Sequence[int]], owned: Sequence[bool], *, is_of_it: bool
) -> Sequence[str]:
    """The words of a clause that speak of what is named: all, if that is what the clause is about, else those near.

    `places` are those where they name it.
    """
    if is_of_it or not wanted.named or any(own and found for own, found in zip(owned, places, strict=True)):
        return words
    near = [place for found in places for place in found]
    near += [place for place, word in enumerate(words[:2]) if any(owned) and word in PRONOUNS]
    return [word for place, word in enumerate(words) if any(abs(place - each) <= NEAR for each in near)]


def _places(wanted: Wanted, words: Sequence[str]) -> list[list[int]]:
    """Where words name what a question names: for each, the places of these words; of two names the longer counts."""
    text = f" {' '.join(words)} "
    forms = [(name, OF_OTHERS) for each in wanted.named for name in each.longer]
    forms += [(name, which) for which, each in enumerate(wanted.named) for name in each.names]
    likely = [(name.split(), which) for name, which in forms if f" {name[:-ENDING]}" in text]
    found: list[list[int]] = [[] for _ in wanted.named]
    taken: set[int] = set()
    for name, which in sorted(likely, key=lambda each: (each[1] != OF_OTHERS, -len(each[0]))):
        *begin, noun = name
        nouns = noun_forms(noun)
        for last in range(len(begin), len(words)):
            here = range(last - len(begin), last + 1)
            if words[last] in nouns and [*words[here.start : last]] == begin and taken.isdisjoint(here):
                if which != OF_OTHERS:
                    found[which] += here
                taken.update(here)
    return found


def _counts(wanted: Wanted, text: str) -> bool:
    """Whether a text has a number, other than a year, a day or one in a name."""
    numbers = {*(each.replace(",", "") for each in _COUNT.findall(text)), *NUMERALS} - {"one"}  # one of them
    words = plain(re.sub(r"(?<=\d),(?=\d)", "", text)).split()
    naming = {place for found in _places(wanted, words) for place in found}
    places = [place for place, word in enumerate(words) if word in numbers and place not in naming]
    near = [words[place : place + COUNTED] for place in places]
    return bool(places) and all(any(is_said(term, each) for each in near) for term in wanted.counted)
