"""Questions that an author writes: from records to values, and what makes one fit to be asked."""

import re
from collections.abc import Iterator

from trotskyism_cli.pack.model import Option, Pack, Question
from trotskyism_cli.pack.places import Places
from trotskyism_cli.pack.problems import Position, Problem
from trotskyism_cli.pack.records import Record, RecordReader, one_line
from trotskyism_cli.pack.wording import POINTS

FEWEST_OPTIONS, MOST_OPTIONS, MOST_OF_SEVERAL = 3, 4, 6
LONGEST_STEM, LONGEST_OPTION, LONGEST_EXPLANATION = 40, 25, 80  # words
STANDS_OUT = 1.4  # times as long as the longest wrong option, and at least so many letters longer
STANDS_OUT_LETTERS = 15
DISTINCTIVE = 4  # letters of a word that can give an answer away
_QUOTED = re.compile(r"“[^”]*”")
_NEGATIVE = re.compile(r"\b(not|except|never|incorrect|false)\b", re.IGNORECASE)
_LUMPED = re.compile(r"(all|none|both|any) of (the above|the others|these|them)|I don't know", re.IGNORECASE)
_COMMON = frozenset(
    """about after also among because been before both could does each even from have into itself more most only other
    over same should some such than that their them then there these they this those through under until were what
    when where which while whom whose will with within without would""".split()
)


def read_question(own_id: str, record: Record, records: RecordReader, places: Places) -> Question:
    """A question out of its record; the places of its options are noted."""
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
        importance=record.integer("importance", 2),
    )


def _option(record: Record) -> Option:
    return Option(
        text=one_line(record.text("text")),
        right=record.flag("right"),
        note=one_line(record.text("note")),
        facts=record.texts("facts"),
    )


def question_references(question: Question, places: Places) -> Iterator[tuple[Position, str, str]]:
    """Every mention of an id in a question: where it is, what kind of thing it must be, and the id."""
    name = f"question:{question.id}"
    yield from ((places.at(name, "about"), "fact or quotation", each) for each in question.about)
    yield from ((places.at(name, "source"), "source", each.source) for each in question.citations)
    if question.topic:
        yield places.at(name, "topic"), "topic", question.topic
    for place, option in enumerate(question.options):
        yield from ((places.at(f"option:{question.id}.{place}", "facts"), "fact", each) for each in option.facts)


def check_questions(pack: Pack, places: Places) -> Iterator[Problem]:
    """All problems of the questions of a pack."""
    stems: dict[str, str] = {}
    for question in pack.questions.values():
        earlier = stems.setdefault(_plain(question.stem), question.id)
        if earlier != question.id:
            yield Problem(places.at(f"question:{question.id}", "stem"), f"{earlier!r} asks the same; keep one")
        yield from _stem(question, places)
        yield from _facts(pack, question, places)
        yield from _options(question, places)
        yield from _right(question, places)
        yield from _wrong(question, places)


def _stem(question: Question, places: Places) -> Iterator[Problem]:
    name = f"question:{question.id}"
    place, stem = places.at(name, "stem"), question.stem
    if stem.count("?") != 1 or not stem.endswith("?"):
        yield Problem(place, "a stem is one question and ends with its question mark; write it so")
    if found := _NEGATIVE.search(_QUOTED.sub("", stem)):
        yield Problem(place, f"{found.group()!r} in a stem is easily overlooked; ask for what is so")
    if len(stem.split()) > LONGEST_STEM:
        yield Problem(place, f"a stem of more than {LONGEST_STEM} words; shorten it")
    if len(question.explanation.split()) > LONGEST_EXPLANATION:
        yield Problem(places.at(name, "explanation"), f"more than {LONGEST_EXPLANATION} words; shorten it")
    for text, where in [(question.explanation, places.at(name, "explanation")), *_notes(question, places)]:
        if found := POINTS.search(text):
            yield Problem(where, f"{found.group()!r} may seem to point at an option, and these are shuffled; reword it")


def _notes(question: Question, places: Places) -> Iterator[tuple[str, Position]]:
    for place, option in enumerate(question.options):
        yield option.note, places.at(f"option:{question.id}.{place}", "note")


def _facts(pack: Pack, question: Question, places: Places) -> Iterator[Problem]:
    for each in question.about:
        corrections = {fact.id for fact in pack.corrections_of(each)}
        if corrections and corrections.isdisjoint(question.about):
            message = f"{each} is corrected by {min(corrections)}; name that in about: too, or leave this out"
            yield Problem(places.at(f"question:{question.id}", "about"), message)


def _options(question: Question, places: Places) -> Iterator[Problem]:
    most = MOST_OF_SEVERAL if question.several else MOST_OPTIONS
    if not FEWEST_OPTIONS <= len(question.options) <= most:
        message = f"{len(question.options)} options; write {FEWEST_OPTIONS} to {most}"
        yield Problem(places.at(f"question:{question.id}", "options"), message)
    seen: set[str] = set()
    for place, option in enumerate(question.options):
        where = places.at(f"option:{question.id}.{place}", "text")
        if _plain(option.text) in seen:
            yield Problem(where, "the same option a second time; write another")
        seen.add(_plain(option.text))
        if option.text.endswith(".") and not option.text.endswith("..."):
            yield Problem(where, "an option has no full stop; delete it")
        if found := _LUMPED.fullmatch(option.text):
            yield Problem(where, f"{found.group()!r} answers nothing; write an option that stands for itself")
        if len(option.text.split()) > LONGEST_OPTION:
            yield Problem(where, f"an option of more than {LONGEST_OPTION} words; shorten it")


def _right(question: Question, places: Places) -> Iterator[Problem]:
    where = places.at(f"question:{question.id}", "options")
    right = sum(option.right for option in question.options)
    if not right:
        yield Problem(where, "no option is right; mark it with right: true")
    elif right > 1 and not question.several:
        yield Problem(where, f"{right} options are right; keep one, or write response: several")
    elif right == len(question.options):
        yield Problem(where, "every option is right; write some that are wrong")
    elif right == 1:
        yield from _conspicuous(question, places)


def _conspicuous(question: Question, places: Places) -> Iterator[Problem]:
    """What lets somebody who knows nothing pick the one right option: its length, or a word of the stem."""
    place = next(place for place, option in enumerate(question.options) if option.right)
    where = places.at(f"option:{question.id}.{place}", "text")
    key = question.options[place].text
    wrong = [option.text for option in question.options if not option.right]
    longest = max(map(len, wrong))
    if len(key) >= max(STANDS_OUT * longest, longest + STANDS_OUT_LETTERS):
        yield Problem(where, "much longer than every wrong option, which tells it; shorten it, or lengthen them")
    others = {word for text in wrong for word in _plain(text).split()}
    stem = set(_plain(question.stem).split())
    for word in dict.fromkeys(_plain(key).split()):
        if len(word) >= DISTINCTIVE and word in stem and word not in others and word not in _COMMON:
            yield Problem(where, f"{word!r} stands in the stem and in no wrong option, which tells it; reword one")


def _wrong(question: Question, places: Places) -> Iterator[Problem]:
    for place, option in enumerate(question.options):
        if not option.right and not option.note:
            message = "a wrong option without a note; say why it is wrong, or whose mistake it is"
            yield Problem(places.at(f"option:{question.id}.{place}"), message)


def _plain(text: str) -> str:
    """The words of a text alone, in small letters."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
