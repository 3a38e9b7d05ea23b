#!/usr/bin/env bash
# XlsxWriter and openpyxl write different numbers for 22 April 1870, and python-calamine reads either as midnight.
#
# Expected from memory: Excel shows no day before 1900, so libraries refuse one; or they count on below zero, all in one way.
# Seen on 2026-11-29, XlsxWriter 3.3.1, openpyxl 3.1.5, python-calamine 0.9.1, Python 3.11: none complains. XlsxWriter writes -10845,
# as it counts from 1899-12-31 and adds Excel's leap day that never was only after it; openpyxl -10844, from 1899-12-30. openpyxl
# reads its own file rightly, which hides it, and 21 April in the other. python-calamine, an engine of pandas, drops the days of
# both and keeps a time, 00:00. openpyxl's documentation advises against days before 1900; it does not say that they change.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check xlsxwriter==3.3.1 openpyxl==3.1.5 python-calamine==0.9.1
cd "$place"
seen=$(venv/bin/python - <<'PYTHON'
import re
from datetime import datetime
from zipfile import ZipFile
import openpyxl
import python_calamine
import xlsxwriter
days = datetime(1870, 4, 22), datetime(1917, 11, 7)
with xlsxwriter.Workbook("xlsxwriter.xlsx") as workbook:
    sheet, form = workbook.add_worksheet(), workbook.add_format({"num_format": "yyyy-mm-dd"})
    for row, day in enumerate(days):
        sheet.write_datetime(row, 0, day, form)
book = openpyxl.Workbook()
for day in days:
    book.active.append([day.date()])
book.save("openpyxl.xlsx")
for writer in ("xlsxwriter", "openpyxl"):
    file = f"{writer}.xlsx"
    print(writer, *re.findall("<v>(.*?)</v>", ZipFile(file).read("xl/worksheets/sheet1.xml").decode()))
    print(" openpyxl reads", *(row[0].date() for row in openpyxl.load_workbook(file).active.values))
    print(" calamine reads", *(row[0] for row in python_calamine.load_workbook(file).get_sheet_by_index(0).to_python()))
PYTHON
)
wanted='xlsxwriter -10845 6521
 openpyxl reads 1870-04-21 1917-11-07
 calamine reads 00:00:00 1917-11-07
openpyxl -10844 6521
 openpyxl reads 1870-04-22 1917-11-07
 calamine reads 00:00:00 1917-11-07'
[ "$seen" = "$wanted" ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
printf 'as seen:\n%s\n' "$seen"
