"""People named by initials and surname, in either order: `N. Sedova`, `Trotsky, L. D.`"""

import re

from trotskyism_cli.library.forms import is_cyrillic, plain, sound
from trotskyism_cli.library.names.name_table import BY_SEARCH, by_form, forms_of, kind_of, sound_of_name, with_initials
from trotskyism_cli.library.store import Store
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack

_INITIALS, _SURNAME = r"(?:[^\W\d_]\. ?){1,3}", r"[^\W\d_][\w’'-]+"
_NAME = lazy_regex(rf"\b(?:{_INITIALS}{_SURNAME}|{_SURNAME}, {_INITIALS})(?!\w)")


def by_initials(store: Store, pack: Pack, flat: str) -> list[str]:
    """People meant by a plain text of surname and initials.

    The first initial must be that of one of their first names.
    """
    words, initials = with_initials(flat)
    if not (words and initials and all(map(str.isalpha, initials))) or is_cyrillic(flat):
        return []
    surname = " ".join(words)
    called = by_form(store, "plain", surname)[1] or by_form(store, "sound", sound_of_name(surname))[1]
    people = (pack.entries[each] for each in called if kind_of(store, each) == Kind.PERSON)
    return [each.id for each in people if sound(initials[0]) in _first_initials(pack, each)]


def with_whole_names(store: Store, pack: Pack, text: str) -> str:
    """Replace people's initials and surname in a text by their full name in the book."""

    def whole(found: re.Match[str]) -> str:
        flat = plain(found[0])
        people = [] if by_form(store, "plain", flat)[1] else by_initials(store, pack, flat)
        after = " " if found[0].endswith(" ") else ""
        return f"{pack.entries[people[0]].name}{after}" if len(people) == 1 else found[0]

    return _NAME.sub(whole, text) if "." in text else text


def _first_initials(pack: Pack, entry: Entry) -> set[str]:
    """Initials of a person's first names, in `sound`."""
    names = (
        sound_of_name(form).split() for form, weight in forms_of(pack, entry) if weight > BY_SEARCH and " " in form
    )
    return {name[0][:1] for name in names if len(name) > 1}
