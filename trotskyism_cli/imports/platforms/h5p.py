"""H5P packages (.h5p): zip archives whose `content/content.json` has questions, possibly nested.

Each piece of content names its library and has the parameters described by that library's `semantics.json`:
https://h5p.org/semantics
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from trotskyism_cli.imports.answers.cards import GAP, MOST_GAPS
from trotskyism_cli.imports.archives import Archive
from trotskyism_cli.imports.foreign import (
    Choice,
    ForeignOption,
    ForeignQuestion,
    Reading,
    Typed,
    Unfit,
    UnreadableError,
    bare_note,
    true_or_false,
    typed,
)
from trotskyism_cli.imports.markup import from_html, has_picture
from trotskyism_cli.imports.sentences import NO_TRUTH, PICTURE_LOST

HEAD, CONTENT = "h5p.json", "content/content.json"
_GAP = re.compile(r"\*([^*]+)\*")
_SAID_AFTER = re.compile(r"\\[+-].*", re.DOTALL)  # feedback within a gap of DragText
_NO_QUESTIONS = frozenset(
    """AdvancedText Text Image Audio Video Table Link IFrameEmbed Accordion Shape Nil GoToQuestion Collage ImageHotspots
    Timeline Chart AudioRecorder ExportableTextArea DocumentExportPage TextInputField""".split()
)
_CONTAINERS = frozenset(
    """QuestionSet Column InteractiveBook CoursePresentation InteractiveVideo BranchingScenario Questionnaire Row
    RowColumn PageGroup MiniCourse ImpressivePresentation ThreeImage""".split()
)
Record = dict[str, Any]  # JSON from outside; any part may be missing or of another type
Made = Iterator[ForeignQuestion | Unfit]


def read_h5p(data: bytes, name: str) -> Reading:
    """Read a package's questions, in order; UnreadableError if it is not one.

    They have no lines and are numbered instead.
    """
    archive = Archive(data, name)
    head, content = _json(archive, HEAD), _json(archive, CONTENT)
    title = _shown(head, "title")
    whole = {"library": head.get("mainLibrary"), "params": content}
    reading = Reading()
    number = 0
    for kind, record in _contents(whole):
        for made in _questions(kind, record):
            number += 1
            if isinstance(made, Unfit):
                reading.leave(number, made)
                continue
            reading.questions.append(replace(made, line=number, category=title))
            if _shows_more(record):
                reading.change(number, PICTURE_LOST)
            for told in _not_shown(kind, record, made):
                reading.change(number, told)
            if kind == "DragText":
                reading.change(number, "its words were to be dragged to their places; here they are typed")
    if not number:
        raise UnreadableError(f"{name} has no questions of H5P.")
    return reading


def is_h5p(names: list[str]) -> bool:
    """Return whether an archive with these members is H5P content."""
    return HEAD in names and CONTENT in names


def _json(archive: Archive, member: str) -> Record:
    try:
        found = json.loads(archive.read(member))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{member}: not JSON: {error}.") from None
    if not isinstance(found, dict):
        raise UnreadableError(f"{member}: no content of H5P.")
    return found


def _contents(whole: Record) -> Iterator[tuple[str, Record]]:
    """All pieces of content that may be questions, in order: kind and record."""
    left: list[Any] = [whole]
    while left:
        here = left.pop()
        if isinstance(here, list):
            left += reversed(here)
        elif isinstance(here, dict):
            params = here.get("params")
            kind = str(here.get("library") or "").partition(" ")[0].removeprefix("H5P.")
            if not kind or not isinstance(params, dict):
                left += reversed(here.values())
            elif kind in _CONTAINERS:
                left.append(params)
            elif kind not in _NO_QUESTIONS:
                yield kind, here


def _questions(kind: str, record: Record) -> Made:
    read = _READERS.get(kind)
    if read is None:
        yield Unfit(f"a question of the kind “{kind}”, which a pack has not", "ask it as a choice, or leave it out")
        return
    yield from read(record["params"], _own_id(record))


def _choice(params: Record, own_id: str) -> Made:
    answers = _records(params, "answers")
    options = []
    for each in answers:
        text = _shown(each, "text")
        said = each.get("tipsAndFeedback")
        note = _shown(said if isinstance(said, dict) else each, "chosenFeedback")
        options.append(ForeignOption(text, each.get("correct") in (True, "true"), bare_note(text, note)))
    kind = _record(params, "behaviour").get("type")
    several = kind == "multi" or params.get("singleAnswer") is False or sum(option.right for option in options) > 1
    yield ForeignQuestion(0, _shown(params, "question"), Choice(tuple(options), several), own_id=own_id)


def _truth(params: Record, own_id: str) -> Made:
    right = str(params.get("correct")).casefold()
    if right not in ("true", "false"):
        yield Unfit(NO_TRUTH, "choose one of the two")
        return
    said = _record(params, "behaviour")
    good, bad = _shown(said, "feedbackOnCorrect"), _shown(said, "feedbackOnWrong")
    true = right == "true"
    answer = true_or_false(answer=true, if_true=good if true else bad, if_false=bad if true else good)
    yield ForeignQuestion(0, _shown(params, "question"), answer, own_id=own_id)


def _first_is_right(stem: str, texts: list[str], own_id: str) -> ForeignQuestion:
    options = tuple(ForeignOption(text, place == 0) for place, text in enumerate(texts))
    return ForeignQuestion(0, stem, Choice(options), own_id=own_id)


def _choices(params: Record, own_id: str) -> Made:
    """A single choice set, in which the first answer of each question is right."""
    del own_id
    for each in _records(params, "choices"):
        yield _first_is_right(_shown(each, "question"), _texts(each, "answers"), _own_id(each))


def _summary(params: Record, own_id: str) -> Made:
    """A summary, in which the first statement of each set is right."""
    stem = _shown(params, "intro") or "Which statement is right?"
    for place, each in enumerate(_records(params, "summaries"), start=1):
        yield _first_is_right(stem, _texts(each, "summary"), _own_id(each) or _id_of_part(own_id, place))


def _blanks(params: Record, own_id: str) -> Made:
    yield from _gaps(_shown(params, "text"), _texts(params, "questions"), own_id)


def _dragged(params: Record, own_id: str) -> Made:
    lines = str(params.get("textField") or "").splitlines()
    yield from _gaps(_shown(params, "taskDescription"), list(map(from_html, lines)), own_id)


def _gaps(task: str, lines: list[str], own_id: str) -> Made:
    """A question for each gap, `*answer/another:a tip*`, with the line's other gaps filled."""
    count = 0
    for line in lines:
        for found in list(_GAP.finditer(line))[:MOST_GAPS]:
            before, after = (_GAP.sub(_filled, part) for part in (line[: found.start()], line[found.end() :]))
            stem = f"{before}{GAP}{after}"
            bare = stem if re.search(r"[^\W_]", before + after) else f"{task} {stem}".strip()
            count += 1
            yield _typed(bare, _accepted(found), _id_of_part(own_id, count))
    if not count:
        yield Unfit("a text without a gap", "put what is asked for between *stars*")


def _typed(stem: str, accepted: list[str], own_id: str) -> ForeignQuestion | Unfit:
    try:
        return ForeignQuestion(0, stem, typed(accepted), own_id=own_id)
    except Unfit as unfit:
        return unfit


def _accepted(found: re.Match[str]) -> list[str]:
    answers = _SAID_AFTER.sub("", found[1]).partition(":")[0]
    return [each.strip() for each in answers.split("/")]


def _filled(found: re.Match[str]) -> str:
    return _accepted(found)[0]


def _flashcards(params: Record, own_id: str) -> Made:
    r"""Cards with typed answers; `/` separates alternatives unless escaped as `\\/`."""
    for each in _cards(params, own_id):
        if isinstance(each, ForeignQuestion) and isinstance(each.answer, Typed):
            parts = (part.replace("\\/", "/") for part in re.split(r"(?<!\\)/", each.answer.accepted[0]))
            yield replace(each, answer=typed(list(parts)))
        else:
            yield each


def _cards(params: Record, own_id: str) -> Made:
    """Two-sided cards, and the words of a crossword."""
    del own_id
    found = [*_records(params, "cards"), *_records(params, "dialogs"), *_records(params, "words")]
    if not found:
        yield Unfit("cards without text", "write both sides")
    for each in found:
        front = _shown(each, "clue") or _shown(each, "text")
        yield _typed(front, [_shown(each, "answer")], _own_id(each))


_READERS: dict[str, Callable[[Record, str], Made]] = {
    "MultiChoice": _choice,
    "TrueFalse": _truth,
    "SingleChoiceSet": _choices,
    "Summary": _summary,
    "Blanks": _blanks,
    "AdvancedBlanks": _blanks,
    "DragText": _dragged,
    "Flashcards": _flashcards,
    "Dialogcards": _cards,
    "Crossword": _cards,
}


def _record(record: Record, name: str) -> Record:
    found = record.get(name)
    return found if isinstance(found, dict) else {}


def _records(record: Record, name: str) -> list[Record]:
    found = record.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _texts(record: Record, name: str) -> list[str]:
    found = record.get(name)
    return [from_html(each) for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _shown(record: Record, name: str) -> str:
    found = record.get(name)
    return from_html(found) if isinstance(found, str) else ""


def _own_id(record: Record) -> str:
    return str(record.get("subContentId") or "")


def _id_of_part(own_id: str, number: int) -> str:
    """The id of one of several questions in a piece of content; empty if that has none."""
    return f"{own_id}-{number}" if own_id else ""


def _not_shown(kind: str, record: Record, made: ForeignQuestion) -> Iterator[str]:
    """Notes on what the content says or wants that the question does not."""
    params = record["params"]
    task = _shown(params, {"Blanks": "text", "AdvancedBlanks": "text", "DragText": "taskDescription"}.get(kind, ""))
    if task and task not in made.stem:
        yield f"what stands above its gaps was left out: “{task}”"
    wanted = _record(params, "behaviour").get("type") == "single" or params.get("singleAnswer") is True
    if kind == "MultiChoice" and wanted and isinstance(made.answer, Choice) and made.answer.several:
        yield "more than one option is right, of which any was enough; here all are wanted"


def _shows_more(record: Record) -> bool:
    """Return whether there are pictures or sound besides the text."""
    params = record["params"]
    beside = _record(_record(params, "media"), "type")
    return bool(beside.get("params")) or has_picture(str(params.get("question") or ""))
