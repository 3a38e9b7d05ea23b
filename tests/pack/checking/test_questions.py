"""Questions that an author writes: read whole, kept by the library, and each fault reported at its place."""

from pathlib import Path

import pytest

from tests.conftest import MakePack
from trotskyism_cli.library.library import open_library
from trotskyism_cli.pack.model import Citation
from trotskyism_cli.pack.question import Option
from trotskyism_cli.pack.reading.reader import load_pack, read_pack
from trotskyism_cli.pack.scaffold import write_pack
from trotskyism_cli.pack.totals import totals

QUESTION = """\
questions:
  - id: whose-paper
    stem: Whose newspaper was The Friend of the People in the years of the Revolution?
    options:
      - {text: That of a journalist from Neuchâtel, right: true}
      - {text: That of an advocate from Arras, note: Robespierre came from Arras., facts: [marat.born]}
      - text: That of an advocate from Arcis
        note: Danton came from Arcis.
    explanation: >-
      Marat wrote it nearly alone,
      from 1789 to 1792.
    about: [friend-of-the-people.author]
    source: book 12
"""


QUOTES = "quotes:\n" + "".join(
    f"  - {{id: quote-{name}, speaker: marat, text: {' '.join(['word'] * words)}, source: book}}\n"
    for name, words in (("long", 90), ("other", 40), ("short", 39), ("endless", 151))
)


def _problems(folder: Path) -> list[str]:
    read = read_pack(folder)
    return [str(problem) for problem in (*read.problems, *read.warnings())]


def test_a_question_is_read_whole(make_pack: MakePack) -> None:
    question = load_pack(make_pack(questions=QUESTION)).questions["whose-paper"]

    assert question.options[1] == Option(
        "That of an advocate from Arras", False, "Robespierre came from Arras.", ("marat.born",)
    )
    assert [option.right for option in question.options] == [True, False, False]
    assert question.explanation == "Marat wrote it nearly alone, from 1789 to 1792."
    assert question.about == ("friend-of-the-people.author",)
    assert question.citations == (Citation("book", "12"),)
    assert not question.several


def test_the_library_keeps_questions_as_they_are(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack(questions=QUESTION.replace("source: book 12", "source: book 12\n    response: several"))

    assert dict(open_library(folder, tmp_path / "cache").pack.questions) == load_pack(folder).questions


def test_questions_are_counted(make_pack: MakePack) -> None:
    counted = totals(load_pack(make_pack(questions=QUESTION)))

    assert counted.questions == 1
    assert counted.as_json()["questions"] == 1


def test_the_starter_shows_a_question_that_passes(tmp_path: Path) -> None:
    write_pack(tmp_path / "mine")

    assert len(load_pack(tmp_path / "mine").questions) == 1


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        pytest.param("friend-of-the-people.author]", "marat.bron]", "12:5", "did you mean 'marat.born'", id="fact"),
        pytest.param("[marat.born]", "[marat.died]", "6:", "no fact 'marat.died'", id="fact of an option"),
        pytest.param("source: book 12", "source: boko", "13:5", "did you mean 'book'", id="source"),
        pytest.param("source: book 12", "source: book\n    topic: war", "14:5", "no topic 'war'", id="topic"),
        pytest.param("    about: [friend-of-the-people.author]\n", "", "2:5", "has no about", id="about nothing"),
        pytest.param("    explanation: >-\n", "    why: >-\n", "9:5", "unknown key 'why'", id="unknown key"),
        pytest.param(", right: true", "", "5:9", "without a note", id="a note too few"),
        pytest.param(", right: true", ", note: Marat.", "4:5", "no option is right", id="none right"),
        pytest.param("note: Danton came", "right: true\n        note: He came", "4:5", "2 options", id="two right"),
        pytest.param("        note: Danton came from Arcis.\n", "", "7:9", "without a note", id="no note"),
        pytest.param("advocate from Arcis", "advocate, from  Arras", "7:", "a second time", id="the same twice"),
        pytest.param("from Arcis\n", "from Arcis.\n", "7:", "no full stop", id="full stop"),
        pytest.param("That of an advocate from Arcis", "None of the above", "7:", "answers nothing", id="none"),
        pytest.param("Revolution?", "Revolution", "3:", "question mark", id="no question"),
        pytest.param("Whose newspaper was", "Whose newspaper was not", "3:", "easily overlooked", id="negative"),
        pytest.param("Revolution?", f"Revolution {'on ' * 30}?", "3:", "more than 40 words", id="long stem"),
        pytest.param("from Arcis\n", f"from Arcis {'on ' * 30}\n", "7:", "more than 25 words", id="long option"),
        pytest.param("nearly alone", f"nearly {'all ' * 80}", "9:5", "more than 80 words", id="long explanation"),
        pytest.param("Danton came", "As above, Danton came", "8:", "shuffled", id="points at a place"),
        pytest.param("Neuchâtel", "Neuchâtel who had lived for long in London", "5:", "longer than", id="longest"),
        pytest.param("a journalist", "a newspaper man", "5:", "'newspaper' stands in the stem", id="clang"),
    ],
)
def test_a_fault_is_reported_at_its_place(make_pack: MakePack, old: str, new: str, place: str, words: str) -> None:
    assert old in QUESTION
    found = _problems(make_pack(questions=QUESTION.replace(old, new)))

    assert any(each.startswith(f"questions.yaml:{place}") and words in each for each in found), found


def test_too_few_and_too_many_options_are_reported(make_pack: MakePack) -> None:
    one = "      - {text: That of an advocate from Arras, note: Robespierre came from Arras., facts: [marat.born]}\n"
    more = "".join(f"      - {{text: That of a man from {town}, note: Wrong.}}\n" for town in ("Lyon", "Brest"))

    assert "2 options; 3 to 4 are best" in "\n".join(_problems(make_pack(questions=QUESTION.replace(one, ""))))
    assert "5 options; 3 to 4 are best" in "\n".join(_problems(make_pack(questions=QUESTION.replace(one, one + more))))


def test_several_may_be_right_but_not_all(make_pack: MakePack) -> None:
    several = QUESTION.replace("source: book 12", "source: book 12\n    response: several")
    two = several.replace("note: Danton came", "right: true\n        note: Danton")

    assert _problems(make_pack(questions=two)) == []
    three = two.replace("note: Robespierre", "right: true, note: Robespierre")
    assert "every option is right" in "\n".join(_problems(make_pack(questions=three)))


def test_a_question_on_a_corrected_fact_needs_the_correction_too(make_pack: MakePack) -> None:
    entries = """\
entries:
  - id: marat
    kind: person
    name: Jean-Paul Marat
    summary: A journalist.
    facts:
      - {id: said, argument: it was his, according_to: marat, source: book}
      - {id: was, argument: it was theirs, according_to: marat, corrects: marat.said, source: book}
"""
    alone = QUESTION.replace("friend-of-the-people.author", "marat.said").replace(", facts: [marat.born]", "")

    assert any("is corrected by marat.was" in each for each in _problems(make_pack(entries=entries, questions=alone)))
    both = alone.replace("[marat.said]", "[marat.said, marat.was]")
    assert _problems(make_pack(entries=entries, questions=both)) == []


def test_two_questions_of_one_stem_are_reported(make_pack: MakePack) -> None:
    again = QUESTION + QUESTION.removeprefix("questions:\n").replace("whose-paper", "again")

    assert any("'whose-paper' asks the same" in each for each in _problems(make_pack(questions=again)))


@pytest.mark.parametrize(("line", "read"), [("", None), ("    importance: 2\n", 2), ("    importance: 3\n", 3)])
def test_what_an_author_says_of_importance_is_told_from_what_he_does_not(
    make_pack: MakePack, line: str, read: int | None
) -> None:
    [question] = load_pack(make_pack(questions=QUESTION + line)).questions.values()

    assert question.importance == read


WITHOUT_OPTIONS = """\
questions:
  - id: typed
    stem: Name the newspaper of Marat.
    response: typed
    accepted: [The Friend of the People, L'Ami du peuple]
    explanation: He wrote it nearly alone.
    about: [friend-of-the-people.author]
    source: book 12
  - id: matched
    stem: Who came from where?
    response: match
    pairs:
      - {prompt: Danton, answer: Arcis}
      - {prompt: Robespierre, answer: Arras}
    spare: [Boudry]
    explanation: So it was.
    about: [marat.born]
    source: book 12
  - id: ordered
    stem: In which order did they die?
    response: order
    order: [Marat, Danton, Robespierre]
    explanation: So it was.
    about: [marat.born]
    source: book 12
"""


def test_answers_to_type_to_match_and_to_put_in_order_are_read_and_kept(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack(questions=WITHOUT_OPTIONS)
    questions = load_pack(folder).questions

    assert questions["typed"].accepted == ("The Friend of the People", "L'Ami du peuple")
    assert questions["matched"].pairs == (("Danton", "Arcis"), ("Robespierre", "Arras"))
    assert questions["matched"].spare == ("Boudry",)
    assert questions["ordered"].order == ("Marat", "Danton", "Robespierre")
    assert [each.response for each in questions.values()] == ["typed", "match", "order"]
    assert dict(open_library(folder, tmp_path / "cache").pack.questions) == questions


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    accepted: [The Friend of the People, L'Ami du peuple]\n", "", "write options:, or accepted:"),
        ("    spare: [Boudry]\n", "    accepted: [Boudry]\n", "only one of these"),
        ("{prompt: Robespierre, answer: Arras}", "{prompt: Danton, answer: Arras}", "two pairs with one prompt"),
        ("      - {prompt: Robespierre, answer: Arras}\n", "", "1 pair; write 2 to 12"),
        ("[Marat, Danton, Robespierre]", "[Marat, Marat]", "the same a second time"),
        ("[Marat, Danton, Robespierre]", "[Marat]", "1 thing to put in order; write 2 to 12"),
    ],
)
def test_what_cannot_be_answered_is_reported(make_pack: MakePack, old: str, new: str, words: str) -> None:
    assert old in WITHOUT_OPTIONS
    assert any(words in each for each in _problems(make_pack(questions=WITHOUT_OPTIONS.replace(old, new))))


ALSO_TYPED = QUESTION + "    accepted: [Marat, Jean-Paul Marat]\n"


def test_a_choice_may_also_be_typed(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack(questions=ALSO_TYPED)
    question = load_pack(folder).questions["whose-paper"]

    assert not _problems(folder)
    assert (question.response, question.accepted) == ("choice", ("Marat", "Jean-Paul Marat"))
    assert dict(open_library(folder, tmp_path / "cache").pack.questions) == {"whose-paper": question}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[Marat,", "[That of an Advocate from Arcis,", "is accepted, and is a wrong option"),
        ("source: book 12", "source: book 12\n    response: several", "for a choice with one right option"),
        ("source: book 12", "source: book 12\n    order: [one, two]", "only one of these"),
        ("Whose newspaper was", "In which of these hands was", "asks for one of the options"),
    ],
)
def test_what_is_accepted_beside_options_is_checked(make_pack: MakePack, old: str, new: str, words: str) -> None:
    (problem,) = _problems(make_pack(questions=ALSO_TYPED.replace(old, new)))

    assert words in problem


def test_a_question_rests_on_a_passage(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack(
        questions=QUESTION.replace("    options:", "    passage: quote-long\n    options:", 1), quotes=QUOTES
    )
    question = load_pack(folder).questions["whose-paper"]

    assert _problems(folder) == []
    assert question.passage == "quote-long"
    assert open_library(folder, tmp_path / "cache").pack.questions["whose-paper"] == question


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("quote-lnog", "did you mean 'quote-long'"),
        ("marat.born", "there is no quote 'marat.born'"),
        ("quote-short", "a passage of 39 words; choose one of 40 to 150"),
        ("quote-endless", "a passage of 151 words"),
    ],
)
def test_a_passage_that_is_none_is_reported_at_its_place(make_pack: MakePack, passage: str, words: str) -> None:
    text = QUESTION.replace("    options:", f"    passage: {passage}\n    options:", 1)
    found = _problems(make_pack(questions=text, quotes=QUOTES))

    assert any(each.startswith("questions.yaml:4:") and words in each for each in found), found


@pytest.mark.parametrize("name", ["typed", "matched", "ordered"])
def test_only_what_has_options_rests_on_a_passage(make_pack: MakePack, name: str) -> None:
    text = WITHOUT_OPTIONS.replace(f"id: {name}\n", f"id: {name}\n    passage: quote-long\n")
    found = _problems(make_pack(questions=text, quotes=QUOTES))

    assert len([each for each in found if "a passage is for a question with options:" in each]) == 1


def test_two_passages_may_be_asked_the_same(make_pack: MakePack) -> None:
    first = QUESTION.replace("    options:", "    passage: quote-long\n    options:", 1)
    again = first.removeprefix("questions:\n").replace("whose-paper", "again")
    other = again.replace("quote-long", "quote-other")

    assert _problems(make_pack(questions=first + other, quotes=QUOTES)) == []
    assert any(
        "'whose-paper' asks the same" in each for each in _problems(make_pack(questions=first + again, quotes=QUOTES))
    )


def test_style_is_a_problem_only_in_an_edited_pack(make_pack: MakePack) -> None:
    folder = make_pack(questions=QUESTION.replace("Revolution?", "Revolution"))
    assert [each.message for each in read_pack(folder).warnings()] == [
        "a stem is one question and ends with its question mark; write it so"
    ]
    assert read_pack(folder).problems == []

    head = folder / "pack.yaml"
    head.write_text(head.read_text() + "edited: true\n")
    assert any("question mark" in each.message for each in read_pack(folder).problems)
    assert read_pack(folder).warnings() == []
