"""A day, a month or a year as one looks it up (`on`), and what stands around a date.

Begin with `day`, the whole view; `year` has what must be known first of a year.
"""
