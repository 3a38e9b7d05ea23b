"""A quotation with all that is said of it: who said it, in what and when, and what is doubtful about it."""

from trotskyism_cli.pack.attribution import said_by
from trotskyism_cli.pack.model import Citation, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.screen.document import Line, Quotation, Span, line
from trotskyism_cli.views.wording.sentences import is_said


def quote_block(pack: Pack, quote: Quote, match: Line | None = None, *, of_copy: bool = True) -> Quotation:
    """A quotation with its full attribution; `match` is its text with the words found marked.

    Without what is only `of_copy`: where in a work the words stand, and who translated them.
    """
    note = quote.note
    if not of_copy:
        from trotskyism_cli.screen.entries.notes_on_copies import of_matter  # an entry does without its patterns

        note = of_matter(note)
    told = (note, f"Doubtful: {quote.doubtful}" if quote.doubtful else "")
    notes = tuple(f"{capital(each.removesuffix('.'))}." for each in told if each)
    return Quotation(match or line(Span(quote.text, "quote")), quote_attribution(pack, quote), notes)


def quote_attribution(pack: Pack, quote: Quote) -> str:
    """Who said it, in what, when, by whose report, and from which source, if that is another one."""
    told = said_by(pack, quote)
    if not quote.citations:
        return told
    best = quote.citations[0]
    if _is_told(pack, best, told):
        is_noted = best.locator.casefold() in quote.note.casefold()
        return told if is_noted else f"{told}, {best.locator}"
    if pack.sources[best.source].author.rpartition(" ")[2] == pack.entries[quote.speaker].name.rpartition(" ")[2]:
        # His own work: the title says so, or stands here if the quotation names no work of the book.
        return told if quote.work else f"{told} [{pack.sources[best.source].titled(best.locator)}]"
    return f"{told} [{_citation_words(pack, best)}]"


def _is_told(pack: Pack, citation: Citation, told: str) -> bool:
    """Whether a source is the work that is named already; then at most its chapter or page is new."""
    source = pack.sources[citation.source]
    return is_said(f"{source.author} {source.title}", told)


def _citation_words(pack: Pack, citation: Citation) -> str:
    """Where a statement comes from, short enough to stand behind it."""
    source = pack.sources[citation.source]
    if source.section:
        from trotskyism_cli.pack.article_cited import article_cited  # hardly any quotation is known from it alone

        return article_cited(pack, [citation])
    if source.author:
        return source.in_short(citation.locator)
    return ", ".join(filter(None, (source.title, source.publisher, citation.locator)))  # known by who published it
