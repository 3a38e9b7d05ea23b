"""Rewrite the words of a question as the book would have them: in English, and in its own expressions."""

from collections.abc import Callable, Iterator, Sequence

from trotskyism_cli.library.forms import is_cyrillic, words_of
from trotskyism_cli.library.names.name_table import BY_NAME, by_form, kind_of
from trotskyism_cli.library.names.named_in_text import entries_named, entries_of_name
from trotskyism_cli.library.questions.question_words import (
    EXPELLING,
    FEELING,
    INTERROGATIVES,
    IS,
    JUDGING,
    PLACES,
    YES_OR_NO,
)
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.words.question_terms import ARTICLES
from trotskyism_cli.pack.model import Kind

# words that begin a Russian question in Latin letters
RUSSIAN = frozenset("chto gde kak kogda kto pochemu shto skolko".split())
DYING = (("kill", "die"), ("killed", "died"))
MURDERED = frozenset({"assassinated", "murdered"})
IN_ONE_WORD: dict[tuple[str, ...], str] = {
    ("for", "the", "first", "time"): "first",
    ("put", "down"): "suppressed",
    ("took", "over"): "led",
    ("prime", "minister"): "premier",
    ("was", "responsible", "for"): "ordered",
    ("was", "behind"): "ordered",
    ("brought", "down"): "overthrew",
    ("came", "up", "with"): "put forward",
    **{(verb, *the, "author", "of"): "wrote" for verb in ("is", "was") for the in (("the",), ())},
    **{(verb, "against"): f"{verb} to" for verb in ("lose", "loses", "losing", "lost")},
    **{(verb, "against"): "beat" for verb in ("win", "won", "prevail", "prevailed")},
    **{("in", how, what): "" for how in ("simple", "other", "plain") for what in ("words", "terms", "english")},
    **{("in", *how): "" for how in (("short",), ("brief",), ("a", "nutshell"), ("one", "sentence"))},
    **{(verb, "of"): "happened to" for verb in ("became", "came", "come", "become")},
    **{(verb, who): done for verb, done in DYING for who in ("himself", "herself")},
    ("commit", "suicide"): "die",
    ("committed", "suicide"): "died",
    ("suicide", "note"): "letter",
    ("for", "good"): "",
    ("for", "ever"): "",
    ("forever",): "",
    ("walk", "out", "of"): "leave",
    ("walked", "out", "of"): "left",
    ("fall", "out"): "quarrel",
    ("fell", "out"): "quarrelled",
    ("ran", "away"): "escaped",
    ("run", "away"): "escape",
    ("boss", "of"): "head of",
    **{(*verb, "on", "trial"): "tried" for verb in (("went",), ("was", "put"), ("were", "put"), ("stood",))},
    ("from", "his", "post"): "",
    ("plead", "guilty"): "confess",
    ("pleaded", "guilty"): "confessed",
    ("how", "many", "years"): "how long",
    **{(verb, "in", *where): "spend in prison" for verb in ("sit", "stay") for where in (("prison",), ("jail",))},
}
# Adverbs that only stress a question.
STRESSING = frozenset("actually basically ever exactly just literally really truly".split())
# Phrases before the actual question, and phrases before a statement to be confirmed.
OPENINGS = (
    ("tell", "me"),
    ("can", "you", "tell", "me"),
    ("could", "you", "tell", "me"),
    ("do", "you", "know"),
    ("please", "tell", "me"),
)
STATING = tuple(
    (*f"{verb} it {word}".split(), "that")
    for verb in ("is", "was")
    for word in ("true", "right", "correct", "false", "a fact", "a myth")
)
# Contracted negations without their apostrophe.
NEGATED = {
    f"{verb}nt": (verb, "not") for verb in "are could did do does had has have is must should was were would".split()
}
# Misspelt or contracted question words; no entry has such a name.
MISSPELT = {
    **dict.fromkeys(("waht", "wat", "whta", "hwat"), ("what",)),
    **dict.fromkeys(("wen", "whne", "wehn"), ("when",)),
    **dict.fromkeys(("wher", "whre", "wheer"), ("where",)),
    **dict.fromkeys(("wich", "whcih", "wihch"), ("which",)),
    **dict.fromkeys(("wo", "woh", "hwo"), ("who",)),
    **{f"{word}s": (word, "is") for word in ("what", "when", "where", "who", "how")},
    "wy": ("why",),
    "hwy": ("why",),
    **NEGATED,
}
# Everyday verbs for expelling somebody, followed soon by `out`.
THROWING = {
    **dict.fromkeys(("kick", "throw"), "expel"),
    **dict.fromkeys(("kicked", "threw", "throws", "thrown"), "expelled"),
}
OWNING = frozenset({"his", "her", "their"})
BEFORE_NOUNS = ARTICLES | OWNING | {"for"}
DIFFERENCE, VERSUS = "difference", frozenset({"versus", "vs"})
NOTIONS = frozenset({"concept", "idea", "notion", "plan", "thought"})  # nouns that the book does not use of such ideas
THEORIES = frozenset({"doctrine", "slogan", "term", "theory"})
CONCEIVING = frozenset("coined conceived developed formulated invented".split())
# Noun that asks about a person, e.g. `his assassin`: the words of that question before and after the name.
OWNED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    **dict.fromkeys(("assassin", "killer", "murderer"), (("who", "killed"), ())),
    **dict.fromkeys(("birth", "birthday", "birthdate"), (("when", "was"), ("born",))),
    "birthplace": (("where", "was"), ("born",)),
    "death": (("how", "did"), ("die",)),
    "successor": (("who", "succeeded"), ()),
}
SIDING = frozenset({"choose", "support", "take"})  # verbs before the matter that a side was taken in
OPINION = frozenset("attitude judgement opinion opinions view views".split())  # nouns after the holder's name
OF_OPINION = frozenset("about of on to towards".split())  # prepositions between that noun and its matter
ABOUT = frozenset({"about", "for", "of", "towards"})  # prepositions after a verb of feeling
DEFINING = frozenset({"define", "describe", "explain"})  # verbs that ask what something is
ABSENT = (("at",), ("attend",), ("go", "to"), ("come", "to"))  # after `not`: being absent from an event
LONGEST_NAME = 5  # longest name after `not` in words, plus one
SOON_OUT = 5  # distance in words of `out`: `kicked Trotsky out of the party`
BE_SOON = 6  # distance in words of the verb "be" in a statement: `the POUM was Trotskyist`
MOST_WORDS = 40  # words read of a question


def asked_words(store: Store, text: str, called: Callable[[str], str]) -> tuple[str, ...]:
    """Rewrite the words of a question as the book may have them.

    `called` gives the name by which the texts usually mean an entry.
    """
    words = _in_cyrillic(_as_question(tuple(words_of(text)[:MOST_WORDS])))
    if any(map(is_cyrillic, words)):
        words = tuple(_in_english(store, words, called))
    words = _asking_side(_driving_out(_asking_why_not(store, _asking_of_owner(store, words))))
    words = _asking_difference(store, _asking_whose(_asking_why(tuple(_asking_where(words)))))
    return _in_one_word(_asking_view(store, words))


def as_asked(word: str) -> str:
    """A misspelt question word in its right spelling; any other word unchanged."""
    return MISSPELT.get(word, (word,))[0]


def _as_question(words: tuple[str, ...]) -> tuple[str, ...]:
    """Drop an opening such as "tell me", correct question words, and turn statements into questions."""
    for opening in OPENINGS:
        if words[: len(opening)] == opening:
            words = words[len(opening) :]
    words = (*MISSPELT.get(words[0], words[:1]), *words[1:]) if words else words
    words = _unstressed(words)
    words = tuple(part for word in words for part in NEGATED.get(word, (word,)))
    words = ("what", "is", *words[1:]) if len(words) > 1 and words[0] in DEFINING else words
    if words[:1] and words[0] in IS and "behind" in words[2:]:  # `who was behind it` is handled elsewhere
        place = words.index("behind")
        words = ("did", *words[1:place], "order", *words[place + 1 :])
    return next((_turned(words[len(each) :]) for each in STATING if words[: len(each)] == each), words)


def _unstressed(words: tuple[str, ...]) -> tuple[str, ...]:
    """A question without adverbs that only stress it: `did he ever fight` → `did he fight`.

    After an article or a preposition they mean something: `a just war`, `for ever`.
    """
    if not INTERROGATIVES.union(YES_OR_NO).intersection(words[:1]):
        return words
    before = ("", *words)
    return tuple(word for place, word in enumerate(words) if word not in STRESSING or before[place] in BEFORE_NOUNS)


def _turned(statement: tuple[str, ...]) -> tuple[str, ...]:
    """Turn a statement into a question: `he was one` → `was he one`, `he went` → `did he went`."""
    place = next((place for place, word in enumerate(statement[:BE_SOON]) if word in YES_OR_NO), None)
    if place is None:
        return ("did", *statement)
    return (statement[place], *statement[:place], *statement[place + 1 :])


def _asking_why_not(store: Store, words: tuple[str, ...]) -> tuple[str, ...]:
    """`why did not he go` → `why did he not go`, and `not at` → `missed`."""
    if words[:1] != ("why",) or "not" not in words:
        return words
    place = words.index("not")
    end = next((end for end in range(place + LONGEST_NAME, place, -1) if _is_named(store, words[place + 1 : end])), 0)
    words = (*words[:place], *words[place + 1 : end], "not", *words[end:]) if place < 3 < end else words
    place = words.index("not")
    away = next((each for each in ABSENT if words[place + 1 : place + 1 + len(each)] == each), ())
    return (*words[:place], "missed", *words[place + 1 + len(away) :]) if away else words


def _driving_out(words: tuple[str, ...]) -> tuple[str, ...]:
    """`kicked out of` → `expelled from`, with any name in between."""
    place = next((place for place, word in enumerate(words) if word in THROWING), len(words))
    out = place + words[place : place + SOON_OUT].index("out") if "out" in words[place : place + SOON_OUT] else 0
    if not out:
        return words
    rest = ("from", *words[out + 2 :]) if words[out + 1 : out + 2] == ("of",) else words[out + 1 :]
    return (*words[:place], THROWING[words[place]], *words[place + 1 : out], *rest)


def _asking_of_owner(store: Store, words: tuple[str, ...]) -> tuple[str, ...]:
    """`his murderer` or `the murderer of him` → `who killed him`.

    Not if the phrase is the name of an entry: an event may be called the death of somebody.
    """
    if len(words) < 2:
        return words
    bare = words[1:] if words[0] in ARTICLES else words
    noun, owner = (bare[0], bare[2:]) if bare[1:2] == ("of",) else (bare[-1], bare[:-1])
    if noun not in OWNED or not _is_somebody(store, owner) or entries_of_name(store, words):
        return words
    before, after = OWNED[noun]
    return (*before, *owner, *after)


def _asking_side(words: tuple[str, ...]) -> tuple[str, ...]:
    """`which side did he take in it`, `what was his view of it` → `what did he think of it`.

    Also `what did he mean by it` → `what is it`, and `according to him what is it` → `what did he say about it`.
    """
    if words[:3] == ("which", "side", "did") and SIDING.intersection(words):
        place = next(place for place, word in enumerate(words) if word in SIDING)
        return (
            words if place + 2 >= len(words) else ("what", "did", *words[3:place], "think", "of", *words[place + 2 :])
        )
    if words[:1] == ("what",) and IS.intersection(words[1:2]) and OPINION.intersection(words[3:]):
        place = next(place for place, word in enumerate(words) if place > 2 and word in OPINION)
        if words[2] not in ARTICLES and words[place + 1 : place + 2] and words[place + 1] in OF_OPINION:
            return ("what", "did", *words[2:place], "think", "of", *words[place + 2 :])
    if words[:4] == ("what", "was", "the", "position") and words[4:5] == ("of",) and "on" in words[5:]:
        place = words.index("on", 5)
        return ("what", "did", *words[5:place], "think", "of", *words[place + 1 :])
    if words[:2] == ("according", "to") and "what" in words and IS.intersection(words[words.index("what") + 1 :][:1]):
        place = words.index("what")
        return ("what", "did", *words[2:place], "say", "about", *words[place + 2 :])
    if words[:2] == ("what", "did") and "mean" in words and words[words.index("mean") + 1 :][:1] == ("by",):
        return ("what", "is", *words[words.index("mean") + 2 :])
    return words


def _asking_whose(words: tuple[str, ...]) -> tuple[str, ...]:
    """`whose idea was` → `who put forward`; drop `the theory of` after `who formulated`."""
    if words[:1] == ("whose",) and NOTIONS.intersection(words[1:2]) and IS.intersection(words[2:3]):
        return ("who", "put", "forward", *words[3:])
    if words[:1] == ("who",) and CONCEIVING.intersection(words[1:2]):
        return tuple(word for place, word in enumerate(words) if place not in _of_notion(words))
    return words


def _asking_difference(store: Store, words: tuple[str, ...]) -> tuple[str, ...]:
    """`what is one vs other` → `difference between one and other`, in their order, if an entry is called by both."""
    place = next(
        (place for place, word in enumerate(words) if word in VERSUS or (word == "and" and DIFFERENCE in words)), 0
    )
    start = (
        words.index("between") + 1
        if "between" in words
        else 2 * (words[:1] == ("what",) and not IS.isdisjoint(words[1:2]))
    )
    one, other = words[start:place], words[place + 1 :]
    both = ((*one, "and", *other), (*other, "and", *one)) if one and other else ()
    return next(
        (("what", "is", "the", DIFFERENCE, "between", *each) for each in both if _is_main_name(store, each)), words
    )


def _is_main_name(store: Store, words: Sequence[str]) -> bool:
    weight, entries = by_form(store, "plain", " ".join(words))
    return bool(entries) and weight >= BY_NAME


def _of_notion(words: tuple[str, ...]) -> range:
    """Positions of a phrase such as `the theory of`."""
    place = next((place for place, word in enumerate(words[:-1]) if word in NOTIONS | THEORIES), 0)
    is_one = words[place - 1] == "the" and words[place + 1] == "of"
    return range(place - 1, place + 2) if place and is_one else range(0)


def _asking_where(words: Sequence[str]) -> Iterator[str]:
    """`in which country` → `in which where`.

    In `which countries had …` the noun stays too, as a passage may not name any country.
    """
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        # `which country expelled him` does not ask where
        if word in PLACES and before in ("which", "what") and after not in EXPELLING:
            yield "where"
            if after not in ("had", "have"):
                continue
        yield word


def _asking_view(store: Store, words: tuple[str, ...]) -> tuple[str, ...]:
    """`did he trust him` → `what did he think of him`.

    Also `where did he come from` → `where was he born`, `what did he say in his Testament` → `what was in his
    Testament`, and `when did the book come out` → `when was the book published`.
    """
    if words[:1] == ("when",) and words[-2:] == ("come", "out") and _is_named(store, words[2:-2]):
        return ("when", "was", *words[2:-2], "published")
    if words[:1] == ("where",) and words[-2:] == ("come", "from"):
        person = tuple(word for word in words[1:-2] if word not in YES_OR_NO)
        return ("where", "was", *person, "born") if _is_somebody(store, person) else words
    if work := _work_of(store, words):
        return ("what", "was", "in", *work)
    start = 1 if words[:1] == ("did",) else 2 if words[:2] == ("how", "did") else 0
    asking = FEELING | JUDGING if start > 1 else FEELING
    place = next((place for place, word in enumerate(words) if start and place > start and word in asking), 0)
    end = words.index("in", place) if "in" in words[place:] else len(words)  # e.g. `in his Testament`
    one, other = words[start:place], tuple(word for word in words[place + 1 : end] if word not in ABOUT)
    if not place or not _is_somebody(store, one):
        return words
    if not (_is_somebody(store, other) or (words[place] in JUDGING and _is_named(store, other))):
        return words
    return ("what", "did", *one, "think", "of", *other, *words[end:])


def _work_of(store: Store, words: tuple[str, ...]) -> tuple[str, ...]:
    """Owner and work in `what did he say in his Testament`, if together they name an entry; else empty."""
    place = next((place for place, word in enumerate(words) if word in OWNING and words[place - 1] == "in"), 0)
    if words[:2] != ("what", "did") or place < len(("what", "did", "who", "say", "in")):
        return ()
    name = (*words[2 : place - 2], *words[place + 1 :])
    return name if entries_of_name(store, name) else ()


def _is_somebody(store: Store, words: tuple[str, ...]) -> bool:
    """Return whether the words are exactly a person's name."""
    return any(kind_of(store, each) == Kind.PERSON for each in entries_of_name(store, words))


def _is_named(store: Store, words: tuple[str, ...]) -> bool:
    """Return whether the words are exactly an entry's name."""
    return bool(entries_of_name(store, words))


def _asking_why(words: tuple[str, ...]) -> tuple[str, ...]:
    """`what led to` → `what caused`; in a why question, `murdered` → `killed`.

    The latter because the book tells the reason of the victim, and "murder" may be part of an event's name.
    """
    if words[:1] == ("why",) and IS.intersection(words[1:2]):
        return tuple("killed" if word in MURDERED else word for word in words)
    for place in (1, 2):
        if words[:1] in (("what",), ("which",)) and words[place : place + 2] in (("led", "to"), ("leads", "to")):
            return ("what", "caused", *words[place + 2 :])
    return words


def _in_one_word(words: tuple[str, ...]) -> tuple[str, ...]:
    """Replace phrases by the book's word: `for the first time` → `first`."""
    for phrase, word in IN_ONE_WORD.items():
        for place in range(len(words) - len(phrase) + 1):
            if words[place : place + len(phrase)] == phrase:
                return _in_one_word((*words[:place], *word.split(), *words[place + len(phrase) :]))
    return words


def _in_cyrillic(words: tuple[str, ...]) -> tuple[str, ...]:
    """Russian question words typed in Latin letters in Cyrillic."""
    if words[:1] and words[0] in RUSSIAN:
        from trotskyism_cli.library.questions.russian import IN_LATIN

        return tuple(IN_LATIN.get(word, word) for word in words)
    return words


def _in_english(store: Store, words: Sequence[str], called: Callable[[str], str]) -> list[str]:
    """Translate a Russian question: its words into English, and names into the book's names."""
    from trotskyism_cli.library.questions.russian import in_english  # rarely needed

    english = [in_english(word) for word in words]
    named = {start: (end, each) for each, (start, end) in reversed(entries_named(store, " ".join(words)).items())}
    for start, (end, _) in list(named.items()):
        if end - start == 1 and english[start] != [words[start]]:
            del named[start]  # a question word that resembles a name
    covered = {place for start, (end, _) in named.items() for place in range(start, end)}
    told = {place: each for place, each in enumerate(english) if place not in covered}
    if all(told[place] == [words[place]] for place in told):
        return list(words)  # nothing but names: these are found as they are
    told |= {start: words_of(called(each)) for start, (_, each) in named.items()}
    return [each for place in sorted(told) for each in told[place]]
