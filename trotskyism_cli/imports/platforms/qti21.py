"""QTI 2.1 and 2.2 (3.0 after conversion by `qti3`), one file per question.

https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html

The key is `correctResponse` or, without it, the mapping; partial credit is kept.
"""

from trotskyism_cli.imports.answers.cards import GAP
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
    typed,
)
from trotskyism_cli.imports.markup import from_html, has_picture
from trotskyism_cli.imports.safe_xml import Element
from trotskyism_cli.imports.sentences import NOT_MARKED, PICTURE_LOST

_INTERACTIONS = (
    *("choiceInteraction", "textEntryInteraction", "matchInteraction", "orderInteraction", "extendedTextInteraction"),
    *("inlineChoiceInteraction", "gapMatchInteraction", "associateInteraction", "hottextInteraction"),
    *("hotspotInteraction", "graphicOrderInteraction", "sliderInteraction", "uploadInteraction", "drawingInteraction"),
    *("selectPointInteraction", "positionObjectInteraction", "mediaInteraction", "customInteraction"),
    *("graphicAssociateInteraction", "graphicGapMatchInteraction", "endAttemptInteraction"),
)
_IN_A_SENTENCE = ("textEntryInteraction", "inlineChoiceInteraction")


def question_of(item: Element, number: int, category: str, changes: list[str]) -> ForeignQuestion:
    """The question of an `assessmentItem`; Unfit if a pack cannot ask it."""
    body = item.first("itemBody")
    interactions = list(body.all(*_INTERACTIONS)) if body else []
    if body is None or not interactions:
        raise Unfit("nothing to answer", "nothing needs to be done, unless it is a question")
    if len(interactions) > 1:
        raise Unfit(f"{len(interactions)} questions in one", "give each an item of its own")
    if has_picture(body.markup("mathml")):
        changes.append(PICTURE_LOST)
    (interaction,) = interactions
    if interaction.name in ("extendedTextInteraction", "uploadInteraction"):
        raise Unfit(*NOT_MARKED)
    if next(body.all("printedVariable"), None):
        raise Unfit("a question whose numbers are drawn anew each time", "write these numbers into it")
    key = _Key(item, interaction.get("responseIdentifier", "RESPONSE"))
    _check_processing(item, key)
    stem = from_html(_stem(body, interaction))
    notes = {each.get("identifier"): from_html(each.markup()) for each in item.children("modalFeedback")}
    answer = _answer(interaction, key, notes, changes)
    used = {each.get("identifier") for each in interaction.all("simpleChoice")}
    told = [note for name, note in notes.items() if name not in used]
    return ForeignQuestion(
        line=number,
        stem=stem.strip(GAP + " ") if stem.endswith(GAP) and isinstance(answer, Typed) else stem,
        answer=answer,
        category=category,
        explanation=" ".join(dict.fromkeys(filter(None, told))),
        own_id=item.get("identifier"),
    )


def _stem(here: Element, interaction: Element) -> str:
    """The text around the interaction, with its prompt, or a gap if it stands within a sentence."""
    written = []
    for part in here.parts:
        if part is interaction:
            prompt = interaction.first("prompt")
            gap = GAP if interaction.name in _IN_A_SENTENCE else ""
            written.append(f" {gap if prompt is None else prompt.markup()} ")
        elif isinstance(part, Element):
            if part.name == "rubricBlock" and "candidate" not in part.get("view", "candidate"):
                continue  # addressed to markers or teachers
            inner = _stem(part, interaction)
            # a QTI element, not an HTML one
            name = "div" if any(letter.isupper() for letter in part.name) else part.name
            written.append(f"<{name}>{inner}</{name}>")
        else:
            written.append(part.replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(written)


class _Key:
    """The declaration of a response: the right values, and the share of the mark for each value."""

    def __init__(self, item: Element, name: str) -> None:
        declared = next((each for each in item.children("responseDeclaration") if each.get("identifier") == name), None)
        if declared is None:
            raise Unfit("no right answer is declared", "declare one")
        correct = declared.first("correctResponse")
        self.right = [value.text.strip() for value in correct.children("value")] if correct else []
        self.several = declared.get("cardinality") != "single"
        self.number = declared.get("baseType") in ("integer", "float")
        mapping = declared.first("mapping")
        self.worth = {entry.get("mapKey"): _number(entry) for entry in mapping.children("mapEntry")} if mapping else {}
        most = max(self.worth.values(), default=0)
        if not self.right and most > 0:
            self.right = [value for value, worth in self.worth.items() if worth == most or (self.several and worth > 0)]
        if not self.right:
            raise Unfit("no right answer is declared", "declare one")
        self.share = {value: worth / most for value, worth in self.worth.items()} if most > 0 else {}
        best = {value for value, share in self.share.items() if share == 1 or (self.several and share > 0)}
        if best and (not best & {*self.right} or (self.several and best != {*self.right})):
            told = "its correctResponse and its mapping name different answers as right"
            raise Unfit(told, "let both say the same")


def _check_processing(item: Element, key: _Key) -> None:
    """Raise Unfit if the response processing gives the mark for something other than the declared key."""
    named: set[str] = set()
    for branch in item.all("responseIf", "responseElseIf"):
        outcomes = [each for each in branch.children("setOutcomeValue") if each.get("identifier") == "SCORE"]
        if not any(_is_positive(each) for each in outcomes):
            continue
        tests = [each for each in branch.children() if each.name != "setOutcomeValue"]
        if any(
            next(each.all("correct"), None) for test in tests for each in (test, *test.all("not")) if each.name == "not"
        ):
            raise Unfit("its response processing gives points for what is not right", "let it give them for what is")
        named |= {
            each.text.strip()
            for test in tests
            for each in test.all("baseValue")
            if each.get("baseType") == "identifier"
        }
    if named and not named & {*key.right}:
        told = "its response processing gives points for another answer than its correctResponse"
        raise Unfit(told, "let both say the same")


def _is_positive(outcome: Element) -> bool:
    value = outcome.text_of("baseValue")
    return not value or (value.strip("+0.") != "" and not value.startswith("-"))


def _number(entry: Element) -> float:
    try:
        return float(entry.get("mappedValue", "0"))
    except ValueError:
        raise Unfit("a mapped value that is no number", "write one") from None


def _answer(interaction: Element, key: _Key, notes: dict[str, str], changes: list[str]) -> Answer:
    match interaction.name:
        case "choiceInteraction":
            return _choice(interaction, key, notes)
        case "textEntryInteraction":
            whole = [value for value, share in key.share.items() if share == 1]
            part = [value for value, share in key.share.items() if 0 < share < 1]
            changes += [f"“{value}” earned a part of the mark and is no longer accepted" for value in part]
            return typed(list(dict.fromkeys([*key.right[:1], *whole])))
        case "matchInteraction":
            return _pairs(interaction, key)
        case "orderInteraction":
            return _order(interaction, key)
        case other:
            kind = other.removesuffix("Interaction")
            raise Unfit(f"a question of the kind “{kind}”, which a pack has not", "ask it as a choice")


def _choice(interaction: Element, key: _Key, notes: dict[str, str]) -> Choice:
    options = []
    names = set()
    for each in interaction.children("simpleChoice"):
        name = each.get("identifier")
        names.add(name)
        text = from_html(each.markup("feedbackInline"))
        inline = " ".join(from_html(note.markup()) for note in each.children("feedbackInline"))
        right = name in key.right
        credit = 0 if right or key.several else max(0, min(99, round(100 * key.share.get(name, 0))))
        options.append(ForeignOption(text, right, bare_note(text, inline or notes.get(name, "")), credit))
    if not names.issuperset(key.right):
        raise Unfit("the right answer is none of the options", "declare one that is")
    return Choice(tuple(options), several=key.several)


def _order(interaction: Element, key: _Key) -> Order:
    texts = {each.get("identifier"): from_html(each.markup()) for each in interaction.children("simpleChoice")}
    if sorted(key.right) != sorted(texts):
        raise Unfit("an order in which not each thing has one place", "declare each of them once")
    return Order(tuple(texts[name] for name in key.right))


def _pairs(interaction: Element, key: _Key) -> Match:
    sets = [
        {each.get("identifier"): from_html(each.markup()) for each in group.children("simpleAssociableChoice")}
        for group in interaction.children("simpleMatchSet")
    ]
    if len(sets) != 2:
        raise Unfit("not two sets to match", "write two")
    prompts, answers = sets
    named = [value.split() for value in key.right]
    if not all(len(pair) == 2 and pair[0] in prompts and pair[1] in answers for pair in named):
        raise Unfit("pairs of what is not there", "declare pairs of the two sets")
    if sorted(first for first, _ in named) != sorted(prompts):
        raise Unfit("not one answer for each prompt", "declare one pair for each")
    pairs = tuple((prompts[first], answers[second]) for first, second in named)
    used = {second for _, second in named}
    return Match(pairs, tuple(text for name, text in answers.items() if name not in used))
