"""What is read of a file, in words that a test can compare."""

from pathlib import Path

from trotskyism_cli.imports.foreign import Choice, ForeignQuestion, Match, Order, Reading
from trotskyism_cli.imports.formats import Source, format_of

CASES = Path(__file__).parent / "cases"


def read_case(name: str, encoding: str = "", form: str = "") -> Reading:
    """What is read of one of the files in `cases`."""
    path = CASES / name
    return read(path.read_bytes(), path.name, encoding, form)


def read(data: bytes | str, name: str, encoding: str = "", form: str = "") -> Reading:
    """What is read of a file with this content and name."""
    source = Source(data.encode() if isinstance(data, str) else data, name, encoding)
    return format_of(source, Path(name).suffix, form).read(source)


def key(question: ForeignQuestion) -> list[str]:
    """The texts of the right options, the pairs, or the answers accepted."""
    match question.answer:
        case Choice(options):
            return [option.text for option in options if option.right]
        case Match(pairs):
            return [f"{prompt}: {answer}" for prompt, answer in pairs]
        case Order(things):
            return list(things)
        case answer:
            return list(answer.accepted)


def keys(reading: Reading) -> dict[int, list[str]]:
    """The key of each question that was read, by its line."""
    return {question.line: key(question) for question in reading.questions}


def options(question: ForeignQuestion) -> list[str]:
    """The texts of the options."""
    assert isinstance(question.answer, Choice)
    return [option.text for option in question.answer.options]


def left_out(reading: Reading) -> dict[int, str]:
    """What is said of each thing left out, by its line."""
    return {misfit.line: str(misfit) for misfit in reading.left_out}


def told(reading: Reading) -> str:
    """What is told of a file as a whole."""
    return " | ".join(change.what for change in reading.told)


def said_of(reading: Reading) -> str:
    """All that is told of a file."""
    return "; ".join(each.what for each in reading.changes)
