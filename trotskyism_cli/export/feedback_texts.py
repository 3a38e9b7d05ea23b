"""An item's explanation, source and option notes, arranged for the places where formats show them."""

from trotskyism_cli.export.answers import letter
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.pack.stock_phrases import RIGHT, SOURCE
from trotskyism_cli.pack.wording import sentence

_CHOSEN = (Response.CHOICE, Response.SEVERAL)


def notes_together(item: Item) -> str:
    """The explanation with all option notes it does not contain; for responses that are not a choice."""
    told = [item.explanation, *notes_beyond(item)]
    return " ".join(dict.fromkeys(filter(None, told)))


def feedback(item: Item) -> str:
    """The text after any answer. In a choice, where the right option is marked, it is not repeated."""
    return (_after_key(item) if item.response in _CHOSEN else "") or item.explanation


def option_feedback(item: Item) -> tuple[str, ...]:
    """The note for each option, without the option's text; for the right one only what the explanation lacks."""
    if item.response not in _CHOSEN:
        return item.option_notes
    return tuple(_beside(item, place, note) for place, note in enumerate(item.option_notes))


def _beside(item: Item, place: int, note: str) -> str:
    if place in item.answer:
        return note.removeprefix(RIGHT) if _is_beyond(item, note) else ""
    own = f"{item.options[place]}: "
    return sentence(note.removeprefix(own)) if note.startswith(own) else note


def beyond_answer(item: Item) -> list[str]:
    """The explanation without the right answer, then the option notes it does not contain."""
    return list(dict.fromkeys(filter(None, [_after_key(item), *notes_beyond(item)])))


def _after_key(item: Item) -> str:
    """The explanation without the right answer at its beginning (several options in any order)."""
    told = sentence(item.key)
    head, further = item.explanation[: len(told)], item.explanation[len(told) :]
    is_key = head == told or (len(item.answer) > 1 and _parts(head) == _parts(told))
    return further.strip() if is_key and further[:1] in ("", " ") else item.explanation


def _parts(text: str) -> list[str]:
    return sorted(text.casefold().removesuffix(".").split("; "))


def notes_beyond(item: Item) -> list[str]:
    """The option notes that the explanation does not contain."""
    return [note for note in item.option_notes if _is_beyond(item, note)]


def _is_beyond(item: Item, note: str) -> bool:
    told = note.removeprefix(RIGHT).removesuffix(".")
    is_key_alone = told != note and told in item.options
    return not is_key_alone and told.casefold() not in item.explanation.casefold()


def beyond_key(item: Item) -> list[str]:
    """What the key says after the right answer: explanation, source, then notes with the letters of the options.

    The explanation does not repeat the right answer.
    """
    why, mark, source = _after_key(item).partition(SOURCE)
    told = [why.strip(), f"{mark}{source}".strip()]
    for place, note in enumerate(item.option_notes):
        if note and _is_beyond(item, note):
            own = f"{item.options[place]}: " if place < len(item.options) else ""
            told.append(f"{letter(place)}) {note.removeprefix(own)}" if own else note)
    return list(dict.fromkeys(filter(None, told)))
