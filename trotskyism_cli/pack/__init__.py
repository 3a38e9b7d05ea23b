"""Packs: what the YAML files of a field of history mean, how they are read, and what must hold in them.

A `pack.Pack` is made of the values in `model`, and told by `wording` and `dates_in_words`. `reading` makes it from
files, of which `text` has the strict records and `checking` what must hold in them.
"""
