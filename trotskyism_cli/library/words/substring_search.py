"""Find passages that contain a text, even inside words, by the index instead of reading all of them."""

from collections.abc import Iterable

from trotskyism_cli.library.limits import UNBOUNDED
from trotskyism_cli.library.store import FIELDS, NAMES, WORDS, Row, Store, phrase

MOST = 200  # if a text is part of this many words, read all passages instead
# Passages with a match in one field, in the order of the index.
_FOUND = f"""passage_index CROSS JOIN passages
    ON passage_index MATCH ? AND passage_index.rowid % {FIELDS} = {{}} AND number = passage_index.rowid / {FIELDS}"""
_WITHIN = "SELECT word FROM vocabulary WHERE instr(word, ?)"
_AT_END = "SELECT word FROM vocabulary WHERE backwards >= ? AND backwards < ?"
_AT_BEGIN = "SELECT word FROM vocabulary WHERE word >= ? AND word < ?"
_LAST = "\U0010ffff"  # sorts after all continuations of a prefix


def passages_having(
    store: Store, columns: str, kinds: Iterable[str], texts: Iterable[str], most: int = UNBOUNDED
) -> list[Row]:
    """Passages of these kinds that contain one of the plain texts, at most `most`, the weightiest first.

    Returns their `columns`.
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
    """Entries of a kind whose names may contain one of the plain texts, with their names; at most `most`."""
    near = _near_any(store, list(texts))
    if near is None:
        return store.rows("SELECT entry, called FROM kinds WHERE kind = ? ORDER BY importance DESC LIMIT ?", kind, most)
    query = f"""SELECT entry, called FROM {_FOUND.format(NAMES)} AND passages.kind = 'summary'
        JOIN kinds ON entry = subject AND kinds.kind = ? ORDER BY passage_index.rowid LIMIT ?"""
    return store.rows(query, near, kind, most) if near else []


def entries_mentioning(store: Store, kind: str, names: Iterable[str], told_in: Iterable[str], most: int) -> list[str]:
    """Ids of entries of a kind of which a passage may contain one of the plain names; at most `most`.

    `told_in` are the kinds of passages.
    """
    wanted = list(told_in)
    marks = ",".join("?" * len(wanted))
    query = f"""SELECT DISTINCT entry FROM passage_index CROSS JOIN passages
        ON passage_index MATCH ? AND number = passage_index.rowid / {FIELDS} AND passages.kind IN ({marks})
        JOIN kinds ON entry = subject AND kinds.kind = ? ORDER BY passage_index.rowid LIMIT ?"""
    near = " OR ".join(phrase(each) for each in names if each)
    return sorted(store.column(query, near, *wanted, kind, most)) if near else []


def _near_any(store: Store, texts: Iterable[str]) -> str | None:
    """Index query for all passages that may contain one of the texts; None if one is in too many words."""
    near = [_near(store, each) for each in texts]
    return None if None in near else " OR ".join(each for each in near if each)


def _near(store: Store, text: str) -> str | None:
    """Index query for all passages that may contain a text.

    Empty if none, None if it is in too many words.
    """
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
