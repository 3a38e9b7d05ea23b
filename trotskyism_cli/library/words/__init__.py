"""Words of English and Russian, whatever the book is about: their forms, slips, senses, and numbers among them.

Called by what looks for typed words in the book: names, questions and search.
"""
