"""Sittings as state machines that print nothing, the log of what was answered, and all that is computed from it."""
