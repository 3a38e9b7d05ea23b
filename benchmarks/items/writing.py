"""How single items are written (C): stems, options, leaks, quotations."""

import math
import re
import statistics
from collections.abc import Callable, Iterable, Sequence

from benchmarks.items import authors_questions
from benchmarks.items.checks import Bank, Outcome, every, rate
from benchmarks.items.elimination import lived, wanted_gender, wanted_kind
from benchmarks.items.stream import STOP, Seen, content, tokens

QUOTED = re.compile(r"“[^”]*”")
GAP = re.compile(r"…|_{2,}")
TO_FILL = re.compile(r"…”$|_{2,}")  # other gaps stand for omitted words
NEGATIVE = re.compile(r"\b(NOT|EXCEPT|LEAST|not|except|never|incorrect|false)\b")
FORBIDDEN = re.compile(
    r"\b(none|all) of (the above|the others|these)\b|\b(both )?[A-D] and [A-D]$"
    r"|^(both )?(i|ii|iii|iv)(, | and )(i|ii|iii|iv)\b|i don't know|^(true|false)$",
    re.IGNORECASE,
)
EMPTY = re.compile(r"\bwhich of (the following|these)( \w+)? (is|are) (true|correct|false)\b", re.IGNORECASE)
HEDGED = re.compile(r"\b(may|might|could|generally|sometimes|partly|perhaps|possibly)\b", re.IGNORECASE)
DETERMINERS = re.compile(r"\b(always|never|all|only|completely|absolutely|every|none)\b", re.IGNORECASE)
VAGUE = re.compile(r"\b(frequently|occasionally|rarely|usually|somewhat|nearly|often)\b", re.IGNORECASE)
RUN = 6  # consecutive words of a fact that a stem must contain
VALUES = {"year"}  # families whose options are not entries
YEAR = re.compile(r"\b\d{4}\b")


def writing(bank: Bank) -> list[Outcome]:
    """C01 to C19, as far as the stream and the pack suffice."""
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
        _long_stems(items),
        every(
            "C11 numbers ascend",
            items,
            lambda i: "" if not i.numbers or list(i.numbers) == sorted(i.numbers) else "order",
        ),
        rate("C12 same surface", items, _odd_surface, 0.01),
        rate("C13 same first word class", items, lambda item: _odd_lead(bank, item), 0.02),
        every("C14 one kind of options", items, lambda item: _mixed_kinds(bank, item)),
        every("C15 agreement", items, _disagreement),
        every("C15b options of the number that the stem has", items, lambda item: _misnumbered(bank, item)),
        every("C16b the key is not the only one who lived then", items, lambda item: _sole_survivor(bank, item)),
        every("C17 pronouns fit all options", items, lambda item: _misgendered(bank, item)),
        every("C18 no leak", items, _leak),
        every("C18b no leak by another name", items, lambda item: _leak_by_alias(bank, item)),
        every("C18c no option in a quotation", items, lambda item: _names_in_quotation(bank, item)),
        every("C19 quotations word for word", items, lambda item: _misquoted(bank, item)),
        rate("C16 options lived at the time", items, lambda item: _out_of_time(bank, item), 0.02),
    ]


def _uncovered(bank: Bank, item: Seen, known: set[str]) -> str:
    if EMPTY.search(item.stem):
        return "asks only what is true"
    if item.passage:
        return ""
    if len(content(item.stem)) < 3:
        return "fewer than three words that carry meaning"
    said = f" {' '.join(tokens(item.stem))} "
    named = YEAR.search(item.stem) or QUOTED.search(item.stem) or any(f" {name} " in said for name in known)
    fact = bank.checker.facts.get(item.evidence[0])
    told = fact and isinstance(fact.object, str) and _tells(item.stem, fact.object)
    return "" if named or told else f"names nothing: {item.stem}"


def _tells(stem: str, text: str) -> bool:
    """Return whether a stem contains a text, or a run of `RUN` of its words."""
    words, said = tokens(text), f" {' '.join(tokens(stem))} "
    runs = [words[start : start + RUN] for start in range(max(1, len(words) - RUN + 1))]
    return any(f" {' '.join(run)} " in said for run in runs)


def _stem_length(item: Seen) -> str:
    shortest, longest = len(item.stem.split()), len(QUOTED.sub("", item.stem).split())
    return "" if shortest >= 5 and longest <= 45 else f"{shortest} words"


MONTH_OF_MAY = re.compile(r"\bMay\b")  # the month, not the verb


def _odd_determiner(item: Seen) -> str:
    if item.kind in {authors_questions.KIND, "work"}:
        return ""
    for words in (DETERMINERS, HEDGED):
        found = [bool(words.search(MONTH_OF_MAY.sub("", option))) for option in item.options]
        if sum(found) in (1, len(found) - 1):
            return "determiner"
    return ""


def _long_option(item: Seen) -> str:
    most = 30 if item.kind == authors_questions.KIND else 12
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


def _long_stems(items: Sequence[Seen]) -> Outcome:
    words = sorted(len(QUOTED.sub("", item.stem).split()) for item in items)
    middle, high = (words[int(share * (len(words) - 1))] for share in (0.5, 0.95))
    return Outcome("C07b nearly all stems have 40 words or fewer", high <= 40, f"median {middle}, 95 % {high}", "40")


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


def _lead(bank: Bank, option: str) -> str:
    """The class of the first word, as far as its form tells; names count as "other"."""
    first = option.split()[0]
    if first.casefold() in ("the", "a", "an"):
        return "article"
    if first.replace(",", "").isdigit():
        return "number"
    if first.casefold() == "to":
        return "infinitive"
    gerund = re.match(r"[a-zA-Z][a-z]+ing (?!of\b)", option) and not bank.checker.entry(option)
    return "gerund" if gerund else "other"


def _odd_lead(bank: Bank, item: Seen) -> str:
    leads = {_lead(bank, option) for option in item.options}
    return f"{sorted(leads)}" if len(leads) > 1 else ""


def _mixed_kinds(bank: Bank, item: Seen) -> str:
    entries = [bank.checker.entry(option) for option in item.options]
    kinds = {entry.kind for entry in entries if entry}
    if len(kinds) > 1:
        return f"{sorted(kinds)}"
    wanted = wanted_kind(item.stem)
    return f"{wanted} is asked for" if wanted and kinds and kinds != {wanted} and item.kind not in VALUES else ""


def _disagreement(item: Seen) -> str:
    if re.search(r"\b(an? )\?$", item.stem):
        return "ends with an article"
    return "the the" if re.search(r"\b(the|a|an) (the|a|an)\b", QUOTED.sub("", item.stem)) else ""


def _misnumbered(bank: Bank, item: Seen) -> str:
    """What is wrong if a plural verb meets options in both numbers (a single thing can always be meant)."""
    asked = re.match(r"(?:who|which [\w ]{2,30}?) (were|are|have) ", item.stem, re.IGNORECASE)
    entries = [bank.checker.entry(option) for option in item.options]
    several = {entry.plural for entry in entries if entry}
    return f"{asked[1]} with options in both numbers" if asked and len(several) > 1 else ""


def _sole_survivor(bank: Bank, item: Seen) -> str:
    entries = [bank.checker.entry(option) for option in item.options]
    could = [entry is None or lived(entry, item.stem) for entry in entries]
    return "only the key lived then" if sum(could) == 1 and could[item.answer] else ""


def _misgendered(bank: Bank, item: Seen) -> str:
    """What is wrong if a pronoun in the stem fits only some options."""
    wanted = wanted_gender(item.stem)
    entries = [bank.checker.entry(option) for option in item.options]
    genders = {entry.gender for entry in entries if entry and entry.gender}
    return f"{wanted}: {genders}" if wanted and genders - {wanted} else ""


def _leak(item: Seen) -> str:
    said, key = set(tokens(item.stem)), tokens(item.key)
    others = set().union(*(tokens(option) for option in item.distractors))
    for word in key:
        if len(word) >= 4 and word in said and word not in others and word not in STOP:
            return f"{word!r} stands in the stem"
    for option in item.distractors:
        if f" {' '.join(key)} " in f" {' '.join(tokens(option))} ":
            return f"the key is part of {option!r}"
    return f"the year is in the id: {item.id}" if YEAR.fullmatch(item.key) and item.key in item.id.split("-") else ""


def _leak_by_alias(bank: Bank, item: Seen) -> str:
    """Another name of the key that stands in the stem, unless names are asked about."""
    key = bank.checker.entry(item.key)
    if key is None or item.kind in {authors_questions.KIND, *VALUES}:
        return ""
    said = f" {' '.join(tokens(item.stem))} "
    names = [" ".join(tokens(name)) for name in key.names]
    return next((name for name in names if re.search(r"[^\W\d]{4}", name) and f" {name} " in said), "")


def _names_in_quotation(bank: Bank, item: Seen) -> str:
    """A name of an option within the quoted words, if these are asked about."""
    if item.evidence[0] not in bank.checker.pack.quotes:
        return ""
    quoted = f" {' '.join(tokens(' '.join(QUOTED.findall(item.stem))))} "
    for option in item.options:
        entry = bank.checker.entry(option)
        for word in (tokens(entry.name) if entry else [])[-1:]:
            if len(word) >= 4 and f" {word} " in quoted:
                return f"{word!r} of {option!r}"
    return ""


def _misquoted(bank: Bank, item: Seen) -> str:
    """A part of the quotation in the stem, or what fills its gap, that the quotation does not have."""
    quote = bank.checker.pack.quotes.get(item.evidence[0])
    if quote is None:
        return ""
    whole = f" {' '.join(tokens(quote.text))} "
    quoted = QUOTED.findall(item.stem)
    shown = [part for each in quoted for part in GAP.split(each)]
    filled = [item.key] if any(map(TO_FILL.search, quoted)) else []
    parts = [" ".join(tokens(each)) for each in (*shown, *filled)]
    return next((f"{part!r} is not in it" for part in parts if part and f" {part} " not in whole), "")


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
