"""Answer what the followers of somebody hold, by their doctrine: of Trotskyists, Trotskyism."""

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.spelling import DOCTRINE
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.questions.direct import Direct, inside
from trotskyism_cli.views.questions.hits import sentences

HOLDING = frozenset("advocate argue believe hold stand support teach think want".split())
FOLLOWERS = "ists"


def doctrine_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer "what do Xists believe" by the summary of Xism, if nothing else is asked."""
    if query.words[:2] != ("what", "do") or query.date or not query.is_only_names_or(HOLDING):
        return None
    if HOLDING.isdisjoint(query.words[3:]) or not query.words[2].endswith(FOLLOWERS):
        return None
    called = f"{query.words[2].removesuffix(FOLLOWERS)}{DOCTRINE}"
    named = (pack.entries[each] for each in entries_named(pack.store, called))
    doctrine = next((each for each in named if each.kind is Kind.CONCEPT and called in map(plain, each.names)), None)
    if doctrine is None:
        return None
    first, *further = sentences(doctrine.summary)
    return Direct(f"{capital(doctrine.name)}: {inside(first)}", " ".join(further), entries=(doctrine.id,))
