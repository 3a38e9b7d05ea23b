"""How the keys of a table refer to options, judged from all rows: counting from 0 or 1, and by which letters."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import count

from trotskyism_cli.imports.answers.keys import Key, Way, key_of, mark_of, way_of
from trotskyism_cli.imports.answers.listed import is_list
from trotskyism_cli.imports.answers.typed_or_key import names_option
from trotskyism_cli.imports.foreign import Reading, Unfit, folded
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.headless import MOST
from trotskyism_cli.imports.tables.heads import bare_head
from trotskyism_cli.imports.tables.rows import Row
from trotskyism_cli.imports.tables.sibling_heads import siblings_of
from trotskyism_cli.imports.tables.table_cells import Cells, offered
from trotskyism_cli.imports.words.head_words import OPTION_WORDS
from trotskyism_cli.imports.words.letters import CYRILLIC, LATIN, LETTERS, SERIES

MARK_ALONE = re.compile(rf"\(?(\d{{1,2}}|[{LETTERS}с])[).]?", re.IGNORECASE)
NUMBERS = re.compile(r"\s*[0-9]{1,2}(?:\.0)?(?:\s*[;,|]\s*[0-9]{1,2})*\s*")
MOST_OPTIONS = 9  # a number up to this may be a wrong option number
FEW_BEYOND = 4  # at most one number in this many may exceed the options, else numbers mean something else
FEWEST_OPTIONS = 3  # adjacent columns with unknown headings
_NUMBER = re.compile(r"(?<![.0-9])[0-9]+")
_NUMBER_WITH_WORD = re.compile(rf"\s*(?:{OPTION_WORDS})\s?[1-9][0-9]?\s*|\s*[1-9](?:st|nd|rd|th)\s*", re.IGNORECASE)


def settle(reading: Reading, heads: Heads, line: int, rows: Sequence[Row]) -> None:
    """Determine from all rows whether keys count from 0 or from 1, and which letters they use."""
    if heads.options and not heads.ours:
        said = [cell for row in rows if not row.fault for cell in Cells(row, heads).all("answer")[:1]]
        counts = [(int(found), most) for row in rows for found, most in _counts(heads, row)]
        numbers = {number for number, _ in counts}
        named_0 = any(number == 0 for _, number in heads.options)  # the headings have a 0
        last = any(number == most for number, most in counts)
        from_one = named_0 or last or any(map(_NUMBER_WITH_WORD.fullmatch, said))
        heads.from_zero = heads.indexed and 0 in numbers and not from_one
        lists = len(heads.options) == 1 and any(is_list(Cells(row, heads).at(heads.options[0][0])) for row in rows)
        unclear = heads.indexed or 0 in numbers or lists  # programs that write lists count from 0
        heads.uncounted = unclear and not heads.from_zero and not from_one
        if heads.first is not None:
            heads.from_zero, heads.uncounted = heads.first == 0, False
        elif heads.from_zero:
            reading.tell(line, "a 0 stands among its answers, so 0 is the first option, 1 the second")
        beyond = [number for number, most in counts if number > max(most, MOST_OPTIONS)]
        if _counts_rows(heads, said) or len(beyond) * FEW_BEYOND > len(counts):
            heads.counts = "its column"
        _settle_letters(heads, {found[1] for cell in said if (found := MARK_ALONE.fullmatch(cell.strip()))})
        heads.way = _way(heads, rows)


def _way(heads: Heads, rows: Sequence[Row]) -> Way:
    """How most unambiguous keys refer to options: by text, letter or number."""
    found: Counter[Way] = Counter()
    for cells in (Cells(row, heads) for row in rows if not row.fault):
        with suppress(Unfit):  # such a row is left out later
            options = offered(cells)
            found.update(way_of(cell, options) for cell in cells.all("answer"))
    texts, letters, numbers = (found[way] for way in (Way.TEXT, Way.LETTER, Way.NUMBER))
    if texts > letters + numbers:
        return Way.TEXT
    if texts < letters + numbers and letters != numbers:
        return Way.LETTER if letters > numbers else Way.NUMBER
    return Way.UNCLEAR if texts or letters else Way.ANY


def _counts_rows(heads: Heads, said: Sequence[str]) -> bool:
    """Return whether answers are 1, 2, 3 … in a column before the questions, i.e. possibly row numbers."""
    first = heads.places("answer")[:1] < heads.places("question")[:1]
    return (
        first and len(said) > 2 and [each.strip() for each in said] == [str(each) for each in range(1, len(said) + 1)]
    )


def adopt_options(reading: Reading, heads: Heads, line: int, rows: Sequence[Row]) -> None:
    """Take adjacent columns with unknown headings as options, if the keys of most rows name them."""
    _settle_wrong(reading, heads, line, rows)
    if heads.options or heads.wrong or heads.ours or heads.judged or not heads.has_answers:
        return
    if siblings := _siblings_named(heads, rows):
        _take_as_options(reading, heads, line, siblings)
        return
    run = max(_runs(heads.lost), key=len, default=[])
    names = _names([heads.lost[place] for place in run])
    if len(run) >= FEWEST_OPTIONS and _are_named(heads, rows, run, names):
        heads.called = dict(enumerate(names, start=1))
        _take_as_options(reading, heads, line, run)


def _settle_wrong(reading: Reading, heads: Heads, line: int, rows: Sequence[Row]) -> None:
    """Move options that no key names to the wrong ones, or wrong ones that keys name to the options."""
    if _lacks_first(heads, rows):
        heads.wrong += [place for place, _ in heads.options]
        heads.options = []
        reading.tell(
            line, "beside the right answer, the other options were taken as wrong, since its answers name none"
        )
    if _letters_name_wrong(heads, rows):
        heads.options, heads.wrong = list(zip(heads.wrong, count(1))), []
        reading.tell(line, "its columns of wrong answers were taken as options, since its answers are their letters")


def _take_as_options(reading: Reading, heads: Heads, line: int, places: Sequence[int]) -> None:
    heads.options = list(zip(places, count(1)))
    taken = ", ".join(heads.unknown.pop(place) for place in places)
    reading.tell(line, f"the columns {taken} were taken as options, since its answers name them")


def _are_named(heads: Heads, rows: Sequence[Row], run: Sequence[int], names: Sequence[Sequence[str]]) -> bool:
    """Return whether most keys refer to these adjacent columns, by heading (`names`) or by content.

    At least one key must be a heading, or two must be texts in different columns.
    """
    every = [Cells(row, heads) for row in rows if not row.fault]
    answers = [(cells, said) for cells in every if (said := folded(cells.one("answer")))]
    known = {folded(each) for own in names for each in own}
    by_name = [said in known for _, said in answers]
    by_text = [next((at for at in run if folded(cells.at(at)) == said), -1) for cells, said in answers]
    named = [
        name or at >= 0 or names_option(said) for name, at, (_, said) in zip(by_name, by_text, answers, strict=True)
    ]
    filled = all(sum(bool(cells.at(at).strip()) for at in run) > 1 for cells, _ in answers)
    heads_alike = len(_shared([own[0] for own in names])) > 1 or all(names_option(own[0]) for own in names)
    certain = any(by_name) or (heads_alike and len({*by_text} - {-1}) > 1)
    return certain and filled and sum(named) >= len(named) * MOST


def _siblings_named(heads: Heads, rows: Sequence[Row]) -> list[int]:
    """Columns with headings that differ only by number or letter, if the keys name different ones of them.

    Numeric keys do not count, as they may be answers; nor do columns that need not be a key.
    """
    places = sorted(heads.lost)
    families = siblings_of([bare_head(heads.lost[place]) for place in places])
    family = max(families.values(), key=len, default={})
    if len(family) < FEWEST_OPTIONS or len(heads.places("answer")) != 1:
        return []
    run = [places[at] for at in family]
    trial = replace(heads, options=list(zip(run, count(1))))
    keyed = [cells for row in rows if not row.fault and (cells := Cells(row, trial)).one("answer")]
    named = [_key(cells) for cells in keyed if not mark_of(cells.one("answer")).isdecimal()]
    sure = len({*filter(None, named)}) > 1 and sum(map(bool, named)) >= len(keyed) * MOST
    return run if sure and heads.keyed else []


def _names(heads: Sequence[str]) -> list[tuple[str, ...]]:
    """The names of columns: the heading, and what it has beyond the common beginning of all."""
    labels = [head[len(_shared(heads)) :] for head in heads]
    if any(each.isdecimal() or folded(each) in LATIN for each in labels):  # they may be `Source 1`, `Source 2` …
        return [(head,) for head in heads]
    return list(zip(heads, labels, strict=True))


def _shared(heads: Sequence[str]) -> str:
    """The common beginning of all these texts."""
    return "".join(heads[:1])[: next((at for at, each in enumerate(zip(*heads, strict=False)) if len({*each}) > 1), 0)]


def _lacks_first(heads: Heads, rows: Sequence[Row]) -> bool:
    """Return whether answers are themselves the first options: options start at 2, and some answer names none."""
    numbers = sorted(number for _, number in heads.options)
    if heads.wrong or not heads.keyed or numbers != [*range(2, len(numbers) + 2)] or len(heads.places("answer")) != 1:
        return False
    readable = [Cells(row, heads) for row in rows if not row.fault]
    return bool(numbers) and not all(_key(cells) for cells in readable if cells.one("answer"))


def _letters_name_wrong(heads: Heads, rows: Sequence[Row]) -> bool:
    """Return whether most answers are letters while "wrong" columns have texts, i.e. hold all options."""
    if heads.options or heads.ours or len(heads.wrong) < FEWEST_OPTIONS:
        return False
    readable = [Cells(row, heads) for row in rows if not row.fault]
    said = [cells.one("answer") for cells in readable if cells.one("answer")]
    letters = [answer for answer in said if mark_of(answer).isalpha()]
    texts = any(
        len(cells.at(place).split()) > 1 or len(cells.at(place)) > 2 for cells in readable for place in heads.wrong
    )
    return texts and len(letters) > 1 and len(letters) >= len(said) * MOST


def _key(cells: Cells) -> Key:
    """The options a key names; empty if uncertain."""
    try:
        return key_of(cells.all("answer"), offered(cells))
    except Unfit:
        return frozenset()


def _runs(places: Iterable[int]) -> list[list[int]]:
    """Groups of consecutive numbers, in order."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _counts(heads: Heads, row: Row) -> list[tuple[str, int]]:
    """The numbers in a row's key, each with the number of options; empty if the key is an option's text."""
    cells = Cells(row, heads)
    key = cells.one("answer")
    try:
        options = offered(cells)
    except Unfit:  # such a row is left out later
        return []
    if row.fault or not NUMBERS.fullmatch(key) or any(option.text == key for option in options):
        return []
    return [(number, max(len(heads.options), len(options))) for number in _NUMBER.findall(key)]


def _settle_letters(heads: Heads, marks: set[str]) -> None:
    """Set the letters of the keys, if they are from another script than the headings' default.

    В may be the third Cyrillic or the second Latin letter; other keys or the headings decide.
    """
    cyrillic = bool(marks & {*"бвгджзикБГДЖЗИ"})
    latin = bool(marks & {*"сС"})
    if heads.letters == LATIN and not heads.lettered and cyrillic and not latin:
        heads.letters = CYRILLIC
    elif heads.letters == LATIN and not heads.lettered:
        used = {mark.casefold() for mark in marks}
        heads.letters = next((each for each in SERIES if each not in (LATIN, CYRILLIC) and used & {*each}), LATIN)
    heads.alike = heads.letters == LATIN and not cyrillic and (latin or heads.lettered)
