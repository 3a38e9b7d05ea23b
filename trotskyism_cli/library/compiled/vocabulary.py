"""Sound, skeleton and root of each word of a pack, to find it if it is typed otherwise; cached."""

from collections.abc import Collection, Iterator, Mapping

from trotskyism_cli.library.forms import root, skeleton, sound_of_plain
from trotskyism_cli.pack.reading.part_cache import PartCache

Likeness = tuple[str, str, str]  # sound, skeleton and root; see `forms`
KEPT = "words"


def likenesses(words: Collection[str], kept: PartCache | None) -> Iterator[tuple[str, Likeness]]:
    """Sound, skeleton and root of each of these plain words."""
    if kept is None or kept.is_full:
        return ((word, _likeness(word)) for word in words)
    mark = kept.mark()  # the same in every pack
    known: Mapping[str, Likeness] = kept.find(KEPT, mark) or {}
    found = {word: known.get(word) or _likeness(word) for word in words}
    if found.keys() != known.keys():
        kept.add(KEPT, mark, found)
    return iter(found.items())


def _likeness(word: str) -> Likeness:
    return sound_of_plain(word), skeleton(word), root(word)
