"""Which questions are wanted, and getting them: made from the pack, or taken from the text cache if made before."""

import random
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from threading import Thread

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import NotFoundError, UsageError
from trotskyism_cli.invocation import bare_command, command
from trotskyism_cli.items.model import Difficulty, Item, Response
from trotskyism_cli.learning.answering.session import Feedback
from trotskyism_cli.learning.study.kept_items import KeptItems
from trotskyism_cli.library.library import Library
from trotskyism_cli.message_text import shortened
from trotskyism_cli.screen.questions.kinds import kind_words

LARGEST_SEED = 99_999  # short enough to be told to a class
COUNTED_MOST = 1_000  # questions of a chapter, where it is said how many it has
ANSWERED = {  # how, behind the word question
    Response.CHOICE: "with one answer to choose",
    Response.SEVERAL: "with several right answers",
    Response.ORDER: "to put in order",
    Response.MATCH: "to match",
    Response.TYPED: "to answer in writing",
}
SHELVED_MOST = 100  # questions; more are seldom asked for again


@dataclass(frozen=True, slots=True)
class Selection:
    """Which questions are wanted; `by_chance` if no seed was given.

    `missed` are the facts to ask about, if only missed ones are wanted; with `trivia`, facts that one only looks up
    count too.
    """

    count: int
    seed: int
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    difficulty: str = ""
    responses: tuple[Response, ...] = (Response.CHOICE,)
    by_chance: bool = False
    missed: tuple[str, ...] | None = None
    trivia: bool = False

    @property
    def asked_otherwise(self) -> tuple[Response, ...]:
        """The responses, unless they are the usual ones."""
        return () if self.responses == usual_responses(self.kinds) else self.responses

    @property
    def without_seed(self) -> str:
        """A name for the selection without its seed, under which it is shelved."""
        return bare_command(*replace(self, seed=0).words)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a command that asks for exactly these questions, of whatever pack."""
        words = [
            "quiz",
            *self.topics,
            *(() if self.missed is None else ("--missed",)),
            "-n",
            str(self.count),
            "--seed",
            str(self.seed),
        ]
        words += [word for kind in self.kinds for word in ("--kind", kind)]
        words += ["--difficulty", self.difficulty] if self.difficulty else []
        words += ["--trivia"] if self.trivia else []
        words += [word for response in self.asked_otherwise for word in ("--response", response.value)]
        return tuple(words)


def usual_responses(kinds: Collection[str]) -> tuple[Response, ...]:
    """The responses without `--response`: choice, or whatever the kinds allow that have no choices."""
    if kinds:
        from trotskyism_cli.items.options.pools import YEAR  # a quiz from the text cache does without

        if set(kinds) == {YEAR}:
            return tuple(Response)
    return (Response.CHOICE,)


def select(library: Library, chosen: Selection) -> list[Item]:
    """The items of a selection, from the text cache if they were made before. NotFoundError if there are none."""
    if chosen.missed is not None:
        return list(stream(library, chosen))
    shelved = KeptItems(library)
    items = shelved.get(chosen.without_seed, chosen.seed)
    if not items:
        items = list(stream(library, chosen))
        if chosen.count <= SHELVED_MOST:
            shelved.put(chosen.without_seed, chosen.seed, items)
            if chosen.by_chance:
                shelved.keep_next(chosen.without_seed, chosen.seed, items)
    return items


def with_seed(library: Library, chosen: Selection) -> Selection:
    """The selection with a random seed: that of the prepared quiz, if there is one."""
    ready = KeptItems(library).next_seed(chosen.without_seed)
    return replace(chosen, seed=random.randint(0, LARGEST_SEED) if ready is None else ready, by_chance=True)


def then_next(context: AppContext, chosen: Selection, keep: Callable[[Feedback], None]) -> Callable[[Feedback], None]:
    """Wrap `keep`: with the first answer this quiz is used up, and the next one is prepared while the learner reads."""
    begun: list[Feedback] = []

    def make() -> None:
        library = AppContext(context.pack_folder).library  # a thread has its own connection
        following = replace(chosen, seed=random.randint(0, LARGEST_SEED))
        KeptItems(library).keep_next(chosen.without_seed, following.seed, list(stream(library, following)))

    def kept(feedback: Feedback) -> None:
        keep(feedback)
        if not begun:
            KeptItems(context.library).drop_next(chosen.without_seed)
            if context.draws and chosen.count <= SHELVED_MOST:
                Thread(target=make, daemon=True).start()
        begun.append(feedback)

    return kept if chosen.by_chance and chosen.missed is None else keep


def stream(library: Library, chosen: Selection) -> Iterator[Item]:
    """The items of a selection, each made when it is asked for. NotFoundError at the first if there are none."""
    from trotskyism_cli.items.making.bank import (  # a quiz from the text cache needs no machinery
        KINDS,
        kinds,
    )

    if unknown := sorted(set(chosen.kinds) - set(KINDS)):
        known = ", ".join(map(_in_words, kinds(library.pack)))
        raise UsageError(f"There are no questions of the kind “{unknown[0]}”; there are: {known}.")
    none = True
    for item in islice(_stream(library, chosen), chosen.count):
        none = False
        yield item
    if none:
        if replace(chosen, count=0, seed=0, by_chance=False) == Selection(
            0, 0, responses=chosen.responses, trivia=chosen.trivia
        ):
            raise NotFoundError(f"No such question can be made of this pack; {_remedy(library, chosen)}.")
        if others := _answered_otherwise(library, chosen):
            raise NotFoundError(_said_of_responses(library, chosen, others))
        named = " ".join(chosen.topics)
        chapter = library.topic(named) if named else None
        if chapter and meant(library, named)[1]:
            raise NotFoundError(f"There is no such question about {named}; the chapter nearest to it is {chapter.id}.")
        more = "" if chosen.trivia else " With --trivia there may be some."
        raise NotFoundError(f"No question fits all that; ask for another topic, kind or difficulty.{more}")


def chapter_with_more(library: Library, chosen: Selection, made: int, *by: str) -> str:
    """A sentence that names the chapter of an entry and the command `by` which to get that chapter's questions.

    Empty if it has no more questions.
    """
    named = " ".join(chosen.topics)
    chapter = library.topic(named) if named and chosen.missed is None else None
    if chapter is None or not meant(library, named)[1]:
        return ""
    of_chapter = replace(chosen, topics=(chapter.id,), count=COUNTED_MOST)
    there = sum(1 for _ in islice(_stream(library, of_chapter), COUNTED_MOST))
    return f" The chapter nearest to it has {there:,}: {command(*by, chapter.id)}" if there > made else ""


def _in_words(kind: str) -> str:
    """`order (order of time)`: a kind by both of its names."""
    said = kind_words(kind)
    return kind if said == kind else f"{kind} ({said})"


def _remedy(library: Library, chosen: Selection) -> str:
    """What to do if the pack has no question with the wanted response."""
    others = sorted({each.response for each in library.pack.questions.values()} - {*chosen.responses})
    if others:
        return f"add {_flags(others)}"
    return "it takes more facts that are alike"


def _answered_otherwise(library: Library, chosen: Selection) -> list[Response]:
    """The responses of questions that fit the selection but for their response."""
    others = (each for each in Response if each not in chosen.responses)
    return [each for each in others if next(_stream(library, replace(chosen, count=1, responses=(each,))), None)]


def _said_of_responses(library: Library, chosen: Selection, others: Iterable[Response]) -> str:
    """A sentence that no question has the wanted response, and which responses there are."""
    topics, entries = meant(library, " ".join(chosen.topics)) if chosen.topics else (set[str](), set[str]())
    titles = [f"The chapter “{library.pack.topic(each).title}”" for each in topics]
    names = [f"What the book has on {library.pack.entries[each].name}" for each in entries]
    whose = next(iter((*titles, *names)), "The book")
    wanted = " and none ".join(ANSWERED[each] for each in chosen.responses)
    such = " such" if chosen.kinds or chosen.difficulty or chosen.missed is not None else ""
    return f"{whose} has no{such} question {wanted}; it has others: {_flags(others)}."


def _flags(responses: Iterable[str]) -> str:
    return " ".join(f"--response {each}" for each in responses)


def _stream(library: Library, chosen: Selection) -> Iterator[Item]:
    """Items of the named chapters, or about the named entry (of a place: the events there), the nearest first."""
    from trotskyism_cli.items.making.bank import Wanted, generate

    topics, entries = meant(library, " ".join(chosen.topics)) if chosen.topics else (set(), set())
    wanted = Wanted(
        topics=topics or None,
        entries={each for entry in entries for each in library.with_its_events(entry)} or None,
        facts=chosen.missed,
        kinds=chosen.kinds or None,
        difficulty=Difficulty(chosen.difficulty) if chosen.difficulty else None,
        responses=chosen.responses,
        trivia=chosen.trivia,
    )
    return generate(library.pack, chosen.count, chosen.seed, wanted)


def meant(library: Library, words: str) -> tuple[set[str], set[str]]:
    """The ids of the chapters that the words name, or else of the entries."""
    for topic in library.pack.topics:
        if words.casefold() in (topic.id, topic.title.casefold()):
            return {topic.id}, set()
    entry = library.resolve(words).entry
    if entry:
        return set(), {entry}
    found = library.topic(words)
    if found is None:
        further = f"See the chapters: {command('summary')}"
        if words.isdecimal():
            further = f"For so many questions: {command('quiz', '-n', words)}"
        raise NotFoundError(f"There is no chapter or entry “{shortened(words)}”. {further}")
    return {found.id}, set()
