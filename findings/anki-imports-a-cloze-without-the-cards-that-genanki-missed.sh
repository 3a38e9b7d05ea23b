#!/usr/bin/env bash
# genanki makes one card of a gap within a gap, and none of {{c1,2::…}}; Anki makes two of each, but not when it imports the package.
#
# Expected from memory: the cards of a note follow from its text, so that Anki, which makes them when a note is added, makes those
# that a package lacks as well.
# Seen on 2026-11-30, genanki 0.13.1, anki 26.9.3, Python 3.11: of `{{c1::Leon {{c2::Trotsky}}}}` genanki writes card 1 alone, of
# `{{c1,2::Leon}}` no card, without a word; Anki has known gaps within gaps since 2.1.56. An import keeps the note as it comes:
# the second gap is never asked, and the other note lies in the collection without a card, until Anki is told to check its
# database, which adds them. Side by side both programs make two.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check anki==26.9.3 genanki==0.13.1
cd "$place"
seen=$(venv/bin/python - <<'PYTHON'
import anki.lang
import genanki
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.decks import DeckId
anki.lang.set_lang("en")
texts = "{{c1::Leon}} {{c2::Trotsky}}", "{{c1::Leon {{c2::Trotsky}}}}", "{{c1,2::Leon}}"
def cards(collection):
    (note,) = collection.find_notes("")
    return [card.ord + 1 for card in collection.get_note(note).cards()]
for number, text in enumerate(texts):
    own = Collection(f"own-{number}.anki2")
    note = own.new_note(own.models.by_name("Cloze"))
    note.fields[0] = text
    own.add_note(note, DeckId(1))
    deck = genanki.Deck(1917110700, "deck")
    deck.add_note(genanki.Note(model=genanki.CLOZE_MODEL, fields=[text, ""]))
    genanki.Package(deck).write_to_file(f"{number}.apkg")
    other = Collection(f"other-{number}.anki2")
    request = ImportAnkiPackageRequest(package_path=f"{number}.apkg", options=ImportAnkiPackageOptions())
    other.import_anki_package(request)
    imported = cards(other)
    other.fix_integrity()
    print(text, "added", cards(own), "imported", imported, "checked", cards(other))
    own.close()
    other.close()
PYTHON
)
wanted='{{c1::Leon}} {{c2::Trotsky}} added [1, 2] imported [1, 2] checked [1, 2]
{{c1::Leon {{c2::Trotsky}}}} added [1, 2] imported [1] checked [1, 2]
{{c1,2::Leon}} added [1, 2] imported [] checked [1, 2]'
[ "$seen" = "$wanted" ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
printf 'as seen:\n%s\n' "$seen"
