"""What answers tell of a memory: FSRS and its schedule, and traces, which foretell each answer with a chance.

`record` takes each review into them; `study` and `progress` ask what is due, what is likely known, and what to gain.
"""
