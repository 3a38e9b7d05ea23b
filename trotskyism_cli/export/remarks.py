"""What an item says beside the right answer: why, the source, and of each option what it is."""

from trotskyism_cli.export.answers import letter
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.pack.stock_phrases import RIGHT, SOURCE
from trotskyism_cli.pack.wording import sentence

_CHOSEN = (Response.CHOICE, Response.SEVERAL)


def notes_together(item: Item) -> str:
    """The explanation, and what each option is that it does not tell already: for answers that are not one option."""
    told = [item.explanation, *notes_beyond(item)]
    return " ".join(dict.fromkeys(filter(None, told)))


def feedback(item: Item) -> str:
    """What is said after any answer. Who chose from options sees the right one marked; it is not said again."""
    return (_after_key(item) if item.response in _CHOSEN else "") or item.explanation


def option_feedback(item: Item) -> tuple[str, ...]:
    """What is said beside each option, without the option; of the right one only what the explanation does not tell."""
    if item.response not in _CHOSEN:
        return item.option_notes
    return tuple(_beside(item, place, note) for place, note in enumerate(item.option_notes))


def _beside(item: Item, place: int, note: str) -> str:
    if place in item.answer:
        return note.removeprefix(RIGHT) if _is_beyond(item, note) else ""
    own = f"{item.options[place]}: "
    return sentence(note.removeprefix(own)) if note.startswith(own) else note


def beyond_answer(item: Item) -> list[str]:
    """The explanation without the right answer, for those who have just read it, and then what each option is."""
    return list(dict.fromkeys(filter(None, [_after_key(item), *notes_beyond(item)])))


def _after_key(item: Item) -> str:
    """The explanation without the right answer, with which it may begin; of several options in whatever order."""
    told = sentence(item.key)
    head, further = item.explanation[: len(told)], item.explanation[len(told) :]
    is_key = head == told or (len(item.answer) > 1 and _parts(head) == _parts(told))
    return further.strip() if is_key and further[:1] in ("", " ") else item.explanation


def _parts(text: str) -> list[str]:
    return sorted(text.casefold().removesuffix(".").split("; "))


def notes_beyond(item: Item) -> list[str]:
    """What is said of the options that the explanation does not tell already."""
    return [note for note in item.option_notes if _is_beyond(item, note)]


def _is_beyond(item: Item, note: str) -> bool:
    told = note.removeprefix(RIGHT).removesuffix(".")
    is_key_alone = told != note and told in item.options
    return not is_key_alone and told.casefold() not in item.explanation.casefold()


def beyond_key(item: Item) -> list[str]:
    """What the key says beside the right answer, one thing after the other: why, the source, and of each option what.

    Without the right answer, with which an explanation may begin: for those who have just read it. Options are called
    by their letters.
    """
    why, mark, source = _after_key(item).partition(SOURCE)
    told = [why.strip(), f"{mark}{source}".strip()]
    for place, note in enumerate(item.option_notes):
        if note and _is_beyond(item, note):
            own = f"{item.options[place]}: " if place < len(item.options) else ""
            told.append(f"{letter(place)}) {note.removeprefix(own)}" if own else note)
    return list(dict.fromkeys(filter(None, told)))
