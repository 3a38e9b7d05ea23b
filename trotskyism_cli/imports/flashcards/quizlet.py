"""Cards from Quizlet and others as plain text: two sides per line, separated by a tab or something else.

`headless` finds out what further columns are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from trotskyism_cli.imports.answers.cards import card, has_cloze, refuse_code
from trotskyism_cli.imports.answers.listed import ASKS
from trotskyism_cli.imports.answers.typed_or_key import settle_typed
from trotskyism_cli.imports.decoding import filled_lines, lines_of
from trotskyism_cli.imports.flashcards.anki_notes import notes_of, with_tags
from trotskyism_cli.imports.flashcards.numbered_cards import (
    Verdict,
    ask_first,
    verdict_in,
    verdicts_of,
    without_numbers,
)
from trotskyism_cli.imports.foreign import LONGEST_TYPED, ForeignQuestion, Reading, Unfit, folded, tidy, true_or_false
from trotskyism_cli.imports.markup import looks_like_html
from trotskyism_cli.imports.tables.headless import (
    MOST,
    Sides,
    asks,
    refuse_likely_choice,
    sides_of,
    tell_of_columns,
    usual_width,
)
from trotskyism_cli.imports.tables.heads import seems_head
from trotskyism_cli.imports.tables.rows import Row, cell_at, cells_at, rows_of
from trotskyism_cli.imports.words.head_words import CALLED
from trotskyism_cli.imports.words.truth_words import TRUTH

_TERM = 3  # words
_QUOTED = re.compile(r'^"[^"]*"\t|\t"[^"]*"[^\S\n]*$', re.MULTILINE)
_DASH = re.compile(r"((?:(?! [-–—] ).)+) [-–—] ((?:(?! [-–—] ).)+)")
# Other separators Quizlet can write, if no line contains more of them.
_COMMA = re.compile(r'([^,"]+|"[^"]*"),(?=\S)([^,"]+|"[^"]*")')
_EQUALS = re.compile(r"((?:(?! = ).)+) = ((?:(?! = ).)+)")
_FIRST_DASH = re.compile(r"(.+?) [-–—] (.+)")
_DASHES = re.compile(r" [-–—] ")
_BETWEEN_CELLS = tuple(re.compile(each) for each in (r";(?=\S)", r"\|(?=\S)", r",(?=\S)"))
_FEWEST_ALIKE = 6  # lines
_LABELS = 6  # distinct labels that recur
_OPTION = re.compile(r"\s*\(?[A-Za-z][.)]\s*")
_LABEL = re.compile(r"\s*[(\[]?(?:[A-Za-z]|\d{1,2})[)\].:]")
_PAIR = 2  # repetitions of a first side that are normal
_END = re.compile(r";[ \t]*$", re.MULTILINE)
_GREEK = re.compile("[α-ω]")
_TAB = re.compile(r"([^\t]+)\t([^\t]+)")


def read_quizlet(text: str) -> Reading:
    """Read a card per line: by default the definition is the stem and the term the answer.

    If the first sides are questions or Anki clozes, they are the stems.
    """
    reading = Reading()
    rows = list(_cards(_without_ends(text)))
    listed = without_numbers(rows)
    rows = listed or rows
    width = usual_width([len(row.cells) for row in rows])
    usual = [row.cells for row in rows if len(row.cells) == width]
    sides = sides_of(usual)
    pairs = [(cells[sides.two[0]], cells[sides.two[1]]) for cells in usual if width > 1]
    if _begin_alike(usual) or _are_options(rows):
        return _without_questions(rows)
    judged = bool(pairs) and all(folded(last) in TRUTH for _, last in pairs if last.strip())
    verdicts = verdicts_of(pairs) if listed else {}
    asking = judged or bool(verdicts) or _first_asks(pairs) or (bool(listed) and ask_first(pairs))
    numbered = sides.two[0] > 0 and 0 not in sides.few  # the first column is numbers
    heads = rows[0] if rows and _seems_heads(rows[0].cells, usual, asking=asking) else None
    if numbered and not rows[0].cells[0].strip().isdecimal():
        heads = rows[0]
    for row in rows:
        try:
            if row is heads:
                reading.leave(row.line, Unfit("it seems to be the heads of the columns", "call them front and back"))
            else:
                reading.questions += _asked(row, width, sides, reading, verdicts, asking=asking)
        except Unfit as unfit:
            if len(row.cells) == 1 and reading.questions and reading.questions[-1].line == row.line - 1:
                told = f"“{tidy(row.cells[0])[:60]}” in the line below may be the end of it; see that it is whole"
                reading.change(row.line - 1, told)
            reading.leave(row.line, unfit)
    settle_typed(reading)
    if reading.questions:
        line = reading.questions[0].line
        reading.tell(
            line,
            "of each card the second side is asked for, since the first asks"
            if asking
            else "of each card the first side, the term, is asked for; with --format anki the second is",
        )
        if listed:
            reading.tell(line, "the numbers before its cards were left out")
        tell_of_columns(reading, line, sides.few, sides.remarks)
        if numbered:
            reading.tell(line, "not taken over: column 1, which has numbers")
    return reading


def _without_questions(rows: Sequence[Row]) -> Reading:
    """Leave out all rows, as they are parts of questions, not cards."""
    told = "its first column is the same in most rows, so it says what the second is"
    unfit = Unfit(told, "write a row for each question, with heads above the columns")
    reading = Reading()
    for row in rows:
        reading.leave(row.line, unfit)
    return reading


def _asked(
    row: Row, width: int, sides: Sides, reading: Reading, verdicts: Mapping[str, Verdict], *, asking: bool
) -> list[ForeignQuestion]:
    """The questions of one card; Unfit if it has none, or has cells of uncertain meaning."""
    row.refuse_fault()
    cells = row.cells
    if len(cells) == 1 and not has_cloze(cells[0]):
        raise Unfit("a line without a tab", "write a term, a tab and its definition")
    refuse_likely_choice(cells)
    if any(cells[place : place + 1] > ("",) for place in (*sides.unknown, *range(width, len(cells)))):
        raise Unfit(
            f"a line in {len(cells)} parts", "write a term, a tab and its definition, or heads above all columns"
        )
    first, last = (cell_at(cells, place) for place in sides.two)
    deck, *marks = [cell.strip() for cell in cells_at(cells, sides.few)] or [""]
    tags = " ".join(marks).split()
    remark = " ".join(cell.strip() for cell in cells_at(cells, sides.remarks))
    if verdicts:
        truth, why = verdict_in(last, verdicts)
        return with_tags([_judged(row.line, first, truth, deck, why or remark)], tags)
    if folded(last) in TRUTH and asking and not first.rstrip().endswith(ASKS):
        return with_tags([_judged(row.line, first, TRUTH[folded(last)], deck, remark)], tags)
    refuse_code(last, [each for place, each in enumerate(cells) if place not in sides.two])
    if asking:
        html = any(map(looks_like_html, cells))
        return with_tags(notes_of(row.line, [first, last, remark], deck, "", reading, html=html), tags)
    back, front = (first, last) if len(first.split()) <= LONGEST_TYPED else (last, first)
    return with_tags([card(row.line, front, back, deck, remark)], tags)


def _judged(line: int, statement: str, truth: bool, deck: str, remark: str) -> ForeignQuestion:
    return ForeignQuestion(line, tidy(statement), true_or_false(answer=truth), deck, tidy(remark))


def _seems_heads(cells: Sequence[str], cards: Sequence[Sequence[str]], *, asking: bool) -> bool:
    """Return whether the first row is a heading.

    It is if it has a word for question or answer, no digits where all others have some, or asks nothing where all
    others do.
    """
    others = [each for each in cards if each is not cells]
    if len(others) > 1 and not any(map(asks, cells)) and (_is_head(cells[-1]) or _has_no_figures(cells, others)):
        return True
    each_asks = [asking and any(map(asks, each)) for each in others]
    marked = any(asks(cell) or has_cloze(cell) for cell in cells)
    return len(each_asks) > 1 and all(each_asks) and not marked


def _is_head(cell: str) -> bool:
    return seems_head(cell) or tidy(cell).casefold() in CALLED


def _has_no_figures(cells: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Return whether this card has no digit on a side where all others (at least three) have one."""
    return len(others) > 2 and any(
        not re.search(r"\d", cell) and all(re.search(r"\d", cell_at(each, place)) for each in others)
        for place, cell in enumerate(cells)
    )


def _first_asks(cards: Sequence[tuple[str, ...]]) -> bool:
    """Return whether the first sides are the questions: gaps, Anki's HTML, or more question marks."""
    asking = [sum(asks(sides[place]) for sides in cards) for place in (0, 1)]
    return asking[0] > asking[1] or any(has_cloze(first) or looks_like_html(first + last) for first, last in cards)


def is_quizlet(text: str, *, commas: bool = True) -> bool:
    """Return whether a text consists of lines with two or more texts, separated by tabs, semicolons or bars.

    Also if each line has one dash or equals sign between blanks, or one comma without; or if semicolons separate the
    cards. Without tabs, the first texts must be questions or, unless the file is called a table (`commas`), one side a
    short term.
    """
    text = _without_ends(text)
    way = _way_of(filled_lines(text))
    if _in_one_line(text) or way in ((_DASH, _EQUALS, _COMMA) if commas else (_DASH, _EQUALS)):
        return True
    separator = _separator(text, "\t;|" if commas else "\t;|,")
    if not separator or (commas and separator == "\t"):
        return bool(separator)
    cards = [row.cells for row in _cards(text)]
    asking = sum(asks(cells[0]) for cells in cards if cells)
    terms = sum(min(len(cell.split()) for cell in cells[:2]) <= _TERM for cells in cards if cells)
    return len(cards) > 1 and max(asking, terms * commas) >= len(cards) * MOST


def _without_ends(text: str) -> str:
    """The text without semicolons after every card; but in Greek they are question marks."""
    filled = filled_lines(text)
    if len(filled) < 2 or _GREEK.search(text) or not all(line.rstrip().endswith(";") for line in filled[:-1]):
        return text
    return _END.sub("", text)


def _separator(text: str, separators: str = "\t;|,") -> str:
    """The separator of most rows, if at least half of these have two filled cells or a gap; else empty."""
    filled = filled_lines(text)
    for separator in separators:
        if separator == "\t":
            rows = [row.cells for row in _sides(text)]
            has_it, least = sum(separator in line for line in filled) >= len(filled) / 2, MOST
        else:
            rows = [row.cells for row in rows_of(text, separator) if not row.fault]
            has_it, least = True, 0.9
        several = [cells for cells in rows if len(cells) > 1]
        whole = [cells for cells in several if has_cloze(cells[0]) or sum(bool(cell.strip()) for cell in cells) > 1]
        if rows and has_it and len(several) >= len(rows) * least and len(whole) * 2 >= len(rows):
            return separator
    return ""


def _cards(text: str) -> Iterator[Row]:
    """The sides of each card with its line; cards on a single line are numbered."""
    if parts := _in_one_line(text):
        yield from (Row(number, _pair(found)) for number, found in enumerate(parts, start=1))
        return
    way = _way_of(filled_lines(text))
    if way is None:
        separator = _separator(text)
        rows = _sides(text) if separator in ("", "\t") else rows_of(text, separator)
        yield from (replace(row, cells=_trimmed(row.cells)) for row in rows)
        return
    for number, line in enumerate(lines_of(text), start=1):
        if found := way.fullmatch(line.strip()):
            yield Row(number, _pair(found))
        elif line.strip():
            yield Row(number, tuple(_DASHES.split(line.strip())))


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a card without empty ones after the second."""
    while len(cells) > 2 and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _way_of(cards: list[str]) -> re.Pattern[str] | None:
    """The pattern that separates the sides of all cards, if it is not a tab."""
    for way in (_COMMA, _EQUALS):
        if len(cards) > 1 and all(way.fullmatch(card.strip()) for card in cards):
            return way
    parted = sum(len(_DASHES.split(card.strip())) > 1 and "\t" not in card for card in cards)
    return _DASH if len(cards) > 1 and parted >= len(cards) * 2 / 3 and not _have_cells(cards) else None


def _have_cells(cards: list[str]) -> bool:
    """Return whether nearly all lines have the same count of a separator; a dash is then part of a cell."""
    counts = (Counter(len(separator.findall(card)) for card in cards) for separator in _BETWEEN_CELLS)
    return any(
        max(often[number] for number in often if number) >= len(cards) * 0.9 for often in counts if set(often) - {0}
    )


def _are_options(rows: Sequence[Row]) -> bool:
    """Return whether many lines begin like options: with recurring labels, or a lone letter before a tab."""
    often = Counter(found[0].strip() for row in rows if (found := _LABEL.match(cell_at(row.cells, 0))))
    if sum(number for number in often.values() if number > _PAIR) * 2 > len(rows) >= _FEWEST_ALIKE:
        return True
    lettered = sum(len(row.cells) > 1 and _OPTION.fullmatch(row.cells[0]) is not None for row in rows)
    return lettered >= max(_FEWEST_ALIKE, len(rows) / 4)


def _begin_alike(cards: Sequence[Sequence[str]]) -> bool:
    """Return whether the first cell only labels the second, as it recurs in most lines: `A:`, `B:` or 0, 1."""
    first = [folded(cells[0]) for cells in cards if len(cells) == 2]
    often = [number for _, number in Counter(first).most_common(_LABELS) if number > 1]
    return len(first) >= _FEWEST_ALIKE and max(often, default=0) > _PAIR and sum(often) * 2 >= len(first)


def _in_one_line(text: str) -> list[re.Match[str]]:
    """The cards of a text on a single line, separated by semicolons; empty if it is something else."""
    filled = filled_lines(text)
    parts = [part.strip() for part in filled[0].split(";") if part.strip()] if len(filled) == 1 else []
    for way in (_TAB, _COMMA, _FIRST_DASH):
        found = [each for part in parts if (each := way.fullmatch(part))]
        if len(parts) > 1 and len(found) == len(parts):
            return found
    return []


def _pair(found: re.Match[str]) -> tuple[str, str]:
    return found[1].strip('"'), found[2].strip('"')


def _sides(text: str) -> Iterator[Row]:
    """The sides of tab-separated cards, a line each; quotation marks or blank lines allow line breaks in them."""
    if _QUOTED.search(text):
        rows = list(rows_of(text, "\t"))
        if not any(row.fault for row in rows):
            yield from rows
            return
    if blocks := _blocks(text):
        yield from blocks
        return
    for number, line in enumerate(lines_of(text), start=1):
        if line.strip():
            yield Row(number, _trimmed(tuple(line.split("\t"))))


def _blocks(text: str) -> list[Row]:
    """Cards of several lines separated by blank lines, if each has one tab and not all in their first line."""
    blocks: list[tuple[int, list[str]]] = []
    blank = True
    for number, line in enumerate(lines_of(text), start=1):
        if line.strip() and blank:
            blocks.append((number, []))
        if line.strip():
            blocks[-1][1].append(line)
        blank = not line.strip()
    cards = [Row(number, _trimmed(tuple("\n".join(block).split("\t")))) for number, block in blocks]
    several = len(cards) > 1 and any("\n" in card.cells[0] for card in cards)
    return cards if several and all(len(card.cells) == 2 for card in cards) else []
