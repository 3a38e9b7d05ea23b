"""Judge whether a sentence that contains a name of an entry means that entry.

The spelling, the date and the words around it decide. Names have capitals; the longest name wins (`the Communist Party
of Germany` is no other Communist Party); a time before its beginning excludes an entry; a common word for a concept
counts only as part of the concept's name.
"""

from datetime import date
from functools import lru_cache

from trotskyism_cli.library.bodies.lifespan import event_date, life_of_body
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import written_names
from trotskyism_cli.library.names.names_in_texts import sharing, with_longer_names
from trotskyism_cli.library.names.word_places import Place, places_of, plain_words, written_words
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.adjectives import ADJECTIVES
from trotskyism_cli.pack.dates import A_MONTH, NAMED_YEAR, Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import fact_sentence

_NAMED_BY_CAPITALS = (Kind.EVENT, Kind.ORGANISATION)  # and not named before their beginning
_COUNTRIES = {each.capitalize(): adjective.capitalize() for each, adjective in ADJECTIVES.items()}
_ADJECTIVES = {adjective: country for country, adjective in _COUNTRIES.items()}
_LAST_WORD = lazy_regex(r"([A-ZÀ-Ž][\w-]*)(?:['’]s)? $")
_OF_YEAR = lazy_regex(rf" of (?:the )?(?:(?:{A_MONTH}) )?(\d{{4}})\b")
_OF_WHAT = lazy_regex(r" of (?:the )?([A-ZÀ-Ž][\w’'-]*(?: [A-ZÀ-Ž][\w’'-]*)*)")
_PART_OF_TITLE = lazy_regex(r"[A-ZÀ-Ž]\w+ of (?:the )?$")
_BEGINS_TITLE = lazy_regex(rf"(?:{_PART_OF_TITLE.pattern}|['’]s $)")
_BEFORE_LAST_OF_TITLE = lazy_regex(r"[A-ZÀ-Ž]\w+ (?:after|and|in|of|on) (?:the )?$")
_IN_YEAR = lazy_regex(r" \((\d{4})\b")
_OWNER = lazy_regex(r"([A-ZÀ-Ž][\w-]*)['’]s ")
_OF_VIEW = lazy_regex(r"\w+ist")
_TITLED = lazy_regex(r"(?<![.?!:])(?<![.?!:][”’\"']) The $")  # inside a sentence: `in The Russian Revolution`
LIVING_MEMORY = 50  # years in which `the Russian revolution` can mean no other
_KIN, _SAME = 4, 5  # common first letters of words that may be, or are, forms of one word


def is_meant(pack: StoredPack, entry: Entry, text: str, when: Date | None = None, beside: tuple[str, ...] = ()) -> bool:
    """Return whether a sentence of a certain date means an entry; `beside` are the entries it is about.

    True if the text has no name of the entry as written: it may contain another form, which is not judged.
    """
    places = _places(entry, text)
    if not places:
        return True
    first, last = _years(text, when)
    begun, ended = life(pack, entry)
    if when and last < begun.year:
        return False
    is_in_life = last >= begun.year and first <= ended.year
    is_known = last >= begun.year and first <= ended.year + LIVING_MEMORY
    return any(
        _is_written(entry, name, place, is_known=is_known)
        and not _is_loose(entry, name, place)
        and _is_as_title(pack, entry, name, place, beside)
        and _is_whole(pack, entry, place, beside, is_known=is_known)
        and (is_in_life or not _has_namesake(pack, entry, name))
        for name, place in places
    )


def is_told_in(pack: StoredPack, entry: Entry, about: Entry) -> bool:
    """Return whether the text about one entry means another, judging by its facts, then by its summary.

    True if it has no name of the other entry as written.
    """
    stated: list[tuple[str, Date | None]] = [(about.name, None)]
    stated += [(fact_sentence(pack, fact), fact.date) for fact in pack.known_facts(about)]
    for told in (stated, [(about.summary, None)]):
        naming = [each for each in told if _places(entry, each[0])]
        if naming:
            return any(is_meant(pack, entry, text, when, (about.id,)) for text, when in naming)
    return True


def life(pack: StoredPack, entry: Entry) -> tuple[date, date]:
    """First and last day of an organisation or event; the full range of dates for others or if unknown."""
    if entry.kind is Kind.ORGANISATION:
        return life_of_body(pack, entry.id)
    happened = event_date(entry) if entry.kind is Kind.EVENT else None
    return (happened.first, happened.last) if happened else (date.min, date.max)


def _years(text: str, when: Date | None) -> tuple[int, int]:
    """First and last year of a sentence's date and of the years it contains."""
    years = [int(each) for each in NAMED_YEAR.findall(text)]
    years += [when.first.year, when.last.year] if when else []
    return min(years, default=date.min.year), max(years, default=date.max.year)


def _places(entry: Entry, text: str) -> list[tuple[str, Place]]:
    """Places where a text contains a name of an entry, each with the name."""
    words = plain_words(text)
    return [(name, place) for name, form in _forms(entry) if form[0] in words for place in places_of(form, text)]


@lru_cache(maxsize=2_000)  # needed for each entry in every sentence
def _forms_of(names: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, words) for name in dict.fromkeys(names) if (words := plain_words(name)))


def _forms(entry: Entry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names of an entry (of a person also the surname), each with its plain words."""
    return _forms_of(written_names(entry))


def _is_written(entry: Entry, name: str, place: Place, *, is_known: bool) -> bool:
    """Return whether words are capitalised as the name is; a word in small letters may begin a sentence.

    One capital suffices for organisations and events while known: `the October revolution`. A concept's main name may
    have capitals (`the Soviets`), but not inside another title (`Congress of Soviets`).
    """
    found = place.words
    if len(found) == 1:
        own, word = _bare(name), _bare(found[0])
        is_concept = entry.kind is Kind.CONCEPT and name == entry.name and not _BEGINS_TITLE.search(place.before)
        may_be_large = place.is_first or is_concept
        is_large = may_be_large and word[:1].isupper() and word[1:] == own[1:]
        return not name.isdecimal() and (word == own or is_large)
    capitals = [word[:1].isupper() for word in written_words(name) if plain(word) != "the"]
    kept = [not each[:1].islower() for each in found if plain(each) != "the"]
    if entry.kind is Kind.CONCEPT:
        is_of_others = name != entry.name and not any(capitals) and all(kept) and not place.is_first
        return not is_of_others and (any(kept) or not any(capitals[1:]))
    if all(each or not capital for each, capital in zip(kept, capitals, strict=True)):
        return True
    return any(kept) and is_known and entry.kind in _NAMED_BY_CAPITALS


def _bare(word: str) -> str:
    """A word without possessive ending and punctuation."""
    return word.replace("’", "'").removesuffix("'s").strip("“”\"'?!.")


def _is_loose(entry: Entry, name: str, place: Place) -> bool:
    """Return whether a name of a concept is too general: a common word (`workers`), or half of a pair.

    Half of a pair is meant if it is quoted: `“Trotskyite”` for `Trotskyist and Trotskyite`.
    """
    if entry.kind is not Kind.CONCEPT or name == entry.name:
        return False
    if len(place.words) == 1 and f" {name} " in f" {entry.name} " and " and " in entry.name:
        return not place.before.endswith(("“", '"'))
    owner = _OWNER.match(entry.name)
    if owner and name.islower() and owner[1] not in place.text:
        return True
    loose = _loose_words(entry.name, entry.aliases)
    own = plain_words(name)
    return own[-1] in loose or own[0] in loose


@lru_cache(maxsize=2_000)
def _loose_words(name: str, aliases: tuple[str, ...]) -> frozenset[str]:
    begins = {word[:_KIN] for word in plain_words(name)}
    words = (plain_words(each)[0] for each in aliases if " " not in each and each.islower())
    return frozenset(word for word in words if word[:_KIN] not in begins)


def _is_as_title(pack: StoredPack, entry: Entry, name: str, place: Place, beside: tuple[str, ...]) -> bool:
    """Return whether a work with a shared name occurs with its author, and any other entry not inside a title."""
    is_titled = place.words[0] != "The" and bool(_TITLED.search(place.before))
    if entry.kind is not Kind.WORK:
        return entry.kind is Kind.PERSON or not (is_titled or _ends_title(pack, entry, place))
    authors = pack.authors(entry)
    if not authors or not sharing(pack.store, plain(name), entry.id):
        return True
    if name.startswith("The ") and place.words[0] != "The":
        return False
    named = (pack.entries[each].name.rpartition(" ")[2] for each in authors)
    return not set(authors).isdisjoint(beside) or any(each in place.text for each in named)


def _ends_title(pack: StoredPack, entry: Entry, place: Place) -> bool:
    """Return whether the words end a title with its year: `The Tragedy of the Chinese Revolution (1938)`.

    Not if the year fits the entry itself.
    """
    year = _IN_YEAR.match(place.after)
    if not (year and _BEFORE_LAST_OF_TITLE.search(place.before)):
        return False
    begun, ended = life(pack, entry)
    return begun == date.min or not begun.year <= int(year[1]) <= ended.year


def _is_whole(pack: StoredPack, entry: Entry, place: Place, beside: tuple[str, ...], *, is_known: bool) -> bool:
    """Return whether the words are no part of a longer name, be it of another entry or not.

    Exempt are places, and events inside the entry's own time: `the February Revolution of 1917`.
    """
    if entry.kind is Kind.PLACE:
        return True
    longer = with_longer_names(pack.store, place, entry.id, entry.kind)
    if any(each not in beside and not _is_within(pack, each, entry) for each in longer):
        return False
    if entry.kind not in _NAMED_BY_CAPITALS:
        return True
    before, behind = _LAST_WORD.search(place.before), _OF_WHAT.match(place.after)
    if len(place.words) == 1:
        return not (behind and _PART_OF_TITLE.search(place.before))
    if year := _OF_YEAR.match(place.after):
        begun, ended = life(pack, entry)
        return begun.year <= int(year[1]) <= ended.year
    if before and _is_of_others(pack, entry, before[1], is_known=is_known):
        return False
    return behind is None or _is_of(pack, entry, behind[1]) or _is_of_somebody(pack, behind[1])


def _is_within(pack: StoredPack, other: str, event: Entry) -> bool:
    """Return whether another event took place during this one."""
    begun, ended = life(pack, event)
    first, last = life(pack, pack.entries[other])
    return event.kind is Kind.EVENT and begun > date.min and begun <= first and last <= ended


def _is_of_others(pack: StoredPack, entry: Entry, before: str, *, is_known: bool) -> bool:
    """Return whether the word before a name is of another country, or (in another time) of another tendency."""
    is_country = before in _COUNTRIES or before in _ADJECTIVES
    return (is_country or (not is_known and bool(_OF_VIEW.fullmatch(before)))) and not _is_of(pack, entry, before)


def _is_of(pack: StoredPack, entry: Entry, words: str) -> bool:
    """Return whether one of the words, or its country, occurs in an entry's names, summary or objects' names."""
    near = (pack.entries[fact.target] for fact in entry.facts if fact.target)
    own = {word[:_SAME] for each in (entry, *near) for name in each.names for word in plain_words(name)}
    own.update(word[:_SAME] for word in plain_words(entry.summary))
    asked = (each for word in written_words(words) for each in (word, _COUNTRIES.get(word), _ADJECTIVES.get(word)))
    return any(each and plain(each)[:_SAME] in own for each in asked)


def _is_of_somebody(pack: StoredPack, words: str) -> bool:
    """Return whether the words name a person."""
    return any(kind == Kind.PERSON for word in plain_words(words) for _, kind in sharing(pack.store, word, ""))


def _has_namesake(pack: StoredPack, entry: Entry, name: str) -> bool:
    return any(kind == entry.kind for _, kind in sharing(pack.store, plain(name), entry.id))
