"""Pages of the MkDocs plugin mkdocs-quiz: https://github.com/ewels/mkdocs-quiz

Between `<quiz>` and `</quiz>` stand a question, check boxes with the right ones ticked (or blanks, `[[so]]`), each with
feedback as a block quote, and an explanation.
"""

import bisect
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.imports.answers.cards import GAP
from trotskyism_cli.imports.answers.listed import ASKS
from trotskyism_cli.imports.answers.remarks import EXPLAINS
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import (
    Choice,
    ForeignOption,
    ForeignQuestion,
    Match,
    Reading,
    Unfit,
    bare_note,
    matched,
    typed,
)
from trotskyism_cli.imports.markup import from_html, has_markdown_picture, without_marks
from trotskyism_cli.imports.sentences import PICTURE_LOST
from trotskyism_cli.imports.tables.headless import MOST

_TAG = re.compile(r"<(?P<end>/?)quiz\b(?P<said>[^<>\n]*)>", re.IGNORECASE)
_FENCED = re.compile(r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^[ \t]*(?P=fence)[`~]*[ \t]*$", re.DOTALL | re.MULTILINE)
_BOX = re.compile(r"\s*[-*]\s+\[([ xX]?)\]\s*(.*)")
# List items among boxes that are not known boxes.
_ODD = re.compile(r"\s*(?:[-*+•]\s+\S|\[[^\[\]]{0,2}\](?!\()|[☐☑☒✅✓✔]).*")
_SAID = re.compile(r"\s*>\s?(.*)")
_BLANK = re.compile(r"\[\[(.+?)\]\]")
_FILLED = re.compile(r"(?P<thing>\S.*?):\s*\[\[(?P<blank>.+?)\]\]")
_OFFERED = re.compile(r"\((\d{1,2})\)\s+(\S.*)")
_HEADING = re.compile(r"^(?:#{2,6}\s+|[-*+]\s+)")
_NUMBERED = re.compile(r"\s*(\d+)[.)]\s")
_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)


class _List(NamedTuple):
    """A text of a page without tags: line, words, the boxes below it, and the title above."""

    line: int
    stem: str
    boxes: list[str]
    category: str


def read_mkdocs_quiz(text: str) -> Reading:
    """Read a page's questions, in order. Never fails, whatever the text is."""
    if not _has_tags(text):
        return _read_lists(text)
    reading = Reading()
    titles = [(-1, ""), *((found.start(), _shown(found[1])) for found in _TITLE.finditer(text))]
    fenced = [found.span() for found in _FENCED.finditer(text)]
    line, seen = 1, 0
    opened: re.Match[str] | None = None
    own: list[tuple[int, int]] = []  # spans of questions with tags
    for tag in [*_TAG.finditer(text), None]:
        if tag is not None and _is_within(tag.start(), fenced):
            if not tag["end"] and opened is None:
                shown = Unfit("a question that is shown as code", "nothing needs to be done, unless it is one to ask")
                reading.leave(line + text.count("\n", seen, tag.start()), shown)
            continue
        if opened is not None:
            line += text.count("\n", seen, opened.start())
            seen = opened.start()
            category = titles[bisect.bisect(titles, seen, key=lambda title: title[0]) - 1][1]
            own.append((opened.start(), len(text) if tag is None else tag.end() if tag["end"] else tag.start()))
            if tag is None or not tag["end"]:
                reading.leave(line, Unfit("its end is missing", "write </quiz> after it"))
            else:
                _read(reading, line, opened["said"].strip(), text[opened.end() : tag.start()], category)
        elif tag is not None and tag["end"]:
            own.append((own[-1][1] if own else 0, tag.end()))
            reading.leave(
                line + text.count("\n", seen, tag.start()), Unfit("an end without a beginning", "write <quiz>")
            )
        opened = tag if tag is not None and not tag["end"] else None
    _leave_outside(reading, text, [*own, *fenced])
    return reading


def _leave_outside(reading: Reading, text: str, spans: Iterable[tuple[int, int]]) -> None:
    """Leave out ticked lists outside these spans of the text."""
    for start, end in reversed(_joined(spans)):
        text = text[:start] + "\n" * text.count("\n", start, end) + text[end:]
    for line, _, boxes, _ in _lists(text):
        if any((box := _BOX.match(each)) and box[1].strip() for each in boxes):
            reading.leave(line, Unfit("a list to tick outside of <quiz>", "write <quiz> above it and </quiz> below"))


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, with overlapping ones merged."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _read(reading: Reading, line: int, said: str, body: str, category: str) -> None:
    with reading.leaving_out(line):
        reading.questions.append(_question(line, body, category))
        if said:
            reading.change(line, f"not taken over: {said}, of which mkdocs-quiz knows nothing")
        if has_markdown_picture(body):
            reading.change(line, PICTURE_LOST)


def _is_within(place: int, spans: list[tuple[int, int]]) -> bool:
    """Return whether a position lies in one of these ordered spans."""
    before = bisect.bisect(spans, place, key=lambda span: span[0]) - 1
    return before >= 0 and place < spans[before][1]


def is_mkdocs_quiz(text: str) -> bool:
    """Return whether a text has the plugin's tags, or check lists below questions."""
    if _has_tags(text):
        return True
    lists = [each for each in _lists(text) if each.boxes]
    return sum(_asks(each.stem) for each in lists) > 1 or _all_ask(lists)


def _asks(stem: str) -> bool:
    return stem.rstrip("*_ ").endswith(ASKS)


def _all_ask(lists: Sequence[_List]) -> bool:
    """Return whether all lists are questions: most stems are, or some are and all are numbered and partly ticked.

    `1. Solve for x.` is a question as well if `2. Which is even?` follows; to-do lists have no such numbers.
    """
    asking = sum(_asks(each.stem) for each in lists)
    if not asking or asking >= len(lists) * MOST:
        return bool(asking)
    numbers = [int(found[1]) if (found := _NUMBERED.match(each.stem)) else 0 for each in lists]
    ticked = [{bool(box[1].strip()) for line in each.boxes if (box := _BOX.fullmatch(line))} for each in lists]
    return numbers == [*range(1, len(lists) + 1)] and all(len(each) > 1 for each in ticked)


def _has_tags(text: str) -> bool:
    return any(not tag["end"] for tag in _TAG.finditer(text))


def _read_lists(text: str) -> Reading:
    """The questions of a page without tags: texts with check lists below."""
    reading = Reading()
    lists = list(_lists(text))
    all_ask = _all_ask([each for each in lists if each.boxes])
    for line, stem, boxes, category in lists:
        if boxes and not (all_ask or _asks(stem)):
            reading.leave(line, Unfit("a list below a text that asks nothing", "end it with ? if it is a question"))
        elif boxes:
            _read(reading, line, "", "\n".join([stem, *boxes]), category)
        elif _NUMBERED.match(stem) and any(sign in stem for sign in ASKS):
            reading.leave(
                line, Unfit("no boxes below it", "write - [x] before the right option, - [ ] before the others")
            )
        else:
            reading.change(line, f"a text without a list below it was passed over: “{_shown(stem)[:60]}”")
    return reading


def _lists(text: str) -> Iterator[_List]:
    """Each text with the boxes below it."""
    title, begun = "", 0
    stem: list[str] = []
    boxes: list[str] = []
    for number, line in enumerate([*lines_of(text), ""], start=1):
        if _BOX.fullmatch(line):
            boxes.append(line)
            continue
        is_odd = _ODD.fullmatch(line) and not _asks(line)
        if boxes and line.strip() and (is_odd or (line.startswith("  ") and not _NUMBERED.match(line))):
            boxes.append(line)
            continue
        if boxes:
            yield _List(begun, " ".join(stem), boxes, title)
            stem, boxes = [], []
        titled = _TITLE.fullmatch(line)
        if stem and (titled or (line.strip() and begun + len(stem) != number)):
            yield _List(begun, " ".join(stem), [], title)
            stem = []
        if titled:
            title = _shown(titled[1])
        elif line.strip() and not stem:
            begun, stem = number, [_HEADING.sub("", line.strip())]
        elif line.strip():
            stem.append(line.strip())
    if stem or boxes:
        yield _List(begun, " ".join(stem), boxes, title)


class _Parts(NamedTuple):
    """The content between two tags."""

    stem: list[str]
    options: list[tuple[str, bool, str]]  # text, whether right, feedback
    told: list[str]  # below the options: the explanation
    joined: list[str]  # lines joined to an option without certainty


def _parts(body: str) -> _Parts:
    """The parts of a question, line by line; Unfit if an unrecognised option may be among the boxes."""
    stem, options, told, joined = parts = _Parts([], [], [], [])
    goes_on = False  # whether the next line may continue an option
    margin = 0  # indent of the last option
    for each in body.replace("\r\n", "\n").split("\n"):
        box, said = _BOX.fullmatch(each), _SAID.fullmatch(each)
        if box:
            options.append((_shown(box[2]), box[1] in ("x", "X"), ""))
            margin = _margin(each)
        elif said and options and not told:
            text, right, note = options[-1]
            options[-1] = text, right, f"{note} {_shown(said[1])}".strip()
        elif each.strip() and goes_on and _belongs(each):
            joined += [] if _margin(each) > margin else [each]
            text, right, note = options[-1]
            options[-1] = f"{text} {_shown(each)}", right, note
        elif each.strip() == "---":
            told.append("")
        elif each.strip():
            (told if options or told else stem).append(each)
        goes_on = bool(box) or (goes_on and bool(each.strip()) and not said and not told)
    return parts


def _question(line: int, body: str, category: str) -> ForeignQuestion:
    stem, options, told, joined = _parts(body)
    explanation = _shown("\n".join(map(_without_word, told)))
    asked = "\n".join(stem)
    blanks = _BLANK.findall(asked)
    if not options and blanks:
        if len(blanks) > 1:
            shown, answer = _matched(stem, blanks)
            return ForeignQuestion(line, shown, answer, category, explanation)
        return ForeignQuestion(
            line, _shown(_BLANK.sub(GAP, asked)), typed([html.unescape(blanks[0])]), category, explanation
        )
    if not options:
        raise Unfit("neither boxes nor a blank", "write - [x] before the right option, - [ ] before the others")
    offered = tuple(ForeignOption(text, right, bare_note(text, note)) for text, right, note in options)
    return ForeignQuestion(
        line,
        _shown(asked),
        Choice(offered, several=sum(right for _, right, _ in options) > 1),
        category,
        explanation,
        changes=tuple(f"“{_shown(each)}” was taken as a part of the option above it" for each in joined),
    )


def _matched(stem: Sequence[str], blanks: Sequence[str]) -> tuple[str, Match]:
    """The stem and pairs of a question whose lines end with blanks for the numbers of answers listed above.

    This is how our own export writes match and order items; in an order, each blank is a place.
    """
    pairs = [found for each in stem if (found := _FILLED.fullmatch(each.strip()))]
    if len(pairs) < len(blanks):
        raise Unfit(f"{len(blanks)} blanks in one question", "ask for each alone")
    numbered = {found[1]: _shown(found[2]) for each in stem if (found := _OFFERED.fullmatch(each.strip()))}
    asked = [each for each in stem if not (_FILLED.fullmatch(each.strip()) or _OFFERED.fullmatch(each.strip()))]
    filled = [(_shown(each["thing"]), html.unescape(each["blank"])) for each in pairs]
    if not numbered:
        return _shown("\n".join(asked)), Match(tuple(filled))
    if not {number for _, number in filled} <= numbered.keys():
        raise Unfit("a blank that names none of the answers above it", "write the number of one")
    return _shown("\n".join(asked)), matched([(thing, numbered[at]) for thing, at in filled], numbered.values())


def _belongs(line: str) -> bool:
    """Return whether a line below an option continues it; Unfit if it may be an option of another form."""
    if _ODD.fullmatch(line):
        raise Unfit(f"“{_shown(line)[:40]}” stands among its boxes", "write - [x] or - [ ] before each option")
    return line.startswith("  ") and not EXPLAINS.match(line.lstrip())


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def _without_word(line: str) -> str:
    """A line of an explanation without a word such as "Explanation:"."""
    found = EXPLAINS.match(line.lstrip())
    return line.lstrip()[found.end() :] if found else line


def _shown(text: str) -> str:
    """Markdown as a reader sees it, with entities decoded."""
    bare = without_marks(text)
    return from_html(bare if "&" in bare else bare.replace("<", "&lt;"))
