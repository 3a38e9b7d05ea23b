"""Names: every form by which an entry is found, the entry that a typed name means, and the entries that a text names.

`library` resolves names with `names`; views, ties and questions find names in texts with `named_in_text`.
"""
