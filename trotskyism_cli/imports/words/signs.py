"""Signs that mark right and wrong options."""

TICKS, TICKED_BOXES = "✓✔√", "✅☑"
ARROWS = "→➔➜⇒▶►☛"
ARROW_BACK = r"(?:<[-=]{1,2}|←)[ ]?"  # a pattern: `<- correct` behind the right option
TICK = rf"[{TICKS}{TICKED_BOXES}]\ufe0f?"  # a pattern
CROSS = r"[❌✗✘✖❎]\ufe0f?"  # a pattern, beside a wrong option
