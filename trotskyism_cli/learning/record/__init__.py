"""The learner's file: every review for good, and beside it what is made of them and could be made again.

`log` is its door, and `keeper` that of whoever sits there; only `database` knows SQLite.
"""
