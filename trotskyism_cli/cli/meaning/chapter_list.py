"""The list of chapters, for `list chapters` and for `summary` without a name."""

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.screen.entries.tables import topics_document


def list_chapters(context: AppContext, *, as_json: bool) -> None:
    """Show the chapters in order, or print them as JSON."""
    topics = context.library.pack.topics
    if as_json:
        from trotskyism_cli.screen.machine import topic_record  # only programs need it

        context.print_json([topic_record(each) for each in topics])
    else:
        context.show(topics_document(topics))
