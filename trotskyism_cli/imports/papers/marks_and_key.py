"""Check a printed test that both marks the right options and has a key below."""

import re
import string
from collections.abc import Iterator, Mapping, Sequence

from trotskyism_cli.imports.answers.lettered import ANSWER_LINE
from trotskyism_cli.imports.foreign import Unfit
from trotskyism_cli.imports.papers.answers_said import EITHER, Answers
from trotskyism_cli.imports.papers.key_below import key_below
from trotskyism_cli.imports.papers.key_lines import plain_number
from trotskyism_cli.imports.papers.printed_groups import Group, Piece
from trotskyism_cli.imports.papers.printed_marks import bare_of


def contradicted(
    groups: Sequence[Group], pieces: Sequence[Piece], numbers: re.Pattern[str], sign: str
) -> Iterator[tuple[int, Unfit]]:
    """The questions whose marks and key disagree, each with its line."""
    key = _key_of(pieces, numbers)
    first = {id(group.options[0]): group for group in groups}
    number = ""
    for piece in pieces if key else ():
        found = numbers.match(piece.text) if piece.place < 0 else None
        number = plain_number(found[1]) if found else number
        group = first.get(id(piece))
        named = _named(group, sign, EITHER.join(key.get(number, ()))) if group else set()
        if group and named and named != _marked(group, sign):
            yield piece.line, Unfit("its mark and the key below do not say the same", "keep one")


def has_key(pieces: Sequence[Piece], numbers: re.Pattern[str]) -> bool:
    """Return whether a test has answers below its options or a key below all questions."""
    below = any(piece.place < 0 and ANSWER_LINE.fullmatch(piece.text) for piece in pieces)
    return below or bool(_key_of(pieces, numbers))


def _key_of(pieces: Sequence[Piece], numbers: re.Pattern[str]) -> Mapping[str, tuple[str, ...]]:
    return key_below("\n".join(_plain(piece, numbers) for piece in pieces)).said


def _plain(piece: Piece, numbers: re.Pattern[str]) -> str:
    """A line in the form in which keys are searched."""
    if piece.place >= 0:
        return f"{string.ascii_uppercase[piece.place]}) {piece.text}"
    found = numbers.match(piece.text)
    return f"{found[1]}. {piece.text[found.end() :]}" if found else piece.text


def _marked(group: Group, sign: str) -> set[str]:
    return {string.ascii_uppercase[each.place] for each in group.options if each.sign == sign}


def _named(group: Group, sign: str, said: str) -> set[str]:
    """The letters the key names; empty if uncertain."""
    options = {string.ascii_uppercase[each.place]: bare_of(each.text, sign) for each in group.options}
    try:
        return Answers({}).right(group.options[0].line, said, options, {*options})
    except Unfit:
        return set()
