"""Tests to print, read by a Markdown parser."""

import json
import re
import textwrap
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.every_for_tests import every
from tests.export.readers import needs, output_of
from tests.export.samples import ANY_TEXT, HOSTILE, ORDINARY, PAPER, any_item, hostile
from trotskyism_cli.export.answers import full_stem, letter
from trotskyism_cli.export.book import sections
from trotskyism_cli.export.book_markdown import book_markdown
from trotskyism_cli.export.markdown import escaped
from trotskyism_cli.export.paper import COLUMNS, Sheets
from trotskyism_cli.export.worksheet import broken, markdown_test, text_test
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.stock_phrases import RIGHT

EVERY = (*ORDINARY, *HOSTILE)


def folded(text: str) -> str:
    return " ".join(text.split())


def text_of(token: Token) -> str:
    """The text of an inline token; breaks are blanks."""
    return folded(
        "".join(" " if child.type in ("hardbreak", "softbreak") else child.content for child in token.children or [])
    )


def inline(text: str) -> list[Token]:
    return [
        token
        for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
        if token.type == "inline"
    ]


@given(ANY_TEXT)
def test_any_text_is_one_paragraph_of_plain_text(text: str) -> None:
    for lead in ("", "- ", "- a) ", "**1.** "):
        tokens = inline(lead + escaped(text, "  " if lead.startswith("-") else ""))
        kinds = {child.type for token in tokens for child in token.children or []}

        assert len(tokens) == 1
        assert kinds <= {"text", "hardbreak", "strong_open", "strong_close", "text_special"}
        assert text_of(tokens[0]).endswith(folded(text))


def texts(*items: Item) -> list[str]:
    return [text_of(token) for token in inline("".join(markdown_test(items, PAPER)))]


def test_every_question_and_option_is_on_the_paper_and_every_answer_in_the_key() -> None:
    found = texts(*EVERY)
    key = found[next(place for place, text in enumerate(found) if text == "A test: answers") :]

    for number, item in enumerate(EVERY, start=1):
        assert any(text.startswith(folded(f"{number}. {full_stem(item)}")) for text in found)
        own = next(text for text in key if text.startswith(f"{number}. "))
        assert folded(item.explanation) in own
        if item.response is Response.TYPED:
            assert every(folded(each) in own for each in item.accepted)


def test_a_test_goes_from_easy_to_hard_and_keeps_what_is_as_hard_in_its_order() -> None:
    levels = [("hard", "Why?"), ("easy", "Who?"), ("medium", "What?"), ("easy", "Where?")]
    items = [ORDINARY[0]._replace(difficulty=level, stem=stem) for level, stem in levels]
    asked = "".join(text_test(items, PAPER)).partition("\f")[0]

    assert re.findall(r"^\d+\. \w+\?", asked, re.MULTILINE) == ["1. Who?", "2. Where?", "3. What?", "4. Why?"]


def test_the_questions_do_not_tell_the_answers() -> None:
    paper, _, key = "".join(text_test(ORDINARY, PAPER)).partition("\f")

    assert "Results and Prospects is by Leon Trotsky" not in paper
    assert folded(key).count("Results and Prospects is by Leon Trotsky") == len(ORDINARY)
    assert "1906" not in paper
    assert "5. Leon Trotsky / Lev Trotsky." in key


def test_the_key_says_what_is_to_be_written_on_the_paper() -> None:
    key = "".join(text_test(ORDINARY, PAPER)).partition("\f")[2]

    assert "1. b: Leon Trotsky." in key
    assert "2. a, b, d: Karl Marx; Leon Trotsky; Rosa Luxemburg." in key
    assert "3. 2, 3, 1 (from the top)." in key  # Lenin first, then Marx, then Trotsky
    assert "4. a, b (from the top)." in key


def test_a_question_with_several_answers_says_so_once() -> None:
    item = ORDINARY[1]
    said = item._replace(stem=f"{item.stem} Choose all that apply.")

    assert "Mark all that apply." in "".join(text_test([item], PAPER))
    assert "".join(text_test([said], PAPER)).count("all that apply") == 1


def test_text_fits_on_a_page() -> None:
    lines = "".join(text_test(ORDINARY, PAPER)).splitlines()
    narrow = "".join(text_test(ORDINARY, replace(PAPER, columns=40)))

    assert max(map(len, lines)) <= COLUMNS
    assert max(map(len, narrow.splitlines())) <= 40
    assert narrow.split() == " ".join(lines).split()


@settings(max_examples=50, deadline=None)
@given(any_item())
def test_any_item_can_be_printed(item: Item) -> None:
    assert folded(item.explanation) in folded("".join(text_test([item], PAPER)))


def read_by_pandoc(text: str) -> list[Any]:
    """The blocks of a document: pandoc's own Markdown, which has more kinds of list than others."""
    read = json.loads(output_of([needs("pandoc"), "--from=markdown-smart", "--to=json"], text))
    return list(read["blocks"])


def said(node: Any) -> str:
    """The text in a part of what pandoc read."""
    if isinstance(node, list):
        return "".join(map(said, node))
    match node:
        case {"t": "Str", "c": text}:
            return str(text)
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            return " "
        case {"c": content}:
            return said(content)
        case _:
            return ""


BEGINNINGS = (
    "a) b",
    "B. Russell",
    "iv. four",
    "(2) two",
    "(a) one",
    "#. any",
    "@doe says",
    "(@x) see",
    "1) one",
    ": so",
    "~ so",
)


def test_pandoc_reads_a_list_of_options_and_no_other_list() -> None:
    odd = tuple(hostile(text, response) for text in BEGINNINGS for response in Response)
    items = (*EVERY, *odd)
    blocks = read_by_pandoc("".join(markdown_test(items, PAPER)))
    lists = [block["c"] for block in blocks if block["t"] == "BulletList"]

    assert {block["t"] for block in blocks} == {"Header", "Para", "BulletList", "HorizontalRule"}
    assert len(lists) == len(items)
    for item, points in zip(items, lists, strict=True):
        assert [len(point) for point in points] == [1] * len(points)
        shown = [folded(said(point)) for point in points]
        if item.response is Response.CHOICE:
            assert shown == [f"{letter(place)}) {folded(option)}" for place, option in enumerate(item.options)]


def test_a_book_has_no_numbered_list_to_pandoc(library: Library) -> None:
    lines = "".join(book_markdown(sections(library))).splitlines()
    like_points = [line for line in lines if re.match(r"\W*\w{1,9}[.)]", line)]  # pandoc needs ten seconds for all

    assert like_points
    assert '"t":"OrderedList"' not in output_of([needs("pandoc"), "--to=json"], "\n\n".join(like_points))


@given(st.lists(st.text("ab-_é", min_size=1, max_size=90), max_size=40).map(" ".join), st.sampled_from(["", "    "]))
def test_lines_are_broken_where_textwrap_breaks_them(text: str, indent: str) -> None:
    expected = textwrap.wrap(text, COLUMNS, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)

    assert broken(text, "", indent, COLUMNS) == (expected or [""])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- one", "\\- one"),
        ("1. one", "1\\. one"),
        ("1) one", "1\\) one"),
        ("a) one", "a\\) one"),
        ("iv. one", "iv\\. one"),
        ("(2) one", "\\(2) one"),
        (": so", "\\: so"),
        ("@doe", "\\@doe"),
        ("1917 was a year", "1917 was a year"),
        ("one - two", "one - two"),
        ("two\n- lines", "two\\\n\\- lines"),
    ],
)
def test_a_sign_that_would_make_a_list_is_made_plain(text: str, written: str) -> None:
    assert escaped(text) == written


def test_the_key_does_not_say_an_answer_again_with_which_the_explanation_begins() -> None:
    one = ORDINARY[0]._replace(explanation=f"{ORDINARY[0].key}. He wrote it in prison.")
    several = ORDINARY[1]._replace(explanation="Leon Trotsky; Karl Marx; Rosa Luxemburg. Each used the word.")
    other = ORDINARY[0]._replace(explanation="Leon Trotsky. For he wrote it: Leon Trotsky, and nobody else.")
    longer = ORDINARY[0]._replace(explanation="Leon Trotskyist as he was, he wrote it.")
    key = folded("".join(text_test([one, several, other, longer], PAPER)).partition("\f")[2])

    assert "1. b: Leon Trotsky. He wrote it in prison." in key
    assert "2. a, b, d: Karl Marx; Leon Trotsky; Rosa Luxemburg. Each used the word." in key
    assert "3. b: Leon Trotsky. For he wrote it: Leon Trotsky, and nobody else." in key
    assert "4. b: Leon Trotsky. Leon Trotskyist as he was, he wrote it." in key


def test_the_key_has_a_line_for_the_reason_the_source_and_each_other_option_by_its_letter() -> None:
    reason = f"{ORDINARY[0].key}. He wrote it in prison. Source: Results and Prospects."
    notes = tuple(f"{each}: No, not {each}." for each in ORDINARY[0].options)
    item = ORDINARY[0]._replace(explanation=reason, option_notes=(notes[0], f"{RIGHT}{ORDINARY[0].key}.", notes[2]))
    key = "".join(text_test([item], PAPER)).partition("\f")[2]

    assert (
        "1. b: Leon Trotsky.\n    He wrote it in prison.\n    Source: Results and Prospects.\n"
        "    a) No, not Karl Marx.\n    c) No, not Vladimir Lenin.\n"
    ) in key


def test_the_questions_and_the_key_can_be_two_files() -> None:
    for write in (text_test, markdown_test):
        whole, questions, key = (
            "".join(write(ORDINARY, replace(PAPER, sheets=sheets)))
            for sheets in (Sheets.BOTH, Sheets.QUESTIONS, Sheets.KEY)
        )

        assert whole.startswith(questions)
        assert "Results and Prospects is by Leon Trotsky" not in questions
        assert "Name:" not in key
        reasons = key[key.index("Results and Prospects is by Leon Trotsky") :]
        assert whole.endswith(reasons)
        assert reasons.count("Results and Prospects is by Leon Trotsky") == len(ORDINARY)


def test_what_is_to_be_matched_stands_apart_from_what_one_matches_it_with() -> None:
    assert "    ____ 1905\n\n    a) Karl Marx\n" in "".join(text_test([ORDINARY[3]], PAPER))


def test_the_key_says_of_a_right_option_only_what_is_more_than_that() -> None:
    bare, more = (
        ORDINARY[0]._replace(explanation="So it is.", option_notes=("", f"{RIGHT}{note}", ""))
        for note in ("Leon Trotsky.", "Leon Trotsky. In prison.")
    )

    assert "b) " not in "".join(text_test([bare], replace(PAPER, sheets=Sheets.KEY)))
    assert "b) Right: Leon Trotsky. In prison." in "".join(text_test([more], replace(PAPER, sheets=Sheets.KEY)))


def test_an_option_longer_than_its_line_keeps_its_indent() -> None:
    item = ORDINARY[0]._replace(options=("short " * 3, *("long " * 20 for _ in ORDINARY[0].options[1:])))
    told = "".join(text_test([item], replace(PAPER, columns=40))).partition("\f")[0].splitlines()
    options = [line for line in told if line.lstrip()[:2] in ("a)", "b)", "c)", "d)")]

    assert len(options) == len(item.options)
    assert every(line.startswith("    ") and line[4] != " " for line in options)
