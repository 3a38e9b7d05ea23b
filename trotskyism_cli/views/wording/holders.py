"""Find who holds a claim: without its holder a claim would be the book's own."""

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.views.wording.verbs import RELATIVE, STOP

_HOLDS = (
    r"(?:add|admit|affirm|argue|assert|believe|charge|claim|complain|conclude|concede|declare|deny|denie|estimate|expect"
    r"|explain|fear|find|found|go on|goes on|had it|has it|held|hold|hope|insist|judge|maintain|note|object|put it"
    r"|puts it|recall|replie|reply|report|said|say|stress|suppose|tell|think|thought|told|warn|went on|write|wrote)"
    r"(?:s|d|ed)?"
)
_NAME = r"[A-ZÀ-Ž][\w’'.-]*(?: (?:(?:de|van|von|of|and) )?[A-ZÀ-Ž][\w’'.-]*){0,3}"
_SOMEBODY = rf"(?:he|she|it|they|some|many|others|critics|(?:the|his|her|their|its) [\w’' -]{{2,40}}?|{_NAME})"
_SAYS = (
    rf"{_SOMEBODY} (?:(?:has|had|once|himself|herself|later|also) )*{_HOLDS}(?! that\b)"
    r"(?: (?:in|at|on|of|to|later)\b[^,;:]*)?"
)
_WHOSE = r"(?:his|her|its|their|[\w’' ]+['’]s?)"
_HOLDER = lazy_regex(
    rf", (?:as |so )?{_SAYS}(?=[,;:]|\.?$)|, (?:said|says|wrote|writes|held|holds|thought) {_SOMEBODY}"
    rf"|\baccording to\b|\bby (?:one|the|some|{_WHOSE}) (?:own )?(?:account|count|reckoning|figures)\b"
    rf"|\bin (?:this|{_WHOSE}) (?:own )?(?:account|view|words|opinion|theory|eyes|judgement|reading|definition|argument"
    r"|terms|picture|vocabulary|usage)\b"
    rf"|,? for (?:him|her|them|{_NAME})(?=,|;|\.?$)|\b(?:allegedly|supposedly|reportedly|perhaps|probably|possibly)\b"
    r"|^,? (?:is|was|are|were) (?:disputed|contested|denied|alleged|a charge|held|said)\b"
)
_ONLY_HOLDER = lazy_regex(rf"(?:as |so )?{_SAYS}$")
_VIEW = lazy_regex(rf"\b{_HOLDS}\b[^,;:]* that (?P<claim>.*)|\b[Ff]or (?:him|her|them|{_NAME}) ")


def drops_holder(left: str) -> bool:
    """Return whether the end of a sentence, if left off, takes the holder of the claim before it along."""
    own = "" if left.startswith((": ", "; ")) else STOP.split(left, maxsplit=1)[0]
    return any(not _has_claim(own[: found.start()]) for found in _HOLDER.finditer(own))


def _has_claim(between: str) -> bool:
    """Return whether the words before a holder make a claim of their own, to which the holder belongs."""
    return bool(RELATIVE.search(between) or between.startswith((", and ", " and ")))


def is_holder(part: str) -> bool:
    """Return whether a part of a sentence only names a holder: `she held in 1938`."""
    return bool(_ONLY_HOLDER.match(part))


def tells_view(text: str) -> bool:
    """Return whether a text tells what somebody holds."""
    return bool(_VIEW.search(text))


def claim_in(text: str) -> str:
    """What somebody holds by a text, as far as it goes; empty if the text tells no view."""
    found = _VIEW.search(text)
    return (found["claim"] or "") if found else ""
