"""The names of an entry besides the one that it stands under."""

from collections.abc import Iterable, Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import Pack

BORN = "born "  # before the name that somebody was born under


def names_of(pack: Pack, entry: Entry) -> tuple[str, ...]:
    """Its further names: in its own language, that of its birth, then the others, none of them twice."""
    born = [
        f"{BORN}{fact.object}"
        for fact in entry.facts
        if isinstance(fact.object, str) and pack.relations[fact.relation].brief == "born {object}"
    ]
    return tuple(_telling([entry.name], (*entry.native, *born, *entry.aliases)))


def _telling(known: list[str], names: Iterable[str]) -> Iterator[str]:
    """The names that are not another name again, or some words of one."""
    told = [set(plain(each).split()) for each in known]
    for name in names:
        words = set(plain(name).split())
        if not any(words <= each for each in told):
            told.append(words)
            yield name
