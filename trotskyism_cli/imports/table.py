"""Tables of questions: those that `export csv` writes, and those of teachers and of quiz programs.

The columns are found by their heads, see `heads`; which options are right, by `keys`. Every row that is not empty
becomes a question or is left out with its reason.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, zip_longest

from trotskyism_cli.imports.answer_rows import answers_in_rows, degree_of, read_in_rows
from trotskyism_cli.imports.cards import card, refuse_code
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Match,
    Order,
    Reading,
    Unfit,
    UnreadableError,
    bare_note,
    folded,
    tidy,
    true_or_false,
    typed,
)
from trotskyism_cli.imports.head_words import ALIKE, CYRILLIC, LATIN, SAME, SERIES, TRUTH
from trotskyism_cli.imports.headless import choices_without_heads, tell_of_choices
from trotskyism_cli.imports.heads import LETTERS, OPTION_WORDS, Heads, heads_of
from trotskyism_cli.imports.keys import Offered, key_of, mark_of, numbered
from trotskyism_cli.imports.listed import is_code, is_list, parts_of
from trotskyism_cli.imports.markup import from_html, looks_like_html
from trotskyism_cli.imports.rows import FORMULA, SEPARATORS, Row, declared_separator, rows_of

ABOVE = 30  # rows in which the heads are looked for: some sheets have a title and instructions above them
# What nobody writes who asks about HTML: a paragraph or a line around text.
_OF_A_PAGE = re.compile(r"<(?:p|div|br|span)\b[^<>]*>\s*[^\s<]|<br\s*/?>|&nbsp;", re.IGNORECASE)
_STARRED = re.compile(
    r"[*✓✔]\s*([^*\s].*)|([^*\s].*?)\s*(?:\*|✓|✔|[(\[](?:correct|right|answer|richtig|верно|x)[)\]])", re.IGNORECASE
)
_RULE = re.compile(r"\s*(?::?-{2,}:?)?\s*")  # below the heads of a table in Markdown
_TAG_ALONE = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_PASSED_OVER = frozenset(
    {"", "kind", "difficulty", "points", "#", "no", "no.", "nr", "number", "n", "question #", "item #", "q #"}
)
_ERRORS = frozenset("#REF! #N/A #DIV/0! #VALUE! #NAME? #NULL! #NUM! #SPILL! #CALC!".split())
_MARK_ALONE = re.compile(rf"\(?(\d{{1,2}}|[{LETTERS}с])[).]?", re.IGNORECASE)
_NUMBERS = re.compile(r"\s*[0-9]{1,2}(?:\.0)?(?:\s*[;,|]\s*[0-9]{1,2})*\s*")
_NUMBER = re.compile(r"(?<![.0-9])[0-9]+")
_NUMBER_WITH_WORD = re.compile(rf"\s*(?:{OPTION_WORDS})\s?[1-9][0-9]?\s*|\s*[1-9](?:st|nd|rd|th)\s*", re.IGNORECASE)
_OWN_MARK = re.compile(
    rf"(?:\(([{LETTERS}]|\d{{1,2}})\)\s*|([{LETTERS}]|\d{{1,2}})\)\s*|([{LETTERS}])\.\s+)(\S.*)", re.IGNORECASE
)


def read_table(text: str) -> Reading:
    """The questions of a text with separators, in order, and what did not fit; UnreadableError if it has no heads."""
    declared = declared_separator(text)
    best = max(declared or SEPARATORS, key=lambda separator: _worth(list(islice(rows_of(text, separator), ABOVE))))
    return read_rows(rows_of(text, best))


def is_table(text: str) -> bool:
    """Whether the heads of a table of questions are in the first rows."""
    separators = declared_separator(text) or SEPARATORS
    return any(_worth(list(islice(rows_of(text, each), ABOVE))) > 0 for each in separators)


def read_rows(rows: Iterable[Row]) -> Reading:
    """The questions of rows, in order, and what did not fit; UnreadableError if they have no heads."""
    reading = Reading()
    each = [row for row in rows if not all(map(_RULE.fullmatch, filter(None, row.cells))) or row.fault]
    place = next((at for at, row in enumerate(each[:ABOVE]) if _heads(row) or _begin_heads(each[at : at + 2])), None)
    if place is not None:
        top, rows_below = each[place], each[place + 1 :]
        if joined := _in_two_lines(top, rows_below[:1]):
            reading.tell(top.line, "its heads are in two lines, which were read as one")
            top, rows_below = joined, rows_below[1:]
        heads = heads_of(top.cells)
        in_rows = answers_in_rows(top.cells, heads, rows_below)
        _tell_heads(reading, top, heads, place)
        if in_rows:
            rows_below = read_in_rows(reading, in_rows, top.line, _as_shown(reading, heads, rows_below))
    elif each and (found := choices_without_heads(each)):
        top, rows_below, heads = each[0], each, found
        tell_of_choices(reading, top.line, heads)
    else:
        raise UnreadableError(
            "No columns question, option_1, option_2 … and right (or answer) in its first lines; name them so, with a "
            "row for each question. Cards have columns front and back, or are read, as a text, with --format quizlet."
        )
    settle(reading, heads, top.line, rows_below)
    for below in rows_below:
        _read_row(reading, heads, below)
    return reading


def _as_shown(reading: Reading, heads: Heads, rows: Sequence[Row]) -> list[Row]:
    """The rows with their cells as a reader sees them; those that cannot be read are left out."""
    shown = []
    for row in rows:
        try:
            cells = _cells(row, heads)
        except Unfit as unfit:
            reading.leave(row.line, unfit)
            continue
        shown.append(replace(row, cells=tuple(map(cells.at, range(heads.width)))))
        for change in cells.changes:
            reading.change(row.line, change)
    return shown


def _in_two_lines(top: Row, below: Sequence[Row]) -> Row | None:
    """Both lines in one, if the heads go on in the second: `Options` above several columns, below it A, B, C."""
    pairs = [pair for row in below for pair in zip_longest(top.cells, row.cells, fillvalue="")]
    cells = tuple(low if low.strip() else high for high, low in pairs)
    first, both = heads_of(top.cells), heads_of(cells)
    kept = [*first.places("question"), *first.places("answer")[-1:]]
    if len(both.options) <= max(1, len(first.options)) or not both.has_options:
        return None
    return (
        Row(top.line, cells)
        if all(pairs[place][1].strip() in ("", pairs[place][0].strip()) for place in kept)
        else None
    )


def _begin_heads(rows: Sequence[Row]) -> bool:
    """Whether the first of two rows asks, and the second names the options and the key, of which it asks nothing."""
    if len(rows) < 2 or any(row.fault for row in rows):
        return False
    first, second = (heads_of(row.cells) for row in rows)
    said = bool(first.places("question")) and not second.places("question") and bool(second.places("answer"))
    return said and len(second.options) > 1 and _in_two_lines(rows[0], rows[1:]) is not None


def _worth(rows: Sequence[Row]) -> int:
    """How well the best of some rows serves as heads; 1 if they are choices without heads, 0 if neither."""
    found = [heads for row in rows if (heads := _heads(row)) is not None]
    best = max((10 * heads.has_options + len(heads.options) + len(heads.roles) for heads in found), default=0)
    return best or int(choices_without_heads(rows) is not None)


def _heads(row: Row) -> Heads | None:
    heads = heads_of(row.cells)
    return heads if heads.has_options or heads.has_answers or heads.has_cards else None


def _tell_heads(reading: Reading, row: Row, heads: Heads, above: int) -> None:
    if above:
        reading.tell(row.line, f"the heads are in line {row.line}; what stands above them was passed over")
    if not heads.has_answers and not heads.has_marks and not heads.places("front"):
        term, definition = (tidy(row.cells[heads.places(role)[0]]) for role in ("term", "definition"))
        reading.tell(row.line, f"of each row “{definition}” is shown, and “{term}” is to be typed")
    if heads.each_right:
        called = ", ".join(tidy(row.cells[place]) for place in heads.places("answer"))
        reading.tell(row.line, f"where its columns {called} name different options, each of these was taken as right")
    lost = [] if heads.ours else [name for name in heads.unknown.values() if name.casefold() not in _PASSED_OVER]
    if lost:
        reading.tell(row.line, f"not taken over: the columns {', '.join(lost)}")


def settle(reading: Reading, heads: Heads, line: int, rows: Sequence[Row]) -> None:
    """Find out from all rows whether their keys count options from 0 or from 1, and which letters they have."""
    if heads.options and not heads.ours:
        said = [cell for row in rows if not row.fault for cell in _Cells(row, heads).all("answer")[:1]]
        counts = [(int(found), most) for row in rows for found, most in _counts(heads, row)]
        numbers = {number for number, _ in counts}
        named_0 = any(number == 0 for _, number in heads.options)  # then the numbers are those of the heads
        last = any(number == most for number, most in counts)
        from_one = named_0 or last or any(map(_NUMBER_WITH_WORD.fullmatch, said))
        heads.from_zero = heads.indexed and 0 in numbers and not from_one
        lists = len(heads.options) == 1 and any(is_list(_Cells(row, heads).at(heads.options[0][0])) for row in rows)
        unclear = heads.indexed or 0 in numbers or lists  # programs that write lists count from 0
        heads.uncounted = unclear and not heads.from_zero and not from_one
        if heads.from_zero:
            reading.tell(line, "a 0 stands among its answers, so 0 is the first option, 1 the second")
        _settle_letters(heads, {found[1] for cell in said if (found := _MARK_ALONE.fullmatch(cell.strip()))})


def _counts(heads: Heads, row: Row) -> list[tuple[str, int]]:
    """The numbers by which the key of a row names options, unless they are the text of one; each with how many it has.

    The options may have columns, or stand in one cell.
    """
    cells = _Cells(row, heads)
    options, key = _offered(cells), cells.one("answer")
    if row.fault or not _NUMBERS.fullmatch(key) or any(option.text == key for option in options):
        return []
    return [(number, max(len(heads.options), len(options))) for number in _NUMBER.findall(key)]


def _settle_letters(heads: Heads, marks: set[str]) -> None:
    """Which letters the keys have, if they are of another script than the heads, under options with numbers above all.

    В may be the third Cyrillic letter or the second Latin one: others of the column tell, or the heads.
    """
    cyrillic = bool(marks & {*"бвгджзикБГДЖЗИ"})
    latin = bool(marks & {*"сС"})
    if heads.letters == LATIN and not heads.lettered and cyrillic and not latin:
        heads.letters = CYRILLIC
    elif heads.letters == LATIN and not heads.lettered:
        used = {mark.casefold() for mark in marks}
        heads.letters = next((each for each in SERIES if each not in (LATIN, CYRILLIC) and used & {*each}), LATIN)
    heads.alike = heads.letters == LATIN and not cyrillic and (latin or heads.lettered)


def _read_row(reading: Reading, heads: Heads, row: Row) -> None:
    try:
        reading.questions.append(question_of(row, heads))
    except Unfit as unfit:
        reading.leave(row.line, unfit)


def question_of(row: Row, heads: Heads) -> ForeignQuestion:
    """The question of a row, with what was changed in it; Unfit if it has none. The heads are settled."""
    cells = _cells(row, heads)
    question = _question(cells)
    return replace(question, changes=(*question.changes, *cells.changes))


def _cells(row: Row, heads: Heads) -> "_Cells":
    """The cells of a row; Unfit if they do not stand under their heads."""
    if row.fault:
        raise Unfit(*row.fault.split("; ", 1))
    if row.after and len(row.cells) != heads.width:
        raise Unfit("it follows a row that cannot be read, and is not as wide as the heads", "mend the row before")
    if any(cell.strip() for cell in row.cells[heads.width :]):
        remedy = "put text that has a separator in it into quotation marks"
        raise Unfit(f"{len(row.cells)} cells under {heads.width} heads", remedy)
    if error := next((cell.strip() for cell in row.cells if cell.strip() in _ERRORS), ""):
        raise Unfit(f"a cell shows {error}, an error of the spreadsheet", "mend its formula, or write what is meant")
    return _Cells(row, heads)


class _Cells:
    """One row, read by the heads."""

    def __init__(self, row: Row, heads: Heads) -> None:
        self.line = row.line
        self.heads = heads
        self._cells = [_unguarded(cell, ours=heads.ours) for cell in row.cells]
        self.changes: list[str] = []
        if heads.ours or not any(map(looks_like_html, self._cells)):
            return
        told = "marks of HTML in it stay as they are"
        about_tags = len({cell.strip() for cell in self._cells if _TAG_ALONE.fullmatch(cell.strip())}) > 1
        if any(map(_OF_A_PAGE.search, self._cells)) and not about_tags:
            told = "it was written in HTML; what a reader of that sees came in"
            self._cells = list(map(from_html, self._cells))
        self.changes.append(told)

    def at(self, place: int) -> str:
        """A cell, empty where the row has ended."""
        return self._cells[place] if place < len(self._cells) else ""

    def all(self, role: str) -> list[str]:
        """The cells with a role that are not empty, with their line breaks."""
        return [cell for place in self.heads.places(role) if (cell := self.at(place)).strip()]

    def one(self, role: str) -> str:
        """The first cell with a role, in one line; empty if there is none."""
        return tidy(next(iter(self.all(role)), ""))


def _unguarded(cell: str, *, ours: bool) -> str:
    """A cell without the apostrophe that our export, or a careful teacher, put before what would be a formula.

    One of a quotation stays.
    """
    bare = cell.removeprefix("'")
    if bare == cell or not bare.lstrip("' ").startswith(FORMULA):
        return cell
    return bare if ours or ("'" not in bare and "’" not in bare) else cell


def _question(cells: _Cells) -> ForeignQuestion:
    heads = cells.heads
    if not heads.has_answers and not heads.has_marks:
        front, back = ("front", "back") if heads.places("front") else ("definition", "term")
        sides = (*heads.places(front), *heads.places(back), *heads.places("category"), *heads.places("id"))
        refuse_code(cells.one(back), [cells.at(place) for place in range(heads.width) if place not in sides])
        return card(cells.line, cells.one(front), cells.one(back), cells.one("category"), own_id=cells.one("id"))
    stem = cells.one("question")
    if not stem:
        raise Unfit("no question in its column", "write it")
    answer = _answer(cells)
    return ForeignQuestion(
        line=cells.line,
        stem=stem,
        answer=answer,
        category=cells.one("category"),
        explanation=tidy(" ".join(dict.fromkeys(cells.all("explanation")))),
        own_id=cells.one("id"),
    )


def _offered(cells: _Cells) -> list[Offered]:
    heads = cells.heads
    if len(heads.options) == 1 and not heads.wrong and (parts := parts_of(cells.at(heads.options[0][0]))):
        written = [(number, text) for number, part in enumerate(parts, start=1) if (text := tidy(part))]
    else:
        written = [(number, text) for place, number in heads.options if (text := tidy(cells.at(place)))]
    bare = [] if heads.ours else _without_marks([text for _, text in written])
    if bare and not any("written before" in change for change in cells.changes):
        cells.changes.append("the letters or numbers written before its options were left out")
    return [
        Offered(number - heads.from_zero, text, _called(heads, number))
        for (number, _), text in zip(written, bare or [text for _, text in written], strict=True)
    ]


def _called(heads: Heads, number: int) -> str:
    """The letters that may name an option."""
    letter = heads.letters[number - 1 : number] if number else ""
    return letter + SAME.get(letter, "") + (ALIKE.get(letter, "") if heads.alike else "")


def _without_marks(texts: Sequence[str]) -> list[str]:
    """The options without their own letters or numbers, if each has the next one: `a) …`, `b) …`; else none."""
    found = [_OWN_MARK.fullmatch(text) for text in texts]
    marks = [(each[1] or each[2] or each[3]).casefold() for each in found if each]
    series = (*SERIES, [str(number) for number in range(1, len(texts) + 1)])
    if len(marks) < 2 or len(marks) < len(texts) or not any(marks == [*each[: len(texts)]] for each in series):
        return []
    return [each[4] for each in found if each]


def _order(cells: _Cells, options: Sequence[Offered]) -> Order:
    """An order as our export writes it, the numbers of the options in their right order: `3;1;2`."""
    texts = {str(option.number): option.text for option in options}
    numbers = re.findall(r"[0-9]+", " ".join(cells.all("answer")[:1]))
    if sorted(numbers) != sorted(texts):
        raise Unfit("an order that does not name each option once", "write the numbers as 3;1;2")
    return Order(tuple(texts[number] for number in numbers))


def _answer(cells: _Cells) -> Answer:
    if cells.heads.has_marks:
        return _marked(cells)
    numbers = [number for place, number in cells.heads.options if cells.at(place).strip()]
    if twice := next((number for number in numbers if numbers.count(number) > 1), 0):
        raise Unfit(f"two columns are both called option {twice}", "give each option a head of its own")
    response = _response(cells.one("response")) or ("truth" if cells.heads.judged else "")
    options = _offered(cells)
    if response == "match":
        return _match(cells, options)
    if response == "order":
        return _order(cells, options)
    if response == "truth" and not options and not cells.heads.wrong:
        return _truth(cells)
    if response == "typed" or not (cells.heads.options or cells.heads.wrong):
        return _typed(cells, options)
    if cells.heads.wrong:
        return _right_and_wrong(cells, options)
    if not options and folded(cells.one("answer")) in ("true", "false"):
        return _truth(cells)
    return _judged(cells, options) if cells.heads.verdicts else _choice(cells, options, response)


def _marked(cells: _Cells) -> Choice:
    """A choice whose right options have a star before or after them, or a remark such as `(correct)`."""
    marks = [_STARRED.fullmatch(option.text) for option in _offered(cells)]
    options = [
        ForeignOption(tidy(mark[1] or mark[2]) if mark else option.text, right=mark is not None)
        for option, mark in zip(_offered(cells), marks, strict=True)
    ]
    if not any(marks):
        remedy = "add a column answer with its number or text, or write * before it"
        raise Unfit("which option is right is not said", remedy)
    cells.changes.append("the marks of its right options were left out")
    return Choice(tuple(options), several=sum(option.right for option in options) > 1)


def _choice(cells: _Cells, options: Sequence[Offered], response: str) -> Choice:
    keys = cells.all("answer")
    if cells.heads.uncounted and _NUMBERS.fullmatch("".join(keys[:1])):
        remedy = "write the letter or the text of the right option"
        if not cells.heads.indexed:
            remedy = "call its column “answer index” if 0 is the first option, else count from 1"
        raise Unfit(f"the right answer is {cells.one('answer')}, counted from 0 or from 1: the file fits both", remedy)
    if cells.heads.ours:
        right = numbered("".join(keys[:1]), options)
    elif cells.heads.each_right and keys:
        right = frozenset().union(*(key_of([key], options) for key in keys))
    else:
        right = key_of(keys, options)
    if response == "choice" and len(right) > 1 and cells.heads.ours:
        raise Unfit("a choice with several right options", "keep one, or write several as its response")
    notes = _notes(cells, len(options))
    offered = tuple(
        ForeignOption(option.text, place in right, bare_note(option.text, note))
        for place, (option, note) in enumerate(zip(options, notes, strict=True))
    )
    return Choice(offered, several=response == "several" or len(right) > 1)


def _response(said: str) -> str:
    """How a row says that it is answered: choice, several, typed, match, truth, or nothing; Unfit if it cannot be."""
    name = said.casefold()
    for response, signs in {
        "several": ("several", "checkbox", "multiple select", "multi-select", "multiple response", "multiple answer"),
        "truth": ("true", "t/f", "tf", "wahr", "w/f", "wf", "richtig", "r/f", "vrai", "v/f", "verdader", "верно"),
        "typed": ("typed", "fill", "guess", "short", "blank", "identification", "numeric", "numerical"),
        "match": ("match",),
    }.items():
        if any(sign in name for sign in signs):
            return response
    if any(sign in name for sign in ("order", "sort", "sequence")):
        return "order"
    for sign in ("open", "essay", "poll", "draw", "hotspot", "survey", "slide", "puzzle", "video"):
        if sign in name:
            raise Unfit(f"a question of the kind “{said}”, which a pack has not", "ask for an option instead")
    if re.search(r"\btext\b", name):
        return "typed"
    return "choice" if "choice" in name else ""


def _match(cells: _Cells, options: Sequence[Offered]) -> Match:
    """Pairs as our export writes them: the prompts in lines, and for each the number of its option."""
    prompts = [tidy(line) for line in "\n".join(cells.all("prompts")).splitlines() if line.strip()]
    numbers = [part.strip() for part in (cells.all("answer") or [""])[0].split(";")]
    texts = {str(option.number): option.text for option in options}
    if len(numbers) != len(prompts) or not prompts or not all(number in texts for number in numbers):
        raise Unfit("pairs whose numbers do not fit the prompts", "write a prompt in each line, and right as 2;1;3")
    spare = tuple(text for number, text in texts.items() if number not in numbers)
    return Match(tuple((prompt, texts[number]) for prompt, number in zip(prompts, numbers, strict=True)), spare)


def _typed(cells: _Cells, options: Sequence[Offered]) -> Answer:
    """What is to be typed: Quizizz writes it where the options are, our export and plain sheets as the answer."""
    said = cells.all("answer")
    if not cells.heads.has_options and folded("".join(said)) in ("true", "false"):
        return _truth(cells)
    if cells.heads.each_right and not options:
        return typed(said)
    if len({*map(folded, said)}) > 1 and not options:
        told = " and ".join(f"“{tidy(each)}”" for each in said)
        raise Unfit(
            f"{told} under heads that all mean the answer", "call options option_1, option_2 … and the key right"
        )
    _refuse_mark(cells, said)
    written = said[0].splitlines() if said else []
    return typed([option.text for option in options] or written)


def _refuse_mark(cells: _Cells, said: Sequence[str]) -> None:
    """Unfit if the answer may name one of several columns that were not known as options."""
    heads = cells.heads
    others = [name for place, name in heads.unknown.items() if cells.at(place).strip()]
    others = [name for name in others if name.casefold() not in _PASSED_OVER]
    answer = "".join(said).strip()
    mark = _MARK_ALONE.fullmatch(answer)
    listed = any(len(parts_of(cells.at(place))) > 1 for place in heads.unknown)
    if heads.options or heads.ours or not (len(others) > 1 or listed) or not (mark or is_code(answer)):
        return
    if mark is None or not mark[1].isdecimal() or 0 <= int(mark[1]) <= len(others):
        remedy = "call the options option_1, option_2 …, or delete the columns if it is to be typed"
        raise Unfit(f"the answer “{said[0].strip()}” may stand for one of {', '.join(others)}", remedy)


def _truth(cells: _Cells) -> Choice:
    heads = cells.heads
    if heads.places("true"):
        ticks = [bool(cells.all(role)) for role in ("true", "false")]
        truth = ticks[0] if sum(ticks) == 1 else None
    else:
        said = folded(cells.one("answer"))
        truth = TRUTH.get(said, heads.initials.get(said))
    if truth is None:
        raise Unfit("a statement of which is not said whether it is true", "write true or false as its answer")
    return true_or_false(answer=truth)


def _judged(cells: _Cells, options: Sequence[Offered]) -> Choice:
    """A choice in which a column beside each option says whether it is right."""
    said = {number: folded(cells.at(place)) for place, number in cells.heads.verdicts}
    right = []
    for place, option in enumerate(options):
        verdict = said.get(option.number, "")
        ticked = degree_of(verdict)
        if ticked not in (0, 1):
            raise Unfit(f"“{verdict}” does not say whether an option is right", "write 1 or 0, or true or false")
        right += [place] if ticked else []
    if not right:
        raise Unfit("no option is said to be right", "write 1 beside one")
    return _with_key(options, right, ())


def _right_and_wrong(cells: _Cells, options: Sequence[Offered]) -> Choice:
    """The answer is the right option, and the wrong ones have columns of their own."""
    written = [cells.at(place) for place in cells.heads.wrong]
    if len(written) == 1:  # all of them in one cell
        written = parts_of(written[0]) or written[0].split(",")
    wrong = [text for each in written if (text := tidy(each))]
    if options:
        if said := next((each for each in wrong if mark_of(each)), ""):
            remedy = "delete that column, or write texts of options into it"
            raise Unfit(f"“{said}” stands where wrong options do, and may name one of the others", remedy)
        return _with_key(options, key_of(cells.all("answer"), options), wrong)
    right = list(dict.fromkeys(map(tidy, cells.all("answer"))))
    if not right:
        raise Unfit("no right answer", "write it into its column")
    if {*right} & {*wrong}:
        raise Unfit("the right answer is among the wrong ones", "delete it in one place")
    return _with_key([Offered(number, text) for number, text in enumerate(right, start=1)], range(len(right)), wrong)


def _with_key(options: Sequence[Offered], right: Iterable[int], wrong: Sequence[str]) -> Choice:
    places = set(right)
    offered = [ForeignOption(option.text, place in places) for place, option in enumerate(options)]
    return Choice((*offered, *(ForeignOption(text, right=False) for text in wrong)), several=len(places) > 1)


def _notes(cells: _Cells, count: int) -> Iterator[str]:
    """What is said of each option, if there is a line for each."""
    notes = [tidy(note) for note in (cells.all("notes") or [""])[0].split("\n")]
    return iter(notes if len(notes) == count else [""] * count)
