"""From other programs' files of questions to a pack: a reader for each format, and the pack made of what it read.

`formats` knows the readers, in `platforms`, `flashcards`, `tables` and `papers`; each gives a `Reading` (in `foreign`).
`answers` has what they share of what is right, and `words` what teachers write in their languages. `new_pack` makes a
pack of the questions, so far as they are `fitting`, and `report` tells what became of each.
"""
