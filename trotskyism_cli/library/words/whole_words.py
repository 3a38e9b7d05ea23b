"""Find whole words in a text without a regular expression, which would be slow to compile for many names."""

from collections.abc import Iterator


def places_whole(words: str, text: str) -> Iterator[tuple[int, int]]:
    r"""Start and end of each occurrence of these words that is not part of a longer word, as `\b…\b` would find."""
    place = text.find(words)
    while words and place >= 0:
        end = place + len(words)
        is_whole = _is_edge(text, place) and _is_edge(text, end)
        if is_whole:
            yield place, end
        place = text.find(words, end if is_whole else place + 1)


def words_begun(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each occurrence of these words that begins a word; its last word may go on."""
    place = text.find(words)
    while words and place >= 0:
        if _is_edge(text, place):
            yield place, place + len(words)
        place = text.find(words, place + 1)


def stands_whole(words: str, text: str) -> bool:
    """Return whether a text contains these words, not as part of longer ones."""
    return any(True for _ in places_whole(words, text))


def _is_edge(text: str, place: int) -> bool:
    """Return whether a word begins or ends at a position."""
    return _is_of_word(text[place - 1 : place]) != _is_of_word(text[place : place + 1])


def _is_of_word(letter: str) -> bool:
    return letter == "_" or letter.isalnum()
