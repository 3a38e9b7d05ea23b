"""Options that refer to the other options."""

import re

from trotskyism_cli.pack.lazy_regex import lazy_regex

REFERS_TO_OTHERS = lazy_regex(r"(all|none|both|any) of (the above|the others|these|them)|I don't know", re.IGNORECASE)
