"""Cells for leaders who were killed in office, for the row that tells the course of an organisation."""

from trotskyism_cli.library.card import Card
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.words.killing import WAS_KILLED
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import LEADER, WHOLE, Part, Role
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.cards.rows import Cell

_KILLED = lazy_regex(rf"\b{WAS_KILLED}")


def leaders_killed(pack: Pack, card: Card) -> list[Cell]:
    """Cells for people killed while they led the card's organisation, unless its own facts tell it."""
    if not label_of_course(pack, card.entry):
        return []
    told = plain(" ".join(fact_sentence(pack, fact) for fact in card.entry.facts))
    cells = []
    for led in card.facts_as_object:
        is_lead = led.when and LEADER in pack.relations[led.relation].words and pack.is_known(led)
        for fact in pack.entries[led.subject].facts if is_lead else ():
            is_then = led.when and fact.date and led.when.first <= fact.date.last and fact.date.first <= led.when.last
            is_death = pack.relations[fact.relation].role == Role.DIED
            text = fact_sentence(pack, fact).removesuffix(".")
            if (
                isinstance(fact.object, Date)
                and is_then
                and is_death
                and _KILLED.search(text)
                and plain(text) not in told
                and pack.is_known(fact)
            ):
                rank = min(fact.importance, card.entry.importance)
                cells.append(Cell(text, entry=led.subject, rank=rank, fact=fact, moment=fact.object.begin))
    return cells


def label_of_course(pack: Pack, entry: Entry) -> str:
    """Label of the row of sentences about an organisation's course; empty if it has none."""
    relations = (pack.relations[fact.relation] for fact in entry.facts if isinstance(fact.object, str))
    course = (each for each in relations if each.part == Part.POLITICS and not each.claim and each.says == WHOLE)
    return next((each.row_on(entry.kind) or capital(each.label) for each in course), "")
