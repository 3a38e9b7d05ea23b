"""Possible options: entries and years, with the attributes that likeness and fairness are judged by."""

import re
from dataclasses import dataclass

from trotskyism_cli.items.grounds.words import all_words, form_of
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import capital

YEAR_FORM = "year"
YEAR = re.compile(r"\d{3,4}")


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible option. `id` is unique within a pack; `label` is the text shown.

    `entry` is set for an entry, `value` for a year. `words` are the label's words, `also` those of a person's aliases.
    Only answers of the same `form` look alike enough to stand side by side.
    """

    id: str
    label: str
    form: str
    entry: str = ""
    value: float = 0.0
    type: str = ""
    era: float | None = None
    words: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()


def entry_answer(entry: Entry, era: float | None) -> Answer:
    """Make an entry an option, labelled with its usual name."""
    shown = capital(entry.name)
    return Answer(
        id=f"entry:{entry.id}",
        label=shown,
        form=f"{entry.kind}/{form_of(shown)}",
        entry=entry.id,
        type=entry.type,
        era=era,
        words=all_words(shown),
        also=all_words(" ".join(entry.aliases)) if entry.kind is Kind.PERSON else frozenset(),
    )


def year_answer(year: int) -> Answer:
    """Make a year an option."""
    return Answer(id=f"year:{year}", label=str(year), form=YEAR_FORM, value=float(year), era=float(year))
