"""The sources of a teacher's own come in, and no journey adds the answer or a source once more."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import ORDINARY, PAPER
from tests.imports.reading_for_tests import read
from trotskyism_cli.export.registry import FORMATS
from trotskyism_cli.imports.foreign import Answer, Choice, ForeignOption, ForeignQuestion, Match, Order, Reading, Typed
from trotskyism_cli.imports.new_pack import NewPack, new_pack
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.pack.reading.reader import read_pack_files
from trotskyism_cli.pack.text.files import PackFile

FILES = {"csv": "q.csv", "gift": "q.gift", "moodle-xml": "q.xml", "qti": "q.zip", "qti3": "q.zip"}
HEADS = "Source", "Quelle", "Источник", "Fuente", "Références"
WORDS = st.text("abcXYZäж1", min_size=1, max_size=20)


def asked(made: NewPack, seed: int = 0) -> list[Item]:
    """The questions of an imported pack as they are asked, and exported."""
    found = read_pack_files([PackFile(name, text.encode()) for name, text in made.files.items()])
    assert found.problems == []
    return list(generate(found.pack, 9, seed, Wanted(kinds=["written"], responses=tuple(Response))))


def imported(items: list[Item], form: str) -> NewPack:
    """The pack that is made of what an export wrote."""
    wanted = next(each for each in FORMATS if each.name == form)
    return new_pack("mine", FILES[form], read(b"".join(wanted.write(items, PAPER)), FILES[form]))


def explanations(items: list[Item]) -> dict[str, str]:
    return {item.stem: item.explanation for item in items}


def of_table(text: str) -> list[str]:
    return [each.explanation for each in asked(new_pack("mine", "q.csv", read(text, "q.csv")))]


@pytest.mark.parametrize("head", HEADS)
def test_a_column_of_sources_is_the_source_of_its_question(head: str) -> None:
    text = f"Question;Option 1;Option 2;Answer;Explanation;{head}\nWhen?;1940;1941;1;In Mexico;Deutscher, p. 502\n"

    assert of_table(text) == ["1940. In Mexico. Source: Deutscher, p. 502."]
    assert read(text, "q.csv").changes == []


def test_where_no_source_is_named_it_is_the_file() -> None:
    text = "Question;Answer;Quelle\nWho?;Trotsky;Fischer 1930\nWhere?;Moscow;\n"

    assert sorted(of_table(text)) == ["Moscow. Source: “q.csv”.", "Trotsky. Source: Fischer 1930."]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Front;Back;Source\nWho?;Trotsky;Fischer 1930\nWhere?;Moscow;Deutscher\n", "q.csv"),
        ("Question;Answer;Correct;Source\nWho?;Trotsky;yes;Fischer 1930\nWho?;Lenin;no;Fischer 1930\n", "q.csv"),
        ('[{"question": "Who?", "options": ["A1", "B1"], "answer": "A1", "source": "Fischer 1930"}]', "q.json"),
    ],
)
def test_cards_rows_and_json_have_sources_too(text: str, name: str) -> None:
    assert read(text, name).questions[0].explanation == "Source: Fischer 1930."


def test_a_source_in_the_file_does_not_replace_what_was_explained_by_hand() -> None:
    text = "Question;Answer;Source\nWho?;Trotsky;Fischer 1930\n"
    first = new_pack("mine", "q.csv", read(text, "q.csv"))
    by_hand = first.files["questions.yaml"].replace("Source: Fischer", "He says so. Source: Fischer")
    files = {**first.files, "questions.yaml": by_hand}
    earlier = read_pack_files([PackFile(name, text.encode()) for name, text in files.items()]).pack

    again = new_pack("mine", "q.csv", read(text, "q.csv"), earlier)

    assert again.questions[0].explanation == "He says so. Source: Fischer 1930."


def _answers(words: list[str], right: int) -> tuple[Answer, ...]:
    return (
        Choice(tuple(ForeignOption(word, place < right) for place, word in enumerate(words)), several=right > 1),
        Typed((words[0],)),
        Match(((words[0], words[1]), (words[2], words[3])), (f"No {words[0]}",)),
        Match(((words[0], words[1]), (words[2], words[1]), (words[3], words[0]))),
        Order(tuple(words)),
    )


@st.composite
def _question(draw: st.DrawFn) -> ForeignQuestion:
    words = draw(st.lists(WORDS, min_size=4, max_size=4, unique_by=str.casefold))
    right = draw(st.integers(1, 3))
    answer = draw(st.sampled_from(_answers(words, right)))
    said = draw(
        st.sampled_from(("", "As he wrote himself.", f"{words[0]}.", f"{words[0]} it was", "Source: “A book”."))
    )
    return ForeignQuestion(1, f"What of {words[0]} is that?", answer, explanation=said)


def _explained(items: Iterable[Item]) -> list[str]:
    """What is explained; several right options, with which it may begin, in any order: each file has its own."""
    return [_in_any_order(each.explanation) if len(each.answer) > 1 else each.explanation for each in items]


def _in_any_order(explanation: str) -> str:
    head, dot, rest = explanation.partition(".")
    return "".join(("; ".join(sorted(head.casefold().split("; "))), dot, rest))


@given(question=_question())
def test_a_journey_there_and_back_changes_no_explanation(question: ForeignQuestion) -> None:
    items = asked(new_pack("mine", "first.gift", Reading([question])))

    again = {form: _explained(asked(imported(items, form), seed=1)) for form in FILES}

    assert again == dict.fromkeys(FILES, _explained(items))


@pytest.mark.parametrize("form", FILES)
def test_made_questions_keep_their_explanations_too(form: str) -> None:
    said = "It was {}, as he says. Source: “His life”."
    items = [
        item._replace(explanation=said.format(item.key), option_notes=("",) * len(item.options)) for item in ORDINARY
    ]

    again = asked(imported(items, form))

    assert {each.explanation for each in again} <= {each.explanation for each in items}
    assert len(again) > 5
