"""The day of an exam, which the environment can name for every command."""

import os
from datetime import date, datetime

from trotskyism_cli.errors import UsageError
from trotskyism_cli.learning.recall.gain import HORIZON

EXAM = "TROTSKYISM_EXAM"  # the day of it, for every session until then
LONGEST_HORIZON = 365  # days


def horizon_of(now: datetime) -> float:
    """Days until the knowledge is wanted: until the exam named in the environment, else the usual horizon."""
    text = os.environ.get(EXAM, "")
    if not text:
        return HORIZON
    try:
        left = (date.fromisoformat(text) - now.date()).days
    except ValueError:
        raise UsageError(f"{EXAM} is “{text}”; write a day as 2027-05-12.") from None
    return float(min(LONGEST_HORIZON, left)) if left > 0 else HORIZON
