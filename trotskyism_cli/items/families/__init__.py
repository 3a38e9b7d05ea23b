"""Families of questions: each module turns facts of a pack into questions (`BareQuestion`) without options yet."""
