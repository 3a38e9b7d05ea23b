"""`compare`: two entries side by side, point by point."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.meaning.pairs import sure_pair, two_entries
from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties.comparison import compare as compare_entries
from trotskyism_cli.message_text import shortened
from trotskyism_cli.screen.ties.comparison import comparison_document
from trotskyism_cli.views.comparisons.comparison import comparison_view, in_order, number_of_row, one_row, with_more
from trotskyism_cli.views.comparisons.shared_matters import is_thin, more_told

if TYPE_CHECKING:
    from trotskyism_cli.views.comparisons.comparison import ComparedRow

ON = ("on", "about", "over")  # before what two are to be compared on
MANY = 100  # from here on a number is no row, but a year that may be the name of something


def run(context: AppContext, words: Sequence[str], *, everything: bool = False, as_json: bool = False) -> None:
    """Compare the two entries that the words name, or show one row if a number follows them.

    NotFoundError if there is nothing to compare, or no such row.
    """
    library = context.library
    words, matter = _with_matter(library, words)
    names, number = _with_row(words)
    left, right = two_entries(library, names, "compare", context.tell)
    pack = library.pack
    points = compare_entries(library, left, right)
    # Programs read the points alone, but a row has the number that it has on the screen.
    is_told = number or not as_json
    more, tied = more_told(library, left, right, points) if is_told else ((), ())
    own = comparison_view(pack, left, right, points)
    cards: tuple[ComparedRow, ...] = ()
    if (is_told or not points) and is_thin(points):
        # Those who answer many questions do without these.
        from trotskyism_cli.views.comparisons.cards_beside import cards_beside

        cards = cards_beside(library, left, right, own.rows)
    # What ties two is told by `links`; here it stands where they answer no question.
    is_of_questions = bool(more) or any(each.issue for each in points)
    view = with_more(own, more, () if is_of_questions else tied, cards)
    if not view.rows:
        raise NotFoundError(
            f"The book has no point on which both {pack.entries[left].name} and {pack.entries[right].name} can be "
            f"compared. See how they are tied: {command('links', left, right)}"
        )
    if matter:
        number = number_of_row(view, matter)
        if not number:
            both = f"{pack.entries[left].name} and {pack.entries[right].name}"
            raise NotFoundError(
                f"No row compares {both} on “{shortened(matter)}”. See all: {command('compare', left, right)}"
            )
    if number > view.in_all:
        last = f"the last one is {view.in_all}: {command('compare', left, right)}"
        raise NotFoundError(f"There is no row {number}; {last}")
    shown = one_row(view, number) if number else view
    if as_json and number and not all(row.place for row in shown.rows):
        raise NotFoundError(f"Row {number} is told in words alone: {command('compare', left, right, str(number))}")
    if as_json:
        from trotskyism_cli.screen.machine_views import comparison_record  # only programs need it

        ordered = in_order(pack, points)
        context.print_json(
            comparison_record(pack, left, right, [ordered[row.place - 1] for row in shown.rows if row.place])
        )
    else:
        context.show(comparison_document(shown, context.lines, everything=everything))


def _with_matter(library: Library, words: Sequence[str]) -> tuple[Sequence[str], str]:
    """Split `A B on MATTER` into the names and the matter; the matter is empty if there is none."""
    said = [part for each in words for part in each.split()]
    for place in range(len(said) - 1, 1, -1):
        if said[place - 1].casefold() in ON and sure_pair(library, said[: place - 1], None, lambda _: None):
            return said[: place - 1], " ".join(said[place:])
    return words, ""


def _with_row(names: Sequence[str]) -> tuple[Sequence[str], int]:
    """Split `A B 3` into the names and the number of a row; 0 if there is no number."""
    words = names if len(names) > 1 else names[0].split()
    if len(words) > 2 and words[-1].isdecimal() and 0 < int(words[-1]) < MANY:
        return words[:-1], int(words[-1])
    return names, 0
