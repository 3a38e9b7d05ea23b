"""What the words after a command mean, or those without one: which entry, which pair of them, which span of time.

`actions` and `first_command` ask it; what is only a matter of names is asked of the library.
"""
