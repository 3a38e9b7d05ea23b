"""The schema of the learner's file as a series of migrations: each is applied once, in order, and never changed.

The number of migrations applied is stored in the file (`user_version`). There is no way back, and no data are dropped.
"""

APPLICATION_ID = 0x54524F54  # "TROT", in the header of the file

# A review is stored as JSON; the other columns are used to find it.
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
    # which reviews asked which fact
    """
    CREATE TABLE asked (
        pack TEXT NOT NULL, fact TEXT NOT NULL, review INTEGER NOT NULL REFERENCES reviews (number) ON DELETE CASCADE,
        PRIMARY KEY (pack, fact, review)) WITHOUT ROWID
    """,
    "CREATE INDEX asked_by_review ON asked (review)",
    # computed by the schedule from the reviews
    """
    CREATE TABLE memories (
        pack TEXT NOT NULL, fact TEXT NOT NULL, stability REAL NOT NULL, difficulty REAL NOT NULL, last TEXT NOT NULL,
        due TEXT NOT NULL, reviews INTEGER NOT NULL, lapses INTEGER NOT NULL, revision INTEGER NOT NULL,
        PRIMARY KEY (pack, fact)) WITHOUT ROWID
    """,
    # has a row during a reset only
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

# What a review says about a fact (see `sign_table`; a rating below 0: not computed yet), and what is computed from
# that: traces, and the model of the learner (see `trace_table`). `shapes` has the versions of these computations.
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

# When a fact is due by its trace (see `asking_again`), in the form of `memories.due`; empty after a further answer.
_FOURTH = ("ALTER TABLE traces ADD COLUMN due TEXT NOT NULL DEFAULT ''",)

MIGRATIONS = (_FIRST, _SECOND, _THIRD, _FOURTH)
