#!/usr/bin/env bash
# A validator of EDTF holds 29 February 1917 to be a day, and edtf.js reads it as 1 March; 30 February is none to either.
#
# Expected from memory: EDTF counts with the Gregorian calendar throughout, so that what knows the lengths of months refuses a 29
# February in 1917, and in 1900, where the Julian calendar has one (13 March in New Style) that one may meet in sources.
# Seen on 2026-11-30, PyPI's edtf-validate 2.0.0 and edtf 5.0.2, Python 3.11; edtf.js (npm's edtf) 4.11.1 and @edtf-ts/core 0.4.2, Node
# 20: to edtf-validate both days are valid, and of level 0. PyPI's edtf reads them and keeps the 29th. edtf.js makes them 1 March
# without a complaint, and writes that. Only @edtf-ts/core refuses. All four refuse 30 February.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check edtf-validate==2.0.0 edtf==5.0.2
npm install --silent --no-audit --no-fund --prefix "$place" edtf@4.11.1 @edtf-ts/core@0.4.2
cd "$place"
cat > read.mjs <<'NODE'
import { parse } from "@edtf-ts/core";
import edtf from "edtf";
function written(text) {
  try {
    return edtf(text).edtf;
  } catch {
    return "refused";
  }
}
for (const day of ["1916-02-29", "1917-02-29", "1900-02-29", "1917-02-30"]) {
  console.log(day, "edtf.js", written(day), "edtf-ts", parse(day).success);
}
NODE
seen=$(
  venv/bin/python - <<'PYTHON'
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from edtf_validate.valid_edtf import is_valid, isLevel0
def last(day):
    try:
        return "{}-{:02}-{:02}".format(*parse_edtf(day).upper_strict()[:3])
    except EDTFParseException:
        return "refused"
for day in ("1916-02-29", "1917-02-29", "1900-02-29", "1917-02-30"):
    print(day, "edtf-validate", is_valid(day), isLevel0(day), "edtf", last(day))
PYTHON
  node read.mjs
)
wanted='1916-02-29 edtf-validate True True edtf 1916-02-29
1917-02-29 edtf-validate True True edtf 1917-02-29
1900-02-29 edtf-validate True True edtf 1900-02-29
1917-02-30 edtf-validate False False edtf refused
1916-02-29 edtf.js 1916-02-29 edtf-ts true
1917-02-29 edtf.js 1917-03-01 edtf-ts false
1900-02-29 edtf.js 1900-03-01 edtf-ts false
1917-02-30 edtf.js refused edtf-ts false'
[ "$seen" = "$wanted" ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
printf 'as seen:\n%s\n' "$seen"
