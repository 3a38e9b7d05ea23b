"""What this program exports comes back as it was: the stems, the options, the key, and what is said of them."""

from pathlib import Path

import pytest
from hypothesis import given

from tests.export.samples import HOSTILE, ORDINARY, PAPER, any_item
from tests.imports.reading_for_tests import key, read
from tests.items_for_tests import an_item
from trotskyism_cli.export.registry import FORMATS
from trotskyism_cli.imports.fitting import fitted
from trotskyism_cli.imports.foreign import LONGEST_TYPED, Choice, ForeignQuestion, Match, Order, Typed, tidy
from trotskyism_cli.items.model import Item, Response

FILES = {"gift": "q.gift", "csv": "q.csv", "moodle-xml": "q.xml", "qti": "q.zip", "qti3": "q.zip"}
CHOSEN = (Response.CHOICE, Response.SEVERAL)


def back(item: Item, form: str) -> ForeignQuestion:
    """The one question that a format makes of an item, as it is read again."""
    wanted = next(each for each in FORMATS if each.name == form)
    reading = read(b"".join(wanted.write([item], PAPER)), FILES[form])

    assert reading.left_out == []
    (question,) = reading.questions
    return question


def check(item: Item, form: str) -> None:
    question = back(item, form)
    assert question.stem == tidy(item.question)
    assert question.own_id == item.id
    if form in ("gift", "moodle-xml", "csv"):
        assert question.category in {tidy(PAPER.chapter(item)), tidy(PAPER.title)}
    match question.answer:
        case Choice(options, several):
            assert [option.text for option in options] == [
                tidy(each).replace("->", "→" if form == "gift" else "->") for each in item.options
            ]
            assert tuple(place for place, option in enumerate(options) if option.right) == tuple(sorted(item.answer))
            assert several == (item.response is Response.SEVERAL)
        case Typed(accepted):
            assert item.response is Response.TYPED
            assert accepted[0] == tidy(item.accepted[0])
        case Match(pairs):
            assert item.response is Response.MATCH
            assert len(pairs) == len(item.prompts)


def is_kept(item: Item) -> bool:
    """Whether a pack has room for an item: texts that differ in more than blanks, answers that somebody can type."""
    texts = {*map(tidy, item.options)}
    short = all(len(tidy(each).split()) <= LONGEST_TYPED for each in item.accepted[:1])
    return (
        len(texts) == len(item.options)
        and all(texts)
        and short
        and bool(tidy(item.stem))
        and all(map(tidy, item.accepted))
    )


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize(
    "item", [each for each in ORDINARY if each.response is not Response.ORDER], ids=lambda item: item.id
)
def test_ordinary_items_come_back(item: Item, form: str) -> None:
    check(item, form)


def test_the_notes_on_options_of_a_table_come_back_also_from_an_older_one() -> None:
    item = ORDINARY[0]._replace(option_notes=("", "Right: Leon Trotsky.", "Vladimir Lenin: He wrote another book."))
    table = b"".join(next(each for each in FORMATS if each.name == "csv").write([item], PAPER)).decode()
    lettered = "b) Right: Leon Trotsky.\nc) Vladimir Lenin: He wrote another book."
    older = table.replace(lettered, "\n".join(item.option_notes))

    assert table.count(f'"{lettered}"') == 1
    for text in (table, older):
        answer = read(text.encode(), "q.csv").questions[0].answer
        assert isinstance(answer, Choice)
        assert [option.note for option in answer.options] == ["", "", "He wrote another book."]


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("kind", ["order", "written"])
def test_an_order_comes_back_as_one(form: str, kind: str) -> None:
    order = an_item(
        id="o", response=Response.ORDER, options=("B", "C", "A"), answer=(2, 0, 1), stem="In order?", kind=kind
    )

    question = fitted(back(order, form))

    assert question.stem == "In order?"
    assert question.answer == Order(("A", "B", "C"))


@pytest.mark.parametrize("form", FILES)
def test_hostile_items_come_back(form: str) -> None:
    for item in HOSTILE:
        if item.response in CHOSEN and is_kept(item):
            check(item, form)


@given(any_item(Response.CHOICE) | any_item(Response.SEVERAL))
def test_any_choice_comes_back(item: Item) -> None:
    if is_kept(item):
        for form in ("gift", "csv", "moodle-xml"):
            check(item, form)


@given(any_item(Response.TYPED))
def test_any_written_answer_comes_back(item: Item) -> None:
    if is_kept(item):
        check(item, "moodle-xml")
        if not any("\n" in each for each in item.accepted):  # a cell has a line for each
            check(item, "csv")


@pytest.mark.parametrize("form", ["gift", "moodle-xml"])
def test_partial_credit_and_margins_come_back(form: str) -> None:
    partial = back(an_item(id="p", credits=(0.5, 1.0, 0.0)), form).answer
    number = an_item(
        id="n", response=Response.TYPED, options=(), option_notes=(), answer=(), accepted=("3", "2.5..3.5")
    )

    assert isinstance(partial, Choice)
    assert [option.credit for option in partial.options] == [50, 0, 0]
    assert back(number, form).answer == Typed(("3", "2.5..3.5"))


@pytest.mark.parametrize(
    "item", [each for each in ORDINARY if each.response in (*CHOSEN, Response.TYPED)], ids=lambda item: item.id
)
def test_a_deck_of_this_program_comes_back_whole(item: Item) -> None:
    pytest.importorskip("genanki")
    deck = next(each for each in FORMATS if each.name == "anki")
    (question,) = read(b"".join(deck.write([item], PAPER)), "deck.apkg").questions

    assert question.stem == tidy(item.question)
    assert question.own_id == item.id
    if isinstance(question.answer, Choice):
        assert [option.text for option in question.answer.options] == list(item.options)
        assert [place for place, option in enumerate(question.answer.options) if option.right] == sorted(item.answer)
    else:
        assert question.answer == Typed(item.accepted)


@pytest.mark.parametrize(("form", "name", "needs"), [("kahoot", "q.xlsx", "xlsxwriter"), ("quizizz", "q.csv", "csv")])
def test_what_is_written_for_games_comes_back(form: str, name: str, needs: str) -> None:
    pytest.importorskip(needs)
    wanted = next(each for each in FORMATS if each.name == form)
    (question,) = read(b"".join(wanted.write([ORDINARY[0]], PAPER)), name).questions

    assert question.stem == ORDINARY[0].stem
    assert isinstance(question.answer, Choice)
    assert [(option.text, option.right) for option in question.answer.options] == [
        (option, place in ORDINARY[0].answer) for place, option in enumerate(ORDINARY[0].options)
    ]


@pytest.mark.parametrize("legacy", [True, False])
def test_packages_and_texts_of_anki_itself_come_in(tmp_path: Path, legacy: bool) -> None:
    pytest.importorskip("zstandard")
    anki = pytest.importorskip("anki.collection")
    pytest.importorskip("anki.lang").set_lang("en")  # the names of its types of note; another test may have set another
    collection = anki.Collection(str(tmp_path / "collection.anki2"))
    deck = collection.decks.id("Bread::Flat")
    for kind, fields in (
        ("Basic", {"Front": "Which is <b>flat</b>?", "Back": "Pita"}),
        ("Cloze", {"Text": "{{c1::Rye}}!"}),
    ):
        note = collection.new_note(collection.models.by_name(kind))
        for name, text in fields.items():
            note[name] = text
        collection.add_note(note, deck)
    options = anki.ExportAnkiPackageOptions(with_scheduling=False, with_media=False, legacy=legacy)
    collection.export_anki_package(out_path=str(tmp_path / "a.apkg"), options=options, limit=None)
    collection.export_note_csv(
        out_path=str(tmp_path / "a.txt"),
        limit=None, with_html=True, with_tags=True, with_deck=True, with_notetype=True, with_guid=True,
    )  # fmt: skip
    collection.close()
    package, notes = (read((tmp_path / name).read_bytes(), name) for name in ("a.apkg", "a.txt"))

    assert [(each.stem, key(each)) for each in package.questions] == [("Which is flat?", ["Pita"]), ("_____!", ["Rye"])]
    assert {each.own_id for each in package.questions} == {each.own_id for each in notes.questions}
    assert {each.category for each in package.questions} == {"Flat"}
