"""The YAML files of a pack of imported questions, as text."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trotskyism_cli.imports.foreign import Choice, ForeignQuestion, Match, Order, Typed
from trotskyism_cli.imports.identity import Identity, right_of
from trotskyism_cli.pack.stock_phrases import MARKED_WRONG, UNEXPLAINED, UNLICENSED

SOURCE = "imported"
_HEADS = {
    "relations.yaml": "# The one kind of statement here: the answer of a question.\n",
    "entries.yaml": "# The categories of the questions, each with the answers as its facts.\n",
    "sources.yaml": "# Where everything here comes from. Add your own sources, and name them at the questions.\n",
    "questions.yaml": (
        "# The questions. Say at each wrong option why it is wrong, or whose mistake it is; explain the right one;\n"
        "# and put the facts that it asks for into entries.yaml, in your own words. What was learnt hangs on the ids.\n"
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
class Categories:
    """The ids and names of the entries for the categories."""

    ids: Mapping[str, str]
    names: Mapping[str, str]


def files_of(
    pack_id: str,
    origin: str,
    questions: Sequence[ForeignQuestion],
    own: Sequence[Identity],
    categories: Categories,
    version: int,
) -> dict[str, str]:
    """The files of the pack by name."""
    identified = list(zip(questions, own, strict=True))
    written = (_question(question, each, categories.ids[question.category]) for question, each in identified)
    bodies = {
        "pack.yaml": _head(pack_id, origin, version),
        "relations.yaml": _RELATION,
        "entries.yaml": "entries:\n" + "".join(_entries(origin, identified, categories)),
        "sources.yaml": f"sources:\n  - id: {SOURCE}\n    title: {_text(origin)}\n",
        "questions.yaml": "questions:\n" + "".join(written),
    }
    return {name: _HEADS.get(name, "") + body for name, body in bodies.items()}


def _head(pack_id: str, origin: str, version: int) -> str:
    return (
        f"# Questions imported from {_comment(origin)}. After every change: trotskyism pack check\n"
        f"id: {pack_id}\nname: {_text(origin)}\nsubject: {_text(f'Questions imported from {origin}')}\n"
        f"version: {version}\nlanguage: en\nlicence: {UNLICENSED}\n"
    )


def _entries(
    origin: str, identified: Sequence[tuple[ForeignQuestion, Identity]], categories: Categories
) -> Iterator[str]:
    """An entry for each category, with a fact for each of its questions."""
    facts: dict[str, list[str]] = defaultdict(list)
    for question, own in identified:
        facts[question.category].append(_fact(question, own))
    for category, name in categories.names.items():
        yield f"  - id: {categories.ids[category]}\n    kind: concept\n    name: {_text(name)}\n"
        yield f"    summary: {_text(f'Questions imported from {origin}.')}\n    facts:\n"
        yield from facts[category]


def _fact(question: ForeignQuestion, own: Identity) -> str:
    match question.answer:
        case Typed(accepted):
            answer = accepted[0].replace("..", " to ")
        case Order(things):
            answer = ", then ".join(things)
        case other:
            answer = "; ".join(right_of(other))
    told = f"{question.stem} {answer}".rstrip(" .…") or answer  # becomes part of a sentence with its own full stop
    lines = [f"      - id: {own.fact}", f"        answer: {_text(told)}"]
    lines.append(f"        source: {SOURCE}")
    lines += [f"        formerly: [{', '.join(own.formerly)}]"] if own.formerly else []
    lines += [f"        revision: {own.revision}"] if own.revision > 1 else []
    return "\n".join(lines) + "\n"


def _question(question: ForeignQuestion, own: Identity, home: str) -> str:
    lines = [f"  - id: {own.question}", f"    stem: {_text(question.stem)}"]
    match question.answer:
        case Choice():
            lines += ["    response: several"] if question.answer.several else []
            lines += ["    options:", *_options(question.answer)]
        case Typed():
            lines += ["    response: typed", "    accepted:"]
            lines += [f"      - {_text(each)}" for each in question.answer.accepted]
        case Match():
            lines += ["    response: match", "    pairs:"]
            for prompt, answer in question.answer.pairs:
                lines += [f"      - prompt: {_text(prompt)}", f"        answer: {_text(answer)}"]
            lines += ["    spare:"] if question.answer.spare else []
            lines += [f"      - {_text(each)}" for each in question.answer.spare]
        case Order():
            lines += ["    response: order", "    order:"]
            lines += [f"      - {_text(each)}" for each in question.answer.things]
    lines += [f"    explanation: {_text(question.explanation or UNEXPLAINED)}"]
    return "\n".join([*lines, f"    about: [{home}.{own.fact}]", f"    source: {SOURCE}", "", ""])


def _options(choice: Choice) -> Iterator[str]:
    for option in choice.options:
        yield f"      - text: {_text(option.text)}"
        if option.right:
            yield "        right: true"
        if note := option.note or ("" if option.right else MARKED_WRONG):
            yield f"        note: {_text(note)}"
        if option.credit:
            yield f"        credit: {option.credit}"


def _text(text: str) -> str:
    """A quoted text in JSON, which is also valid YAML."""
    return json.dumps(text, ensure_ascii=False)


def _comment(text: str) -> str:
    return re.sub(r"[^\w .()-]", "-", text)
