"""`make bench`: how fast look-ups are, as ratios in one run, how soon a quiz begins, how fast questions are made and
exported. `make bench BEFORE=v0.1.0` also runs the look-ups as they were then."""

import sys

from benchmarks import exports, sitting, startup
from benchmarks.items import speed

startup.main(*sys.argv[1:])
print()
sitting.main()
print()
speed.main()
print()
exports.main()
