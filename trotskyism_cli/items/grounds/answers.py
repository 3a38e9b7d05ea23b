"""What can be an option: an entry or a year, with all that likeness and fairness go by."""

import re
from dataclasses import dataclass

from trotskyism_cli.items.grounds.words import all_words, form_of
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import capital

YEAR_FORM = "year"
YEAR = re.compile(r"\d{3,4}")


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible option. `id` is unique within a pack; `label` is what is shown.

    `entry` is set if it is an entry, `value` if it is a year. `words` are those of the label, `also` those of a
    person's other names. Answers of one `form` look alike: only these are put side by side.
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
    """An entry as an option, under its usual name."""
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
    """A year as an option."""
    return Answer(id=f"year:{year}", label=str(year), form=YEAR_FORM, value=float(year), era=float(year))
