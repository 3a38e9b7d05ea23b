"""From other programs' files of questions to a pack: a reader for each format, and the pack made of what it read."""
