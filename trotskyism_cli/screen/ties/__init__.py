"""Relations between entries, drawn: ties and chains, comparisons, and descent trees.

Used by `links`, `compare` and `tree`, and by a card for its ties.
"""
