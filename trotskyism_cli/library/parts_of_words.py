"""Passages that have a text, be it only within their words: by key, where to read all of them would take long."""

from collections.abc import Iterable

from trotskyism_cli.library.store import HOLDING, Row, Store, phrase

MOST = 200  # words of which a text is a part, from which on all passages are read
_WITHIN = "SELECT word FROM vocabulary WHERE instr(word, ?)"
_AT_END = "SELECT word FROM vocabulary WHERE backwards >= ? AND backwards < ?"
_AT_BEGIN = "SELECT word FROM vocabulary WHERE word >= ? AND word < ?"
_LAST = "\U0010ffff"  # behind all that goes on after the same letters


def passages_having(store: Store, columns: str, kinds: Iterable[str], texts: Iterable[str]) -> list[Row]:
    """These columns of the passages of some kinds in which one of some plain texts stands, in order of weight."""
    wanted, texts = list(kinds), list(texts)
    having = " OR ".join(["words LIKE ?"] * len(texts))
    query = f"SELECT {columns} FROM passages WHERE kind IN ({','.join('?' * len(wanted))}) AND ({having})"
    values = [*wanted, *(f"%{each}%" for each in texts)]
    near = [_near(store, each) for each in texts]
    if all(each is not None for each in near):
        query, values = f"{query} AND {HOLDING}", [*values, " OR ".join(each for each in near if each)]
    return store.rows(f"{query} ORDER BY number", *values) if values[-1] else []


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
