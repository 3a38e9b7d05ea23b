"""Regular expressions that are compiled on first use, as most are never used in a run."""

import re
from typing import Any, cast


class _Uncompiled:
    """Stand-in for a pattern; compiled when anything but its text is used."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text  # can be built into other patterns without compiling
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)  # looked up only once
        return found


def lazy_regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, but compiled on first use. To functions such as `re.sub`, pass its `pattern`."""
    return cast(re.Pattern[str], _Uncompiled(text, flags))
