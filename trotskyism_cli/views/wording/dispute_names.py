"""What a dispute is about, without the word "dispute"."""

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry

_BEFORE = lazy_regex(r"^(?:the )?(?:dispute|debate|controversy|question|quarrel) (?:over|about|of|on|as to) ")


def matter_of(issue: Entry) -> str:
    """The matter of a dispute: `the press` for "the dispute over the press"."""
    return _BEFORE.sub("", issue.name)
