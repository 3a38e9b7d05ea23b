"""Quiz items: questions whose every option is proved right or wrong.

An item is a `model.Item`. `grounds` holds the facts, names and proofs that items rest on. `families` turns facts into
questions, `options` chooses the distractors, `responses` makes the items that are not multiple choice, `written` turns
the questions of a pack's authors into items, and `making` combines them into a quiz.
"""
