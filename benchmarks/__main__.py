"""All speed benchmarks: `make bench`, or `make bench BEFORE=v0.1.0` to compare with an earlier version too.

Measures look-ups (as ratios within one run), the start of a quiz and of a study session, generating and exporting
questions, and importing a long log.
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
