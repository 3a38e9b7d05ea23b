"""Options that refer to the other options."""

import re
from collections.abc import Iterable

from trotskyism_cli.pack.lazy_regex import lazy_regex

REFERS_TO_OTHERS = lazy_regex(r"(all|none|both|any) of (the above|the others|these|them)|I don't know", re.IGNORECASE)


def has_all_of_the_above(options: Iterable[str]) -> bool:
    """Return whether one of the options refers to the others."""
    return any(map(REFERS_TO_OTHERS.fullmatch, options))
