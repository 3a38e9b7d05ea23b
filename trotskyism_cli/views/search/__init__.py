"""What a search shows (`search`): an answer, hits, what comes nearest, or what the book does not tell.

Begin with `searching`, the whole view. `found` chooses between an answer and hits; `without_answer` has what is shown
where nothing answers.
"""
