"""Families of questions: each module turns the facts of a pack into questions (`Ask`) that do not yet have options."""
