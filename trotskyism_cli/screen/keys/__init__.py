"""Prompts answered with keys: one option, several, or a menu line; and the same menu as typed numbers.

Used by `quiz_terminal` and the menu. Only this package imports prompt_toolkit.
"""
