"""A QTI 2.1 package: https://www.imsglobal.org/spec/qti/v2p1/impl

It has a manifest, a test with a section per chapter, and a file per item. Several and match items give part marks.
Option notes and the explanation are feedback.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from trotskyism_cli.export.answers import values
from trotskyism_cli.export.archive import zipped
from trotskyism_cli.export.feedback_texts import feedback, option_feedback
from trotskyism_cli.export.markup import HEAD, attribute, text
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.items.model import Item, Response

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
MANIFEST = "imsmanifest.xml"
FULL_MARK = '<baseValue baseType="float">1</baseValue>'
LONGEST_TITLE = 120  # letters of the stem used as the title
CARDINALITY = {
    Response.CHOICE: "single",
    Response.SEVERAL: "multiple",
    Response.ORDER: "ordered",
    Response.MATCH: "multiple",
    Response.TYPED: "single",
}


def qti_package(items: Iterable[Item], paper: Paper) -> Iterator[bytes]:
    """The package, a zip archive."""
    yield zipped(package_files(items, paper))


def package_files(items: Iterable[Item], paper: Paper) -> Iterator[tuple[str, bytes]]:
    """The files of the package: one per item, then the test, and the manifest last."""
    chapters: dict[str, list[str]] = {}
    for item in items:
        name = identifier(item.id)
        chapters.setdefault(paper.chapter(item), []).append(name)
        yield f"items/{name}.xml", "".join(_item(item)).encode()
    yield "test.xml", "".join(_test(chapters, paper)).encode()
    yield MANIFEST, "".join(_manifest([name for names in chapters.values() for name in names], paper)).encode()


def identifier(name: str) -> str:
    """A name as a valid QTI identifier; a changed name gets a hash to stay unique."""
    safe = re.sub(r"[^A-Za-z0-9_.-]", "_", name)
    if safe == name and re.match(r"[A-Za-z_]", name):
        return name
    return f"i_{safe}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


# ---- the package ---------------------------------------------------------------------------------------------------


def _manifest(names: list[str], paper: Paper) -> Iterator[str]:
    location = f"{PACKAGE} {PACKAGE}.xsd {QTI} {QTI}.xsd"
    yield f'{HEAD}<manifest xmlns="{PACKAGE}" xmlns:xsi="{SCHEMA}" xsi:schemaLocation="{location}"'
    yield f" identifier={attribute(identifier(f'manifest-{paper.pack}'))}>\n"
    yield "<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>\n"
    yield "<organizations/>\n<resources>\n"
    yield '<resource identifier="test" type="imsqti_test_xmlv2p1" href="test.xml">\n<file href="test.xml"/>\n'
    yield from (f'<dependency identifierref="r-{name}"/>\n' for name in names)
    yield "</resource>\n"
    for name in names:
        yield f'<resource identifier="r-{name}" type="imsqti_item_xmlv2p1" href="items/{name}.xml">'
        yield f'<file href="items/{name}.xml"/></resource>\n'
    yield "</resources>\n</manifest>\n"


def _test(chapters: dict[str, list[str]], paper: Paper) -> Iterator[str]:
    yield f'{HEAD}<assessmentTest xmlns="{QTI}" xmlns:xsi="{SCHEMA}" xsi:schemaLocation="{QTI} {QTI}.xsd"'
    yield f" identifier={attribute(identifier(f'test-{paper.pack}'))} title={attribute(paper.title)}>\n"
    yield '<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">\n'
    for number, (chapter, names) in enumerate(chapters.items(), start=1):
        yield f'<assessmentSection identifier="section-{number}" title={attribute(chapter)} visible="true">\n'
        yield from (f'<assessmentItemRef identifier="{name}" href="items/{name}.xml"/>\n' for name in names)
        yield "</assessmentSection>\n"
    yield "</testPart>\n</assessmentTest>\n"


# ---- a question ----------------------------------------------------------------------------------------------------


def _item(item: Item) -> Iterator[str]:
    title = " ".join(item.stem.split())
    short = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"
    yield f'{HEAD}<assessmentItem xmlns="{QTI}" xmlns:xsi="{SCHEMA}" xsi:schemaLocation="{QTI} {QTI}.xsd"'
    yield f" identifier={attribute(identifier(item.id))} title={attribute(short)}"
    yield ' adaptive="false" timeDependent="false">\n'
    yield from _response(item)
    yield '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="1">'
    yield "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>\n"
    if any(option_feedback(item)):
        many = "single" if item.response is Response.CHOICE else "multiple"
        yield f'<outcomeDeclaration identifier="FEEDBACK" cardinality="{many}" baseType="identifier"/>\n'
    yield '<outcomeDeclaration identifier="EXPLANATION" cardinality="single" baseType="identifier"/>\n'
    yield f"<itemBody>\n{''.join(_interaction(item))}</itemBody>\n"
    yield from _processing(item)
    for place, note in enumerate(option_feedback(item)):
        if note:
            yield _feedback("FEEDBACK", _option(place), note)
    yield _feedback("EXPLANATION", "told", feedback(item))
    yield "</assessmentItem>\n"


def _option(place: int) -> str:
    return f"O{place + 1}"


def _response(item: Item) -> Iterator[str]:
    """The response declaration: the right answer, and the marks for its parts."""
    right = [value for value, worth in _worths(item) if worth > 0]
    if item.response is Response.ORDER:
        right = [_option(place) for place in item.answer]
    correct = right[:1] if item.response is Response.TYPED else right
    base = {Response.MATCH: "directedPair", Response.TYPED: "string"}.get(item.response, "identifier")
    cardinality = CARDINALITY[item.response]
    yield f'<responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="{base}">\n'
    yield f"<correctResponse>{''.join(f'<value>{text(value)}</value>' for value in correct)}</correctResponse>\n"
    if item.response in (Response.SEVERAL, Response.MATCH, Response.TYPED):
        case = ' caseSensitive="false"' if item.response is Response.TYPED else ""
        yield '<mapping lowerBound="0" upperBound="1" defaultValue="0">'
        for value, worth in _worths(item):
            yield f'<mapEntry mapKey={attribute(value)}{case} mappedValue="{worth!r}"/>'
        yield "</mapping>\n"
    yield "</responseDeclaration>\n"


def _worths(item: Item) -> list[tuple[str, float]]:
    """Each possible part of an answer with its mark."""
    if item.response is Response.TYPED:
        return [(value, 1.0) for value in dict.fromkeys(chain.from_iterable(map(values, item.accepted)))]
    if item.response is Response.MATCH:
        return [(f"P{row + 1} {_option(place)}", 1 / len(item.prompts)) for row, place in enumerate(item.answer)]
    share = 1 / len(item.answer)
    return [(_option(place), share if place in item.answer else -share) for place in range(len(item.options))]


def _interaction(item: Item) -> Iterator[str]:
    prompt = f"<prompt>{_lines(item.question)}</prompt>\n"
    match item.response:
        case Response.CHOICE | Response.SEVERAL:
            most = 1 if item.response is Response.CHOICE else 0
            yield f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="{most}">\n{prompt}'
            yield from _choices("simpleChoice", item.options)
            yield "</choiceInteraction>\n"
        case Response.ORDER:
            yield f'<orderInteraction responseIdentifier="RESPONSE" shuffle="true">\n{prompt}'
            yield from _choices("simpleChoice", item.options)
            yield "</orderInteraction>\n"
        case Response.MATCH:
            most = len(item.prompts)
            yield f'<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="{most}">\n{prompt}'
            sides = (("P", item.prompts, 1), ("O", item.options, 0))
            for letter, side, often in sides:
                further = f' matchMax="{often}"'
                choices = "".join(_choices("simpleAssociableChoice", side, letter, further))
                yield f"<simpleMatchSet>\n{choices}</simpleMatchSet>\n"
            yield "</matchInteraction>\n"
        case Response.TYPED:
            longest = max(map(len, item.accepted))
            entry = f'<textEntryInteraction responseIdentifier="RESPONSE" expectedLength="{longest + 5}"/>'
            yield f"<p>{_lines(item.question)}</p>\n<p>{entry}</p>\n"


def _choices(element: str, options: Iterable[str], letter: str = "O", further: str = "") -> Iterator[str]:
    for number, option in enumerate(options, start=1):
        yield f'<{element} identifier="{letter}{number}"{further}>{_lines(option)}</{element}>\n'


def _processing(item: Item) -> Iterator[str]:
    """The response processing: marking, and which feedback is shown."""
    yield "<responseProcessing>\n"
    if item.response in (Response.CHOICE, Response.ORDER):
        yield '<responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/>'
        yield f"</match>{_set('SCORE', FULL_MARK)}</responseIf></responseCondition>\n"
    else:
        yield _set("SCORE", '<mapResponse identifier="RESPONSE"/>')
    if item.response in (Response.CHOICE, Response.SEVERAL) and any(option_feedback(item)):
        yield _set("FEEDBACK", '<variable identifier="RESPONSE"/>')
    elif any(option_feedback(item)):
        every = "".join(_identifier(_option(place)) for place in range(len(item.options)))
        yield _set("FEEDBACK", f"<multiple>{every}</multiple>")
    yield _set("EXPLANATION", _identifier("told")) + "</responseProcessing>\n"


def _set(outcome: str, value: str) -> str:
    return f'<setOutcomeValue identifier="{outcome}">{value}</setOutcomeValue>\n'


def _identifier(name: str) -> str:
    return f'<baseValue baseType="identifier">{name}</baseValue>'


def _feedback(outcome: str, name: str, note: str) -> str:
    start = f'<modalFeedback outcomeIdentifier="{outcome}" showHide="show" identifier="{name}">'
    return f"{start}<p>{_lines(note)}</p></modalFeedback>\n"


def _lines(value: str) -> str:
    """Text as XML with line breaks kept."""
    return text(value).replace("\n", "<br/>")
