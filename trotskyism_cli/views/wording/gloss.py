"""Glosses: what something was, in one line beside its name. The longest self-contained beginning of its summary."""

import re
from collections.abc import Callable, Collection, Iterator

from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.wording.question import question_of
from trotskyism_cli.views.wording.sentences import first_sentence
from trotskyism_cli.views.wording.whole import hangs, stands_alone

SHORTEST = 2  # words
_LEAD = re.compile(r"In (?:[\w'-]+ ){1,2}(?:theory|vocabulary|usage|definition|language) (?=the |an? )")
_OWNED = re.compile(  # `Trotsky's theory`, where it takes too long to say which
    r"(?:The )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*?['’]s? [a-z-]+"
    r"(?: of (?:the )?[\dA-Z][\w–]*(?: [A-Z]\w+)*)?(?=, |: |; | \(| in | that )"
)
_ARTICLE = re.compile(r"(?:The|A|An) (?=\w)")
# When something began; dropped if the year stands beside the gloss.
_BEGUN = (
    r",? (?:founded|formed|set up|created|established|launched)?,? ?(?:(?:of|in|from|since) )(?:\w+ )?{year}"
    r"(?=[,.;:]| (?:in|at|by|near|to|from|of|around)\b|$)"
)
_PAUSE = re.compile(
    r", |: |; | \("
    r"| (?=(?:in|on|at|from|until|under|after|before|between|inside|outside|around|near|against|during|since)\b)"
    r"| (?=(?:who|which|where|when|because|although|so that)\b)"
    r"| (?=(?:founded|formed|led|used|elected|set up|known|stationed|applied|raised|decreed|taken|given|expelled)\b)"
)
# Additions that may be dropped only after a longer beginning.
_ADDED = re.compile(r" (?=(?:that|for|with|by|of|and (?:later|the [A-Z]\w*))\b)")
_OF = re.compile(r"\bof\b")  # an "of" may be dropped only after an earlier one
_ANOTHER = re.compile(r"and (?:later|the [A-Z])")
_PAIR = re.compile(r"\b(?:between|both|of the [a-z]+)\b")
LONG = 4  # words a beginning needs before an addition may be dropped
_RELATIVE = re.compile(
    r"\b(?:that|who|whom|whose|which|where|when|what|as|because|although|[Nn]ame given|said|told|credited|held)\b|[:;] "
)
_OPENING = re.compile(r"(?:After|Although|As|At|Before|Between|During|From|In|On|Since|Under|Until|When|While)\b")
# Nouns that need a complement ("the view that …"). Nouns for an organisation need at least one other word.
_OPEN = re.compile(
    r"\b(?:view|idea|principle|names?|demands?|terms?|doctrine|belief|position|theory|policy|line|charge|formula"
    r"|state|slogan|words?|method|layer|class|revolution|economy|those|one|description|overthrow|spread|coexistence"
    r"|control|action)$",
    re.IGNORECASE,
)
_OPEN_BODY = re.compile(
    r"(?:party|body|group|faction|section|wing|front|alliance|organisation|movement|newspaper|congress|army|council)",
    re.IGNORECASE,
)
# Endings after which a sentence cannot stop: a verb that needs an object, or an adjective before its noun.
_UNENDED = re.compile(
    r", (?:now |then )?(?:the|one|an?)(?: [\w-]+){0,2}$|"  # a further name of it, not yet whole
    r"'s (?:term|name|view|policy|formula)$"
    r"|\b(?:forward|alliances|majority|goes?|is|are|was|were|has|had|be|been|not|neither|either|most"
    r"|more|other|another|only|set out|\w+ed|given|taken|led|known|born|then|now|later|near|one"
    r"|(?:an?|the) (?:separate|common|new|single|first|second|small|large|great))$"
)
_RUNS_ON = re.compile(r"(?:and|or|but|nor)\b")
_ITEM = re.compile(
    r"(?!(?:the|an?|\w+ed|set up|born|led|now|once|later|then|heir|who|which|where)\b)"
    r"(?:[\w.'’-]+ ){0,2}[\w.'’-]+(?:,| and\b| or\b)"
)


def gloss(text: str, room: int, years: Collection[str] = (), measure: Callable[[str], int] = len) -> str:
    """The longest beginning of the text's first sentence that is complete in itself and fits; empty if none.

    `room` is counted by `measure`. `years` stand beside the gloss already, so "founded in YEAR" is dropped. A question
    is taken whole.
    """
    sentence = first_sentence(text).rstrip(".")
    for year in years:
        sentence = re.sub(rf" \({year}(?:–\d+)?\)", "", sentence, count=1)
        sentence = re.sub(_BEGUN.replace("{year}", year), "", sentence, count=1)
    if asked := question_of(sentence):
        return asked if measure(asked) <= room else ""
    lead = _LEAD.match(sentence)
    told = [sentence[lead.end() :]] if lead else [capital(sentence), capital(_ARTICLE.sub("", capital(sentence)))]
    ways = [*told, *(cut for way in told if not _OPENING.match(way) for cut in _beginnings(way))]
    ways = [f"{lead[0]}{way}" for way in ways] if lead else ways  # whose definition it is
    owned = _OWNED.match(sentence)
    fitting = [each for each in ways if measure(each) <= room]
    return max(fitting, key=len) if fitting else owned[0] if owned and measure(owned[0]) <= room else ""


def _beginnings(sentence: str) -> Iterator[str]:
    """The beginnings of a sentence that make sense by themselves."""
    for sign, least in ((_PAUSE, SHORTEST), (_ADDED, LONG)):
        for pause in sign.finditer(sentence):
            before, after = sentence[: pause.start()], sentence[pause.end() :]
            is_whole = len(before.split()) >= least and _stands(before) and _is_further(before, pause.group(), after)
            if is_whole and stands_alone(before, f"{pause.group()}{after}"):
                yield before.rstrip(",;:")


def _stands(before: str) -> bool:
    """Return whether the beginning of a sentence makes sense without what follows."""
    head = _ARTICLE.sub("", before.partition(", ")[0])
    is_open = len(head.split()) <= SHORTEST and "'s " not in head and _OPEN.search(head)
    is_inside = before.count("(") > before.count(")") or before.count("“") > before.count("”")
    unended = hangs(before) or _UNENDED.search(before) or _RELATIVE.search(before)
    return not (is_open or is_inside or unended or _OPEN_BODY.fullmatch(head))


def _is_further(before: str, pause: str, after: str) -> bool:
    """Return whether the text after the pause can be dropped: no item of a list, no part of a name."""
    if pause == ", ":
        return not _ITEM.match(after) and not _RUNS_ON.match(after)
    if after.startswith("of "):
        return bool(_OF.search(before)) and len(before.split()) > LONG
    is_one = not (_PAIR.search(before) or " and " in before)
    return not _RUNS_ON.match(after) or (is_one and bool(_ANOTHER.match(after)))
