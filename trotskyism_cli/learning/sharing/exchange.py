"""The log as JSON lines, one review a line: written, and read back with every problem of a foreign file named."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.sharing.soundness import checked

if TYPE_CHECKING:  # see below
    from trotskyism_cli.learning.record.arrivals import Arrival

LONGEST_LINE = 1_000_000  # bytes; a review has a few hundred
A_PIECE = 64 * 1024  # bytes that are read at once: for larger ones the system is asked for memory each time
MOST_NAMED = 20  # problems
_BLANK = b" \t\r\n"


def written(reviews: Iterable[Review]) -> Iterator[str]:
    """A line of JSON for each review."""
    return (json.dumps(review.as_json(), ensure_ascii=False) + "\n" for review in reviews)


def read(file: BinaryIO) -> "Iterator[Arrival]":
    """The reviews in a file of such lines, which are kept as they came; blank lines are skipped.

    Lines that are no reviews are passed over, and named with their numbers in a ProgressError at the end: whoever keeps
    the reviews in one step keeps none of them then.
    """
    problems: list[str] = []
    number = 1
    while len(problems) <= MOST_NAMED and (lines := _piece(file)):
        yield from _read(lines, number, problems)
        number += len(lines)
        if len(lines[-1]) > LONGEST_LINE:
            break
    if problems:
        more = ["and more"] if len(problems) > MOST_NAMED else []
        raise ProgressError("\n".join([*problems[:MOST_NAMED], *more, "Nothing was changed. Mend or remove these."]))


def _piece(file: BinaryIO) -> list[bytes]:
    """The next lines of a file; none at its end. After one that is too long nothing more is to be read."""
    piece = file.read(A_PIECE)
    if piece and not piece.endswith(b"\n"):
        piece += file.readline(LONGEST_LINE + 1)
    return piece.removesuffix(b"\n").split(b"\n") if piece else []


def _read(lines: Sequence[bytes], number: int, problems: list[str]) -> "Iterator[Arrival]":
    """The sound ones of some lines, of which the first has a number; what is wrong with others is added to problems."""
    from trotskyism_cli.learning.record.arrivals import arrival_of  # who writes a log reads none
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
    """A value stands in an object twice."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _GivenTwiceError
    return values


_DECODER = json.JSONDecoder(object_pairs_hook=_once)


def _values(line: bytes) -> tuple[object, bytes]:
    """What a line says, and its JSON; none if that has a value twice, of which SQLite would read the other one."""
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
