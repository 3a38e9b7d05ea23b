"""What is looked up by key is what reading everything would find."""

from datetime import date, timedelta

import pytest

from trotskyism_cli.library.dates import dated_facts, dates_in_sentences
from trotskyism_cli.library.dates.date_parsing import find_date, read_date
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.questions import matching
from trotskyism_cli.library.words.spelling import Form, Term
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.wording import fact_sentence


def test_common_words_are_found_beyond_the_rows_looked_at(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    terms = [Term("party", (Form("party", 1.0),)), Term("split", (Form("split", 1.0),))]
    whole = matching.match(library.store, terms)
    monkeypatch.setattr(matching, "MOST_ROWS", 50)
    few = matching.match(library.store, terms)
    numbers = sorted(whole.passages)
    assert not whole.common
    assert len(few.common) == 2
    assert len(few.passages) < len(numbers)

    matching.complete_common_words(library.store, few, numbers)

    assert few.passages == whole.passages


@pytest.mark.parametrize("text", ["7 november 1917", "february 1917", "1917", "25 october 1917", "august 1940"])
def test_on_finds_by_key_what_reading_every_date_would_find(library: Library, text: str) -> None:
    asked = read_date(text, date(2026, 11, 29))
    assert asked
    pack = library.pack
    found = {each.fact.id for each in dated_facts.on_date(library, asked) if each.fact}
    for fact in pack.facts.values():
        parts = fact.date.parts if fact.date else ()
        within = any(first <= part.first and part.last <= last for part in parts for first, last in asked.readings)
        assert not within or fact.id in found
        lasting = any(part.last - part.first >= timedelta(dated_facts.SHORT) for part in parts)
        over = lasting and any(dated_facts._is_of_then(pack, fact.id, *span) for span in asked.readings)
        assert not over or fact.id in found


@pytest.mark.parametrize("month", ["1917-11", "1920-10", "1924-01", "1938-09"])
def test_dates_told_in_words_are_those_of_all_sentences(library: Library, month: str) -> None:
    when = parse_date(month)
    found = {fact.id for _, fact in dates_in_sentences.dated_in_words(library.pack, when)}
    every = {
        fact.id
        for fact in library.pack.facts.values()
        if fact.date is None
        and library.pack.is_known(fact)
        and (told := find_date(fact_sentence(library.pack, fact)))
        and told.when
        and when.first <= told.when.first
        and told.when.last <= when.last
    }

    assert found == every
