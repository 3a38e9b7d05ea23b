"""What a question asks: its words in the book's words, whom and what it names, and the passages that match them.

`query` takes a question apart with these, and `search` finds what answers it.
"""
