"""Sittings as state machines that print nothing, the log of what was answered, and all that is computed from it.

`answering` puts questions and marks answers, each of which is a `review`; `recall` tells from reviews what is known,
`record` keeps both, `study` chooses what to ask, `progress` counts, and `sharing` takes reviews elsewhere.
"""
