"""The right options of a table row; for how keys refer to options see `keys`."""

import re
from collections.abc import Iterable, Iterator, Sequence

from trotskyism_cli.imports.answers.keys import Offered, key_of, mark_of, numbered
from trotskyism_cli.imports.answers.listed import parts_of
from trotskyism_cli.imports.answers.typed_or_key import names_option
from trotskyism_cli.imports.foreign import FULL, Choice, ForeignOption, Unfit, bare_note, folded, tidy
from trotskyism_cli.imports.sentences import NO_RIGHT_OPTION
from trotskyism_cli.imports.tables.answer_rows import degree_of
from trotskyism_cli.imports.tables.table_cells import Cells, offered
from trotskyism_cli.imports.tables.table_keys import NUMBERS
from trotskyism_cli.imports.tables.table_written import STARRED
from trotskyism_cli.imports.words.letters import LATIN

_NOTE = re.compile(rf"(?P<letter>[{LATIN}])\) (?P<note>.*)")
_WITH_FIGURES = re.compile(r"\W*\d[\d.,\s]*\W*")
_MARKED_TOO = re.compile(
    r"[*✓✔]\s*[^*\s].*|.*[^*\s]\s*(?:[*✓✔]|[(\[](?:correct|right|richtig|верно)[)\]])", re.IGNORECASE
)


def marked(cells: Cells) -> Choice:
    """A choice whose right options have a star before or after them, or a remark like `(correct)`."""
    found = offered(cells)
    marks = [STARRED.fullmatch(option.text) for option in found]
    options = [
        ForeignOption(tidy(mark[1] or mark[2]) if mark else option.text, right=mark is not None)
        for option, mark in zip(found, marks, strict=True)
    ]
    if not any(marks):
        remedy = "add a column answer with its number or text, or write * before it"
        raise Unfit(NO_RIGHT_OPTION, remedy)
    cells.changes.append("the marks of its right options were left out")
    return Choice(tuple(options), several=sum(option.right for option in options) > 1)


def choice(cells: Cells, options: Sequence[Offered], response: str) -> Choice:
    """A choice whose answer refers to right options by text, letter or number."""
    right = _right(cells, options)
    starred = {place for place, option in enumerate(options) if _MARKED_TOO.fullmatch(option.text)}
    if starred - right and len(starred) < len(options) and not cells.heads.ours:
        raise Unfit("an option that its answer does not name is marked as right", "let both say the same")
    if response == "choice" and len(right) > 1 and cells.heads.ours:
        raise Unfit("a choice with several right options", "keep one, or write several as its response")
    notes = _notes(cells, len(options))
    told = tuple(
        ForeignOption(option.text, place in right, bare_note(option.text, note))
        for place, (option, note) in enumerate(zip(options, notes, strict=True))
    )
    return Choice(told, several=response == "several" or len(right) > 1)


def judged(cells: Cells, options: Sequence[Offered]) -> Choice:
    """A choice with a column for each option that says whether it is right, or its share of the mark."""
    said = {number: folded(cells.at(place)) for place, number in cells.heads.verdicts}
    degrees = []
    for option in options:
        degree = degree_of(said.get(option.number, ""))
        if degree is None:
            told = f"“{said[option.number]}” does not say whether an option is right"
            raise Unfit(told, "write 1 or 0, or true or false")
        degrees.append(degree)
    most = max(degrees, default=0)
    if most <= 0:
        raise Unfit("no option is said to be right", "write 1 beside one")
    if most not in (1, FULL) and sum(each for each in degrees if each > 0) != FULL:
        shown = ", ".join(f"{each:g}" for each in degrees)
        raise Unfit(f"what its options earn, {shown}, does not add up to {FULL}", f"let the right ones earn {FULL}")
    right = frozenset(place for place, degree in enumerate(degrees) if degree == most)
    keys = cells.all("answer")
    if keys and key_of(keys, options) != right:
        raise Unfit(
            "its answer and the columns beside its options name different ones as right", "let both say the same"
        )
    shares = [0 if degree == most else max(0, round(FULL * degree / most)) for degree in degrees]
    found = (ForeignOption(option.text, place in right, credit=shares[place]) for place, option in enumerate(options))
    return Choice(tuple(found), several=len(right) > 1)


def right_and_wrong(cells: Cells, options: Sequence[Offered]) -> Choice:
    """A choice whose answer is the right option, with wrong ones in columns of their own."""
    written = [cells.at(place) for place in cells.heads.wrong]
    if len(written) == 1:  # all wrong options in one cell
        written = parts_of(written[0]) or written[0].split(",")
    wrong = [text for each in written if (text := tidy(each))]
    if options:
        if said := next((each for each in wrong if mark_of(each)), ""):
            remedy = "delete that column, or write texts of options into it"
            raise Unfit(f"“{said}” stands where wrong options do, and may name one of the others", remedy)
        return _with_key(options, key_of(cells.all("answer"), options, cells.heads.way), wrong)
    answers = cells.all("answer")
    if len(written) > 1 and len(answers) == 1:  # several right answers in one cell, like the wrong ones
        answers = parts_of(answers[0]) or answers
        if len(answers) == 1 and len(cells.heads.wrong) == 1 and "," in answers[0]:
            told = f"“{tidy(answers[0])}” may be one answer, or several"
            raise Unfit(told, "write ; between answers, or one to a column")
    right = list(dict.fromkeys(map(tidy, answers)))
    if not right:
        raise Unfit("no right answer", "write it into its column")
    numbers = all(_WITH_FIGURES.fullmatch(each) for each in (*right, *wrong))
    if marks := [each for each in right if names_option(each) and not (numbers or all(map(names_option, wrong)))]:
        raise Unfit(f"the right answer “{marks[0]}” may name one of the others", "write it out")
    if {*right} & {*wrong}:
        raise Unfit("the right answer is among the wrong ones", "delete it in one place")
    return _with_key([Offered(number, text) for number, text in enumerate(right, start=1)], range(len(right)), wrong)


def _with_key(options: Sequence[Offered], right: Iterable[int], wrong: Sequence[str]) -> Choice:
    places = set(right)
    offered = [ForeignOption(option.text, place in places) for place, option in enumerate(options)]
    return Choice((*offered, *(ForeignOption(text, right=False) for text in wrong)), several=len(places) > 1)


def _right(cells: Cells, options: Sequence[Offered]) -> frozenset[int]:
    """Indices of the options the answer refers to; Unfit if uncertain."""
    keys = cells.all("answer")
    is_number = NUMBERS.fullmatch("".join(keys[:1]))
    if cells.heads.uncounted and is_number:
        remedy = "call its column “answer (0 = first)” or “answer (1 = first)”"
        raise Unfit(f"the right answer is {cells.one('answer')}, counted from 0 or from 1: the file fits both", remedy)
    if cells.heads.counts and is_number and keys[0].strip() not in [each.text for each in options]:
        told = f"{cells.one('answer')} may be the number of its right option, or count something else"
        where = f": {cells.heads.counts}" if cells.heads.counts != "its column" else ""
        raise Unfit(f"{told}{where}", "call that column answer")
    if cells.heads.ours:
        return numbered("".join(keys[:1]), options)
    if cells.heads.each_right and keys:
        return frozenset().union(*(key_of([key], options, cells.heads.way) for key in keys))
    return key_of(keys, options, cells.heads.way)


def _notes(cells: Cells, count: int) -> Iterator[str]:
    """The note on each option: by letter or, in older exports, by line."""
    lines = (cells.all("notes") or [""])[0].split("\n")
    lettered = [found for each in lines if (found := _NOTE.fullmatch(each))]
    if len(lettered) == len(lines) and count <= len(LATIN):
        told = {each["letter"]: tidy(each["note"]) for each in lettered}
        return (told.get(letter, "") for letter in LATIN[:count])
    return iter(map(tidy, lines) if len(lines) == count else [""] * count)
