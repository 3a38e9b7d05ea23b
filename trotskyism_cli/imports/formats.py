"""The importable formats: how a file's format is recognised by name and content, and which reader it gets."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.archives import Archive
from trotskyism_cli.imports.decoding import decoded
from trotskyism_cli.imports.fences import fenced
from trotskyism_cli.imports.flashcards.anki_text import is_anki_text, read_anki_text
from trotskyism_cli.imports.flashcards.apkg import is_apkg, read_apkg
from trotskyism_cli.imports.flashcards.hashcards import is_hashcards, read_hashcards
from trotskyism_cli.imports.flashcards.quizlet import is_quizlet, read_quizlet
from trotskyism_cli.imports.foreign import Reading, UnreadableError
from trotskyism_cli.imports.papers.aiken import is_aiken, is_unkeyed, read_aiken
from trotskyism_cli.imports.papers.matching import is_matching, read_matching
from trotskyism_cli.imports.papers.open_lists import is_open_list, read_open_list
from trotskyism_cli.imports.papers.printed import Laid, laid_out
from trotskyism_cli.imports.platforms.blackboard import is_blackboard, read_blackboard
from trotskyism_cli.imports.platforms.brightspace import is_brightspace, read_brightspace
from trotskyism_cli.imports.platforms.gift import is_gift, read_gift
from trotskyism_cli.imports.platforms.h5p import is_h5p, read_h5p
from trotskyism_cli.imports.platforms.json_quiz import is_json_quiz, read_json_quiz
from trotskyism_cli.imports.platforms.mkdocs_quiz import is_mkdocs_quiz, read_mkdocs_quiz
from trotskyism_cli.imports.platforms.moodle_xml import read_moodle_xml
from trotskyism_cli.imports.platforms.openolat import is_openolat, read_openolat
from trotskyism_cli.imports.platforms.own_json import is_own_json, read_own_json
from trotskyism_cli.imports.platforms.qti import read_qti
from trotskyism_cli.imports.platforms.text2qti import is_text2qti, read_text2qti
from trotskyism_cli.imports.tables.spreadsheets import is_xlsx, read_xlsx
from trotskyism_cli.imports.tables.table import is_table, read_table
from trotskyism_cli.imports.text_comments import Bare, without_comments
from trotskyism_cli.imports.unread_quiz import what_stands_in_the_way

_XML = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:\?xml|!DOCTYPE|quiz\b[^<>]*>\s*<|questestinterop|(?:qti-)?assessment)"
)


class Source:
    """A file to import: its bytes, its name and its declared encoding."""

    def __init__(self, data: bytes, name: str, encoding: str = "") -> None:
        self.data = data
        self.name = name
        self.encoding = encoding
        self.fence = 0  # line of the first fence, if fences were removed
        self.comment: Bare | None = None  # the first comment, if comments were removed

    @cached_property
    def text(self) -> str:
        """The text with line feeds as line ends; an error for the user if it is not text."""
        text = decoded(self.data, self.name, self.encoding).replace("\r\n", "\n").replace("\r", "\n")
        self.comment = without_comments(text)
        return self.comment.text if self.comment else text

    @cached_property
    def laid(self) -> Laid:
        """The text laid out as a test, with each question and option on its own line."""
        return laid_out(self.text)

    @cached_property
    def members(self) -> list[str]:
        """The names of the members, if it is a zip archive."""
        return Archive(self.data, self.name).names


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the file suffixes that are its own, a check whether a file looks like it, and its reader."""

    name: str
    suffixes: tuple[str, ...]
    known: Callable[[Source], bool]
    read: Callable[[Source], Reading]


def _of_text(read: Callable[[str], Reading]) -> Callable[[Source], Reading]:
    return lambda source: _told(source, read(source.text))


def _of_bytes(read: Callable[[bytes, str], Reading]) -> Callable[[Source], Reading]:
    return lambda source: _told(source, read(source.data, source.name))


def _of_test(read: Callable[[Laid], Reading]) -> Callable[[Source], Reading]:
    return lambda source: _told(source, source.laid.restored(read(source.laid)))


def _told(source: Source, reading: Reading) -> Reading:
    if source.fence:
        reading.tell(source.fence, "the lines of ``` around its questions, and what stands outside, were left out")
    if source.comment:
        reading.tell(source.comment.line, f"comments were passed over, as “{source.comment.said[:60]}”")
    return reading


def _text_like(known: Callable[[str], bool]) -> Callable[[Source], bool]:
    return lambda source: not _is_binary(source) and known(source.text)


def _test_like(known: Callable[[str], bool]) -> Callable[[Source], bool]:
    return lambda source: not _is_binary(source) and known(source.laid.text)


def _is_marked(source: Source) -> bool:
    """Return whether a text is text2qti. A test without marks at its options is not, even if it has star bullets."""
    return _test_like(is_text2qti)(source) and (source.laid.marked or not source.laid.is_test)


def _has_lettered_options(source: Source) -> bool:
    """Return whether a text is Aiken. Numbers before questions are not option labels if it is an open list."""
    return _test_like(is_aiken)(source) and not ("1" in source.laid.marks and is_open_list(source.text))


def _xml_with(*roots: str) -> Callable[[Source], bool]:
    root = re.compile(rf"<(?:[\w.-]+:)?(?:{'|'.join(roots)})[\s>]".encode())
    return lambda source: _is_xml(source) and root.search(_beginning(source)) is not None


def _zip_with(known: Callable[[list[str]], bool]) -> Callable[[Source], bool]:
    return lambda source: _is_zip(source) and known(source.members)


def _beginning(source: Source) -> bytes:
    """The beginning of a file without zero bytes, so that element names are found in UTF-16 too."""
    return source.data[:10_000].replace(b"\0", b"")


def _is_zip(source: Source) -> bool:
    return source.data.startswith(b"PK\x03\x04")


def _is_binary(source: Source) -> bool:
    return _is_zip(source) or source.data.startswith(b"SQLite format 3") or _is_xml(source)


def _is_xml(source: Source) -> bool:
    return _XML.match(_beginning(source)) is not None


def _is_qti(source: Source) -> bool:
    return _zip_with(lambda names: any(name.endswith(".xml") for name in names))(source) or _xml_with(
        "questestinterop", "assessmentItem", "assessmentTest", "qti-assessment-item", "qti-assessment-test"
    )(source)


def _is_quizlet(source: Source) -> bool:
    return not _is_binary(source) and is_quizlet(source.text, commas=not source.name.casefold().endswith(".csv"))


def _is_json(text: str) -> bool:
    return is_own_json(text) or is_json_quiz(text)


def _read_json(text: str) -> Reading:
    return read_own_json(text) if is_own_json(text) else read_json_quiz(text)


# In the order in which they are tried: the most distinctive first.
FORMATS: tuple[Format, ...] = (
    Format("moodle", (".xml",), _xml_with("quiz"), _of_bytes(read_moodle_xml)),
    Format("apkg", (".apkg", ".colpkg"), _zip_with(is_apkg), _of_bytes(read_apkg)),
    Format("xlsx", (".xlsx",), _zip_with(is_xlsx), _of_bytes(read_xlsx)),
    Format("h5p", (".h5p",), _zip_with(is_h5p), _of_bytes(read_h5p)),
    Format("qti", (".qti",), _is_qti, _of_bytes(read_qti)),
    Format("json", (), _text_like(_is_json), _of_text(_read_json)),
    Format("anki", (), _text_like(is_anki_text), _of_text(read_anki_text)),
    Format("mkdocs", (), _text_like(is_mkdocs_quiz), _of_text(read_mkdocs_quiz)),
    Format("matching", (), _text_like(is_matching), _of_text(read_matching)),
    Format("aiken", (".aiken",), _has_lettered_options, _of_test(lambda laid: read_aiken(laid.text, laid.marks))),
    Format("text2qti", (), _is_marked, _of_test(lambda laid: read_text2qti(laid.text))),
    Format("blackboard", (), _text_like(is_blackboard), _of_text(read_blackboard)),
    Format("brightspace", (), _text_like(is_brightspace), _of_text(read_brightspace)),
    Format("openolat", (), _text_like(is_openolat), _of_text(read_openolat)),
    Format("hashcards", (), _text_like(is_hashcards), _of_text(read_hashcards)),
    Format("list", (), _text_like(is_open_list), _of_text(read_open_list)),
    Format("table", (".csv", ".tsv", ".tab"), _text_like(is_table), _of_text(read_table)),
    Format("gift", (".gift",), _text_like(is_gift), _of_text(read_gift)),
    Format("quizlet", (), _is_quizlet, _of_text(read_quizlet)),
)
NAMES = tuple(each.name for each in FORMATS)


_OF_LINES = ("quizlet", "table")  # which any text with tabs may resemble


# Other files teachers have, by a member or their first bytes, with how to convert them.
_OFFICE = (
    ("word/document.xml", "a document of Word; save it as plain text (.txt), with its questions in GIFT or Aiken"),
    ("ppt/presentation.xml", "a presentation; write its questions into a table (.xlsx or CSV)"),
    ("content.xml", "a file of LibreOffice; save it as .xlsx or CSV, or as plain text"),
)
_BEGINNINGS = (
    (rb"\xd0\xcf\x11\xe0", "a file of an old Excel or Word; save it as .xlsx or CSV"),
    (rb"%PDF-", "a PDF, which tells no question from its answers; ask for the file that it was made of"),
    (rb"[\xef\xbb\xbf\xff\xfe]*\s*<(?:!doctype\s+)?html\b", "a page of the web; ask for the file it was made of"),
)


def _refuse_others(source: Source) -> None:
    """Raise UnreadableError, with a remedy, for files of other programs that cannot be read."""
    beginning = _beginning(source)
    told = next((said for pattern, said in _BEGINNINGS if re.match(pattern, beginning, re.IGNORECASE)), "")
    if _is_zip(source):
        told = next((said for member, said in _OFFICE if member in source.members), "")
    if told:
        raise UnreadableError(f"{source.name} is {told}.")


_DECLARATION = re.compile(r"(?<![^\s])<\?xml\b[^<>]*\?>")
# Formats in which fences have a meaning: code.
_WITH_CODE = ("mkdocs", "hashcards", "text2qti")


def _take_off_fences(source: Source) -> None:
    """Reduce the source to the text inside code fences, if that is in a format and the text outside is in none."""
    parts = None if _is_binary(source) else fenced(source.text)
    if parts is None or _is_known(parts.outside, source, FORMATS):
        return
    inside = _DECLARATION.sub("", parts.inside, count=1)  # an XML declaration is only allowed in the first line
    if _is_known(inside, source, [each for each in FORMATS if each.name != "mkdocs"]):
        source.data, source.encoding, source.fence = inside.encode(), "utf-8", parts.line
        del source.text
        source.__dict__.pop("laid", None)


def _is_known(text: str, source: Source, formats: Iterable[Format]) -> bool:
    part = Source(text.encode(), source.name)
    return any(each.known(part) for each in formats)


def format_of(source: Source, suffix: str, wanted: str = "") -> Format:
    """The format that is `wanted`, or the one a file has by its name and content; UsageError if there is none."""
    if wanted:
        found = next((each for each in FORMATS if each.name == wanted), None)
        if found is None:
            raise UsageError(f"There is no format {wanted!r}; choose one of {', '.join(NAMES)}.")
        if found.name not in _WITH_CODE:
            _take_off_fences(source)
        return found
    if not source.data.strip():
        raise UnreadableError(f"{source.name} is empty.")
    _refuse_others(source)
    _take_off_fences(source)
    by_name = next((each for each in FORMATS if suffix in each.suffixes), None)
    if by_name is not None and by_name.known(source):
        return by_name
    by_signs = next((each for each in FORMATS if each.known(source)), by_name)
    if by_signs is None:
        _refuse_unkeyed(source)
        if not _is_binary(source) and (told := what_stands_in_the_way(source.text)):
            raise UsageError(
                f"{source.name} is in none of the formats that are known. It seems to be a quiz, but {told}."
            )
        raise UsageError(
            f"{source.name} is in none of the formats that are known; name one: --format {'|'.join(NAMES)}."
        )
    if by_signs.name in _OF_LINES and by_signs is not by_name:
        _refuse_unkeyed(source)
    return by_signs


# The key and the foot of our own printed tests.
_OUR_KEY, _OUR_FOOT = re.compile(r": answers$", re.MULTILINE), "The same questions in a terminal: "


def _refuse_unkeyed(source: Source) -> None:
    """Raise UsageError for a test without a readable key, whose lines would be mistaken for cards."""
    if not _is_binary(source) and _OUR_FOOT in source.text and _OUR_KEY.search(source.text):
        raise UsageError(
            f"{source.name} is a test that this program set for paper, which is not read back; import the same "
            "questions from csv, gift or json."
        )
    if not _is_binary(source) and (is_unkeyed(source.laid.text) or source.laid.is_test):
        raise UsageError(
            f"{source.name} has questions with options, but no key that can be read: write below them a line "
            "Answers: and, for each, its number and letter, as 1. B; or below each question a line ANSWER: B."
        )
