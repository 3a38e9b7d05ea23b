"""Turn a quotation of a pack into the passage of a question."""

from trotskyism_cli.items.model import Passage
from trotskyism_cli.pack.attribution import DOUBTFUL, attribution_of
from trotskyism_cli.pack.pack import Pack


def passage_of(pack: Pack, quote_id: str) -> Passage | None:
    """Passage for a quotation id; None if there is no such quotation."""
    quote = pack.quotes.get(quote_id) if quote_id else None  # most questions have none, so skip the look-up
    if quote is None:
        return None
    return Passage(quote.id, quote.text, f"{attribution_of(pack, quote)}{DOUBTFUL if quote.doubtful else ''}")
