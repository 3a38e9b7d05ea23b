"""Interpretation of answers in tables, on cards and on paper: which option is right, or what has to be typed.

Nothing uncertain is guessed.
"""
