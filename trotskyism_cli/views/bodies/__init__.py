"""Organisations and countries: their history in rows, and trees of descent (`tree`). "Body" means organisation.

For a history start at `body`: its rows are made in `rows`, selected in `chosen_rows` and ordered by weight in `view`.
For trees start at `descent`.
"""
