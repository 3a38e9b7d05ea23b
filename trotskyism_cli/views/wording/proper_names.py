"""How a name is written, for the patterns that look for one in a text: each word of it with a capital."""

# A word of one, or its initials: `Cannon`, `P.`, `St.`; the full stop of a sentence is no part of it.
WORD = r"(?:(?:[A-ZÀ-Ž]\w?\.)+|[A-ZÀ-Ž][\w’-]*)"
NAME = rf"{WORD}(?: {WORD})*"  # in as many words as it has
IN_FULL = rf"{WORD} {WORD}"  # of somebody: at least two words of it
IN_A_ROW = rf"{NAME}(?:, {NAME})+,? and "  # the names before the last one of a list
