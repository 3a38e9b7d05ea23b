"""Organisations and places, and what belongs to them: lifespans, descent, leaders and events.

Used by the views of bodies and periods, the timelines of `dates`, and the command `tree`. "Body" means organisation.
"""
