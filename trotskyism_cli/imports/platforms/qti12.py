"""QTI 1.2 as written by Canvas, Respondus and text2qti: https://www.imsglobal.org/question/qtiv1p2/imsqti_litev1p2.html

The right answers are those to which the response processing gives points.
"""

from collections import defaultdict

from trotskyism_cli.imports.answers.numbers import numbers_accepted
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Match,
    Typed,
    Unfit,
    bare_note,
    matched,
    tidy,
    typed,
)
from trotskyism_cli.imports.markup import from_html, has_picture
from trotskyism_cli.imports.safe_xml import Element
from trotskyism_cli.imports.sentences import NO_ANSWERS, PICTURE_LOST

_LEAST_PART = 0.1  # share of the highest mark; less may be points on another scale


def question_of(item: Element, number: int, category: str, changes: list[str]) -> ForeignQuestion:
    """The question of an `item`; Unfit if a pack cannot ask it."""
    presentation = item.first("presentation")
    if presentation is None:
        raise Unfit("an item without a presentation", "export it anew")
    labels = [each.text.strip() for each in item.all("fieldentry")]
    asked = list(presentation.all("response_lid", "response_str", "response_num", "response_xy", "response_grp"))
    stem = " ".join(_shown(each, changes) for each in _own_materials(presentation))
    notes = {each.get("ident"): _shown(each, []) for each in item.children("itemfeedback")}
    if not asked:
        raise Unfit(*NO_ANSWERS)
    conditions = [_Condition(each) for each in item.all("respcondition")]
    highest = [each.get("maxvalue") for each in item.all("decvar") if _is_score(each)]
    answer = _answer(asked, conditions, notes, labels, highest, changes)
    by_option = isinstance(answer, Choice)
    used = {name for condition in conditions if by_option and condition.values for name in condition.feedback}
    told = dict.fromkeys(note for name, note in notes.items() if note and name not in used)
    return ForeignQuestion(number, tidy(stem), answer, category, " ".join(told), item.get("ident"))


def _own_materials(presentation: Element) -> list[Element]:
    """The materials before the answers, i.e. outside all responses."""
    inside = {
        id(material)
        for response in presentation.all("response_lid", "response_str", "response_num", "response_grp")
        for material in response.all("material")
    }
    return [each for each in presentation.all("material") if id(each) not in inside]


def _shown(element: Element, changes: list[str]) -> str:
    """The texts of the materials in an element."""
    shown = []
    for text in element.all("mattext", "mat_formattedtext"):
        nested = any(text.children())
        said = text.markup() if nested else text.text
        markup = nested or text.get("texttype") == "text/html" or text.get("type") == "HTML"
        if markup and has_picture(said):
            changes.append(PICTURE_LOST)
        shown.append(from_html(said) if markup else tidy(said))
    if next(element.all("matimage", "mataudio", "matvideo"), None):
        changes.append(PICTURE_LOST)
    return " ".join(shown)


class _Condition:
    """A condition of the response processing: required values by response, points, and feedback."""

    def __init__(self, element: Element) -> None:
        self.values: dict[str, list[str]] = defaultdict(list)
        self.least: dict[str, str] = {}
        self.most: dict[str, str] = {}
        variables = element.first("conditionvar")
        negated = list(variables.all("not")) if variables else []
        for each in negated:
            each.parts.clear()  # negated conditions name wrong answers
        self.negated = bool(negated)
        if variables:
            for each in variables.all("varequal"):
                self.values[each.get("respident")].append(each.text.strip())
            self.least = {each.get("respident"): each.text.strip() for each in variables.all("vargte", "vargt")}
            self.most = {each.get("respident"): each.text.strip() for each in variables.all("varlte", "varlt")}
        self.feedback = [each.get("linkrefid") for each in element.children("displayfeedback")]
        self.points = sum(_points(each) for each in element.children("setvar") if _is_score(each))
        self.any_will_do = any(len(list(each.children("varequal"))) > 1 for each in element.all("or"))


def _is_score(setvar: Element) -> bool:
    """Return whether a variable is the mark, judging by its name; others count e.g. hints."""
    name = (setvar.get("varname") or setvar.get("variablename")).casefold()
    return not name or name in ("que_score", "d2l_correct", "d2l_incorrect") or "score" in name or "grade" in name


def _points(setvar: Element) -> float:
    if setvar.text.strip() == "SCORE.max":  # Blackboard's full mark
        return 100
    try:
        points = float(setvar.text.strip() or "0")
    except ValueError:
        raise Unfit("points that are no number", "write one") from None
    return -points if setvar.get("action") == "Subtract" else points


def _answer(
    asked: list[Element],
    conditions: list[_Condition],
    notes: dict[str, str],
    labels: list[str],
    highest: list[str],
    changes: list[str],
) -> Answer:
    if asked[0].name in ("response_str", "response_num"):
        if len(asked) > 1:
            raise Unfit(f"{len(asked)} gaps in one question", "ask for each alone")
        return _typed(conditions, labels, changes)
    if any(each.name != "response_lid" for each in asked):
        raise Unfit("a question on a picture, or of a kind which a pack has not", "ask it as a choice")
    if len(asked) > 1:
        return _pairs(asked, conditions, labels)
    return _choice(asked[0], conditions, notes, highest, changes)


def _choice(
    response: Element, conditions: list[_Condition], notes: dict[str, str], highest: list[str], changes: list[str]
) -> Choice:
    name = response.get("ident")
    several = response.get("rcardinality", "Single").casefold() == "multiple"
    worth: dict[str, float] = defaultdict(float)
    told: dict[str, str] = {}
    for condition in conditions:
        for value in condition.values.get(name, ()):
            worth[value] = max(worth[value], condition.points)
            if len(condition.values[name]) == 1:
                said = [notes[each] for each in condition.feedback if each in notes]
                told[value] = " ".join(dict.fromkeys([*filter(None, [told.get(value)]), *said]))
        if several and condition.any_will_do and condition.points > 0:
            changes.append("any of the right options was enough; here all are wanted")
    most = max(worth.values(), default=0)
    idents = {label.get("ident") for label in response.all("response_label")}
    if most > 0 and not any(worth[ident] == most for ident in idents):
        raise Unfit("the right answer is none of the options", "name one that is")
    whole = max((float(each) for each in highest if each.replace(".", "", 1).isdecimal()), default=0)
    if not several and whole * _LEAST_PART <= most < whole:
        raise Unfit(f"no option earns the whole mark, the best {most:g} of {whole:g}", "let one be wholly right")
    if most <= 0 and any(condition.negated and condition.points > 0 for condition in conditions):
        raise Unfit("of the options is said only which is not right", "name the right one")
    options = []
    for label in response.all("response_label"):
        ident = label.get("ident")
        text = _shown(label, changes)
        right = most > 0 and (worth[ident] > 0 if several else worth[ident] == most)
        credit = 0 if right or several or most <= 0 else max(0, round(100 * worth[ident] / most))
        options.append(ForeignOption(text, right, bare_note(text, told.get(ident, "")), credit))
    return Choice(tuple(options), several)


def _typed(conditions: list[_Condition], labels: list[str], changes: list[str]) -> Typed:
    most = max((condition.points for condition in conditions), default=0)
    full = [condition for condition in conditions if condition.points == most > 0]
    if not full:
        raise Unfit("an essay, or an answer of which is not said when it is right", "write answers that are")
    if any(0 < condition.points < most for condition in conditions):
        changes.append("answers that earned a part of the mark are no longer accepted")
    texts = [value for condition in full for values in condition.values.values() for value in values]
    ranges = [
        each
        for condition in full
        for name in condition.least.keys() & condition.most.keys()
        for each in numbers_accepted(low=condition.least[name], high=condition.most[name])
    ]
    if "numerical_question" in labels or (ranges and not texts):
        exact = [each for text in texts for each in numbers_accepted(text)]
        return Typed(tuple(dict.fromkeys([*exact, *(each for each in ranges if exact == [] or ".." in each)])))
    return typed(texts)


def _pairs(asked: list[Element], conditions: list[_Condition], labels: list[str]) -> Match:
    if "matching_question" not in labels and len({_offered(each) for each in asked}) > 1:
        raise Unfit(f"{len(asked)} choices in one question", "ask each alone")
    pairs = []
    answers: dict[str, str] = {}
    for each in asked:
        right = {
            value
            for condition in conditions
            if condition.points > 0
            for value in condition.values.get(each.get("ident"), ())
        }
        offered = {label.get("ident"): _shown(label, []) for label in each.all("response_label")}
        if len(right) != 1 or not right <= offered.keys():
            raise Unfit("not one right answer for each prompt", "say which belongs to which")
        material = each.first("material")
        answers |= offered
        pairs.append((_shown(material, []) if material else "", offered[right.pop()]))
    return matched(pairs, answers.values())


def _offered(response: Element) -> tuple[str, ...]:
    return tuple(label.get("ident") for label in response.all("response_label"))
