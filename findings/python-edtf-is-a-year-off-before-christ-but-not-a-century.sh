#!/usr/bin/env bash
# PyPI's edtf turns “400 BC” into a year within what it makes of “5th century BC”; 400 BC is in the fourth.
#
# Expected from memory: a library for EDTF, which has a year 0, minds it in every text with BC; or in none, and is off throughout.
# Seen on 2026-11-29, edtf 5.0.2, Python 3.11, and npm's edtfy 0.0.8, Node 20: text_to_edtf("44 BC") is -0044, which is 45 BC, and
# “1 BC” is -0001, not 0000. Its centuries are right: “5th century BC” is -04XX, -0499 to -0400, that is 500 to 401 BC. So “400 BC”,
# -0400, is in the fifth. edtfy writes -0043 and -0399 (and a small x, as EDTF's draft did). No example in edtf's README has BC.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2
npm install --silent --no-audit --no-fund --prefix "$place" edtfy@0.0.8
seen=$("$place/venv/bin/python" - <<'PYTHON'
from edtf import parse_edtf, text_to_edtf
print(*(text_to_edtf(text) for text in ("44 BC", "1 BC", "400 BC", "5th century BC", "4th century BC")))
year = parse_edtf(text_to_edtf("400 BC")).lower_strict()
for text in ("5th century BC", "4th century BC"):
    century = parse_edtf(text_to_edtf(text))
    print(text, century.lower_strict() <= year <= century.upper_strict())
PYTHON
)
wanted='-0044 -0001 -0400 -04XX -03XX
5th century BC True
4th century BC False'
[ "$seen" = "$wanted" ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
cd "$place"
cat > read.mjs <<'NODE'
import edtfy from "edtfy";
console.log(["44 BC", "400 BC", "5th century BC"].map((text) => edtfy(text)).join(" "));
NODE
other=$(node read.mjs)
[ "$other" = "-0043 -0399 -04xx" ] || { printf 'changed: edtfy: %s\n' "$other"; exit 1; }
printf 'as seen (whether it holds 400 BC):\n%s\nedtfy: %s\n' "$seen" "$other"
