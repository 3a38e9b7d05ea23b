"""The further names of an entry, besides its usual one."""

from collections.abc import Iterable, Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import Pack

BORN = "born "  # before a birth name


def names_of(pack: Pack, entry: Entry) -> tuple[str, ...]:
    """Further names without repetition: native ones, the birth name, then aliases."""
    born = [
        f"{BORN}{fact.object}"
        for fact in entry.facts
        if isinstance(fact.object, str) and pack.relations[fact.relation].brief == "born {object}"
    ]
    return tuple(_telling([entry.name], (*entry.native, *born, *entry.aliases)))


def _telling(known: list[str], names: Iterable[str]) -> Iterator[str]:
    """Names whose words are not all contained in an earlier name."""
    told = [set(plain(each).split()) for each in known]
    for name in names:
        words = set(plain(name).split())
        if not any(words <= each for each in told):
            told.append(words)
            yield name
