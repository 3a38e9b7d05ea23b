"""The signs that are drawn beside what is right."""

TICKS, TICKED_BOXES = "✓✔√", "✅☑"
ARROWS = "→➔➜⇒▶►☛"
