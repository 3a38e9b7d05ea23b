"""What a question asks, and what a line of the book says of it: what all answers are found by.

Begin with `direct`, what a direct answer is, and `said`, what a line says of a question.
"""
