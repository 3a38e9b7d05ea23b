"""Views: what to show of a library, edited for readers. Important things first, one row per happening, each date once.

There is a package for each kind of lookup: cards (`show`), ties (`links`), comparisons (`compare`), days (`on`),
periods (`timeline`) and bodies (`tree`). questions, answers and search produce what `search` shows. happenings and
wording hold rows and wordings that several of these share. Drawing is left to `screen`.
"""
