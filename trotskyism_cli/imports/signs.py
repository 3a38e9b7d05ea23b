"""The signs that are drawn beside what is right."""

TICKS, TICKED_BOXES = "✓✔√", "✅☑"
ARROWS = "→➔➜⇒▶►☛"
TICK = rf"[{TICKS}{TICKED_BOXES}]\ufe0f?"  # as a pattern
