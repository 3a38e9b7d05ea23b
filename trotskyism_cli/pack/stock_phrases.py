"""Phrases that the program itself writes into questions, and knows again where it reads one."""

from trotskyism_cli.pack.lazy_regex import lazy_regex

RIGHT = "Right: "  # begins what is said of an option that is right
SOURCE = "Source: "  # begins the last sentence of an explanation
# An explanation that names its source itself; that of its question, the file, is then not added.
SOURCED = lazy_regex(rf"(?<!\w){SOURCE}\S")

# What an import fills in where a file says nothing and a pack must: true, and worth showing to nobody.
UNEXPLAINED = "The file that this question comes from gives no explanation."
MARKED_WRONG = "Marked wrong in the file that it comes from."
UNLICENSED = "unknown"  # the licence of a pack where nobody said what it is
