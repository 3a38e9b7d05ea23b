"""Cut a sentence that connects two entries to a clause that makes sense alone, beside a year and one of the names."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.pack.dates import A_MONTH
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.ties.tie_text import deed_first
from trotskyism_cli.views.wording.whole import stands_alone

# Letters of a clause: two lines of a column; the most; and of an opinion, which is never cut.
LONG, LONGEST, SAID = 87, 170, 200
WHOLE = 400  # letters, if nothing else connects the entry
ENOUGH = 6  # least words of a clause that does not name the other
_POINT = (
    r"(?:the )?(?:(?:end|beginning|middle|course|spring|summer|autumn|winter) of )*(?:the )?"
    rf"(?:late |early |mid-)?(?:\d{{1,2}} )?(?:(?:{A_MONTH}) )?(?P<WHICH>\d{{4}}s?(?:[–-]\d{{2,4}})?)"
)
_TIME_FIRST = lazy_regex(
    rf"(?P<how>In|On|At|From|By|Until|During|Since) {_POINT.replace('WHICH', 'first')}"
    rf"(?:,? (?P<to>to|until|and|or) {_POINT.replace('WHICH', 'last')}| onwards)?,? (?!account|to |until )"
)
# A source with its day: `In the postscript to his Testament, of 4 January 1923, `.
_WORK_FIRST = lazy_regex(rf"In (?:his|her|the) [^,;:]*, of {_POINT.replace('WHICH', 'first')}, ")
_WHEN = r"(?:In|On|From|Until|By|At) [^,;:]*?\d{4},?"
_THE_FIRST = lazy_regex(rf"(?:{_WHEN} )?The ")
_WHAT = r"\w+(?:ist|ian|ism|ary|(?<!un)der|iter|cher|pher|yer|tor|sor)"
# Word before a year of beginning or end; any other year stands alone.
_HOW = {"From": "from ", "Since": "from ", "Until": "until ", "By": "by "}
_JOINED = lazy_regex(r"(?:And|But(?! for)|Yet),? ")
_BRACKETS = lazy_regex(r" \([^()]*\)")
# "The same year" as one given before in brackets; the year stands beside the clause.
_SAME_YEAR = lazy_regex(r"( \(\d{4}\)[^.;:]*?) (?:at the (?:beginning|end) of|in|later in) the same year\b")
_RELATIVES = r"(?:(?:of |to |with |in |for |from |by )?(?:who|whom|whose|which)|where|then|once|later|now)"
_ASIDE = lazy_regex(rf", {_RELATIVES} [^,;:]*,(?= (?!and\b|or\b|{_RELATIVES}\b)[a-z])")
_WHICH = lazy_regex(r", (?:\w+ )?(?:wh\w+) ")
# A description, which is no tie to anybody named in it.
_WHO = lazy_regex(r", (?:who|whose|whom|once|then|later|now|the|an?|one) [^,;:]*(?:,|$)")
# An opening before the subject; the comma behind it belongs to no aside.
_FRONT = lazy_regex(
    r"(?P<front>(?:After|At|Before|By|During|For|From|In|On|Until|With) [^,;:“]*)"
    r"(?P<aside>, (?:[a-z]+ed|held) [^,;:“]*)?,(?= )"
)
_SOME_ASIDE = lazy_regex(rf", (?:{_RELATIVES}|until|the|a|an|his|after|as|in|by|at|one|himself) [^,;:]*(?:,|$)")
_JOINS = r"but|so|though|although|because|when|while|until|after|before|whereas"
# Where a sentence may end: before another one (_STOP), and before additions (_PAUSE). An addition must not be followed
# by a comma: then it is an aside in the middle of the sentence.
_STOP = lazy_regex(r"; |: (?!“)")
_PAUSE = lazy_regex(
    rf", (?={_RELATIVES} |(?:{_JOINS}) |and |not |among |for |with |from |to |as |in |by |at |on "
    rf"|the |an? |his |one |[a-z]+ing |[a-z]+ed )"
    r"| (?=(?:because|although|so that|in order to) )| (?=and (?:was|were|became|led)\b)"
)
_GOES_ON = lazy_regex(rf", (?!(?:{_RELATIVES}|{_JOINS}) )")
_ADDS_ANYHOW = lazy_regex(rf", (?:{_RELATIVES}|{_JOINS}) ")
_NOUN_FIRST = lazy_regex(r", (?:the|an?|his|one) ")  # an apposition, or the next item of a list
VERB = lazy_regex(
    r"\b(?:was|were|is|are|had|has|did|led|wrote|said|took|broke|fell|held|won|lost|became|began|met|gave|made|stood"
    r"|fought|drew|told|sent|set|put|went|came|saw|sought|bought|brought|built|kept|left(?! wing)|found|knew|thought"
    r"|spoke|lay|struck|fled|grew|threw|overthrew|withdrew|caught|dealt|hid|paid|sold|shook|swore|tore|understood|undertook"
    r"|answers|rose|ran|drove|chose|bore|shot|spent|split|hit|cut|let|sat|read|could|would|might|should|forbade|spread"
    r"|(?<!\ba )(?<!\ban )(?<!\bthe )\w{2,}ed)\b"
)
# Placeholder for a name, so that patterns are compiled once for all names: a word character that occurs in no text.
_NAME = "\u0660"
_WHAT_BEFORE = lazy_regex(rf"^((?:{_WHEN} )?)The (?:[\w’'-]+ ){{0,5}}?{_WHAT} (?={_NAME} (?={VERB.pattern}))")
_WHAT_BEHIND = lazy_regex(rf"\b{_NAME}, (?:an?|the|born) [^;:]{{1,90}}?, (?={VERB.pattern})")
_DEED_LISTED = lazy_regex(rf", (?={VERB.pattern})[^,;:]*$")  # `joined …, took part …`, before one more
_HANGS = lazy_regex(
    r"\b(?:a|an|and|as|at|but|by|for|from|had|has|held|in|into|is|of|on|only|or|said|than|that|the|their|its|his|thought"
    r"|to|was|were|which|who|whom|whose|when|with|wrote|argued|charged|demanded|declared|asked|not|also|both|either"
    r"|between|those|one|been|called|became|under|until|after|before|first|against|met|led)$"
    r"|, [\w-]+$|\b(?:was|were|is|are|had|has), [^,]*$|\btold (?:[\w'’-]+ ){0,4}[\w'’-]+$"
)
_SAYS = (
    r"\b(?:accus|agree|argu|ask|charg|claim|declar|demand|deni|expect|h[eo]ld|insist|judg|not|report|sa(?:id|y)|thought"
    r"|told|wr[io]t)\w*"
)
_NO_VERB = ("and ", "or ", "that ", "of ", "in ", "at ", "from ", "with ", "on ", "as ", "then ", "himself ")
_RELATIVE = lazy_regex(r" (?:who|which|that) .*")
_HALF = lazy_regex(r"(?:As|When|While|If|Although|Though|Because|Whether) [^,]*$")  # without a main clause
_NAMED_AFTER = (" University", " Institute")  # places named after a person
_BY_WHOM = lazy_regex(r", by [^,;]*\baccount\b")  # must stay, else a claim would look certain
# A source that is left over from a cut beginning: `Trotsky wrote in 1918, headquarters demanded`.
_SET_IN = lazy_regex(r"[A-Z][\w’' -]*? (?:wrote|writes|said)(?: in \d{4})?, (?!that\b|with\b)[a-z]")
_BEFORE_MAIN = lazy_regex(r"(?:After|As|Before|Until|Once) [^,]*$")  # may be only what precedes the main clause
_SAID, OPINION = lazy_regex(rf"{_SAYS}$"), lazy_regex(rf"{_SAYS}[^.;:]* that\b")
_OTHER = frozenset({"him", "them"})  # pronouns for somebody other than the subject
_DONE_TO = _OTHER | {"it"}  # the same before any name: `had sheltered him`
# References to an earlier sentence; and sentences that begin with a time.
_OF_BEFORE = lazy_regex(
    r"\bsuch (?!as\b|an?\b)|\bthe same (?:day|month|year)\b|\b(?:in|of|on) that (?:day|month|year)\b"
)
_AT_FIRST = lazy_regex(r"(?:After|Although|As|At|Before|By|During|For|From|In|On|To|Until|When|With) [^;:]*$")
_PRONOUN = lazy_regex(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir|[Hh]im|[Tt]hem|[Ii]ts?|These|Others|Both(?! [A-Z])"
    r"|there(?! (?:was|were|is|are|had|could|would)\b))\b"
)
_OF_PERSON, _OF_THING = frozenset({"he", "she", "his", "her", "him"}), frozenset({"it", "its", "there"})
_A_NAME = lazy_regex(r"(?!^)\b[A-ZÀ-Ž]\w+")


class Clause(NamedTuple):
    """A clause, and the years with which its sentence begins, if any: `1926`, `1925–1928`, `until 1917`."""

    text: str
    years: str = ""


def begun(text: str) -> str:
    """A sentence without a word that joins it to an earlier one: `And from 1934 …`."""
    return capital(_JOINED.sub("", text))


def clause_of(
    text: str,
    names: Sequence[str],
    subject: str = "",
    *,
    of_person: bool | None = None,
    is_gloss: bool = False,
    longest: int = LONGEST,
) -> Clause | None:
    """Cut a sentence to a clause that still has all `names`, without the time at its start; None if it is too long.

    The clause stands behind the `subject`, so it does not begin with it. `of_person` says whether the subject is a
    person or a thing, to resolve pronouns. With `is_gloss` a noun may say what the subject is: `Congress that condemned
    Trotsky`.
    """
    text = _BRACKETS.sub("", _SAME_YEAR.sub(r"\1", begun(text))).rstrip(".")
    first = _STOP.split(text, maxsplit=1)[0]  # an account belongs to its own part
    text, years = _without_time(deed_first(f"{first}.").rstrip(".") + text[len(first) :])
    ways = [
        each
        for each in _ways(text, names)
        if _is_clause(each, names, is_gloss=is_gloss) and _is_clear(each, names, of_person)
    ]
    told = sorted((_without_subject(each, subject) for each in ways), key=len)
    told = [each for each in told if len(each) <= (SAID if longest > LONG and OPINION.search(each) else longest)]
    told = [each for each in told if _names(each, names) or len(each.split()) >= ENOUGH]
    short = [each for each in told if len(each) <= LONG]
    others = [name for name in names if name != subject]  # a part after one that names them is another deed
    short = [each for each in short if others and "; " not in each and _names(each, others)] or short
    return Clause(short[-1] if short else told[0], years) if told else _told_aside(text, names, subject, of_person)


def without_description(text: str, people: Sequence[str]) -> str:
    """A sentence without descriptions of the people who act in it, since these are no ties.

    E.g. `The Belgian Trotskyist Mandel held …`, `Mercader, an agent of the secret police, struck …`.
    """
    for name in people:
        if f" {name} " in text and _THE_FIRST.match(text):
            text = _WHAT_BEFORE.sub(r"\1", text.replace(name, _NAME)).replace(_NAME, name)
        if any(f"{name}, {each} " in text for each in ("a", "an", "the", "born")):
            text = _WHAT_BEHIND.sub(f"{_NAME} ", text.replace(name, _NAME)).replace(_NAME, name)
    return text


def _without_time(text: str) -> tuple[str, str]:
    """A sentence without the time at its start, and the years of that."""
    if found := _WORK_FIRST.match(text):
        return text[found.end() :], found["first"]
    if not (found := _TIME_FIRST.match(text)):
        return text, ""
    first, last = found["first"], found["last"]
    if last:
        is_span = found["to"] in ("to", "until")
        return text[found.end() :], f"{first.partition('–')[0]}–{last}" if is_span else f"{first}, {last}"
    return text[found.end() :], f"{_HOW.get(found['how'], '')}{first}"


def _ways(text: str, names: Sequence[str]) -> Iterator[str]:
    """The whole sentence and each beginning at which it may end; then the same without asides that name neither."""

    def closed(aside: re.Match[str]) -> str:
        is_whole = bool(VERB.search(aside[0])) or not _WHICH.match(aside[0])
        is_whole = is_whole and bool(VERB.match(aside.string, aside.end() + 1))  # the main clause follows
        return "" if is_whole and not _names(aside[0], names) else aside[0]

    bare = _ASIDE.sub(closed, text)
    front = _FRONT.match(bare)
    if front and front["aside"] and not (_names(front["aside"], names) or VERB.search(front["front"])):
        bare = f"{front['front']},{bare[front.end() :]}"
    for told in dict.fromkeys((text, bare)):
        yield told
        for stop in _STOP.finditer(told):
            if stands_alone(told[: stop.start()], told[stop.start() :]):
                yield told[: stop.start()]
        for pause in _PAUSE.finditer(told):
            kept, left = told[: pause.start()], _STOP.split(told[pause.start() :])[0]
            is_whole = stands_alone(kept, told[pause.start() :])
            if is_whole and not OPINION.search(kept) and _only_adds(kept, left):  # an opinion is not cut
                yield kept


def _only_adds(kept: str, left: str) -> bool:
    """Return whether the words cut off only add to those kept, and tear no list apart."""
    if not left.startswith(","):  # no verb without its object, no list of deeds without the last
        is_torn = left.startswith(" and ") and bool(_DEED_LISTED.search(kept))
        return not (is_torn or VERB.search(kept.rsplit(maxsplit=1)[-1]))
    if _BEFORE_MAIN.match(kept) or _BY_WHOM.match(left):
        return False
    is_first = "," not in _STOP.split(kept)[-1]  # so it ends no aside or list
    if left.startswith(", and "):
        return is_first and bool(VERB.search(left))
    if (not is_first and not _ADDS_ANYHOW.match(left)) or (_NOUN_FIRST.match(left) and " and " in left):
        return False
    return not _GOES_ON.search(left, 1)


def _is_clause(told: str, names: Sequence[str], *, is_gloss: bool) -> bool:
    """Return whether a beginning has all names and a verb, is complete, and does not cut a quotation."""
    if len(_names(told, names)) < len(names) or told.count("“") != told.count("”"):
        return False
    if _HANGS.search(told) or _SAID.search(told) or _HALF.match(told) or _SET_IN.match(told):
        return False
    front = _FRONT.match(told)
    is_apart = front is not None and not VERB.search(front["front"])
    said = f"{front[0].replace(',', '')}{told[front.end() :]}" if front and is_apart else told
    if len(_names(_WHO.sub(" ", said), names)) < len(names):
        return False  # only a description
    main = _SOME_ASIDE.sub("", told)
    if not is_gloss or main.startswith(("The ", "Those ", *names)):
        main = _RELATIVE.sub("", main)
    if is_gloss and not told.startswith(tuple(f"{name} " for name in names)):
        return len(told.split()) >= ENOUGH
    return all(VERB.search(part, 1) for part in re.split("[;:] ", main))


def _is_clear(told: str, names: Sequence[str], of_person: bool | None) -> bool:
    """Return whether each pronoun refers to somebody named before it or to the subject.

    At the start it may also refer to somebody named later: `Until his expulsion Cannon led …`.
    """
    if _OF_BEFORE.search(told):
        return False
    for found in _PRONOUN.finditer(told):
        before = told[: found.start()]
        named = {*_A_NAME.findall(before), *_names(before, names)}
        if len(named) > (found[0] in _OTHER):
            return True
        is_own = of_person is not None and found[0].lower() in (_OF_PERSON if of_person else _OF_THING)
        is_own &= bool(named) or found[0] not in _DONE_TO
        if not (is_own or (_AT_FIRST.match(before) and _names(told[found.end() :], names) and found[0] != "it")):
            return False
    return True


def _told_aside(text: str, names: Sequence[str], subject: str, of_person: bool | None) -> Clause | None:
    """A tie from an aside about one of two that names the other: `Chen, who had fought for Trotsky, was …`."""
    for name in names:
        if not any(f"{name}, {each} " in text for each in ("who", "later", "then", "once")):
            continue
        others = [each for each in names if each != name]
        adds = "(?:who (?=[a-z])|(?=(?:later|then|once) ))" if name == subject else "who (?=[a-z])"
        for found in re.finditer(rf"\b{re.escape(name)}, {adds}([^,;:]+),", text):
            is_told = _names(found[1], others) == others and not _HANGS.search(found[1])
            if others and is_told and _is_clear(found[1], others, of_person):
                return Clause(found[1] if name == subject else f"{name} {found[1]}")
    return None


def _names(text: str, names: Sequence[str]) -> list[str]:
    """Names that occur in a text as whole words: not `Stalin` in `Stalinist`."""
    return [name for name in names if _stands_in(text, name)]


def _stands_in(text: str, name: str) -> bool:
    """Return whether a name occurs as a whole word. Faster than a pattern for each name."""
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        is_whole = not (text[end : end + 1].isalnum() or text[place - 1 : place].isalnum())
        if is_whole and not text.startswith(_NAMED_AFTER, end):
            return True
        place = text.find(name, end)
    return False


def _without_subject(told: str, subject: str) -> str:
    """Drop the subject: `opposed Lenin` for `Martov opposed Lenin`."""
    predicate = told.removeprefix(f"{subject} ")
    if VERB.match(bare := told.removeprefix(f"The {subject} ")):
        predicate = bare
    is_verb = predicate != told and predicate[:1].islower() and not predicate.startswith(_NO_VERB)
    return predicate if is_verb else begun(capital(told))
