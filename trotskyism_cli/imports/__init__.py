"""Import of question files from other programs: a reader for each format, and the pack made from what was read.

`formats` knows the readers, in `platforms`, `flashcards`, `tables` and `papers`; each returns a `Reading` (in
`foreign`). `answers` has their shared knowledge about which answer is right, and `words` what teachers write in their
languages. `new_pack` makes a pack of the questions that are `fitting`, and `report` tells what became of each.
"""
