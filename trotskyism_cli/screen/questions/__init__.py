"""Questions and what became of them: each as it is asked, its feedback, and the sitting, drawn or in plain text.

`sitting` is the course of a quiz or a study session; `quiz_terminal` and `quiz_plain` are its two faces.
"""
