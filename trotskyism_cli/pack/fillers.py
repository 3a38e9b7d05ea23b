"""What an import writes where a file says nothing and a pack must: true, and worth showing to nobody."""

UNEXPLAINED = "The file that this question comes from gives no explanation."
MARKED_WRONG = "Marked wrong in the file that it comes from."
UNLICENSED = "unknown"  # the licence of a pack where nobody said what it is
