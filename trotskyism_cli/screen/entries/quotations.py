"""Quotations with their attribution (speaker, work, date, source) and notes on what is doubtful."""

from trotskyism_cli.pack.attribution import attribution_of
from trotskyism_cli.pack.model import Citation, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.screen.document import Line, Quotation, Span, line
from trotskyism_cli.views.wording.sentences import is_said


def quote_block(pack: Pack, quote: Quote, match: Line | None = None, *, of_copy: bool = True) -> Quotation:
    """A quotation with its full attribution; `match` is its text with search matches marked.

    With `of_copy=False`, notes on the copy (place in the work, translator) are left out.
    """
    note = quote.note
    if not of_copy:
        from trotskyism_cli.screen.entries.notes_on_copies import of_matter  # a card shows whole notes

        note = of_matter(note)
    told = (note, f"Doubtful: {quote.doubtful}" if quote.doubtful else "")
    notes = tuple(f"{capital(each.removesuffix('.'))}." for each in told if each)
    return Quotation(match or line(Span(quote.text, "quote")), quote_attribution(pack, quote), notes)


def quote_attribution(pack: Pack, quote: Quote) -> str:
    """Speaker, work, date and reporter, and the source if it is a different work."""
    told = attribution_of(pack, quote)
    if not quote.citations:
        return told
    best = quote.citations[0]
    if _is_told(pack, best, told):
        is_noted = best.locator.casefold() in quote.note.casefold()
        return told if is_noted else f"{told}, {best.locator}"
    if pack.sources[best.source].author.rpartition(" ")[2] == pack.entries[quote.speaker].name.rpartition(" ")[2]:
        # The speaker's own work: already named as the work, or else its title stands here.
        return told if quote.work else f"{told} [{pack.sources[best.source].titled(best.locator)}]"
    return f"{told} [{_citation_words(pack, best)}]"


def _is_told(pack: Pack, citation: Citation, told: str) -> bool:
    """Return whether the cited source is the work already named; then only its chapter or page is new."""
    source = pack.sources[citation.source]
    return is_said(f"{source.author} {source.title}", told)


def _citation_words(pack: Pack, citation: Citation) -> str:
    """A short citation to stand in brackets behind a quotation."""
    source = pack.sources[citation.source]
    if source.section:
        from trotskyism_cli.pack.article_cited import article_cited  # rarely needed

        return article_cited(pack, [citation])
    if source.author:
        return source.in_short(citation.locator)
    # no author: the publisher instead
    return ", ".join(filter(None, (source.title, source.publisher, citation.locator)))
