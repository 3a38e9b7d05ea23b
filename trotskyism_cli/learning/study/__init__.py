"""A study session: what is worth asking now, in which order and in which way, and the session that asks it.

`study` is the session; `choosing` and `plan` say what it is to ask, `supply` has the questions, and `rehearsal`
plays it beforehand. The commands `study` and `stats` call them.
"""
