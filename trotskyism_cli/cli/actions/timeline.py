"""`timeline`: what happened when."""

from collections.abc import Sequence
from datetime import date

from trotskyism_cli.cli.actions.list import kind_of
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.meaning.asked_span import TimelineRequest, request_of, today
from trotskyism_cli.cli.meaning.nearest_dates import nearest_told
from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.bodies.events_of_body import BODIES
from trotskyism_cli.library.dates import dated_facts
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.entries.tables import PLURALS
from trotskyism_cli.screen.time import views
from trotskyism_cli.screen.time.organisation_life import body_document
from trotskyism_cli.views.bodies.body import body_view
from trotskyism_cli.views.happenings.policies import policies
from trotskyism_cli.views.periods.chapter import view_of_chapter
from trotskyism_cli.views.periods.event import view_of_event
from trotskyism_cli.views.periods.filling import with_facts
from trotskyism_cli.views.periods.from_other_entries import with_what_is_told_elsewhere
from trotskyism_cli.views.periods.idea import is_idea, view_of_idea
from trotskyism_cli.views.periods.people_or_ideas import view_of_ideas, view_of_people
from trotskyism_cli.views.periods.period import PeriodView, period_view
from trotskyism_cli.views.periods.to_the_present import last_turn, to_the_present

FEWEST = 3  # happenings that are worth drawing; of fewer, everything that has a date is told


def run(
    context: AppContext,
    words: Sequence[str],
    *,
    start: str = "",
    end: str = "",
    kind: str = "",
    everything: bool = False,
    as_json: bool = False,
) -> None:
    """Draw what happened in some years, in the life of an entry or in a chapter. NotFoundError if nothing did."""
    wanted = request_of(context, " ".join(words), start, end, kind)._replace(everything=everything or as_json)
    if as_json:
        from trotskyism_cli.screen.machine_views import moment_record  # only programs need it

        context.print_json([moment_record(context.library.pack, moment) for moment in wanted.moments(context.library)])
    else:
        is_whole = everything or not context.draws  # in a pipe nothing that happened is left out
        document = _timeline_document(
            context.library, wanted, context.lines, everything=is_whole, with_words=everything
        )
        if rest := wanted.left_out(context.library):
            context.tell(f"These are the most important; {rest:,} more have a date: --all shows them too.")
        context.show(document)


def _timeline_document(
    library: Library, wanted: TimelineRequest, lines: int, *, everything: bool, with_words: bool
) -> Document:
    """Choose the view for a request: people, ideas, a body, an event, a chapter or a span of time.

    Where there is little of that, everything with a date is shown. A life fills `lines`, unless `everything` is wanted;
    an idea shows what was said of it only `with_words`.
    """
    text, title, kind = wanted.text, wanted.title, wanted.kind
    if drawn := _of_kind(library, wanted, everything=everything):
        return views.timeline_document(title, drawn, PLURALS[kind_of(kind)])
    first, last = wanted.span
    if wanted.chapter:
        view = view_of_chapter(
            library.pack, wanted.chapter, wanted.moments(library), wanted.span, everything=everything
        )
        return views.timeline_document(title, view, lines=lines)
    is_body = not kind and bool(wanted.around) and library.pack.entries[wanted.around].kind in BODIES
    body = body_view(library, wanted.around, first, last) if is_body and first <= last else None
    if body and len(body.rows) > 1:
        asked = ("timeline", wanted.around, *wanted.within)
        return body_document(title, body, asked, lines, everything=everything, with_asides=with_words)
    moments = wanted.moments(library)
    if not kind and is_idea(library.pack, wanted.around) and first <= last:
        view, said = view_of_idea(library, wanted.around, moments, first, last, everything=everything)
        view = view if wanted.within else with_what_is_told_elsewhere(library, wanted.around, view)
        if len((*view.happenings, *view.filling)) > 1:
            view = view._replace(words=len(said)) if everything and not with_words else view
            return views.idea_document(library.pack, title, view, said if with_words else (), lines)
    if event := _of_event(library, wanted, moments, lines, everything=everything, with_words=with_words):
        return event
    around = "" if kind or is_body else wanted.around
    view = _period(library, wanted, moments, around, everything=everything, with_words=with_words)
    is_life = bool(around) and library.pack.entries[around].kind is Kind.PERSON
    if len((*view.happenings, *view.filling)) >= (FEWEST if text and not is_life else 1):
        return views.timeline_document(title, view, lines=lines)
    within = [moment for moment in moments if first <= moment.when.first and moment.when.last <= last]
    if within or text:
        return views.moments_document(library.pack, title, within or moments)
    if not kind and (barely := _barely_told(library, title, (first, last), lines)):
        return barely
    near = "" if kind else nearest_told(library, first, last)
    what = f"no {PLURALS[kind_of(kind)]} with a date" if kind else "nothing"
    raise NotFoundError(f"The book has {what} for {title}.{near} See: {command('timeline')}")


def _barely_told(library: Library, title: str, span: tuple[date, date], lines: int) -> Document | None:
    """What only began or ended in some years; else who was born or died in them; None if nobody was."""
    if further := dated_facts.begun_or_ended(library, *span):
        return views.moments_document(library.pack, title, further)
    # Where anything is told, none is needed.
    from trotskyism_cli.views.happenings.births_and_deaths import lives_in_whole_years

    lives = lives_in_whole_years(library.pack, *span)
    view = PeriodView(span[0].year, span[1].year, (), tuple(lives))
    return views.timeline_document(title, view, lines=lines) if lives else None


def _period(
    library: Library,
    wanted: TimelineRequest,
    moments: Sequence[dated_facts.Moment],
    around: str,
    *,
    everything: bool,
    with_words: bool,
) -> PeriodView:
    """The view of a span of time, or of a life."""
    (first, last), is_all = wanted.span, not (wanted.text or wanted.kind)
    lasting = policies(library) if is_all and wanted.within else ()
    view = period_view(library.pack, (*moments, *lasting), first, last, around=around, everything=everything)
    if around and library.pack.entries[around].kind is Kind.PERSON and not wanted.within:
        view = with_what_is_told_elsewhere(library, around, view)
    if is_all and wanted.within and date.min < first and last < date.max:
        within = wanted.moments_within(library)
        view = with_facts(library.pack, view, (first, last), within, everything=everything, with_words=with_words)
    if is_all and not (wanted.within or wanted.chapter):
        return _whole(library, view, moments, everything=everything, with_words=with_words)
    return view


def _whole(
    library: Library, view: PeriodView, moments: Sequence[dated_facts.Moment], *, everything: bool, with_words: bool
) -> PeriodView:
    """The view of the whole history up to today: everything with a date, or the chief happenings."""
    first, last = dated_facts.extent(library)
    first, last = max(first, date(1, 1, 1)), min(last, today())
    if everything:
        view = with_facts(library.pack, view, (first, last), moments, everything=True, with_words=with_words)
        years = [each.year for each in view.happenings]
        return view._replace(first_year=min(years), last_year=max(years)) if years else view
    turn = last_turn(view)
    if not turn or turn >= last.year:
        return view
    span = date(turn + 1, 1, 1), last
    after = dated_facts.timeline(library, "", *span, everything=False)
    later = with_facts(
        library.pack, period_view(library.pack, after, *span), span, after, everything=False, with_words=False
    )
    return to_the_present(library.pack, view, later.filling)


def _of_event(
    library: Library,
    wanted: TimelineRequest,
    moments: Sequence[dated_facts.Moment],
    lines: int,
    *,
    everything: bool,
    with_words: bool,
) -> Document | None:
    """The course of an event or of a policy; if little is told of it, the years in which it lasted."""
    kind = library.pack.entries[wanted.around].kind if wanted.around and not wanted.kind else None
    if kind not in (Kind.EVENT, Kind.CONCEPT) or wanted.within:
        return None
    if kind is Kind.EVENT:
        view = view_of_event(library, wanted.around, moments, everything=everything)
        if len(view.happenings) >= FEWEST:
            return views.timeline_document(wanted.title, view, lines=lines)
    years = wanted.in_its_years(library)
    return years and _timeline_document(library, years, lines, everything=everything, with_words=with_words)


def _of_kind(library: Library, wanted: TimelineRequest, *, everything: bool) -> PeriodView | None:
    """The view of people or ideas in a span of time, if these are asked for and there are some."""
    of = kind_of(wanted.kind) if wanted.kind else None
    first, last = span = wanted.span
    if of not in (Kind.PERSON, Kind.CONCEPT) or first > last:
        return None
    moments = dated_facts.timeline(library, wanted.text, first, last)
    own = (moment.subject for moment in moments if library.pack.entries[moment.subject].kind is of)
    entries = list(dict.fromkeys(own)) if wanted.text else library.ids_of_kind(of)
    if of is Kind.PERSON:
        view = view_of_people(library.pack, entries, moments, span, everything=everything)
    else:
        view = view_of_ideas(library.pack, entries, span, everything=everything)
    return view if view.happenings or view.lives else None
