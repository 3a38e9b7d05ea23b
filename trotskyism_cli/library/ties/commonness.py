"""How common concepts are: in how many passages their words occur."""

from collections.abc import Iterable

from trotskyism_cli.library.names.named_in_text import forms_of
from trotskyism_cli.library.records import StoredPack

A_SHARE = 40  # a concept in more than one of so many passages is common


def how_common(pack: StoredPack, ideas: Iterable[str]) -> dict[str, float]:
    """Commonness of each concept: by the rarest word of its most common name; from 1 on it is common."""
    import json  # already imported by the store

    forms = {each: [form.split() for form in forms_of(pack.entries[each])] for each in ideas}
    words = sorted({word for names in forms.values() for name in names for word in name})
    query = "SELECT word, passages FROM vocabulary WHERE word IN (SELECT value FROM json_each(?))"
    held: dict[str, int] = dict(pack.store.rows(query, json.dumps(words)))
    [every] = pack.store.numbers("SELECT max(number) FROM passages")
    return {
        each: max((min(held.get(word, 0) for word in name) for name in names), default=0) * A_SHARE / max(1, every)
        for each, names in forms.items()
    }
