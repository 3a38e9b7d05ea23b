"""Find the right options from an answer that is a letter, a letter with its text, or a text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from trotskyism_cli.imports.answers.lettered import AND, LETTER
from trotskyism_cli.imports.answers.written import without_points
from trotskyism_cli.imports.foreign import Reading, Unfit, folded, tidy
from trotskyism_cli.imports.sentences import NOT_IN_ORDER
from trotskyism_cli.imports.words.letters import SAME, script_of

LETTERS = re.compile(rf"{LETTER}(?:\s*(?:[,;/&]|\b(?:{AND})\b)\s*{LETTER})*")
NOTHING = "—"  # stands for a number without an answer
EITHER = "\x1eor\x1e"  # joins several answers to one number; no author writes it; shown as `or`
_AND = re.compile(rf"\b(?:{AND})\b", re.IGNORECASE)
_CALLED = re.compile(
    rf"(?:option|choice|letter|variant|variante|opci[oó]n|opç[aã]o|opzione|optie|opcja|вариант|ответ|варіант)\s+(?={LETTER}\W*$)",
    re.IGNORECASE,
)
_LETTER_AND_TEXT = re.compile(rf"[(\[]?({LETTER})(?:[ ]?[.):\]]|\s+[-–—](?=\s))\s*(.*)")
_MARK_AND_TEXT = re.compile(r"[(\[]?([^\W_]{1,4}|[①-⑧])(?:[.)\]]|\s+[-–—](?=\s)|$)\s*(.*)")


def _unread(answer: str) -> Unfit:
    """The reason why an answer cannot be read: missing, ambiguous, or not a letter."""
    if answer in ("", NOTHING):
        return Unfit("the key has nothing for it that can be read", "write the letter of the right option")
    if " or " in tidy(answer):
        return Unfit(f"its answer is not certain: “{tidy(answer)[:60]}”", "say one thing of each number")
    return Unfit(f"the answer “{answer[:40]}” is no letter", "write the letter of the right option")


def _same_letter(letter: str, options: Mapping[str, str]) -> str:
    """The option letter that a letter of another script looks like at the same place, else the letter."""
    same = SAME.get(letter.casefold(), "").upper()
    return next((each for each in same if each in options), letter)


def _before_its_text(answer: str, options: Mapping[str, str]) -> str:
    """The letter of an answer followed by its option's text, `B Rome`; else the whole answer."""
    letter, _, text = answer.partition(" ")
    return letter if text.strip() and folded(options.get(letter.upper(), "")) == folded(text) else answer


@dataclass(slots=True)
class Answers:
    """The answers of a file. `marks` maps option marks other than letters to letters.

    A letter that is also another option's text means its option only if the file's other answers, in the same case, are
    all letters and none is a text.
    """

    marks: Mapping[str, str]
    truths: Mapping[str, bool] = field(default_factory=dict)  # letters that mean true or false in its key
    texts: int = 0
    either: list[tuple[int, str]] = field(default_factory=list)
    capitals: set[bool] = field(default_factory=set)  # whether upper case, of answers that are certainly letters

    def right(self, line: int, answer: str, options: Mapping[str, str], written: set[str]) -> set[str]:
        """The right letters; Unfit if the answer does not name any, or its text contradicts its letter.

        `written` are all letters that lines begin with, in any order.
        """
        answer = without_points(_CALLED.sub("", answer, count=1))
        bare = self._lettered(answer)
        lettered = _LETTER_AND_TEXT.fullmatch(bare)
        if lettered and lettered[2] and folded(lettered[2]) != folded(options.get(lettered[1].upper(), "")):
            raise Unfit(f"the answer “{answer[:40]}” is not the text of that option", "write the letter alone")
        letters = lettered[1] if lettered else _before_its_text(bare, options)
        same = {
            letter for letter, text in options.items() if folded(text).rstrip(".") == folded(answer).rstrip(".") != ""
        }
        if not LETTERS.fullmatch(letters) or (self.marks and bare == answer):
            self.texts += any(folded(answer).startswith(folded(text)) for text in options.values() if len(text) > 1)
            if len(same) == 1:
                return same
            raise _unread(answer)
        right = set(re.findall(LETTER, _AND.sub("", letters).upper()))
        if not right <= options.keys() and right <= written:
            raise Unfit(*NOT_IN_ORDER)
        right = {letter if letter in options else _same_letter(letter, options) for letter in right}
        if not right <= options.keys():
            own = script_of(next(iter(options)))
            if other := next((each for each in map(script_of, right - options.keys()) if each != own), ""):
                told = f"the right answer is {answer}, in {other} letters; its options have {own} ones"
                raise Unfit(told, "write the letter as it stands before the option")
            self.texts += len(same)
            raise Unfit(f"the right answer is {answer}, but there is no such option", "write the letter of one that is")
        if same and same != right:
            self.either.append((line, tidy(answer)))
        elif not same:
            self.capitals.add(answer.isupper())
        return right

    def _lettered(self, answer: str) -> str:
        """The answer with its mark replaced by the letter it stands for, if the file has such marks."""
        found = _MARK_AND_TEXT.fullmatch(answer) if self.marks else None
        letter = self.marks.get(found[1].casefold(), "") if found else ""
        return f"{letter}) {found[2]}".rstrip() if found and letter else answer

    def settle(self, reading: Reading) -> None:
        """Leave out questions whose answer may be a letter or a text, unless the other answers decide it."""
        unsure = [each for each in self.either if self.texts or each[1].isupper() not in self.capitals]
        lines = {line for line, _ in unsure}
        reading.questions = [each for each in reading.questions if each.line not in lines]
        for line, answer in unsure:
            told = f"the answer “{answer}” names an option, and is the text of another"
            told += ", in a file with texts as answers" if self.texts else ""
            reading.leave(line, Unfit(told, "write the letter and the text"))
