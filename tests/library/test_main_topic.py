"""Which chapter a name leads to."""

import pytest

from tests.every_for_tests import every
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.main_topic import sentences_naming


@pytest.mark.parametrize(
    ("name", "chapter"),
    [
        ("left opposition", "legend"),
        ("milyukov", "milyukov-and-kadets"),
        ("october revolution", "revolution-of-1917"),
        ("cannon", "founding-the-fourth"),
        ("popular front", "trotskyism-and-stalinism"),
        ("kautsky", "permanent-revolution-ii"),
        ("martov", "revolution-of-1917"),
        ("kronstadt", "in-power"),  # of which no section of the source is
    ],
)
def test_a_name_leads_to_the_chapter_where_it_is_the_matter(library: Library, name: str, chapter: str) -> None:
    found = library.topic(name)

    assert found is not None
    assert found.id == chapter
    assert library.entry_of_chapter(name) in ("", library.resolve(name).entry)


def test_no_name_leads_to_a_survey_if_another_chapter_covers_it(library: Library) -> None:
    covering = {
        entry: [topic for topic in library.pack.topics if entry in topic.entries and not topic.survey]
        for entry in library.pack.entries
        if library.entry_of_chapter(entry)
    }

    assert every(library.topic(entry) in (None, *topics) for entry, topics in covering.items() if topics)


def test_the_name_of_a_chapter_is_no_entry(library: Library) -> None:
    assert library.entry_of_chapter("legend") == ""
    assert library.entry_of_chapter("2") == ""


@pytest.mark.parametrize("name", ["two-stage theory", "collectivisation", "hitler"])
def test_of_what_is_the_matter_of_no_chapter_all_that_they_say_is_read(library: Library, name: str) -> None:
    entry = library.entry_of_chapter(name)
    found = library.paragraphs(entry)

    assert len(found) > 1
    assert every(f"[[{entry}" in each or name in each.casefold() for told in found.values() for each in told)
    assert "chronology" not in list(found)[:-1]  # which only dates it
    assert not library.paragraphs(library.resolve("left opposition").entry or "")


def test_of_a_chapter_the_sections_are_told_that_name_an_entry(library: Library) -> None:
    topic = library.pack.topic("founding-the-fourth")
    told = library.sections(topic, "pablo")

    assert told.startswith("#")
    assert len(told) < len(topic.prose) / 2
    assert library.sections(topic, "milyukov") == topic.prose  # which does not name it


def test_a_year_at_the_beginning_of_a_line_ends_no_paragraph(library: Library) -> None:
    for parts in library.paragraphs("spain").values():
        assert every(part.rstrip()[-1] in ".!?”)" for part in parts)


def test_of_a_paragraph_the_sentences_are_told_that_name_an_entry(library: Library) -> None:
    part = "The [[spain|Spanish]] war began. China was far.\nSpain lost J. Smith. Rome won."

    assert sentences_naming(library.pack, "spain", part) == "The [[spain|Spanish]] war began. … Spain lost J. Smith."


def test_what_an_author_asks_of_an_entry_names_it(library: Library) -> None:
    assert "split-of-1953.letter" in library.facts_asked_about("pablo")
    assert "ilo-founding.purpose" not in library.facts_asked_about("pablo")
