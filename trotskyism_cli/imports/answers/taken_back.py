"""Answers that the line below takes back: `Correction: B`, `(should be A)`, or another letter than that of the answer.

What a person would change in a question with such a line is not guessed: it has no certain key.
"""

import re
from collections.abc import Iterator

from trotskyism_cli.imports.answers.lettered import SAID
from trotskyism_cli.imports.answers.listed import ASKS
from trotskyism_cli.imports.answers.remarks import EXPLAINS, REMARK
from trotskyism_cli.imports.foreign import Answer, Choice, Reading, Unfit, folded, tidy
from trotskyism_cli.imports.words.head_words import plain
from trotskyism_cli.imports.words.letters import SERIES


def _beginnings(words: str) -> re.Pattern[str]:
    """How words begin, without accents and in small letters."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words.split())})")


CORRECTS = _beginnings(
    "correction corrected corrig errat korrig korrekt[iu] berichtig correcc correcao correz rectif rettifi rattelse "
    "rettelse oprav popraw sprostow исправ поправк виправ duzelt ispravak ispravk 更正 訂正 정정"
)
_SHOULD = _beginnings(
    r"(?:should|must|ought\sto)\s(?:be|read|have\sbeen) (?:muss|sollte)\b.*(?:sein|heissen|lauten) doit devrait "
    r"deb[ei] deberia deve dovrebbe должн powinn"
)
_WRONG = _beginnings(
    "cancel annul anul void withdrawn wrong mistake typo sorry oops falsch fehler ungultig gestrichen entfallt erreur "
    "erron equivoc errad sbagliat fout ошиб неверн неправил помилк blad chyb"
)
KEY = re.compile(rf"(?:{SAID})s?(?!\w)", re.IGNORECASE)
_LETTER = re.compile(r"(?<![\w'’.])([^\W\d_])(?![\w'’])(?!\.\w)")
_WORDS = frozenset("aàeèéiouyаявиксоуіжб")  # words of one letter, in one language or another
_IS = re.compile(r"\W*[)\]:!]|\W*$|\W+(?:is|was|ist|war|est|es|e|era|jest|ar|er|on)\b")


def takes_back(reading: Reading, line: str, *, below: bool) -> bool:
    """Leave out the last question, if a line says that its answer is another, or none.

    `below` says whether it stands below the answer, with no blank line between.
    """
    if line.rstrip().endswith(ASKS) or not (corrects(line) or (below and _doubts(line, reading.questions[-1].answer))):
        return False
    told = f"“{tidy(line)[:60]}” below its answer seems to take that back"
    reading.leave(reading.questions.pop().line, Unfit(told, "correct the answer, or begin the line with Explanation:"))
    return True


def _doubts(line: str, answer: Answer) -> bool:
    """Whether a line directly below an answer says that it is another, or none.

    What explains an answer, and says so with a word such as `Explanation:`, may speak of all options.
    """
    if not REMARK.fullmatch(line.strip()):
        return speaks_of_mistake(line) or _names_other(line, answer)
    said = EXPLAINS.sub("", line.strip(), count=1)
    if said == line.strip():  # points, a source …
        return False
    return corrects(said) or (_SHOULD.search(plain(line)) is not None and _names_other(said, answer))


def corrects_answers(head: str) -> bool:
    """Whether the head of a column has a word for a correction, as `Corrected answer` has."""
    return CORRECTS.search(plain(head)) is not None


def speaks_of_mistake(text: str) -> bool:
    """Whether a text that is not a question has a word for a mistake, or for what should stand there."""
    bare = plain(text)
    return any(words.search(bare) for words in (CORRECTS, _SHOULD, _WRONG))


def corrects(line: str) -> bool:
    """Whether a line begins with a word for a correction that is none for a key, as `Corrigé` is."""
    bare = line.lstrip("([*- ")
    return CORRECTS.match(plain(bare)) is not None and not KEY.match(bare)


def _names_other(line: str, answer: Answer) -> bool:
    """Whether a line has the letter of an option that is not right, or nothing but its text."""
    if not isinstance(answer, Choice):
        return False
    wrong = {place for place, option in enumerate(answer.options) if not option.right}
    texts = {folded(answer.options[place].text) for place in wrong}
    return folded(tidy(line).strip("()[]!.*")) in texts or any(
        letter in series and series.index(letter) in wrong for letter in letters_named(line) for series in SERIES
    )


def letters_named(line: str) -> Iterator[str]:
    """The letters that stand alone in a line, unless they are words, or units behind a number."""
    for found in _LETTER.finditer(line):
        is_unit = found[1].islower() and line[: found.start()].rstrip()[-1:].isdecimal()
        if not is_unit and (found[1].casefold() not in _WORDS or _IS.match(line, found.end())):
            yield found[1].casefold()
