"""Where the answer to a question stands: the works cited, and addresses that can be read in a narrow window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_for_tests import none
from tests.screen.test_document import drawn
from trotskyism_cli.items.making.bank import generate
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.article_cited import article_cited
from trotskyism_cli.pack.model import Citation
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.entries.cards import part_document
from trotskyism_cli.screen.entries.sources import sources_document
from trotskyism_cli.screen.output.address import address_lines
from trotskyism_cli.screen.output.plain import plain_text


def test_the_work_that_a_question_cites_comes_first(built_in: Pack) -> None:
    item = next(each for each in generate(built_in, 20, 4) if each.written_as)
    [asked] = (each for each in built_in.questions.values() if each.stem == item.stem)
    first = built_in.sources[asked.citations[0].source]
    told = plain_text(sources_document(built_in, (*item.written_as, *item.asked_ids)))

    assert first.title in told.splitlines()[0]


def test_beside_a_work_no_section_of_the_article_is_named(built_in: Pack) -> None:
    sections = {each.id for each in built_in.sources.values() if each.section}
    both = next(
        fact for fact in built_in.facts.values() if len({each.source in sections for each in fact.citations}) > 1
    )
    assert "from which this book set out" not in plain_text(sources_document(built_in, [both.id]))


def test_all_sections_of_the_article_are_one_source_and_the_last(built_in: Pack, library: Library) -> None:
    told = plain_text(part_document(built_in, library.card("october-revolution"), "sources"))
    numbered = [each for each in told.splitlines() if each[:1].isdigit()]

    [article] = [each for each in numbered if "from which this book set out" in each]
    assert article == numbered[-1]
    assert none("encyclopaedia text, " in each for each in numbered[:-1])


def test_lines_of_the_article_that_overlap_are_one_span(built_in: Pack) -> None:
    section = next(each.id for each in built_in.sources.values() if each.section)
    cited = [Citation(section, each) for each in ("142", "138-140", "139, 141", "16", "")]

    assert article_cited(built_in, cited).endswith(" from which this book set out, lines 16, 138–142")
    assert article_cited(built_in, cited[3:]).endswith(", line 16")


@pytest.mark.parametrize(
    ("url", "lines"),
    [
        ("gutenberg.org/cache/epub/3119/3119-h.htm", ["gutenberg.org/cache/epub/3119/", "3119-h.htm"]),
        ("example.org/" + "a" * 40, ["example.org/", "a" * 34, "a" * 6]),
        ("", []),
    ],
)
def test_an_address_is_broken_where_its_parts_meet(url: str, lines: list[str]) -> None:
    assert address_lines(url, 34) == lines


@given(st.text(alphabet="ab/-._?=", max_size=80), st.integers(1, 40))
def test_the_lines_of_an_address_are_the_address(url: str, width: int) -> None:
    lines = address_lines(url, width)

    assert "".join(lines) == url
    assert all(len(each) <= width for each in lines)


def test_no_line_is_wider_than_the_window(built_in: Pack) -> None:
    for item in generate(built_in, 20, 6):
        shown = drawn(sources_document(built_in, (*item.written_as, *item.asked_ids)), 40)
        assert max(map(len, shown.splitlines())) <= 40
