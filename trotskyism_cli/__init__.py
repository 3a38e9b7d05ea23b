"""A reference book, a question bank and a study partner for one field of history, in the terminal, offline."""

__version__ = "0.1.0"
PROGRAM = "trotskyism"  # what is typed, also where it is run as a module, and the name of its folders
