"""The ways in which a document reaches its reader: drawn in a terminal, as plain text, in a pager, in a file.

Only commands choose between them; what makes documents knows none of them.
"""
