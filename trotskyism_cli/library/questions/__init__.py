"""Interpret a question: put its words into the book's words, find what it names, and match passages.

`query` parses a question with these modules; `search` finds what answers it.
"""
