"""`make bench`: how fast look-ups are, as ratios in one run, how soon a quiz and a session begin, how fast questions
are made and exported, and a long log imported. `make bench BEFORE=v0.1.0` also runs look-ups and import as they were.
"""

import sys

from benchmarks import exports, progress, sitting, startup, study_start
from benchmarks.items import speed

startup.main(*sys.argv[1:])
print()
sitting.main()
print()
study_start.main()
print()
progress.main(*sys.argv[1:])
print()
speed.main()
print()
exports.main()
