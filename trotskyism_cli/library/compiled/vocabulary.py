"""What a word of a pack is found by though it is typed otherwise: of each worked out once, whatever pack has it."""

from collections.abc import Collection, Iterator, Mapping

from trotskyism_cli.library.forms import root, skeleton, sound_of_plain
from trotskyism_cli.pack.reading.kept_parts import KeptParts

Likeness = tuple[str, str, str]  # its sound, its skeleton and its root
KEPT = "words"


def likenesses(words: Collection[str], kept: KeptParts | None) -> Iterator[tuple[str, Likeness]]:
    """Each of the plain words of a pack, and what is like it."""
    if kept is None or kept.is_full:
        return ((word, _likeness(word)) for word in words)
    mark = kept.mark()  # a word sounds as it does in any pack
    known: Mapping[str, Likeness] = kept.find(KEPT, mark) or {}
    found = {word: known.get(word) or _likeness(word) for word in words}
    if found.keys() != known.keys():
        kept.add(KEPT, mark, found)
    return iter(found.items())


def _likeness(word: str) -> Likeness:
    return sound_of_plain(word), skeleton(word), root(word)
