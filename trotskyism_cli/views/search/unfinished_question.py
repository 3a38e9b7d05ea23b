"""Handle questions that break off before they ask anything: `when did Lenin`, `who founded the`.

Lines that share a word with them would answer another question. So only what they name so far is shown.
"""

from trotskyism_cli.library.query import DID, Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.question_terms import ARTICLES
from trotskyism_cli.views.questions.answer_view import AnswerView, Untold
from trotskyism_cli.views.questions.direct import AGENTS
from trotskyism_cli.views.questions.line_match import wanted_by

GOING_ON = ARTICLES | {"and", "or"}  # words that cannot end a question
UNTOLD = Untold("The question breaks off; what it names so far:")


def breaks_off(pack: StoredPack, query: Query) -> bool:
    """True if a question ends with a word that needs another (`the`, `and`), or has a doer after `did` and no deed."""
    if not query.is_question or query.date:
        return False
    named = {place for span in query.entries.values() for place in range(*span)}
    if query.words[-1] in GOING_ON and len(query.words) - 1 not in named:
        return True
    did = next((place for place, word in enumerate(query.words) if word in DID), len(query.words))
    behind = range(did + 1, len(query.words))
    doers = {
        place for each, span in query.entries.items() if pack.entries[each].kind in AGENTS for place in range(*span)
    }
    return bool(behind) and all(place in doers or query.words[place] in ARTICLES for place in behind)


def broken_off(pack: StoredPack, found: SearchResult) -> AnswerView:
    """Show what a broken-off question names, each entry with what it is."""
    from trotskyism_cli.views.search.nearest import merely_named  # few questions break off

    return AnswerView(merely_named(pack, found, wanted_by(pack, found.query)), untold=UNTOLD)
