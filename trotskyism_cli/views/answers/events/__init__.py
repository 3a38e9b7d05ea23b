"""Answer by events: in a year, after something, in the course of something, and how many of a kind.

Each module answers one question; `shapes`, above, has an example of most.
"""
