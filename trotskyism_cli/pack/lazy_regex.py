"""Patterns that are compiled when they are first used: most of those of a module are not, in any one run."""

import re
from typing import Any, cast


class _Uncompiled:
    """Stands for a pattern, and is compiled once anything but its text is asked of it."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text  # of which a longer pattern may be made
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)  # so that it is asked only once
        return found


def lazy_regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as by `re.compile`, but made later; what takes one, such as `re.sub`, takes its `pattern` instead."""
    return cast(re.Pattern[str], _Uncompiled(text, flags))
