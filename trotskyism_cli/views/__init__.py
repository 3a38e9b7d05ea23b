"""The edited views of a library: what matters first, in order of time, one row a happening, the date once.

A package for each thing one looks up: cards (`show`), ties (`links`), comparisons (`compare`), days (`on`), periods
(`timeline`), bodies (`tree`); questions, answers and search make what `search` shows. Rows and words that several of
these tell by are in happenings and wording.
"""
