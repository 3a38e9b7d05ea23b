"""`trotskyism class …`: a teacher's view of what learners handed in, without a server."""

from pathlib import Path
from typing import Annotated

import typer

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.saving import deliver

app = typer.Typer(add_completion=False, suggest_commands=False)  # Click suggests

QUESTIONS = 30


@app.callback()
def classes() -> None:
    """See how a class answers: what is hard, what misleads, and what to teach again.

    Each learner hands in a file of `progress export --class PSEUDONYM`, or of an examination sat in a browser.

    Examples:

      trotskyism class report answers/*.json

      trotskyism class report answers/*.json --html -o report.html
    """


@app.command()
def report(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="What learners handed in.")],
    number: Annotated[int, typer.Option("-n", "--number", min=1, help="At most so many questions.")] = QUESTIONS,
    html: Annotated[bool, typer.Option("--html", help="A page to be opened in a browser.")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a new file instead.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Print the difficulty and discrimination of questions, who chose what, reliability, and topics to teach again.

    Of each learner, the first answer to a question counts. Discrimination goes from -1 to 1: above 0.3, those who know
    more answer it better; near 0, the question tells nothing of what they know.

    Examples:

      trotskyism class report answers/*.json

      trotskyism class report answers/*.json -n 100 --html -o report.html
    """
    from trotskyism_cli.items.families.written import item_id, ways
    from trotskyism_cli.items.passage import passage_of
    from trotskyism_cli.learning.classroom import report as report_on
    from trotskyism_cli.learning.handed_in import read
    from trotskyism_cli.screen.classroom import report_document
    from trotskyism_cli.screen.statistics import topic_title

    context: AppContext = ctx.find_root().obj
    pack = context.library.pack
    homes = {entry: topic.id for topic in reversed(pack.topics) for entry in topic.entries}

    def topic_of(question: str) -> str:
        """The chapter of the entry that an item is about, by its id (`kind:entry.fact:…`)."""
        entries = (part.partition(".")[0] for part in question.split(":"))
        return next((homes[entry] for entry in entries if entry in homes), "")

    found = report_on([read(file, pack.id) for file in files], topic_of)
    rests_on = {
        item_id(each, way): passage_of(pack, each.passage)
        for each in pack.questions.values()
        if each.passage
        for way in ways(each)
    }
    passages = {question: passage for question, passage in rests_on.items() if passage}
    document = report_document(found, lambda topic: topic_title(pack, topic), passages, number)
    if html:
        from trotskyism_cli.export.book import Section
        from trotskyism_cli.export.book_html import book_html

        pieces = book_html([Section(1, "class", document)], pack)
        deliver((piece.encode() for piece in pieces), output, force=force)
    elif output is not None:
        from trotskyism_cli.screen.plain import plain_text

        deliver([plain_text(document).encode()], output, force=force)
    else:
        context.show(document)
