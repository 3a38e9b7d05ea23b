"""`quote`: quotations."""

from collections.abc import Sequence

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.dates.date_parsing import is_only_date
from trotskyism_cli.library.quotations import QuoteGroup, quote_groups, worth_showing_alone
from trotskyism_cli.screen.entries.passages import quotes_document


def run(
    context: AppContext,
    words: Sequence[str],
    *,
    by: str = "",
    at_random: bool = False,
    sources: bool = False,
    as_json: bool = False,
) -> None:
    """Show quotations on an entry, with some words, by a speaker, or one at random. NotFoundError if there are none."""
    library = context.library
    if words and not by and words[0].casefold() == "by" and library.resolve(said := " ".join(words[1:])).entry:
        words, by = (), said
    text = " ".join(words)
    groups = quote_groups(library, text, by=library.resolve_or_raise(by, context.tell) if by else "")
    quotes = tuple(each for group in groups for each in group.quotes)
    if not quotes:
        if not text and not by:
            raise NotFoundError(f"This pack has no quotations. See what there is: {command('list')}")
        raise NotFoundError(f"No quotation matches. See all of them: {command('quote')}")
    if text and groups[0].head and not is_only_date(text):
        context.tell(library.resolve(text).reading)
    if at_random:
        import random  # it loads more than all that `quote` else needs

        context.keeps = False
        quotes = (random.choice(worth_showing_alone(quotes)),)
        groups = (QuoteGroup("", quotes),)
    if as_json:
        from trotskyism_cli.screen.machine import quote_record  # only programs need it

        context.print_json([quote_record(library.pack, each) for each in quotes])
    else:
        context.show(quotes_document(library.pack, groups, text, sources=sources))
