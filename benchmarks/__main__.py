"""`make bench`: how fast look-ups are, as ratios in one run, and how fast questions are made."""

from benchmarks import startup
from benchmarks.items import speed

startup.main()
print()
speed.main()
