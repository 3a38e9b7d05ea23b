"""The answers between GIFT's braces: options, pairs, true or false, texts and numbers to type."""

import re

from trotskyism_cli.imports.answers.numbers import numbers_accepted
from trotskyism_cli.imports.foreign import (
    FULL,
    Answer,
    Choice,
    ForeignOption,
    Match,
    Order,
    Typed,
    Unfit,
    bare_note,
    matched,
    tidy,
    true_or_false,
    typed,
)
from trotskyism_cli.imports.platforms.gift_text import GiftText
from trotskyism_cli.imports.sentences import (
    ANY_LETTERS,
    NOTHING_TAKEN,
    WEIGHED_ALIKE,
    WRITE_OUT,
    not_told,
    some_of_order,
)

_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_WEIGHT = re.compile(r"\s*%\s*(-?\d{1,3}(?:[.,]\d*)?)\s*%")
_ARROW = "->"
# The syntax of the question type `ordering`: how many things are shown at a time, which, and the layout.
_ORDER = re.compile(
    r"""> \s* (?P<count>\d+) \s* (?P<which>EXACT|ALL|REL|RANDOM|CONTIGUOUS|CONTIG)?
    \s* (?:HORIZONTAL|HORI|VERTICAL|VERT|H|V|1|0)?
    \s* (?:ALL_OR_NOTHING|(?:ABSOLUTE|RELATIVE|LONGEST)\w*|ABS|REL)? \s* (?:SHOW|TRUE|YES|1|HIDE|FALSE|NO|0)?
    \s* (?:none|123|abc|ABCD|iii|IIII)? \s* \n (?P<things>.*)""",
    re.VERBOSE | re.DOTALL,
)


def answer_of(text: str, words: GiftText, changes: list[str]) -> Answer:
    """The answer of a question; Unfit if a pack cannot ask it."""
    first = text.partition("#")[0].strip()
    if not text:
        raise Unfit("an essay", "a pack asks what can be marked; write answers between the braces")
    if order := _ORDER.fullmatch(text):
        return _order(order, words, changes)
    if text.startswith("#"):
        return _number(text[1:], words, changes)
    if "~" in text:
        return _options(text, words, changes)
    if "=" in text and _ARROW in text:
        return _pairs(text, words)
    if first.upper() in _TRUTH:
        return _truth(first, text, words)
    return _written(text, words, changes)


def _truth(first: str, text: str, words: GiftText) -> Choice:
    """A true/false answer; in Moodle the feedback for wrong answers comes first, then that for right ones."""
    true = _TRUTH[first.upper()]
    wrong, right, *_ = [words.shown(note) for note in (*text.split("#")[1:3], "", "")]
    return true_or_false(answer=true, if_true=right if true else wrong, if_false=wrong if true else right)


def _options(text: str, words: GiftText, changes: list[str]) -> Choice:
    several = "=" not in text
    parts = [part.strip() for part in text.replace("=", "~=").split("~")]
    if parts[0]:
        changes.append(f"“{words.shown(parts[0])}” stands before the first answer and was passed over")
    if not all(parts[1:]):
        raise Unfit("an empty answer", "write it, or delete its sign")
    changes += [
        f"“{words.shown(lines)}” is one answer of several lines; see that no ~ is forgotten before one of them"
        for part in parts[1:]
        if "\n" in (lines := part.removeprefix("=").partition("#")[0].strip())
    ]
    weighed = [_option(part, words) for part in parts[1:]]
    right = [weight > 0 if several else sign and weight >= FULL for sign, weight, _, _ in weighed]
    if not several and any(sign and weight < FULL for sign, weight, _, _ in weighed):
        raise Unfit("an answer with = that is not wholly right", "write ~ before its weight")
    if several and len({weight for (_, weight, _, _), good in zip(weighed, right, strict=True) if good}) > 1:
        changes.append(WEIGHED_ALIKE)
    if not several and any(weight < 0 for _, weight, _, _ in weighed):
        changes.append(NOTHING_TAKEN)
    many = not several and sum(right) > 1
    if many:
        changes.append("more than one option has =, of which Moodle takes any as right; here all are wanted")
    options = tuple(
        ForeignOption(shown, good, bare_note(shown, note), 0 if good or several or many else max(0, round(weight)))
        for (_, weight, shown, note), good in zip(weighed, right, strict=True)
    )
    if any(not option.text for option in options):
        raise Unfit("an answer without text", "describe in words what it shows")
    return Choice(options, several or many)


def _without_note(text: str, words: GiftText) -> tuple[str, str]:
    """An answer and its feedback behind `#`; a `#` without feedback is reported."""
    bare, sign, note = text.partition("#")
    if sign and not note.strip() and bare and not bare[-1].isspace():
        words.note(f"“{words.shown(bare)}” was written with # at its end, which GIFT leaves out; write \\# to keep it")
    return bare, note


def _option(part: str, words: GiftText) -> tuple[bool, float, str, str]:
    """Whether an answer has the sign of a right one, its weight in percent, its text, and its feedback."""
    sign = part.startswith("=")
    part = part.removeprefix("=")
    weight, rest = _weighed(part, FULL if sign else 0)
    text, note = _without_note(rest, words)
    return sign, weight, words.option(text), words.shown(note)


def _weighed(part: str, usual: float) -> tuple[float, str]:
    """The weight at the beginning of an answer, in percent, and the rest; Unfit if it cannot be read."""
    found = _WEIGHT.match(part)
    if found:
        weight = float(found[1].replace(",", "."))
        if abs(weight) > FULL:
            raise Unfit(f"a weight of {weight:g} percent", "write one of at most %100%")
        return weight, part[found.end() :]
    if re.match(r"\s*%[^%]{0,12}%", part):
        raise Unfit(f"the weight {part[:14].strip()} cannot be read", "write it as %33.33333%")
    return usual, part


def _order(found: re.Match[str], words: GiftText, changes: list[str]) -> Order:
    """An order: one thing per line, in the right order."""
    things = tuple(words.option(line) for line in found["things"].split("\n") if line.strip())
    if (found["which"] or "") not in ("ALL", "EXACT") and int(found["count"]) < len(things):
        changes.append(some_of_order(found["count"], len(things)))
    return Order(things)


def _pairs(text: str, words: GiftText) -> Match:
    pairs: list[tuple[str, str]] = []
    spare: list[str] = []
    if text.partition("=")[0].strip():
        raise Unfit("text before the first pair", "write = before it")
    for part in text.split("=")[1:]:
        pair, _, note = part.partition("#")
        left, arrow, right = pair.partition(_ARROW)
        words.tell(note)
        prompt, answer = words.option(left), words.option(right)
        if not arrow or not answer:
            raise Unfit("a pair without an answer", f"write it as = this {_ARROW} that")
        if prompt:
            pairs.append((prompt, answer))
        else:
            spare.append(answer)
    return matched(pairs, spare)


def _written(text: str, words: GiftText, changes: list[str]) -> Typed:
    """Typed answers. Wildcards are not supported; answers of partial weight are left out."""
    before, *parts = text.split("=")
    parts = [part for part in ([before] if before.strip() else []) + parts if part.strip()]
    wanted: list[str] = []
    for part in parts:
        weight, rest = _weighed(part, FULL)
        text, note = _without_note(rest, words)
        shown = words.shown(text)
        if weight < FULL:
            if weight > 0:
                changes.append(f"“{shown}” earned {weight:g} % and is no longer accepted")
            if said := words.shown(note):
                changes.append(not_told(shown, said))
        elif "*" in text:
            raise Unfit(f"{ANY_LETTERS}, {shown}", WRITE_OUT)
        else:
            wanted.append(shown)
            words.tell(note)
    if not wanted:
        raise Unfit("no answer is wholly right", "write one with = alone before it")
    return typed(wanted)


def _number(text: str, words: GiftText, changes: list[str]) -> Typed:
    """Numeric answers, each with a tolerance or as a range. Text after ~ is feedback for wrong answers."""
    accepted: list[str] = []
    numbers, _, wrong = text.partition("~")
    if said := words.shown(wrong.removeprefix("#")):
        changes.append(not_told("", said))
    for part in [each for each in numbers.split("=") if each.strip()] or [""]:
        weight, rest = _weighed(part, FULL)
        number, _, note = rest.partition("#")
        number = tidy(number.replace("\ue03a", ":"))
        if weight < FULL:
            if weight > 0:
                changes.append(f"“{number}” earned {weight:g} % and is no longer accepted")
            if said := words.shown(note):
                changes.append(not_told(number, said))
            continue
        words.tell(note)
        accepted += _interval(number)
    if not accepted:
        raise Unfit("no number is wholly right", "write one, as {#1917:0}")
    return Typed(tuple(dict.fromkeys(accepted)))


def _interval(said: str) -> tuple[str, ...]:
    low, dots, high = said.partition("..")
    if dots:
        return numbers_accepted(low=low, high=high)
    number, _, tolerance = said.partition(":")
    return numbers_accepted(number, tolerance or "0")
