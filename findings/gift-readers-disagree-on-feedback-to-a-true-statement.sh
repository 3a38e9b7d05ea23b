#!/usr/bin/env bash
# Two public readers of GIFT give the feedbacks of a statement that is true to opposite answers.
#
# Expected from memory: in `The sun rises.{TRUE#one#two}` the first feedback is for whoever answers "true".
# Seen on 2026-11-28: gift-pegjs 1.0.2 gives "one" to the answer "true" and "two" to "false", whatever the statement is. pygiftparser
# 1.1 gives "one" to whoever is wrong, that is, to the answer "false", and "two" to whoever is right; so does Moodle's own
# importer, whose documentation says "feedback for the wrong answer, then for the right one". Of a statement that is FALSE
# both say the same, so that a file with false statements alone does not show it.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pygiftparser==1.1
npm install --silent --no-audit --no-fund --prefix "$place" gift-pegjs@1.0.2
printf '::a::The sun rises.{TRUE#one#two}\n' > "$place/true.gift"
"$place/venv/bin/python" - "$place/true.gift" <<'PYTHON'
import sys
from pygiftparser import parser
with open(sys.argv[1]) as file:
    (question,) = parser.parseFile(file)
wrong, right = question.answers.feedbackWrong, question.answers.feedbackCorrect
assert (wrong, right) == ("one", "two"), (wrong, right)
PYTHON
cd "$place"
cat > read.mjs <<'NODE'
import { readFileSync } from "node:fs";
import * as gift from "gift-pegjs";
const parse = gift.parse ?? gift.default.parse;
const [question] = parse(readFileSync("true.gift", "utf8"));
const said = [question.trueFeedback?.text, question.falseFeedback?.text];
if (said.join() !== "one,two") throw new Error(`changed: ${said}`);
NODE
node read.mjs
echo 'as seen: "one" is for the answer "false" to pygiftparser, for the answer "true" to gift-pegjs'
