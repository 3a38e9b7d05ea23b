"""The ground level of items: a pack indexed for proofs, its names and words, and questions without options.

All other packages of `items` build on this one; it uses only `model` of `items`.
"""
