"""Parties, states and other bodies: their lives, row by row, and their descent (`tree`).

Begin with `body` for a life, and with `descent` for lines and the forks from them.
"""
