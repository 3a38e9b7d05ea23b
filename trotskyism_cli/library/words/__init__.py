"""Words of English and Russian, whatever the book is about: inflection, misspelling, synonyms and numerals.

Used by what searches the book for typed words: `names`, `questions` and `search`.
"""
