"""The names of all entries by their words: which a text has, and which entries share one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from trotskyism_cli.library.forms_held import FormsHeld
from trotskyism_cli.library.name_table import BY_SEARCH
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.word_places import Place, plain_words
from trotskyism_cli.pack.model import Kind

LONGEST = 12  # words of a name


def with_longer_names(store: Store, place: Place, own_id: str, kind: Kind) -> Iterator[str]:
    """The other entries of a kind that have a name in a text that is longer than one, and has some of its words.

    Of two that are as long the first has the words: `February Revolution of 1917`.
    """
    held, words = _of_several_words(store), plain_words(place.text)
    for begin in range(max(0, place.begin - LONGEST), place.end):
        for end, (entry, other) in held.at(words, begin):
            if other == kind and entry != own_id and end > place.begin:
                longer = Place(place.text, begin, end).letters + (begin < place.begin)
                if longer > place.letters:
                    yield entry


def sharing(store: Store, form: str, own_id: str) -> tuple[tuple[str, str], ...]:
    """The other entries that are called by the same name, with the kind of each."""
    return tuple(each for each in _by_form(store).get(form.removeprefix("the "), ()) if each[0] != own_id)


@lru_cache(maxsize=1)  # read once, and not for each sentence
def _by_form(store: Store) -> Mapping[str, Sequence[tuple[str, str]]]:
    query = """SELECT DISTINCT form, entry, kind FROM names JOIN kinds USING (entry)
        WHERE how = 'plain' AND weight > ? ORDER BY entry"""
    found = defaultdict[str, list[tuple[str, str]]](list)
    for form, entry, kind in store.rows(query, BY_SEARCH):
        found[form].append((entry, kind))
    return found


@lru_cache(maxsize=1)  # see above
def _of_several_words(store: Store) -> FormsHeld[tuple[str, str]]:
    """The names of several words, each with its entry and the kind of that."""
    forms = ((form, entries) for form, entries in _by_form(store).items() if " " in form)
    return FormsHeld((form, each) for form, entries in forms for each in entries)
