"""Answers to what is asked of somebody, or who somebody was: kin, offices, parties, deeds, death.

Each module answers one question; `shapes`, above, has an example of most.
"""
