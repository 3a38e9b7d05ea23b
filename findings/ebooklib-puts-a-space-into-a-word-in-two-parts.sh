#!/usr/bin/env bash
# EbookLib writes <p><b>Trotsky</b><i>ism</i></p> so that a reader shows “Trotsky ism”, and changes what stands in <pre>.
#
# Expected from memory: a library that takes a chapter's HTML puts it into the book as it is; if it indents, then between blocks,
# where a break means nothing.
# Seen on 2026-11-30, EbookLib 0.20, Python 3.11: it parses the chapter and has lxml indent it, which spares an element with text of its
# own before the first child, and no other. So a break and a margin come between the two parts of a word where nothing precedes them
# in the paragraph, and after a single letter before them do not. No option of write_epub prevents it.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check ebooklib==0.20 lxml==6.1.3
cd "$place"
seen=$(venv/bin/python - <<'PYTHON'
from zipfile import ZipFile
from ebooklib import epub
from lxml import etree
body = "<p><b>Trotsky</b><i>ism</i></p><p>A <b>Trotsky</b><i>ist</i></p><pre><b>1917</b><i>!</i></pre>"
book = epub.EpubBook()
book.set_identifier("book")
book.set_title("Book")
book.set_language("en")
chapter = epub.EpubHtml(title="Chapter", file_name="chapter.xhtml", lang="en", content=f"<html><body>{body}</body></html>")
for item in (chapter, epub.EpubNcx(), epub.EpubNav()):
    book.add_item(item)
book.toc, book.spine = [chapter], ["nav", chapter]
epub.write_epub("book.epub", book)
written = etree.fromstring(ZipFile("book.epub").read("EPUB/chapter.xhtml"))
for part in written.iterfind(".//{*}body/*"):
    text = "".join(part.itertext())
    print(etree.QName(part).localname, repr(text if part.tag.endswith("pre") else " ".join(text.split())))
PYTHON
)
wanted="p 'Trotsky ism'
p 'A Trotskyist'
pre '\\n      1917\\n      !\\n    '"
[ "$seen" = "$wanted" ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
printf 'as seen:\n%s\n' "$seen"
