"""From a pack to its compiled form in the cache: its rows, the parts that have not changed, and the shelf beside it.

`filling` is called when a pack has changed; of a look-up's modules only `records` needs any of these, `codec`.
"""
