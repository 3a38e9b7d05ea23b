"""Show a hit of the search as it is listed: its entry, and the one sentence that fits the question best."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Hit
from trotskyism_cli.message_text import MIDDOT
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.questions.direct import inside
from trotskyism_cli.views.questions.line_match import Said, Wanted, has_place, said_in
from trotskyism_cli.views.wording.sentences import AGAIN, defines
from trotskyism_cli.views.wording.sentences import is_said as tells_it_too
from trotskyism_cli.views.wording.surnames import short_name
from trotskyism_cli.views.wording.years_in_brackets import span_of

_SENTENCE = lazy_regex(r"(?<=[^\W_A-Z][^\W_A-Z][.!?]) +(?=[^\W_a-z]|“)")
_NAME = lazy_regex(r"(?<=[\w,] )[A-Z]\w+")
_BY_NAME = lazy_regex(r"\b(?:by|under) (?:\w+ ){0,3}[A-Z]")
_WHEN_FIRST = lazy_regex(r"(?:After|At|Before|By|During|From|In|On|Under|When)\b")  # begins a whole sentence
_PRONOUN_SOON = lazy_regex(r"\w+ [\w ]{0,30}\b(?:he|she|it|they)\b")
_BODY = lazy_regex(r"\bthe party\b")  # may mean the body that the line is about
_OF_SOMEBODY = lazy_regex(r"(?:He|Her|His|She)\b")
PASSAGE, BEFORE, TITLE = 60, 8, 4  # words: of a quotation shown, before the words sought in it, of a name
SHORT, OF_A_DAY = 40, 12  # words: of a short sentence, of one that only gives a day


class ShownHit(NamedTuple):
    """A hit as it is listed.

    `tag` says what kind of thing it is and when; `text` is the sentence that fits best; `matched` are the words to
    highlight. `verb` is the command that opens the hit; `said` is how much of the question the sentence says.
    """

    id: str
    name: str
    tag: str
    text: str
    matched: frozenset[str]
    verb: str
    said: Said


def hit_of(pack: StoredPack, own_id: str, facts: tuple[str, ...], query: Query) -> Hit:
    """Make a hit of an entry that the search did not return, with some of its facts."""
    entry = pack.entries[own_id]
    return Hit(own_id, entry.kind, entry.name, entry.summary, facts, 0.0, query.forms)


def shown_hit(pack: StoredPack, hit: Hit, wanted: Wanted, answered: str = "") -> ShownHit:
    """Show a hit by the one sentence of it that says most of what is wanted.

    Sentences that the answer beside it (`answered`) has told already are passed over.
    """
    if hit.kind == "quote":
        quote = pack.quotes[hit.id]
        tag = MIDDOT.join(filter(None, ("quotation", date_short(quote.when) if quote.when else "")))
        said = said_in(wanted, quote.text, quote.speaker, hit.name if wanted.says else "")
        said = said._replace(is_of_it=wanted.says and said.together)
        return ShownHit(hit.id, hit.name, tag, f"“{_round(wanted, quote.text)}”", hit.matched, "quote", said)
    if hit.kind == "topic":
        lines = ((each, said_in(wanted, each)) for each in sentences(hit.text.replace(" - ", " ")))
        text, said = max(lines, key=_fitness)
        return ShownHit(hit.id, hit.name, "chapter", text.removeprefix("- "), hit.matched, "summary", said)
    entry = pack.entries[hit.id]
    of_event = entry.name if entry.kind is Kind.EVENT else ""  # every fact of an event is about the event
    facts = [pack.facts[each] for each in hit.facts]
    if answered:  # the day stands in the tag, and other lines tell more
        facts = [fact for fact in facts if not _is_bare_day(pack, fact)]
    stated = [(fact_sentence(pack, fact), of_event) for fact in facts]
    summary = [(each, entry.name) for each in sentences(entry.summary)]
    if is_definition := answered.startswith(f"{capital(entry.name)}: "):  # then why it matters, or who argued about it
        facts = [fact for fact in facts if not defines(pack, fact)]
        stated = [(fact_sentence(pack, fact), of_event) for fact in facts]
        summary = [(each, entry.name) for each in sentences(entry.significance)]
    leads = (
        not is_definition and (wanted.ideas or len(wanted.named) != 1) and stated and hit.text.startswith(stated[0][0])
    )
    told = [
        each for each in ([*stated, *summary] if leads else [*summary, *stated]) if not _is_told_by(answered, each[0])
    ]
    told = [each for each in told if not (answered and each[0].endswith("?"))]
    if not told:  # the answer has told all of it: say what else one should know
        facts = sorted(entry.facts, key=lambda fact: (isinstance(fact.object, Date), -fact.importance))
        sure = (fact for fact in facts if not (fact.negated or fact.id in pack.corrected or defines(pack, fact)))
        told = [(text, "") for text in (fact_sentence(pack, fact) for fact in sure) if not _is_told_by(answered, text)]
    lines = ((text, said_in(wanted, text, entry.id, subject)) for text, subject in told)
    by_names = _fitness_of_places if wanted.places else _fitness_of_agents if wanted.agents else _fitness
    text, said = max(lines, key=by_names, default=("", said_in(wanted, "", entry.id)))
    heading = said_in(wanted, entry.name, entry.id)
    if wanted.places and entry.kind is Kind.EVENT and has_place(text):  # another line may tell what took place there
        said = said._replace(together=said.together or _is_told(wanted, entry.id, told))
    said = max(said, heading)._replace(is_of_it=heading.names > 0)
    if not text:  # a heading never stands without a line
        text = next((each for each in _told_of(pack, entry) if each and not _is_told_by(answered, each)), "")
    tag = MIDDOT.join(filter(None, (entry.kind, span_of(pack, entry))))
    return ShownHit(hit.id, entry.name, tag, text, hit.matched, "show", said)


def _told_of(pack: StoredPack, entry: Entry) -> Iterator[str]:
    """Yield what the book tells of an entry besides its own facts.

    These are its summary, its significance, and the facts that have it as object.
    """
    yield from (*sentences(entry.summary), *sentences(entry.significance))
    yield from (fact_sentence(pack, fact) for fact in pack.facts_with_object(entry.id) if pack.is_known(fact))


def is_named_in(entry: Entry, text: str) -> bool:
    """True if a line contains the entry's name or short name."""
    names = "|".join(map(re.escape, (short_name(entry), entry.name)))
    return bool(re.search(rf"(?<!\w)(?:{names})(?!\w)", text))


def whole_line(entry: Entry, text: str) -> str:
    """Make a line about an entry stand by itself: put the entry's name in front, if the line lacks it."""
    is_whole = is_named_in(entry, text) or (_WHEN_FIRST.match(text) and not _PRONOUN_SOON.match(text))
    if entry.kind is Kind.ORGANISATION and (body := _BODY.search(text)):  # `the party` needs the name before it
        is_whole = is_named_in(entry, text[: body.start()])
    if entry.kind is not Kind.PERSON and _OF_SOMEBODY.match(text):  # `he` is named in the sentence before
        told = sentences(entry.summary)
        text = " ".join(told[: told.index(text) + 1]) if text in told else text
    return text if is_whole else f"{capital(entry.name)}: {inside(text)}"


def _round(wanted: Wanted, text: str) -> str:
    """Cut a long quotation to at most PASSAGE words around the sentence that has most of what is sought."""
    words = text.split()
    if len(words) <= PASSAGE:
        return text
    lines = sentences(text)
    fits = [said_in(wanted, each) for each in lines]
    start = len(" ".join(lines[: fits.index(max(fits))]).split())
    length = len(lines[fits.index(max(fits))].split())
    if length > SHORT:  # start a long sentence a little before the words sought
        places = [
            place
            for place in range(start, start + length)
            if said_in(wanted, words[place]).ideas + said_in(wanted, " ".join(words[place : place + TITLE])).names
        ]
        start = max(start, (places or [start])[0] - BEFORE)
    start = max(0, min(start, len(words) - PASSAGE // 2))
    end = min(len(words), start + PASSAGE)
    return f"{'… ' if start else ''}{' '.join(words[start:end])}{' …' if end < len(words) else ''}"


def _is_bare_day(pack: StoredPack, fact: Fact) -> bool:
    """True if a fact tells hardly more than a day: `was born on 7 November 1879`."""
    return isinstance(fact.object, Date) and len(fact_sentence(pack, fact).split()) <= OF_A_DAY


def _is_told_by(answered: str, text: str) -> bool:
    """True if an answer contains a sentence, or nearly all of its words."""
    return bool(answered) and (plain(text) in plain(answered) or tells_it_too(text, answered, AGAIN))


def _is_told(wanted: Wanted, own_id: str, told: Iterable[tuple[str, str]]) -> bool:
    """True if one of several lines about an event says all that is wanted except the place."""
    anywhere = wanted._replace(places=False)
    said = (said_in(anywhere, text, own_id, subject) for text, subject in told)
    return any(each.together and each.plainly == len(wanted.ideas) for each in said)


def _fitness(told: tuple[str, Said]) -> tuple[bool, Said, bool]:
    """Rank a sentence by how much it says; among equals a short one that has an idea of the question wins."""
    text, said = told
    return not text.endswith("?"), said, said.ideas > 0 and len(text.split()) <= SHORT


def _fitness_of_places(told: tuple[str, Said]) -> tuple[bool, bool, bool, Said, int]:
    """Rank a sentence by how well it says where something was; among equals the one with more names wins."""
    text, said = told
    is_there = has_place(text) and said.names > 0
    return not text.endswith("?"), said.together, is_there, said, len(_NAME.findall(text)) if said.ideas else 0


def _fitness_of_agents(told: tuple[str, Said]) -> tuple[bool, bool, int, int, bool, Said, bool]:
    """Rank a sentence by how well it says who did something; among equals one with `by` and a name wins."""
    is_told, said, is_short = _fitness(told)
    return is_told, said.together, said.names, said.ideas, bool(_BY_NAME.search(told[0])), said, is_short


def lines_on(pack: StoredPack, entry: Entry) -> Iterator[str]:
    """Yield the sentences of an entry's summary, then those of its facts."""
    yield from sentences(entry.summary)
    yield from (fact_sentence(pack, fact) for fact in pack.known_facts(entry))


def sentences(text: str) -> list[str]:
    """Split a text into sentences; initials and short titles (`V. I.`, `St.`) end none."""
    return _SENTENCE.split(text)
