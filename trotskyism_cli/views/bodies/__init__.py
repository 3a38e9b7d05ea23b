"""Parties, states and other bodies: their lives, row by row, and their descent (`tree`).

Begin with `body` for a life (its rows are made in `rows`, chosen in `chosen_rows` and weighed in `view`), and with
`descent` for lines and the forks from them.
"""
