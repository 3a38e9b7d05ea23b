"""Two entries side by side (`compare`): one row per question, with the answers of both.

Start at `comparison`. The other modules complete the view of two entries that share few questions.
"""
