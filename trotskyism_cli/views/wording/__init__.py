"""The words that names, dates and sentences are told in, wherever there is little room for them.

Each module has one kind of thing to word, and knows none of the other packages. Begin with `surnames` and `sentences`.
"""
