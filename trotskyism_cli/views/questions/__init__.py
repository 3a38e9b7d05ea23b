"""Read a question and compare it with lines of the book: the ground on which all answers stand.

Begin with `direct` (what a direct answer is) and `line_match` (how much of a question a line says).
"""
