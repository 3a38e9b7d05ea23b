"""What our own exports write into questions, or guard cells against, and our readers know again."""

# With one of these at its beginning, a cell is a formula to one spreadsheet or another.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# What an order asks for where a format has only pairs: each thing with its place.
PLACES = "Give each its place: 1 is the first."
