"""How the keys of a table name options, which all its rows together tell: from 0 or from 1, and in which letters."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import count

from trotskyism_cli.imports.answers.certain import names_option
from trotskyism_cli.imports.answers.keys import Key, Way, key_of, mark_of, way_of
from trotskyism_cli.imports.answers.listed import is_list
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
MOST_OPTIONS = 9  # to which a wrong number may yet belong
FEW_BEYOND = 4  # one number in so many may be beyond the options, else they count something else
FEWEST_OPTIONS = 3  # columns with unknown heads
_NUMBER = re.compile(r"(?<![.0-9])[0-9]+")
_NUMBER_WITH_WORD = re.compile(rf"\s*(?:{OPTION_WORDS})\s?[1-9][0-9]?\s*|\s*[1-9](?:st|nd|rd|th)\s*", re.IGNORECASE)


def settle(reading: Reading, heads: Heads, line: int, rows: Sequence[Row]) -> None:
    """Find out from all rows whether their keys count options from 0 or from 1, and which letters they have."""
    if heads.options and not heads.ours:
        said = [cell for row in rows if not row.fault for cell in Cells(row, heads).all("answer")[:1]]
        counts = [(int(found), most) for row in rows for found, most in _counts(heads, row)]
        numbers = {number for number, _ in counts}
        named_0 = any(number == 0 for _, number in heads.options)  # then the numbers are those of the heads
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
    """Whether most keys that can be read in one way alone are texts of options, letters or numbers."""
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
    """Whether the answers are 1, 2, 3 … down all rows, in a column before the questions: they may be their numbers."""
    first = heads.places("answer")[:1] < heads.places("question")[:1]
    return (
        first and len(said) > 2 and [each.strip() for each in said] == [str(each) for each in range(1, len(said) + 1)]
    )


def adopt_options(reading: Reading, heads: Heads, line: int, rows: Sequence[Row]) -> None:
    """Take columns side by side with unknown heads as options, if the keys of most rows name them."""
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
    """Take options that no key names as wrong ones beside a right answer, and wrong ones that keys name as options."""
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
    """Whether the keys of most rows name columns side by side, by their `names` or by what stands in them.

    One key at least is the head of such a column, or two are the texts in different ones.
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
    """Columns called the same but for numbers or letters in order, if the keys name different ones of them.

    Numbers alone do not, since they may be answers; nor does a column that need not be a key.
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
    """By what columns may be named: the whole head, or what one has beyond the beginning that all share."""
    labels = [head[len(_shared(heads)) :] for head in heads]
    if any(each.isdecimal() or folded(each) in LATIN for each in labels):  # these may be `Source 1`, `Source 2` …
        return [(head,) for head in heads]
    return list(zip(heads, labels, strict=True))


def _shared(heads: Sequence[str]) -> str:
    """With what all of some texts begin."""
    return "".join(heads[:1])[: next((at for at, each in enumerate(zip(*heads, strict=False)) if len({*each}) > 1), 0)]


def _lacks_first(heads: Heads, rows: Sequence[Row]) -> bool:
    """Whether the answers are the first options themselves: there are options 2, 3 …, and some answer names none."""
    numbers = sorted(number for _, number in heads.options)
    if heads.wrong or not heads.keyed or numbers != [*range(2, len(numbers) + 2)] or len(heads.places("answer")) != 1:
        return False
    readable = [Cells(row, heads) for row in rows if not row.fault]
    return bool(numbers) and not all(_key(cells) for cells in readable if cells.one("answer"))


def _letters_name_wrong(heads: Heads, rows: Sequence[Row]) -> bool:
    """Whether most answers are letters, and the columns called wrong are texts: then all options stand in these."""
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
    """The options that a key names; none if it names none for certain."""
    try:
        return key_of(cells.all("answer"), offered(cells))
    except Unfit:
        return frozenset()


def _runs(places: Iterable[int]) -> list[list[int]]:
    """Numbers in order, those that follow each other together."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _counts(heads: Heads, row: Row) -> list[tuple[str, int]]:
    """The numbers by which the key of a row names options, unless they are the text of one; each with how many it has.

    The options may have columns, or stand in one cell.
    """
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
    """Which letters the keys have, if they are of another script than the heads, under options with numbers above all.

    В may be the third Cyrillic letter or the second Latin one: others of the column tell, or the heads.
    """
    cyrillic = bool(marks & {*"бвгджзикБГДЖЗИ"})
    latin = bool(marks & {*"сС"})
    if heads.letters == LATIN and not heads.lettered and cyrillic and not latin:
        heads.letters = CYRILLIC
    elif heads.letters == LATIN and not heads.lettered:
        used = {mark.casefold() for mark in marks}
        heads.letters = next((each for each in SERIES if each not in (LATIN, CYRILLIC) and used & {*each}), LATIN)
    heads.alike = heads.letters == LATIN and not cyrillic and (latin or heads.lettered)
