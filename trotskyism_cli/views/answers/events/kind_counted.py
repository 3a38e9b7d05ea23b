"""Answer how many there are of a kind: list the entries called so, in order of time."""

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import join_words
from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.wording.years_in_brackets import span_of

BEING = frozenset("are exist existed there were".split())  # the verbs of such a question
HOW_MANY = ("how", "many")
FEWEST, MOST = 2, 12  # entries that make a list
_OF_ANOTHER = lazy_regex(r"['’]s | (?:against|for|from|in|of|to) ")  # `Platform of the Opposition` is no opposition
COUNTABLE = frozenset({Kind.EVENT, Kind.ORGANISATION})


def kind_counted(pack: StoredPack, query: Query) -> Direct | None:
    """Answer "how many internationals were there" by the entries whose names end with that noun."""
    asked = query.words[2] if query.words[:2] == HOW_MANY and len(query.words) > 2 else ""
    is_all = not query.date and all(term.word == asked or term.word in BEING for term in query.terms)
    noun = asked.removesuffix("s")
    if not is_all or noun == asked:
        return None
    called = (each for kind in COUNTABLE for each, names in pack.called(kind).items() if noun in plain(names).split())
    entries = pack.entries.several(pack.in_order(called))
    found = sorted((each for each in entries if _is_one(each, noun)), key=lambda each: _day(pack, each))
    if not FEWEST <= len(found) <= MOST:
        return None
    told = join_words([f"{each.phrase} ({span})" if (span := span_of(pack, each)) else each.phrase for each in found])
    text = f"The book tells of {counted(len(found), noun)}: {told}."
    return Direct(text, entries=tuple(each.id for each in found))


def _is_one(entry: Entry, noun: str) -> bool:
    """True if the name of an event or body ends with the noun, and belongs to nothing else.

    e.g. `Platform of the Opposition` is no opposition.
    """
    *before, last = plain(entry.name).split()
    is_of_another = _OF_ANOTHER.search(entry.name)
    return entry.kind in COUNTABLE and last == noun and bool(before) and not is_of_another


def _day(pack: StoredPack, entry: Entry) -> int:
    day = pack.first_known_date(entry)
    return day.begin.toordinal() if day else 0
