"""Links in chapter prose: `[[entry]]` or `[[entry|other words]]`."""

from trotskyism_cli.pack.lazy_regex import lazy_regex

LINK = lazy_regex(r"\[\[([^\]|]+)(?:\|([^\]]*))?\]\]")
