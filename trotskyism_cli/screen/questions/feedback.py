"""Feedback on an answer: the options again, each with its verdict and briefly what it really is.

Drawn, it is shortened until it fits the window. In plain text the verdict comes first, since the question stands just
above.
"""

import string
from collections.abc import Iterator
from itertools import combinations

from trotskyism_cli.invocation import command
from trotskyism_cli.items.model import IN_TURN, Item, Response
from trotskyism_cli.learning.answering.grading import Chosen, Written, mistake_in
from trotskyism_cli.learning.answering.session import Feedback
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.screen.document import Block, Document, Line, Paragraph, Point, Span, line
from trotskyism_cli.screen.lines import cells
from trotskyism_cli.screen.questions import reasons
from trotskyism_cli.screen.questions.answered import misplaced
from trotskyism_cli.screen.questions.passage_view import passage_blocks
from trotskyism_cli.views.wording.clauses import clauses
from trotskyism_cli.views.wording.sentences import first_sentence

FEW_PAIRS = 2  # pairs in the wrong order that are named
# Levels of brevity. 0: everything. 1: options not chosen get a clause. CHOSEN: only the chosen option gets a reason.
# WITHOUT_OTHERS: options neither right nor chosen are left out. BRIEFEST: no explanation, if the options themselves
# show what is right (BESIDE). Other explanations are always whole, even if the reader must scroll: half of one may be
# only one side of a dispute.
CHOSEN, WITHOUT_OTHERS, BRIEFEST = 2, 3, 4
BESIDE = (Response.ORDER, Response.MATCH)
_AGAINST = lazy_regex(r"; |^,? (?:because|since)\b")  # begins the half of a note for which it is written
ONE_LINE = 56  # columns of a clause


def drawn_feedback(feedback: Feedback, brevity: int = 0, *, stem: bool = True, passage: bool = True) -> Document:
    """Feedback for a terminal, shortened to a level of `brevity`.

    Without `stem` or `passage`, if they still stand above it.
    """
    item = feedback.question.item
    above = passage_blocks(item.passage) if passage else ()
    asked = (Paragraph(line(Span(item.stem, "strong")), apart=bool(above)), Paragraph(())) if stem else ()
    head = (*above, *asked)
    is_left_out = brevity >= BRIEFEST and item.response in BESIDE and not feedback.correct
    told = "" if is_left_out else reasons.why(item)
    verdict = Paragraph((*_verdict(feedback), *line(f" {told}" if told else "")))
    return Document((*head, *_answers(feedback, brevity), Paragraph(()), verdict))


def told_feedback(feedback: Feedback) -> Document:
    """Feedback for plain text, with the source and, after a mistake, the command that shows what to read."""
    item = feedback.question.item
    blocks: list[Block] = [Paragraph((*_verdict(feedback), *_in_short(feedback))), *_answers(feedback)]
    if told := reasons.why(item):
        blocks.append(Paragraph(line(told)))
    if source := reasons.source(item):
        blocks.append(Paragraph(line(Span("Source: ", "kind"), Span(source, "source"))))
    if not feedback.correct:
        blocks.append(
            Paragraph(line(Span("Read it: ", "kind"), Span(look_up_command(item.evidence_ids[0]), "command")))
        )
    return Document(tuple(blocks))


def look_up_command(fact_id: str) -> str:
    """The command that shows what a fact or quotation is about."""
    entry, dot, _ = fact_id.partition(".")
    return command("show" if dot else "quote", entry)


def _verdict(feedback: Feedback) -> Line:
    if feedback.correct:
        return line(Span("✓ ", "sign"), Span(f"Right{', nearly so written' if feedback.grade.near else ''}.", "right"))
    if feedback.passed:
        return line(Span("– ", "sign"), Span("Passed. It counts as not known.", "wrong"))
    sign, said = ("± ", "Right in part") if feedback.grade.credit else ("✗ ", "Wrong")
    if feedback.question.item.response is Response.ORDER:
        worth = f", {round(100 * feedback.grade.credit)}%" if feedback.grade.credit else ""
        return line(Span(sign, "sign"), Span(f"{said}{worth}: {_how_ordered(feedback)}", "wrong"))
    in_parts = feedback.grade.credit or feedback.question.item.response is Response.SEVERAL
    told = f": {parts_right(feedback)}" if in_parts else ""
    return line(Span(sign, "sign"), Span(f"{said}{told}.", "wrong"))


def _how_ordered(feedback: Feedback) -> str:
    """How many options are in place, and what is out of order: one option, a few pairs, or their number."""
    item = feedback.question.item
    given = feedback.said.options if isinstance(feedback.said, Chosen) else ()
    moved = set(given) - set(_in_order(item.answer, given))
    wrong = [pair for pair in combinations(given, 2) if item.answer.index(pair[0]) > item.answer.index(pair[1])]
    stands = f"{parts_right(feedback)}; "
    if len(wrong) <= FEW_PAIRS:
        named = "; ".join(f"{item.options[late]} and {item.options[early]}" for late, early in wrong)
        return f"{stands}the wrong way round: {named}."
    if len(moved) == 1:
        (option,) = moved
        return f"{stands}only {item.options[option]} is out of the row."
    return f"{stands}of {len(given) * (len(given) - 1) // 2} pairs {len(wrong)} are the wrong way round."


def _in_short(feedback: Feedback) -> Line:
    """The right answer by option number, for plain text, where the options follow."""
    item = feedback.question.item
    if feedback.correct or item.response in (Response.TYPED, Response.MATCH):
        return ()
    mark = IN_TURN if item.response is Response.ORDER else " and "
    return line(f" The answer: {mark.join(str(place + 1) for place in item.answer)}.")


def parts_right(feedback: Feedback) -> str:
    """How much of an answer was right, e.g. `1 of 3 parts`."""
    given = feedback.said.options if isinstance(feedback.said, Chosen) else ()
    return parts_in_words(feedback.question.item.response, feedback.question.item.answer, given)


def parts_in_words(response: str, right: tuple[int, ...], given: tuple[int, ...]) -> str:
    """How much of a logged answer was right, e.g. `1 of 3 parts`."""
    if response == Response.ORDER:
        stand = sum(map(int.__eq__, right, given))
        verb, place = ("stands", "its place") if stand <= 1 else ("stand", "their places")
        return f"{stand or 'none'} of {len(right)} {verb} in {place}"
    if response == Response.SEVERAL:
        found, wrong = len(set(right) & set(given)), len(set(given) - set(right))
        return f"{found} of {len(right)} found" + (f", {wrong} marked wrongly" if wrong else "")
    return f"{sum(map(int.__eq__, right, given))} of {len(right)} parts"


def _in_order(right: tuple[int, ...], given: tuple[int, ...]) -> tuple[int, ...]:
    """The largest set of options that are in the right order relative to one another."""
    sizes = range(len(given), 0, -1)
    return next(
        (some for size in sizes for some in combinations(given, size) if sorted(some, key=right.index) == [*some]), ()
    )


def _answers(feedback: Feedback, brevity: int = 0) -> Iterator[Block]:
    match feedback.question.item.response:
        case Response.ORDER:
            return _ordered(feedback, brevity)
        case Response.MATCH:
            return _matched(feedback)
        case Response.TYPED:
            return _written(feedback)
        case _:
            return _options(feedback, brevity)


def _options(feedback: Feedback, brevity: int) -> Iterator[Block]:
    """The options of a choice, in their places, with verdicts."""
    item = feedback.question.item
    given = feedback.said.options if isinstance(feedback.said, Chosen) else ()
    several = item.response is Response.SEVERAL
    for place, option in enumerate(item.options):
        right, chosen = place in item.answer, place in given
        if brevity >= WITHOUT_OTHERS and given and not (right or chosen):
            continue
        sign = "✓" if right else "✗" if chosen else " "
        said = "your answer" if chosen and not right else "right" if right else ""
        if several and right and given and not chosen:
            said = "right, but not marked"
        words = (Span(f" ({said})", "right" if right else "wrong"),) if said else ()
        is_told = (brevity < CHOSEN or chosen) and (several or not right)
        reason = _reason(item, place, in_short=brevity > 0 and not chosen) if is_told else ()
        yield Point((Span(option, "strong" if right or chosen else ""), *words, *reason), (), str(place + 1), sign)


def _reason(item: Item, place: int, *, in_short: bool) -> Line:
    """What an option is; in short a whole clause of it that fits a line, or nothing."""
    joint, words = reasons.beside(item, place)
    if in_short and words:
        words = _clause(words)
        words = f"{words}." if words and words[-1].isalnum() else words
    return line(f"{joint}{words}") if words else ()


def _clause(words: str) -> str:
    """The first sentence, or its longest clause, that fits a line; nothing of one whose other half tells against it."""
    told = first_sentence(words)
    cut = (each.text for each in clauses(told) if each.is_whole and not _AGAINST.search(told[len(each.text) :]))
    return max((each for each in (told, *cut) if cells(each) <= ONE_LINE), key=len, default="")


def _ordered(feedback: Feedback, brevity: int) -> Iterator[Block]:
    """The options in the right order, each with its original number."""
    item = feedback.question.item
    given = feedback.said.options if isinstance(feedback.said, Chosen) else item.answer
    for number, place in enumerate(item.answer):
        yours = given.index(place)
        sign = " " if feedback.passed else "✓" if yours == number else "✗"
        mistake = Span(misplaced(number, yours), "wrong")
        when = reasons.date_beside(item, place)
        reason = line(Span(f": {when}", "date")) if when else _reason(item, place, in_short=brevity > 0)
        is_told = when and brevity < CHOSEN and (yours != number or not brevity)
        gist = reasons.gist_beside(item, place) if is_told else ""
        notes = (line(Span(gist, "note")),) if gist else ()
        yield Point((Span(item.options[place], "strong"), *reason, *line(mistake)), notes, str(place + 1), sign)


def _matched(feedback: Feedback) -> Iterator[Block]:
    """Each prompt with its right option, and the wrong one given."""
    item = feedback.question.item
    given = feedback.said.options if isinstance(feedback.said, Chosen) else item.answer
    for number, (prompt, place) in enumerate(zip(item.prompts, item.answer, strict=True)):
        wrong = given[number] != place
        sign = " " if feedback.passed else "✗" if wrong else "✓"
        mistake = Span(f" (you said: {item.options[given[number]]})" if wrong else "", "wrong")
        told = line(f"{prompt}: ", Span(item.options[place], "strong"), mistake)
        yield Point(told, (), string.ascii_lowercase[number], sign)


def _written(feedback: Feedback) -> Iterator[Block]:
    """What was typed, and the right answer."""
    item = feedback.question.item
    told = " (right)"
    if isinstance(feedback.said, Written):
        if not feedback.correct:
            told_of_it = mistake_in(item, feedback.said.text)
            reason = line(f": {told_of_it}") if told_of_it else ()
            yield Point((*line(feedback.said.text, Span(" (your answer)", "wrong")), *reason), (), "", "✗")
        if feedback.grade.near:
            told = f" (you wrote: {feedback.said.text.strip()})"
    yield Point(line(Span(item.key, "strong"), Span(told, "right")), (), "", "✓")
