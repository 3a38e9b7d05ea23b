"""Questions and their feedback, and the course of a sitting, drawn or in plain text.

`sitting` runs a quiz or a study session; `quiz_terminal` and `quiz_plain` are its two user interfaces.
"""
