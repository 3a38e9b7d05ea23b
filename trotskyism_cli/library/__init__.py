"""A pack compiled for look-ups: stored in SQLite, resolved by name, searched, and walked in time.

`library` is its door, `records` the pack out of the `store`, `query` a question taken apart, and `search` what answers
it. Behind them: `compiled` makes the store; `words`, `names`, `dates` and `questions` read what is typed; `ties` and
`bodies` find what belongs together.
"""
