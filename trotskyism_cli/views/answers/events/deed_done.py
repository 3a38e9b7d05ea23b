"""Answer when something was done to a thing, by the event called so: `introduction of the new plan`."""

from trotskyism_cli.library.forms import words_of
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.questions.direct import Direct

# Verbs for what is done to an idea, a body or a work, with the nouns in the names of such events.
NOUNS = {
    "adopted": ("adoption", "introduction"),
    "abolished": ("abolition", "dissolution"),
    "banned": ("ban", "banning"),
    "dissolved": ("dissolution",),
    "founded": ("founding", "foundation"),
    "introduced": ("introduction", "adoption", "beginning"),
    "launched": ("launch", "beginning", "introduction"),
    "published": ("publication",),
    "reunified": ("reunification",),
    "signed": ("signing",),
    "started": ("beginning", "introduction"),
}


def deed_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer "when was X introduced" by the date of the event called `introduction of X`."""
    is_asked = query.words[:1] == ("when",) and IS.intersection(query.words[1:2]) and not query.date
    deed = next((word for word in query.words if word in NOUNS), "")
    if not is_asked or not deed or len(set(query.entries.values())) != 1 or query.further_terms(frozenset({deed})):
        return None
    event = _called_by(pack, deed, pack.entries[query.named[0]])
    known = pack.known_dates(event) if event else ()
    if event is None or not known:
        return None
    fact, _ = known[0]
    return Direct(fact_sentence(pack, fact), facts=(fact.id,), entries=(event.id,))


def _called_by(pack: StoredPack, deed: str, thing: Entry) -> Entry | None:
    """Return the event whose whole name is a noun for the deed and the thing: `introduction of the new plan`."""
    ways = (f"{noun} of {the}{name}" for noun in NOUNS[deed] for name in thing.names for the in ("", "the "))
    for called in ways:
        whole = (0, len(words_of(called)))
        named = [each for each, span in entries_named(pack.store, called, longest=whole[1]).items() if span == whole]
        if event := next((each for each in named if pack.entries[each].kind is Kind.EVENT), ""):
            return pack.entries[event]
    return None
