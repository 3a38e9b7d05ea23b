#!/usr/bin/env bash
# transliterate turns “Ильич” into “Il'ich”, and this back into “ИлЬич”; its щ, which it writes sch, it reads as сч.
#
# Expected from memory: what is lost on the way to Latin letters and back is what two letters share, as ё and е do; the soft sign,
# which has a sign of its own in lower-case words, and щ, whose sch is in the table of the way back, return.
# Seen on 2026-11-30, transliterate 1.10.2, Python 3.11: a lower-case soft or hard sign returns as a capital soft sign in the midst
# of the word: the apostrophe stands for all four, and the last in the table, the capital one, has it. The table has ch before sch,
# and replaces one after the other, so that no щ ever comes back. cyrtranslit 1.2.0 brings all these names back as they were.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check transliterate==1.10.2 cyrtranslit==1.2.0
seen=$("$place/venv/bin/python" - <<'PYTHON'
import cyrtranslit
from transliterate import translit
for word in ("Троцкий", "Ильич", "Октябрь", "съезд", "Щорс"):
    latin = translit(word, "ru", reversed=True)
    other = cyrtranslit.to_cyrillic(cyrtranslit.to_latin(word, "ru"), "ru")
    print(word, latin, translit(latin, "ru"), other)
PYTHON
)
wanted="Троцкий Trotskij Троцкий Троцкий
Ильич Il'ich ИлЬич Ильич
Октябрь Oktjabr' ОктябрЬ Октябрь
съезд s'ezd сЬезд съезд
Щорс Schors Счорс Щорс"
[ "$seen" = "$wanted" ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
printf 'as seen (there and back; the last with cyrtranslit):\n%s\n' "$seen"
