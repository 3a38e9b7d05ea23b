#!/usr/bin/env bash
# sqlite3.Connection.deserialize takes a database in WAL mode without a word, and no query on it works.
#
# Expected from memory: bytes of a sound database that deserialize accepts can be queried, as the same bytes in a file can.
# Seen on 2026-11-28, Python 3.11.7 with SQLite 3.40.1: a database whose header says that it has a write-ahead log (Anki's
# new packages hold such ones) deserializes, and then every statement raises OperationalError, "unable to open database
# file", though no file is involved. With the bytes 18 and 19 set from 2 to 1 the same database is read whole.
set -euo pipefail
python3 - <<'PYTHON'
import pathlib
import sqlite3
import tempfile
with tempfile.TemporaryDirectory() as place:
    path = pathlib.Path(place) / "notes.db"
    made = sqlite3.connect(path)
    made.execute("PRAGMA journal_mode = WAL")
    made.execute("CREATE TABLE notes (words)")
    made.execute("INSERT INTO notes VALUES ('Pita')")
    made.commit()
    made.close()
    data = path.read_bytes()
assert data[18:20] == b"\2\2", data[18:20]
held = sqlite3.connect(":memory:")
held.deserialize(data)
try:
    held.execute("SELECT words FROM notes").fetchall()
except sqlite3.OperationalError as error:
    assert "unable to open database file" in str(error), error
    said = str(error)
else:
    raise SystemExit("changed: a database in WAL mode can be read once it is deserialized")
other = sqlite3.connect(":memory:")
other.deserialize(data[:18] + b"\1\1" + data[20:])
assert other.execute("SELECT words FROM notes").fetchall() == [("Pita",)]
print("as seen: deserialized without a word, then:", said)
PYTHON
