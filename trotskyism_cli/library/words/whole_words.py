"""Where words stand whole in a text, found without a pattern: to make one for each of many names is dear."""

from collections.abc import Iterator


def places_whole(words: str, text: str) -> Iterator[tuple[int, int]]:
    r"""From where to where some words stand in a text and are no part of longer ones: those that `\b…\b` finds."""
    place = text.find(words)
    while words and place >= 0:
        end = place + len(words)
        is_whole = _is_edge(text, place) and _is_edge(text, end)
        if is_whole:
            yield place, end
        place = text.find(words, end if is_whole else place + 1)


def words_begun(words: str, text: str) -> Iterator[tuple[int, int]]:
    """From where to where some words stand in a text at the beginning of longer ones, or whole."""
    place = text.find(words)
    while words and place >= 0:
        if _is_edge(text, place):
            yield place, place + len(words)
        place = text.find(words, place + 1)


def stands_whole(words: str, text: str) -> bool:
    """Whether some words stand in a text and are no part of longer ones."""
    return any(True for _ in places_whole(words, text))


def _is_edge(text: str, place: int) -> bool:
    """Whether a word begins or ends at a place of a text."""
    return _is_of_word(text[place - 1 : place]) != _is_of_word(text[place : place + 1])


def _is_of_word(letter: str) -> bool:
    return letter == "_" or letter.isalnum()
