"""Compile a pack into the store: its rows, the cache of unchanged parts, and the text cache beside the library.

`filling` runs when a pack has changed. Of all this, a warm look-up loads only `codec` (through `records`).
"""
