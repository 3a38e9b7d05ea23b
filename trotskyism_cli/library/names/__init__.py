"""Names: the forms by which an entry is found, what a typed name means, and which entries a text names.

`library` resolves names with `names`; views, ties and questions find names in texts with `named_in_text`.
"""
