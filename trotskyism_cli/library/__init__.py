"""A pack compiled for look-ups: stored in SQLite, with names, a text search and dates.

Start at `library` (the open library), `records` (the pack as read from the `store`), `query` (a parsed question) and
`search` (what answers it). `compiled` makes the store. `words`, `names`, `dates` and `questions` interpret what a user
types. `ties` and `bodies` find connections between entries.
"""
