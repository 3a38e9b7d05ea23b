"""Documents about entries: cards, lists, one-line descriptions, quotations, passages found, and sources.

Used by `show`, `list`, `quote`, `search` and `summary`, and wherever an entry is described in a line.
"""
