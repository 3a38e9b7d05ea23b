#!/usr/bin/env bash
# mkdocs-quiz shows `A &#38; B` as “A & B” on its page, but writes `A &amp;#38; B` into its own QTI package.
#
# Expected from memory: what a tool shows on a page it also exports; the texts of a quiz are Markdown, in which an entity is a sign.
# Seen on 2026-11-28, mkdocs-quiz 1.7.1, Python 3.11: its QTI 1.2 and 2.1 take the source for plain text. An option and the accepted
# answer of a blank keep the figures of the entity, so that a learner who fills in “A & B” is wrong.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs-quiz==1.7.1
cd "$place"
mkdir docs
printf '<quiz>\nWhich firm?\n\n[[A &#38; B]]\n\n---\n\nSo it was.\n</quiz>\n\n<quiz>\nWhich firm?\n\n- [x] A &#38; B\n- [ ] C\n</quiz>\n' > docs/index.md
printf 'site_name: x\nplugins: [mkdocs_quiz]\n' > mkdocs.yml
venv/bin/mkdocs build --quiet 2> /dev/null
seen=$(venv/bin/python - <<'PYTHON'
import html
import re
from pathlib import Path
from mkdocs_quiz.qti.base import QTIExporter, QTIVersion
from mkdocs_quiz.qti.extractor import extract_quizzes_from_file
from mkdocs_quiz.qti.models import QuizCollection
page = Path("site/index.html").read_text()
text = html.unescape(re.sub("<[^>]+>", " ", page))
print("page", "A & B" in text)
collection = QuizCollection(title="x", quizzes=extract_quizzes_from_file(Path("docs/index.md")))
for version in QTIVersion:
    exported = "".join(QTIExporter.create(collection, version).generate_items().values())
    print(version.value, exported.count("A &amp;#38; B"), exported.count("A &amp; B"))
PYTHON
)
printf '%s\n' "$seen"
grep --quiet '^page True$' <<< "$seen" || { echo "changed: the page"; exit 1; }
[ "$(grep --count -E '^(1.2|2.1) [1-9][0-9]* 0$' <<< "$seen")" = 2 ] || { echo "changed: the packages"; exit 1; }
echo "as seen"
