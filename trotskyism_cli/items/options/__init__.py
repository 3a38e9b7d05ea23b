"""Choose options that are plausible, provably wrong and not overused, and explain them.

`making` and `responses` take option sets from `sets`, and explanations from `explain`.
"""
