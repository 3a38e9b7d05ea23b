"""A reference book, a question bank and a study partner for one field of history, in the terminal, offline."""

__version__ = "0.1.0"
PROGRAM = "trotskyism"  # the command as typed, and the name of the user's folders
