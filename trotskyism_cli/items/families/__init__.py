"""Families of questions: each module turns facts of a pack into questions (`Ask`) without options yet."""
