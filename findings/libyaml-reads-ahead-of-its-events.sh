#!/usr/bin/env bash
# libyaml 0.2.6 refuses deep nesting before its caller has seen the brackets: it reads up to 1,024 characters ahead of its events.
#
# Expected from memory: yaml.parse yields an event for each bracket as it is read, so a consumer that stops at depth 32 stops first.
# Seen on 2026-11-28 with PyYAML 6.0.4 (libyaml 0.2.6): of 1,200 opening brackets CSafeLoader yields five events in all, two of
# them before the first bracket's, and raises "exceeded maximum nesting depth" at column 1009: it looks for a possible key up
# to 1,024 characters ahead, and its bound of 1,000 lies within that. The loader in Python has no bound and yields every bracket.
# Block lists (a hyphen for each level) are yielded level by level by both.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pyyaml==6.0.4
"$place/venv/bin/python" - <<'PYTHON'
import itertools
import yaml
flow, block = "key: " + "[" * 1200, "key:\n" + "- " * 1200 + "a\n"
def first_events(text, loader):
    seen = []
    try:
        seen.extend(itertools.islice(yaml.parse(text, Loader=loader), 64))
    except yaml.YAMLError as error:
        return None, str(error.problem)
    return seen, ""
seen, said = first_events(flow, yaml.CSafeLoader)
assert seen is None and "exceeded maximum nesting depth" in said, (seen, said)
assert len(first_events(flow, yaml.SafeLoader)[0]) == 64
assert len(first_events(block, yaml.CSafeLoader)[0]) == 64
print("as seen: libyaml refuses before it has yielded what comes before:", said)
PYTHON
