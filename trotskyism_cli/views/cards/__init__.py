"""The card of one entry (`show`): its rows, its first screen, and what is left out because the card says it elsewhere.

Start at `entry`, the whole card. `rows` defines cells, rows and the view; `first_look` selects what a first screen has
room for.
"""
