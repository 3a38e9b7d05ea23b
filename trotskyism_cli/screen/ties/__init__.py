"""How entries stand to one another, drawn: ties and chains, two compared, and trees of descent.

Called by the actions of `links`, `compare` and `tree`, and by a card for its ties.
"""
