"""A learner's progress, drawn: statistics, past sessions, what is due, a study session's plan and end, a class.

Used by `stats`, `history`, `study` and `class`.
"""
