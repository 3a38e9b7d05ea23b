"""Options that refer to the other options."""

import re

from trotskyism_cli.pack.lazy_regex import lazy_regex

LUMPED = lazy_regex(r"(all|none|both|any) of (the above|the others|these|them)|I don't know", re.IGNORECASE)
