"""What the independent solver can say of an option."""

from enum import Enum


class Verdict(Enum):
    """What the pack says of an option."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "open"
