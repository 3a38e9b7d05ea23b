"""`export` and `import`: questions and the book in the files of other programs, and theirs as a pack."""
