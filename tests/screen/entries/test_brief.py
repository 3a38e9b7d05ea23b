"""What something was, in a few lines: a whole clause, or a mark that it goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.entries.brief import LEFT_OFF, briefly
from trotskyism_cli.screen.lines import cells
from trotskyism_cli.views.wording.sentences import first_sentence

ROOMS = (30, 38, 46, 62)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A journalist. More.", "A journalist"),
        ("Chairman of the St. Petersburg Soviet. More.", "Chairman of the St. Petersburg Soviet"),
        ("Liberal party, named after the letters K-D. Founded in 1905.", "Liberal party, named after the letters K-D"),
        (
            "Greek Trotskyist, secretary of the Fourth International from the 1940s to 1960, whose theses of 1951 led "
            "to its split, and who then advised the government of Algeria.",
            "Greek Trotskyist, secretary of the Fourth International",
        ),
        (
            "The continent which, beside Europe, Trotskyists named as the field to which the revolution should spread; "
            "their strongest movements were there.",
            "The continent which, beside Europe, Trotskyists named as the field to which the revolution should spread",
        ),
        (
            "In Marxist theory a regime of the sword or the police that raises itself above the contending classes "
            "when neither of them can rule, while it guards the existing property.",
            "In Marxist theory a regime of the sword or the police that raises itself above the contending classes …",
        ),
        (
            "The policy of 1920, defended above all by Trotsky, of directing workers like soldiers, which the unions "
            "opposed and the party gave up when the civil war was over.",
            "The policy of 1920, defended above all by Trotsky, of directing workers like soldiers",
        ),
        (
            "What part can the peasants play in a revolution? Follow the workers, share power with them, or lead it? "
            "Each had its party.",
            "What part can the peasants play in a revolution?",
        ),
        (
            "The Comintern's view of the Kuomintang as a common body of workers, peasants, small owners and national "
            "capitalists, which held until the coup of Shanghai in 1927.",
            "The Comintern's view of the Kuomintang as a common body of workers, peasants, small owners and national "
            "capitalists",
        ),
        (
            "The remedy that they had found, the elimination of democracy, was worse than the disease; new elections "
            "should have been called.",
            "The remedy that they had found, the elimination of democracy, was worse than the disease",
        ),
        (  # of a second sentence not only whom it is about
            "Country of Central Asia, until 1991 part of the Soviet Union; Alma-Ata, to which Trotsky was banished in "
            "1928, lies in it.",
            "Country of Central Asia, until 1991 part of the Soviet Union",
        ),
        (  # no list as if it were whole, whose verb comes behind it
            "Capital of France, where the Second International, the International Left Opposition and the Fourth "
            "International were founded.",
            "Capital of France, where the Second International …",
        ),
        ("", ""),
    ],
)
def test_a_clause_makes_sense_by_itself_or_is_marked(text: str, said: str) -> None:
    assert " ".join(briefly(text, 38)) == said


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_left_off_is_left_off_between_words(library: Library, room: int) -> None:
    for entry in library.pack.entries.values():
        lines = briefly(entry.summary, room)
        said = " ".join(lines)
        sentence = first_sentence(entry.summary)

        assert len(lines) <= 3
        assert max(map(cells, lines)) <= room
        assert sentence.startswith(said.removesuffix(LEFT_OFF))
        rest = sentence.removeprefix(said.removesuffix(LEFT_OFF))
        assert rest == "" or not rest[0].isalnum()
        assert said.rpartition(" ")[2] not in {"the", "a", "of", "in", "and", "or", "which", "who", "that", "with"}


@given(st.text(alphabet="ab ,;:?.()", max_size=200), st.integers(12, 80))
def test_any_text_is_told_in_a_few_lines(text: str, room: int) -> None:
    assert len(briefly(text, room)) <= 3 or any(cells(word) > room for word in text.split())
