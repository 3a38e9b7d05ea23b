"""Passages that have a text, be it only within their words: by key, where to read all of them would take long."""

from collections.abc import Iterable

from trotskyism_cli.library.room import UNBOUNDED
from trotskyism_cli.library.store import FIELDS, NAMES, WORDS, Row, Store, phrase

MOST = 200  # words of which a text is a part, from which on all passages are read
# The passages of which one field has what is looked for: the index has them in their order, and none is read in vain.
_FOUND = f"""passage_index CROSS JOIN passages
    ON passage_index MATCH ? AND passage_index.rowid % {FIELDS} = {{}} AND number = passage_index.rowid / {FIELDS}"""
_WITHIN = "SELECT word FROM vocabulary WHERE instr(word, ?)"
_AT_END = "SELECT word FROM vocabulary WHERE backwards >= ? AND backwards < ?"
_AT_BEGIN = "SELECT word FROM vocabulary WHERE word >= ? AND word < ?"
_LAST = "\U0010ffff"  # behind all that goes on after the same letters


def passages_having(
    store: Store, columns: str, kinds: Iterable[str], texts: Iterable[str], most: int = UNBOUNDED
) -> list[Row]:
    """These columns of the passages of some kinds in which one of some plain texts stands, `most` so many.

    The weightiest are the first.
    """
    wanted, texts = list(kinds), list(texts)
    having = " OR ".join(["passages.words LIKE ?"] * len(texts))
    condition = f"kind IN ({','.join('?' * len(wanted))}) AND ({having})"
    values = [*wanted, *(f"%{each}%" for each in texts)]
    near = _near_any(store, texts)
    if near is None:
        return store.rows(f"SELECT {columns} FROM passages WHERE {condition} ORDER BY number LIMIT ?", *values, most)
    query = f"SELECT {columns} FROM {_FOUND.format(WORDS)} AND {condition} ORDER BY passage_index.rowid LIMIT ?"
    return store.rows(query, near, *values, most) if near else []


def called_with(store: Store, kind: str, texts: Iterable[str], most: int = UNBOUNDED) -> list[tuple[str, str]]:
    """The entries of a kind in whose names one of some plain texts may stand, each with its names; as above."""
    near = _near_any(store, list(texts))
    if near is None:
        return store.rows("SELECT entry, called FROM kinds WHERE kind = ? ORDER BY importance DESC LIMIT ?", kind, most)
    query = f"""SELECT entry, called FROM {_FOUND.format(NAMES)} AND passages.kind = 'summary'
        JOIN kinds ON entry = subject AND kinds.kind = ? ORDER BY passage_index.rowid LIMIT ?"""
    return store.rows(query, near, kind, most) if near else []


def told_with(store: Store, kind: str, names: Iterable[str], told_in: Iterable[str], most: int) -> list[str]:
    """The entries of a kind, by id, of which some kinds of passages may have one of some plain names; as above."""
    wanted = list(told_in)
    marks = ",".join("?" * len(wanted))
    query = f"""SELECT DISTINCT entry FROM passage_index CROSS JOIN passages
        ON passage_index MATCH ? AND number = passage_index.rowid / {FIELDS} AND passages.kind IN ({marks})
        JOIN kinds ON entry = subject AND kinds.kind = ? ORDER BY passage_index.rowid LIMIT ?"""
    near = " OR ".join(phrase(each) for each in names if each)
    return sorted(store.column(query, near, *wanted, kind, most)) if near else []


def _near_any(store: Store, texts: Iterable[str]) -> str | None:
    """What the index finds all passages with that may have one of some texts; as below."""
    near = [_near(store, each) for each in texts]
    return None if None in near else " OR ".join(each for each in near if each)


def _near(store: Store, text: str) -> str | None:
    """What the index finds all passages with that may have a text; empty if none has, None if it is in many words."""
    words = text.split()
    if len(words) < 2:
        found = [store.column(f"{_WITHIN} LIMIT ?", text, MOST)]
    else:
        begun, ended = words[-1], words[0][::-1]
        found = [
            store.column(f"{_AT_END} LIMIT ?", ended, ended + _LAST, MOST),
            *([each] for each in words[1:-1]),
            store.column(f"{_AT_BEGIN} LIMIT ?", begun, begun + _LAST, MOST),
        ]
    if any(len(each) == MOST for each in found):
        return None
    return " AND ".join(f"({' OR '.join(map(phrase, each))})" for each in found) if all(found) else ""
