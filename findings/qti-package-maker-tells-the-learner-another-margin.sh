#!/usr/bin/env bash
# qti-package-maker takes a margin of one year about 1917, and tells the learner of one per cent, 19 years; of 44 BC it says -2 per cent.
#
# Expected from memory: the note on the margin that a maker of tests adds to a question says what the answer is marked by.
# Seen on 2026-11-30, qti-package-maker 26.7.14, Python 3.11: Blackboard's upload (bbq) gets the margin as it is, 1, and with it, by
# default, a note in whole per cents, rounded up: 1 in place of 0.05. With a number below zero it is -2 per cent in place of 2.3.
# Its file for people to read says ±1.0, its QTI 2.1 marks by 1.0 and has no note.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check qti-package-maker==26.7.14
cd "$place"
venv/bin/python - > log 2>&1 <<'PYTHON' || { cat log; exit 1; }
from qti_package_maker.package_interface import QTIPackageInterface
maker = QTIPackageInterface("years")
maker.add_item("NUM", ("When did the Bolsheviks take power?", 1917.0, 1.0))
maker.add_item("NUM", ("When was Caesar killed? Write years BC with a minus.", -44.0, 1.0))
for engine in ("bbq_text_upload", "human_readable", "blackboard_qti_v2_1"):
    maker.save_package(engine)
PYTHON
seen=$(venv/bin/python - <<'PYTHON'
import re
from html import unescape
from pathlib import Path
from zipfile import ZipFile
for line in Path("bbq-years.txt").read_text().splitlines():
    _, text, year, margin = line.split("\t")
    print(year, margin, *re.findall("within (.*?) of", unescape(text)))
print(*re.findall("within (.*?) of", unescape(Path("human-years.html").read_text())))
package = ZipFile("qti21-years.zip")
items = "".join(package.read(name).decode() for name in package.namelist() if "item_" in name)
print(*re.findall('tolerance="(.*?)"', items), "within" in items)
PYTHON
)
wanted='1917.00000000 1.00000000 1%
-44.00000000 1.00000000 -2%
±1.0 ±1.0
1.0 1.0 1.0 1.0 False'
[ "$seen" = "$wanted" ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
printf 'as seen (bbq: year, margin, note; for people; QTI 2.1):\n%s\n' "$seen"
