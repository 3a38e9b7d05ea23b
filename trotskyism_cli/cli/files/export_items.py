"""Write the questions of a selection in a format, and report what was written."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.files.same_id import others_with_id
from trotskyism_cli.cli.saving import deliver, refuse_to_overwrite
from trotskyism_cli.cli.sittings.selection import COUNTED_MOST, Selection, chapter_with_more, meant, stream
from trotskyism_cli.errors import NotFoundError, UsageError
from trotskyism_cli.export.flashcards import Flashcard, flashcards
from trotskyism_cli.export.paper import COLUMNS, Paper, Sheets, TableStyle
from trotskyism_cli.export.registry import FORMATS, Format
from trotskyism_cli.invocation import bare_command
from trotskyism_cli.items.model import Item
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.stock_phrases import UNLICENSED
from trotskyism_cli.screen.output.progress_line import ProgressLine, at_work

TO_ANKI = ("anki", "anki-update", "tsv")
SPARE = 20  # questions are looked at for each that has to fit into little room


class Settings(NamedTuple):
    """Values of options that only some formats have, and whether a number of questions was given."""

    cards: bool
    variants: int
    table: TableStyle
    title: str
    unsaid: bool = False


class Target(NamedTuple):
    """Where the questions go: a file or the screen; and the file of the key, if it has one of its own."""

    output: Path | None
    key: Path | None
    force: bool

    @property
    def files(self) -> list[Path]:
        """The files to be written."""
        return [each for each in (self.output, self.key) if each is not None]

    @property
    def is_seen(self) -> bool:
        """Whether the questions go to a screen."""
        return self.output is None and sys.stdout.isatty()


def export_items(context: AppContext, form: Format, chosen: Selection, settings: Settings, target: Target) -> None:
    """Write the items of a selection."""
    _check(form, target)
    pack = context.library.pack
    topics, entries = meant(context.library, " ".join(chosen.topics)) if chosen.topics else (set(), set())
    cards = _Cards(flashcards(pack, topics, entries) if "cards" in form.takes and settings.cards else ())
    folder = () if context.pack_folder is None else ("--pack", str(context.pack_folder))
    paper = Paper(
        title=settings.title or pack.name,
        titled=bool(settings.title),
        pack=pack.id,
        topics={topic.id: topic.title for topic in pack.topics},
        version=pack.version,
        released=pack.released,
        language=pack.language,
        licence="" if pack.licence == UNLICENSED else pack.licence,
        command=bare_command(*folder, *chosen.words),
        cards=cards,
        table=settings.table,
        seed=chosen.seed,
        variants=settings.variants,
        columns=min(COLUMNS, context.width) if target.is_seen else COLUMNS,
    )
    passed = _Counted(context, form, chosen)
    if target.is_seen:
        _write(form, passed, paper, target)
    else:
        with at_work("Making questions …") as passed.line:
            _write(form, passed, paper, target)
    if form.name in TO_ANKI and context.pack_folder is not None:
        _warn_of_others(context, context.pack_folder)
    where = "".join(f"{what}{file}" for what, file in ((": ", target.output), ("; the key: ", target.key)) if file)
    further = "".join(f" {each}" for each in _further(context, form, chosen, passed, cards.done))
    there = _there_are(context, form, chosen, passed) if settings.unsaid else ""
    if where or further or there:
        done = there or counted(passed.done, "question")
        context.tell(f"{done} written{where}{'.' if further or not where else ''}{further}")


def _there_are(context: AppContext, form: Format, chosen: Selection, passed: "_Counted") -> str:
    """`10 of 486 questions`, `All 486 questions`: how many there are, if no number was given."""
    done = counted(passed.done, "question")
    if passed.done < chosen.count:
        return f"All {done}" if passed.done > 1 else done
    every = stream(context.library, replace(chosen, count=COUNTED_MOST + 1))
    there = sum(form.fits is None or form.fits(each) for each in every)
    if there <= passed.done:
        return f"All {done}"
    told = f"more than {COUNTED_MOST:,}" if there > COUNTED_MOST else f"{there:,}"
    return f"{passed.done} of {told} questions (-n sets how many)"


def _check(form: Format, target: Target) -> None:
    """UsageError if a format cannot be written to this target."""
    if form.binary and target.is_seen:
        raise UsageError(f"A screen cannot show {form.name}; name a file: -o questions{form.suffix}")
    for file in target.files:
        _check_suffix(form, file)
        if not target.force:
            refuse_to_overwrite(file)
    if len({file.resolve() for file in target.files}) < len(target.files):
        raise UsageError(f"The questions and the key cannot both be {target.key}; give the key another name.")


def _write(form: Format, items: Iterable[Item], paper: Paper, target: Target) -> None:
    """Write the questions, with the key beside them or in a file of its own."""
    if target.key is None:
        deliver(form.write(items, paper), target.output, force=target.force)
        return
    asked = list(items)
    deliver(form.write(asked, replace(paper, sheets=Sheets.QUESTIONS)), target.output, force=target.force)
    deliver(form.write(asked, replace(paper, sheets=Sheets.KEY)), target.key, force=target.force)


def _further(context: AppContext, form: Format, chosen: Selection, passed: "_Counted", cards: int) -> Iterator[str]:
    """Further notes, besides how many questions were written and where."""
    if cards:
        yield f"Beside them {counted(cards, 'card')} of facts and quotations; with --no-cards there are none."
    if passed.fewer:
        yield f"{form.lost}: {counted(passed.fewer, 'question')}."
    if passed.over:
        yield f"Passed over: {counted(passed.over, 'question')} for which {form.name} has no room."
    if passed.done != chosen.count and not form.whole:
        more = chapter_with_more(context.library, chosen, passed.done, "export", form.name)
        yield f"There are no more that fit.{more}"


def _warn_of_others(context: AppContext, folder: Path) -> None:
    own = context.library.pack.id
    for other in others_with_id(context.data_folder, own, folder):
        context.tell(
            f"The pack in {other} has the id “{own}” too, and went to Anki before. If it is another pack, give one of "
            "the two another id in its pack.yaml: else Anki writes the notes of one over those of the other."
        )


def _check_suffix(form: Format, output: Path) -> None:
    """UsageError if a table would be named like a spreadsheet, or the reverse: no program could open it."""
    suffix = output.suffix.casefold()
    others = {each.suffix for each in FORMATS if each.binary or form.binary}
    if suffix in others and suffix != form.suffix:
        raise UsageError(f"{form.name} is no {suffix} file; name it {output.with_suffix(form.suffix).name}.")


class _Cards:
    """An iterator that counts the cards that pass."""

    def __init__(self, cards: Iterable[Flashcard]) -> None:
        self._cards = cards
        self.done = 0

    def __iter__(self) -> Iterator[Flashcard]:
        for card in self._cards:
            self.done += 1
            yield card


class _Counted:
    """An iterator that counts the items that pass and shows progress.

    `over` counts those that the format cannot hold.
    """

    def __init__(self, context: AppContext, form: Format, chosen: Selection) -> None:
        self.over = 0
        self.fewer = 0  # items that lose something
        self._loses = form.loses
        total = chosen.count
        items = stream(context.library, chosen if form.fits is None else replace(chosen, count=SPARE * total))
        if form.fits is not None:
            items = islice(self._fitting(items, form.fits), total)
        first = next(items, None)  # NotFoundError, if there are none, comes before anything is written
        if first is None:
            raise NotFoundError("No question fits this format; choose another topic or format.")
        self._items = chain([first], items)
        self._of = "" if form.whole else f" of {total}"
        self.done = 0
        self.line: ProgressLine | None = None

    def _fitting(self, items: Iterator[Item], fits: Callable[[Item], bool]) -> Iterator[Item]:
        for item in items:
            if fits(item):
                yield item
            else:
                self.over += 1

    def __iter__(self) -> Iterator[Item]:
        for item in self._items:
            self.done += 1
            self.fewer += self._loses is not None and self._loses(item)
            yield item
            if self.line:
                self.line.tell(f"Making questions: {self.done}{self._of} …")
