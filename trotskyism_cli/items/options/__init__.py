"""Which answers may stand side by side: alike enough to be plausible, proved wrong, none of them used up, and why.

`making` and `responses` take their options from `sets`, and what is said of each from `explain`.
"""
