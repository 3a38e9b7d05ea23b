"""Rows for dated facts other than events and the dates of organisations and works."""

from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import MINOR, Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.days.row_text import told_of
from trotskyism_cli.views.happenings.row import Happening, rank_of
from trotskyism_cli.views.wording.beside_date import without_date, without_date_at_end
from trotskyism_cli.views.wording.headline import headline_of


def is_done(pack: Pack, fact: Fact) -> bool:
    """Return whether a fact tells what was done or happened: no claim, and no happening by itself (`rank_of`)."""
    return pack.is_known(fact) and not (pack.relations[fact.relation].claim or rank_of(pack, fact))


def as_happening(pack: Pack, fact: Fact, when: Date) -> Happening:
    """A fact as a row dated `when` (its own date or the day in its sentence), without that date in the text."""
    text = without_date(told_of(pack, Moment(when, fact=fact)), when).removesuffix(".")
    text = without_date_at_end(headline_of(pack, fact, text, when), when)
    return Happening(when, text, fact.subject, MINOR, fact)
