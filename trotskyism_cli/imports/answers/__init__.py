"""What answers say, in tables, on cards and on paper: which option is right, or what is to be typed.

What is not certain is not guessed.
"""
