"""The roles of a table's columns by their headings: our exports, teachers' sheets, Kahoot and Quizizz."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import count

from trotskyism_cli.imports.foreign import folded, tidy
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.sibling_heads import options_called_answers
from trotskyism_cli.imports.words.column_words import EARNED, OTHERS, TONGUES
from trotskyism_cli.imports.words.head_words import CALLED, LANGUAGES, OPTION_WORDS, named, plain
from trotskyism_cli.imports.words.letters import LATIN, LETTERS, SERIES, counted_in
from trotskyism_cli.imports.words.truth_words import WRONG
from trotskyism_cli.imports.words.verdict_heads import negates, verdicts_named

_PLAIN = re.compile(r"[\s_*:#]+")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # word boundaries, as in CorrectAnswer
_BEFORE = re.compile(r"\d\.\s+(?=\D)")  # "3. Question"
_AFTER = re.compile(
    r"(?<=\S)\s*(?:[-–—]\s.*|[(\[].*)$"
)  # "Question - max 120 characters", "Correct answer(s) - choose …"
# The remark in a heading: in brackets, with digits after a dash, or `#` before it.
_REMARK = re.compile(r"\s[(\[](.*?)[)\]]|\s[-–—]\s(.*\d.*)|^\s*([#№])")
# Remarks that allow the column's numbers to be option numbers; below, those that say the first option is 0 or 1.
_OF_OPTIONS = frozenset(
    "number numbers num no nr nummer numéro número numero numer номер index letter letters option options choice "
    "choices answer answers column columns buchstabe option antwort réponse respuesta risposta the of right correct "
    "wrong or and oder und ou et to check only one key text is include between enter write use as please".split()
)
_CHOOSE = re.compile(
    r"choose|select|pick|wähl|eli[gj]|seleccion|choisi|sélection|scegli|selezion|escolh|selecion|kies|välj|vel[gj]|vælg|"
    r"valitse|wybierz|выбер|обер|seç|vyber|选择|選",
    re.IGNORECASE,
)
_PLAIN_REMARK = re.compile(r"[12]\d{3}|[A-Z]{2}")  # a year, a language
_COUNTS = re.compile(r"\d\d|\b(?:of|von|de|из|/)\s*\d|%")
_FIRST = r"(?:the )?(?:first|erste|premi|prim|перв|a\b)"
_FROM = rf"\b(?:{{0}})\s*(?:=|is)\s*{_FIRST}|{_FIRST}\w*\s*(?:=|is)\s*(?:{{0}})\b|\b(?:{{0}})[\s-]?(?:based|index)"
_FROM += r"|\b(?:from|at|with|ab|bei|mit|à partir de|desde|с) (?:{0})\b|(?<=[(\[])(?:{0})\s*[-–/,]\s*[2-9]"
_FROM_ZERO, _FROM_ONE = (re.compile(_FROM.format(said), re.IGNORECASE) for said in ("0|zero|null", "1|one|eins"))
_ZERO = re.compile(r"\b0\b|\bzero|\bnull", re.IGNORECASE)
_ROLES = {
    plain(name): role
    for words in LANGUAGES.values()
    for role in ("question", "answer", "explanation")
    for name in getattr(words, role).split("|")
} | {name: role for role, names in OTHERS.items() for name in map(plain, names.split("|"))}
_ANSWERS = frozenset(name for name, role in _ROLES.items() if role == "answer")
_OPTION = re.compile(
    rf"(?:{OPTION_WORDS})[\s-]?(?:n[°ºr]\.? ?|№ ?)?\(?(\d{{1,2}}|[{LETTERS}])[).]?|"
    rf"\(?(\d{{1,2}}|[{LETTERS}])[).]?[\s-]?(?:{OPTION_WORDS})"
)
# A column with one of several right answers; and a column that says whether an option is right.
_RIGHT_ONE = re.compile(r"(?:correct|right) (?:answer|option|choice|response)\s?[1-9]")
_VERDICT = re.compile(
    rf"(?:is )?(?:(?:{OPTION_WORDS}) )?([0-9]{{1,2}}|[a-l]) (?:is )?(?:correct|right|ok|true)|"
    rf"(?:is )?(?:correct|right|true|ok) (?:(?:{OPTION_WORDS}) )?([a-l])"
)
_KEYS = "|".join(name for name in named("answer") if name not in CALLED)
_EARNED = "|".join(sorted(EARNED))
_SCORED = re.compile(rf"(?:is )?(?:{_KEYS}|{_EARNED}) ?([1-9a-l])|([1-9a-l]) ?(?:{_EARNED})")
_WRONG = re.compile(rf"(?:{'|'.join(map(plain, WRONG))})\s?[0-9]{{0,2}}")
_MARK = re.compile(rf"\(?(\d{{1,2}}|[{LETTERS}])[).\]]?")
_FURTHER = re.compile(r"(.+?) ?[2-9]")  # "Answer 2", beside "Answer"
_VERDICTS = (
    ("true", "false"),
    ("richtig", "falsch"),
    ("wahr", "falsch"),
    ("vrai", "faux"),
    ("верно", "неверно"),
    *zip("tvwr", "ffff", strict=True),
)
_COUNT = re.compile(r"(?:question|item|q)\s*#")  # "Question #": the number of a question, not its words
# Of several question columns, the one named first here; else the first one not named in the second list.
_SURELY_ASKED = ("question text", "fragetext", "текст вопроса", "question stem", "stem", "the question")
_HARDLY_ASKED = ("question title", "item", "q", "text", "prompt")
# Names of a column that holds all options, beside a key column.
_LISTS = frozenset(
    plain(each)
    for each in (
        "options|choices|alternatives|answers|answer options|answer choices|optionen|antworten|antwortmöglichkeiten|"
        "opciones|respuestas|choix|réponses|propositions|opzioni|risposte|opções|alternativas|respostas|варианты|"
        "варианты ответа|варианты ответов|ответы|opcje|odpowiedzi|選択肢|选项|"
        "vaihtoehdot|svarsalternativen|svaralternativer|svarmuligheder|možnosti|odpovědi|odpovede|odgovori|opțiuni|"
        "variante|lehetőségek|válaszok|seçenekler|şıklar|cevaplar|επιλογές|варіанти|варианти|opties|antwoorden|"
        "antwortoptionen|opcions|respostes|variandid|variantai|pilihan jawaban|các phương án"
    ).split("|")
)
_ASKED_OR_SAID = frozenset(
    name for words in LANGUAGES.values() for part in (words.question, words.answer) for name in part.split("|")
)
_ONE_EACH = ("question", "category", "front", "back", "term", "definition")


def heads_of(cells: Sequence[str]) -> Heads:
    """The columns of a table, by the row of its headings."""
    heads = Heads(width=len(cells))
    bare = [bare_head(cell) for cell in cells]
    marks = [found[1] if (found := _MARK.fullmatch(name)) else "" for name in bare]
    series = next((each for each in ("0123456789", "123456789", *SERIES) if set(each[:2]) <= {*marks}), "")
    options = [_mark_of_option(name) for name in bare]
    siblings = {} if any(options) or sum(map(_is_mark, bare)) > 1 else options_called_answers(bare, _ANSWERS)
    options = [siblings.get(place, mark) for place, mark in enumerate(options)]
    called = [mark for mark in (*series, *options) if mark and not mark.isdecimal()]
    heads.lettered = bool(called)
    heads.letters = max(SERIES, key=lambda each: len({*called} & {*each}))
    judged = _tell_verdicts(heads, bare)
    further = _further_answers(bare) - siblings.keys()
    for place, name in enumerate(bare):
        option = options[place]
        if place in judged:
            continue
        remark = bare_head(_remark(cells[place])) if option or _ROLES.get(name) == "answer" else ""
        if place in further or _ROLES.get(remark) == "answer" or (verdicts_named(name) and name not in _ROLES):
            heads.roles.setdefault("answer", []).append(place)
        elif _WRONG.fullmatch(remark or name) or negates(name, _ANSWERS):
            heads.wrong.append(place)
        elif option or (marks[place] and marks[place][0] in series):
            mark = option or marks[place]
            letters = series if mark in series else heads.letters
            heads.options.append((place, int(mark) if mark.isdecimal() else counted_in(letters, mark)))
        elif name in ("options", "choices") or (name in CALLED and name not in _ROLES):
            heads.options.append((place, len(heads.options) + 1))
        elif _RIGHT_ONE.fullmatch(name):
            heads.roles.setdefault("answer", []).append(place)
            heads.each_right = True
        elif name:
            _take(heads, place, name, " ".join(cells[place].split()))
    _take_letters(heads, cells, bare)
    _take_title(heads, bare)
    _take_list(heads, bare)
    _take_tongues(heads, bare)
    for role in _ONE_EACH:
        _keep_one(heads, role, cells, bare)
    _tell_answers(heads, cells, bare, further)
    return heads


def _is_mark(name: str) -> bool:
    return _MARK.fullmatch(name) is not None


def _take(heads: Heads, place: int, name: str, written: str) -> None:
    if name in _ROLES and not _COUNT.fullmatch(written.casefold()):
        heads.roles.setdefault(_ROLES[name], []).append(place)
    else:
        heads.unknown[place] = written


def _remark(cell: str) -> str:
    """The remark in a heading besides the name."""
    return next((part for found in _REMARK.finditer(cell) for part in found.groups() if part), "")


def _is_of_options(remark: str) -> bool:
    """Return whether, given this remark in the answer's heading, its numbers can be option numbers."""
    if _PLAIN_REMARK.fullmatch(remark) or _CHOOSE.search(remark):
        return True
    words = [word for word in re.findall(r"[^\W\d_]+", remark.casefold()) if len(word) > 1]
    return (
        _OF_OPTIONS.issuperset(words)
        and remark.casefold() not in ("#", "n")
        and not (_COUNTS.search(remark) or _ZERO.search(remark))
    )


def _take_letters(heads: Heads, cells: Sequence[str], bare: Sequence[str]) -> None:
    """Take adjacent columns headed by single letters of no known series (А, Б, С, Д; a, b, v, g) as options."""
    letters = [name.strip("().]") for name in bare]
    places = [place for place, _ in heads.options]
    run = [place for place in (*places, *heads.unknown) if len(letters[place]) == 1 and letters[place].isalpha()]
    together = bool(places) and bool(run) and max(run) - min(run) == len(run) - 1
    if not together or not {*places} < {*run}:
        return
    heads.options = list(zip(sorted(run), count(1)))
    heads.called = {
        number: (" ".join(cells[place].split()).strip("().]"), letters[place]) for place, number in heads.options
    }
    heads.letters = ""
    heads.unknown = {place: name for place, name in heads.unknown.items() if place not in run}


def _take_title(heads: Heads, bare: Sequence[str]) -> None:
    """Take a column `title` as the question, as in Wooclap."""
    titles = [place for place in heads.unknown if bare[place] == "title"]
    if titles and not heads.places("question") and len(heads.options) > 1:
        heads.roles["question"] = titles[:1]
        del heads.unknown[titles[0]]


def _take_list(heads: Heads, bare: Sequence[str]) -> None:
    """Take a column named "answers" beside a key column as holding all options in one cell."""
    lists = [place for place, name in enumerate(bare) if name in _LISTS or (name in CALLED and name not in _ROLES)]
    keys = [place for place in heads.places("answer") if place not in lists]
    if len(lists) == 1 and keys and not heads.options and not heads.wrong:
        heads.roles["answer"] = keys
        heads.unknown.pop(lists[0], None)
        heads.options = [(lists[0], 1)]


def _take_tongues(heads: Heads, bare: Sequence[str]) -> None:
    """Take exactly two columns named after two languages as the sides of cards."""
    if len(bare) == 2 and {*bare} <= TONGUES and bare[0] != bare[1]:
        heads.roles |= {"front": [0], "back": [1]}
        heads.unknown = {}


def _tell_answers(heads: Heads, cells: Sequence[str], bare: Sequence[str], further: set[int]) -> None:
    """Set what the headings of answer columns tell about how answers are given."""
    answers = heads.places("answer")
    written = [cells[place] for place in answers]
    alike = bool(heads.options) and len(answers) > 1 and len({folded(cells[place]) for place in answers}) == 1
    heads.each_right |= alike or any(place in further for place in answers)
    heads.initials = {said: truth for cell in written for said, truth in verdicts_named(plain(cell)).items()}
    heads.judged = bool(heads.places("true") or heads.initials)
    heads.keyed = not any(bare[place] in CALLED for place in answers)
    heads.indexed = any("index" in bare[place] for place in answers)
    for place in answers:
        remark = _remark(cells[place])
        firsts = [number for number, said in enumerate((_FROM_ZERO, _FROM_ONE)) if said.search(cells[place])]
        heads.first = firsts[0] if firsts else heads.first
        if remark and not firsts and not _is_of_options(remark):
            heads.counts = tidy(cells[place])


def _further_answers(bare: Sequence[str]) -> set[int]:
    """Indices of `Answer 2` or `Correct 2` beside `Answer` or `Correct`, or of `Correct 1` and `Correct 2`.

    Not if options are called `Answer 1`, `Answer 2`.
    """
    found = {
        place: each[1]
        for place, name in enumerate(bare)
        if (each := _FURTHER.fullmatch(name)) and _ROLES.get(each[1]) == "answer"
    }
    if sum(map(_is_mark, bare)) > 1:  # options are called A, B, C, so `Answer 1` is a key
        stems = [re.sub(r" ?[1-9]$", "", name) for name in bare]
        numbered = {
            stem for stem, name in zip(stems, bare, strict=True) if stem != name and _ROLES.get(stem) == "answer"
        }
        return {at for at, stem in enumerate(stems) if stem in numbered and stems.count(stem) > 1}
    names = {*bare}
    offered = sum(1 for name in bare if _mark_of_option(name) or _is_mark(name)) - len(found)
    found = {place: stem for place, stem in found.items() if stem not in CALLED or offered > 1}
    firsts = {place: name for place, name in enumerate(bare) if name.endswith("1")}
    return {
        place
        for place, stem in found.items()
        if (stem in names or (f"{stem} 1" in names and stem not in CALLED))
        and not (stem in CALLED and {f"{stem} 1", f"{stem}1"} & names)
    } | {
        place for place, name in firsts.items() if (stem := name[:-1].rstrip()) in found.values() and stem not in CALLED
    }


def _mark_of_option(name: str) -> str:
    """The number or letter in `option 1`, `1. option`; empty if it is not an option's heading."""
    found = _OPTION.fullmatch(name) if name not in CALLED else None
    return found[1] or found[2] if found else ""


def _mark_of(name: str) -> str:
    """The number or letter of an option, even if the heading has nothing else."""
    alone = _MARK.fullmatch(name)
    return alone[1] if alone else _mark_of_option(name)


def _tell_verdicts(heads: Heads, bare: Sequence[str]) -> set[int]:
    """Indices of columns to tick: true and false, or one for each option."""
    marks = {place: found[1] or found[2] for place, name in enumerate(bare) if (found := _VERDICT.fullmatch(name))}
    scored = {place: found[1] or found[2] for place, name in enumerate(bare) if (found := _SCORED.fullmatch(name))}
    if len(scored) > 1 and sorted(scored.values()) == sorted(filter(None, map(_mark_of, bare))):
        marks = scored
    if len(marks) > 1:
        heads.verdicts = [(at, int(mark) if mark.isdecimal() else LATIN.index(mark) + 1) for at, mark in marks.items()]
        return {*marks}
    if any(_ROLES.get(name) == "answer" or _OPTION.fullmatch(name) for name in bare):
        return set()
    for pair in _VERDICTS:
        if {*pair} <= {*bare}:
            places = [bare.index(name) for name in pair]
            heads.roles |= {role: [place] for role, place in zip(("true", "false"), places, strict=True)}
            return {*places}
    return set()


def _keep_one(heads: Heads, role: str, cells: Sequence[str], bare: Sequence[str]) -> None:
    """Keep the most likely of several columns with a role that can occur only once."""
    places = heads.places(role)
    if len(places) < 2:
        return
    asked = {name: rank for rank, name in enumerate((*_SURELY_ASKED, "", *reversed(_HARDLY_ASKED)))}
    kept = min(places, key=lambda place: asked.get(bare[place], asked[""]))
    heads.roles[role] = [kept]
    heads.unknown.update({place: " ".join(cells[place].split()) for place in places if place != kept})


@cache
def speaks_of_answers(head: str) -> bool:
    """Return whether a heading has a word for answers, e.g. `Your answer`."""
    return any(word in CALLED or _ROLES.get(word) == "answer" for word in re.findall(r"\w+", plain(head)))


def seems_head(cell: str) -> bool:
    """Return whether a cell is a usual heading for questions or answers."""
    return cell.strip().casefold() in _ASKED_OR_SAID


def bare_head(cell: str) -> str:
    """A heading without signs and remarks, in plain lower case."""
    said = " ".join(unicodedata.normalize("NFKC", cell).split())
    name = _AFTER.sub("", _BEFORE.sub("", said) if not _OPTION.fullmatch(said.casefold()) else said)
    bare = _PLAIN.sub(" ", plain(_JOINED.sub(" ", name))).strip().rstrip("?？").rstrip()
    return bare.rstrip(".") if len(bare) > len("a.") else bare
