"""Take back answers that leave out which of several is asked for: the last, the youngest."""

from itertools import pairwise

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.views.answers.missing import NEAREST
from trotskyism_cli.views.questions.answer_view import AnswerView, Untold

# Words that pick one of several, each with the words by which a text may do so.
RANKS = {
    **dict.fromkeys(("last", "final", "latest"), frozenset({"last", "final", "latest"})),
    "next": frozenset("next then after followed succeeded later".split()),
    **dict.fromkeys(("oldest", "eldest"), frozenset("oldest eldest elder".split())),
    "youngest": frozenset({"youngest", "younger"}),
    **dict.fromkeys(("biggest", "largest"), frozenset("biggest largest strongest".split())),
    "longest": frozenset({"longest"}),
    "best": frozenset({"best", "foremost", "closest"}),
    "worst": frozenset({"worst"}),
    "only": frozenset({"only", "alone", "sole"}),
    "second": frozenset({"second", "ii", "2nd"}),
    "third": frozenset({"third", "iii", "3rd"}),
}
ARTICLES = frozenset("the a his her its their".split())


def only_ranked(query: Query, view: AnswerView) -> AnswerView:
    """Take back an answer without the rank that the question asks for, and say that it is not told."""
    rank = rank_asked(query)
    if view.direct is None or not rank:
        return view
    said = plain(f"{view.direct.text} {view.direct.further}").split()
    if not RANKS[rank].isdisjoint(said) or view.direct.text.startswith("Disputed"):
        return view
    return view._replace(direct=None, untold=Untold(f"Which was the {rank} is not told here{NEAREST}"))


def rank_asked(query: Query) -> str:
    """Return the word by which a question picks one of several (`his last book`), or an empty string.

    Words within a name do not count.
    """
    naming = {place for span in query.entries.values() for place in range(*span)}
    if query.is_yes_or_no:
        return ""
    for place, (before, word) in enumerate(pairwise(query.words[:-1]), start=1):  # not `how long did it last`
        is_picked = before in ARTICLES or place - 1 in naming  # `his last book`
        if word in RANKS and is_picked and place not in naming:
            return word
    return ""
