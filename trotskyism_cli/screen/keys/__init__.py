"""What is chosen with keys: options, several of them, lines of the menu; and the same menu for those who type.

`quiz_terminal` and the menu prompt with it; prompt_toolkit is imported here alone.
"""
