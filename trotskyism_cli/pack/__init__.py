"""Packs: the data model of a field of history, how its YAML files are read, and what is checked in them.

A `pack.Pack` holds the values of `model`; `wording` and `dates_in_words` turn them into text. `reading` builds a pack
from files, with strict records from `text` and the checks of `checking`.
"""
