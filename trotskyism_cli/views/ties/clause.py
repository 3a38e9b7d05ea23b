"""A sentence that ties two, in a clause that stands by itself: beside a year, and below the name of one of the two."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.pack.dates import A_MONTH
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.ties.told import deed_first

# Letters of a clause: two lines of a column, what is told if it cannot be shorter, and of an opinion, which is told
# whole or not at all.
LONG, LONGEST, SAID = 87, 170, 200
WHOLE = 400  # of what is told of an entry that is tied to nothing else
ENOUGH = 6  # words that say something though they do not name the other
_POINT = (
    r"(?:the )?(?:(?:end|beginning|middle|course|spring|summer|autumn|winter) of )*(?:the )?"
    rf"(?:late |early |mid-)?(?:\d{{1,2}} )?(?:(?:{A_MONTH}) )?(?P<WHICH>\d{{4}}s?(?:[–-]\d{{2,4}})?)"
)
_TIME_FIRST = lazy_regex(
    rf"(?P<how>In|On|At|From|By|Until|During|Since) {_POINT.replace('WHICH', 'first')}"
    rf"(?:,? (?P<to>to|until|and|or) {_POINT.replace('WHICH', 'last')}| onwards)?,? (?!account|to |until )"
)
# `In the postscript to his Testament, of 4 January 1923, `: where somebody said what he did say, with its day.
_WORK_FIRST = lazy_regex(rf"In (?:his|her|the) [^,;:]*, of {_POINT.replace('WHICH', 'first')}, ")
_WHEN = r"(?:In|On|From|Until|By|At) [^,;:]*?\d{4},?"
_THE_FIRST = lazy_regex(rf"(?:{_WHEN} )?The ")
_WHAT = r"\w+(?:ist|ian|ism|ary|(?<!un)der|iter|cher|pher|yer|tor|sor)"
# How the year is told of what went on from then or until then; of anything else it stands alone.
_HOW = {"From": "from ", "Since": "from ", "Until": "until ", "By": "by "}
_JOINED = lazy_regex(r"(?:And|But(?! for)|Yet),? ")
_BRACKETS = lazy_regex(r" \([^()]*\)")
# That something was in a year told before it in brackets; the year stands beside the clause.
_SAME_YEAR = lazy_regex(r"( \(\d{4}\)[^.;:]*?) (?:at the (?:beginning|end) of|in|later in) the same year\b")
_RELATIVES = r"(?:(?:of |to |with |in |for |from |by )?(?:who|whom|whose|which)|where|then|once|later|now)"
_ASIDE = lazy_regex(rf", {_RELATIVES} [^,;:]*,(?= (?!and\b|or\b|{_RELATIVES}\b)[a-z])")
_WHICH = lazy_regex(r", (?:\w+ )?(?:wh\w+) ")
# Who somebody was, which is no tie to whoever is named in it.
_WHO = lazy_regex(r", (?:who|whose|whom|once|then|later|now|the|an?|one) [^,;:]*(?:,|$)")
# With what a sentence begins before it says who did something; the comma behind it is that of no aside.
_FRONT = lazy_regex(
    r"(?P<front>(?:After|At|Before|By|During|For|From|In|On|Until|With) [^,;:“]*)"
    r"(?P<aside>, (?:[a-z]+ed|held) [^,;:“]*)?,(?= )"
)
_SOME_ASIDE = lazy_regex(rf", (?:{_RELATIVES}|until|the|a|an|his|after|as|in|by|at|one|himself) [^,;:]*(?:,|$)")
_JOINS = r"but|so|though|although|because|when|while|until|after|before|whereas"
# Where a sentence may end: before another one, and before what only adds to it. What follows the last kind must not go
# on behind a comma: it would be set off in the middle of the sentence.
_STOP = lazy_regex(r"; |: (?!“)")
_PAUSE = lazy_regex(
    rf", (?={_RELATIVES} |(?:{_JOINS}) |and |not |among |for |with |from |to |as |in |by |at |on "
    rf"|the |an? |his |one |[a-z]+ing |[a-z]+ed )"
    r"| (?=(?:because|although|so that|in order to) )| (?=and (?:was|were|became|led)\b)"
)
_GOES_ON = lazy_regex(rf", (?!(?:{_RELATIVES}|{_JOINS}) )")
_ADDS_ANYHOW = lazy_regex(rf", (?:{_RELATIVES}|{_JOINS}) ")
_NOUN_FIRST = lazy_regex(r", (?:the|an?|his|one) ")  # of somebody what he was, or the next thing in a list
VERB = lazy_regex(
    r"\b(?:was|were|is|are|had|has|did|led|wrote|said|took|broke|fell|held|won|lost|became|began|met|gave|made|stood"
    r"|fought|drew|told|sent|set|put|went|came|saw|sought|bought|brought|built|kept|left(?! wing)|found|knew|thought"
    r"|spoke|lay|struck|fled|grew|threw|overthrew|withdrew|caught|dealt|hid|paid|sold|shook|swore|tore|understood|undertook"
    r"|answers|rose|ran|drove|chose|bore|shot|spent|split|hit|cut|let|sat|read|could|would|might|should|forbade|spread"
    r"|(?<!\ba )(?<!\ban )(?<!\bthe )\w{2,}ed)\b"
)
# Stands in a sentence for a name, so that a pattern is compiled once and not for every name: a letter to `re`. No text
# has it.
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
_NAMED_AFTER = (" University", " Institute")  # somebody, who has no part in it
_BY_WHOM = lazy_regex(r", by [^,;]*\baccount\b")  # without which it would be told as certain
# By whom it is told, set in where a sentence has lost its beginning: `Trotsky wrote in 1918, headquarters demanded`.
_SET_IN = lazy_regex(r"[A-Z][\w’' -]*? (?:wrote|writes|said)(?: in \d{4})?, (?!that\b|with\b)[a-z]")
_BEFORE_MAIN = lazy_regex(r"(?:After|As|Before|Until|Once) [^,]*$")  # maybe all that comes before the main clause
_SAID, OPINION = lazy_regex(rf"{_SAYS}$"), lazy_regex(rf"{_SAYS}[^.;:]* that\b")
_OTHER = frozenset({"him", "them"})  # of whom it is not told that he did it
_DONE_TO = _OTHER | {"it"}  # before anybody is named: whoever did it did it to another, `had sheltered him`
# What was told before the sentence; and how one begins that tells when something was done before who did it.
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
    """A clause, and when it was, if the sentence begins with that: `1926`, `1925–1928`, `until 1917`."""

    text: str
    years: str = ""


def begun(text: str) -> str:
    """A sentence without the word that joins it to the one before it: `And from 1934 …`."""
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
    """A sentence without the time with which it begins and what only adds to it, so that it still has all `names`.

    It is to stand behind the `subject`, and so begins without that. It is as long as there is room for; None if it
    cannot be short. Whom or what it speaks of by a pronoun alone is known only `of_person` or of a thing. If it
    `is_gloss`, it may say by a noun what its subject is: `Congress that condemned Trotsky`.
    """
    text = _BRACKETS.sub("", _SAME_YEAR.sub(r"\1", begun(text))).rstrip(".")
    first = _STOP.split(text, maxsplit=1)[0]  # an account is of what it stands with
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
    others = [name for name in names if name != subject]  # what follows a clause that names them is another deed
    short = [each for each in short if others and "; " not in each and _names(each, others)] or short
    return Clause(short[-1] if short else told[0], years) if told else _told_aside(text, names, subject, of_person)


def without_description(text: str, people: Sequence[str]) -> str:
    """A sentence without what people are who do something in it, which ties them to nobody.

    `The Belgian Trotskyist Mandel held …`, `Mercader, an agent of the secret police, struck …`.
    """
    for name in people:
        if f" {name} " in text and _THE_FIRST.match(text):
            text = _WHAT_BEFORE.sub(r"\1", text.replace(name, _NAME)).replace(_NAME, name)
        if any(f"{name}, {each} " in text for each in ("a", "an", "the", "born")):
            text = _WHAT_BEHIND.sub(f"{_NAME} ", text.replace(name, _NAME)).replace(_NAME, name)
    return text


def _without_time(text: str) -> tuple[str, str]:
    """A sentence without the time with which it begins, and the years of that."""
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
    """The sentence whole, and up to each place where it may end; the same without asides that name none of the two."""

    def closed(aside: re.Match[str]) -> str:
        is_whole = bool(VERB.search(aside[0])) or not _WHICH.match(aside[0])
        is_whole = is_whole and bool(VERB.match(aside.string, aside.end() + 1))  # what follows is the main clause
        return "" if is_whole and not _names(aside[0], names) else aside[0]

    bare = _ASIDE.sub(closed, text)
    front = _FRONT.match(bare)
    if front and front["aside"] and not (_names(front["aside"], names) or VERB.search(front["front"])):
        bare = f"{front['front']},{bare[front.end() :]}"
    for told in dict.fromkeys((text, bare)):
        yield told
        for stop in _STOP.finditer(told):
            yield told[: stop.start()]
        for pause in _PAUSE.finditer(told):
            kept, left = told[: pause.start()], _STOP.split(told[pause.start() :])[0]
            if not OPINION.search(kept) and _only_adds(kept, left):  # of an opinion no part is left out
                yield kept


def _only_adds(kept: str, left: str) -> bool:
    """Whether what is left out of a sentence only adds to what is kept, and is no part of a list in it."""
    if not left.startswith(","):  # neither a verb without its object nor a list of deeds without the last
        is_torn = left.startswith(" and ") and bool(_DEED_LISTED.search(kept))
        return not (is_torn or VERB.search(kept.rsplit(maxsplit=1)[-1]))
    if _BEFORE_MAIN.match(kept) or _BY_WHOM.match(left):
        return False
    is_first = "," not in _STOP.split(kept)[-1]  # and ends neither an aside nor a part of a list
    if left.startswith(", and "):
        return is_first and bool(VERB.search(left))
    if (not is_first and not _ADDS_ANYHOW.match(left)) or (_NOUN_FIRST.match(left) and " and " in left):
        return False
    return not _GOES_ON.search(left, 1)


def _is_clause(told: str, names: Sequence[str], *, is_gloss: bool) -> bool:
    """Whether it has all names and a verb of its own, ends nowhere in the middle, and tears no quotation."""
    if len(_names(told, names)) < len(names) or told.count("“") != told.count("”"):
        return False
    if _HANGS.search(told) or _SAID.search(told) or _HALF.match(told) or _SET_IN.match(told):
        return False
    front = _FRONT.match(told)
    is_apart = front is not None and not VERB.search(front["front"])
    said = f"{front[0].replace(',', '')}{told[front.end() :]}" if front and is_apart else told
    if len(_names(_WHO.sub(" ", said), names)) < len(names):
        return False  # it only tells who somebody was
    main = _SOME_ASIDE.sub("", told)
    if not is_gloss or main.startswith(("The ", "Those ", *names)):
        main = _RELATIVE.sub("", main)
    if is_gloss and not told.startswith(tuple(f"{name} " for name in names)):
        return len(told.split()) >= ENOUGH
    return all(VERB.search(part, 1) for part in re.split("[;:] ", main))


def _is_clear(told: str, names: Sequence[str], of_person: bool | None) -> bool:
    """Whether it is known of whom a pronoun speaks: of one who is named before it, or under whose name it stands.

    What a sentence begins with may be of one who is named after it: `Until his expulsion Cannon led …`.
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
    """What a sentence says of one of two aside, if that names the other: `Chen, who had fought for Trotsky, was …`."""
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
    """Which of the names stand in a text as words of their own: not `Stalin` in `Stalinist`."""
    return [name for name in names if _stands_in(text, name)]


def _stands_in(text: str, name: str) -> bool:
    """Without a pattern for each name, which is dear to make."""
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        is_whole = not (text[end : end + 1].isalnum() or text[place - 1 : place].isalnum())
        if is_whole and not text.startswith(_NAMED_AFTER, end):
            return True
        place = text.find(name, end)
    return False


def _without_subject(told: str, subject: str) -> str:
    """`opposed Lenin`, of `Martov opposed Lenin`."""
    predicate = told.removeprefix(f"{subject} ")
    if VERB.match(bare := told.removeprefix(f"The {subject} ")):
        predicate = bare
    is_verb = predicate != told and predicate[:1].islower() and not predicate.startswith(_NO_VERB)
    return predicate if is_verb else begun(capital(told))
