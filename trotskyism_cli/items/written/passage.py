"""From a quotation of a pack to the passage that a question rests on."""

from trotskyism_cli.items.model import Passage
from trotskyism_cli.pack.attribution import DOUBTFUL, said_by
from trotskyism_cli.pack.pack import Pack


def passage_of(pack: Pack, quote_id: str) -> Passage | None:
    """The passage that a quotation is; None if there is none of this id."""
    quote = pack.quotes.get(quote_id) if quote_id else None  # most questions rest on none, and the store need not look
    if quote is None:
        return None
    return Passage(quote.id, quote.text, f"{said_by(pack, quote)}{DOUBTFUL if quote.doubtful else ''}")
