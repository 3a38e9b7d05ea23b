"""Reviews exported and imported: as JSON lines, and as files handed in to a class, with the report on the class.

Used by `progress export`, `progress import` and `class`.
"""
