#!/usr/bin/env bash
# questionary 2.1.0 admits any prompt_toolkit 3, but a select prompt cannot be drawn with prompt_toolkit 3.0.53.
#
# Expected from memory: pip's resolver keeps one from combinations that cannot work; 2.0.1 even pinned prompt_toolkit to 3.0.36.
# Seen on 2026-11-28, Python 3.11: `questionary.select(...)` raises AttributeError, 'VSplit' object has no attribute 'content', when
# it is made; questionary 2.1.1 makes it without complaint.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
try() {
  "$place/venv/bin/pip" install --quiet --disable-pip-version-check "questionary==$1" prompt_toolkit==3.0.53
  "$place/venv/bin/python" - <<'PYTHON' 2>&1
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
import questionary
with create_pipe_input() as keys:
    keys.send_text("\r")
    print(questionary.select("Which?", ["one", "two"], input=keys, output=DummyOutput()).unsafe_ask())
PYTHON
}
said=$(try 2.1.0) && { echo "changed: questionary 2.1.0 works: $said"; exit 1; }
grep --quiet "'VSplit' object has no attribute 'content'" <<< "$said" || { echo "changed: $said"; exit 1; }
[ "$(try 2.1.1)" = one ] || { echo "changed: questionary 2.1.1 does not work"; exit 1; }
echo "as seen: 2.1.0 raises AttributeError, 2.1.1 answers"
