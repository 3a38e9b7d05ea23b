#!/usr/bin/env bash
# edtf.js walks through {1917..1920} year by year, but says that the set ends in 1917 and does not cover 1919.
#
# Expected from memory: a run of years in a set is short for its years, so that {1917..1920} and {1917,1918,1919,1920} are one set.
# Seen on 2026-11-29, edtf.js (npm's edtf) 4.11.1, Node 20, and PyPI's edtf 5.0.2: to iterate gives the same four years for both, as
# the README of edtf.js says. But of the short set `max` is in 1917 and `covers` is false for 1919, of the long one 1920 and true.
# The same with square brackets (one of the years), and with months. PyPI's edtf ends either set with 1920-12-31.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2
npm install --silent --no-audit --no-fund --prefix "$place" edtf@4.11.1
"$place/venv/bin/python" - <<'PYTHON'
from edtf import parse_edtf
for text in ("{1917..1920}", "[1917..1920]", "{1917,1918,1919,1920}"):
    assert parse_edtf(text).upper_strict()[:3] == (1920, 12, 31), parse_edtf(text).upper_strict()
PYTHON
cd "$place"
cat > read.mjs <<'NODE'
import edtf from "edtf";
for (const text of ["{1917..1920}", "[1917..1920]", "{1917,1918,1919,1920}", "{1917-11..1918-02}"]) {
  const set = edtf(text);
  const last = new Date(set.max).toISOString().slice(0, 10);
  console.log(text, [...set].length, last, set.covers(edtf(text.includes("-") ? "1918-01" : "1919")));
}
NODE
seen=$(node read.mjs)
wanted='{1917..1920} 4 1917-12-31 false
[1917..1920] 4 1917-12-31 false
{1917,1918,1919,1920} 4 1920-12-31 true
{1917-11..1918-02} 4 1917-11-30 false'
[ "$seen" = "$wanted" ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
printf 'as seen (members, last day, whether it covers one between):\n%s\n' "$seen"
