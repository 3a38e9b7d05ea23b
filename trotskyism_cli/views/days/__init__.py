"""A day, a month, a year or several years (`on`), and what happened near a date.

Start at `day`, the whole view; `year` orders the rows of a year.
"""
