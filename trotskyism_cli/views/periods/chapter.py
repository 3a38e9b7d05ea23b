"""The timeline of a chapter: what happened to its entries, those to be learnt first coming first."""

from collections.abc import Sequence
from datetime import date

from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.happenings.of_facts import in_order
from trotskyism_cli.views.periods.filling import facts_between, told_between, with_rows
from trotskyism_cli.views.periods.period import PeriodView, period_view
from trotskyism_cli.views.periods.weighing import by_weight


def view_of_chapter(
    pack: StoredPack,
    entries: Sequence[str],
    moments: Sequence[Moment],
    span: tuple[date, date],
    *,
    everything: bool = False,
) -> PeriodView:
    """Timeline of a chapter's entries. Facts on the lives of its people are left out."""
    view = period_view(pack, moments, *span, everything=everything)
    if not view.first_year:
        return view
    years = view.first_year, view.last_year
    if view.by_weight:
        view = view._replace(by_weight=by_weight(pack, in_order(view.by_weight), years, entries))
    matter = {each for each in entries if pack.entries[each].kind is not Kind.PERSON}
    first, last = date(years[0], 1, 1), date(years[1], 12, 31)
    rows = facts_between(pack, first, last, [each for each in moments if each.subject in matter])
    rows += [each for each in told_between(pack, first, last) if each.entry in matter]
    return with_rows(pack, view, rows, everything=everything)
