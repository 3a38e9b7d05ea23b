"""Names and questions, asked of the built-in pack."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.every_for_tests import every
from trotskyism_cli.library.dates.date_parsing import find_date
from trotskyism_cli.library.forms import plain, sound
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.store import CALLED

CONTENT = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("Miliukov", "milyukov"),
        ("Paul Milukoff", "milyukov"),
        ("Miljukow", "milyukov"),
        ("Па́вел Никола́евич Милюко́в", "milyukov"),
        ("Милюкова", "milyukov"),
        ("Троцкого", "trotsky"),
        ("Trotzki", "trotsky"),
        ("Trotksy", "trotsky"),
        ("Zinovyev", "zinoviev"),
        ("Kamenef", "kamenev"),
        ("Каменеву", "kamenev"),
        ("Lev Rozenfeld", "kamenev"),
        ("Лев Борисович", "kamenev"),
        ("the Comintern", "comintern"),
        ("third international", "comintern"),
        ("permanent-revolution", "permanent-revolution"),
        ("perminent revolution", "permanent-revolution"),
    ],
)
def test_a_name_in_any_spelling_is_its_entry(library: Library, typed: str, entry: str) -> None:
    assert library.resolve(typed).entry == entry


@pytest.mark.parametrize("typed", ["Garibaldi", "sourdough", "wife", "Churchill", ""])
def test_what_nothing_is_called_is_not_forced_on_an_entry(library: Library, typed: str) -> None:
    found = library.resolve(typed)
    assert found.entry is None
    assert found.reason


@pytest.mark.parametrize("typed", ["VIII Congress", "8th congress"])
def test_a_congress_is_found_by_its_number_and_no_slip_makes_another_of_it(library: Library, typed: str) -> None:
    found = library.find(typed)

    assert not found.query.misspelt
    assert "Eighth" in found.hits[0].text


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who coined the word trotskyism", "Milyukov"),
        ("putilov workers number", "30,000"),
        ("bukarin pamphlet", "Collapse of Czarism"),
        ("those cadres can be removed only by civil war", "Stalin"),
        ("25 October 1917", "Bolshevik"),
        ("Oct 25, 1917", "Bolshevik"),
        ("7.11.1917", "Bolshevik"),
        ("6 July 1883", "Kamenev"),
        ("18 July 1883", "Kamenev"),
        ("Каменев", "Kamenev"),
    ],
)
def test_the_first_passage_holds_the_answer(library: Library, question: str, answer: str) -> None:
    assert answer in library.search(question)[0].text


@pytest.mark.parametrize(
    "question",
    [
        "how to bake sourdough",
        "Napoleon at Waterloo",
        "kubernetes ingress controller",
        "who won the world cup in 1998",
        "who painted the Mona Lisa",
        "!?…",
        "the of and",
    ],
)
def test_what_the_book_cannot_answer_finds_nothing(library: Library, question: str) -> None:
    assert library.search(question) == []


def test_a_hit_tells_which_facts_it_shows(library: Library) -> None:
    hit = library.search("putilov workers number", limit=1)[0]
    assert hit.facts
    assert every(fact in library.pack.facts for fact in hit.facts)
    assert len(hit.text.split()) <= 150


@given(st.text(max_size=80))
@example("ъ")  # of which nothing is left in Latin letters
def test_no_text_breaks_a_search(library: Library, text: str) -> None:
    assert len(library.search(text)) <= 5
    assert library.resolve(text) is not None


@given(st.lists(st.sampled_from(['"', "AND", "NEAR(", "trotsky*", "^", "body:", "NOT", "(", "-", "1917", "\0"])))
def test_the_language_of_the_index_is_not_spoken(library: Library, words: list[str]) -> None:
    assert isinstance(library.search(" ".join(words)), list)


def test_a_question_may_have_fewer_answers_than_words_that_ask_nothing(library: Library) -> None:
    words, question = (library.find(text, limit=1000, of_question=2) for text in ("trotsky", "who was trotsky"))

    assert len(words.hits) == len(library.search("trotsky", limit=1000)) > 2
    assert len(question.hits) == 2 < len(library.search("who was trotsky", limit=1000))


def test_the_names_of_many_entries_are_read_at_once(library: Library) -> None:
    found = dict(library.pack.names_of(["lenin", "no-such-entry", "trotsky"]))

    assert {own_id: names.split(CALLED) for own_id, names in found.items()} == {
        own_id: list(library.pack.entries[own_id].names) for own_id in ("lenin", "trotsky")
    }


@pytest.mark.parametrize("text", ["in 1926 the two joined", "of 1927", f"{'who was there ' * 20}at a split in 1953"])
def test_a_year_with_no_word_that_is_read_before_it_breaks_nothing(library: Library, text: str) -> None:
    assert library.find(text).query.date is not None


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert sound(text) == sound(plain(text))


@given(st.text(alphabet="абвгдежзиклмнопрстуфхцчшщыэюя", min_size=1), st.data())
def test_stress_marks_do_not_matter(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word)))
    stressed = f"{word[:place]}\N{COMBINING ACUTE ACCENT}{word[place:]}"
    assert plain(stressed) == plain(unicodedata.normalize("NFC", word))


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_way_to_write_a_date_is_read_alike(day: date) -> None:
    written = (f"{day:%Y-%m-%d}", f"{day.day} {day:%B} {day.year}", f"{day:%b} {day.day}, {day.year}")
    for text in (*written, f"{day.day}.{day.month}.{day.year}"):
        found = find_date(f"what happened on {text}?")
        assert found is not None
        assert found.when is not None
        assert found.when.first == day


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    find_date(text)
