"""Answers to how, why, where, how long and how many: of events, and of those who parted.

Each module answers one question; `shapes`, above, has an example of most.
"""
