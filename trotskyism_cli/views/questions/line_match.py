"""Measure how much of a question a line of the book says.

A question is read as `Wanted`: the entries that it names, and its *ideas*, the other words that carry meaning.
`said_in` compares a line with that.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

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
from trotskyism_cli.views.questions.demands import as_one, counted_of, either_of, titles_with
from trotskyism_cli.views.questions.direct import is_said, spoken_names
from trotskyism_cli.views.wording.longer_names import longer_names

# Between two statements of one sentence.
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
# Names of events and bodies end so, though they may begin with a place: the third Moscow Trial.
_OF_NO_PLACE = lazy_regex(
    r"\b(?:Army|Bureau|Committee|Conference|Congress|International|Opposition|Party|Purge|Revolution|Soviet|Trials?|War)$"
)
IN_LAW = "in law"
_KIN_IN_LAW = lazy_regex(r"\b(?:brother|daughter|father|mother|sister|son)s? in law\b")
_CAPITAL = lazy_regex(r"(?<=\w )[A-Z]\w+")
AGAINST = "against"  # no idea of its own beside others: opposition is told in many words
TELLING = 4  # letters from which a word is worth comparing with names
PRONOUNS = frozenset("he she it they him her them his its their".split())
MEMBERS = frozenset({"member", "members"})  # asked of a bloc that is an event: its name tells them
WORDS = "words"  # "in his words", "in simple words": no line would say it
# What two have to do with one another: a line about both may answer without the verb.
BETWEEN_TWO = frozenset(
    "support supports supported back backed meet meets met visit visited see saw knew help helped deal dealt".split()
)
# Having a deed done by others: a line about the deed may tell who was behind it.
HAVING_DONE = frozenset(
    "arrange arranged carried command commanded direct directed order ordered organise organised".split()
)
HEADED_BY = "under"  # before the name of a head: `under Prince Lvov`
ORIGINS = frozenset("ancestry background descent heritage origin origins roots".split())
KINDS_OF = frozenset("branch current form kind school type variant version".split())
ENDING = 2  # letters at the end of a noun that its plural may change
OF_OTHERS = -1  # instead of an index into `Wanted.named`: the name of another body
COUNTED = 4  # words from a number to what it counts
NEAR = 7  # words between an idea and the name that it belongs to, at most
# Verbs of taking part, and nouns for those who do.
TAKING_PART = frozenset("attend attended join joined part participated present sign signed".split())
PEOPLE = frozenset("communists delegates members men representatives".split())
FEW = 3  # up to so many ideas must all be said; of more, one may be missing


class Named(NamedTuple):
    """The entries that some words of a question name, and the plain names by which a text may speak of them.

    `called` is how they are called in print.
    """

    entries: tuple[str, ...]
    called: str
    names: tuple[str, ...]
    loosely: bool  # the words only lead to the entries, and are in none of their names
    longer: tuple[str, ...] = ()  # plain names of other bodies that contain one of `names`


class Wanted(NamedTuple):
    """What a line must have to answer a question: ideas, and names in the order of the question.

    `counts`: it must have a number, namely of what is `counted`, if a word of the question says of what.
    `says`, `places`, `agents`: the question is what somebody said, where something was, who did something.
    `either`: the two ideas of an either-or question.
    `titles`: plain titles of works that contain an idea; within such a title the idea counts for nothing.
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
        """The same names without the ideas: wanted of a line that need only name what the question names."""
        return Wanted((), self.named)

    @property
    def loosely(self) -> "Wanted":
        """The same with fewer ideas, for lines that tell it in other words.

        If two entries are named, it lacks the verbs for what two have to do with one another. If it is asked who had
        something done, it lacks the word for the order, and keeps the deed.
        """
        if len(self.named) > 1:
            return self._replace(ideas=tuple(term for term in self.ideas if term.word not in BETWEEN_TWO))
        deed = tuple(term for term in self.ideas if term.word not in HAVING_DONE)
        return self._replace(ideas=deed) if deed and self.agents else self


class Said(NamedTuple):
    """How much of a question a line says; compares as a tuple, and more is better."""

    together: bool  # it says all that the question wants
    names: int
    ideas: int
    plainly: int  # the ideas that it has in the question's own word
    is_of_it: bool = False  # the line stands under an entry that the question names


def wanted_by(pack: StoredPack, query: Query) -> Wanted:
    """Read from a question what a line must have to answer it."""
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
    said_by_name |= PLACES if EXPELLING.intersection(query.words[2:3]) else set()  # every place is one
    said_by_name |= KINDS_OF if query.begins_with_be and "of" in query.words else set()  # "a form of X" asks for X
    said_by_name |= ORIGINS if query.is_yes_or_no and len(query.terms) > 2 else set()  # a Jewish family is one
    said_by_name |= {"place"} if {"take", "took"}.intersection(query.words) else set()  # "take place" is to happen
    further = (term for term in query.terms if term.word not in {*loose, *said_by_name, *VIEWING, WORDS})
    is_in_name = [] if query.begins_with_be else called  # its name does not say whether the Soviet Union was socialist
    ideas = tuple(_headed(term) for term in further if not is_said(term.itself, is_in_name))
    ideas = _without_taking_part(query, ideas)
    ideas = tuple(term for term in ideas if term.word != AGAINST) or ideas
    either = either_of(query, ideas)
    ideas = (as_one(*either),) if either else ideas
    things = tuple(named.values())
    if len(things) == 1 and not ideas:
        things = (things[0]._replace(loosely=False),)  # a search word is all that is asked
    return Wanted(
        ideas,
        things,
        "many" in query.words,
        counted_of(query, ideas),
        bool(VIEWING.intersection(query.words)),
        query.asks_for == "where" and "from" not in query.words,
        query.asks_for == "who",
        either,
        titles_with(pack, query, ideas) if query.is_question else (),
    )


def _without_taking_part(query: Query, ideas: tuple[Term, ...]) -> tuple[Term, ...]:
    """Drop verbs of taking part from the ideas if it is asked how many people did.

    The line with the number need not say that they did.
    """
    is_of_people = query.asks_for == "number" and any(term.word in PEOPLE for term in ideas)
    return tuple(term for term in ideas if term.word not in TAKING_PART) if is_of_people else ideas


def _headed(term: Term) -> Term:
    """Let a word for a head (`leader`) also be said by `under`: `first under Prince Lvov`."""
    return term._replace(forms=(*term.forms, Form(HEADED_BY, SYNONYM))) if term.word in HEADING else term


def _as_found(pack: StoredPack, words: Sequence[str], ids: Sequence[str]) -> Sequence[str]:
    """Return the words if they are search words of an entry (`Trotskyist parties`) without a verb.

    Else return nothing.
    """
    typed = without_article(" ".join(words))
    is_found = any(typed == plain(each) for own_id in ids for each in pack.entries[own_id].search)
    return words if is_found and not any(map(_is_verb, words)) else ()


def _named(pack: StoredPack, query: Query, span: tuple[int, int], ids: Sequence[str]) -> Named:
    """Return what some words of a question name.

    If the words are in none of the entries' names, and only lead to these, a text must have the words themselves.
    """
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
    """Return how much of a question a line says; an idea counts only where it stands near a name.

    `owner` is the id of the entry that the line stands under. `subject` is the name of what the line is about, if the
    line itself does not have it.
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
    """True if a text has a name of the question only within longer names of other bodies."""
    words = plain(text).split()
    line = f" {' '.join(words)} "
    named = zip(wanted.named, _places(wanted, words), strict=True)
    missing = (each for each, found in named if not found and owner not in each.entries)
    return any(f" {name} " in line for each in missing for name in each.longer)


def without_titles(wanted: Wanted, spoken: str) -> str:
    """Remove words that look like an idea of the question but are none: titles of works, kin in law."""
    if IN_LAW in spoken and not any(term.word == "law" for term in wanted.ideas):
        spoken = _KIN_IN_LAW.sub("", spoken)  # a brother-in-law is no brother
    for title in wanted.titles:
        spoken = spoken.replace(title, "")
    return spoken


def has_place(text: str) -> bool:
    """True if a text says where something was: `in Moscow`."""
    return any(not _OF_NO_PLACE.search(found["name"]) for found in _PLACE.finditer(text))


def _leads(places: Sequence[Sequence[int]], owned: Sequence[bool], start: int) -> bool:
    """True if a sentence begins, its date aside, with its entry: then all of it is about that."""
    return any(own and found and min(found) <= start + 1 for own, found in zip(owned, places, strict=True))


def _time_first(words: Sequence[str]) -> int:
    """Count the words of the date with which a sentence begins: `in august 1936` has three."""
    date = list(takewhile(lambda word: word.isdigit() or word in _OF_DATES, words))
    return len(date) if any(map(str.isdigit, date)) else 0


def untitled(clause: str) -> str:
    """Remove capitalised verbs, which belong to titles and say nothing: `The Revolution Betrayed`."""
    return _CAPITAL.sub(lambda word: "" if _is_verb(word[0].casefold()) else word[0], clause)


def _is_verb(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in OTHER_FORMS


def _speaking(
    wanted: Wanted, words: Sequence[str], places: Sequence[Sequence[int]], owned: Sequence[bool], *, is_of_it: bool
) -> Sequence[str]:
    """Return the words of a clause that speak of a named entry: all if it is the subject, else those near it.

    `places` are the positions of the names in the clause.
    """
    if is_of_it or not wanted.named or any(own and found for own, found in zip(owned, places, strict=True)):
        return words
    near = [place for found in places for place in found]
    near += [place for place, word in enumerate(words[:2]) if any(owned) and word in PRONOUNS]
    return [word for place, word in enumerate(words) if any(abs(place - each) <= NEAR for each in near)]


def _places(wanted: Wanted, words: Sequence[str]) -> list[list[int]]:
    """Return for each named entry the positions of the words that name it.

    Of two names that overlap the longer counts.
    """
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
    """True if a text has a number near the word for what is counted; no year, day or part of a name."""
    numbers = {*(each.replace(",", "") for each in _COUNT.findall(text)), *NUMERALS} - {"one"}  # not `one of them`
    words = plain(re.sub(r"(?<=\d),(?=\d)", "", text)).split()
    naming = {place for found in _places(wanted, words) for place in found}
    places = [place for place, word in enumerate(words) if word in numbers and place not in naming]
    near = [words[place : place + COUNTED] for place in places]
    return bool(places) and all(any(is_said(term, each) for each in near) for term in wanted.counted)
