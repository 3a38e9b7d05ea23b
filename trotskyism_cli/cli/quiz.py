"""`quiz` and `questions`: the bank, put to somebody or printed."""

import json
import random
import shlex
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

import typer

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.face import face_of
from trotskyism_cli.cli.options import Kinds, Plain, Seed, Topics
from trotskyism_cli.errors import NotFoundError, UsageError
from trotskyism_cli.items.bank import Wanted, generate, kinds
from trotskyism_cli.items.model import Difficulty, Item, Response
from trotskyism_cli.learning.manner import Manner
from trotskyism_cli.learning.session import Result, Session, entries_to_read
from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.questions import items_document, result_document
from trotskyism_cli.screen.sitting import sit

app = typer.Typer()

LARGEST_SEED = 99_999  # short enough to be told to a class


@dataclass(frozen=True, slots=True)
class Selection:
    """Which questions are wanted."""

    count: int
    seed: int
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    difficulty: str = ""
    responses: tuple[Response, ...] = (Response.CHOICE,)
    pack: str = ""

    @property
    def asked_otherwise(self) -> tuple[Response, ...]:
        """The responses, if they are not just choices."""
        return () if self.responses == (Response.CHOICE,) else self.responses

    def command(self, further: str = "") -> str:
        """The command that asks for exactly these questions."""
        words = [
            "trotskyism",
            *(("--pack", self.pack) if self.pack else ()),
            "quiz",
            *self.topics,
            "-n",
            str(self.count),
            "--seed",
            str(self.seed),
        ]
        words += [word for kind in self.kinds for word in ("--kind", kind)]
        words += ["--difficulty", self.difficulty] if self.difficulty else []
        words += [word for response in self.asked_otherwise for word in ("--response", response.value)]
        return shlex.join(words) + further


Count = Annotated[int, typer.Option("-n", "--number", min=1, max=100_000, help="How many questions.")]
DifficultyOption = Annotated[
    Difficulty | None, typer.Option("--difficulty", help="How alike the options are.", case_sensitive=False)
]
Responses = Annotated[
    list[Response] | None,
    typer.Option("--response", help="Only questions answered so; may be repeated.", case_sensitive=False),
]


@app.command()
def quiz(
    ctx: typer.Context,
    topic: Topics = None,
    number: Count = 10,
    kind: Kinds = None,
    difficulty: DifficultyOption = None,
    response: Responses = None,
    typed: Annotated[bool, typer.Option("--typed", help="Write the answers out: names and years.")] = False,
    confidence: Annotated[bool, typer.Option("--confidence", help="Say how sure you are each time.")] = False,
    marks: Annotated[
        bool, typer.Option("--marks", help="With confidence: +1 +2 +3 for right answers, 0 −2 −6 for wrong ones.")
    ] = False,
    exam: Annotated[bool, typer.Option("--exam", help="Feedback only at the end, with a report.")] = False,
    time_limit: Annotated[
        float | None, typer.Option("--time-limit", min=0.05, metavar="MINUTES", help="For all questions together.")
    ] = None,
    seed: Seed = None,
    retry: Annotated[str, typer.Option("--retry", metavar="2,5", help="Of these questions, only those numbers.")] = "",
    plain: Plain = False,
) -> None:
    """Ask questions one by one, with the explanation after each; stop at any time and see the score so far.

    On a terminal: arrow keys or numbers. Piped, or with --plain: one line of input a question (a number, a letter or
    the option itself; ? to pass, q to stop).

    Examples:

      trotskyism quiz

      trotskyism quiz fourth international -n 5 --kind year

      trotskyism quiz --exam --time-limit 10 --confidence
    """
    context: AppContext = ctx.obj
    chosen = Selection(
        count=number,
        seed=new_seed() if seed is None else seed,
        topics=tuple(topic or ()),
        kinds=tuple(kind or ()),
        difficulty=difficulty or "",
        responses=_responses(response, typed=typed),
        pack=str(context.pack_folder or ""),
    )
    numbered = list(enumerate(select(context.library, chosen), start=1))
    wanted = _numbers(retry, len(numbered)) if retry else {place for place, _ in numbered}
    items = [item for place, item in numbered if place in wanted]
    original = [place for place, _ in numbered if place in wanted]
    manner = Manner(confidence or marks, marks, exam, None if time_limit is None else 60 * time_limit)
    run(context, items, chosen, original, manner, plain=plain)


def _responses(chosen: list[Response] | None, *, typed: bool) -> tuple[Response, ...]:
    """The responses wanted: choices, unless others are named."""
    named = [*(chosen or ()), *([Response.TYPED] if typed else [])]
    return tuple(dict.fromkeys(named)) or (Response.CHOICE,)


def run(
    context: AppContext,
    items: list[Item],
    chosen: Selection,
    original: list[int],
    manner: Manner = Manner(),  # noqa: B008  a frozen value
    *,
    plain: bool = False,
) -> None:
    """Put items to whoever sits there; `original` are their numbers in what was chosen."""
    library = context.library

    def finish(result: Result) -> Document:
        to_read = [library.pack.entries[each] for each in entries_to_read(library.pack, result.missed)]
        missed = ",".join(str(original[feedback.question.number - 1]) for feedback in result.missed)
        return result_document(result, to_read, chosen.command(f" --retry {missed}"), manner)

    sit(Session(items), face_of(context, plain=plain), manner, finish, time.monotonic)


@app.command()
def questions(
    ctx: typer.Context,
    topic: Topics = None,
    number: Count = 10,
    kind: Kinds = None,
    difficulty: DifficultyOption = None,
    seed: Seed = None,
    response: Responses = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, with certificates.")] = False,
) -> None:
    """Print questions from the bank with their answers and explanations. The same seed gives the same bytes.

    All responses are mixed unless some are named; `--response choice` gives the questions of `quiz` with that seed.

    Examples:

      trotskyism questions -n 20 --seed 7

      trotskyism questions kadets --json -n 100 --response choice
    """
    context: AppContext = ctx.obj
    chosen = Selection(
        count=number,
        seed=0 if seed is None else seed,
        topics=tuple(topic or ()),
        kinds=tuple(kind or ()),
        difficulty=difficulty or "",
        responses=tuple(response or Response),
    )
    items = select(context.library, chosen)
    if as_json:
        for item in items:
            context.write(json.dumps(item.as_json(), ensure_ascii=False) + "\n")
    else:
        context.show(items_document(items))


def select(library: Library, chosen: Selection) -> list[Item]:
    """The items of a selection; NotFoundError if there are none."""
    return list(stream(library, chosen))


def stream(library: Library, chosen: Selection) -> Iterator[Item]:
    """The items of a selection, each made when it is asked for; NotFoundError at the first if there are none."""
    if chosen.kinds:  # which kinds a pack gives takes a while to find out
        known = kinds(library.pack)
        if unknown := sorted(set(chosen.kinds) - set(known)):
            raise UsageError(f"There are no questions of the kind “{unknown[0]}”; there are: {', '.join(known)}.")
    none = True
    for item in islice(_stream(library, chosen), chosen.count):
        none = False
        yield item
    if none:
        raise NotFoundError("No question fits all that; ask for another topic, kind or difficulty.")


def _stream(library: Library, chosen: Selection) -> Iterator[Item]:
    """Items of the chapters named, or about the entry named."""
    topics, entries = meant(library, " ".join(chosen.topics)) if chosen.topics else (set(), set())
    wanted = Wanted(
        topics=topics or None,
        entries=entries or None,
        kinds=chosen.kinds or None,
        difficulty=Difficulty(chosen.difficulty) if chosen.difficulty else None,
        responses=chosen.responses,
    )
    yield from generate(library.pack, chosen.count, chosen.seed, wanted)


def meant(library: Library, words: str) -> tuple[set[str], set[str]]:
    """The ids of the chapters, or else of the entries, that the words name."""
    for topic in library.pack.topics:
        if words.casefold() in (topic.id, topic.title.casefold()):
            return {topic.id}, set()
    entry = library.resolve(words).entry
    if entry:
        return set(), {entry}
    found = library.topic(words)
    if found is None:
        raise NotFoundError(f"There is no chapter or entry “{words}”. See the chapters: trotskyism summary")
    return {found.id}, set()


def _numbers(text: str, count: int) -> set[int]:
    """The numbers in `2,5`; UsageError if one of them is not among the questions."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts or not all(part.isdigit() and 1 <= int(part) <= count for part in parts):
        raise UsageError(f"--retry takes numbers from 1 to {count}, with commas between them; not “{text}”.")
    return {int(part) for part in parts}


def new_seed() -> int:
    """A seed by chance."""
    return random.randint(0, LARGEST_SEED)
