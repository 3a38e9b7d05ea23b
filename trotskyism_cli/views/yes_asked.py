"""Answers to what is answered with yes or no: the sentence that says what is asked, whether it agrees or not."""

from collections.abc import Iterable

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.direct import Direct
from trotskyism_cli.views.hits import ShownHit
from trotskyism_cli.views.seeming import is_of_themselves
from trotskyism_cli.views.spoken import Wanted, said_in
from trotskyism_cli.views.untold import has_all

CUT = "…"  # where a sentence was cut to fit a hit
IN_TIME = frozenset({"after", "before", "since", "until"})  # no line is sure to keep that order


def said_so(pack: StoredPack, query: Query, wanted: Wanted, hits: Iterable[ShownHit]) -> Direct | None:
    """The first line that says all that is asked, of what somebody did in the words of the question, if one does.

    What somebody was may be said in another word: a Georgian was from Georgia.
    """
    is_of_being = query.is_of_being
    if not query.is_yes_or_no or IN_TIME.intersection(query.words) or not (wanted.ideas or is_of_being):
        return None
    for hit in hits:
        if is_of_one_side(pack, query, hit.id, hit.text):
            continue  # what somebody claimed, perhaps against what he said at another time, is no answer by itself
        own = hit.name if hit.id in query.entries else ""
        said = said_in(wanted, hit.text, hit.id, own)  # in a hit that only names it less is wanted
        is_whole = hit.verb == "show" and CUT not in hit.text
        is_plain = said.together and said.plainly == len(wanted.ideas)
        is_said = is_plain or (is_of_being and (said.together or (own and has_all(wanted, hit))))
        if is_whole and is_said and (not is_of_being or is_of_themselves(pack, query, hit.id, hit.text)):
            return Direct(hit.text, entries=(hit.id,))
    return None


def is_of_one_side(pack: StoredPack, query: Query, owner: str, text: str) -> bool:
    """Whether a line is what one side says in a dispute, unless it is asked what that did, or is contradicted."""
    claims = (fact for fact in pack.entries[owner].facts if fact.according_to) if owner in pack.entries else ()
    said = next((fact for fact in claims if fact_sentence(pack, fact) == text), None)
    if said is None:
        return False
    is_asked = bool(query.named) and query.named[0] in said.according_to
    return bool(said.contradicts or (said.about and not is_asked))
