"""JSON records of views over several entries: time, ties, descent and comparison."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.machine import Record, fact_record, quote_record

if TYPE_CHECKING:  # each command has its own
    from trotskyism_cli.library.bodies.descent import Descent
    from trotskyism_cli.library.dates.dated_facts import Moment
    from trotskyism_cli.library.ties.comparison import ComparisonPoint
    from trotskyism_cli.library.ties.ties import Step
    from trotskyism_cli.views.ties.tied_entry import TiedKind


def moment_record(pack: Pack, moment: "Moment") -> Record:
    """A dated fact or quotation."""
    if moment.fact:
        return fact_record(pack, moment.fact)
    return quote_record(pack, moment.quote) if moment.quote else {}


def chain_record(pack: Pack, steps: "Iterable[Step]") -> list[Record]:
    """Steps from one entry to the next, each with the fact, quotation or event that makes the tie."""
    return [
        {
            "from": step.start,
            "to": step.end,
            "fact": step.fact.id if step.fact and not step.event else None,
            "event": step.event or None,
            "quote": step.quote.id if step.quote else None,
            "text": fact_sentence(pack, step.fact) if step.fact else step.quote.text if step.quote else "",
        }
        for step in steps
    ]


def ties_record(pack: Pack, own_id: str, kinds: "Iterable[TiedKind]", steps: "Iterable[Step]") -> list[Record]:
    """What an entry is tied to, in the order of the screen, each with the facts and quotations that say so."""
    told: dict[str, list[Step]] = {}
    for step in steps:
        told.setdefault(step.end, []).append(step)
    return [
        {
            "from": own_id,
            "to": tied.entry,
            "kind": pack.entries[tied.entry].kind,
            "tie": tied.how,
            "first_year": tied.bounds[0] or None,
            "last_year": tied.bounds[1] or None,
            "steps": chain_record(pack, told.get(tied.entry, ())),
        }
        for kind in kinds
        for tied in kind.tied
    ]


def descent_record(pack: Pack, descent: "Descent") -> Record:
    """A member of a descent tree, with everything that descends from it."""
    return {
        "id": descent.entry,
        "name": pack.entries[descent.entry].name,
        "fact": descent.fact.id if descent.fact else None,
        "text": fact_sentence(pack, descent.fact) if descent.fact else None,
        "further": [descent_record(pack, each) for each in descent.further],
        "joined": [descent_record(pack, each) for each in descent.joined],
    }


def comparison_record(pack: Pack, left: str, right: str, points: "Iterable[ComparisonPoint]") -> Record:
    """The comparison of two entries, point by point."""
    return {
        "left": left,
        "right": right,
        "points": [
            {
                "point": each.point,
                "left": [fact_record(pack, fact) for fact in each.left],
                "right": [fact_record(pack, fact) for fact in each.right],
                "evidence": [fact_record(pack, fact) for fact in each.evidence],
            }
            for each in points
        ],
    }
