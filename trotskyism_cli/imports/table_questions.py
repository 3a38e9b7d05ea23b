"""Questions from the rows of a table, by what their heads say of the columns; which options are right, see `keys`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from trotskyism_cli.imports.answer_rows import degree_of, says_whether
from trotskyism_cli.imports.cards import card, refuse_code
from trotskyism_cli.imports.certain import asked_with, names_option
from trotskyism_cli.imports.columns import Heads
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Match,
    Order,
    Typed,
    Unfit,
    bare_note,
    folded,
    tidy,
    true_or_false,
    typed,
    with_source,
)
from trotskyism_cli.imports.heads import speaks_of_answers
from trotskyism_cli.imports.keys import Offered, key_of, mark_of, numbered
from trotskyism_cli.imports.letters import LATIN
from trotskyism_cli.imports.listed import is_code, parts_of
from trotskyism_cli.imports.rows import Row
from trotskyism_cli.imports.table_cells import Cells, cells_of, offered
from trotskyism_cli.imports.table_keys import MARK_ALONE, NUMBERS
from trotskyism_cli.imports.table_written import STARRED, answer_in, within
from trotskyism_cli.imports.taken_back import corrects_answers
from trotskyism_cli.imports.truth_words import TRUTH

_KINDS = {
    "sa": "typed",
    "fib": "typed",
    "ma": "several",
    "mr": "several",
    "ms": "several",
    "tf": "truth",
    "mc": "choice",
}
_NOTE = re.compile(rf"(?P<letter>[{LATIN}])\) (?P<note>.*)")
_WITH_FIGURES = re.compile(r"\W*\d[\d.,\s]*\W*")
WHOLE = 100  # percent of the mark
_MARKED_TOO = re.compile(
    r"[*✓✔]\s*[^*\s].*|.*[^*\s]\s*(?:[*✓✔]|[(\[](?:correct|right|richtig|верно)[)\]])", re.IGNORECASE
)


def question_of(row: Row, heads: Heads) -> ForeignQuestion:
    """The question of a row, with what was changed in it; Unfit if it has none. The heads are settled."""
    cells = cells_of(row, heads)
    _refuse_corrected(cells)
    question = _question(cells)
    return replace(question, changes=(*question.changes, *cells.changes))


def _refuse_corrected(cells: Cells) -> None:
    """Unfit if a column that is not taken over says that the answer of a row is another one."""
    for place, name in cells.heads.lost.items():
        said = tidy(cells.at(place))
        if said and corrects_answers(name) and folded(said) not in map(folded, cells.all("answer")):
            raise Unfit(f"its column “{tidy(name)}” says “{said[:40]}”", "correct its answer, and empty that cell")


def _question(cells: Cells) -> ForeignQuestion:
    heads = cells.heads
    if heads.has_cards and not heads.has_answers and not heads.has_marks:
        front, back = ("front", "back") if heads.places("front") else ("definition", "term")
        sides = [place for role in (front, back, "category", "id", "source") for place in heads.places(role)]
        refuse_code(cells.one(back), [cells.at(place) for place in range(heads.width) if place not in sides])
        told = _explanation(cells)
        return card(cells.line, cells.one(front), cells.one(back), cells.one("category"), told, cells.one("id"))
    stem = cells.one("question")
    if not stem:
        raise Unfit("no question in its column", "write it")
    answer = _answer(cells)
    if isinstance(answer, Typed) and not heads.ours:
        stem, answer = asked_with(cells.all("question")[0], answer)
    return ForeignQuestion(
        line=cells.line,
        stem=stem,
        answer=answer,
        category=cells.one("category"),
        explanation=_explanation(cells),
        own_id=cells.one("id"),
    )


def _explanation(cells: Cells) -> str:
    """All that a row says of its answer, and where it has that from."""
    told = tidy(" ".join(dict.fromkeys((*cells.all("explanation"), *cells.remarks))))
    return with_source(told, ", ".join(cells.all("source")))


def _answer(cells: Cells) -> Answer:
    if cells.heads.has_marks:
        return _marked(cells)
    if not cells.heads.has_answers:
        raise Unfit("which option is right is not said", "add a column answer with its number or text")
    numbers = [number for place, number in cells.heads.options if cells.at(place).strip()]
    if twice := next((number for number in numbers if numbers.count(number) > 1), 0):
        raise Unfit(f"two columns are both called option {twice}", "give each option a head of its own")
    response = _response(cells.one("response")) or ("truth" if cells.heads.judged else "")
    options = offered(cells)
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


def _marked(cells: Cells) -> Choice:
    """A choice whose right options have a star before or after them, or a remark such as `(correct)`."""
    found = offered(cells)
    marks = [STARRED.fullmatch(option.text) for option in found]
    options = [
        ForeignOption(tidy(mark[1] or mark[2]) if mark else option.text, right=mark is not None)
        for option, mark in zip(found, marks, strict=True)
    ]
    if not any(marks):
        remedy = "add a column answer with its number or text, or write * before it"
        raise Unfit("which option is right is not said", remedy)
    cells.changes.append("the marks of its right options were left out")
    return Choice(tuple(options), several=sum(option.right for option in options) > 1)


def _choice(cells: Cells, options: Sequence[Offered], response: str) -> Choice:
    keys = cells.all("answer")
    if cells.heads.uncounted and NUMBERS.fullmatch("".join(keys[:1])):
        remedy = "call its column “answer (0 = first)” or “answer (1 = first)”"
        raise Unfit(f"the right answer is {cells.one('answer')}, counted from 0 or from 1: the file fits both", remedy)
    if (
        cells.heads.counts
        and NUMBERS.fullmatch("".join(keys[:1]))
        and keys[0].strip() not in [each.text for each in options]
    ):
        told = f"{cells.one('answer')} may be the number of its right option, or count something else"
        raise Unfit(
            f"{told}: {cells.heads.counts}" if cells.heads.counts != "its column" else told, "call that column answer"
        )
    if cells.heads.ours:
        right = numbered("".join(keys[:1]), options)
    elif cells.heads.each_right and keys:
        right = frozenset().union(*(key_of([key], options, cells.heads.way) for key in keys))
    else:
        right = key_of(keys, options, cells.heads.way)
    marked = {place for place, option in enumerate(options) if _MARKED_TOO.fullmatch(option.text)}
    if marked - right and len(marked) < len(options) and not cells.heads.ours:
        raise Unfit("an option that its answer does not name is marked as right", "let both say the same")
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
    if name in _KINDS:
        return _KINDS[name]
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


def _order(cells: Cells, options: Sequence[Offered]) -> Order:
    """An order as our export writes it, the numbers of the options in their right order: `3;1;2`."""
    texts = {str(option.number): option.text for option in options}
    numbers = re.findall(r"[0-9]+", " ".join(cells.all("answer")[:1]))
    if sorted(numbers) != sorted(texts):
        raise Unfit("an order that does not name each option once", "write the numbers as 3;1;2")
    return Order(tuple(texts[number] for number in numbers))


def _match(cells: Cells, options: Sequence[Offered]) -> Match:
    """Pairs as our export writes them: the prompts in lines, and for each the number of its option."""
    prompts = [tidy(line) for line in "\n".join(cells.all("prompts")).splitlines() if line.strip()]
    numbers = [part.strip() for part in (cells.all("answer") or [""])[0].split(";")]
    texts = {str(option.number): option.text for option in options}
    if len(numbers) != len(prompts) or not prompts or not all(number in texts for number in numbers):
        raise Unfit("pairs whose numbers do not fit the prompts", "write a prompt in each line, and right as 2;1;3")
    spare = tuple(text for number, text in texts.items() if number not in numbers)
    return Match(tuple((prompt, texts[number]) for prompt, number in zip(prompts, numbers, strict=True)), spare)


def _typed(cells: Cells, options: Sequence[Offered]) -> Answer:
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
    if (off := cells.one("tolerance")) and said and not options:
        return within(cells, said[0], off)
    if options or cells.heads.ours or not said:
        return typed([option.text for option in options] or (said[0].splitlines() if said else []))
    return answer_in(cells, said[0])


def _refuse_mark(cells: Cells, said: Sequence[str]) -> None:
    """Unfit if the answer may name one of several columns that were not known as options."""
    heads = cells.heads
    others = [name for place, name in heads.lost.items() if cells.at(place).strip()]
    answer = "".join(said).strip()
    mark = MARK_ALONE.fullmatch(answer)
    told = next((name for place, name in heads.lost.items() if speaks_of_answers(name) and cells.at(place).strip()), "")
    if told and says_whether(answer):
        raise Unfit(f"“{answer}” may say whether {told} is right", "delete that column if it is to be typed")
    listed = any(len(parts_of(cells.at(place))) > 1 for place in heads.unknown)
    if heads.options or heads.ours or not (len(others) > 1 or listed) or not (mark or is_code(answer)):
        return
    if mark is None or not mark[1].isdecimal() or 0 <= int(mark[1]) <= len(others):
        remedy = "call the options option_1, option_2 …, or delete the columns if it is to be typed"
        raise Unfit(f"the answer “{said[0].strip()}” may stand for one of {', '.join(others)}", remedy)


def _truth(cells: Cells) -> Choice:
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


def _judged(cells: Cells, options: Sequence[Offered]) -> Choice:
    """A choice in which a column beside each option says whether it is right, or how much of the mark it earns."""
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
    if most not in (1, WHOLE) and sum(each for each in degrees if each > 0) != WHOLE:
        shown = ", ".join(f"{each:g}" for each in degrees)
        raise Unfit(f"what its options earn, {shown}, does not add up to {WHOLE}", f"let the right ones earn {WHOLE}")
    right = frozenset(place for place, degree in enumerate(degrees) if degree == most)
    keys = cells.all("answer")
    if keys and key_of(keys, options) != right:
        raise Unfit(
            "its answer and the columns beside its options name different ones as right", "let both say the same"
        )
    return Choice(
        tuple(
            ForeignOption(
                option.text, place in right, credit=0 if place in right else max(0, round(100 * degree / most))
            )
            for place, (option, degree) in enumerate(zip(options, degrees, strict=True))
        ),
        several=len(right) > 1,
    )


def _right_and_wrong(cells: Cells, options: Sequence[Offered]) -> Choice:
    """The answer is the right option, and the wrong ones have columns of their own."""
    written = [cells.at(place) for place in cells.heads.wrong]
    if len(written) == 1:  # all of them in one cell
        written = parts_of(written[0]) or written[0].split(",")
    wrong = [text for each in written if (text := tidy(each))]
    if options:
        if said := next((each for each in wrong if mark_of(each)), ""):
            remedy = "delete that column, or write texts of options into it"
            raise Unfit(f"“{said}” stands where wrong options do, and may name one of the others", remedy)
        return _with_key(options, key_of(cells.all("answer"), options, cells.heads.way), wrong)
    answers = cells.all("answer")
    if len(written) > 1 and len(answers) == 1:  # all that are right in one cell too, as the wrong ones are
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


def _notes(cells: Cells, count: int) -> Iterator[str]:
    """What is said of each option: by its letter, or in older exports by the place of the line."""
    lines = (cells.all("notes") or [""])[0].split("\n")
    lettered = [found for each in lines if (found := _NOTE.fullmatch(each))]
    if len(lettered) == len(lines) and count <= len(LATIN):
        told = {each["letter"]: tidy(each["note"]) for each in lettered}
        return (told.get(letter, "") for letter in LATIN[:count])
    return iter(map(tidy, lines) if len(lines) == count else [""] * count)
