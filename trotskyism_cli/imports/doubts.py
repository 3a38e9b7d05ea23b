"""Doubtful points in imported questions for the teacher to check, as the file may not say what was meant."""

from collections import Counter
from collections.abc import Iterator, Sequence

from trotskyism_cli.imports.foreign import Change, Choice, ForeignQuestion, Match, Order, Typed
from trotskyism_cli.imports.identity import offered, right_of, words_of
from trotskyism_cli.message_text import counted

REPLACED = "\ufffd"
MOST_TAGS = 8


def doubts(questions: Sequence[ForeignQuestion]) -> Iterator[Change]:
    """All doubtful points, each with its line."""
    yield from _two_answers(questions)
    yield from _lost_letters(questions)
    yield from _ids_twice(questions)
    yield from _tags(questions)


def _two_answers(questions: Sequence[ForeignQuestion]) -> Iterator[Change]:
    """Questions asked twice with different answers, one of which may be wrong."""
    seen: dict[tuple[str, ...], tuple[int, tuple[str, ...]]] = {}
    for question in questions:
        typed = isinstance(question.answer, Typed)
        asked = (words_of(question.stem), *(() if typed else offered(question.answer)))
        right = right_of(question.answer)
        line, before = seen.setdefault(asked, (question.line, right))
        if before != right:
            yield Change(question.line, f"the same is asked in line {line}, with another answer; see which is right")


def _lost_letters(questions: Sequence[ForeignQuestion]) -> Iterator[Change]:
    for question in questions:
        if REPLACED in "".join(_texts(question)):
            yield Change(question.line, f"letters were lost before the file was made ({REPLACED}); write them anew")


def _texts(question: ForeignQuestion) -> Iterator[str]:
    yield from (question.stem, question.explanation)
    match question.answer:
        case Choice(options):
            yield from (text for option in options for text in (option.text, option.note))
        case Typed(accepted):
            yield from accepted
        case Match(pairs, spare):
            yield from (text for pair in pairs for text in pair)
            yield from spare
        case Order(things):
            yield from things


def _ids_twice(questions: Sequence[ForeignQuestion]) -> Iterator[Change]:
    seen: dict[str, int] = {}
    for question in questions:
        line = seen.setdefault(question.own_id, question.line) if question.own_id else question.line
        if line != question.line:
            told = (
                f"the id “{question.own_id}” is that of line {line} too; what is learnt of this one hangs on its words"
            )
            yield Change(question.line, told)


def _tags(questions: Sequence[ForeignQuestion]) -> Iterator[Change]:
    """One note on the tags of all questions, with counts: a pack cannot keep them."""
    often = Counter(tag for question in questions for tag in question.tags).most_common()
    if not often:
        return
    first = min(question.line for question in questions if question.tags)
    named = [f"{tag} ({counted(count, 'question')})" for tag, count in often[:MOST_TAGS]]
    more = [f"{len(often) - MOST_TAGS} more"] if len(often) > MOST_TAGS else []
    yield Change(first, f"tags were left out: {', '.join([*named, *more])}")
