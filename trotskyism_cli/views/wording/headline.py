"""Shorten a sentence to a headline that fits a row: its first clause that makes sense by itself."""

import re
from collections.abc import Iterator, Sequence

from trotskyism_cli.library.words.killing import BY_OWN_HAND, WAS_KILLED
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.wording.kept_date import words_with_date
from trotskyism_cli.views.wording.surnames import surname
from trotskyism_cli.views.wording.verbs import VERB
from trotskyism_cli.views.wording.whole import stands_alone

ROOM = 70  # letters of a row
TWO_LINES = 110  # letters of a row of two lines, the most for a row that fills a screen
SHORTEST, PHRASE = 3, 7  # least words of a clause, and of a phrase without a verb
_KILLED = lazy_regex(rf"\b({BY_OWN_HAND}|(?:(?<=was )|(?<=were )|(?<= and )){WAS_KILLED})")
_AND_DIED = lazy_regex(r"^[^;:]* and died\b[^,;:]*$")  # a sentence up to its date
_NOUNS = {"assassinated": "Assassination", "murdered": "Murder", "killed": "Killing", "hanged": "Hanging"}
_NOUNS |= dict.fromkeys(("executed", "guillotined", "put to death", "shot"), "Execution")
_NAMED = r"[A-Z][\w’'.-]*"
_WHOLE_NAME = rf"{_NAMED}(?: (?:{_NAMED}|de|van|von))+"
_WHO_DIED = lazy_regex(
    rf"\b({_WHOLE_NAME}(?:(?:, {_WHOLE_NAME})* and {_WHOLE_NAME})?|{_NAMED}) (?:was|were) ({'|'.join(_NOUNS)})\b"
)
_DEADLY = WAS_KILLED  # a clause that must not be cut off
_VERB = (
    r"(?:are|became|began|broke|brought|came|chose|did|drew|drove|fell|fought|found|gave|grew|had|has|held|is|kept|lay|"
    r"led|left|let|lost|made|met|put|rose|ran|sat|saw|sent|set|shot|sold|sought|spoke|split|stood|struck|taught|told|"
    r"took|was|went|were|won|wrote|[a-z]+(?<!unit)(?<!oppos)ed)"
)
# Placeholder for a name, so that patterns are compiled once for all names: a word character that occurs in no text.
_NAME = "\u0660"
_UP_TO_YEAR = lazy_regex(r"(?:After|At|From|In|Late in|On|With) [^,;:“]*?(?:\d{4}|\)) ")
_SUBJECT = lazy_regex(  # the aside is no second subject, and what follows it no participle
    rf"([A-Z][^,;:“]*), (?:[a-z]|[A-Z][\w-]*['’]s )[^,;:“]*(?:, [^,;:“]+)?, (?=(?:[a-z]+ly )?{VERB}\b)"
)
_OF_ASIDE = lazy_regex(
    r"\b(?:him|it|its|for the (?:city|country|island|town|village)|their|them|there|they)\b"
)  # may refer to something between the commas
_AMONG = lazy_regex(rf", among (?:them|whom) [^,;:]+(?:, [^,;:]+)*, (?={_VERB}\b)")
# Words that do not occur in a title before a name.
_NO_TITLE = r"(?:a|an|and|at|by|for|from|in|of|on|that|the|to|under|which|whom?|with)\b"
# Where the first statement may end: before why, how, with whom, or what followed.
_ENDS = lazy_regex(
    r"; |: (?!“)|(?<!\bSt)(?<!\b[A-Z])\. (?=[A-Z])| until (?=(?:he|she|it|they|his|her|its|their)\b)|"
    r", (?=(?:(?:in|of|on|to|by|at|from|for|with|under|against|most of|some of|many of) (?:which|whom)|"
    r"which|who|whose|where|when|while|whereas|though|although|but|so|since|until|after|before|because|as|"
    rf"and (?!{_DEADLY})|with|among|including|under|against|on|for|later|nor|yet|thus|above all|"
    r"held|led|made|\w+ing|\w+ed)\b)|"
    rf" (?=and (?!{_DEADLY}){_VERB}\b)|"
    r" (?=(?:after|because|when|where|while|whereas|although|in protest|in order|so that|at which|in which)\b)"
)
_OPENING = lazy_regex(
    r"^(?:After|Although|As|At|Before|For|From|In|On|Since|Soon after|Though|Under|When|While|With)\b[^,;:“]*, "
)
_ASIDE = lazy_regex(r",? (?:who|whom|whose|which|where)\b|, when\b")  # after the subject
_GOES_ON = lazy_regex(rf", {_VERB}\b")  # the verb, after something between commas
# The rest of a verb after something between commas: `took him, …, off the ship`.
_TAKEN_UP = lazy_regex(r", [^,;:]+, (?:away|back|down|from|into|off|out|over|up) (?!which|whom)")
# Two verbs with one object (`spoke … and wrote … against`): the first says too little alone.
_SPEAKING = lazy_regex(r"\b(?:argued|spoke|voted|worked|wrote)\b")
_SHARED = lazy_regex(rf" and {_VERB}\b[^,.;:]* (?:against|in favour of) ")
_CLAUSE = lazy_regex("(?:After|Although|As|Before|Since|Soon after|Though|When|While) ")
# Beginning of a sentence that does not need its opening.
_STANDS = lazy_regex(r"(?:the|an?) |(?!(?:He|Her|His|It|Its|She|Their|They)\b)[A-Z]")
_HOLDER = lazy_regex(
    r"\b(?:account|according|claimed|definition|figures|said|view|wrote)\b", re.IGNORECASE
)  # names a source, so it is never left out
_UNFINISHED = lazy_regex(
    r"\b(?:day|man|men|one|people|place|that|those|time|year)$|"  # needs a relative clause
    r"\b(?:are|explained|had|has|is|plotting|set out|was|were)$|"
    r"\b(?:again|and|between|both|but|or|either|neither|only|so|such|too|said|say|says|held|wrote)$|"
    r", (?:(?:an?|the|some|soon) )?\w+$"
)


def headline(text: str, names: Sequence[str] = (), room: int = ROOM, *, is_phrase: bool = False, kept: str = "") -> str:
    """A sentence without its full stop if it has room, else its longest clause that has, else its shortest clause.

    Explanations of one of the `names` may be dropped. With `is_phrase` no verb is needed. A clause must contain `kept`,
    the words that belong to the date beside it.
    """
    if len(text) <= room:
        return text
    told = [each for each in dict.fromkeys(_ways(text, names, is_phrase=is_phrase)) if kept in each] or [text]
    fitting = [each for each in told if len(each) <= room]
    return max(fitting, key=len) if fitting else min(told, key=len)


def headline_of(pack: Pack, fact: Fact, text: str, when: Date | None = None) -> str:
    """Headline for a fact told in a sentence, beside a date (the fact's own, unless `when` is given).

    A death is shortened to who died and how.
    """
    own, said = pack.entries[fact.subject], fact_sentence(pack, fact)
    when = when or fact.date
    kept = words_with_date(said, when) if when else ""
    if len(text) > ROOM and own.kind is Kind.PERSON and kept and _AND_DIED.search(said.partition(kept)[0] + kept):
        return f"{own.name} died"  # even if the sentence begins with something else, e.g. an attempt on his life
    is_death = pack.relations[fact.relation].role == Role.DIED and when == fact.date
    if is_death and (len(text) > ROOM or ": " in text):
        said = re.sub(rf"\b(?:The|An?) [^,;:]*?\b(?={re.escape(own.name)}\b)", "", said)
        killed = _KILLED.search(said)
        return death_in_short(said) or f"{own.name} {killed[1] if killed else 'died'}"
    ends = [pack.entries[each] for each in fact.ends]
    people = (each for each in ends if each.kind is Kind.PERSON)
    return headline(text, [*(each.name for each in ends), *map(surname, people)], kept=kept)


def death_in_short(text: str) -> str:
    """`Murder of Rosa Luxemburg and Karl Liebknecht` for a sentence that tells it; else empty."""
    found = _WHO_DIED.search(text)
    return f"{_NOUNS[found[2]]} of {found[1]}" if found else ""


def _ways(text: str, names: Sequence[str], *, is_phrase: bool) -> Iterator[str]:
    """The sentence and each clause at which it may end, with and without opening, explanations and asides."""
    for whole in _beginnings(text, names):
        yield whole
        for end in _ENDS.finditer(whole):
            clause = whole[: end.start()]
            is_closed = clause.count("(") == clause.count(")") and clause.count("“") == clause.count("”")
            stands = len(clause.split()) >= (PHRASE if is_phrase else SHORTEST) and not _UNFINISHED.search(clause)
            stands = stands and (is_phrase or ", " not in clause or not _GOES_ON.match(whole[end.start() :]))
            stands = stands and not _TAKEN_UP.match(whole[end.start() :])
            tells = is_phrase or re.search(rf"\b{_VERB}\b", _ASIDE.split(clause)[0])
            stands = stands and not _SHARED.match(whole[end.start() :] if _SPEAKING.search(clause) else "")
            if is_closed and stands and tells and stands_alone(clause, whole[end.start() :]):
                yield clause


def _beginnings(text: str, names: Sequence[str]) -> Iterator[str]:
    """The sentence; without its opening; and each of these without explanations of the names."""
    openings = (_OPENING.match(text), _UP_TO_YEAR.match(text))
    further = [text[each.end() :] for each in openings if each and not _is_needed(each[0], text[each.end() :])]
    texts = [text, *(capital(each) for each in further if _stands(each))]
    texts += [bare for each in texts if (bare := _without_aside(each)) != each]
    for each in texts:
        yield each
        for name in (name for name in names if name in each and name[-1].isalnum()):
            marked = each.replace(name, _NAME)
            dated = re.match(rf"{_UP_TO_YEAR.pattern}(?={_NAME}\b(?!['’]))", marked)
            bare = marked[dated.end() :] if dated and not _HOLDER.search(dated[0]) else marked
            title = re.match(
                rf"(?:The|A|An) (?:(?!{_NO_TITLE})[\w-]+ )*?(?!{_NO_TITLE})[a-z-]+ (?={_NAME}\b(?! and))", bare
            )
            bare = bare[title.end() :] if title and not re.search(rf"\b{_VERB}\b", title[0]) else bare
            if bare != marked:
                yield capital(bare.replace(_NAME, name))


def _is_needed(opening: str, further: str) -> bool:
    """Return whether an opening must stay: it gives a source, has a verb, or ends with a name explained afterwards."""
    is_named = re.search(r"[A-Z]\w*, $", opening) and re.match(r"(?:an?|the) ", further)
    is_told = not _CLAUSE.match(opening) and re.search(rf"\b{_VERB}\b", opening)  # the opening has the main statement
    is_aside = re.match("an? [^,]*, ", further) or re.match(
        rf"[A-Z][^,;:]*, {_VERB}\b", further
    )  # explains the name at its end
    is_listed = re.search(r"\d\)? (?:\w+ )*[A-Z]\w*, $", opening) and re.match(r"[A-Z]", further)  # the first of some
    return bool(is_named or is_told or is_aside or is_listed or _HOLDER.search(opening))


def _stands(text: str) -> bool:
    """Return whether the rest of a sentence is a sentence itself."""
    return bool(_STANDS.match(text) and re.search(rf"\b{_VERB}\b", text))


def _without_aside(text: str) -> str:
    """The sentence without an aside between commas behind its subject: who it was, or who was among them."""
    text = _AMONG.sub(" ", text)
    subject = _SUBJECT.match(text)
    if subject is None or re.search(rf"\b{_VERB}\b", subject[1]) or _OF_ASIDE.search(text[subject.end() :]):
        return text
    return f"{subject[1]} {text[subject.end() :]}"
