"""Time drawn: axes with bars and rows, days and years, the lives of people and bodies.

Called by the actions of `timeline`, `on` and `summary`, and by export for its book.
"""
