"""The pack made of imported questions: a folder of YAML files that passes the check and can be edited by hand.

A pack's questions rest on facts with sources and explain every option. What the file lacks is filled in truthfully:
each question gets its own fact, which is its answer and holds the learner's progress, under an entry for its category.
The only source is the file. Wrong options without feedback are "marked wrong" in it.
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from trotskyism_cli.imports.answers.numbering import without_numbers
from trotskyism_cli.imports.doubts import doubts
from trotskyism_cli.imports.fitting import fitted
from trotskyism_cli.imports.foreign import Change, ForeignQuestion, Misfit, Reading, Unfit, tidy
from trotskyism_cli.imports.identity import Identity, identities, signature, slug, with_remarks
from trotskyism_cli.imports.marks_left import without_marks_left
from trotskyism_cli.imports.pack_files import Categories, files_of
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import read_pack_files
from trotskyism_cli.pack.text.files import PackFile
from trotskyism_cli.pack.text.problems import Problem

ROUNDS = 4  # leaving out misfits may reveal further misfits
_BEGINNING = {"questions.yaml": re.compile(r"  - id: (\S+)$"), "entries.yaml": re.compile(r" {6}- id: (\S+)$")}


@dataclass(frozen=True, slots=True)
class NewPack:
    """A new pack: its files by name, the questions in it, those that did not fit, and warnings.

    `changes` are doubtful points in the questions for the author to check.
    """

    files: dict[str, str]
    questions: tuple[ForeignQuestion, ...]
    misfits: tuple[Misfit, ...]
    warnings: tuple[Problem, ...] = ()
    ids: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def new_pack(pack_id: str, origin: str, read: Reading, earlier: Pack | None = None) -> NewPack:
    """Make a pack of the questions that can be asked; `origin` is the name of their file.

    Ids are kept from an `earlier` pack made of the same file before it was corrected.
    """
    origin = tidy(origin) or "a file"
    pictured = {change.line for change in read.told if "picture" in change.what}
    bare, told = without_numbers(read.questions, len(read.questions) + len(read.left_out), numbered=read.numbered)
    left, misfits = _fitting(bare, pictured)
    unnumbered = [Change(bare[0].line, said, of_file=True) for said in told]
    pack_id = earlier.id if earlier else pack_id
    for _ in range(ROUNDS):
        categories = _categories(left, origin)
        own = identities(left, [categories.ids[each.category] for each in left], earlier)
        if earlier:
            left = [
                with_remarks(each, earlier.questions.get(known.question)) for each, known in zip(left, own, strict=True)
            ]
        files = files_of(pack_id, origin, left, own, categories, version=earlier.version + 1 if earlier else 1)
        found = read_pack_files([PackFile(name, text.encode()) for name, text in files.items()])
        wrong = _wrong(files, found.problems, own) if left else {}
        if not wrong:
            ordered = tuple(sorted(misfits, key=lambda misfit: misfit.line))
            ids = tuple(each.question for each in own)
            warnings = tuple(found.warnings()) if left else ()
            return NewPack(files, tuple(left), ordered, warnings, ids, (*unnumbered, *doubts(left)))
        misfits += [Misfit(left[place].line, reason) for place, reason in wrong.items()]
        left = [each for place, each in enumerate(left) if place not in wrong]
    misfits += [Misfit(each.line, "it stands with questions that do not fit", "mend these") for each in left]
    return NewPack({}, (), tuple(misfits))


def _fitting(questions: Sequence[ForeignQuestion], pictured: set[int]) -> tuple[list[ForeignQuestion], list[Misfit]]:
    """The questions that can be asked, each once, and the misfits; `pictured` are lines that had a picture."""
    left: list[ForeignQuestion] = []
    misfits: list[Misfit] = []
    seen: dict[str, int] = {}
    for question, marked in zip(questions, without_marks_left(questions), strict=True):
        try:
            if isinstance(marked, Unfit):
                raise marked
            each = fitted(marked)
        except Unfit as unfit:
            shown = question.line in pictured or any("picture" in what for what in question.changes)
            alone = shown and not question.stem
            said = ("a question that is a picture alone", "ask in words") if alone else (unfit.reason, unfit.remedy)
            misfits.append(Misfit(question.line, *said))
            continue
        sign = signature(each.stem, each.answer)
        if sign in seen:
            misfits.append(Misfit(each.line, f"the same question as in line {seen[sign]}", "keep one"))
        else:
            seen[sign] = each.line
            left.append(each)
    return left, misfits


def _categories(questions: Sequence[ForeignQuestion], origin: str) -> Categories:
    """A unique id and name for each category."""
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    taken: set[str] = set()
    for category in dict.fromkeys(question.category for question in questions):
        name, number = category or origin, 1
        while name.casefold() in taken:
            number += 1
            name = f"{category or origin} ({number})"
        taken.add(name.casefold())
        names[category] = name
        ids[category] = f"category-{slug(category, 'of')}" if category else "questions"
    return Categories(ids, names)


def _wrong(files: dict[str, str], problems: Sequence[Problem], own: Sequence[Identity]) -> dict[int, str]:
    """The first problem of each question that has one, by its index."""
    places = {
        "questions.yaml": {each.question: place for place, each in enumerate(own)},
        "entries.yaml": {each.fact: place for place, each in enumerate(own)},
    }
    found: dict[int, str] = {}
    lines: dict[str, list[str]] = {}
    begun: dict[str, list[tuple[int, str]]] = {}
    for problem in problems:
        name = problem.position.file
        if name not in places:
            continue
        if name not in begun:
            lines[name] = files[name].splitlines()
            matches = ((number, _BEGINNING[name].match(line)) for number, line in enumerate(lines[name], start=1))
            begun[name] = [(number, each[1]) for number, each in matches if each]
        at = bisect.bisect(begun[name], problem.position.line, key=lambda each: each[0]) - 1
        if at >= 0:
            key = re.match(r"[\s-]*([a-z]+):", lines[name][problem.position.line - 1])
            reason = f"{key[1]}: {problem.message}" if key else problem.message
            found.setdefault(places[name][begun[name][at][1]], reason)
    return found
