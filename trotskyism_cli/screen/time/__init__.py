"""Time drawn: axes with bars and rows, days and years, the lives of people and organisations.

Used by `timeline`, `on` and `summary`, and by the export of the book.
"""
