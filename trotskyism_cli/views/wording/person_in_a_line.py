"""Who a person was, in one line: the most telling whole phrases of their summary."""

from collections.abc import Callable, Iterator
from itertools import combinations, product

from trotskyism_cli.library.words.killing import WAS_KILLED
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.wording.sentences import first_sentence
from trotskyism_cli.views.wording.whole import ends_whole, hangs

MOST = 3  # phrases in a line
# Weights: for what a phrase says, for an uncut phrase, and for a full line.
SAYS_ROLE, SAYS_FIELD, SAYS_FIRST, SAYS_LESS, IS_WHOLE, FILLS = 2.0, 1.0, 1.0, -3.0, 0.5, 1.5
# A nationality before a role, e.g. "Russian " in "Russian economist".
_NATIONAL = lazy_regex(r"^(?:[A-Z]\w*(?:an|ish|ese|ench)(?:-[A-Z]\w+)? )+(?=[a-z])")
_BREAK = lazy_regex(r", (?![A-Z][\w'’]+ and [A-Z])|: |; ")  # but not within a list of names
_THE = lazy_regex(r"^the (?=\w)")
# Additions to a phrase: when, where from, in which circumstances.
_ADDS = lazy_regex(
    r" (?=(?:(?:from|since|until|in|of) (?:the )?(?:[A-Z]\w+ |spring |summer |autumn )?\d{4}|in the \w+ of \d{4}"
    r"|after |before |beside |for (?:two|some) |under |since |until |at (?:the )?[A-Z]|from (?:[A-Z]|the)|between "
    r"|of (?:[\w-]+ ){1,2}(?:birth|descent|origin|parents)))| \("
)
_RELATIVE = lazy_regex(r" (?=(?:who|that|which|whose|whom|after whom|with whom|in which|where)\b)")
_FURTHER = lazy_regex(
    r" and (?=(?:of|in|the|an?|its|his|her|their|for|before|after|later|then|once) "
    r"|[a-z]+(?:er|or|ist|ary|man|end|ief)\b|[A-Z])"
)
# A complement that two nouns may share: `founder and leader of the party`.
_SHARED = lazy_regex(r"(?:\w+ ){0,2}\w+ (?:of|to|in) ")
_TITLE = lazy_regex(r"\b(?:author|authors|editor|historian|painter|translator|life|lives|wrote) of (?!the [a-z])")
# A noun that needs its complement.
_OPEN = lazy_regex(r"\b(?:the|those) (?:[\w'’-]+ )?[\w'’-]+$|\b(?:those|one|all|part)$|\bof an? [\w'’-]+$")
_ROLE = lazy_regex(
    r"\b(?:leader|founder|head|chair(?:man|woman)|commissar|minister|secretary|author|editor|theorist|president|"
    r"commander|chief|murderer|organiser|organizer|translator|dictator|companion|daughter|son|friend|helper|king|queen"
    r"|emperor|tsar|premier|member|man|historian|economist|philosopher|scholar|writer|journalist|painter|politician"
    r"|diplomat|general|scientist|anarchist)\b"
    r"|^(?:General|First) Secretary"
)
_NO_PHRASE = lazy_regex(
    r"(?:with|and|or|but|by|for|from|until|since|after|before|who|that|which|whose|whom|where|when|while"
    r"|as|of|on|to|in|first|he|she|they|The)\b"
)
_OF_ANOTHER = lazy_regex(
    r"\b(?:it|its|their|them|there)\b|^(?:(?!the )[a-z]+ |[A-Z]\w+ (?!and ))*(?:her|his)\b"
)  # a pronoun without its antecedent
_LESSER = lazy_regex(rf"(?:(?:later|once|born|expelled|condemned|deported|long|now|then|in form)\b|{WAS_KILLED})")
_OPENS_RELATIVE = lazy_regex(r"(?:\w+ ){0,2}(?:who|whom|whose|which|where)\b")
_DONE = lazy_regex(rf"(?:born|expelled|condemned|deported|exiled|banished|acquitted|{WAS_KILLED}) (?:\S+ )+\S")
SHORTEST = 2  # words of a phrase that stands alone


def in_a_line(text: str, room: int, field: str = "", measure: Callable[[str], int] = len) -> str:
    """Describe a person in so much `room`, as `measure` counts it, by the phrases of `text` that weigh most.

    Phrases with `field`, the word root of the pack's subject, weigh more. A nationality at the start is dropped for
    room. Empty if no whole phrase fits.
    """
    whole = first_sentence(text)
    sentence = _NATIONAL.sub("", whole)
    for told in (whole, sentence):
        if measure(told) <= room:
            return capital(told)
    best, weight = "", 0.0
    for begun in (whole, sentence):
        whole_phrases = _BREAK.split(begun)
        ways = [tuple(_ways(phrase)) if is_own else () for phrase, is_own in _phrases(begun)]
        for told, said in _lines(ways):
            if measure(told) > room:
                continue
            heavy = _weight(said, whole_phrases, field) + FILLS * measure(told) / room
            if heavy > weight:
                best, weight = told, heavy
    if not best:
        head = _BREAK.split(sentence)[0]
        best = head if measure(head) <= room and not _is_open(head) else ""
    return capital(best)


def _lines(phrases: list[tuple[str, ...]]) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """All lines that up to `MOST` phrases make in their order, each phrase in one of its forms, with its parts."""
    places = [place for place, ways in enumerate(phrases) if ways]
    for count in range(1, MOST + 1):
        for chosen in combinations(places, count):
            for way in product(*(phrases[place] for place in chosen)):
                said = [_THE.sub("", phrase) if not number else phrase for number, phrase in enumerate(way)]
                goes_on = any(
                    not ways for ways in phrases[chosen[0] + 1 : chosen[0] + 2]
                )  # `Founder, with others, of …`
                is_whole = count > 1 and way[0] == phrases[chosen[0]][0] and not goes_on
                is_enough = is_whole or len(said[0].split()) >= SHORTEST
                if is_enough and (" " in said[-1] or _ROLE.search(said[-1])) and not _OF_ANOTHER.search(said[0]):
                    yield ", ".join(said), list(zip(chosen, said, strict=True))


def _phrases(sentence: str) -> Iterator[tuple[str, bool]]:
    """The phrases of a sentence, and whether each says by itself what somebody was.

    An item of a list does not, nor what may go on with a relative clause: `who, …, asked`.
    """
    begin, is_relative, first = 0, False, True
    for pause in (*_BREAK.finditer(sentence), None):
        phrase = sentence[begin : pause.start() if pause else len(sentence)]
        is_relative = is_relative or bool(_OPENS_RELATIVE.match(phrase))
        yield phrase, first or (not is_relative and bool(_ROLE.search(phrase) or _DONE.match(phrase)))
        if pause:
            begin, first, is_relative = pause.end(), False, is_relative and pause.group() != "; "


def _is_open(phrase: str) -> bool:
    """Return whether a phrase needs what follows it, or whom its pronoun stands for."""
    return hangs(phrase) or bool(_OF_ANOTHER.search(phrase))


def _ways(phrase: str) -> Iterator[str]:
    """A phrase whole, and shortened wherever the remainder makes sense by itself."""
    if _NO_PHRASE.match(phrase):
        return
    if not hangs(phrase):
        yield phrase
    title = _TITLE.search(phrase)
    for sign, is_safe in ((_ADDS, True), (_FURTHER, True), (_RELATIVE, False)):
        for found in sign.finditer(phrase):
            cut = phrase[: found.start()]
            if sign is _FURTHER and title and title.start() < found.start():
                continue  # it may be in the middle of a title
            if sign is _FURTHER and _SHARED.match(phrase[found.end() :]) and " of " not in cut:
                continue  # `founder and leader of the party`
            if ends_whole(cut) and (is_safe or not _OPEN.search(cut)):
                yield cut


def _weight(said: list[tuple[int, str]], whole: list[str], field: str) -> float:
    """How well these phrases say who somebody was; a role counts once."""
    weight = SAYS_ROLE * any(_ROLE.search(phrase) for _, phrase in said)
    for place, phrase in said:
        weight += SAYS_FIRST * (place == 0) + SAYS_FIELD * (bool(field) and field in phrase.casefold())
        weight += SAYS_LESS * bool(_LESSER.match(phrase)) + IS_WHOLE * whole[place].endswith(phrase)
    return weight
