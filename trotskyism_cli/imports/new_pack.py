"""The pack that is made of imported questions: a folder of YAML that passes the check, and can be edited by hand.

A question of a pack asks for facts with sources, and explains every option. What the file does not say is filled in
with what is true: each question gets a fact of its own, which is its answer (what a learner then knows hangs on it),
under an entry for its category; the one source is the file; a wrong option without feedback is "marked wrong" in it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trotskyism_cli.imports.foreign import ForeignQuestion, Misfit, tidy
from trotskyism_cli.pack.files import PackFile
from trotskyism_cli.pack.problems import Position
from trotskyism_cli.pack.reader import read_pack_files

SOURCE = "imported"
ROUNDS = 4  # leaving out what does not fit may show something more that does not
_ALL_THAT_APPLY = re.compile(r"(?<=\?)\s*\(?(choose|select|mark|check) all that apply\W*$", re.IGNORECASE)
_HEADS = {
    "relations.yaml": "# The one kind of statement here: the answer of a question.\n",
    "entries.yaml": "# The categories of the questions, each with the answers as its facts.\n",
    "sources.yaml": "# Where everything here comes from. Add your own sources, and name them at the questions.\n",
    "questions.yaml": (
        "# The questions. Say at each wrong option why it is wrong, or whose mistake it is; explain the right one;\n"
        "# and put the facts that it asks for into entries.yaml, in your own words.\n"
    ),
}
_RELATION = """relations:
  - id: answer
    label: answers
    subject: [concept]
    object: text
    says: "{subject}: {object}"
"""


@dataclass(frozen=True, slots=True)
class NewPack:
    """The files of a pack by name, the questions in it, and those that did not fit."""

    files: dict[str, str]
    questions: tuple[ForeignQuestion, ...]
    misfits: tuple[Misfit, ...]


def new_pack(pack_id: str, origin: str, questions: Sequence[ForeignQuestion]) -> NewPack:
    """A pack of those of the questions that pass the check; `origin` is the name of the file that they come from."""
    origin = tidy(origin) or "a file"
    left = [_tidied(each) for each in questions]
    misfits: list[Misfit] = []
    for _ in range(ROUNDS):
        files = _files(pack_id, origin, left)
        wrong = _wrong(files, left)
        if not wrong:
            return NewPack(files, tuple(left), tuple(sorted(misfits, key=lambda misfit: misfit.line)))
        misfits += [Misfit(left[place].line, reason) for place, reason in wrong.items()]
        left = [each for place, each in enumerate(left) if place not in wrong]
    return NewPack(_files(pack_id, origin, []), (), tuple(misfits))


def _tidied(question: ForeignQuestion) -> ForeignQuestion:
    """Options have no full stop in a pack, and a stem is a question alone."""
    options = (replace(each, text=re.sub(r"(?<!\.)\.$", "", each.text)) for each in question.options)
    stem = _ALL_THAT_APPLY.sub("", question.stem)
    return replace(question, stem=tidy(stem), options=tuple(options), category=tidy(question.category))


def _wrong(files: dict[str, str], questions: Sequence[ForeignQuestion]) -> dict[int, str]:
    """For each question that does not fit, the first reason."""
    read = read_pack_files([PackFile(name, text.encode()) for name, text in files.items()])
    lines = files["questions.yaml"].splitlines()
    starts = [number for number, line in enumerate(lines, start=1) if line.startswith("  - id:")]
    found: dict[int, str] = {}
    for problem in read.problems:
        line = _line_of(files, problem.position)
        fact = re.match(r" {6}- id: q([0-9]+)", line) or re.search(r"\bq([0-9]+)\b", problem.message)
        if problem.position.file == "questions.yaml":
            place = sum(start <= problem.position.line for start in starts) - 1
        else:
            place = int(fact[1]) - 1 if fact else -1
        if 0 <= place < len(questions):
            found.setdefault(place, _reason(line, problem.message))
    return found


def _reason(line: str, message: str) -> str:
    """What is wrong, and with which part of the question."""
    key = re.match(r"[\s-]*([a-z]+):", line)
    return f"{key[1]}: {message}" if key else message


def _line_of(files: dict[str, str], place: Position) -> str:
    lines = files.get(place.file, "").splitlines()
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


def _files(pack_id: str, origin: str, questions: Sequence[ForeignQuestion]) -> dict[str, str]:
    categories = list(dict.fromkeys(question.category for question in questions))
    homes = [f"category-{categories.index(question.category) + 1}" for question in questions]
    written = [_question(number, *each) for number, each in enumerate(zip(questions, homes, strict=True), start=1)]
    bodies = {
        "pack.yaml": "".join(_head(pack_id, origin)),
        "relations.yaml": _RELATION,
        "entries.yaml": "entries:\n" + "".join(_entries(origin, questions)),
        "sources.yaml": f"sources:\n  - id: {SOURCE}\n    title: {_text(origin)}\n",
        "questions.yaml": "questions:\n" + "".join(written),
    }
    return {name: _HEADS.get(name, "") + body for name, body in bodies.items()}


def _head(pack_id: str, origin: str) -> Iterator[str]:
    yield f"# Questions imported from {_comment(origin)}. After every change: trotskyism pack check\n"
    yield f"id: {pack_id}\nname: {_text(origin)}\nsubject: {_text(f'Questions imported from {origin}')}\n"
    yield "version: 1\nlanguage: en\nlicence: unknown\n"


def _entries(origin: str, questions: Sequence[ForeignQuestion]) -> Iterator[str]:
    """An entry for each category, with a fact for each of its questions."""
    categories = list(dict.fromkeys(question.category for question in questions))
    names = _distinct([category or origin for category in categories])
    for number, (category, name) in enumerate(zip(categories, names, strict=True), start=1):
        yield f"  - id: category-{number}\n    kind: concept\n    name: {_text(name)}\n"
        yield f"    summary: {_text(f'Questions imported from {origin}.')}\n    facts:\n"
        for place, question in enumerate(questions, start=1):
            if question.category == category:
                answer = "; ".join(option.text for option in question.options if option.right)
                yield f"      - id: q{place}\n        answer: {_text(f'{question.stem} {answer}')}\n"
                yield f"        source: {SOURCE}\n"


def _question(number: int, question: ForeignQuestion, home: str) -> str:
    several = sum(option.right for option in question.options) > 1
    explanation = question.explanation or "The file that this question comes from gives no explanation."
    lines = [f"  - id: question-{number}", f"    stem: {_text(question.stem)}", "    options:"]
    for option in question.options:
        lines.append(f"      - text: {_text(option.text)}")
        lines += ["        right: true"] if option.right else []
        note = option.note if option.right else option.note or "Marked wrong in the file that it comes from."
        lines += [f"        note: {_text(note)}"] if note else []
    lines += [f"    explanation: {_text(explanation)}", f"    about: [{home}.q{number}]", f"    source: {SOURCE}"]
    return "\n".join([*lines, *(["    response: several"] if several else []), ""]) + "\n"


def _distinct(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name.casefold()] = count = seen.get(name.casefold(), 0) + 1
        found.append(name if count == 1 else f"{name} ({count})")
    return found


def _text(text: str) -> str:
    """A text in quotation marks: JSON, which YAML reads as it is."""
    return json.dumps(text, ensure_ascii=False)


def _comment(text: str) -> str:
    return re.sub(r"[^\w .()-]", "-", text)
