"""Write the log as JSON lines, one review a line, and read it back, reporting every problem of a file."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.sharing.soundness import checked
from trotskyism_cli.message_text import counted

if TYPE_CHECKING:  # see below
    from trotskyism_cli.learning.record.arrivals import Arrival

LONGEST_LINE = 1_000_000  # bytes; a review has a few hundred
A_PIECE = 64 * 1024  # bytes read at once: larger reads allocate memory each time
MOST_NAMED = 20  # problems
_BLANK = b" \t\r\n"


def written(reviews: Iterable[Review]) -> Iterator[str]:
    """A line of JSON for each review."""
    return (json.dumps(review.as_json(), ensure_ascii=False) + "\n" for review in reviews)


def read(file: BinaryIO) -> "Iterator[Arrival]":
    """The reviews in a file of JSON lines; blank lines are skipped.

    Lines that are no reviews are skipped, and reported with their numbers in a ProgressError at the end: a caller that
    stores all reviews in one transaction then stores none.
    """
    problems: list[str] = []
    number, is_any_sound = 1, False
    while len(problems) <= MOST_NAMED and (lines := _piece(file)):
        for arrival in _read(lines, number, problems):
            is_any_sound = True
            yield arrival
        number += len(lines)
        if len(lines[-1]) > LONGEST_LINE:
            break
    if len(problems) > MOST_NAMED and not is_any_sound:
        others = counted(number - 2 + _lines_left(file), "line")
        raise ProgressError(f"This is no log of answers: {problems[0]}, nor is any of the next {others}.")
    if problems:
        more = ["and more"] if len(problems) > MOST_NAMED else []
        raise ProgressError("\n".join([*problems[:MOST_NAMED], *more, "Nothing was changed. Mend or remove these."]))


def _lines_left(file: BinaryIO) -> int:
    """The number of lines that follow in a file."""
    return sum(piece.count(b"\n") for piece in iter(lambda: file.read(A_PIECE), b""))


def _piece(file: BinaryIO) -> list[bytes]:
    """The next lines of a file, none at its end. After a line that is too long, do not read on."""
    piece = file.read(A_PIECE)
    if piece and not piece.endswith(b"\n"):
        piece += file.readline(LONGEST_LINE + 1)
    return piece.removesuffix(b"\n").split(b"\n") if piece else []


def _read(lines: Sequence[bytes], number: int, problems: list[str]) -> "Iterator[Arrival]":
    """The valid reviews of some lines, the first of which has the number `number`; add what is wrong to `problems`."""
    from trotskyism_cli.learning.record.arrivals import arrival_of  # slow to import, and not needed for writing
    from trotskyism_cli.learning.sharing.own_lines import read_own_lines

    for place, (line, found) in enumerate(zip(lines, read_own_lines(lines), strict=True), start=number):
        if len(line) > LONGEST_LINE:
            problems.append(f"line {place} is longer than {LONGEST_LINE} bytes")
        elif found:
            yield found
        elif line.strip(_BLANK + BOM_UTF8):
            try:
                values, data = _values(line)
                yield arrival_of(checked(values), data)
            except ValueError as error:
                problems.append(f"line {place} is no review: {error}")
        if len(problems) > MOST_NAMED:
            return


class _GivenTwiceError(Exception):
    """A JSON object has a key twice."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _GivenTwiceError
    return values


_DECODER = json.JSONDecoder(object_pairs_hook=_once)


def _values(line: bytes) -> tuple[object, bytes]:
    """The value of a line, and its JSON; empty if a key occurs twice, as SQLite would read the other value."""
    try:
        data = line.removeprefix(BOM_UTF8)
        try:
            return _DECODER.decode(data.decode()), data.strip(_BLANK)
        except _GivenTwiceError:
            return json.loads(data.decode()), b""
    except UnicodeDecodeError:
        raise ValueError("it is not written in UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON ({error.msg} at character {error.pos + 1})") from None
    except ValueError:
        raise ValueError("it is not JSON that can be read: a number in it is too long") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
