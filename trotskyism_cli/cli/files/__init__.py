"""`export` and `import`: questions and the book in the formats of other programs, and their questions as a pack."""
