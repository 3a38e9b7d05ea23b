"""`trotskyism class …`: a teacher's view of what learners handed in, without a server."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trotskyism_cli.cli.commands.options import Force, Output
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.saving import deliver
from trotskyism_cli.errors import AppError

if TYPE_CHECKING:  # with what sums up answers, which the help of these commands does without
    from trotskyism_cli.learning.sharing.papers import Paper

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
    output: Output = None,
    force: Force = False,
) -> None:
    """Print marks, what to teach again, the difficulty and discrimination of questions, and who chose what.

    Of each learner, the first answer to a question counts; files that do not count are named. Of a class test, whose
    questions all learners answer, reliability is told. Discrimination goes from -1 to 1: above 0.3, those who know
    more answer it better; near 0, the question tells nothing of what they know.

    Examples:

      trotskyism class report answers/*.json

      trotskyism class report answers/*.json -n 100 --html -o report.html
    """
    from trotskyism_cli.items.written.known_by_id import known_by_id
    from trotskyism_cli.learning.sharing.classroom import report as report_on
    from trotskyism_cli.learning.sharing.papers import sort_out
    from trotskyism_cli.screen.progress.classroom import FilesTold, report_document
    from trotskyism_cli.screen.progress.statistics import topic_title

    context: AppContext = ctx.obj
    pack = context.library.pack
    papers, unread = _read(files, pack.id)
    counted, doubtful = sort_out(papers)
    known = known_by_id(pack)
    homes = {entry: topic.id for topic in reversed(pack.topics) for entry in topic.entries}

    def topic_of(question: str) -> str:
        """The chapter of a question; of one made from facts, that of the entry in its id (`kind:entry.fact:…`)."""
        if question in known:
            return known[question].topic
        entries = (part.partition(".")[0] for part in question.split(":"))
        return next((homes[entry] for entry in entries if entry in homes), "")

    passages = {question: each.passage for question, each in known.items() if each.passage}
    files_told = FilesTold(tuple(unread), doubtful)
    found = report_on(counted, topic_of)
    document = report_document(found, files_told, lambda topic: topic_title(pack, topic), passages, number)
    if html:
        from trotskyism_cli.export.book import Section
        from trotskyism_cli.export.book_html import book_html

        pieces = book_html([Section(1, "class", document)], pack)
        deliver((piece.encode() for piece in pieces), output, force=force)
    elif output is not None:
        from trotskyism_cli.screen.output.plain import plain_text

        deliver([plain_text(document).encode()], output, force=force)
    else:
        context.show(document)
    if unread:
        raise typer.Exit(1)


def _read(files: list[Path], pack: str) -> "tuple[list[Paper], list[str]]":
    """The papers that can be read, and why the other files cannot. AppError if none can."""
    from trotskyism_cli.learning.sharing.handed_in import read
    from trotskyism_cli.learning.sharing.papers import parted

    papers: list[Paper] = []
    unread: list[str] = []
    for file in files:
        try:
            papers += parted(read(file, pack))
        except AppError as error:
            unread.append(str(error))
    if not papers:
        raise AppError("\n".join(unread))
    return papers, unread
