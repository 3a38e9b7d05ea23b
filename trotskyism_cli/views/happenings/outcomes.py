"""Add the outcome to an event whose name says only its type, in a few words."""

import re

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.wording.sentences import first_sentence

LONGEST = 50  # letters of an outcome
RENAMING = "renaming"  # type of an event
_IN_WHICH = lazy_regex(r",? (?:at|in) which ([^,;:]+)$")
_NEW_NAME = lazy_regex(r"\btook the (?:new )?name ((?:[A-Z][\w-]*)(?: (?:of|for|the|[A-Z][\w-]*))*)")
# What was renamed, by a longer name than in the event's.
_OLD_NAME = r"\b((?:[A-Z][\w-]* )*{}) took the "
_OF = lazy_regex(r"^\w+ of (?:the )?")


def with_outcome(pack: Pack, happening: Happening) -> Happening:
    """A happening with its outcome: `Reichstag election: the Nazis rose …`, `Left Opposition renamed …`."""
    entry = pack.entries[happening.entry]
    if entry.kind is not Kind.EVENT or not _is_named_by_its_type(entry):
        return happening
    told = first_sentence(entry.summary)
    if entry.type == RENAMING and (new := _NEW_NAME.search(told)):
        old = _OF.sub("", happening.text.removesuffix(f" as {new[1]}").removesuffix(f" as the {new[1]}"))
        if longer := re.search(_OLD_NAME.format(re.escape(old)), told):
            old = longer[1]
        return happening._replace(text=f"{capital(old)} renamed {new[1]}")
    came = _IN_WHICH.search(told)
    is_short = came is not None and len(came[1]) <= LONGEST
    return happening._replace(text=f"{happening.text}: {came[1]}") if came and is_short else happening


def _is_named_by_its_type(entry: Entry) -> bool:
    """Return whether an event's name is its type with a place or date: `Reichstag election of …`."""
    name = re.split(r" (?:of|to) ", entry.name)[0].casefold()
    return bool(entry.type) and name.endswith((entry.type, f"{entry.type}s"))
