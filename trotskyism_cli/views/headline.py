"""A sentence in as many words as one row holds: its first clause that stands by itself."""

import re
from collections.abc import Iterator, Sequence

from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.body_deaths import in_short
from trotskyism_cli.views.surnames import surname

ROOM = 70  # letters of a row
SHORTEST = 3  # words of a clause that tells something
_KILLED = re.compile(
    r"\b(shot h(?:im|er)self|put to death|"
    r"(?:(?<=was )|(?<=were )|(?<= and ))(?:shot|murdered|executed|killed|hanged))\b"
)
_VERB = (
    r"(?:was|were|had|wrote|took|became|began|broke|left|came|gave|held|fell|went|led|met|set|split|put|made|won|"
    r"[a-z]+ed)"
)
_UP_TO_YEAR = re.compile(r"(?:After|At|By|From|In|Late in|On|With) [^,;:“]*?(?:\d{4}|\)) ")
_AMONG = re.compile(rf", among (?:them|whom) [^,;:]+(?:, [^,;:]+)*, (?={_VERB}\b)")
_NO_TITLE = r"(?:a|an|and|at|by|for|from|in|of|on|the|to|under|with)\b"  # within what only says who somebody was
# Where what is told first may end: before what tells why, what followed, how or with whom.
_ENDS = re.compile(
    r"; |: (?!“)|(?<!\b[A-Z])\. (?=[A-Z])| until (?=(?:he|she|it|they|his|her|its|their)\b)|"
    r", (?=(?:(?:in|of|on|to|by|at|from|for|with|under|against|most of|some of|many of) (?:which|whom)|"
    r"which|who|whose|where|when|while|whereas|though|although|but|so|since|until|after|before|because|as|"
    r"and|with|among|including|under|against|on|for|later|nor|yet|thus|above all|"
    r"held|led|\w+ing|\w+ed)\b)|"
    rf" (?=and {_VERB}\b)|"
    r" (?=(?:after|because|when|where|while|whereas|although|in protest|in order|so that|at which|in which)\b)"
)
_OPENING = re.compile(
    r"^(?:After|Although|As|At|Before|By|For|From|In|On|Since|Soon after|Though|Under|When|While|With)\b[^,;:“]*, "
)
_STANDS = re.compile(r"(?:the|an?) |[A-Z](?!t\b)")  # how what follows an opening begins, if it stands by itself
_UNFINISHED = re.compile(
    r"\b(?:again|between|both|either|neither|not only|so|such|that|too|said|say|says|held|wrote)$|"
    r", (?:(?:an?|the|some|soon) )?\w+$"
)


def headline(text: str, names: Sequence[str] = ()) -> str:
    """A sentence without its full stop, or what it tells first, if that has room in a row; else the shortest of that.

    One of these `names` stands without what only says who that was.
    """
    if len(text) <= ROOM:
        return text
    told = list(dict.fromkeys(_ways(text, names)))
    fitting = [each for each in told if len(each) <= ROOM]
    return max(fitting, key=len) if fitting else min(told, key=len)


def headline_of(pack: Pack, fact: Fact, text: str) -> str:
    """What a row says of a fact that is told in a sentence; of a death, whose and how, and not who that was."""
    own = pack.entries[fact.subject]
    if pack.relations[fact.relation].role == Role.DIED and (len(text) > ROOM or ": " in text):
        said = fact_sentence(pack, fact)
        killed = _KILLED.search(said)
        return in_short(said) or f"{own.name} {killed[1] if killed else 'died'}"
    ends = [pack.entries[each] for each in fact.ends]
    return headline(text, [*(each.name for each in ends), *(surname(each) for each in ends)])


def _ways(text: str, names: Sequence[str]) -> Iterator[str]:
    """The sentence, and each clause with which it may end, with and without what comes before and stands beside."""
    for whole in _beginnings(text, names):
        yield whole
        for end in _ENDS.finditer(whole):
            clause = whole[: end.start()]
            is_closed = clause.count("(") == clause.count(")") and clause.count("“") == clause.count("”")
            stands = len(clause.split()) >= SHORTEST and not _UNFINISHED.search(clause)
            if is_closed and stands and re.search(rf"\b{_VERB}\b", clause):
                yield clause


def _beginnings(text: str, names: Sequence[str]) -> Iterator[str]:
    """The sentence; the same without its opening; and each without what says who one was of whom it tells."""
    texts = [text]
    for opening in (_OPENING.match(text), _UP_TO_YEAR.match(text)):
        if opening and _STANDS.match(text[opening.end() :]):
            texts.append(capital(text[opening.end() :]))
    texts += [bare for each in texts if (bare := _AMONG.sub(r" ", each)) != each]
    for each in texts:
        yield each
        for name in (re.escape(name) for name in names):
            bare = re.sub(rf"^{_UP_TO_YEAR.pattern}(?={name}\b(?!['’]))", "", each)
            bare = re.sub(rf"^(?:The|A|An) (?:(?!{_NO_TITLE})[\w-]+ )*?(?!{_NO_TITLE})[a-z-]+ (?={name}\b)", "", bare)
            bare = re.sub(rf"^([^,;:“]*\b{name}[^,;:“]*), [^,;:“]+(?:, [^,;:“]+)?, (?={_VERB}\b)", r"\1 ", bare)
            if bare != each:
                yield bare
