"""Build what `search` shows: an answer, hits, the nearest lines, or what the book does not tell.

Begin with `searching`, the whole view. `found` chooses between an answer and hits; `without_answer` and `nearest`
build what is shown without an answer. Small modules named after a flaw (`premise`, `ranked`, `only_shared`,
`wanting`) take back answers that answer another question.
"""
