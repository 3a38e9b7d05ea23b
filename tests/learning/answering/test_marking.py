"""Written answers, marked as a fair marker would: what he takes, and what he does not."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.items_for_tests import an_item
from trotskyism_cli.items.grounds.bare_questions import entry_option
from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.items.making.bank import Wanted, generate, pools_of
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.items.responses import typed
from trotskyism_cli.learning.answering.grading import Written, grade
from trotskyism_cli.learning.answering.replies import read_reply
from trotskyism_cli.pack.pack import Pack


def typed_item(stem: str, *accepted: str, rivals: tuple[str, ...] = ()) -> Item:
    return an_item(response=Response.TYPED, options=(), answer=(), stem=stem, accepted=accepted, rivals=rivals)


YEAR = typed_item("In which year did Hitler come to power?", "1933")
COUNT = typed_item("How many delegates met?", "9")
THOUSANDS = typed_item("How many workers had the works?", "12,000", "12000")
KADETS = typed_item("Which party did Milyukov lead?", "Constitutional Democratic Party", "Kadets")
LONDON = typed_item("Where did it meet?", "London")
ALMA_ATA = typed_item("To where was Trotsky sent?", "Alma-Ata", "Алма-Ата")
PABLO = typed_item("Who led the secretariat?", "Michel Pablo", "Pablo", "Michalis Raptis")
PLEKHANOV = typed_item("Who is called the father?", "Georgi Plekhanov", "Plekhanov", "Georgi Valentinovich Plekhanov")
LENIN = typed_item("Who wrote it?", "Vladimir Lenin", "Lenin", "Vladimir Ilyich Lenin", "Ленин")
TROTSKY = typed_item("Who wrote My Life?", "Leon Trotsky", "Trotsky", rivals=("Kamenev",))
ABOUT = typed_item("About how many people were sentenced?", "680,000", "675000..700000")
VOTES = typed_item("About what share of the votes did they win?", "25", "23..25.5", "a quarter")
SEVERAL_MILLION = typed_item("How many million people were they?", "12")
ALLIES = typed_item("With which class did they rise?", "the peasants")
CRISIS = typed_item("Of what is it a crisis?", "leadership", rivals=("readership",))
LUXEMBURG = typed_item("Who judged Lenin so in a pamphlet of 1918?", "Rosa Luxemburg", "Luxemburg", rivals=("Lenin",))
SOVIET = typed_item("In whose name was power taken?", "Petrograd Soviet")
IDEA = typed_item("What was it?", "degenerated workers' state")
SIGN = typed_item("Which sign stands for “or” in logic?", "∨")


MENSHEVIKS = typed_item("Which party gave it a chairman?", "Mensheviks", "RSDLP(m)")
BETRAYED = typed_item("In which book does Trotsky say so?", "The Revolution Betrayed")
TWO = typed_item("Which two voted against it?", "Kamenev and Zinoviev", rivals=("Bukharin and Rykov",))
TITLE = typed_item("Which book answers Kautsky?", "Terrorism and Communism")
FORTY_SIX = typed_item("With which text did they come forward?", "Letter of the Forty-Six")


@pytest.mark.parametrize(
    ("item", "text"),
    [
        *[(MENSHEVIKS, text) for text in ("RSDLP (Mensheviks)", "RSDLP(m)", "the RSDLP (M)")],
        (MENSHEVIKS, "Russian Social-Democratic Labour Party (Mensheviks)"),
        (BETRAYED, "The Revolution Betrayed: What Is the Soviet Union and Where Is It Going?"),
        *[(FORTY_SIX, text) for text in ("Letter of Forty Six", "the letter of the forty-six", "Letter of 46")],
        *[(ABOUT, text) for text in ("six hundred and eighty thousand", "six hundred eighty thousand")],
        *[(TWO, text) for text in ("Zinoviev and Kamenev", "Zinoviev & Kamenev", "Grigory Zinoviev and Lev Kamenev")],
        (TWO, "zinoviev, kamenev"),
        *[(YEAR, text) for text in ("'33", "’33")],
        *[(YEAR, text) for text in ("1933", "in 1933", "In January 1933", "30 January 1933", "January 30th, 1933")],
        *[(YEAR, text) for text in ("30.1.1933", "1933-01-30", "the year 1933", "Jan. 1933")],
        *[(COUNT, text) for text in ("nine", "9", "9 delegates", "Nine delegates")],
        *[(THOUSANDS, text) for text in ("12000", "12,000", "12,000 workers")],
        *[(KADETS, text) for text in ("the Kadets", "Constitutional Democratic Party (Kadets)", "The Kadets.")],
        *[(LONDON, text) for text in ("London, England", "Лондон", "in London")],
        *[(ALMA_ATA, text) for text in ("Alma-Ata, Kazakhstan", "Алма-Ата", "alma ata")],
        *[(PABLO, text) for text in ("M. Pablo", "Pablo, Michel", "Pablo, M.", "M Raptis")],
        *[(PLEKHANOV, text) for text in ("G. Plekhanov", "G.V. Plekhanov", "Plekhanov, G. V.", "Плеханов Г. В.")],
        *[(LENIN, text) for text in ("Ленин В.И.", "V. I. Lenin", "Lenin, V.I.", "LENIN")],
        *[(TROTSKY, text) for text in ("L. Trotsky", "Trotsky, Leon", "Троцкий", "Trotzky")],
        *[(YEAR, text) for text in ("early 1933", "at the end of 1933", "in the winter of 1933", "mid-1933")],
        *[(COUNT, text) for text in ("about nine", "c. 9", "some nine delegates", "9 delegate")],
        *[
            (THOUSANDS, text)
            for text in ("12 thousand", "12k", "about 12 000 workers", "ca. 12,000", "twelve thousand")
        ],
        *[(ABOUT, text) for text in ("c. 680,000", "almost 682,000", "680 thousand people", "680k", "0.68 million")],
        *[(ABOUT, text) for text in ("just under 682 thousand", "~690,000", "close to 700,000", "about 681.692")],
        *[
            (VOTES, text)
            for text in ("roughly 24%", "just under 25%", "24% of the vote", "twenty-five percent", "23.9%")
        ],
        *[(SEVERAL_MILLION, text) for text in ("12 million", "about twelve million people")],
        *[(ALLIES, text) for text in ("with the peasants", "With peasants", "with the peasents")],
        *[(CRISIS, text) for text in ("of leadership", "leadership", "Of the leadership")],
        *[(YEAR, text) for text in ("1933 in Berlin", "1933 (Germany)", "in 1933, after the election", "30.I.1933")],
        *[(YEAR, text) for text in ("nineteen thirty-three", "It was in 1933", "he came to power in 1933")],
        *[
            (LENIN, text)
            for text in ("Lenin in 1917", "It was Lenin", "I think Lenin", "V.I. Lenin, 1917", "comrade Lenin")
        ],
        *[(LENIN, text) for text in ("Lenin, in April 1917", "Mr. Lenin", "Lennin in 1917")],
        *[(LONDON, text) for text in ("It was London", "London in 1903", "in London, in August 1903")],
        *[(LUXEMBURG, text) for text in ("Rosa Luxemburg in 1918", "Luxemburg, 1918", "Luxemburg in the pamphlet")],
        *[(LUXEMBURG, text) for text in ("Frau Luxemburg", "Rosa Luxemburg in the pamphlet of 1918")],
        *[(PABLO, text) for text in ("Pablo of the secretariat", "Pablo Michel")],
        (SOVIET, "in the name of the Petrograd Soviet"),
        (IDEA, "a degenerated workers' state"),
        (SIGN, " ∨ "),
    ],
)
def test_another_form_of_the_right_answer_is_right(item: Item, text: str) -> None:
    assert grade(item, Written(text)).correct


@pytest.mark.parametrize(
    ("item", "text"),
    [
        *[
            (TWO, text)
            for text in ("Kamenev", "Zinoviev and Bukharin", "Kamenev and Kamenev", "Kamenev, Zinoviev and Rykov")
        ],
        (TITLE, "Communism and Terrorism"),
        *[(MENSHEVIKS, text) for text in ("RSDLP", "RSDLP (Bolsheviks)", "Russian Social Democratic Labour Party")],
        *[(BETRAYED, text) for text in ("What Is the Soviet Union?", "The Revolution: The Revolution Betrayed")],
        *[(FORTY_SIX, text) for text in ("Letter of Forty-Five", "Letter of Forty")],
        *[
            (ABOUT, text)
            for text in ("six hundred and fifty thousand", "six hundred thousand", "six hundred and eighty")
        ],
        *[(YEAR, text) for text in ("'34", "33")],
        *[(YEAR, text) for text in ("1934", "in 1934", "1933 or 1934", "not 1933", "before 1933", "19333", "33")],
        *[(COUNT, text) for text in ("nineteen", "90", "9 congresses", "8 or 9", "ninety")],
        *[(THOUSANDS, text) for text in ("12", "120000", "twelve")],
        *[(KADETS, text) for text in ("Kadets, Octobrists", "the Octobrists", "(Kadets) the Octobrists")],
        *[(LONDON, text) for text in ("Paris, London", "England", "New London")],
        *[(PABLO, text) for text in ("T. Pablo", "Michel", "M.", "M")],
        *[(PLEKHANOV, text) for text in ("V. Plekhanov", "G. V.", "Plekhanov, Vera")],
        *[(LENIN, text) for text in ("Сталин", "I. Lenin", "V. I.")],
        *[(TROTSKY, text) for text in ("Kamenev, Lev", "L. Kamenev", "L. T.")],
        *[(YEAR, text) for text in ("almost 1933", "the end of 1932", "after the end of 1933")],
        *[(COUNT, text) for text in ("nearly 9", "just over nine", "about 8", "not 9", "9k", "9 thousand", "about")],
        *[(THOUSANDS, text) for text in ("12 million", "almost 12,000", "1.2k", "0.12 million", "12,000 soldiers")],
        *[(ABOUT, text) for text in ("-680,000", "about -680 thousand", "680", "680 million", "c. 600,000", "6.8k")],
        *[(ABOUT, text) for text in ("over 700,000", "680,000 or 20,000,000", "not 680,000")],
        *[(VOTES, text) for text in ("about 40%", "-24%", "24 thousand", "24% of the seats", "twenty-seven percent")],
        *[(SEVERAL_MILLION, text) for text in ("12 thousand", "12,000", "12k")],
        *[(ALLIES, text) for text in ("against the peasants", "without the peasants", "with", "of the peasants")],
        *[(CRISIS, text) for text in ("of readership", "with leadership", "of a leadership of officials")],
        *[(LENIN, text) for text in ("against Lenin", "with Lenin", "about Lenin", "not Lenin", "Trotsky in 1917")],
        *[(LENIN, text) for text in ("Lenin or Trotsky", "Lenin, Trotsky", "Lenin and Trotsky", "an enemy of Lenin")],
        *[(LUXEMBURG, text) for text in ("Luxemburg in 1905", "Kautsky in 1918", "Lenin, Luxemburg", "in 1918")],
        *[(LUXEMBURG, text) for text in ("Luxemburg and Lenin", "Luxemburg, Lenin", "Lenin's pamphlet of 1918")],
        *[
            (YEAR, text)
            for text in ("from 1933", "1933 or so", "1932, not 1933", "between 1930 and 1935", "1933, 1934")
        ],
        *[(SOVIET, text) for text in ("in the name of the Soviet of Moscow", "in the name of")],
        *[(SIGN, text) for text in ("∧", "or", "?")],
    ],
)
def test_another_answer_is_wrong_in_whatever_form(item: Item, text: str) -> None:
    assert not grade(item, Written(text)).correct


@given(st.text(max_size=30))
def test_whatever_is_typed_is_marked(text: str) -> None:
    for item in (YEAR, COUNT, LENIN):
        assert grade(item, Written(text)).credit in (0, 1)


@given(st.integers(1000, 2100), st.integers(1, 28), st.sampled_from(["May", "June", "December"]))
def test_a_day_answers_for_its_year_alone(year: int, day: int, month: str) -> None:
    item = typed_item("In which year was it?", str(year))

    assert grade(item, Written(f"on {day} {month} {year}")).correct
    assert not grade(item, Written(f"on {day} {month} {year + 1}")).correct


@given(
    st.integers(2, 999),
    st.integers(2, 999),
    st.sampled_from(["{}", "about {}", "c. {}", "{} thousand", "{}k", "some {} thousand delegates", "~{}"]),
    st.sampled_from(["How many delegates met?", "About how many delegates met?"]),
)
def test_a_number_in_other_words_is_right_for_this_number_alone(number: int, other: int, words: str, stem: str) -> None:
    scale = 1000 if "thousand" in words or "k" in words else 1
    item = typed_item(stem, str(number * scale))

    assert grade(item, Written(words.format(number))).correct
    assert grade(item, Written(words.format(other))).correct == (number == other)


@given(st.floats(-40, 40).map(lambda number: f"{number:.2f}"), st.sampled_from(["{}", "about {}", "{} percent"]))
def test_what_lies_outside_a_range_is_wrong_in_whatever_words(number: str, words: str) -> None:
    item = typed_item("About what share of the votes did they win?", "23..25.5")

    assert grade(item, Written(words.format(number))).correct == (23 <= float(number) <= 25.5)


def accepted(built_in: Pack, entry: str, stems: tuple[str, ...]) -> tuple[str, ...]:
    """What is accepted for an entry, if a question of these words asks for it."""
    index = build_index(built_in)
    ask = next(
        ask
        for pool in pools_of(index, Wanted(trivia=True))
        for answer in pool.answers
        for ask in pool.asks[answer.id]
        if ask.answer.entry
    )
    return typed.accepted(index, replace(ask, answer=entry_option(index, entry), stems=stems))


def test_a_name_at_birth_is_accepted_by_its_last_name(built_in: Pack) -> None:
    assert "Bronstein" in accepted(built_in, "trotsky", ("Who wrote this book?",))
    assert "Bronstein" not in accepted(built_in, "trotsky", ("Whose name at birth was Lev Bronstein?",))


def test_what_stands_in_the_question_with_a_slip_is_no_answer(built_in: Pack) -> None:
    names = accepted(built_in, "tony-cliff", ("Whose name at birth was Yigael Glückstein?",))

    assert "Tony Cliff" in names
    assert not [name for name in names if "Gl" in name]


def test_a_namesake_of_a_place_is_another_thing(built_in: Pack) -> None:
    names = accepted(built_in, "pravda", ("Where did the theses appear?",))

    assert "Pravda" in names
    assert "Vienna Pravda" not in names


def test_no_typed_item_accepts_what_it_says(built_in: Pack) -> None:
    items = list(generate(built_in, 60, random.Random(4).randrange(99), Wanted(responses=(Response.TYPED,))))

    assert len(items) > 20
    for item in items:
        assert not [name for name in item.accepted if f" {name.casefold()} " in f" {item.stem.casefold()} "]


@given(st.text(min_size=1).filter(str.strip) | st.from_regex(r"[-0-9/:–^½³.,() ]*[0-9½]", fullmatch=True))
def test_what_is_typed_as_an_accepted_answer_is_right(text: str) -> None:
    assert grade(typed_item("What is it?", "something else", text), Written(text)).correct


@pytest.mark.parametrize(
    ("accepted", "text"),
    [
        *[("1939–1945", text) for text in ("1939-1945", "1939 – 1945", "1939 to 1945", "1939−1945.")],
        *[("1/2", text) for text in ("½", "1 / 2")],
        *[("1½", text) for text in ("1 1/2", "1 ½")],
        *[("10^3", text) for text in ("10³", "10 ^ 3")],
        *[("0–100 %", text) for text in ("0-100", "0 – 100%")],
        *[("(2, 3)", text) for text in ("(2,3)", "( 2, 3 )")],
        *[("-5 %", text) for text in ("−5", "-5%")],
    ],
)
def test_figures_and_signs_may_be_written_in_other_forms(accepted: str, text: str) -> None:
    assert grade(typed_item("What is it?", accepted), Written(text)).correct


@pytest.mark.parametrize(
    ("accepted", "text"),
    [
        *[("1939–1945", text) for text in ("19391945", "1939", "1945-1939", "1939 1945", "1939–1946")],
        *[("1/2", text) for text in ("12", "2/1", "1:2", "1")],
        *[("3:0", text) for text in ("30", "3", "0:3")],
        *[("10³", text) for text in ("103", "1000.")],
        *[("1½", text) for text in ("11/2", "112", "1 2")],
        *[("3.5", text) for text in ("35 things", "3 5")],
        *[("-5 %", text) for text in ("5", "5 %")],
        *[("14/07/1789", text) for text in ("14071789", "07/14/1789", "1789")],
    ],
)
def test_other_figures_or_other_signs_are_wrong(accepted: str, text: str) -> None:
    assert not grade(typed_item("What things are these?", accepted), Written(text)).correct


@pytest.mark.parametrize("word", ["stop", "q", "u", "?", "Undo"])
def test_an_answer_that_is_a_command_elsewhere_is_no_command(word: str) -> None:
    assert read_reply(typed_item("What is it in English?", word), word) == Written(word)
    assert not isinstance(read_reply(typed_item("What is it in English?", "go"), word), Written)
