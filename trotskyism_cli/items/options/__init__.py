"""Choosing options that are alike enough to be plausible, provably wrong and not overused, and explaining them.

`making` and `responses` take option sets from `sets`, and explanations from `explain`.
"""
