"""A single HTML file that asks the questions: offline, on phones, by keyboard, with screen readers.

Its content security policy allows no requests and only its own style and script, by hash. All texts are inserted as
text.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from string import Template
from typing import Any

from trotskyism_cli.export.answers import asks_for_all
from trotskyism_cli.export.feedback_texts import notes_beyond
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.export.resources import part
from trotskyism_cli.imports.exported import PLACES
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.message_text import MIDDOT

_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Characters that could end the script element, or that old JSON parsers take for line ends.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def html_quiz(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """A page that shows after each question what is right."""
    return _page(items, paper, "quiz.js")


def class_test(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """A page that shows no answers and ends with a results file (`parts/class-results.schema.json`)."""
    return _page(items, replace(paper, command=""), "class.js")  # the command would reveal the answers


def _page(items: Iterable[Item], paper: Paper, flow: str) -> Iterator[str]:
    style, script = part("quiz.css"), part("ask.js") + part(flow)
    yield Template(part("quiz.html")).substitute(
        language=escape(paper.language),
        title=escape(paper.title),
        style=style,
        style_hash=_hash(style),
        script_hash=_hash(script),
        about=_inside_html({"pack": paper.pack, "seed": paper.seed}),
        footer=escape(MIDDOT.join(paper.foot)),
    )
    separator = "["
    for item in items:
        yield f"{separator}\n{_inside_html(_question(item))}"
        separator = ","
    yield f"\n]\n</script>\n<script>{script}</script>\n</body>\n</html>\n"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _question(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "topic": item.topic,
        "response": item.response,
        **({"passage": item.passage.lines} if item.passage else {}),
        "stem": item.stem,
        "hint": _hint(item),
        "options": item.options,
        "prompts": item.prompts,
        "answer": item.answer,
        "accepted": item.accepted,
        "key": item.key,
        "explanation": item.explanation,
        "notes": notes_beyond(item),
    }


def _hint(item: Item) -> str:
    match item.response:
        case Response.ORDER:
            return PLACES
        case Response.MATCH:
            return "Choose what belongs to each."
        case _:
            return "Choose all that apply." if asks_for_all(item) else ""


def _inside_html(value: dict[str, Any]) -> str:
    text = _AS_JSON(value)
    for sign, written in _ESCAPES.items():
        if sign in text:
            text = text.replace(sign, written)
    return text
