"""QTI packages and files: find the XML documents with questions, and read each by its version."""

from collections.abc import Callable, Mapping
from urllib.parse import unquote

from trotskyism_cli.imports.archives import Archive
from trotskyism_cli.imports.foreign import ForeignQuestion, Reading, Unfit, UnreadableError, tidy
from trotskyism_cli.imports.platforms import qti12, qti21
from trotskyism_cli.imports.platforms.qti3 import in_names_of_2
from trotskyism_cli.imports.safe_xml import Element, parsed

MANIFEST = "imsmanifest.xml"
_POOL = b"<questestinterop"
DEEPEST = 20  # nested folders
QuestionOf = Callable[[Element, int, str, list[str]], ForeignQuestion]


def read_qti(data: bytes, name: str) -> Reading:
    """Read the questions of a package or file, in order; UnreadableError if it has none."""
    reading = Reading()
    if data.startswith(b"PK"):
        documents, faults = _documents(Archive(data, name), reading)
    else:
        documents, faults = [(name, in_names_of_2(parsed(data, name)))], []
    sections = {href: title for _, root in documents for href, title in _sections(root)}
    number = 0
    for member, root in documents:
        if root.name == "assessmentItem":
            number += 1
            reading.items[number] = member
            _read(reading, root, number, _section(member, sections), qti21.question_of)
        for item in root.all("item") if root.name == "questestinterop" else ():
            number += 1
            reading.items[number] = item.get("ident")
            _read(reading, item, number, _title(root), qti12.question_of)
    if not number:
        raise UnreadableError(faults[0].reason if faults else f"{name} has no questions of QTI 1.2, 2.1, 2.2 or 3.0.")
    for place, fault in enumerate(faults, start=number + 1):
        reading.leave(place, fault)
    return reading


def _documents(archive: Archive, reading: Reading) -> tuple[list[tuple[str, Element]], list[Unfit]]:
    """The XML documents of a package in the order of its manifest, and those that are unreadable or missing."""
    names = [each for each in archive.names if each.endswith((".xml", ".qti")) and not each.endswith(MANIFEST)]
    # Blackboard pools
    names += [each for each in archive.names if each.endswith(".dat") and _POOL in archive.read(each)]
    order: dict[str, int] = {}
    if MANIFEST in archive.names:
        try:
            manifest = archive.xml(MANIFEST)
        except UnreadableError as error:
            reading.tell(1, f"the manifest was passed over: {error}")
        else:
            order = {unquote(each.get("href")): place for place, each in enumerate(manifest.all("file"))}
    missing = sorted(each for each in order if each.endswith((".xml", ".qti")) and each not in archive.names)
    faults = [Unfit(f"{each}: named in the manifest, but not in the package", "put it in") for each in missing]
    documents = []
    for each in sorted(names, key=lambda name: order.get(name, len(order))):
        data = archive.read(each)
        try:
            documents.append((each, in_names_of_2(parsed(data, each))))
        except UnreadableError as error:
            faults.append(Unfit(str(error).rstrip("."), "mend the file"))
    return documents, faults


def _sections(root: Element) -> list[tuple[str, str]]:
    """Pairs of item file and section title in a test."""
    if root.name != "assessmentTest":
        return []
    return [
        (each.get("href"), tidy(section.get("title")))
        for section in root.all("assessmentSection")
        for each in section.children("assessmentItemRef")
        if each.get("href")
    ]


def _section(member: str, sections: Mapping[str, str]) -> str:
    """The section of an item; a test's references to item files are relative to the test."""
    folders = member.split("/")
    paths = ("/".join(folders[start:]) for start in range(min(len(folders), DEEPEST)))
    return next((sections[path] for path in paths if path in sections), "")


def _title(root: Element) -> str:
    titled = next(iter(root.children("assessment", "objectbank")), None)
    return tidy(titled.get("title")) if titled else ""


def _read(reading: Reading, item: Element, number: int, category: str, question_of: QuestionOf) -> None:
    changes: list[str] = []
    with reading.leaving_out(number):
        reading.questions.append(question_of(item, number, category, changes))
        for what in dict.fromkeys(changes):
            reading.change(number, what)
