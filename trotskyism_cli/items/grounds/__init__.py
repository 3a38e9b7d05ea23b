"""The ground level of items: a pack indexed for proofs, its names and words, and the questions it supports.

All other packages of `items` build on this one; it uses only `model` of `items`.
"""
