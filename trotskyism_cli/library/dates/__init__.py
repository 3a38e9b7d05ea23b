"""Dates: reading them as people type them or as sentences tell them, and finding what happened then.

`query` reads dates with `date_parsing`; the views of days and periods use `dated_facts`.
"""
