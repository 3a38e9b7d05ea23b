"""What an office is called where there is little room for it."""

import re

TITLE = 50  # letters of an office; what is longer is a sentence
_FURTHER = re.compile(r" and |, ")


def office_name(office: str) -> str:
    """What an office is called; of a name that takes up lines, the beginning."""
    if len(office) <= TITLE:
        return office
    title = office.partition(" of ")[0]
    return title if " " in title else _FURTHER.split(office)[0]
