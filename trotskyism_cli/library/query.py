"""A question taken apart: the words that carry it, the entries and the date it names, and what it asks for."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from trotskyism_cli.library.adjectives import ADJECTIVES
from trotskyism_cli.library.forms import is_cyrillic, words_of
from trotskyism_cli.library.named_in_text import entries_named
from trotskyism_cli.library.spelling import RELATED, Form, Synonyms, Term, read_word
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.when import Asked, find_date
from trotskyism_cli.pack.dates import Date

# Words that say nothing about what is sought; what is asked for (who, when) is read from them before they are dropped.
STOP_WORDS = frozenset(
    """
    a about after again all also am among an and another answer any are as at be became because become been before
    began begin begins being between bio biography both brief but by call called came can cause caused causes change
    changed changes come could date dates define
    definition describe described describes details did do does doing done during each either ever every exactly explain
    facts for from full gave get give given go goes going had happen happened happens has have having he her
    here him himself his how i if in info information into is it its itself just kind know known last list lists
    long lot made main make makes many may me mean meaning means meant might mind more most much must my name named
    names need no nor not of off on one only or other our out over overview own part people per person play please put
    question really reason reasons regarding say says she should simple simply so some someone something sort spend
    spent start started starts still such summary
    take taken tell than that the their them then there these they thing things think this those thought through
    timeline title titles to together too took topic toward towards under until up upon use used very via view
    want was was's way we were what when where whether which while who whom whose why will with within word
    would year you your
    anybody anyone anything else everybody everyone expression phrase term terms
    """.split()
)
# Words that ask, and the kind of thing that they ask for.
QUESTION_WORDS = {
    "who": "who",
    "whom": "who",
    "whose": "who",
    "when": "when",
    "year": "when",
    "date": "when",
    "where": "where",
    "why": "why",
    "cause": "why",
    "caused": "why",
    "causes": "why",
    "reason": "why",
    "reasons": "why",
    "many": "number",
    "number": "number",
    "what": "what",
    "happened": "event",
    "happen": "event",
    "said": "quote",
    "quote": "quote",
    "wrote": "quote",
}
# What may be asked for, in the order in which it counts: in “what year” it is the year that is asked for.
ASKED_FOR = ("who", "when", "where", "number", "why", "what")
LASTING = frozenset({"how", "long"})  # ask for the span of time of an event
# Words with which a question begins that is answered with yes or no, and those that ask for something else.
YES_OR_NO = frozenset("are can could did do does had has have is may might must should was were will would".split())
ENDING = "end"
OR = "or"
DID, ARTICLES = frozenset({"did", "do", "does"}), frozenset({"the", "a", "an"})
IS = frozenset({"is", "was", "are", "were"})
INTERROGATIVES = frozenset("how what when where which who whom whose why".split())
# Words by which one asks what somebody held.
VIEWING = frozenset(
    """
    think thought thinks say said says saying hold held holds believe believed believes want wanted wants argue argued
    argues argument arguments view views opinion opinions position positions propose proposed demand demanded claim
    claimed react reacted respond responded write wrote criticise criticised criticize criticized criticism judge judged
    attitude
    """.split()
)
# Words that ask where, with which or what before them.
PLACES = frozenset("city cities country countries place places town towns".split())
KINDS_OF_PLACE = {"city": "city", "cities": "city", "country": "country", "countries": "country"}
EXPELLING = frozenset("banished deported expelled interned invaded refused".split())
RUSSIAN = frozenset("chto gde kak kogda kto pochemu shto skolko".split())  # they begin a question in Latin letters
IDEAS = frozenset("concept doctrine idea policy principle slogan strategy theory".split())
OF_YEAR = ("in", "of")  # before a year that is part of the name of an event: the split of 1953
# Of a body: who was the first in it; any other office has words of its own.
HEADING = frozenset(
    "chair chaired chairman head headed lead led leader premier president presided ran rule ruled ruler".split()
)
OWNING, LONGEST_NOUN = frozenset({"his", "her", "their"}), 3  # and how many words may name what is owned
SAYING = 4  # words, and more, that are a name though none of them says anything alone: What Is to Be Done?
IN_ONE_WORD: dict[tuple[str, ...], str] = {
    ("for", "the", "first", "time"): "first",
    ("put", "down"): "suppressed",
    ("prime", "minister"): "premier",
    ("was", "responsible", "for"): "ordered",
    ("was", "behind"): "ordered",
    ("brought", "down"): "overthrew",
    **{(verb, "against"): f"{verb} to" for verb in ("lose", "loses", "losing", "lost")},
    **{(verb, "against"): "beat" for verb in ("win", "won", "prevail", "prevailed")},
    ("for", "good"): "",
    ("for", "ever"): "",
    ("forever",): "",
}
POSSESSIVE = frozenset("'’")
# Endings of words without which a question asks for something else: the youngest; the Hungarian revolution.
NARROWING = ("est", "ian", "ish", "ese")
MOST_WORDS = 40  # of a question that are read; a longer one has said by then what it is about


class Query(NamedTuple):
    """A question taken apart. `entries` are the ids that it names, with the words (from, to) that name them."""

    words: tuple[str, ...]
    terms: tuple[Term, ...]
    entries: dict[str, tuple[int, int]]
    date: Asked | None
    asks: frozenset[str]
    place_kind: str = ""  # the kind of place that it asks for: `country` in `which countries`

    @property
    def named(self) -> list[str]:
        """The ids that it names, in its order."""
        return sorted(self.entries, key=lambda each: self.entries[each])

    @property
    def when(self) -> Date | None:
        """The date that it names, if that is one day or span."""
        return self.date.when if self.date else None

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing that could be looked for."""
        return not self.terms and not self.date and not self.entries

    @property
    def is_question(self) -> bool:
        """Whether it asks something, and is not words alone."""
        return self.is_yes_or_no or bool(INTERROGATIVES.intersection(self.words))

    @property
    def is_yes_or_no(self) -> bool:
        """Whether yes or no would answer it."""
        return bool(YES_OR_NO.intersection(self.words[:1]))

    @property
    def is_either_or(self) -> bool:
        """Whether it lets one choose between two answers: `was he for it or against it`."""
        return self.is_yes_or_no and OR in self.words

    @property
    def asked(self) -> str:
        """The one kind of thing that it asks for: `who`, `when`, `where`, `number`, `why`, `what` or `how`; or none."""
        if LASTING.issubset(self.words):
            return "when"
        first = QUESTION_WORDS.get(self.words[0], "") if self.words else ""
        if first in ("who", "where", "why"):  # and not what a clause begins with: where he was when it was done
            return first
        return next((each for each in ASKED_FOR if each in self.asks), "how" if "how" in self.words else "")

    @property
    def asks_nothing(self) -> bool:
        """Whether a question from which a word was left out asks nothing any more: `who was Trotsky's (mother)`."""
        return self.is_yes_or_no or (self.is_question and self.is_only_names_or(VIEWING))

    @property
    def is_only_names(self) -> bool:
        """Whether every word of it belongs to the name of an entry."""
        covered = {position for start, end in self.entries.values() for position in range(start, end)}
        content = {place for place, word in enumerate(self.words) if word not in STOP_WORDS}
        return bool(self.entries) and content <= covered

    def is_only_names_or(self, asking: frozenset[str]) -> bool:
        """Whether every word that neither names an entry nor is one of these says nothing."""
        return all(term.word in self.naming or term.word in asking for term in self.terms)

    @property
    def naming(self) -> frozenset[str]:
        """The words of it that name entries."""
        places = {place for start, end in self.entries.values() for place in range(start, min(end, len(self.words)))}
        return frozenset(self.words[place] for place in places if self.words[place] not in STOP_WORDS)

    def further_terms(self, asking: frozenset[str]) -> list[Term]:
        """The words of it that neither name an entry or a date nor are among those that ask."""
        dated = {str(self.when.first.year)} if self.when else set()
        return [term for term in self.terms if term.word not in {*self.naming, *asking, *dated}]

    @property
    def forms(self) -> frozenset[str]:
        """All that may stand for its words in a passage."""
        return frozenset(form for term in self.terms for form in (term.word, *(each.text for each in term.forms)))

    @property
    def is_phrase(self) -> bool:
        """Whether it is two words or more that may be the name of something, but of no entry: no question, no date."""
        asks = self.asks or self.date or self.entries
        return not asks and len(self.terms) > 1 and not STOP_WORDS.intersection(self.words)

    @property
    def only_unknown(self) -> str:
        """The one word of it that the book does not have, if what is left is worth looking for; empty if not.

        A question of two words that tell anything is about that word, most likely.
        """
        unknown = [term.word for term in self.terms if not term.forms]
        if self.is_question and len(unknown) == 1 and unknown[0].endswith(NARROWING):
            return ""  # without it the question would be another one
        is_about_more = bool(self.entries) or len(self.terms) > 2 or not self.asks
        return unknown[0] if len(unknown) == 1 < len(self.terms) and is_about_more else ""

    @property
    def misspelt(self) -> tuple[tuple[str, str], ...]:
        """The words of it that the book has only in another spelling, each with that."""
        return tuple((term.word, term.known_as) for term in self.terms if term.is_misspelt)

    @property
    def is_only_date(self) -> bool:
        """Whether a date is all that it names."""
        return self.date is not None and not self.terms


def take_apart(store: Store, text: str, synonyms: Synonyms, called: Callable[[str], str]) -> Query:
    """Read a question against the words and names of the book; `called` gives the name of an entry in its texts."""
    date = find_date(text)
    rest = f"{text[: date.start]} {text[date.end :]}" if date else text
    words = tuple(words_of(rest)[:MOST_WORDS])
    words = _in_cyrillic(words)
    if any(map(is_cyrillic, words)):
        words = tuple(_in_english(store, words, called))
    place_kind = next((KINDS_OF_PLACE[word] for word in words if word in KINDS_OF_PLACE), "")
    words = _in_one_word(_asking_why(tuple(_asking_where(words))))
    content = [word for word in dict.fromkeys(words) if word not in STOP_WORDS]
    if content and date and date.when:
        content.append(str(date.when.first.year))  # of all that is shown, something must speak of that year
    terms = {word: read_word(store, word, synonyms) for word in content}
    mended = " ".join(terms[word].known_as if word in terms else word for word in words)
    is_of_one = bool(POSSESSIVE.intersection(text))  # Trotsky's Stalin is a title
    found = entries_named(store, mended, are_people_apart=not is_of_one)
    named = {each: span for each, span in found.items() if _says_something(words, span)}
    named = _with_possessions(store, words, _without_views(store, words, named))
    if date and date.when:
        named = (
            _of_year(store, text, date, words, named) if named else _events_of_year(store, text, date, words)
        ) or named
    if IS.intersection(words[1:2]) and "what" in words[:1]:
        named = {idea: span for each, span in named.items() for idea in _idea_meant(store, each, words[slice(*span)])}
    if INTERROGATIVES.intersection(words):
        terms |= {word: _with_adjective(terms[word]) for word in ADJECTIVES.keys() & terms.keys()}
    if deed := _deed(words, terms, named):
        terms[deed] = terms[deed]._replace(is_deed=True)
    return Query(
        words=words,
        terms=tuple(terms.values()),
        entries=named,
        date=date,
        asks=frozenset(QUESTION_WORDS[word] for word in words if word in QUESTION_WORDS),
        place_kind=place_kind,
    )


def _with_adjective(term: Term) -> Term:
    """The name of a country with its adjective, by which a question about it may be answered."""
    return term._replace(forms=(*term.forms, Form(ADJECTIVES[term.word], RELATED)))


def _deed(words: Sequence[str], terms: Collection[str], named: Mapping[str, tuple[int, int]]) -> str:
    """The verb after `did` and who did it: the first word that says something before one that says nothing, or a name.

    Empty if there is none: in `why did he take part` that is a word of no weight. The end of something is told by the
    noun as well, and so is what is answered with yes or no.
    """
    places = {place for span in named.values() for place in range(*span)}
    did = next((place for place, word in enumerate(words) if word in DID and place), len(words))
    for place in range(did + 1, len(words)):
        is_last = place + 1 in places or words[place + 1 : place + 2] == () or words[place + 1] not in terms
        if place in places or words[place] in ARTICLES:
            continue
        if words[place] not in terms:
            return ""
        if is_last:
            return words[place] if words[place] != ENDING else ""
    return ""


def _without_views(store: Store, words: Sequence[str], named: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """What is named, with Stalin for `criticism of Stalin` where somebody is named who held the view."""
    found = dict(named)
    for own_id, (start, end) in named.items():
        if words[start] in VIEWING and words[start + 1 : start + 2] == ("of",) and len(set(named.values())) > 1:
            del found[own_id]
            rest = entries_named(store, " ".join(words[start + 2 : end]))
            found |= {each: (first + start + 2, last + start + 2) for each, (first, last) in rest.items()}
    return found


def _with_possessions(
    store: Store, words: Sequence[str], named: dict[str, tuple[int, int]]
) -> dict[str, tuple[int, int]]:
    """What is named, with what `his` and a noun name of the one who is named before: Lenin, and his Testament."""
    for place, word in enumerate(words):
        owner = max((span for span in named.values() if span[1] <= place), default=None, key=lambda span: span[1])
        if word not in OWNING or owner is None or words[place - 1] == "in":  # what stands in it is asked, not it
            continue
        for end in range(min(len(words), place + 1 + LONGEST_NOUN), place + 1, -1):
            phrase = [*words[slice(*owner)], *words[place + 1 : end]]
            of_him = [each for each, span in entries_named(store, " ".join(phrase)).items() if span == (0, len(phrase))]
            if of_him:
                return {**named, **dict.fromkeys(of_him, (place + 1, end))}
    return named


def _idea_meant(store: Store, entry: str, words: Sequence[str]) -> list[str]:
    """The idea that is meant by `the theory of permanent revolution`, though a work is called so; else the entry."""
    place = words.index("of") + 1 if "of" in words else 0
    if not IDEAS.intersection(words[:place]):
        return [entry]
    named = entries_named(store, " ".join(words[place:]))
    kinds = {each: store.column("SELECT kind FROM kinds WHERE entry = ?", each) for each in (entry, *named)}
    ideas = [each for each in named if kinds[each] == ["concept"] and named[each] == (0, len(words) - place)]
    return ideas if ideas and kinds[entry] == ["work"] else [entry]


def _says_something(words: Sequence[str], span: tuple[int, int]) -> bool:
    """Whether words that may be a name are more than words that any question has."""
    start, end = span
    return end - start >= SAYING or not STOP_WORDS.issuperset(words[start:end])


def _events_of_year(store: Store, text: str, date: Asked, words: Sequence[str]) -> dict[str, tuple[int, int]]:
    """The events that a question calls by a word and the year before which it stands: `a split in 1953`."""
    *_, before, last = ("", "", *words_of(text[: date.start]))
    year = text[date.start : date.end].strip()
    if last not in OF_YEAR or not year.isdecimal() or before not in words or before in STOP_WORDS:
        return {}
    place = words.index(before)
    return dict.fromkeys(entries_named(store, f"{before} of {year}"), (place, place + 1))


def _of_year(
    store: Store, text: str, date: Asked, words: Sequence[str], named: Mapping[str, tuple[int, int]]
) -> dict[str, tuple[int, int]]:
    """What is named with the year behind it as part of the name: of `the Russian Revolution of 1905` no book."""
    last = ("", *words_of(text[: date.start]))[-1]
    year = text[date.start : date.end].strip()
    if last not in OF_YEAR or not year.isdecimal():
        return {}
    for span in set(named.values()):
        phrase = words[slice(*span)]
        of_year = entries_named(store, f"{' '.join(phrase)} of {year}")
        full = [each for each, (start, end) in of_year.items() if end - start > len(phrase) and each not in named]
        if full:
            return {**{each: its for each, its in named.items() if its != span}, **dict.fromkeys(full, span)}
    return {}


def _asking_where(words: Sequence[str]) -> Iterator[str]:
    """The words of a question, with `where` for `country` in `in which country`.

    What was had in several countries may be told without any of them: there the word itself is looked for, too.
    """
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        if word in PLACES and before in ("which", "what") and after not in EXPELLING:  # of which it did it, not where
            yield "where"
            if after not in ("had", "have"):
                continue
        yield word


def _asking_why(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a question, with `caused` for `led to` where it asks what did."""
    for place in (1, 2):
        if words[:1] in (("what",), ("which",)) and words[place : place + 2] in (("led", "to"), ("leads", "to")):
            return ("what", "caused", *words[place + 2 :])
    return words


def _in_one_word(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a question, with one word for what several say: `first` for `for the first time`."""
    for phrase, word in IN_ONE_WORD.items():
        for place in range(len(words) - len(phrase) + 1):
            if words[place : place + len(phrase)] == phrase:
                return _in_one_word((*words[:place], *word.split(), *words[place + len(phrase) :]))
    return words


def _in_cyrillic(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a Russian question that is asked in Latin letters, those with which one asks in Cyrillic."""
    if words[:1] and words[0] in RUSSIAN:
        from trotskyism_cli.library.russian import IN_LATIN

        return tuple(IN_LATIN.get(word, word) for word in words)
    return words


def _in_english(store: Store, words: Sequence[str], called: Callable[[str], str]) -> list[str]:
    """The words of a question that is asked in Russian in English, what it names by its name there."""
    from trotskyism_cli.library.russian import in_english  # few ask in Russian

    english = [in_english(word) for word in words]
    named = {start: (end, each) for each, (start, end) in reversed(entries_named(store, " ".join(words)).items())}
    for start, (end, _) in list(named.items()):
        if end - start == 1 and english[start] != [words[start]]:
            del named[start]  # a word that asks is only like a name
    covered = {place for start, (end, _) in named.items() for place in range(start, end)}
    told = {place: each for place, each in enumerate(english) if place not in covered}
    if all(told[place] == [words[place]] for place in told):
        return list(words)  # names alone are found as they stand
    told |= {start: words_of(called(each)) for start, (_, each) in named.items()}
    return [each for place in sorted(told) for each in told[place]]
