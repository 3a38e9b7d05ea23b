"""What something was, in a line or a few: a whole sentence or a whole clause of it, else marked as left off."""

from collections.abc import Iterator
from typing import NamedTuple

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.screen.lines import cells, wrapped
from trotskyism_cli.views.wording.sentences import first_sentence

LEFT_OFF = " …"
FILLED = "\u00a0"  # a column that is no place to break a line
SAYS_MUCH, SAYS_SOMETHING, SAYS_LITTLE = 0.6, 0.45, 0.25  # of the room that there is
ITEM = 3  # words of a short item of an enumeration
_NO_END = frozenset(
    "a about after against all among an and are around as at be because been before beside between but by either for "
    "from had has her his how if in into is its neither nor not of on or over since so than that the their through to "
    "under until was were what when where whether which while who whom whose why with without".split()
)
_PAUSE = lazy_regex(
    r"[,;:] | (?=\([^)]*\)(?:[,;:]| and |$))|(?<=\?) | (?=(?:who|where|because|although|so that) )"
    r"| (?=(?:from|until|in|before|after|between|since|about) (?:\w+ )?\d{4}s?\b)"
)
_MORE = (  # what begins so only adds to what stands before it
    r"(?:(?:and|but) )?(?:(?:in|of|from|for|to|by|with|on|under|at) )?(?:who|whose|whom|which|where|when)\b"
    r"|(?:the|an?|his|her|its|one|once|later|then|first|but|though|although|while|whereas|since|because|so|not|born) "
)
_REASON = lazy_regex(r"(?:although|because|since|so that|though|whereas|while) ")
_ADDS = lazy_regex(_MORE)
_RELATIVE = lazy_regex(r"(?:\w+ ){0,2}(?:who|whose|whom|which|where|when)\b")
# Behind these, what comes may be needed.
_OPENS = lazy_regex(r"\b(?:who|whom|which|that|whose|where|when|what|how|is|was|were|are|had|has|said|to|or|from|as)\b")
_EXPLAINS = lazy_regex(r"[;:] |\. |\.?$|, (?:\w+ ){0,2}(?:who|whom|whose|which|where)\b| (?:because|although|so that) ")
_DEFINITE = lazy_regex(r"\b(?:the|those|an?|one)(?: [\w'’-]+){1,3}$")
_QUALIFIED = lazy_regex(r"\ban? [\w-]+$")
_SUBORDINATE = lazy_regex(r"(?:When|While|If|As|After|Before|Until|Although|Since|In|On|From|Between)\b")
_LATE = lazy_regex(r"[;:] ")
# What is listed has its verb behind the last of it: `where the one, the other and the third were founded`.
_RELATIVE_OPEN = lazy_regex(r", (?:\w+ )?(?:where|which|whom|whose) (?:the|an?) [^,]*$")
_LISTED = lazy_regex(r"(?:the|an?|his|her|its) [^,;:]* and ")
_BETWEEN_ITEMS = lazy_regex(", | and ")
_LIKENED = lazy_regex(r", (?:like|unlike) [^,;:]*$")  # behind which the sentence goes on
_RESUMES = lazy_regex(
    r"(?:for|of|to|that|is|are|be|was|were|has|had|did|would|could|should|must|may|might|can|will) "
    r"(?!(?:who|which|whom|whose)\b)"
)


class _Clause(NamedTuple):
    """The beginning of a sentence, where it ends, and whether it makes sense by itself."""

    text: str
    is_whole: bool


def briefly(text: str, room: int, lines: int = 2, more: int = 1, lead: int = 0, whole_in: int = 0) -> list[str]:
    """The first sentence of a text in lines of so many columns, and in some more if it then says more.

    Of a longer sentence it is a whole clause, else as many words as there is room for and a mark that there are others.
    `lead` are the columns that something else takes in the first line. Rather than to be broken off in mid-thought, a
    sentence has a clause that says less, or all of itself in `whole_in` lines.
    """
    space = _Space(room, lead)
    sentence = first_sentence(text)
    clauses = list(_clauses(sentence))
    whole = [*(each.text for each in clauses if each.is_whole), sentence]
    parts = [f"{each.text}{LEFT_OFF}" for each in clauses if not each.is_whole]
    enough = room * lines
    told = (
        _longest([sentence], space, lines, 0)
        or _longest(whole, space, lines, enough * SAYS_MUCH)
        or _longest(whole, space, lines + more, enough * SAYS_SOMETHING)
        or (_longest(whole, space, max(lines + more, whole_in), enough * SAYS_LITTLE) if whole_in else "")
        or _longest(parts, space, lines + more, enough * SAYS_MUCH)
        or _words(sentence, space, lines + more)
    )
    return wrapped(told, room).split("\n")


def is_closed(text: str, told: str) -> bool:
    """Whether the beginning of a sentence surely is one: what was left off only explains or adds to it."""
    return bool(_EXPLAINS.match(text[len(told) :]))


class _Space(NamedTuple):
    """Columns of a line, and those that something else takes in the first one."""

    room: int
    lead: int

    def holds(self, text: str, lines: int) -> bool:
        """Whether so many lines hold a text, the last of them more than the mark that something is left off."""
        told = wrapped(FILLED * self.lead + text, self.room).split("\n")
        return len(told) <= lines and told[-1] != LEFT_OFF.strip()


def _longest(clauses: list[str], space: _Space, lines: int, least: float) -> str:
    """The longest that fits, if it says enough: a question always does."""
    fitting = [each for each in clauses if space.holds(each, lines)]
    best = max(fitting, key=len, default="")
    return best if best.endswith("?") or cells(best) >= least else ""


def _words(sentence: str, space: _Space, lines: int) -> str:
    """As many words as there is room for, but none that only leads to the next."""
    words = sentence.split(" ")
    while words and (hangs(" ".join(words)) or not space.holds(" ".join(words).rstrip(",;:") + LEFT_OFF, lines)):
        words.pop()
    return " ".join(words).rstrip(",;:") + LEFT_OFF if any(words) else ""


def _clauses(sentence: str) -> Iterator[_Clause]:
    """The places where a sentence may be left, the first one first."""
    if "?" in sentence:
        yield _Clause(sentence.partition("?")[0] + "?", is_whole=True)
        return
    found: list[_Clause] = []
    is_inside = bool(_SUBORDINATE.match(sentence))  # in what a comma will end
    opened = 0
    for pause in _PAUSE.finditer(sentence):
        before, after = sentence[: pause.start()], sentence[pause.end() :]
        if before.count("(") > before.count(")") or before.count("“") > before.count("”"):
            continue
        is_comma = pause.group() == ", "
        if is_comma and is_inside:
            is_inside = False
        elif hangs(before):
            is_inside = is_inside or is_comma
        elif is_comma and (
            _RESUMES.match(after) or _LIKENED.search(before)
        ):  # it goes on behind what the comma before this one began
            found = [each for each in found if len(each.text) < opened]
        elif not is_inside or pause.group() in ("; ", ": "):
            opened = pause.start() if is_comma else opened
            if (clause := _clause(before, pause.group(), after)) is not None:
                found.append(clause)
    yield from found


def _clause(before: str, sign: str, after: str) -> _Clause | None:
    """What stands before a pause, if one can stop there."""
    is_late = ": " in before or "; " in before
    is_begun = is_late and len(_LATE.split(before)[-1].split()) <= ITEM  # of a second sentence only whom it is about
    is_listed = bool(_RELATIVE_OPEN.search(before) and _LISTED.match(after))
    match sign:
        case ", " if is_begun or is_listed:
            return _Clause(before, is_whole=False)
        case ", ":
            is_added = bool(_RELATIVE.match(after)) or (
                not _is_item(after)
                and (bool(_ADDS.match(after)) or not (_OPENS.search(before) or _QUALIFIED.search(before)))
            )
            goes_on = bool(_REASON.match(after)) and ", and " in after
            return _Clause(before, is_added and not goes_on and (not is_late or bool(_RELATIVE.match(after))))
        case "; " | ": ":
            return _Clause(before, is_whole=": " not in before)
        case _ if after.startswith(("because ", "although ", "so that ")):
            return None if is_late else _Clause(before, is_whole=True)
        case _ if after.startswith(("who ", "where ")):
            open_ended = before.startswith(("The ", "A ", "An ", "In ", "Those ")) or _DEFINITE.search(before)
            return None if open_ended or is_late else _Clause(before, is_whole=True)
        case _:  # a year, or what stands in brackets
            is_short = len(before.rpartition(", ")[2].split()) < ITEM
            return None if _OPENS.search(before) or is_late or is_short else _Clause(before, is_whole=True)


def _is_item(after: str) -> bool:
    """Whether what follows a comma begins with a short item of an enumeration."""
    item, *more = _BETWEEN_ITEMS.split(after, maxsplit=1)
    return bool(more) and len(item.split()) <= ITEM and " of " not in item


def hangs(text: str) -> bool:
    """Whether a text ends with a word that only leads to the next."""
    return text.rpartition(" ")[2].strip(",;:").lower() in _NO_END
