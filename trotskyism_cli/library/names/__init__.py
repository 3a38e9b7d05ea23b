"""Names: every form by which an entry is found, the entry that a typed one means, and those that a text names.

`library` resolves names with `names`; views, ties and questions ask `named_in_text` whom a text names.
"""
