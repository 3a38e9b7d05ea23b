"""The card of one entry (`show`): its rows, its first screen, and what is left out as told already.

Begin with `entry`, the whole card; `rows` has what it is made of, `first_look` what a first screen has room for.
"""
