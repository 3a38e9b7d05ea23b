"""A sitting, question by question: what is asked next, what an answer says and was worth.

A state machine that prints nothing and keeps nothing: `screen` drives it, `study` chooses what it asks, and a review
is made of each answer.
"""
