"""An exam on paper for Typst (https://typst.app): variants in different orders, then one key to all of them.

All texts are Typst strings, which no character can break out of; the layout is in `parts/exam.typ`.
"""

from collections.abc import Iterable, Iterator

from trotskyism_cli.export.answers import TASK, hint_on_paper, letter, places
from trotskyism_cli.export.extras import library
from trotskyism_cli.export.feedback_texts import beyond_key
from trotskyism_cli.export.markup import with_escapes
from trotskyism_cli.export.paper import Paper, Sheets, easy_first
from trotskyism_cli.export.resources import part
from trotskyism_cli.export.variants import Variant, variants
from trotskyism_cli.imports.exported import PLACES
from trotskyism_cli.items.model import Item, Response

SHORT = 34  # letters; options up to this length stand in two columns
LABELS = f'(name: "Name:", class: "Class:", date: "Date:", points: "Points:", task: "{TASK}")'
KEY = "Key"  # stands at the foot of the key's pages, like a variant's letter
_SIGNS = '\\"'
_LINES = str.maketrans({"\n": "\\n", "\r": "\\n", "\t": " "})


def typst_exam(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """The exam as Typst source."""
    every = variants(easy_first(items), paper.variants, f"{paper.pack}:{paper.seed}")
    title = _string(paper.heading(len(every[0].items)))
    yield f"#set document(title: {title}, date: none)\n"
    yield f"#set text(lang: {_string(paper.language)}, size: 11pt)\n"
    yield part("exam.typ")
    if paper.sheets is not Sheets.KEY:
        for variant in every:
            letter_of = _string(variant.letter)
            yield f"#variant({letter_of}, {title}, {LABELS}, {len(variant.items)})\n"
            yield from (_question(number, item) for number, item in enumerate(variant.items, start=1))
            yield f"#end({letter_of})\n"
    if paper.sheets is not Sheets.QUESTIONS:
        yield from _key(every, paper)


def pdf_exam(items: Iterable[Item], paper: Paper) -> Iterator[bytes]:
    """The exam as a PDF; UsageError if typst is not installed."""
    typst = library("typst", "An exam as a PDF")
    yield bytes(typst.compile("".join(typst_exam(items, paper)).encode()))


def _string(text: str) -> str:
    """Text as a Typst string; control characters are left out."""
    shown = with_escapes(text, _SIGNS)
    if not shown.isprintable():
        shown = "".join(sign for sign in shown.translate(_LINES) if sign >= " " and not "\x7f" <= sign < "\xa0")
    return f'"{shown}"'


def _list(texts: Iterable[str]) -> str:
    return ", ".join(map(_string, texts))


def _question(number: int, item: Item) -> str:
    hint = PLACES if item.response is Response.ORDER else hint_on_paper(item)
    passage = f"passage: ({_list(item.passage.lines)}), " if item.passage else ""
    return (
        f"#question({number}, {_string(item.stem)}, {passage}hint: {_string(hint)}, {{ {'; '.join(_body(item))} }})\n"
    )


def _body(item: Item) -> Iterator[str]:
    """The Typst calls for what stands below a question."""
    if item.response is Response.TYPED:
        yield "written()"
        return
    if item.response is Response.ORDER:
        yield f"blanks({_list(item.options)})"
        return
    if item.response is Response.MATCH:
        yield f"blanks({_list(item.prompts)})"
        yield "v(0.8em)"
    columns = 2 if max(map(len, item.options)) <= SHORT else 1
    yield f"options({columns}, {_list(item.options)})"


def _key(variants: list[Variant], paper: Paper) -> Iterator[str]:
    """The key: a table of answers by number for each variant, then the explanations in the order of the first."""
    yield f"#answers({_string(KEY)}, {_string(f'{paper.title}: answers')})\n"
    yield f"#key(({_list(variant.letter for variant in variants)},)"
    for number, row in enumerate(zip(*(variant.items for variant in variants), strict=True), start=1):
        yield f", {_list([str(number), *map(_answer, row)])}"
    yield ")\n"
    elsewhere = [{first: number for number, first in enumerate(variant.numbers, start=1)} for variant in variants[1:]]
    for number, item in enumerate(variants[0].items, start=1):
        others = ", ".join(
            f"{variant.letter} {numbers[number]}" for variant, numbers in zip(variants[1:], elsewhere, strict=True)
        )
        yield f"#reason({_list([str(number), others, _in_words(item), *_also_right(item), *beyond_key(item)])})\n"
    for line in paper.foot:
        yield f"\n#text(size: 9pt, {_string(line)})\n"
    yield f"#end({_string(KEY)})\n"


def _in_words(item: Item) -> str:
    """The right answer in words, with its letter in the first variant."""
    return f"{_answer(item)}: {item.key}" if item.response in (Response.CHOICE, Response.SEVERAL) else item.key


def _also_right(item: Item) -> Iterator[str]:
    """The other accepted forms of a typed answer: there may be dozens, too many for the table."""
    if others := item.accepted[1:]:
        yield f"Also right: {' / '.join(others)}"


def _answer(item: Item) -> str:
    """The right answer as it has to be written on this variant."""
    if item.response is Response.TYPED:
        return item.key
    if item.response is Response.ORDER:
        return ", ".join(map(str, places(item)))
    return ", ".join(letter(place) for place in item.answer)
