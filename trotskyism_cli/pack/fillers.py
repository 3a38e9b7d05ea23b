"""What an import writes where a file says nothing and a pack must: true, and worth showing to nobody."""

from trotskyism_cli.pack.lazy_regex import lazy_regex

UNEXPLAINED = "The file that this question comes from gives no explanation."
MARKED_WRONG = "Marked wrong in the file that it comes from."
UNLICENSED = "unknown"  # the licence of a pack where nobody said what it is
# Where an explanation names its source itself; that of its question, the file, is then not added.
SOURCED = lazy_regex(r"(?<!\w)Source: \S")
