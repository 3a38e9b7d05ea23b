"""A learner's progress drawn: statistics and past sessions, what is due, a study session's plan and end, a class.

Called by `stats`, `history`, `study` and `class`.
"""
