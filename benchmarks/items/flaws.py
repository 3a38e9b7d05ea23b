"""Flaws that can be seen in single items: form (A), truth (B), writing (C), and explanations (F).

Names and thresholds are those of the standard for item streams; RATE checks pass if the Wilson upper bound of the share
of violating items is within the threshold, HARD checks if nothing violates them.
"""

import math
import re
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from benchmarks.items import by_hand
from benchmarks.items.checks import Bank, Outcome, hard
from benchmarks.items.stream import Seen, content, norm, tokens, upper_bound
from trotskyism_cli.pack.model import EntryRef

QUOTED = re.compile(r"“[^”]*”")
RESIDUE = re.compile(r"[{}]|\bNone\b|\bnull\b|TODO|\b[a-z]{1,4}:[a-z0-9-]+\b|\w_\w|  |\?\?")
DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
NEGATIVE = re.compile(r"\b(NOT|EXCEPT|LEAST|not|except|never|incorrect|false)\b")
FORBIDDEN = re.compile(
    r"\b(none|all) of the (above|others)\b|\bboth [A-D] and\b|i don't know|^(true|false)$", re.IGNORECASE
)
DETERMINERS = re.compile(r"\b(always|never|all|only|completely|absolutely|every|none)\b", re.IGNORECASE)
VAGUE = re.compile(r"\b(frequently|occasionally|rarely|usually|somewhat|nearly|often)\b", re.IGNORECASE)
POSITIONS = re.compile(
    r"\boptions? [A-D1-4]\b|\bthe (first|second|third|last) (answer|option)\b|\b(above|below)\b", re.IGNORECASE
)
COMPARATIVE = {"order"}
LONG_OPTIONS = {
    *("definition", "position", "quotation", "written", "content", "outcome", "decision", "role"),
    *("why", "consequence", "view"),
}
YEAR = re.compile(r"\b\d{4}\b")

Test = Callable[[Seen], str]


def rate(name: str, items: Iterable[Seen], test: Test, bound: float) -> Outcome:
    """A check by share: `test` gives what is wrong with an item, or nothing."""
    every = list(items)
    cases = [f"{item.id}: {found}" for item in every if (found := test(item))]
    high = upper_bound(len(cases), len(every))
    return Outcome(
        name, high <= bound, f"{len(cases)} of {len(every)}, upper bound {high:.4f}", f"{bound}", tuple(cases[:20])
    )


def every(name: str, items: Iterable[Seen], test: Test) -> Outcome:
    """A check without tolerance."""
    return hard(name, [f"{item.id}: {found}" for item in items if (found := test(item))])


# ---- A: form --------------------------------------------------------------------------------------------------------


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
    if abs(len(one) - len(other)) > 2:
        return 3
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, row[0] = row[0], i
        for j, twin in enumerate(other, start=1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (letter != twin))
    return row[-1]


def _residue(item: Seen) -> str:
    for text in (item.stem.replace("____", "…", 1), *item.options, item.explanation):
        plain = QUOTED.sub("", text)
        if (match := RESIDUE.search(text)) or (match := DOUBLED.search(plain)):
            return f"{match.group()!r} in {text[:60]!r}"
        if any(text.count(left) != text.count(right) for left, right in ("()", "[]", "“”")) or text.count('"') % 2:
            return f"unbalanced: {text[:80]!r}"
    return ""


# ---- B: truth -------------------------------------------------------------------------------------------------------


def truth(bank: Bank) -> list[Outcome]:
    """B01, B02, B03, B05, B09: every option re-derived from the pack, certificates, antichain, no conflicts."""
    wrong = [f"{item.id}: {each}" for item in bank.items for each in bank.checker.problems(item)]
    return [hard("B01-B03 re-derived from the pack", wrong), hard("B05 bank is consistent", list(_conflicts(bank)))]


def _conflicts(bank: Bank) -> Iterator[str]:
    keys: dict[str, set[str]] = defaultdict(set)
    wrong: dict[str, set[str]] = defaultdict(set)
    for item in bank.items:
        group = item.stem if item.kind not in COMPARATIVE else f"{item.stem}{sorted(item.options)}"
        keys[group].add(norm(item.key))
        wrong[group].update(map(norm, item.distractors))
    for group, found in keys.items():
        yield from (f"{each} is right and wrong: {group}" for each in sorted(found & wrong[group]))


# ---- C: writing -----------------------------------------------------------------------------------------------------


def writing(bank: Bank) -> list[Outcome]:
    """C01 to C18, as far as the stream and the pack suffice."""
    items = bank.items
    names = [tokens(name) for entry in bank.checker.pack.entries.values() for name in entry.names]
    known = {" ".join(name) for name in names}
    return [
        rate(
            "C01 one closed question",
            items,
            lambda i: "" if i.stem.count("?") == 1 and i.stem[-1] == "?" else "open",
            0.005,
        ),
        rate("C02 subject in the stem", items, lambda item: _uncovered(bank, item, known), 0.005),
        every("C03 no lower-case negatives", items, lambda i: "not" if NEGATIVE.search(QUOTED.sub("", i.stem)) else ""),
        every("C04 no forbidden options", items, lambda i: next(filter(FORBIDDEN.search, i.options), "")),
        rate("C05 determiners", items, _odd_determiner, 0.005),
        rate("C06 vague terms", items, lambda i: next(filter(VAGUE.search, i.options), ""), 0.005),
        rate(
            "C07 length of stems",
            items,
            _stem_length,
            0.01,
        ),
        rate("C08 length of options", items, _long_option, 0.01),
        rate("C09 no option stands out by length", items, _length_outlier, 0.02),
        _length_skew(items),
        every(
            "C11 numbers ascend",
            items,
            lambda i: "" if not i.numbers or list(i.numbers) == sorted(i.numbers) else "order",
        ),
        rate("C12 same surface", items, _odd_surface, 0.01),
        rate("C13 same first word class", items, _odd_lead, 0.02),
        every("C14 one kind of options", items, lambda item: _mixed_kinds(bank, item)),
        every("C15 agreement", items, _disagreement),
        every("C17 pronouns fit all options", items, lambda item: _misgendered(bank, item)),
        every("C18 no leak", items, _leak),
        every("C19 quotations word for word", items, lambda item: _misquoted(bank, item)),
        rate("C16 options lived at the time", items, lambda item: _out_of_time(bank, item), 0.02),
    ]


def _uncovered(bank: Bank, item: Seen, known: set[str]) -> str:
    if item.kind not in COMPARATIVE and len(content(item.stem)) < 3:
        return "fewer than three words that carry meaning"
    said = f" {' '.join(tokens(item.stem))} "
    named = YEAR.search(item.stem) or QUOTED.search(item.stem) or any(f" {name} " in said for name in known)
    fact = bank.checker.facts.get(item.evidence[0])
    told = fact and isinstance(fact.object, str) and norm(fact.object) in norm(item.stem)
    return "" if named or told or item.kind in COMPARATIVE else f"names nothing: {item.stem}"


def _stem_length(item: Seen) -> str:
    shortest, longest = len(item.stem.split()), len(QUOTED.sub("", item.stem).split())
    return "" if shortest >= 5 and longest <= 45 else f"{shortest} words"


def _odd_determiner(item: Seen) -> str:
    found = [bool(DETERMINERS.search(option)) for option in item.options]
    return (
        "determiner"
        if sum(found) in (1, len(found) - 1) and item.kind not in LONG_OPTIONS | {"quoted-work", "work"}
        else ""
    )


def _long_option(item: Seen) -> str:
    most = 30 if item.kind in LONG_OPTIONS else 12
    return next((option for option in item.options if len(option.split()) > most), "")


def _length_outlier(item: Seen) -> str:
    key, others = len(item.key), sorted(map(len, item.distractors))
    middle = statistics.median([key, *others])
    long = key >= 1.4 * others[-1] and key - others[-1] >= 15
    short = key <= others[0] / 1.4 and others[0] - key >= 15
    wide = middle >= 8 and max(key, others[-1]) >= 2.5 * middle
    return "length" if long or short or wide else ""


def _length_skew(items: Iterable[Seen]) -> Outcome:
    skews = [
        math.log(len(item.key)) - statistics.fmean(math.log(len(each)) for each in item.distractors) for item in items
    ]
    mean, half = (
        statistics.fmean(skews),
        1.96 * statistics.stdev(skews) / math.sqrt(len(skews)) if len(skews) > 1 else 0.0,
    )
    return Outcome("C10 length skew", abs(mean) + half <= 0.03, f"{mean:+.4f} ± {half:.4f}", "±0.03")


def _odd_surface(item: Seen) -> str:
    looks: tuple[Callable[[str], bool], ...] = (
        lambda text: text[-1] in ".!?",
        lambda text: text[:1].islower(),
        lambda text: "(" in text,
        lambda text: any(letter.isdigit() for letter in text),
    )
    return next(
        (f"look {n}" for n, look in enumerate(looks) if sum(map(look, item.options)) in (1, len(item.options) - 1)), ""
    )


def _odd_lead(item: Seen) -> str:
    leads = {option.split()[0].casefold() in ("the", "a", "an") for option in item.options}
    return "articles differ" if len(leads) > 1 else ""


def _mixed_kinds(bank: Bank, item: Seen) -> str:
    entries = [bank.checker.entry(option) for option in item.options]
    kinds = {entry.kind for entry in entries if entry}
    if len(kinds) > 1:
        return f"{sorted(kinds)}"
    who = re.match(r"(According to [^,]+, )?(who|whose) ", item.stem, re.IGNORECASE)
    return "who, but no person" if who and kinds and kinds != {"person"} else ""


def _disagreement(item: Seen) -> str:
    if re.search(r"\b(an? )\?$", item.stem):
        return "ends with an article"
    return "the the" if re.search(r"\b(the|a|an) (the|a|an)\b", QUOTED.sub("", item.stem)) else ""


def _misgendered(bank: Bank, item: Seen) -> str:
    """A pronoun in the stem that some options, and not others, could be meant by."""
    said = set(tokens(QUOTED.sub("", item.stem)))
    wanted = "m" if said & {"he", "his", "him"} else "f" if said & {"she", "her"} else ""
    entries = [bank.checker.entry(option) for option in item.options]
    genders = {entry.gender for entry in entries if entry and entry.gender}
    return f"{wanted}: {genders}" if wanted and genders - {wanted} else ""


def _leak(item: Seen) -> str:
    said, key = set(tokens(item.stem)), tokens(item.key)
    others = set().union(*(tokens(option) for option in item.distractors))
    for word in key:
        distinctive = len(word) >= 4 and word not in others
        if word in said and (distinctive or YEAR.fullmatch(word)):
            return f"{word!r} stands in the stem"
    for option in item.distractors:
        if f" {' '.join(key)} " in f" {' '.join(tokens(option))} ":
            return f"the key is part of {option!r}"
    return f"the year is in the id: {item.id}" if YEAR.fullmatch(item.key) and item.key in item.id.split("-") else ""


def _misquoted(bank: Bank, item: Seen) -> str:
    quote = bank.checker.pack.quotes.get(item.evidence[0])
    if quote is None:
        return ""
    words = len(quote.text.split())
    shown = item.key if item.kind == "quotation" else item.stem
    sound = 6 <= words <= 60 and (quote.text in shown or (item.kind == "quotation" and norm(quote.text) == norm(shown)))
    return "" if sound else "not word for word"


def _out_of_time(bank: Bank, item: Seen) -> str:
    fact = bank.checker.facts.get(item.evidence[0])
    when = fact.date if fact else None
    if when is None or when.start is None or item.kind != "who":
        return ""
    for option in item.options:
        entry = bank.checker.entry(option)
        lives = {each.relation: each.date for each in entry.facts if each.date} if entry else {}
        born, died = lives.get("born"), lives.get("died")
        unborn = born and born.first.year + 15 > when.last.year and fact and fact.relation not in ("born", "died")
        dead = died and died.last.year < when.first.year and fact and fact.relation not in ("born", "died")
        if unborn or dead:
            return f"{option} did not live then"
    return ""


# ---- F: explanations ------------------------------------------------------------------------------------------------


def explanations(bank: Bank) -> list[Outcome]:
    """F01, F02, F03, F04, F05, F06."""
    items = bank.items
    return [
        every(
            "F01 states the key",
            items,
            lambda item: "" if _states_key(bank, item) else f"{item.key} / {item.explanation}",
        ),
        every("F02 names a source", items, lambda item: "" if _names_source(bank, item) else item.explanation),
        rate("F04 every option explained", items, lambda item: _unexplained(bank, item), 0.1),
        every(
            "F05 points at no place",
            items,
            lambda i: m.group() if (m := POSITIONS.search(QUOTED.sub("", i.explanation))) else "",
        ),
        rate("F06 15 to 120 words", items, lambda i: "" if 15 <= len(i.explanation.split()) <= 120 else "length", 0.02),
    ]


def _states_key(bank: Bank, item: Seen) -> bool:
    entry = bank.checker.entry(item.key)
    names = [item.key, *(entry.names if entry else ())]
    said = norm(item.explanation)
    return any(norm(name) in said for name in names)


def _names_source(bank: Bank, item: Seen) -> bool:
    question = by_hand.question_of(bank.checker.pack, item) if item.kind == by_hand.KIND else None
    record = question or bank.checker.facts.get(item.evidence[0]) or bank.checker.pack.quotes[item.evidence[0]]
    return any(bank.checker.pack.sources[each.source].title in item.explanation for each in record.citations)


def _unexplained(bank: Bank, item: Seen) -> str:
    for option, note in zip(item.options, item.notes, strict=True):
        entry = bank.checker.entry(option)
        names = [option, *(entry.names if entry else ())]
        if not any(norm(name) in norm(note) for name in names):
            return f"{option}: {note}"
    return ""


def importance(bank: Bank) -> list[Outcome]:
    """E08: few questions about what the pack itself calls minor."""
    facts = bank.checker.facts

    def minor(item: Seen) -> str:
        fact = facts.get(item.evidence[0])
        if fact is None:
            return ""
        ends = [fact.subject, *([fact.object.id] if isinstance(fact.object, EntryRef) else [])]
        low = fact.importance == 1 or all(bank.checker.pack.entries[end].importance == 1 for end in ends)
        return fact.id if low else ""

    return [rate("E08 minor facts", bank.items, minor, 0.05)]
