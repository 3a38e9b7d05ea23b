"""Names, dates and sentences put in words, for wherever there is little room.

Each module handles one kind of wording and imports no other package of `views`. Start with `surnames` and `sentences`.
"""
