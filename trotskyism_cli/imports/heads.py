"""What the columns of a table are, by the words at their heads: ours, and those of plain sheets, Kahoot and Quizizz."""

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass, field

_PLAIN = re.compile(r"[\s_*:#]+")
_AFTER = re.compile(
    r"(?<=\S)\s*(?:[-–—]\s.*|[(\[].*)$"
)  # "Question - max 120 characters", "Correct answer(s) - choose …"
_NAMES = {
    "question": "question|questions|question text|question title|question stem|the question|stem|text|prompt|item|q|"
    "frage|fragen|fragetext|pregunta|preguntas|domanda|pytanie|вопрос|вопросы|текст вопроса",
    "category": "chapter|category|topic|subject|section|unit|theme|tag|tags|quiz|lesson",
    "answer": "answer|answers|ans|correct ans|correct|right|key|answer key|answer index|correct index|solution|"
    "solutions|correct answer|correct answers|right answer|right answers|"
    "correct option|correct options|right option|right options|correct choice|"
    "correct response|correct letter|correct answer letter|correct answer number|"
    "antwort|richtig|richtige antwort|richtige antworten|lösung|korrekt|réponse|bonne réponse|réponse correcte|"
    "respuesta|correcta|respuesta correcta|risposta|risposta corretta|ответ|ответы|правильный ответ|верный ответ",
    "explanation": "explanation|answer explanation|feedback|general feedback|rationale|justification|comment|comments",
    "response": "response|type|question type|answer type|qtype",
    "id": "id|question id|idnumber|id number|uid|guid",
    "notes": "notes",
    "prompts": "prompts",
    "front": "front",
    "back": "back",
    "term": "term|word|expression",
    "definition": "definition|meaning|translation",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split("|")}
OPTION_WORDS = (
    "option|choice|answer|answer option|answer choice|alternative|possible answer|response|opt|ans|"
    "antwort|antwortmöglichkeit|réponse|proposition|respuesta|opción|risposta|opzione|ответ|вариант|вариант ответа"
)
_OPTION = re.compile(rf"(?:{OPTION_WORDS})\s?([0-9]{{1,2}}|[a-l])")
_WRONG = re.compile(
    r"(?:distractors?|(?:wrong|incorrect|false)(?: answers?| options?| choices?| responses?)?|"
    r"falsche? antwort(?:en)?|mauvaises? réponses?|fausses? réponses?|réponses? (?:incorrecte|fausse)s?|"
    r"respuestas? incorrectas?|rispost[ae] (?:sbagliat|errat)[ae]|не(?:правильн|верн)(?:ый|ые) ответы?)\s?[0-9]{0,2}"
)
_MARK = re.compile(r"\(?([0-9]{1,2}|[a-l]|[абвгдежзик])[).\]]?")
_SERIES = ("123456789", string.ascii_lowercase[:12], CYRILLIC := "абвгдежзик")
_JUDGED = re.compile(r"\b(?:true|t)\s*(?:/|or)\s*(?:false|f)\b", re.IGNORECASE)
_COUNT = re.compile(r"(?:question|item|q)\s*#")  # "Question #": the number of a question, not its words
# Of several columns with questions, that of the first of these; else the first that is none of the last.
_SURELY_ASKED = ("question text", "fragetext", "текст вопроса", "question stem", "stem", "the question")
_HARDLY_ASKED = ("question title", "item", "q", "text", "prompt")
_ONE_EACH = ("question", "category", "front", "back", "term", "definition")


@dataclass(slots=True)
class Heads:
    """The columns by what they are: places of cells. `options` have the number of each, `wrong` are wrong options."""

    roles: dict[str, list[int]] = field(default_factory=dict)
    options: list[tuple[int, int]] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)
    unknown: dict[int, str] = field(default_factory=dict)
    width: int = 0
    cyrillic: bool = False  # whether the options are called а, б, в
    judged: bool = False  # whether the answer is said to be true or false
    indexed: bool = False  # whether the answer is said to be an index, which may count from 0
    from_zero: bool = False

    def places(self, role: str) -> list[int]:
        """The columns with this role."""
        return self.roles.get(role, [])

    @property
    def has_options(self) -> bool:
        """Whether each row is a question with options and a key."""
        return bool(self.places("question") and self.places("answer") and (self.options or self.wrong))

    @property
    def has_answers(self) -> bool:
        """Whether each row is a question with an answer alone."""
        return bool(self.places("question") and self.places("answer"))

    @property
    def has_cards(self) -> bool:
        """Whether each row is a card with two sides."""
        return {"front", "back"} <= self.roles.keys() or {"term", "definition"} <= self.roles.keys()

    @property
    def ours(self) -> bool:
        """Whether this program's export wrote the table."""
        return {"prompts", "notes", "response", "id"} <= self.roles.keys()


def heads_of(cells: Sequence[str]) -> Heads:
    """The columns of a table, by its first row."""
    heads = Heads(width=len(cells))
    bare = [_bare(cell) for cell in cells]
    marks = [found[1] if (found := _MARK.fullmatch(name)) else "" for name in bare]
    series = next((each for each in _SERIES if set(each[:2]) <= {*marks}), "")
    heads.cyrillic = series == CYRILLIC
    for place, name in enumerate(bare):
        option = _OPTION.fullmatch(name)
        if option or (marks[place] and marks[place][0] in series):
            mark = option[1] if option else marks[place]
            letters = series if mark in series else string.ascii_lowercase
            heads.options.append((place, int(mark) if mark.isdecimal() else letters.index(mark) + 1))
        elif name in ("option", "choice", "options", "choices"):
            heads.options.append((place, len(heads.options) + 1))
        elif _WRONG.fullmatch(name):
            heads.wrong.append(place)
        elif name in _ROLES and not _COUNT.fullmatch(" ".join(cells[place].split()).casefold()):
            heads.roles.setdefault(_ROLES[name], []).append(place)
        elif name:
            heads.unknown[place] = " ".join(cells[place].split())
    for role in _ONE_EACH:
        _keep_one(heads, role, cells, bare)
    answers = heads.places("answer")
    heads.judged = any(_JUDGED.search(cells[place]) for place in answers)
    heads.indexed = any("index" in bare[place] for place in answers)
    return heads


def _keep_one(heads: Heads, role: str, cells: Sequence[str], bare: Sequence[str]) -> None:
    """Of several columns of which a question has one, keep the likeliest; the others are not taken over."""
    places = heads.places(role)
    if len(places) < 2:
        return
    asked = {name: rank for rank, name in enumerate((*_SURELY_ASKED, "", *reversed(_HARDLY_ASKED)))}
    kept = min(places, key=lambda place: asked.get(bare[place], asked[""]))
    heads.roles[role] = [kept]
    heads.unknown.update({place: " ".join(cells[place].split()) for place in places if place != kept})


def _bare(cell: str) -> str:
    """A head without its signs and remarks, in small letters."""
    name = _AFTER.sub("", " ".join(cell.split()))
    return _PLAIN.sub(" ", name.casefold()).strip()
