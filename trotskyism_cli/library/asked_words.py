"""The words of a question as the book has them: in English, and what several words say in one."""

from collections.abc import Callable, Iterator, Sequence

from trotskyism_cli.library.forms import is_cyrillic, words_of
from trotskyism_cli.library.named_in_text import entries_named
from trotskyism_cli.library.question_words import EXPELLING, PLACES
from trotskyism_cli.library.store import Store

RUSSIAN = frozenset("chto gde kak kogda kto pochemu shto skolko".split())  # they begin a question in Latin letters
IN_ONE_WORD: dict[tuple[str, ...], str] = {
    ("for", "the", "first", "time"): "first",
    ("put", "down"): "suppressed",
    ("prime", "minister"): "premier",
    ("was", "responsible", "for"): "ordered",
    ("was", "behind"): "ordered",
    ("brought", "down"): "overthrew",
    **{(verb, "against"): f"{verb} to" for verb in ("lose", "loses", "losing", "lost")},
    **{(verb, "against"): "beat" for verb in ("win", "won", "prevail", "prevailed")},
    ("for", "good"): "",
    ("for", "ever"): "",
    ("forever",): "",
}
MOST_WORDS = 40  # of a question that are read; a longer one has said by then what it is about


def asked_words(store: Store, text: str, called: Callable[[str], str]) -> tuple[str, ...]:
    """The words of a question, such as the book may have; `called` gives the name of an entry in its texts."""
    words = _in_cyrillic(tuple(words_of(text)[:MOST_WORDS]))
    if any(map(is_cyrillic, words)):
        words = tuple(_in_english(store, words, called))
    return _in_one_word(_asking_why(tuple(_asking_where(words))))


def _asking_where(words: Sequence[str]) -> Iterator[str]:
    """The words of a question, with `where` for `country` in `in which country`.

    What was had in several countries may be told without any of them: there the word itself is looked for, too.
    """
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        if word in PLACES and before in ("which", "what") and after not in EXPELLING:  # of which it did it, not where
            yield "where"
            if after not in ("had", "have"):
                continue
        yield word


def _asking_why(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a question, with `caused` for `led to` where it asks what did."""
    for place in (1, 2):
        if words[:1] in (("what",), ("which",)) and words[place : place + 2] in (("led", "to"), ("leads", "to")):
            return ("what", "caused", *words[place + 2 :])
    return words


def _in_one_word(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a question, with one word for what several say: `first` for `for the first time`."""
    for phrase, word in IN_ONE_WORD.items():
        for place in range(len(words) - len(phrase) + 1):
            if words[place : place + len(phrase)] == phrase:
                return _in_one_word((*words[:place], *word.split(), *words[place + len(phrase) :]))
    return words


def _in_cyrillic(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a Russian question that is asked in Latin letters, those with which one asks in Cyrillic."""
    if words[:1] and words[0] in RUSSIAN:
        from trotskyism_cli.library.russian import IN_LATIN

        return tuple(IN_LATIN.get(word, word) for word in words)
    return words


def _in_english(store: Store, words: Sequence[str], called: Callable[[str], str]) -> list[str]:
    """The words of a question that is asked in Russian in English, what it names by its name there."""
    from trotskyism_cli.library.russian import in_english  # few ask in Russian

    english = [in_english(word) for word in words]
    named = {start: (end, each) for each, (start, end) in reversed(entries_named(store, " ".join(words)).items())}
    for start, (end, _) in list(named.items()):
        if end - start == 1 and english[start] != [words[start]]:
            del named[start]  # a word that asks is only like a name
    covered = {place for start, (end, _) in named.items() for place in range(start, end)}
    told = {place: each for place, each in enumerate(english) if place not in covered}
    if all(told[place] == [words[place]] for place in told):
        return list(words)  # names alone are found as they stand
    told |= {start: words_of(called(each)) for start, (_, each) in named.items()}
    return [each for place in sorted(told) for each in told[place]]
