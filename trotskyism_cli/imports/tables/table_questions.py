"""Questions made of table rows; for choices see `table_choices`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from trotskyism_cli.imports.answers.cards import card, refuse_code
from trotskyism_cli.imports.answers.corrected_answers import corrects_answers
from trotskyism_cli.imports.answers.keys import Offered
from trotskyism_cli.imports.answers.listed import is_code, parts_of
from trotskyism_cli.imports.answers.typed_or_key import asked_with
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignQuestion,
    Match,
    Order,
    Typed,
    Unfit,
    folded,
    tidy,
    true_or_false,
    typed,
    with_source,
)
from trotskyism_cli.imports.sentences import NO_RIGHT_OPTION, NO_TRUTH
from trotskyism_cli.imports.tables.answer_rows import says_whether
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.heads import speaks_of_answers
from trotskyism_cli.imports.tables.rows import Row
from trotskyism_cli.imports.tables.table_cells import Cells, cells_of, offered
from trotskyism_cli.imports.tables.table_choices import choice, judged, marked, right_and_wrong
from trotskyism_cli.imports.tables.table_keys import MARK_ALONE
from trotskyism_cli.imports.tables.table_written import answer_in, within
from trotskyism_cli.imports.words.truth_words import TRUTH

_KINDS = {
    "sa": "typed",
    "fib": "typed",
    "ma": "several",
    "mr": "several",
    "ms": "several",
    "tf": "truth",
    "mc": "choice",
}
_SIGNS = {
    "several": ("several", "checkbox", "multiple select", "multi-select", "multiple response", "multiple answer"),
    "truth": ("true", "t/f", "tf", "wahr", "w/f", "wf", "richtig", "r/f", "vrai", "v/f", "verdader", "верно"),
    "typed": ("typed", "fill", "guess", "short", "blank", "identification", "numeric", "numerical"),
    "match": ("match",),
    "order": ("order", "sort", "sequence"),
}
_NEVER = ("open", "essay", "poll", "draw", "hotspot", "survey", "slide", "puzzle", "video")


def question_of(row: Row, heads: Heads) -> ForeignQuestion:
    """The question of a row, with what was changed in it; Unfit if it has none. Needs settled headings."""
    cells = cells_of(row, heads)
    _refuse_corrected(cells)
    question = _question(cells)
    return replace(question, changes=(*question.changes, *cells.changes))


def _refuse_corrected(cells: Cells) -> None:
    """Raise Unfit if a column that is not imported corrects the row's answer."""
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
    """Explanation, remarks and source of a row."""
    told = tidy(" ".join(dict.fromkeys((*cells.all("explanation"), *cells.remarks))))
    return with_source(told, ", ".join(cells.all("source")))


def _answer(cells: Cells) -> Answer:
    if cells.heads.has_marks:
        return marked(cells)
    if not cells.heads.has_answers:
        raise Unfit(NO_RIGHT_OPTION, "add a column answer with its number or text")
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
        return right_and_wrong(cells, options)
    if not options and folded(cells.one("answer")) in ("true", "false"):
        return _truth(cells)
    return judged(cells, options) if cells.heads.verdicts else choice(cells, options, response)


def _response(said: str) -> str:
    """The response a row declares: choice, several, typed, match, truth or nothing; Unfit if not supported."""
    name = said.casefold()
    if name in _KINDS:
        return _KINDS[name]
    for response, signs in _SIGNS.items():
        if any(sign in name for sign in signs):
            return response
    if any(sign in name for sign in _NEVER):
        raise Unfit(f"a question of the kind “{said}”, which a pack has not", "ask for an option instead")
    if re.search(r"\btext\b", name):
        return "typed"
    return "choice" if "choice" in name else ""


def _order(cells: Cells, options: Sequence[Offered]) -> Order:
    """An order as our export writes it: option numbers in the right order, `3;1;2`."""
    texts = {str(option.number): option.text for option in options}
    numbers = re.findall(r"[0-9]+", " ".join(cells.all("answer")[:1]))
    if sorted(numbers) != sorted(texts):
        raise Unfit("an order that does not name each option once", "write the numbers as 3;1;2")
    return Order(tuple(texts[number] for number in numbers))


def _match(cells: Cells, options: Sequence[Offered]) -> Match:
    """Pairs as our export writes them: prompts on lines, and the option number for each."""
    prompts = [tidy(line) for line in "\n".join(cells.all("prompts")).splitlines() if line.strip()]
    numbers = [part.strip() for part in (cells.all("answer") or [""])[0].split(";")]
    texts = {str(option.number): option.text for option in options}
    if len(numbers) != len(prompts) or not prompts or not all(number in texts for number in numbers):
        raise Unfit("pairs whose numbers do not fit the prompts", "write a prompt in each line, and right as 2;1;3")
    spare = tuple(text for number, text in texts.items() if number not in numbers)
    return Match(tuple((prompt, texts[number]) for prompt, number in zip(prompts, numbers, strict=True)), spare)


def _typed(cells: Cells, options: Sequence[Offered]) -> Answer:
    """A typed answer: Quizizz puts it where options are, our export and plain sheets in the answer column."""
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
    """Raise Unfit if the answer may refer to one of several columns not recognised as options."""
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
        raise Unfit(NO_TRUTH, "write true or false as its answer")
    return true_or_false(answer=truth)
