"""What our own exports write into questions, or guard cells against, and our readers know again."""

import re
from collections.abc import Iterable

from trotskyism_cli.pack.wording import listed, sentence

# With one of these at its beginning, a cell is a formula to one spreadsheet or another.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# What an order asks for where a format has only pairs: each thing with its place.
PLACES = "Give each its place: 1 is the first."
# What is said of each answer to a match, where a format has one place for all that is said.
_OWN_ANSWER = "{things}: {answer}"
_NO_ANSWER = r"(?:“{answer}”|{answer}) belongs to none of them\."


def without_pairs(explanation: str, pairs: Iterable[tuple[str, str]], spare: Iterable[str]) -> str:
    """What is said of a match beyond what belongs together: that is said of it by every question anew."""
    owners: dict[str, list[str]] = {}
    for prompt, answer in pairs:
        owners.setdefault(answer, []).append(prompt)
    told = [sentence(_OWN_ANSWER.format(things=listed(each), answer=answer)) for answer, each in owners.items()]
    for said in (*map(re.escape, told), *(_NO_ANSWER.format(answer=re.escape(each)) for each in spare)):
        explanation = re.sub(rf"(?:^|(?<=[.!?…”] )){said}(?: |$)", "", explanation, count=1, flags=re.IGNORECASE)
    return explanation.strip()
