"""Find names of other organisations that contain a name: "Workers Party" in "Socialist Workers Party"."""

from collections.abc import Iterable, Sequence

from trotskyism_cli.library.forms import plain, without_article
from trotskyism_cli.library.names.name_table import MOST_NAMED, by_words, kind_of, sound_of_name
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Kind


def longer_names(pack: StoredPack, own_ids: Sequence[str], names: Iterable[str]) -> tuple[str, ...]:
    """Plain names of other organisations that contain one of `names`; empty if an own entry is no organisation."""
    if any(pack.entries[each].kind is not Kind.ORGANISATION for each in own_ids):
        return ()
    # A plural for people ("Bolsheviks") suits many organisations.
    own = {name for name in map(without_article, names) if " " in name or not name.endswith("s")}
    found: dict[str, None] = {}
    for body in pack.entries.several(sorted({each for name in own for each in _with_words(pack, name)} - {*own_ids})):
        for form in (without_article(plain(each)) for each in (*body.names, *body.search)):
            if not any(_is_within(form, name) for name in own) and any(_is_within(name, form) for name in own):
                found[form] = None
    return tuple(found)


def _is_within(name: str, other: str) -> bool:
    return f" {name} " in f" {other} "


def _with_words(pack: StoredPack, name: str) -> set[str]:
    """Organisations with a name that has all words of `name`."""
    words = sound_of_name(name).split()
    with_one = "SELECT entry FROM names WHERE how = 'word' AND form = ? LIMIT ?"
    found = by_words(pack.store, words) or pack.store.column(with_one, " ".join(words), MOST_NAMED)
    return {each for each in found if kind_of(pack.store, each) == Kind.ORGANISATION}
