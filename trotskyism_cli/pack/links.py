"""The links in the prose of chapters: `[[entry]]`, or `[[entry|other words]]`."""

from trotskyism_cli.pack.lazy_regex import lazy_regex

LINK = lazy_regex(r"\[\[([^\]|]+)(?:\|([^\]]*))?\]\]")
