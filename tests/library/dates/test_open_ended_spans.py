"""Spans of time with one end, as people type them."""

import pytest

from trotskyism_cli.library.dates.open_ended_spans import open_span
from trotskyism_cli.library.questions.time_questions import span_asked


@pytest.mark.parametrize(
    ("text", "name", "ends"),
    [
        ("1917-", "", ("1917", "")),
        ("1917 –", "", ("1917", "")),
        ("1938–today", "", ("1938", "")),
        ("1938 to the present", "", ("1938", "")),
        ("1953 onwards", "", ("1953", "")),
        ("since 1938", "", ("1938", "")),
        ("from 1917 on", "", ("1917", "")),
        ("Since 7 November 1917", "", ("1917-11-07", "")),
        ("after 1953", "", ("1954", "")),
        ("after 7 november 1917", "", ("1917-11-08", "")),
        ("until 1905", "", ("", "1905")),
        ("up to march 1921", "", ("", "1921-03-31")),
        ("before 1905", "", ("", "1904")),
        ("–1905", "", ("", "1905")),
        ("trotsky since 1929", "trotsky", ("1929", "")),
        ("fourth international 1938-", "fourth international", ("1938", "")),
        ("bolsheviks before 1917", "bolsheviks", ("", "1916")),
    ],
)
def test_a_span_with_one_end_is_known_for_one(text: str, name: str, ends: tuple[str, str]) -> None:
    span = open_span(text)

    assert span is not None
    assert (span.name, span.ends) == (name, ends)


@pytest.mark.parametrize(
    "text", ["1917", "1917-1924", "from 1917 to 1924", "since", "after the october revolution", "1917-10", "by 3 votes"]
)
def test_what_has_both_ends_or_no_date_is_none(text: str) -> None:
    assert open_span(text) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("what happened between 1923 and 1927", "between 1923 and 1927"),
        ("What took place from 1905 to 1907?", "from 1905 to 1907"),
        ("events 1917-1924", "1917-1924"),
        ("what happened after 1953", "after 1953"),
        ("tell me what happened since 1968", "since 1968"),
        ("what happened in 1917", ""),
        ("what happened to trotsky after 1929", ""),
        ("what happened after the october revolution", ""),
        ("1923-1927", ""),
    ],
)
def test_what_happened_in_some_years_is_asked_in_any_words(text: str, span: str) -> None:
    assert span_asked(text) == span
