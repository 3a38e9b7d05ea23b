"""Pages of the MkDocs plugin mkdocs-quiz: https://github.com/ewels/mkdocs-quiz

Between `<quiz>` and `</quiz>` stand a question, boxes of which the right ones are ticked (or blanks, `[[so]]`), each
with what is said of it in a quotation, and an explanation.
"""

import bisect
import html
import re

from trotskyism_cli.imports.cards import GAP
from trotskyism_cli.imports.foreign import Choice, ForeignOption, ForeignQuestion, Reading, Unfit, bare_note, typed
from trotskyism_cli.imports.markup import from_html, from_markdown

_QUIZ = re.compile(r"<quiz>(.*?)</quiz>", re.DOTALL | re.IGNORECASE)
_BOX = re.compile(r"\s*[-*]\s+\[([ xX]?)\]\s*(.*)")
_SAID = re.compile(r"\s*>\s?(.*)")
_BLANK = re.compile(r"\[\[(.+?)\]\]")
_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)


def read_mkdocs_quiz(text: str) -> Reading:
    """The questions of a page, in order, and what did not fit. Never fails, whatever the text is."""
    reading = Reading()
    titles = [(-1, ""), *((found.start(), _shown(found[1])) for found in _TITLE.finditer(text))]
    line, seen = 1, 0
    for found in _QUIZ.finditer(text):
        line += text.count("\n", seen, found.start())
        seen = found.start()
        category = titles[bisect.bisect(titles, seen, key=lambda title: title[0]) - 1][1]
        try:
            reading.questions.append(_question(line, found[1], category))
        except Unfit as unfit:
            reading.leave(line, unfit)
    return reading


def is_mkdocs_quiz(text: str) -> bool:
    """Whether a text has a question between the tags of the plugin."""
    return _QUIZ.search(text) is not None


def _question(line: int, body: str, category: str) -> ForeignQuestion:
    stem: list[str] = []
    told: list[str] = []
    options: list[tuple[str, bool, str]] = []
    for each in body.replace("\r\n", "\n").split("\n"):
        box, said = _BOX.fullmatch(each), _SAID.fullmatch(each)
        if box:
            options.append((_shown(box[2]), box[1] in ("x", "X"), ""))
        elif said and options and not told:
            text, right, note = options[-1]
            options[-1] = text, right, f"{note} {_shown(said[1])}".strip()
        elif each.strip() == "---":
            told.append("")
        elif each.strip():
            (told if options or told else stem).append(each)
    explanation = _shown(" ".join(told))
    asked = " ".join(stem)
    blanks = _BLANK.findall(asked)
    if not options and blanks:
        if len(blanks) > 1:
            raise Unfit(f"{len(blanks)} blanks in one question", "ask for each alone")
        return ForeignQuestion(
            line, _shown(_BLANK.sub(GAP, asked)), typed([html.unescape(blanks[0])]), category, explanation
        )
    if not options:
        raise Unfit("neither boxes nor a blank", "write - [x] before the right option, - [ ] before the others")
    offered = tuple(ForeignOption(text, right, bare_note(text, note)) for text, right, note in options)
    return ForeignQuestion(
        line, _shown(asked), Choice(offered, several=sum(right for _, right, _ in options) > 1), category, explanation
    )


def _shown(text: str) -> str:
    """Markdown as it is read; signs that are written by their numbers are signs."""
    return from_html(from_markdown(text).replace("<", "&lt;")) if "&" not in text else from_html(text)
