"""`make bench`: how fast look-ups are, as ratios in one run, how soon a quiz begins, how fast questions are made and
exported."""

from benchmarks import exports, sitting, startup
from benchmarks.items import speed

startup.main()
print()
sitting.main()
print()
speed.main()
print()
exports.main()
