"""What an entry is tied to, and what ties two (`links`).

Begin with `of_entry` for all ties of one, with `between` for those of two; `tie` has what a tie is.
"""
