"""Two entries out of words in a row, wherever one name ends and the other begins."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import combinations

from trotskyism_cli.errors import NotFoundError, UsageError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Kind

AGAINST = ("versus", "vs", "vs.")  # words between two names that are to be compared
COMMA = ","
BETWEEN = ("and", "with", "to", *AGAINST, "/")  # words that may stand between two names


def two_entries(library: Library, names: Sequence[str], verb: str, tell: Callable[[str], None]) -> tuple[str, str]:
    """The two entries that the words mean. NotFoundError or UsageError if they do not mean two.

    `tell` is called with how the words were understood, where they are not exact names.
    """
    words = _words(names)
    parts = next(_in_two(library, words), None)
    if parts is None:
        found = library.resolve(" ".join(words)).entry
        if found:
            again = command(verb, found, "NAME")
            raise UsageError(f"{library.pack.entries[found].name} is one name; give a second one: {again}")
        example = command(verb, "NAME", "and", "NAME")
        raise NotFoundError(f"Two names are needed here; put “and” between them: {example}")
    refuse_three(library, words, verb)
    left, right = _of_years(library, parts, tell) or (library.resolve_or_raise(" ".join(part), tell) for part in parts)
    if left == right:
        again = command(verb, left, "and", "NAME")
        raise UsageError(f"Both names mean {library.pack.entries[left].name}; name another: {again}")
    return left, right


def _of_years(
    library: Library, parts: tuple[Sequence[str], Sequence[str]], tell: Callable[[str], None]
) -> tuple[str, str] | None:
    """The events that two years name, which mean nothing else side by side; None if the words are not that."""
    years = [part[0] for part in parts if len(part) == 1 and part[0].isdecimal()]
    if len(years) < len(parts):
        return None
    from trotskyism_cli.library.bodies.naming import main_event_for  # names need none of it

    meant = [main_event_for(library, year) or library.resolve(year).entry or "" for year in years]
    events = [library.pack.entries[each] for each in meant if each]
    if len(events) < len(parts) or any(each.kind is not Kind.EVENT for each in events):
        return None
    for year, event in zip(years, events, strict=True):
        tell(f"Read “{year}” as {event.name}.")
    left, right = (each.id for each in events)
    return left, right


def sure_pair(
    library: Library, names: Sequence[str], whole: str | None, tell: Callable[[str], None]
) -> tuple[str, str] | None:
    """The two entries that the words certainly name, although all of them together might name a third.

    None if they do not, or if all of them are a name of `whole`.
    """
    words = _words(names)
    if whole and (words == [whole] or _written(" ".join(words)) in map(_written, library.pack.entries[whole].names)):
        return None
    for parts in _in_two(library, words):
        found = [library.resolve(" ".join(part)) for part in parts]
        left, right = (each.entry for each in found)
        if left and right and left != right and all(each.sure for each in found):
            for each in found:
                tell(each.reason)
            return left, right
    return None


def _written(name: str) -> str:
    """A name with the `s` of a possessive, without which a title would look like two names in a row."""
    return plain(name.replace("'", "").replace("’", ""))


def _words(names: Sequence[str]) -> list[str]:
    """The words of names, with each comma as a word of its own; two arguments stay as they are."""
    if len(names) == 2 and any(" " in name for name in names):
        return list(names)
    words = [part for name in names for part in name.replace(COMMA, f" {COMMA} ").split()]
    return words[:-1] if words[-1:] == [COMMA] else words


def refuse_three(library: Library, words: Sequence[str], verb: str) -> None:
    """UsageError if three or more words, or parts between “and”s, name three or more entries."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word == COMMA or word.casefold() in BETWEEN:
            parts.append([])
        else:
            parts[-1].append(word)
    names = [" ".join(part) for part in parts if part] if len(parts) > 1 else list(words)
    if len(names) < 3:
        return
    entries = [library.resolve(name).entry for name in names]
    if all(entries) and len(set(entries)) == len(entries):
        pairs = [command(verb, *pair) for pair in combinations(names[:3], 2)]
        raise UsageError(f"Two names at a time: {', '.join(pairs[:-1])} or {pairs[-1]}")


def _in_two(library: Library, words: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The ways to divide words into two names, the likeliest first.

    A comma divides before anything else, then a word between names (“and”, “to”), then the place where two names meet.
    Each comes first where both sides are names, and certain ones before guessed ones.
    """
    if len(words) == 2:
        yield words[:1], words[1:]
    commas = [(words[:place], words[place + 1 :]) for place, word in _inside(words) if word == COMMA]
    between = [(words[:place], words[place + 1 :]) for place, word in _inside(words) if word.casefold() in BETWEEN]
    beside = [] if commas else [(words[:place], words[place:]) for place in range(1, len(words))]
    for ways in (commas, between, beside):
        named = sorted(filter(partial(_are_names, library), ways), key=partial(_are_guessed, library))
        yield from (each for each in named if ways is not beside or not between or not _are_guessed(library, each))
    yield from (*commas, *between)


def _inside(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The words that have others on both sides, with their places."""
    return ((place, word) for place, word in enumerate(words) if 0 < place < len(words) - 1)


def _are_names(library: Library, parts: tuple[Sequence[str], Sequence[str]]) -> bool:
    return all(library.resolve(" ".join(part)).entry for part in parts)


def _are_guessed(library: Library, parts: tuple[Sequence[str], Sequence[str]]) -> bool:
    """Return whether one of two names may mean something else."""
    return not all(library.resolve(" ".join(part)).sure for part in parts)
