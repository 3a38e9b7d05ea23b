"""What ties two entries, of all that the book tells: by one statement, by a chain, by what they share or dispute.

Called by `links` and `compare`, and by their views.
"""
