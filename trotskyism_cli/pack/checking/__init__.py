"""What must hold in a pack beyond the form of its records: of entries, of an edited whole, and of questions.

`reading` calls it when a pack is read, and `scaffold` for the packs that it begins.
"""
