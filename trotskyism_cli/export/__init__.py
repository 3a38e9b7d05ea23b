"""Export of items and of the book to other programs' formats: one module per format, independent of each other."""
