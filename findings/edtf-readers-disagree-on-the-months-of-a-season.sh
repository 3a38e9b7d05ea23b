#!/usr/bin/env bash
# October is not in the autumn of 1917 for edtf.js, and February is in no winter for PyPI's edtf.
#
# Expected from memory: EDTF does not say which months 21 to 24 are, so libraries take those of the north, three for each season.
# Seen on 2026-11-29, edtf.js (npm's edtf) 4.11.1, Node 20, and PyPI's edtf 5.0.2. The first takes them for quarters of the year:
# spring is January to March, autumn July to September; its README says nothing of it. The second has spring from March to May
# (“Northern Hemisphere by default” in its README), but December alone for winter. They agree on no season.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2
npm install --silent --no-audit --no-fund --prefix "$place" edtf@4.11.1
cd "$place"
cat > read.mjs <<'NODE'
import edtf from "edtf";
const day = (moment) => new Date(moment).toISOString().slice(5, 10);
for (const code of [21, 22, 23, 24]) {
  const season = edtf(`1917-${code}`);
  console.log("npm", code, day(season.min), day(season.max));
}
console.log("npm", edtf("1917-23").covers(edtf("1917-10-25")));
NODE
seen=$(
  node read.mjs
  venv/bin/python - <<'PYTHON'
from edtf import parse_edtf
for code in (21, 22, 23, 24):
    season = parse_edtf(f"1917-{code}")
    print("PyPI", code, *("{1:02}-{2:02}".format(*bound) for bound in (season.lower_strict(), season.upper_strict())))
PYTHON
)
wanted='npm 21 01-01 03-31
npm 22 04-01 06-30
npm 23 07-01 09-30
npm 24 10-01 12-31
npm false
PyPI 21 03-01 05-31
PyPI 22 06-01 08-31
PyPI 23 09-01 11-30
PyPI 24 12-01 12-31'
[ "$seen" = "$wanted" ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
printf 'as seen:\n%s\n' "$seen"
