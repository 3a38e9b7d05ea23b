"""Questions and the book in the formats of other programs; a module for each format, and none knows another."""
