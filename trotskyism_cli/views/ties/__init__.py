"""What connects an entry with others, and what connects two entries (`links`).

Start at `of_entry` for all ties of one entry and at `between` for those of two; `tie` defines a tie. A tie is a
sentence that connects two entries; a step is the fact or quotation behind it.
"""
