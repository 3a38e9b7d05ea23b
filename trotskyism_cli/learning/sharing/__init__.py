"""Reviews that leave the learner's file or come into it: as JSON lines, and handed in to a class, with its report.

Called by `progress export`, `progress import` and `class`.
"""
