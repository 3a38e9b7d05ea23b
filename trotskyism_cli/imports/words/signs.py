"""The signs that are drawn beside what is right."""

TICKS, TICKED_BOXES = "✓✔√", "✅☑"
ARROWS = "→➔➜⇒▶►☛"
ARROW_BACK = r"(?:<[-=]{1,2}|←)[ ]?"  # as a pattern: `<- correct`, behind what is right
TICK = rf"[{TICKS}{TICKED_BOXES}]\ufe0f?"  # as a pattern
CROSS = r"[❌✗✘✖❎]\ufe0f?"  # as a pattern, beside what is wrong
