"""What must hold in a pack beyond the form of its records: of entries, of an edited whole, and of questions.

`reading` calls it when a pack is read; with a stock of checks of its own for those packs that are edited as a whole.
"""
