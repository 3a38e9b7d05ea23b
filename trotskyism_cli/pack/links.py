"""The links in the prose of chapters: `[[entry]]`, or `[[entry|other words]]`."""

import re

LINK = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]*))?\]\]")
