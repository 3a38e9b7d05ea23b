"""Entries drawn: a card, a list of them, who somebody was in a line, quotations, passages found, and sources.

Called by the actions of `show`, `list`, `quote`, `search` and `summary`; and by whatever tells of an entry in a line.
"""
