"""Answer what is asked about people: kin, offices, parties, deeds, death.

Each module answers one question; `shapes`, above, has an example of most.
"""
