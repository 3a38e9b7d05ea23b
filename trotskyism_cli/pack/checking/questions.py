"""Authors' questions: read from their records, and checked for what would keep one from being asked."""

import re
from collections import defaultdict
from collections.abc import Iterator

from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.checking.entry_checks import EntryCheck
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Option, Pair, Question
from trotskyism_cli.pack.text.places import Places
from trotskyism_cli.pack.text.problems import Problem
from trotskyism_cli.pack.text.records import Record, RecordReader, one_line
from trotskyism_cli.pack.wording import bare_words

# A mention of an id: the record with it (`kind:id`), its key there, the kind of record it must name, and the id.
Reference = tuple[str, str, str, str]

_OF_THESE = lazy_regex(r"\b(which|who|what) of (these|the following)\b", re.IGNORECASE)
FEWEST, MOST = 2, 12  # options or pairs; each gets a letter


def read_question(own_id: str, record: Record, records: RecordReader, places: Places) -> Question:
    """Make a question of its record, and note the places of its options."""
    options = [option for each in record.records("options") if (option := records.read(each, "option")).values]
    for place, option in enumerate(options):
        places.note(f"option:{own_id}.{place}", option)
    return Question(
        id=own_id,
        stem=one_line(record.text("stem")),
        options=tuple(map(_option, options)),
        explanation=one_line(record.text("explanation")),
        about=record.texts("about"),
        citations=record.citations(),
        topic=record.text("topic"),
        several=record.text("response") == "several",
        importance=record.integer("importance", 0) or None,
        accepted=tuple(map(one_line, record.texts("accepted"))),
        pairs=tuple(_pair(records.read(each, "pair")) for each in record.records("pairs")),
        spare=tuple(map(one_line, record.texts("spare"))),
        order=tuple(map(one_line, record.texts("order"))),
        passage=record.text("passage"),
    )


def _pair(record: Record) -> Pair:
    return Pair(one_line(record.text("prompt")), one_line(record.text("answer")))


def _option(record: Record) -> Option:
    return Option(
        text=one_line(record.text("text")),
        right=record.flag("right"),
        note=one_line(record.text("note")),
        facts=record.texts("facts"),
        credit=record.integer("credit", 0),
    )


def question_references(question: Question) -> Iterator[Reference]:
    """Every mention of an id in a question."""
    name = f"question:{question.id}"
    yield from ((name, "about", "fact or quotation", each) for each in question.about)
    yield from ((name, "source", "source", each.source) for each in question.citations)
    if question.topic:
        yield name, "topic", "topic", question.topic
    if question.passage:
        yield name, "passage", "quote", question.passage
    for place, option in enumerate(question.options):
        yield from ((f"option:{question.id}.{place}", "facts", "fact", each) for each in option.facts)


class Questions(EntryCheck):
    """Questions can be asked. `question_style` checks whether they are good."""

    def __init__(self, pack: Pack, places: Places) -> None:
        super().__init__(pack, places)
        self._corrections: dict[str, set[str]] = defaultdict(set)

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """Collect which facts correct which; reports nothing yet."""
        for fact in entry.facts:
            if fact.corrects:
                self._corrections[fact.corrects].add(fact.id)
        yield from ()

    def of_all(self) -> Iterator[Problem]:
        """Problems of each question."""
        for question in self.pack.questions.values():
            yield from self._corrected(question)
            yield from _question(question, self.places)

    def _corrected(self, question: Question) -> Iterator[Problem]:
        for each in question.about:
            corrections = self._corrections.get(each)
            if corrections and corrections.isdisjoint(question.about):
                message = f"{each} is corrected by {min(corrections)}; name that in about: too, or leave this out"
                yield Problem(self.places.at(f"question:{question.id}", "about"), message)


def _question(question: Question, places: Places) -> Iterator[Problem]:
    answers = (question.options or question.accepted, question.pairs, question.order)
    if len([each for each in answers if each]) != 1:
        message = "write options:, or accepted: (typed), pairs: (match) or order:, and only one of these"
        yield Problem(places.at(f"question:{question.id}"), message)
    elif question.options:
        yield from _options(question, places)
        yield from _right(question, places)
        yield from _wrong(question, places)
        yield from _typed(question, places)
    elif question.pairs:
        yield from _pairs(question, places)
    elif question.order:
        yield from _order(question, places)
    if question.passage and not question.options:
        message = "a passage is for a question with options:; delete it, or write options"
        yield Problem(places.at(f"question:{question.id}", "passage"), message)


def _options(question: Question, places: Places) -> Iterator[Problem]:
    if not FEWEST <= len(question.options) <= MOST:
        message = f"{counted(len(question.options), 'option')}; write {FEWEST} to {MOST}"
        yield Problem(places.at(f"question:{question.id}", "options"), message)
    seen: set[str] = set()
    for place, option in enumerate(question.options):
        if option.text in seen:
            where = places.at(f"option:{question.id}.{place}", "text")
            yield Problem(where, "the same option a second time; write another")
        seen.add(option.text)


def _right(question: Question, places: Places) -> Iterator[Problem]:
    where = places.at(f"question:{question.id}", "options")
    right = sum(option.right for option in question.options)
    if not right:
        yield Problem(where, "no option is right; mark it with right: true")
    elif right > 1 and not question.several:
        yield Problem(where, f"{right} options are right; keep one, or write response: several")
    elif right == len(question.options):
        yield Problem(where, "every option is right; write some that are wrong")


def _wrong(question: Question, places: Places) -> Iterator[Problem]:
    for place, option in enumerate(question.options):
        name = f"option:{question.id}.{place}"
        if not option.right and not option.note:
            message = "a wrong option without a note; say why it is wrong, or whose mistake it is"
            yield Problem(places.at(name), message)
        if option.credit and (option.right or question.several or not 0 < option.credit < 100):
            message = "credit: is for a wrong option of a choice, from 1 to 99 percent; delete it, or mend it"
            yield Problem(places.at(name, "credit"), message)


def _typed(question: Question, places: Places) -> Iterator[Problem]:
    """Problems of a question with options that can also be typed."""
    where = places.at(f"question:{question.id}", "accepted")
    if question.accepted and question.several:
        yield Problem(where, "accepted: beside options is for a choice with one right option; delete it")
    if question.accepted and _OF_THESE.search(question.stem):
        yield Problem(
            where, "the stem asks for one of the options, and cannot be typed; delete accepted:, or reword it"
        )
    wrong = {bare_words(option.text): option.text for option in question.options if not option.right}
    for each in question.accepted:
        if bare_words(each) in wrong:
            yield Problem(where, f"{each!r} is accepted, and is a wrong option; keep one of the two")


def _pairs(question: Question, places: Places) -> Iterator[Problem]:
    where = places.at(f"question:{question.id}", "pairs")
    if not FEWEST <= len(question.pairs) <= MOST:
        yield Problem(where, f"{counted(len(question.pairs), 'pair')}; write {FEWEST} to {MOST}")
    if len({pair.prompt for pair in question.pairs}) < len(question.pairs):
        yield Problem(where, "two pairs with one prompt; keep one")
    answers = {*(pair.answer for pair in question.pairs), *question.spare}
    if not FEWEST <= len(answers) <= MOST:
        yield Problem(where, f"{counted(len(answers), 'answer')} to choose from; write {FEWEST} to {MOST}")


def _order(question: Question, places: Places) -> Iterator[Problem]:
    where = places.at(f"question:{question.id}", "order")
    if not FEWEST <= len(question.order) <= MOST:
        yield Problem(where, f"{counted(len(question.order), 'thing')} to put in order; write {FEWEST} to {MOST}")
    if len(set(question.order)) < len(question.order):
        yield Problem(where, "the same a second time; write another")
