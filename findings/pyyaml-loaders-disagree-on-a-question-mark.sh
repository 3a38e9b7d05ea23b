#!/usr/bin/env bash
# PyYAML's two loaders disagree on a plain scalar that ends in a question mark inside a flow list.
#
# Expected from memory: CSafeLoader and SafeLoader differ in speed alone.
# Seen on 2026-11-28 with PyYAML 6.0.4 (libyaml 0.2.6) and 6.0.1, Python 3.11: `[What next?, Now what?]` is a list of two texts
# for CSafeLoader; SafeLoader, the one written in Python, refuses it: "expected ',' or ']', but got '?'". In a block list
# both read it. So a file that is always read with libyaml can be unreadable where PyYAML was built without it.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pyyaml==6.0.4
"$place/venv/bin/python" - <<'PYTHON'
import yaml
flow, block = "titles: [What next?, Now what?]\n", "titles:\n  - What next?\n  - Now what?\n"
wanted = {"titles": ["What next?", "Now what?"]}
assert yaml.load(flow, yaml.CSafeLoader) == wanted
assert yaml.load(block, yaml.SafeLoader) == yaml.load(block, yaml.CSafeLoader) == wanted
try:
    yaml.load(flow, yaml.SafeLoader)
except yaml.YAMLError as error:
    assert "got '?'" in str(error), error
    print("as seen: the loader in Python refuses what libyaml reads:", error.problem)
else:
    raise SystemExit("changed: both loaders read it now")
PYTHON
