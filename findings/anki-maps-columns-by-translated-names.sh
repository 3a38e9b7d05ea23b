#!/usr/bin/env bash
# A table for Anki that names its columns (#columns:) puts the id on the front of the card where Anki is not English.
#
# Expected from memory: `#guid column`, `#deck column` and `#tags column` take their columns away, and the others fill the fields
# of the note in their order, whatever the language and whatever the columns are called.
# Seen on 2026-11-28, anki 26.9.3, Python 3.11: columns that have names are matched with the fields by these names. In a new English
# collection “Front” and “Back” find the fields. In a German one, whose fields are Vorderseite and Rückseite, the first field gets
# the first column, the id. Without the line #columns both are right.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check anki==26.9.3
head=$'#separator:tab\n#html:false\n#guid column:1\n#deck column:2\n#tags column:5\n'
row=$'the-id\tDefault\tthe front\tthe back\ta-tag\n'
printf '%s#columns:Guid\tDeck\tFront\tBack\tTags\n%s' "$head" "$row" > "$place/named.tsv"
printf '%s%s' "$head" "$row" > "$place/nameless.tsv"
seen=$("$place/venv/bin/python" - "$place" <<'PYTHON'
import sys
import tempfile
from pathlib import Path
import anki.lang
from anki.collection import Collection, ImportCsvRequest
for language in ("en", "de"):
    for name in ("named", "nameless"):
        anki.lang.set_lang(language)
        collection = Collection(str(Path(tempfile.mkdtemp(dir=sys.argv[1])) / "collection.anki2"))
        file = f"{sys.argv[1]}/{name}.tsv"
        metadata = collection.get_csv_metadata(path=file, delimiter=None)
        collection.import_csv(ImportCsvRequest(path=file, metadata=metadata))
        print(language, name, collection.get_note(collection.find_notes("")[0]).fields[0])
        collection.close()
PYTHON
)
wanted=$'en named the front\nen nameless the front\nde named the-id\nde nameless the front'
[ "$seen" = "$wanted" ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
printf 'as seen:\n%s\n' "$seen"
