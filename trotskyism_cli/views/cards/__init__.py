"""The card of one entry (`show`): its rows, its first screen, and what is left out as told already.

Begin with `entry`, the whole card; `first_look` has what a first screen has room for.
"""
