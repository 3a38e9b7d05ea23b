"""A sentence that ties two, in a clause that still names them: beside a year, and below the name of one of the two."""

import re
from collections.abc import Iterator, Sequence

from trotskyism_cli.pack.dates import A_MONTH
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.wording import capital

LONG, LONGEST = 87, 140  # letters of a clause: two lines of a column, and what is told if it cannot be shorter
_POINT = (
    r"(?:the )?(?:(?:end|beginning|middle|course|spring|summer|autumn|winter) of )*(?:the )?"
    rf"(?:late |early |mid-)?(?:\d{{1,2}} )?(?:(?:{A_MONTH}) )?\d{{4}}s?(?:[–-]\d{{2,4}})?"
)
_TIME_FIRST = lazy_regex(
    rf"(?:In|On|At|From|By|Until|During|Since) {_POINT}(?:,? (?:to|until|and|or) {_POINT}| onwards)?,? "
)
_BRACKETS = lazy_regex(r" \([^()]*\)")
_ADDS = r"(?:who|whom|whose|which|where|once|then|until|later|the|a|an|his|after|as|in|by|at|now|one|himself)"
_ASIDE = lazy_regex(rf", {_ADDS} [^,;:]*,(?= (?!(?:and|{_ADDS[3:-1]})\b)[a-z])")
_WHO = lazy_regex(r", (?:who|whose|whom|once|then|later|now|the|an?|one) [^,;:]*(?:,|$)")  # somebody before it was
_SOME_ASIDE = lazy_regex(rf", {_ADDS} [^,;:]*(?:,|$)")
_AFTER_NAME = lazy_regex(r", [a-z]+ of [^,.;]*(?:,(?= (?!and\b)[a-z])|(?=[,.;]|$))")
# Where a sentence may end: before what adds to it, gives a reason, or tells what came of it.
_PAUSE = lazy_regex(
    rf"; |: |, (?={_ADDS} |and (?:[a-z]|with|then)|but |so |though |although |because |when |while |for |with |from "
    rf"|not |among |to |[a-z]+ing |[a-z]+ed )"
    r"| (?=(?:because|although|so that|when|after|until|since|while|before|as long as|in order to|at which) )"
    r"| (?=(?:in|on|from|of|by) (?:\d{1,2} )?(?:[A-Z]\w+ )?\d{4}\b)| (?=and (?:\w+ed|was|were|had|became|led|made)\b)"
)
_VERB = lazy_regex(
    r"\b(?:was|were|is|are|had|has|did|led|wrote|said|took|broke|fell|held|won|lost|became|began|met|gave|made|stood"
    r"|fought|drew|told|sent|set|put|went|came|saw|sought|bought|brought|built|kept|left|found|knew|thought|spoke|lay"
    r"|struck|fled|grew|threw|overthrew|withdrew|caught|dealt|hid|paid|sold|shook|swore|tore|understood|undertook|answers"
    r"|rose|ran|drove|chose|bore|shot|spent|split|hit|cut|let|sat|read|could|would|might|should|\w{2,}ed)\b"
)
_HANGS = lazy_regex(
    r"\b(?:a|an|and|as|at|by|for|from|had|has|held|in|is|of|on|or|said|than|that|the|thought|to|was|were|which|who"
    r"|whom|whose|with|wrote|argued|charged|demanded|declared|asked|not|also|into|both|either|between|those|one"
    r"|been|called)$|, [\w-]+$|\b(?:was|were|is|are|had|has), [^,]*$|\btold (?:[\w'’-]+ ){0,4}[\w'’-]+$"
)
_SAYS = (
    r"\b(?:accus|agree|argu|ask|charg|claim|declar|demand|deni|expect|h[eo]ld|insist|judg|not|sa(?:id|y)|thought|told"
    r"|wr[io]t)\w*"
)
_NO_VERB = ("and ", "or ", "that ")
_RELATIVE = lazy_regex(r" (?:who|which|that) .*")
_HALF = lazy_regex(r"(?:When|While|If|Although|Though|Because) [^,]*$")  # a sentence whose main clause is missing
_SAID, _OPINION = re.compile(rf"{_SAYS}$"), re.compile(rf"{_SAYS}[^.;:]* that\b")


def clause_of(text: str, names: Sequence[str], subject: str = "") -> str:
    """A sentence without the time with which it begins and what only adds to it, so that it still has all `names`.

    It is to stand behind the `subject`, and so begins without that. It is as long as there is room for; empty if it
    cannot be short.
    """
    text = _BRACKETS.sub("", text)
    text = _TIME_FIRST.sub("", text, count=1) if _TIME_FIRST.match(text) else text
    ways = (_without_subject(each, subject) for each in _ways(text.rstrip("."), names) if _is_clause(each, names))
    told = sorted((each for each in ways if len(each) <= LONGEST), key=len)
    short = [each for each in told if len(each) <= LONG]
    return short[-1] if short else told[0] if told else ""


def _ways(text: str, names: Sequence[str]) -> Iterator[str]:
    """The sentence whole, and up to each of its pauses; the same without asides that name none of the two."""

    def kept(aside: re.Match[str]) -> str:
        return aside[0] if _names(aside[0], names) else ""

    def closed(aside: re.Match[str]) -> str:
        return aside[0] if _names(aside[0], names) else " "

    for told in dict.fromkeys((text, _AFTER_NAME.sub(kept, _ASIDE.sub(closed, text)).replace("  ", " "))):
        yield told
        for pause in _PAUSE.finditer(told):
            if pause[0] in ("; ", ": ") or not _OPINION.search(told[: pause.start()]):  # of which no part is left out
                yield told[: pause.start()].rstrip(",;:")


def _is_clause(told: str, names: Sequence[str]) -> bool:
    """Whether it has all names and a verb of its own, ends nowhere in the middle, and tears no quotation."""
    if len(_names(told, names)) < len(names) or told.count("“") != told.count("”"):
        return False
    if _HANGS.search(told) or _SAID.search(told) or _HALF.match(told):
        return False
    if any(_names(each[0], names) and not _names(told[: each.start()], names) for each in _WHO.finditer(told)):
        return False  # it only tells who somebody else was
    main = _SOME_ASIDE.sub("", told)
    if main.startswith(("The ", "Those ", *names)):  # else it is what the summary of an event begins with
        main = _RELATIVE.sub("", main)
    return all(_VERB.search(part) for part in re.split("[;:] ", main))


def _names(text: str, names: Sequence[str]) -> list[str]:
    """Which of the names stand in a text as words of their own: not `Stalin` in `Stalinist`."""
    return [name for name in names if _stands_in(text, name)]


def _stands_in(text: str, name: str) -> bool:
    """Without a pattern for each name, which is dear to make."""
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        if not (text[end : end + 1].isalnum() or text[place - 1 : place].isalnum()):
            return True
        place = text.find(name, end)
    return False


def _without_subject(told: str, subject: str) -> str:
    """`opposed Lenin`, of `Martov opposed Lenin`."""
    predicate = told.removeprefix(f"{subject} ")
    is_verb = predicate != told and predicate[:1].islower() and not predicate.startswith(_NO_VERB)
    return predicate if is_verb else capital(told)
