"""Moodle XML: https://docs.moodle.org/en/Moodle_XML_format"""

import re
from collections.abc import Iterator

from trotskyism_cli.imports.answers.numbers import numbers_accepted
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Match,
    Order,
    Reading,
    Typed,
    Unfit,
    bare_note,
    matched,
    tagged,
    tidy,
    true_or_false,
    typed,
)
from trotskyism_cli.imports.markup import from_html, from_markdown, has_picture
from trotskyism_cli.imports.platforms.moodle_cloze import one_gap
from trotskyism_cli.imports.safe_xml import Element, parsed
from trotskyism_cli.imports.sentences import (
    ANY_LETTERS,
    NO_TRUTH,
    NOTHING_TAKEN,
    PICTURE_LOST,
    WEIGHED_ALIKE,
    WRITE_OUT,
    not_told,
    some_of_order,
)

LONGEST_NAME = 60  # characters of a question's name in reports
_FULL = 99.99  # percent; three thirds add up to slightly less than 100
_OTHERS = {
    "description": "a description without answers",
    "essay": "an essay",
    "random": "a place for any question of a category",
}


def read_moodle_xml(data: bytes, name: str) -> Reading:
    """Read a file's questions, in order; UnreadableError if it is not XML."""
    reading = Reading()
    category = ""
    elements = list(parsed(data, name).children("question"))
    _name_those_of_one_line([each for each in elements if each.get("type") != "category"], reading)
    for element in elements:
        if element.get("type") == "category":
            path = re.split(r"(?<!/)/(?!/)", element.text_of("category", "text"))
            category = "" if path == ["top"] else tidy(path[-1].replace("//", "/"))
            continue
        changes: list[str] = []
        with reading.leaving_out(element.line):
            reading.questions.append(_question(element, category, changes))
            for what in dict.fromkeys(changes):
                reading.change(element.line, what)
    return reading


def _name_those_of_one_line(questions: list[Element], reading: Reading) -> None:
    """If questions share a line, number them all instead, and give each a name for reports."""
    if len({each.line for each in questions}) == len(questions):
        return
    for number, element in enumerate(questions, start=1):
        element.line = number
        said = from_html(element.text_of("name", "text")) or _shown(element.first("questiontext"), [])
        name = said if len(said) <= LONGEST_NAME else f"{said[:LONGEST_NAME].rstrip()}…"
        reading.items[number] = f"question {number}, “{name}”" if name else f"question {number}"


def _question(element: Element, category: str, changes: list[str]) -> ForeignQuestion:
    told: list[str] = [_shown(element.first("generalfeedback"), changes)]
    stem = _shown(element.first("questiontext"), changes)
    if element.get("type") in ("cloze", "multianswer"):
        stem, answer = one_gap(element.text_of("questiontext", "text"), changes)
    else:
        answer = _answer(element, told, changes)
    changes += _lost(element)
    return ForeignQuestion(
        line=element.line,
        stem=stem,
        answer=answer,
        category=category,
        explanation=" ".join(dict.fromkeys(filter(None, told))),
        own_id=element.text_of("idnumber"),
        tags=_tags(element),
    )


def _order(element: Element, changes: list[str]) -> Order:
    """An order; Moodle keeps the things in the right order, but may ask for only some at a time."""
    things = tuple(_shown(each, changes) for each in element.children("answer"))
    some = element.text_of("selecttype") or element.text_of("logical")
    count = element.text_of("selectcount") or element.text_of("studentsee")
    if some.upper() in ("RANDOM", "CONTIGUOUS", "1", "2") and count.isdecimal() and int(count) < len(things):
        changes.append(some_of_order(count, len(things)))
    return Order(things)


def _tags(element: Element) -> tuple[str, ...]:
    """The tags, without those that only repeat our own id (kind and difficulty)."""
    listed = element.first("tags")
    tags = [each.text_of("text") for each in listed.children("tag")] if listed else []
    return tagged(tags, element.text_of("idnumber"))


def _lost(element: Element) -> Iterator[str]:
    """Notes on what a pack cannot keep."""
    for name, whom in (
        ("correctfeedback", "right"),
        ("partiallycorrectfeedback", "right in part"),
        ("incorrectfeedback", "wrong"),
    ):
        said = _shown(element.first(name), [])
        if said and not said.startswith("Your answer is "):  # Moodle's default text
            yield f"what is said to those who are {whom} was left out: “{said}”"
    if any(_shown(each, []) for each in element.children("hint")):
        yield "its hints were left out"
    if element.text_of("hidden") == "1":
        yield "it is hidden in Moodle, as old or not ready; see that it is to be asked"
    if element.text_of("usecase") == "1":
        yield "capitals counted; here they do not"


def _shown(element: Element | None, changes: list[str]) -> str:
    """The text of an element, converted from its declared format."""
    if element is None:
        return ""
    text = element.text_of("text") if element.first("text") else ""
    form = element.get("format", "html")
    if form in ("html", "moodle_auto_format") and has_picture(text):
        changes.append(PICTURE_LOST)
    if form == "markdown":
        return from_markdown(text)
    return tidy(text) if form == "plain_text" else from_html(text)


def _answer(element: Element, told: list[str], changes: list[str]) -> Answer:
    match element.get("type"):
        case "multichoice" | "oumultiresponse":
            return _choice(element, changes)
        case "truefalse":
            return _truth(element, changes)
        case "shortanswer":
            return _written(element, told, changes)
        case "numerical":
            return _number(element, told, changes)
        case "matching" | "match":
            return _pairs(element, changes)
        case "ordering":
            return _order(element, changes)
        case "description" | "essay" as kind:
            raise Unfit(_OTHERS[kind], "nothing needs to be done, unless it can be marked")
        case kind:
            what = _OTHERS.get(kind, f"a question of the kind “{kind}”, which a pack has not")
            raise Unfit(what, "ask it as a choice, or leave it out")


def _fraction(answer: Element) -> float:
    try:
        return float(answer.get("fraction", "0").replace(",", "."))
    except ValueError:
        raise Unfit(f"the fraction “{answer.get('fraction')[:20]}” is not a number", "write one") from None


def _choice(element: Element, changes: list[str]) -> Choice:
    several = element.text_of("single").casefold() in ("false", "0") or element.get("type") == "oumultiresponse"
    options = []
    weights = set()
    for answer in element.children("answer"):
        text, fraction = _shown(answer, changes), _fraction(answer)
        if several and answer.first("correctanswer"):
            fraction = 100.0 * (answer.text_of("correctanswer") == "1")
        right = fraction > 0 if several else fraction >= _FULL
        weights |= {round(fraction)} if right else set()
        credit = 0 if right or several else max(0, round(fraction))
        note = bare_note(text, _shown(answer.first("feedback"), changes))
        options.append(ForeignOption(text, right, note, credit))
        if fraction < 0 and not several:
            changes.append(NOTHING_TAKEN)
    if several and len(weights) > 1:
        changes.append(WEIGHED_ALIKE)
    many = not several and sum(option.right for option in options) > 1
    if many:
        changes.append("more than one option earns the whole mark, and any was right; here all are wanted")
        options = [ForeignOption(each.text, each.right, each.note) for each in options]
    return Choice(tuple(options), several or many)


def _truth(element: Element, changes: list[str]) -> Choice:
    answers = {answer.text_of("text").casefold(): answer for answer in element.children("answer")}
    right = [text for text, answer in answers.items() if _fraction(answer) >= _FULL]
    if len(right) != 1 or right[0] not in ("true", "false"):
        raise Unfit(NO_TRUTH, "give one of true and false 100 percent")
    notes = {text: _shown(answer.first("feedback"), changes) for text, answer in answers.items()}
    return true_or_false(answer=right[0] == "true", if_true=notes.get("true", ""), if_false=notes.get("false", ""))


def _full(element: Element, told: list[str], changes: list[str]) -> list[Element]:
    """The answers that earn the full mark; their feedback is kept, that of others is reported."""
    full = []
    for answer in element.children("answer"):
        said = _shown(answer.first("feedback"), changes)
        fraction, text = _fraction(answer), answer.text_of("text")
        if fraction >= _FULL:
            full.append(answer)
            told.append(said)
            continue
        if fraction > 0:
            changes.append(f"“{text}” earned {fraction:g} % and is no longer accepted")
        if said:
            changes.append(not_told(text, said))
    if not full:
        raise Unfit("no answer is wholly right", "give one 100 percent")
    return full


def _written(element: Element, told: list[str], changes: list[str]) -> Typed:
    texts = [_shown(answer, changes) for answer in _full(element, told, changes)]
    bare = [text.replace("\\*", "\0") for text in texts]
    if any("*" in text for text in bare):
        raise Unfit(ANY_LETTERS, WRITE_OUT)
    return typed([text.replace("\0", "*") for text in bare])


def _number(element: Element, told: list[str], changes: list[str]) -> Typed:
    accepted: list[str] = []
    for answer in _full(element, told, changes):
        accepted += numbers_accepted(answer.text_of("text"), answer.text_of("tolerance") or "0")
    if next(element.all("unit"), None):
        changes.append("the number is asked for without its unit")
    return Typed(tuple(dict.fromkeys(accepted)))


def _pairs(element: Element, changes: list[str]) -> Match:
    pairs = []
    spare = []
    for each in element.children("subquestion"):
        prompt, answer = _shown(each, changes), from_html(each.text_of("answer", "text"))
        if prompt:
            pairs.append((prompt, answer))
        elif answer:
            spare.append(answer)
    return matched(pairs, spare)
