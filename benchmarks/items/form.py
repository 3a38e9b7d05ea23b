"""The form of single items (A): fields, number and distinctness of options, template residue, evidence."""

import re

from benchmarks.items import authors_questions
from benchmarks.items.checks import Bank, Outcome, every, hard, rate
from benchmarks.items.stream import Seen, norm
from benchmarks.items.telling import told

QUOTED = re.compile(r"“[^”]*”")
RESIDUE = re.compile(r"[{}]|\bNone\b|\bnull\b|TODO|\b[a-z]{1,4}:[a-z0-9-]+\b|\w_\w|  |\?\?")
DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
TOLD_OTHERWISE = {authors_questions.KIND}  # the author says what is right; the checker compares


def schema(bank: Bank) -> list[Outcome]:
    """A01 to A06: fields, unique ids, number of options, distinct options, residue, evidence."""
    ids = [item.id for item in bank.items]
    known = bank.checker.facts.keys() | bank.checker.pack.quotes.keys()
    return [
        every("A01 schema", bank.items, _misshapen),
        hard(
            "A02 unique ids", sorted({each for each in ids if ids.count(each) > 1}) if len(set(ids)) < len(ids) else []
        ),
        every("A03 number of options", bank.items, lambda item: "" if len(item.options) in (3, 4) else "k"),
        every(
            "A04 distinct options",
            bank.items,
            lambda i: "" if len(set(map(norm, i.options))) == len(i.options) else "same",
        ),
        rate("A04b options that look like misprints of each other", bank.items, _near_twins, 0.005),
        every("A05 residue", bank.items, _residue),
        every(
            "A06 evidence", bank.items, lambda i: "" if i.evidence and known >= set(i.evidence) else "unknown evidence"
        ),
        every("A06b evidence names the key", bank.items, lambda item: _beside_the_point(bank, item)),
    ]


def _misshapen(item: Seen) -> str:
    texts = (item.id, item.kind, item.stem, item.explanation, *item.options, *item.notes)
    sound = all(text.strip() for text in texts) and 0 <= item.answer < len(item.options)
    return "" if sound and len(item.notes) == len(item.options) else "empty, or of the wrong shape"


def _near_twins(item: Seen) -> str:
    if item.numbers:
        return ""
    labels = [norm(option) for option in item.options]
    pairs = [(one, other) for place, one in enumerate(labels) for other in labels[:place]]
    return next((f"{one}/{other}" for one, other in pairs if _distance(one, other) < 3), "")


def _distance(one: str, other: str) -> int:
    """Edit distance (insertions, deletions, replacements, swaps of neighbours), at most 3."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, twin in enumerate(other, start=1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != twin)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == twin:
                row[j] = min(row[j], earlier[j - 2] + 1)
    return row[-1]


def _residue(item: Seen) -> str:
    for text in (item.stem.replace("____", "…", 1), *item.options, item.explanation):
        plain = QUOTED.sub("", text)
        if (match := RESIDUE.search(text)) or (match := _doubled(plain)):
            return f"{match.group()!r} in {text[:60]!r}"
        if any(text.count(left) != text.count(right) for left, right in ("()", "[]", "“”")) or text.count('"') % 2:
            return f"unbalanced: {text[:80]!r}"
    return ""


def _beside_the_point(bank: Bank, item: Seen) -> str:
    """What is wrong if the evidence does not mention the key."""
    if item.kind in TOLD_OTHERWISE or item.answer >= len(item.options):
        return ""
    said = " | ".join(told(bank.checker.pack, each) for each in item.evidence[: max(2, item.asked)])
    return "" if norm(item.key).replace(",", "") in said.replace(",", "") else f"nothing says {item.key}"


def _doubled(text: str) -> re.Match[str] | None:
    """A word repeated in a row, except before a title that begins with it."""
    found = DOUBLED.finditer(text)
    return next((each for each in found if not (each[0][0].islower() and each[0].split()[1][0].isupper())), None)
