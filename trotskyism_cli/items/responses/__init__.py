"""Responses other than multiple choice: each module makes the items of one response."""
