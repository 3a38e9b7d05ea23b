"""What a direct answer is, what it is told by, and when a word of a question is said in a text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
TOLD = 3  # statements at most, of which an answer is made
# Words by which one asks when something that lasted began or ended, beside those that no question is without.
LASTING = frozenset(
    "break broke outbreak end ended ends ending finish finished held over last lasted lasts occur".split()
)
LONGEST_VERB = 40  # letters of a text in which a verb of two words stands
SHORTEST_STEM = 3  # letters
# Verbs whose past is written as they are; what stands before a noun; before a verb; and what is not done by saying so.
ONE_FORM = frozenset("beat bid broadcast cast cost cut hit hurt let put quit read rid set shut split spread".split())
WITH_ANOTHER = frozenset("break fight meeting quarrel split".split())  # nouns of what two did
OF_NOUNS = frozenset("a an any by for from her his in its no of on our some the their this with".split())
OF_A_NOUN = 2  # words before a noun among which one of these stands
OF_DEEDS = ("ion", "ment", "al", "ance")  # how a noun ends that is of a verb
BEFORE_VERBS = frozenset("and can could did do does may might must not or should to will would".split())
WISHING = frozenset(
    "aimed attempted failed hoped meant planned refused seek sought supposed tried want wanted wished".split()
)
TRYING = frozenset("attempt attempted tried tries try".split())  # of what may not have been done
ORDERING = ("after", "before")  # words by which one thing is put before another
UNMADE = frozenset(
    {"dictator", "executive", "former", "general", "union", "mission", "nation", "party"}
)  # of no shorter word
# Words of three letters that have no other form: a Ford is none of `for`.
UNINFLECTED = frozenset(
    "all and any are but for had has her him his how its not our out per she the was who why".split()
)
# Endings of English words, with what stands in place of each in the word that it was added to.
_ENDINGS = (
    *(
        (each, "")
        for each in ("s", "es", "d", "ed", "ing", "ings", "er", "ers", "or", "ors", "ly", "ish", "al", "ance")
    ),
    *((each, "") for each in ("ion", "ions", "ation", "ations", "ment", "ments", "ive", "ence", "ure")),
    *((each, "y") for each in ("ies", "ied", "ial")),
    *((each, "ist") for each in ("ism", "isms", "ists")),
)


@dataclass(frozen=True, slots=True)
class Direct:
    """The answer to a question: a sentence, a second one, if any, and the facts or entries that they rest on."""

    text: str
    further: str = ""
    facts: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


def is_said(term: Term, words: Sequence[str]) -> bool:
    """Whether one of the words is a form of what was asked; of a form of several words all must be there.

    What somebody did no noun tells: `the study of his house`.
    """
    if term.is_deed:
        alike = (term.word, f"{term.word}s", f"{term.word[:-1]}ies")
        words = [word for place, word in enumerate(words) if word not in alike or _is_done(words, place)]
    alone, others = _asked(term)
    held = _stems_of(words)
    return not alone.isdisjoint(held) or any(all(_is_among(part, words, held) for part in form) for form in others)


@lru_cache(maxsize=1_000)  # each line that may answer a question is asked for the same words
def _asked(term: Term) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """The stems of the forms of one word, each of which says it alone, and all other forms in words."""
    forms = [tuple(form.split()) or (form,) for form in (term.word, *(each.text for each in term.forms))]
    alone = [form for form in forms if len(form) == 1 and not _is_like_founded(form[0])]
    return _stems_of(part for [part] in alone), tuple(form for form in forms if form not in alone)


def _is_among(one: str, words: Sequence[str], held: frozenset[str]) -> bool:
    """Whether one of some words, of which these stems are `held`, is a form of one: `found` is none of `founded`."""
    if _is_like_founded(one):
        held = _stems_of(word for word in words if f"{word}ed" != one)
    return not _stems(one).isdisjoint(held)


def _is_like_founded(word: str) -> bool:
    """Whether a word looks like a form of one that is the past of another verb."""
    return word.endswith("ed") and word.removesuffix("ed") in OTHER_FORMS


def _stems_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(_stems, words))


def is_said_first(term: Term, text: str) -> bool:
    """Whether a text begins with a form of what was asked, of one word or of two: `set up`."""
    first, *second = plain(text[:LONGEST_VERB]).split()[:2] or [""]
    return is_said(term, [first]) or (is_said(term, [first, *second]) and not is_said(term, second))


def is_mere_noun(word: str, before: str, after: str) -> bool:
    """Whether a word is a noun of a deed, of which it is not told who did it: `reproached him with the suppression`."""
    return word.endswith(OF_DEEDS) and is_behind_article(before) and " by " not in after


def is_behind_article(before: str) -> bool:
    """Whether a word stands where only a noun may: `the suppression`, `a first attack`."""
    return not OF_NOUNS.isdisjoint(plain(before).split()[-OF_A_NOUN:])


def _is_done(words: Sequence[str], place: int) -> bool:
    """Whether a word that may be a noun is a verb where it stands, and no mere wish: `to study`, not `sought to`."""
    before = words[place - 1] if place else ""
    if words[place] in WITH_ANOTHER and words[place + 1 : place + 2] == ["with"]:  # a break with him is one
        return True
    if words[place] in ONE_FORM or words[place].endswith("s"):
        return before not in OF_NOUNS
    return before in BEFORE_VERBS and not (before == "to" and WISHING.intersection(words[max(0, place - 2) : place]))


@lru_cache(maxsize=20_000)
def _stems(word: str) -> frozenset[str]:
    """What a plain English word may be an inflection of, or be made from; not all of it is a word."""
    stems = {word, word.removesuffix("e")}
    if word in UNMADE:
        return frozenset(stems)
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(stem) >= SHORTEST_STEM:
            stems |= {stem, stem.removesuffix("e"), stem[:-1] if stem[-1:] == stem[-2:-1] else stem}
    return frozenset(stem for stem in stems if (len(stem) >= SHORTEST_STEM and stem not in UNINFLECTED) or stem == word)


def told_in(pack: StoredPack, facts: Sequence[Fact], entries: Iterable[str] = ()) -> Direct:
    """Several statements as one answer, with the entries, if any, that it is of."""
    first, *further = (fact_sentence(pack, fact) for fact in facts)
    return Direct(first, " ".join(further), tuple(fact.id for fact in facts), tuple(entries))


def speaks_of(entry: Entry, words: Sequence[str]) -> bool:
    """Whether plain words have one of the names of an entry, or the adjective of a country."""
    text = f" {' '.join(words)} "
    return any(f" {name} " in text for name in spoken_names(entry))


def spoken_names(entry: Entry) -> tuple[str, ...]:
    """The plain names by which a text may speak of an entry, for a country with its adjective."""
    names = names_in_text(entry)
    if entry.kind is not Kind.PLACE:
        return names
    return (*names, *(ADJECTIVES[name] for name in names if name in ADJECTIVES))


def words_said(pack: StoredPack, fact: Fact) -> list[str]:
    """The plain words of the sentence of a fact."""
    return plain(fact_sentence(pack, fact)).split()


def is_what(entry: Entry) -> str:
    """What the book says first of an entry, after its name."""
    return f"{capital(entry.name)}: {first_sentence(entry.summary)}."


def inside(text: str) -> str:
    """A sentence as it goes on after a colon."""
    return f"{text[:1].lower()}{text[1:]}" if text.startswith(("A ", "An ", "The ", "Its ")) else text
