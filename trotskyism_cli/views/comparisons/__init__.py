"""Two entries side by side (`compare`): a question a row, the answers of both.

Begin with `comparison`; the rest is for two who answer few of the same questions.
"""
