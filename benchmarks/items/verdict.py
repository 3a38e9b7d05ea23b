"""The verdicts of the independent solver."""

from enum import Enum


class Verdict(Enum):
    """What the pack says about an option."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "open"
