"""`make bench`: how fast look-ups are, as ratios in one run, how fast questions are made and exported."""

from benchmarks import exports, startup
from benchmarks.items import speed

startup.main()
print()
speed.main()
print()
exports.main()
