"""The book as one HTML page for offline reading: no scripts, no requests, only internal links."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape

from trotskyism_cli.export.book import Section
from trotskyism_cli.export.resources import part
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.document import (
    Block,
    Fields,
    Heading,
    Line,
    Paragraph,
    Picture,
    Point,
    Quotation,
    Span,
    Table,
    Title,
)

WIDTH = 78
DEEPEST = 6
ELEMENTS = {"strong": "strong", "note": "em", "match": "mark", "source": "small"}


def book_html(sections: Iterable[Section], pack: Pack) -> Iterator[str]:
    """The page, section by section."""
    style = part("book.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield f'<!doctype html>\n<html lang="{escape(pack.language)}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
    yield f"<title>{escape(pack.name)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
    for section in sections:
        yield from section_html(section)
    yield "</main>\n</body>\n</html>\n"


def section_html(section: Section) -> Iterator[str]:
    """A section of the book, valid as HTML and as XHTML."""
    yield f'<section id="{escape(section.anchor)}">\n'
    yield from _blocks(section.document.blocks, section.level)
    yield "</section>\n"


def _blocks(blocks: Iterable[Block], level: int) -> Iterator[str]:
    in_list = False
    for block in blocks:
        if isinstance(block, Point) != in_list:
            in_list = not in_list
            yield "<ul>\n" if in_list else "</ul>\n"
        yield _block(block, level)
    if in_list:
        yield "</ul>\n"


def _block(block: Block, level: int) -> str:
    match block:
        case Title():
            tag = f" <small>{escape(block.tag)}</small>" if block.tag else ""
            return f'<h{level} dir="auto">{escape(block.text)}{tag}</h{level}>\n'
        case Heading():
            deeper = min(DEEPEST, level + 1)
            return f'<h{deeper} dir="auto">{escape(block.text)}</h{deeper}>\n'
        case Paragraph():
            return f'<p dir="auto">{_line(block.line)}</p>\n'
        case Quotation():
            said = _line(tuple(span._replace(style="") for span in block.text))
            footer = f"<footer>— {escape(block.attribution)}</footer>"
            below = "".join(f'<p dir="auto">{escape(note)}</p>' for note in block.notes)
            return f'<blockquote><p dir="auto">“{said}”</p>{footer}{below}</blockquote>\n'
        case Point():
            notes = "".join(f"<li>{_line(note)}</li>" for note in block.notes)
            return f'<li dir="auto">{_line(block.line)}{f"<ul>{notes}</ul>" if notes else ""}</li>\n'
        case Fields():
            rows = "".join(
                f"<dt>{escape(label)}</dt>{''.join(f'<dd>{_line(each)}</dd>' for each in lines)}\n"
                for label, lines in block.rows
            )
            return f"<dl>{rows}</dl>\n"
        case Table():
            head = "".join(f'<th scope="col">{escape(each)}</th>' for each in block.headers)
            rows = "".join(f"<tr>{''.join(f'<td>{_line(cell)}</td>' for cell in row)}</tr>\n" for row in block.rows)
            return f"<table><thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>\n"
        case Picture():
            return _picture(block)


def _picture(picture: Picture) -> str:
    """A drawing, hidden from screen readers, followed by the same in words."""
    drawn = "\n".join("".join(span.text for span in each) for each in picture.draw(WIDTH))
    words = "".join(f"<li>{_line(each)}</li>\n" for each in picture.words)
    return f'<pre aria-hidden="true">{escape(drawn)}</pre>\n<ul class="spoken">\n{words}</ul>\n'


def _line(spans: Line) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", "<br/>")
    if span.target:
        where = span.target if span.target.startswith("#") else f"#entry-{span.target}"
        return f'<a href="{escape(where)}">{text}</a>'
    element = ELEMENTS.get(span.style)
    return f"<{element}>{text}</{element}>" if element else text
