"""Connections between two entries: by one statement, by a chain of them, or by what they share or dispute.

Used by the commands `links` and `compare` and their views.
"""
