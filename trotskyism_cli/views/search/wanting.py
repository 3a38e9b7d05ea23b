"""Take back answers to "did he want X" that tell of no wish."""

from trotskyism_cli.library.query import Query
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.views.answers.missing import NEAREST
from trotskyism_cli.views.answers.opinions.views_held import WANTING
from trotskyism_cli.views.questions.answer_view import AnswerView, Untold

UNTOLD = Untold(f"Whether it was wanted is not told here{NEAREST}")
# Tells what somebody wished, or did not.
_WISHING = lazy_regex(
    r"\b(?:aim|ask|demand|favour|hop|insist|intend|invit|offer|oppos|plan|prefer|propos|recommend|refus|reject|suggest"
    r"|support|urg|want|wish)(?:e[ds]?|s|ing)?\b|\b(?:against|argued|called for|for fear|held|planned|sought|would)\b"
)


def only_wanted(query: Query, view: AnswerView) -> AnswerView:
    """Take back an answer without a word of wishing, if it is asked whether somebody wanted something."""
    told = view.direct
    is_asked = query.is_yes_or_no and not WANTING.isdisjoint(query.words)
    if told is None or not is_asked or _WISHING.search(f"{told.text} {told.further}"):
        return view
    return view._replace(direct=None, untold=UNTOLD)
