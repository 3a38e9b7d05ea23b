"""Short names of offices, and the office that best says who somebody was."""

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fill, object_label

OFFICES = frozenset({"office", "chaired", "led"})  # words of relations to an office
TITLE = 50  # letters of an office; a longer one is a sentence
_FURTHER = lazy_regex(r" and (?=[a-z])|, ")
_WHERE = lazy_regex(r" in (?:the )?(?=\w)")
_NEEDS_MORE = lazy_regex(  # incomplete without "of …"
    r"(?:first|second|third|last|only|sole|deputy|vice) |.*\b(?:[Cc]ommissar|[Cc]ommissioner|[Mm]inister)$"
)
_OPEN_END = lazy_regex(r",? (?:of|in|at|to|for)(?: the)? $")
_IN_BRACKETS = lazy_regex(r" \([^)]*\)$")


def office_name(office: str) -> str:
    """An office's name, if too long shortened to an equivalent beginning: `General Secretary`.

    The place is dropped before anything else: "first Leader of the Opposition in …" must not become "first Leader".
    """
    if len(office) <= TITLE:
        return office
    where = _WHERE.split(office)[0]
    if len(where) <= TITLE:
        return where
    return _title_alone(office) or _IN_BRACKETS.sub("", _FURTHER.split(office)[0])


def _title_alone(office: str) -> str:
    """The title before "of"; empty if it says nothing alone, as `Minister` or `deputy`."""
    title = office.partition(" of ")[0]
    return title if " " in title and not _NEEDS_MORE.match(title) else ""


def without_body(body: Entry, office: str) -> str:
    """An office without the name of its organisation at the end: `Foreign Minister`."""
    for name in sorted(body.names, key=len, reverse=True):
        if office.endswith(name):
            return _OPEN_END.sub("", office.removesuffix(name)) or office
    return office


def title_in(body: Entry, office: str) -> str:
    """Somebody's office in an organisation in few words: `General Secretary`, `Minister of Foreign Affairs`."""
    return _title_alone(office) or without_body(body, office)


def who_it_was(pack: Pack, entry: Entry) -> str:
    """What an entry is, in a word or two; if a person's type is only an office, his most important office.

    A type is an office if its first word is one by which users ask for offices: `head of government`.
    """
    offices = [fact for fact in entry.facts if is_office(pack, fact)] if entry.kind is Kind.PERSON else []
    asking = [each.words for each in pack.relations.values() if not OFFICES.isdisjoint(each.words)] if offices else []
    if not any(entry.type.partition(" ")[0] in words for words in asking):
        return entry.type or entry.kind
    best = max(offices, key=lambda fact: (fact.importance, fact.date.length if fact.date else 0))
    title = title_of(pack, best)
    return title if len(title) <= TITLE else entry.type


def is_office(pack: Pack, fact: Fact) -> bool:
    """Return whether a fact says which office somebody held."""
    return not OFFICES.isdisjoint(pack.relations[fact.relation].words) and pack.is_known(fact)


def title_of(pack: Pack, office: Fact) -> str:
    """The short name of an office: `General Secretary`, `leader of the Bolsheviks`."""
    brief = pack.relations[office.relation].brief
    if not office.target:
        return office_name(object_label(pack, office))
    return fill(brief or "{object}", {"object": pack.entries[office.target].phrase_at(office.date)}, {})
