"""Word "when" questions about events named after an action: `the death of Lenin` → `did Lenin die`."""

import re
from collections.abc import Sequence

from trotskyism_cli.pack.model import Entry

NEUTRAL = "did {subject} take place"
SIGNED = "{was|were} {subject} signed"
AGREEMENTS = ("treaty", "agreement", "pact")  # types of events that are signed
_FOUNDED = "founded"
# Nouns of actions done to somebody (passive), then of actions that somebody does.
_DONE = {
    "abolition": "abolished",
    "arrest": "arrested",
    "assassination": "assassinated",
    "deportation": "deported",
    "dissolution": "dissolved",
    "execution": "executed",
    "expulsion": "expelled",
    "foundation": _FOUNDED,
    "founding": _FOUNDED,
    "murder": "murdered",
    "publication": "published",
    "rehabilitation": "rehabilitated",
}
_DID = {
    "abdication": "abdicate",
    "arrival": "arrive",
    "coming": "come",
    "death": "die",
    "resignation": "resign",
    "return": "return",
    "rise": "rise",
    "split": "split",
}
_REST = r"(?P<rest> (?:at|by|from|in|into|on|to) .+)?"
_OF = re.compile(rf"(?:the )?(?P<action>[a-z]+) of (?P<whom>.+?){_REST}", re.IGNORECASE)
_WHOSE = re.compile(rf"(?P<whom>.+?)['’]s? (?P<action>[a-z]+){_REST}", re.IGNORECASE)
_MANY = re.compile(r"\band\b|[^s]s$")  # possibly plural: the verb might not agree


def with_event_verb(wordings: Sequence[str], entry: Entry) -> list[str]:
    """Replace the neutral `did … take place` in each wording by the verb of the event's name or type."""
    return [each.replace(NEUTRAL, _asked(entry)) if NEUTRAL in each else each for each in wordings]


def founded_thing(event: Entry) -> str:
    """What an event founded, if its name says so: `the founding of the League` → `the League`.

    Else empty.
    """
    found = _action_in(event)
    return found["whom"] if found and _DONE.get(found["action"].casefold()) == _FOUNDED else ""


def _action_in(event: Entry) -> re.Match[str] | None:
    return _OF.fullmatch(event.phrase) or _WHOSE.fullmatch(event.phrase)


def _asked(event: Entry) -> str:
    if event.type in AGREEMENTS:
        return SIGNED
    found = _action_in(event)
    if found is None or _MANY.search(found["whom"]):
        return NEUTRAL
    action, whom, rest = found["action"].casefold(), found["whom"], found["rest"] or ""
    if action in _DONE:
        return f"was {whom} {_DONE[action]}{rest}"
    return f"did {whom} {_DID[action]}{rest}" if action in _DID else NEUTRAL
