"""Words by which a text tells that somebody was killed; all patterns and sets are made of this list."""

SHOT = "shot"  # the victim may have survived: see NOT_ONLY_WOUNDED
KILLED = ("assassinated", "executed", "guillotined", "hanged", "killed", "murdered", "put to death", SHOT)
KILLED_WORDS = frozenset(each for each in KILLED if " " not in each)
WAS_KILLED = rf"(?:{'|'.join(KILLED)})\b"  # part of a pattern, without a boundary at its start
NOT_ONLY_WOUNDED = r"(?! and (?:\w+ )?wounded\b)"  # directly after `shot`
BY_OWN_HAND = r"(?:(?:shot|killed|hanged) (?:him|her)self|took (?:his|her) (?:own )?life)\b"
# Verbs of killing; those with a weapon may also mean wounding.
TO_KILL = frozenset("assassinate execute guillotine hang kill murder".split())
WITH_A_WEAPON = frozenset(("shoot", SHOT, "stab", "stabbed"))
