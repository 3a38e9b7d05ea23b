"""The shape of the learner's file, and how it came about: each step is applied once, in order, and never changed.

The number of steps applied stands in the file (`user_version`). A file is only ever led forwards; nothing is dropped.
"""

APPLICATION_ID = 0x54524F54  # "TROT", in the header of the file: whose it is

# A review is kept whole, as JSON; the columns beside it are those that it is found by.
_FIRST = (
    """
    CREATE TABLE reviews (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, pack TEXT NOT NULL, time TEXT NOT NULL,
        session TEXT NOT NULL, topic TEXT NOT NULL, undoes TEXT NOT NULL, credit REAL NOT NULL, data TEXT NOT NULL)
    """,
    "CREATE INDEX reviews_in_time ON reviews (pack, time, id)",
    "CREATE INDEX reviews_by_topic ON reviews (pack, topic, time, id)",
    "CREATE INDEX reviews_by_session ON reviews (pack, session, time, id)",
    "CREATE INDEX corrections ON reviews (undoes) WHERE undoes <> ''",
    # which reviews asked for a fact
    """
    CREATE TABLE asked (
        pack TEXT NOT NULL, fact TEXT NOT NULL, review INTEGER NOT NULL REFERENCES reviews (number) ON DELETE CASCADE,
        PRIMARY KEY (pack, fact, review)) WITHOUT ROWID
    """,
    "CREATE INDEX asked_by_review ON asked (review)",
    # what the schedule makes of the reviews
    """
    CREATE TABLE memories (
        pack TEXT NOT NULL, fact TEXT NOT NULL, stability REAL NOT NULL, difficulty REAL NOT NULL, last TEXT NOT NULL,
        due TEXT NOT NULL, reviews INTEGER NOT NULL, lapses INTEGER NOT NULL, revision INTEGER NOT NULL,
        PRIMARY KEY (pack, fact)) WITHOUT ROWID
    """,
    # has a row only while a reset is under way
    "CREATE TABLE resets (pack TEXT NOT NULL)",
    """
    CREATE TRIGGER reviews_are_never_changed BEFORE UPDATE ON reviews
    BEGIN SELECT RAISE (ABORT, 'a review is never changed'); END
    """,
    """
    CREATE TRIGGER reviews_are_never_replaced BEFORE INSERT ON reviews
    WHEN EXISTS (SELECT 1 FROM reviews WHERE id = NEW.id OR number = NEW.number)
    BEGIN SELECT RAISE (ABORT, 'a review is never replaced'); END
    """,
    """
    CREATE TRIGGER reviews_are_never_deleted BEFORE DELETE ON reviews
    WHEN NOT EXISTS (SELECT 1 FROM resets WHERE pack = OLD.pack)
    BEGIN SELECT RAISE (ABORT, 'a review is never deleted, except by a reset'); END
    """,
)

# What a review says of a fact (see `sign_table`; a rating below 0: not read yet), and what is made of that: traces of
# each fact, and how a learner remembers (see `trace_table`). `shapes` tells by which program it was made.
_SECOND = (
    "ALTER TABLE asked ADD COLUMN moment INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE asked ADD COLUMN rating INTEGER NOT NULL DEFAULT -1",
    "ALTER TABLE asked ADD COLUMN revision INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE asked ADD COLUMN sure INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE asked ADD COLUMN correct INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE asked ADD COLUMN guess REAL NOT NULL DEFAULT 0",
    "CREATE INDEX asked_and_not_read ON asked (rating, review) WHERE rating < 0",
    "CREATE TABLE shapes (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
    """
    CREATE TABLE pupils (
        pack TEXT NOT NULL PRIMARY KEY, shape TEXT NOT NULL, seen INTEGER NOT NULL, state TEXT NOT NULL)
    """,
    """
    CREATE TABLE traces (
        pack TEXT NOT NULL, fact TEXT NOT NULL, answers INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
        trace TEXT NOT NULL, PRIMARY KEY (pack, fact)) WITHOUT ROWID
    """,
)

# The role of a fact in the question that asked for it (see `parts`).
_THIRD = ("ALTER TABLE asked ADD COLUMN part INTEGER NOT NULL DEFAULT 0",)

# When a fact is due by its trace (see `asking_again`), as `memories.due`; empty once something further was answered.
_FOURTH = ("ALTER TABLE traces ADD COLUMN due TEXT NOT NULL DEFAULT ''",)

MIGRATIONS = (_FIRST, _SECOND, _THIRD, _FOURTH)
