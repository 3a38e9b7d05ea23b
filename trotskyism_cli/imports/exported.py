"""Texts our own exports add to questions or cells, which our importers recognise and remove."""

import re
from collections.abc import Iterable

from trotskyism_cli.pack.wording import join_words, sentence

# A cell that begins with one of these is a formula to some spreadsheet.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# The instruction of an order item where a format has only pairs: each thing with its place.
PLACES = "Give each its place: 1 is the first."
# What our exports say about each answer to a match in formats with a single place for notes.
_OWN_ANSWER = "{things}: {answer}"
_NO_ANSWER = r"(?:“{answer}”|{answer}) belongs to none of them\."


def without_pairs(explanation: str, pairs: Iterable[tuple[str, str]], spare: Iterable[str]) -> str:
    """The explanation of a match item without the sentences that repeat its pairs."""
    owners: dict[str, list[str]] = {}
    for prompt, answer in pairs:
        owners.setdefault(answer, []).append(prompt)
    told = [sentence(_OWN_ANSWER.format(things=join_words(each), answer=answer)) for answer, each in owners.items()]
    for said in (*map(re.escape, told), *(_NO_ANSWER.format(answer=re.escape(each)) for each in spare)):
        explanation = re.sub(rf"(?:^|(?<=[.!?…”] )){said}(?: |$)", "", explanation, count=1, flags=re.IGNORECASE)
    return explanation.strip()
