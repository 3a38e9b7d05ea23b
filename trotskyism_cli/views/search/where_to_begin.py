"""Answer what to read first: the first chapter."""

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Topic

ASKING = frozenset("i we one you beginner beginners newcomer newcomers".split())
READING = frozenset("begin beginning read reading start starting".split())
FIRST = frozenset("begin first start starting where".split())


def start_asked(pack: StoredPack, query: Query) -> Topic | None:
    """Return the first chapter, if the question asks where to begin and names no subject."""
    words = {*query.words}
    is_asked = (query.asks_for or query.is_yes_or_no) and words & ASKING and words & READING and words & FIRST
    if not is_asked or query.entries or query.date:
        return None
    return min(pack.topics, key=lambda topic: topic.order, default=None)
