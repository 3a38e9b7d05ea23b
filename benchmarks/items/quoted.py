"""The independent solver on quotations: whose words they are, and from which work."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from benchmarks.items.stream import Seen
from benchmarks.items.verdict import Verdict
from trotskyism_cli.pack.model import Attribution, Quote

if TYPE_CHECKING:
    from benchmarks.items.checker import Checker


def quote_judge(checker: "Checker", item: Seen, quote: Quote) -> Callable[[str], Verdict] | None:
    """What decides on the options of an item about a quotation; None if it may not be asked about."""
    if quote.attribution is not Attribution.SOLE or quote.doubtful:
        return None
    wanted = quote.work if item.kind == "quoted-work" else quote.speaker
    return lambda option: _is_entry(checker, wanted, option)


def _is_entry(checker: "Checker", wanted: str, option: str) -> Verdict:
    entry = checker.entry(option)
    if entry is None:
        return Verdict.OPEN
    if entry.id == wanted:
        return Verdict.TRUE
    return Verdict.OPEN if checker.one_in_the_other(entry.id, wanted) else Verdict.FALSE
