"""Checks beyond the form of single records: of entries, of a fully edited pack, and of questions.

`reading` runs them when a pack is read. `scaffold` shares the id of the example pack with them.
"""
