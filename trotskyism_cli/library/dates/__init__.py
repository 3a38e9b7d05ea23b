"""Dates: as people type them, as sentences tell them, and what of the book lies along them.

`query` reads dates with `when`; the views of days and periods walk through time with `walks`.
"""
