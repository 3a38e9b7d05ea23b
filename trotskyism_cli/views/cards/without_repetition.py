"""Drop sentences of a card that its title, its summary or a longer sentence already tells.

Sentences are compared by their content words. Names, numbers and denials are strict: another sentence tells the same
only if it has all of these, and denies nothing else. They are compared first, since few sentences share them.
"""

from collections.abc import Collection
from functools import lru_cache

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.questions.answer_text import LETTERS
from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.library.words.adjectives import ADJECTIVES
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.cards.rows import Cell, EntryView
from trotskyism_cli.views.wording.sentences import defines

SHARE = 0.85  # share of a sentence's words at which another one tells the same
OF_DEFINITION = 0.65  # the same for a definition
_WORD = lazy_regex(r"[^\W_]+")
_DENYING = "never|no|nobody|none|nor|not|nothing|without"
# A capital at the start of a text says nothing, so the first word is not matched.
_COUNTING = lazy_regex(rf"(?<=[^\w.])[A-ZÀ-Ž][^\W_]*|(?<![\w.])(?:\d+|(?i:{_DENYING})\b)")
_COUNTRIES = {adjective: name for name, adjective in ADJECTIVES.items()}
_DENIALS = frozenset(_DENYING.split("|"))
# Further words without content.
_THIN = frozenset("author authors book books life lives several work works written wrote".split())

Words = frozenset[str]


def told_once(pack: Pack, view: EntryView) -> tuple[EntryView, tuple[Cell, ...]]:
    """The view without sentences that its head or a longer sentence tells, and the cells left out."""
    title = f"{view.name} / {' / '.join(view.names)} / {view.kind}"
    called, head = words_of(title), words_of(f"{title} / {view.summary} {view.significance}")
    sentences = [cell for row in view.rows for cell in row.cells if cell.fact and isinstance(cell.fact.object, str)]
    longer, left_out = dict[str, list[str]](), list[Cell]()  # sentences kept, by each of their strict words
    for cell in sorted(sentences, key=lambda cell: -len(cell.text)):
        text = cell.words
        counting = _counting(text) - called
        if cell.fact and _adds_nothing(cell.fact, cell.mark):
            near = min((longer.get(each, []) for each in counting), key=len, default=[])
            others = (words_of(each) for each in near if counting <= _counting(each))
            # Not if the other sentence denies: then it says the opposite.
            told = (other | called for other in others if _DENIALS & other <= counting)
            share = OF_DEFINITION if defines(pack, cell.fact) else SHARE
            if (counting <= head and _tells(head, cell, share)) or any(_tells(each, cell, share) for each in told):
                left_out.append(cell)
                continue
        for each in counting:
            longer.setdefault(each, []).append(text)
    return (_without(view, left_out) if left_out else view), tuple(left_out)


def _without(view: EntryView, left_out: Collection[Cell]) -> EntryView:
    gone = {id(cell) for cell in left_out}
    rows = [row._replace(cells=tuple(cell for cell in row.cells if id(cell) not in gone)) for row in view.rows]
    return view._replace(rows=tuple(row for row in rows if row.cells))


def _adds_nothing(fact: Fact, mark: str) -> bool:
    """Return whether nothing would be lost with a sentence: it has no note, doubt, contradiction, denial or mark."""
    return not (fact.note or fact.uncertain or fact.contradicts or fact.negated or mark)


def _tells(told: Words, cell: Cell, share: float) -> bool:
    words = words_of(cell.words)
    return len(words & told) >= share * len(words)


@lru_cache(maxsize=2_000)
def words_of(text: str) -> Words:
    """The content words of a text, in any inflected form."""
    return _forms(_WORD.findall(text))


@lru_cache(maxsize=2_000)
def _counting(text: str) -> Words:
    return _forms(_COUNTING.findall(text))


def _forms(words: list[str]) -> Words:
    return frozenset(form for word in words if (form := _form(word)))


@lru_cache(maxsize=5_000)  # the words of a card repeat
def _form(word: str) -> str:
    """Normal form of a word, for comparison; empty for a word without content.

    A country and its adjective have the same form.
    """
    flat = word.casefold() if word.isascii() else plain(word)
    if flat[:1].isdecimal() or flat in _DENIALS:
        return flat
    return "" if len(flat) < 2 or flat in STOP_WORDS or flat in _THIN else _COUNTRIES.get(flat, flat)[:LETTERS]
