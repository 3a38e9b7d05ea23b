"""A study session: which facts are worth asking now, in which order and form, and the session that asks them.

`study` is the session; `choosing` and `plan` decide what it asks, `supply` provides the items, and `rehearsal`
simulates it beforehand. Used by the commands `study` and `stats`.
"""
