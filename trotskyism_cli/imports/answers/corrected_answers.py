"""Detect answers that the line below corrects: `Correction: B`, `(should be A)`, or another option's letter.

What the teacher meant is not guessed: such a question has no certain key.
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
    """The pattern of words that begin so, plain."""
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
_WORDS = frozenset("aàeèéiouyаявиксоуіжб")  # one-letter words in some language
_IS = re.compile(r"\W*[)\]:!]|\W*$|\W+(?:is|was|ist|war|est|es|e|era|jest|ar|er|on)\b")


def takes_back(reading: Reading, line: str, *, below: bool) -> bool:
    """Leave out the last question if the line says that its answer is another one, or none; return whether it did.

    `below`: the line stands directly below the answer.
    """
    if line.rstrip().endswith(ASKS) or not (corrects(line) or (below and _doubts(line, reading.questions[-1].answer))):
        return False
    told = f"“{tidy(line)[:60]}” below its answer seems to take that back"
    reading.leave(reading.questions.pop().line, Unfit(told, "correct the answer, or begin the line with Explanation:"))
    return True


def _doubts(line: str, answer: Answer) -> bool:
    """Return whether a line directly below an answer says that it is another one, or none.

    Explanations introduced by `Explanation:` or the like may mention other options.
    """
    if not REMARK.fullmatch(line.strip()):
        return speaks_of_mistake(line) or _names_other(line, answer)
    said = EXPLAINS.sub("", line.strip(), count=1)
    if said == line.strip():  # e.g. points or a source
        return False
    return corrects(said) or (_SHOULD.search(plain(line)) is not None and _names_other(said, answer))


def corrects_answers(head: str) -> bool:
    """Return whether a column heading has a word for a correction, e.g. `Corrected answer`."""
    return CORRECTS.search(plain(head)) is not None


def speaks_of_mistake(text: str) -> bool:
    """Return whether a text has a word for a mistake or a correction. Not for questions."""
    bare = plain(text)
    return any(words.search(bare) for words in (CORRECTS, _SHOULD, _WRONG))


def corrects(line: str) -> bool:
    """Return whether a line begins with a word for a correction.

    Words that may also mean a key, e.g. `Corrigé`, do not count.
    """
    bare = line.lstrip("([*- ")
    return CORRECTS.match(plain(bare)) is not None and not KEY.match(bare)


def _names_other(line: str, answer: Answer) -> bool:
    """Return whether a line has the letter of a wrong option, or is its text."""
    if not isinstance(answer, Choice):
        return False
    wrong = {place for place, option in enumerate(answer.options) if not option.right}
    texts = {folded(answer.options[place].text) for place in wrong}
    return folded(tidy(line).strip("()[]!.*")) in texts or any(
        letter in series and series.index(letter) in wrong for letter in letters_named(line) for series in SERIES
    )


def letters_named(line: str) -> Iterator[str]:
    """The letters that stand alone in a line, without one-letter words and units after a number."""
    for found in _LETTER.finditer(line):
        is_unit = found[1].islower() and line[: found.start()].rstrip()[-1:].isdecimal()
        if not is_unit and (found[1].casefold() not in _WORDS or _IS.match(line, found.end())):
            yield found[1].casefold()
