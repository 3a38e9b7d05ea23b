"""Models of memory fitted to the answers: FSRS and its schedule, and traces, which predict each answer.

`record` feeds each review to them; `study` and `progress` ask what is due, what is probably known, and what is worth
asking.
"""
