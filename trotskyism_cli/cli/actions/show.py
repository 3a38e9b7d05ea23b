"""`show`: the card of an entry."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from trotskyism_cli.cli.context import AppContext, lines_of, meant_perhaps
from trotskyism_cli.cli.sittings.progress_beside import known_of
from trotskyism_cli.errors import NotFoundError, ProgressError
from trotskyism_cli.invocation import command
from trotskyism_cli.learning.looked_up import note
from trotskyism_cli.library.card import Card
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.names import Resolution
from trotskyism_cli.message_text import shortened
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import capital, join_words
from trotskyism_cli.screen.document import Block, Table
from trotskyism_cli.screen.entries.cards import PARTS, TIES, card_document, part_document, parts_told
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.views.cards.rows import Row
from trotskyism_cli.views.cards.window import Window

LONGEST_INITIAL = 2  # letters: `M. N. Roy`, `Yu. Larin`
ACTING = (Kind.PERSON, Kind.ORGANISATION)  # of whom other entries tell
LIKE_PART = 0.8  # how like a part of a card a word must be to be a slip for it


def run(context: AppContext, words: Sequence[str], *, sources: bool = False, as_json: bool = False) -> None:
    """Show the entry that was typed."""
    look_up(context, " ".join(words), sources=sources, as_json=as_json, is_typed=not as_json)


def look_up(
    context: AppContext, words: str, *, sources: bool = False, as_json: bool = False, is_typed: bool = False
) -> None:
    """Show the card of the entry that the words name, or a part of it; else the nearest passages.

    Says which other entries may be meant. NotFoundError if nothing comes near.
    """
    library = context.library
    found, part = entry_and_part(library, words)
    if is_typed and not found.guessed:
        from trotskyism_cli.cli.meaning.entry_to_show import (
            entry_to_show,  # what names an entry by its id does without it
        )

        found = entry_to_show(library, words.strip().rpartition(" ")[0] if part else words, found)
    if found.entry is not None:
        card = library.card(found.entry)
        context.tell(found.reason)
        if as_json:
            from trotskyism_cli.screen.machine import card_record  # only programs need it

            context.print_json(card_record(library.pack, card))
        else:
            context.shown_entry = found.entry
            if part:
                links = _links_of(context, card) if part == TIES else ()
                context.show(part_document(library.pack, card, part, links=links, sources=sources))
            else:
                known = known_of(context, card.entry)
                window = Window(lines_of(sys.stdout), context.width, context.lines_told) if context.draws else None
                context.show(
                    card_document(
                        library.pack,
                        card,
                        known,
                        window=window,
                        ties=_ties_told(context, card) if card.entry.kind in ACTING else None,
                        sources=sources,
                    )
                )
            note_look_up(context, card.entry.id)
        return
    passages = None if as_json or found.candidates else library.find(words, limit=3)
    if passages is None or not passages.hits or (found.suggestions and passages.query.is_all_misspelt):
        other = _two_names(library, words) or (None if found.suggestions else _no_such_part(library, words))
        raise other or found.error(searched=not as_json)
    from trotskyism_cli.screen.entries.passages import answer_document  # a look-up by name does without both
    from trotskyism_cli.views.search.answer_or_hits import answer_view

    view = answer_view(library.pack, passages)
    if not (view.direct or view.hits):
        raise found.error(searched=True)
    if not view.direct:
        said = (found.reason, meant_perhaps(found.suggestions), *passages.query.read_as, "These passages come nearest:")
        view = view._replace(notes=(" ".join(filter(None, said)),), untold=None)
    else:
        view = view._replace(notes=(*view.notes, *passages.query.read_as))
    context.show(answer_document(view))
    if not view.direct:
        sys.exit(NotFoundError.exit_code)


def _ties_told(context: AppContext, card: Card) -> Callable[[str], Row]:
    """What makes the row of what other entries tell of a card's, beyond what is told."""

    def row(told: str) -> Row:
        from trotskyism_cli.screen.entries.ties_told import row_of_ties  # most cards have no room for it
        from trotskyism_cli.views.ties.kept_ties import kinds_tied

        return row_of_ties(card.entry, kinds_tied(context.library, card.entry.id), told)

    return row


def _two_names(library: Library, words: str) -> NotFoundError | None:
    """The error for two names in a row, each certain by itself: ways to show or compare the two."""
    from trotskyism_cli.cli.meaning.pairs import sure_pair  # only where nothing is found

    pair = sure_pair(library, words.split(), None, lambda reason: None) if " " in words.strip() else None
    if pair is None:
        return None
    return NotFoundError(
        f"“{words}” are two names. Set beside each other: {command('compare', *pair)}; "
        f"what ties them: {command('links', *pair)}"
    )


def _no_such_part(library: Library, words: str) -> NotFoundError | None:
    """The error for a name followed by a word that is no part of a card; None if no name comes first."""
    name, _, last = words.strip().rpartition(" ")
    found = library.resolve(name) if name else None
    if found is None or not found.entry or found.guessed or _is_forename(library, name):
        return None
    card = library.card(found.entry)
    told = join_words([str(part) for part in parts_told(library.pack, card)])
    return NotFoundError(f"{capital(card.entry.name)} has no part “{shortened(last)}”; there are: {told}.")


def _is_forename(library: Library, name: str) -> bool:
    """Return whether somebody else is likely to be meant: only initials were typed, or somebody's forename."""
    words = plain(name).split()
    if max(map(len, words), default=0) <= LONGEST_INITIAL:
        return True
    people = (entry for entry in library.pack.entries.values() if entry.kind is Kind.PERSON)
    return len(words) == 1 and any(plain(each.name).split()[0] == words[0] for each in people if " " in each.name)


def _links_of(context: AppContext, card: Card) -> Sequence[Block]:
    """What ties an entry to people, bodies and events: the first table of `links`."""
    from trotskyism_cli.screen.entries.card_further import ties  # other parts do without these
    from trotskyism_cli.screen.ties.ties_table import links_document
    from trotskyism_cli.views.ties.kept_ties import kinds_tied

    pack, entry = context.library.pack, card.entry
    kinds = kinds_tied(context.library, entry.id)
    lines = SCREEN - context.lines_told - len([*ties(pack, card)]) - 1  # and an empty one above these
    blocks = links_document(entry.id, entry.name, kinds, lines).blocks[1:] if kinds else ()
    return [each._replace(alone=False) if isinstance(each, Table) else each for each in blocks]


def note_look_up(context: AppContext, entry: str) -> None:
    """Remember that an entry was looked up, for `study --looked-up`."""
    with suppress(ProgressError):
        note(context.data_folder, context.library.pack.id, entry)


def entry_and_part(library: Library, words: str) -> tuple[Resolution, str]:
    """Split words into the entry that they name and the part of its card that the last word names, if it does.

    The last word may be misspelt. If the whole is a name, there is no part.
    """
    found = library.resolve(words)
    name, _, last = words.strip().rpartition(" ")
    part = last.casefold() if last.casefold() in PARTS else ""
    if name and not part and not found.sure:
        part = _part_meant(library, last.casefold())
    if not name or not part:
        return found, ""
    named = found.entry is not None and words.strip().casefold() in map(
        str.casefold, library.pack.entries[found.entry].names
    )
    shorter = library.resolve(name)
    is_slip = part != last.casefold()
    if shorter.entry is None and not is_slip:
        from trotskyism_cli.cli.meaning.entry_to_show import entry_to_show  # see above

        shorter = entry_to_show(library, name, shorter)
    if named or shorter.entry is None or (is_slip and shorter.guessed):
        return found, ""
    read = f"Read “{shortened(last)}” as “{part}”." if is_slip else ""
    return shorter._replace(reason=" ".join(filter(None, (shorter.reason, read)))), part


def _part_meant(library: Library, word: str) -> str:
    """The part of a card that a word names or misspells; empty if the word is one that the book uses."""
    if (several := f"{word}s") in PARTS:
        return several
    from difflib import get_close_matches  # only where a last word is no part

    like = get_close_matches(word, map(str, PARTS), 1, LIKE_PART)
    return like[0] if like and not library.has_word(word) else ""
