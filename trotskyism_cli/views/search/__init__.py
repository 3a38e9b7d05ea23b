"""Build what `search` shows: an answer, hits, the nearest lines, or what the book does not tell.

Begin with `searching`, the whole view. `answer_or_hits` chooses between an answer and hits; `without_answer` and
`nearest` build what is shown without an answer. Small modules named after a flaw (`premise`, `unranked`,
`wrong_subject`, `wanting`) take back answers that answer another question.
"""
