"""The formats that questions can be written in, by name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from trotskyism_cli.export.gift import gift
from trotskyism_cli.export.moodle import moodle_xml
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.items.model import Item

WriteText = Callable[[Iterable[Item], Paper], Iterator[str]]
WriteBytes = Callable[[Iterable[Item], Paper], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, how its files end, what it is good for, what writes it; `binary` if no screen can show it."""

    name: str
    suffix: str
    says: str
    write: WriteBytes
    binary: bool = False


def _text(name: str, suffix: str, says: str, write: WriteText) -> Format:
    def write_bytes(items: Iterable[Item], paper: Paper) -> Iterator[bytes]:
        return (piece.encode() for piece in write(items, paper))

    return Format(name, suffix, says, write_bytes)


FORMATS: tuple[Format, ...] = (
    _text("gift", ".gift", "GIFT text for Moodle, Google Forms and editors", gift),
    _text("moodle-xml", ".xml", "Moodle XML: the most that Moodle can keep of a question", moodle_xml),
)
