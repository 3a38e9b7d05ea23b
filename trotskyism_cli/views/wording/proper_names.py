"""Regular expressions for names: each word with a capital."""

# A word of one, or its initials: `Cannon`, `P.`, `St.`; the full stop of a sentence is no part of it.
WORD = r"(?:(?:[A-ZÀ-Ž]\w?\.)+|[A-ZÀ-Ž][\w’-]*)"
NAME = rf"{WORD}(?: {WORD})*"  # of any number of words
IN_FULL = rf"{WORD} {WORD}"  # a person's full name, or two words of it
IN_A_ROW = rf"{NAME}(?:, {NAME})+,? and "  # the names before the last one of a list
