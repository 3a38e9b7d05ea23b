#!/usr/bin/env bash
# babel-edtf shows the seventh of an unknown month of 1917 as “Jan 7, 1917”, though it is for level 0 of EDTF and refuses “1917?”.
#
# Expected from memory: as it says that “Only an EDTF level 0 date, date and time or interval is supported”, what is unknown (X) or
# doubtful, levels 1 and 2, raises that error.
# Seen on 2026-11-30, babel-edtf 1.2.2 with edtf 5.0.2 and babel 2.19.0, Python 3.11: it refuses a mark of doubt at the end alone. A
# mark inside or in front is dropped, and each X becomes the first thing it can be: an unknown month January, an unknown day the
# 1st, an unknown year of the nineteen-tens 1910, with nothing to tell it from a known one. The classes of edtf for all of these
# descend from its Date.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check babel-edtf==1.2.2 edtf==5.0.2 babel==2.19.0
seen=$("$place/venv/bin/python" - <<'PYTHON'
from babel_edtf import EDTFValueError, format_edtf
for text in ("1917-XX-07", "1917-11-XX", "1917-XX", "191X-11-07", "1917-11?-07", "~1917", "1917~", "1917-11-07?"):
    try:
        print(text, format_edtf(text, locale="en"), sep=" | ")
    except EDTFValueError:
        print(text, "refused", sep=" | ")
PYTHON
)
wanted='1917-XX-07 | Jan 7, 1917
1917-11-XX | Nov 1, 1917
1917-XX | Jan 1917
191X-11-07 | Nov 7, 1910
1917-11?-07 | Nov 7, 1917
~1917 | 1917
1917~ | refused
1917-11-07? | refused'
[ "$seen" = "$wanted" ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
printf 'as seen:\n%s\n' "$seen"
