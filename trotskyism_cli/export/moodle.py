"""Moodle XML: https://docs.moodle.org/en/Moodle_XML_format

An item's id becomes the id number, its chapter the category, its kind a tag. Order items use the type `ordering`, part
of Moodle since 4.4 and a plugin before.
"""

from collections.abc import Iterable, Iterator

from trotskyism_cli.export.answers import is_number, pairs, percent, spare, with_margin
from trotskyism_cli.export.feedback_texts import feedback, notes_together, option_feedback
from trotskyism_cli.export.markup import possible
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.items.model import Item, Response

PENALTY = "0.3333333"
PLAIN = ' format="plain_text"'
TYPES = {
    Response.CHOICE: "multichoice",
    Response.SEVERAL: "multichoice",
    Response.ORDER: "ordering",
    Response.MATCH: "matching",
    Response.TYPED: "shortanswer",
}


def moodle_xml(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """The items, each under the category of its chapter."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
    category = None
    for item in items:
        chapter = paper.chapter(item)
        if chapter != category:
            path = "/".join(" ".join(part.split()).replace("/", "//") for part in ("top", paper.title, chapter))
            yield f'<question type="category"><category><text>{text(path)}</text></category></question>\n'
            category = chapter
        yield "".join(_question(item))
    yield "</quiz>\n"


def _question(item: Item) -> Iterator[str]:
    kind = "numerical" if is_number(item) else TYPES[item.response]
    by_option = item.response in (Response.CHOICE, Response.SEVERAL)
    own_id = text(item.id)
    yield (
        f'<question type="{kind}">\n  <name><text>{own_id}</text></name>\n'
        f"  {_formatted('questiontext', item.question)}"
        f"  {_formatted('generalfeedback', feedback(item) if by_option else notes_together(item))}"
        f"  <defaultgrade>1</defaultgrade>\n  <penalty>{PENALTY}</penalty>\n  <hidden>0</hidden>\n"
        f"  <idnumber>{own_id}</idnumber>\n"
    )
    yield from _answers(item)
    tags = dict.fromkeys(each for each in (item.topic, item.kind, item.difficulty) if each)
    yield f"  <tags>{''.join(f'<tag><text>{text(tag)}</text></tag>' for tag in tags)}</tags>\n</question>\n"


def _answers(item: Item) -> Iterator[str]:
    match item.response:
        case Response.CHOICE | Response.SEVERAL:
            yield from _choices(item)
        case Response.ORDER:
            yield from _order(item)
        case Response.MATCH:
            yield "  <shuffleanswers>true</shuffleanswers>\n"
            for left, right in (*pairs(item), *(("", option) for option in spare(item))):
                answer = f"<answer><text>{text(right)}</text></answer>"
                yield f"  <subquestion{PLAIN}><text>{text(left)}</text>{answer}</subquestion>\n"
        case Response.TYPED if is_number(item):
            for number, margin in map(with_margin, item.accepted):
                yield _answer(100, number, "", f"<tolerance>{margin}</tolerance>")
        case Response.TYPED:
            yield "  <usecase>0</usecase>\n"
            # `*` is a wildcard in Moodle's short answers unless escaped.
            yield from (_answer(100, each.replace("*", "\\*"), "") for each in item.accepted)


def _order(item: Item) -> Iterator[str]:
    """The options of an order item in the right order; graded by relative order, as in this program."""
    yield "  <layouttype>VERTICAL</layouttype>\n  <selecttype>ALL</selecttype>\n"
    yield f"  <selectcount>{len(item.answer)}</selectcount>\n"
    yield "  <gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>\n  <showgrading>SHOW</showgrading>\n"
    yield "  <numberingstyle>none</numberingstyle>\n"
    for number, place in enumerate(item.answer, start=1):
        yield f'  <answer fraction="{number}"{PLAIN}><text>{text(item.options[place])}</text></answer>\n'


def _choices(item: Item) -> Iterator[str]:
    single = item.response is Response.CHOICE
    yield (
        f"  <single>{'true' if single else 'false'}</single>\n"
        "  <shuffleanswers>true</shuffleanswers>\n  <answernumbering>abc</answernumbering>\n"
    )
    share, notes = 100 / len(item.answer), option_feedback(item)
    for place, option in enumerate(item.options):
        wrong = (100 * item.credits[place] if item.credits else 0) if single else -share
        yield _answer(share if place in item.answer else wrong, option, notes[place])


def _answer(share: float, answer: str, note: str, further: str = "") -> str:
    return (
        f'  <answer fraction="{percent(share)}"{PLAIN}><text>{text(answer)}</text>{further}'
        f"<feedback{PLAIN}><text>{text(note)}</text></feedback></answer>\n"
    )


def _formatted(name: str, value: str) -> str:
    return f"<{name}{PLAIN}><text>{text(value)}</text></{name}>\n"


def text(value: str) -> str:
    """Text as element content. In CDATA, as Moodle's parser loses a blank between two escaped characters."""
    clean = value if value.isprintable() else possible(value)
    if "&" not in clean and "<" not in clean and ">" not in clean:
        return clean
    return f"<![CDATA[{clean.replace(']]>', ']]]]><![CDATA[>')}]]>"
