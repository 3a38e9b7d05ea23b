"""Answers that leave out which of several a question asks for: the last, the youngest; they answer another question."""

from itertools import pairwise

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.views.answers.untold import NEAREST
from trotskyism_cli.views.questions.answer_view import AnswerView, Untold

# The words by which one of several is picked, each with those by which a text may do the same.
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
    """What is shown without an answer that does not say which of several it is, if a question asks for the last."""
    rank = rank_asked(query)
    if view.direct is None or not rank:
        return view
    said = plain(f"{view.direct.text} {view.direct.further}").split()
    if not RANKS[rank].isdisjoint(said) or view.direct.text.startswith("Disputed"):
        return view
    return view._replace(direct=None, untold=Untold(f"Which was the {rank} is not told here{NEAREST}"))


def rank_asked(query: Query) -> str:
    """The word by which a question picks one of several, unless it is part of what it names; empty if it does not."""
    naming = {place for span in query.entries.values() for place in range(*span)}
    if query.is_yes_or_no:
        return ""
    for place, (before, word) in enumerate(pairwise(query.words[:-1]), start=1):  # how long it did last is no rank
        is_picked = before in ARTICLES or place - 1 in naming  # of somebody: his last book
        if word in RANKS and is_picked and place not in naming:
            return word
    return ""
