"""Patterns that are compiled when they are first used: as those of `re`, and as late in saying what is wrong."""

import re

import pytest

from trotskyism_cli.pack.lazy_regex import lazy_regex


def test_it_finds_what_the_compiled_pattern_finds() -> None:
    text = "Petrograd 1917, Berlin 1918"
    late = lazy_regex(r"(?P<place>petrograd|berlin) (\d{4})", re.IGNORECASE)
    compiled = re.compile(late.pattern, late.flags)

    assert late.findall(text) == compiled.findall(text) == [("Petrograd", "1917"), ("Berlin", "1918")]
    assert late.sub(r"\2", text) == "1917, 1918"
    assert (found := late.search(text))
    assert found["place"] == "Petrograd"


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = lazy_regex("(")

    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("(")
