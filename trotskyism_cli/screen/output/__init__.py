"""How a document reaches its reader: drawn in a terminal, as plain text, in a pager, or in a file.

Only commands choose between these; the code that makes documents knows none of them.
"""
