"""A session, question by question: what is asked next, what an answer means, and its mark.

A state machine that prints and stores nothing: `screen` drives it, `study` chooses the items, and each answer becomes a
review.
"""
