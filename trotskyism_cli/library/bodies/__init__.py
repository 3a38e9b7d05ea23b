"""Bodies, countries and what belongs to them: how long they lived, what they came from, and whose they were.

Called by the views of bodies and periods, by the timelines of `dates`, and by `tree`.
"""
