"""The words by which a text tells that somebody was killed: one list, from which all patterns and sets are made."""

SHOT = "shot"  # also of somebody who lived on: see NOT_ONLY_WOUNDED
KILLED = ("assassinated", "executed", "guillotined", "hanged", "killed", "murdered", "put to death", SHOT)
KILLED_WORDS = frozenset(each for each in KILLED if " " not in each)
WAS_KILLED = rf"(?:{'|'.join(KILLED)})\b"  # in a pattern; what bounds it before is said there
NOT_ONLY_WOUNDED = r"(?! and (?:\w+ )?wounded\b)"  # right behind `shot`
BY_OWN_HAND = r"(?:(?:shot|killed|hanged) (?:him|her)self|took (?:his|her) (?:own )?life)\b"
# What one does to kill. With a weapon one may also only wound.
TO_KILL = frozenset("assassinate execute guillotine hang kill murder".split())
WITH_A_WEAPON = frozenset(("shoot", SHOT, "stab", "stabbed"))
