"""What typed words mean: which command, which entry, which pair of entries, which span of time.

`actions` and `first_command` use it. Names alone are resolved by the library.
"""
