"""The learner's file: every review, stored for good, and beside it what is computed from them and can be recomputed.

Use `log` to open it, and `keeper` during a session; only `database` knows SQLite.
"""
