"""The day of an exam, which may be named in the environment for every command."""

import os
from datetime import date, datetime

from trotskyism_cli.errors import UsageError
from trotskyism_cli.learning.recall.gain import HORIZON

EXAM = "TROTSKYISM_EXAM"  # the day of it, for every session until then
LONGEST_HORIZON = 365  # days


def horizon_of(now: datetime) -> float:
    """The days until the knowledge is wanted: until the exam named in the environment, else as ever."""
    text = os.environ.get(EXAM, "")
    if not text:
        return HORIZON
    try:
        left = (date.fromisoformat(text) - now.date()).days
    except ValueError:
        raise UsageError(f"{EXAM} is “{text}”; write a day as 2027-05-12.") from None
    return float(min(LONGEST_HORIZON, left)) if left > 0 else HORIZON
