"""Find where a sentence can be cut off: at pauses after which nothing follows that the words before need."""

from collections.abc import Iterator
from typing import NamedTuple

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.views.wording.holders import drops_holder
from trotskyism_cli.views.wording.question import question_of
from trotskyism_cli.views.wording.whole import hangs, stands_alone

ITEM = 3  # words of a short item of an enumeration
_PAUSE = lazy_regex(
    r"[,;:] | (?=\([^)]*\)(?:[,;:]| and |$))| (?=(?:who|where|because|although|so that) )"
    r"| (?=(?:from|until|in|before|after|between|since|about) (?:\w+ )?\d{4}s?\b)"
)
_MORE = (  # beginnings of what only adds to the words before
    r"(?:(?:and|but) )?(?:(?:in|of|from|for|to|by|with|on|under|at) )?(?:who|whose|whom|which|where|when)\b"
    r"|(?:the|an?|his|her|its|one|once|later|then|first|but|though|although|while|whereas|since|because|so|not|born) "
)
_REASON = lazy_regex(r"(?:although|because|since|so that|though|whereas|while) ")
_ADDS = lazy_regex(_MORE)
_RELATIVE = lazy_regex(r"(?:\w+ ){0,2}(?:who|whose|whom|which|where|when)\b")
# Words that may need what follows.
_OPENS = lazy_regex(r"\b(?:who|whom|which|that|whose|where|when|what|how|is|was|were|are|had|has|said|to|or|from|as)\b")
_EXPLAINS = lazy_regex(r"[;:] |\. |\.?$|, (?:\w+ ){0,2}(?:who|whom|whose|which|where)\b| (?:because|although|so that) ")
_DEFINITE = lazy_regex(r"\b(?:the|those|an?|one)(?: [\w'’-]+){1,3}$")
_QUALIFIED = lazy_regex(r"\ban? [\w-]+$")
_SUBORDINATE = lazy_regex(r"(?:When|While|If|As|After|Before|Until|Although|Since|In|On|From|Between)\b")
_LATE = lazy_regex(r"[;:] ")
# A list as subject, with its verb after the last item: `where the one, the other and the third were founded`.
_RELATIVE_OPEN = lazy_regex(r", (?:\w+ )?(?:where|which|whom|whose) (?:the|an?) [^,]*$")
_LISTED = lazy_regex(r"(?:the|an?|his|her|its) [^,;:]* and ")
_BETWEEN_ITEMS = lazy_regex(", | and ")
_LIKENED = lazy_regex(r", (?:like|unlike) [^,;:]*$")  # the sentence goes on after it
_RESUMES = lazy_regex(
    r"(?:for|of|to|that|is|are|be|was|were|has|had|did|would|could|should|must|may|might|can|will) "
    r"(?!(?:who|which|whom|whose)\b)"
)


class Clause(NamedTuple):
    """The beginning of a sentence up to a pause, and whether it makes sense by itself."""

    text: str
    is_whole: bool


def clauses(sentence: str) -> Iterator[Clause]:
    """Beginnings of a sentence at which it can be cut off, the shortest first."""
    if asked := question_of(sentence):
        yield Clause(asked, is_whole=True)
        return
    for each in _cut_at_pauses(sentence):
        left = sentence[len(each.text) :]
        if not drops_holder(left):
            yield each._replace(is_whole=each.is_whole and stands_alone(each.text, left))


def _cut_at_pauses(sentence: str) -> list[Clause]:
    """The beginnings up to a pause that no word after it belongs to."""
    found: list[Clause] = []
    is_inside = bool(_SUBORDINATE.match(sentence))  # inside an opening that a comma will end
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
    return found


def _clause(before: str, sign: str, after: str) -> Clause | None:
    """The beginning up to a pause, if one can stop there; else None."""
    is_late = ": " in before or "; " in before
    is_begun = is_late and len(_LATE.split(before)[-1].split()) <= ITEM  # only the subject of a second sentence
    is_listed = bool(_RELATIVE_OPEN.search(before) and _LISTED.match(after))
    match sign:
        case ", " if is_begun or is_listed:
            return Clause(before, is_whole=False)
        case ", ":
            return Clause(before, _is_whole_at_comma(before, after, is_late=is_late))
        case "; " | ": ":
            return Clause(before, is_whole=": " not in before)
        case _ if is_late:
            return None
        case _ if after.startswith(("because ", "although ", "so that ")):
            return Clause(before, is_whole=True)
        case _ if after.startswith(("who ", "where ")):
            needs_it = before.startswith(("The ", "A ", "An ", "In ", "Those ")) or _DEFINITE.search(before)
            return None if needs_it else Clause(before, is_whole=True)
        case _:  # a year or brackets follow
            is_short = len(before.rpartition(", ")[2].split()) < ITEM
            return None if _OPENS.search(before) or is_short else Clause(before, is_whole=True)


def _is_whole_at_comma(before: str, after: str, *, is_late: bool) -> bool:
    """Return whether the words before a comma make sense by themselves and those after only add to them."""
    if _RELATIVE.match(after):
        is_added = True
    else:
        is_needed = bool(_OPENS.search(before) or _QUALIFIED.search(before))
        is_added = not is_late and not _is_item(after) and bool(_ADDS.match(after) or not is_needed)
    goes_on = bool(_REASON.match(after)) and ", and " in after
    return is_added and not goes_on


def _is_item(after: str) -> bool:
    """Return whether the words after a comma begin with a short item of an enumeration."""
    item, *more = _BETWEEN_ITEMS.split(after, maxsplit=1)
    return bool(more) and len(item.split()) <= ITEM and " of " not in item


def is_closed(text: str, told: str) -> bool:
    """Return whether what was cut off after `told` only explains or adds to it."""
    return bool(_EXPLAINS.match(text[len(told) :]))
