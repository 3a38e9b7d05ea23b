"""Items of every response, ordinary and hostile, for tests of what is written and what readers make of it."""

from itertools import cycle, islice
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from tests.items_for_tests import an_item
from trotskyism_cli.export.answers import values
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.items.model import Item, Passage, Response

PAPER = Paper("A test", "tiny", {"theory": "The theory: one/two"}, licence="CC0", command="trotskyism export gift -n 5")
TYPED: dict[str, Any] = {"response": Response.TYPED, "options": (), "option_notes": (), "answer": ()}
NAMES = ("Karl Marx", "Leon Trotsky", "Vladimir Lenin", "Rosa Luxemburg")

PASSAGE = Passage("quote-lessons", "He wrote “no” & nothing else, as one read. " * 8 + "So it was.", "Karl Marx, 1850")

ORDINARY = (
    an_item(id="choice-1"),
    an_item(id="several-1", response=Response.SEVERAL, answer=(0, 1, 3), options=NAMES, stem="Who wrote something?"),
    an_item(id="order-1", response=Response.ORDER, answer=(2, 0, 1), stem="Put them in order."),
    an_item(id="match-1", response=Response.MATCH, options=NAMES, prompts=("Capital", "1905"), answer=(0, 1), topic=""),
    an_item(id="typed-1", **TYPED, accepted=("Leon Trotsky", "Lev Trotsky"), kind="name"),
    an_item(id="typed-2", **TYPED, accepted=("1906",), stem="In which year?"),
    an_item(id="typed-3", **TYPED, accepted=("1906", "1907"), stem="In which year, in either calendar?"),
    an_item(id="passage-1", stem="Against whom does he write this?", passage=PASSAGE),
)

HOSTILE_TEXTS = (
    'He said "no" and \'yes\' & left; a < b > c; &amp; &lt;b&gt; &#x41;',
    "{=a ~b} #c :d: ::e:: \\n \\ {} = ~ # : ->",
    "<script>alert(1)</script><img src=x onerror=alert(1)></script><!--",
    "]]> <![CDATA[ ]]> <?xml ?> <!DOCTYPE x>",
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "'=1+1",
    "\u202eright to left\u202c \u200f\u05d0 and \u2067back\u2069",
    "two lines\nand, after a blank one,\n\nthree",
    "// no comment", "$CATEGORY: x", "%50%half", "[html]<b>bold</b>", "- [x] box", "# heading", "1. one",
    "*star* _under_ `tick` [link](http://example.org) ![x](y) | a | b |", "</quiz> <quiz> ---",
    "{{c1::cloze}} {{Front}} {% x %}",
    "Троцкий, Лев Давидович: «Итоги и перспективы» 🚩",
    "T", "TRUE", "0", "a, b; c\td",
)  # fmt: skip


def hostile(text: str, response: Response = Response.CHOICE) -> Item:
    """An item that has a text wherever there is room for one."""
    values: dict[str, Any] = {
        "id": "hostile",
        "response": response,
        "stem": text,
        "options": (f"{text}", f"{text} 2", f"3 {text}"),
        "option_notes": (text, f"{text} 2", f"3 {text}"),
        "explanation": text,
        "answer": {Response.SEVERAL: (0, 2), Response.ORDER: (2, 0, 1), Response.MATCH: (1, 0)}.get(response, (1,)),
    }
    if response is Response.MATCH:
        values["prompts"] = (f"p {text}", f"{text} q")
    if response is Response.TYPED:
        values |= {**TYPED, "accepted": (text, f"{text} 2")}
    return an_item(**values)


HOSTILE = tuple(hostile(text, response) for text in HOSTILE_TEXTS for response in Response)

# What a pack can hold: no control characters, surrogates or noncharacters; with lines, blank lines and signs aplenty.
SIGNS = [*"{}=~#:\\<>&\"'%*_`[]()|!-+@/$^\n\t ;,.?\u200f\u202e", "\n\n", "->", "]]>", "//", "::", "####"]
LONGEST_WORD = 6
# A text is drawn as two strings, since to draw it sign by sign takes more than twice as long: one says where which sign
# stands and where a word, the other is what the words are cut from. Each sign has its own letter in the first, one of
# those without a meaning in Unicode; as many letters stand for words, by their length.
FIRST = 0xE000
OF_SIGNS = {chr(FIRST + place): sign for place, sign in enumerate(SIGNS)}
OF_WORDS = {chr(FIRST + len(SIGNS) + place): place % (LONGEST_WORD + 1) for place in range(len(SIGNS))}
PATTERN = "".join([*OF_SIGNS, *OF_WORDS])
LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters=PATTERN)


def _filled(pattern: str, letters: str) -> str:
    words = cycle(letters)
    return "".join(OF_SIGNS.get(each) or "".join(islice(words, OF_WORDS[each])) for each in pattern).strip()


ANY_TEXT = st.builds(_filled, st.text(PATTERN, min_size=1, max_size=12), st.text(LETTERS, max_size=30)).filter(bool)


@st.composite
def any_item(draw: st.DrawFn, response: Response | None = None) -> Item:
    """Any item that keeps the promises of `Item`, with any text in it."""
    kind = response or draw(st.sampled_from(list(Response)))
    texts = draw(st.lists(ANY_TEXT, min_size=3, max_size=5, unique=True))
    notes = draw(st.lists(ANY_TEXT, min_size=len(texts), max_size=len(texts)))
    common: dict[str, Any] = {"id": "any-1", "stem": draw(ANY_TEXT), "explanation": draw(ANY_TEXT), "response": kind}
    if kind is Response.TYPED:
        # No range, such as `0..0`: it stands for other answers.
        assume(all(values(each) == (each,) for each in texts))
        return an_item(**{**TYPED, **common, "accepted": tuple(texts)})
    shuffled = draw(st.permutations(range(len(texts))))
    answers = {
        Response.CHOICE: shuffled[:1],
        Response.SEVERAL: sorted(shuffled[: draw(st.integers(1, len(texts) - 1))]),
        Response.ORDER: shuffled,
        Response.MATCH: shuffled[:2],
    }
    prompts = {"prompts": ("first", draw(ANY_TEXT))} if kind is Response.MATCH else {}
    if kind in (Response.CHOICE, Response.SEVERAL) and draw(st.booleans()):
        common["passage"] = Passage("quote-any", draw(ANY_TEXT), draw(ANY_TEXT))
    return an_item(**common, **prompts, options=tuple(texts), option_notes=tuple(notes), answer=tuple(answers[kind]))
