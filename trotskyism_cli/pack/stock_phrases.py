"""Phrases that the program writes into questions, and recognises when it reads them back."""

from trotskyism_cli.pack.lazy_regex import lazy_regex

RIGHT = "Right: "  # begins the note of a right option
SOURCE = "Source: "  # begins the last sentence of an explanation
# An explanation that names its source; the source of its question is then not added.
SOURCED = lazy_regex(rf"(?<!\w){SOURCE}\S")

# What an import fills in for fields that a pack requires and the file lacks; never shown.
UNEXPLAINED = "The file that this question comes from gives no explanation."
MARKED_WRONG = "Marked wrong in the file that it comes from."
UNLICENSED = "unknown"  # licence of a pack whose licence is not known
