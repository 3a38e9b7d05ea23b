"""Define the direct answer, and test whether a text has a word of the question in some form (`is_said`)."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import names_in_text
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.adjectives import ADJECTIVES
from trotskyism_cli.library.words.irregular import OTHER_FORMS
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.wording.sentences import first_sentence

AGENTS = (Kind.PERSON, Kind.ORGANISATION)
TOLD = 3  # statements in one answer, at most
# Words that ask when something lasting began or ended, beside the plain question words.
LASTING = frozenset(
    "break broke outbreak end ended ends ending finish finished held over last lasted lasts occur".split()
)
LONGEST_VERB = 40  # letters from the start of a text within which a verb of two words must stand
SHORTEST_STEM = 3  # letters
# Verbs whose past is spelt like the present.
ONE_FORM = frozenset("beat bid broadcast cast cost cut hit hurt let put quit read rid set shut split spread".split())
WITH_ANOTHER = frozenset("break fight meeting quarrel split".split())  # nouns for a deed of two
# Words that stand before a noun.
OF_NOUNS = frozenset("a an any by for from her his in its no of on our some the their this with".split())
OF_A_NOUN = 2  # words before a noun, one of which is in OF_NOUNS
OF_DEEDS = ("ion", "ment", "al", "ance")  # endings of nouns made from verbs
BEFORE_VERBS = frozenset("and can could did do does may might must not or should to will would".split())
# Verbs of wishing: what follows them was not done, or not by saying so.
WISHING = frozenset(
    "aimed attempted failed hoped meant planned refused seek sought supposed tried want wanted wished".split()
)
TRYING = frozenset("attempt attempted tried tries try".split())  # the deed itself may not have been done
ORDERING = ("after", "before")  # words that put one thing before another
UNMADE = frozenset(
    {"dictator", "executive", "former", "general", "union", "mission", "nation", "party"}
)  # only look derived from a shorter word: a `former` formed nothing
# Words of three letters without other forms: `Ford` is no form of `for`.
UNINFLECTED = frozenset(
    "all and any are but for had has her him his how its not our out per she the was who why".split()
)
# Endings of English words, each with what replaces it in the stem.
_ENDINGS = (
    *(
        (each, "")
        for each in ("s", "es", "d", "ed", "ing", "ings", "er", "ers", "or", "ors", "ly", "ish", "al", "ance")
    ),
    *((each, "") for each in ("ion", "ions", "ation", "ations", "ment", "ments", "ive", "ence", "ure")),
    *((each, "y") for each in ("ies", "ied", "ial")),
    *((each, "ist") for each in ("ism", "isms", "ists")),
)


class Direct(NamedTuple):
    """The direct answer to a question.

    `text` is its first sentence, `further` the rest, `facts` and `entries` the ids on which both rest.
    """

    text: str
    further: str = ""
    facts: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


def is_said(term: Term, words: Sequence[str]) -> bool:
    """True if `words` contain a form of `term`; of a form of several words, all of them.

    A verb after "did" is not said by a noun of the same letters: "the study of his house" does not say that he studied.
    """
    if term.is_deed:
        alike = (term.word, f"{term.word}s", f"{term.word[:-1]}ies")
        words = [word for place, word in enumerate(words) if word not in alike or _is_done(words, place)]
    alone, others = _asked(term)
    held = _stems_of(words)
    return not alone.isdisjoint(held) or any(all(_is_among(part, words, held) for part in form) for form in others)


@lru_cache(maxsize=1_000)  # every line that may answer a question is tested for the same words
def _asked(term: Term) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """Return the stems of a term's one-word forms, and its other forms split into words."""
    forms = [tuple(form.split()) or (form,) for form in (term.word, *(each.text for each in term.forms))]
    alone = [form for form in forms if len(form) == 1 and not _is_like_founded(form[0])]
    return _stems_of(part for [part] in alone), tuple(form for form in forms if form not in alone)


def _is_among(one: str, words: Sequence[str], held: frozenset[str]) -> bool:
    """True if one of the words, whose stems are `held`, is a form of `one`: `found` is no form of `founded`."""
    if _is_like_founded(one):
        held = _stems_of(word for word in words if f"{word}ed" != one)
    return not _stems(one).isdisjoint(held)


def _is_like_founded(word: str) -> bool:
    """True for a verb in -ed whose stem is the past of another verb: `founded`, beside `found`."""
    return word.endswith("ed") and word.removesuffix("ed") in OTHER_FORMS


def _stems_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(_stems, words))


def is_said_first(term: Term, text: str) -> bool:
    """True if a text begins with a form of `term`, of one word or of two (`set up`)."""
    first, *second = plain(text[:LONGEST_VERB]).split()[:2] or [""]
    return is_said(term, [first]) or (is_said(term, [first, *second]) and not is_said(term, second))


def is_mere_noun(word: str, before: str, after: str) -> bool:
    """True for a noun of a deed without its doer: `reproached him with the suppression`."""
    return word.endswith(OF_DEEDS) and is_behind_article(before) and " by " not in after


def is_behind_article(before: str) -> bool:
    """True if a word behind this text must be a noun: `the suppression`, `a first attack`."""
    return not OF_NOUNS.isdisjoint(plain(before).split()[-OF_A_NOUN:])


def _is_done(words: Sequence[str], place: int) -> bool:
    """True if a word that could be a noun is a verb at its place: `to study`, but not the wish `sought to study`."""
    before = words[place - 1] if place else ""
    if words[place] in WITH_ANOTHER and words[place + 1 : place + 2] == ["with"]:  # `a break with him` is his deed
        return True
    if words[place] in ONE_FORM or words[place].endswith("s"):
        return before not in OF_NOUNS
    return before in BEFORE_VERBS and not (before == "to" and WISHING.intersection(words[max(0, place - 2) : place]))


@lru_cache(maxsize=20_000)
def _stems(word: str) -> frozenset[str]:
    """Return the stems that an English word may be built on; some of them are no words."""
    stems = {word, word.removesuffix("e")}
    if word in UNMADE:
        return frozenset(stems)
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(stem) >= SHORTEST_STEM:
            stems |= {stem, stem.removesuffix("e"), stem[:-1] if stem[-1:] == stem[-2:-1] else stem}
    return frozenset(stem for stem in stems if (len(stem) >= SHORTEST_STEM and stem not in UNINFLECTED) or stem == word)


def told_in(pack: StoredPack, facts: Sequence[Fact], entries: Iterable[str] = ()) -> Direct:
    """Make one answer of several statements; `entries` are the ids that it is about."""
    first, *further = (fact_sentence(pack, fact) for fact in facts)
    return Direct(first, " ".join(further), tuple(fact.id for fact in facts), tuple(entries))


def speaks_of(entry: Entry, words: Sequence[str]) -> bool:
    """True if plain words contain a name of an entry, or a country's adjective."""
    text = f" {' '.join(words)} "
    return any(f" {name} " in text for name in spoken_names(entry))


def spoken_names(entry: Entry) -> tuple[str, ...]:
    """Return the plain names by which a text may speak of an entry, including a country's adjective."""
    names = names_in_text(entry)
    if entry.kind is not Kind.PLACE:
        return names
    return (*names, *(ADJECTIVES[name] for name in names if name in ADJECTIVES))


def words_said(pack: StoredPack, fact: Fact) -> list[str]:
    """Split the sentence of a fact into plain words."""
    return plain(fact_sentence(pack, fact)).split()


def is_what(entry: Entry) -> str:
    """Say what an entry is: its name, a colon, and the first sentence of its summary."""
    return f"{capital(entry.name)}: {first_sentence(entry.summary)}."


def inside(text: str) -> str:
    """Return a sentence as it reads after a colon, its article in lower case."""
    return f"{text[:1].lower()}{text[1:]}" if text.startswith(("A ", "An ", "The ", "Its ")) else text
