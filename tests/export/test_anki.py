"""Decks, imported by Anki's own library; and the cards, turned in a browser."""

import html
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CONTENT, ROOT
from tests.every_for_tests import every
from tests.export.samples import HOSTILE, ORDINARY, PAPER
from tests.items_for_tests import an_item
from tests.printers_for_tests import PRINTERS
from trotskyism_cli.errors import UsageError
from trotskyism_cli.export.anki import anki_deck, note_time
from trotskyism_cli.export.anki_notes import CARD, QUESTION, anki_update, field
from trotskyism_cli.export.answers import full_stem
from trotskyism_cli.export.flashcards import Flashcard, flashcards
from trotskyism_cli.export.paper import Paper, lasting_id
from trotskyism_cli.export.resources import part
from trotskyism_cli.export.tables import anki_tsv
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import Certificate, Item, Response, Rule
from trotskyism_cli.library.quotations import is_passage
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack
from trotskyism_cli.pack.relation import ObjectType, Role

CARDS = (
    Flashcard("marx.born", "theory", "born", "In which year was Marx born?", "1818", "Source: a book."),
    Flashcard("quote-1", "", "quotation", "Who said it?\n“<b>[sound:x.mp3]</b>”", "Nobody {{Front}}", "Source: none."),
)
SUSPENDED = -1  # a queue, to Anki
EVERY = tuple(item._replace(id=f"{item.id}-{number}") for number, item in enumerate((*ORDINARY, *HOSTILE)))


@pytest.fixture(params=["en", "de", "ja"])
def collection(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """A collection whose types of note and their fields are named in one of three languages."""
    pytest.importorskip("genanki", reason="genanki is not installed; make readers does")
    library = pytest.importorskip("anki.collection", reason="anki is not installed; make readers does")
    languages = pytest.importorskip("anki.lang", reason="anki is not installed; make readers does")
    languages.set_lang(request.param)
    opened = library.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(collection: Any, folder: Path, paper: Paper, *items: Item) -> Any:
    from anki.collection import ImportAnkiPackageRequest

    file = folder / "deck.apkg"
    file.write_bytes(b"".join(anki_deck(items, paper)))
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(file))).log


def notes_of(collection: Any) -> dict[str, Any]:
    found = [collection.get_note(each) for each in collection.find_notes("")]
    return {html.unescape(note["Id"]): note for note in found}


def text_of(value: str) -> str:
    assert not re.search(r"<(?!/?li>|br>)", value)
    assert "[sound:" not in value
    assert "{{" not in value
    return html.unescape(value.replace("<br>", "\n"))


def test_anki_reads_what_was_written(collection: Any, tmp_path: Path) -> None:
    log = imported(collection, tmp_path, replace(PAPER, cards=CARDS), *EVERY)
    notes = notes_of(collection)

    assert len(log.new) == len(EVERY) + len(CARDS) == len(notes)
    for item in EVERY:
        note = notes[item.id]
        assert text_of(note["Question"]) == "\n".join([full_stem(item), *item.prompts])
        options = re.findall(r"<li>(.*?)</li>", note["Options"], re.DOTALL)
        assert [text_of(each) for each in options] == list(item.options)
        assert item.explanation in text_of(f"{note['Answer']}<br>{note['Explanation']}")
        assert set(note.tags) == {each for each in (item.topic, item.kind, item.difficulty) if each}
    for card in CARDS:
        assert text_of(notes[card.id]["Front"]) == card.front
        assert text_of(notes[card.id]["Back"]) == card.back
    _, fine = collection.fix_integrity()
    assert fine


def test_importing_again_doubles_nothing(collection: Any, tmp_path: Path) -> None:
    paper = replace(PAPER, cards=CARDS)
    imported(collection, tmp_path, paper, *EVERY)

    again = imported(collection, tmp_path, paper, *EVERY)

    assert len(again.new) == 0
    assert len(again.updated) == 0
    assert len(again.duplicate) == len(EVERY) + len(CARDS)
    assert collection.note_count() == len(EVERY) + len(CARDS)


def test_a_later_version_of_the_pack_brings_notes_up_to_date(collection: Any, tmp_path: Path) -> None:
    imported(collection, tmp_path, PAPER, ORDINARY[0])
    mended = an_item(id=ORDINARY[0].id, explanation="Mended.")

    log = imported(collection, tmp_path, replace(PAPER, version=PAPER.version + 1), mended)

    assert (len(log.new), len(log.updated)) == (0, 1)
    assert notes_of(collection)[mended.id]["Explanation"].startswith("Mended.")


def test_other_questions_join_those_that_are_there(collection: Any, tmp_path: Path) -> None:
    imported(collection, tmp_path, PAPER, *EVERY[:5])

    log = imported(collection, tmp_path, PAPER, *EVERY[3:9])

    assert len(log.new) == 4
    assert collection.note_count() == 9


def test_a_chapter_is_a_deck_below_the_title(collection: Any, tmp_path: Path) -> None:
    imported(collection, tmp_path, PAPER, *ORDINARY)

    names = {each.name for each in collection.decks.all_names_and_ids()}
    assert {"A test", "A test::The theory: one/two", "A test::A test"} <= names


def table_imported(collection: Any, folder: Path, text: str) -> Any:
    from anki.collection import ImportCsvRequest

    file = folder / "questions.tsv"
    file.write_text(text, encoding="utf-8")
    metadata = collection.get_csv_metadata(path=str(file), delimiter=None)
    return collection.import_csv(ImportCsvRequest(path=str(file), metadata=metadata)).log


def test_the_table_is_cards_with_two_sides_in_whatever_language_and_twice_without_doubling(
    collection: Any, tmp_path: Path
) -> None:
    text = "".join(anki_tsv(EVERY, PAPER))
    first, again = (table_imported(collection, tmp_path, text) for _ in range(2))

    assert (len(first.new), len(again.new)) == (len(EVERY), 0)
    assert collection.note_count() == len(EVERY)
    sides = [collection.get_note(each).fields for each in collection.find_notes("")]
    fronts = {html.unescape(front.replace("<br>", "\n")) for front, _ in sides}
    assert every(any(item.stem.strip() in front for front in fronts) for item in EVERY)
    assert every(len(each) == 2 and each[1] for each in sides)


def test_the_table_keeps_the_tags_of_the_learner(collection: Any, tmp_path: Path) -> None:
    table_imported(collection, tmp_path, "".join(anki_tsv(ORDINARY[:1], PAPER)))
    note = collection.get_note(collection.find_notes("")[0])
    touched(collection, note, "mine")

    log = table_imported(collection, tmp_path, "".join(anki_tsv([ORDINARY[0]._replace(explanation="Mended.")], PAPER)))

    note.load()
    assert (len(log.updated), note.tags) == (1, ["mine"])
    assert "Mended." in note.fields[1]


def touched(collection: Any, note: Any, *tags: str) -> None:
    """What Anki does to a note when its learner tags it, or when it becomes a leech."""
    for tag in tags:
        note.add_tag(tag)
    collection.update_note(note)


def written(own_id: str, **values: Any) -> Item:
    """A question of an author, whose item has another id with every change of its words."""
    certificate = Certificate(1, Rule.STATED, (f"question:{own_id}",))
    return an_item(**{"id": f"written-{values}", "kind": "written", "certificates": (certificate,), **values})


def test_a_question_that_its_author_mends_is_the_same_note(collection: Any, tmp_path: Path) -> None:
    before, after = (written("q-four", stem=f"Which of {these} opens with a brace?") for these in ("these", "those"))
    imported(collection, tmp_path, replace(PAPER, released="2026-01-01"), before, written("q-two"))

    log = imported(collection, tmp_path, replace(PAPER, released="2026-11-28"), after, written("q-two"))

    assert (len(log.new), len(log.updated)) == (0, 2)
    assert notes_of(collection)["question:q-four"]["Question"] == after.stem
    table = table_imported(collection, tmp_path, "".join(anki_tsv([before], PAPER)))
    again = table_imported(collection, tmp_path, "".join(anki_tsv([after], PAPER)))
    assert (len(table.new), len(again.new), len(again.updated)) == (1, 0, 1)


def test_a_question_of_the_book_lasts_by_the_id_that_its_author_gave_it(built_in: Pack) -> None:
    wanted = Wanted(kinds=["written"], responses=tuple(Response))
    number = len(built_in.questions)
    items = list(generate(built_in, number, 1, wanted))
    mended = {own_id: each._replace(stem=f"Now: {each.stem}") for own_id, each in built_in.questions.items()}
    again = list(generate(built_in._replace(questions=mended), number, 1, wanted))

    assert every(lasting_id(item).removeprefix("question:") in built_in.questions for item in items)
    assert {lasting_id(item) for item in again} == {lasting_id(item) for item in items}
    assert not {item.id for item in again} & {item.id for item in items}


def test_a_note_that_anki_itself_changed_is_mended_by_the_release_after_that(collection: Any, tmp_path: Path) -> None:
    imported(collection, tmp_path, replace(PAPER, released="2026-01-01"), ORDINARY[0])
    note = notes_of(collection)[ORDINARY[0].id]
    touched(collection, note, "leech")
    today = datetime.now(UTC).date()
    mended = an_item(id=ORDINARY[0].id, explanation="Mended.")

    unreleased = imported(collection, tmp_path, replace(PAPER, version=9), mended)
    released = imported(collection, tmp_path, replace(PAPER, released=str(today + timedelta(days=2))), mended)

    assert (len(unreleased.updated), len(released.updated)) == (0, 1)
    note.load()
    assert note["Explanation"].startswith("Mended.")
    assert "leech" not in note.tags  # what Anki's import of a deck costs; a table of updates does not


def test_an_update_keeps_what_the_learner_did_to_a_deck(collection: Any, tmp_path: Path) -> None:
    paper = replace(PAPER, cards=CARDS)
    imported(collection, tmp_path, paper, *EVERY)
    note = notes_of(collection)[EVERY[0].id]
    touched(collection, note, "mine", "leech")
    collection.set_deck(note.card_ids(), collection.decks.id("My own"))
    collection.sched.suspend_cards(note.card_ids())
    model = note.note_type()
    model["tmpls"][0]["qfmt"] += "<b>my own</b>"
    collection.models.update_dict(model)
    mended = EVERY[0]._replace(explanation="Mended.")
    added = ORDINARY[0]._replace(id="added")

    log = table_imported(collection, tmp_path, "".join(anki_update([mended, *EVERY[1:], added], paper)))

    assert (len(log.new), len(log.updated)) == (1, 1)
    assert collection.note_count() == len(EVERY) + len(CARDS) + 1
    note.load()
    assert note["Explanation"].startswith("Mended.")
    assert set(note.tags) == {"mine", "leech", "author", "easy", "theory"}
    assert [collection.decks.name(each.did) for each in note.cards()] == ["My own"]
    assert [each.queue for each in note.cards()] == [SUSPENDED]
    assert note.note_type()["tmpls"][0]["qfmt"].endswith("<b>my own</b>")
    new = notes_of(collection)["added"]
    assert [collection.decks.name(each.did) for each in new.cards()] == ["A test::The theory: one/two"]
    assert text_of(new["Question"]) == full_stem(added)


def test_the_fields_of_an_update_are_those_of_the_deck(collection: Any, tmp_path: Path) -> None:
    paper = replace(PAPER, cards=CARDS)
    imported(collection, tmp_path, paper, *EVERY)
    before = {own_id: note.items() for own_id, note in notes_of(collection).items()}

    table_imported(collection, tmp_path, "".join(anki_update(EVERY, paper)))

    assert {own_id: note.items() for own_id, note in notes_of(collection).items()} == before


def test_two_packs_do_not_take_one_another_for_themselves(collection: Any, tmp_path: Path) -> None:
    imported(collection, tmp_path, PAPER, ORDINARY[0])
    other = replace(PAPER, pack="other", title="Another", version=PAPER.version + 1)

    log = imported(collection, tmp_path, other, ORDINARY[0]._replace(stem="Who else?"))

    assert len(log.new) == 1
    assert {each["Question"] for each in map(collection.get_note, collection.find_notes(""))} == {
        ORDINARY[0].stem,
        "Who else?",
    }


def test_the_time_of_a_note_goes_up_with_every_release_and_every_version() -> None:
    papers = [
        Paper("A", "a", version=1),
        Paper("A", "a", version=2),
        Paper("A", "a", version=2, released="2026-11-28"),
        Paper("A", "a", version=3, released="2026-11-28"),
        Paper("A", "a", version=3, released="2026-11-29"),
    ]
    times = [note_time(paper) for paper in papers]

    assert times == sorted(set(times))
    assert datetime.fromtimestamp(times[2], UTC).date().isoformat() == "2026-11-28"


def test_the_same_questions_give_the_same_bytes() -> None:
    pytest.importorskip("genanki", reason="genanki is not installed; make readers does")
    paper = replace(PAPER, cards=CARDS)

    assert b"".join(anki_deck(EVERY, paper)) == b"".join(anki_deck(EVERY, paper))


def test_without_genanki_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "genanki", None)

    with pytest.raises(UsageError, match="pip install"):
        list(anki_deck(ORDINARY, PAPER))


# Anki keeps one page open and puts each side of a card into it; a script so put in runs only when it is made anew.
TURN = """side => {
    const card = document.getElementById("qa");
    card.innerHTML = side;
    for (const written of card.querySelectorAll("script")) {
        const made = document.createElement("script");
        made.textContent = written.textContent;
        written.replaceWith(made);
    }
}"""


def test_options_are_shuffled_on_the_front_and_stay_so_on_the_back(tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed; make readers does")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    values = dict.fromkeys(QUESTION, "") | {
        "Id": "x-1",
        "Right": "1 3",
        "Options": "".join(f"<li>{n}</li>" for n in range(6)),
    }
    reviewer = tmp_path / "reviewer.html"
    reviewer.write_text('<!doctype html><div id="qa"></div>', encoding="utf-8")
    fronts, marked = set(), set()
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(reviewer.as_uri())
        for _ in range(8):
            shown = []
            for side in ("front", "back"):
                page.evaluate(TURN, filled(part(f"anki-question-{side}.html"), values))
                shown.append(tuple(page.locator("li").all_text_contents()))
            assert shown[0] == shown[1]
            fronts.add(shown[0])
            marked.add(tuple(sorted(page.locator("li.right").all_text_contents())))
        browser.close()

    assert len(fronts) > 3
    assert marked == {("1", "3")}


def filled(template: str, values: dict[str, str]) -> str:
    """What Anki makes of a template: the parts of empty fields left out, fields put in."""
    for name, value in values.items():
        template = re.sub(rf"{{{{#{name}}}}}(.*?){{{{/{name}}}}}", r"\1" if value else "", template, flags=re.DOTALL)
        template = template.replace(f"{{{{{name}}}}}", value).replace(f"{{{{type:{name}}}}}", "")
    assert "{{" not in template
    return template


# ---- cards of facts and quotations ----


def test_every_fact_that_is_asked_and_every_quotation_but_a_passage_is_on_a_card(built_in: Pack) -> None:
    cards = list(flashcards(built_in))
    ids = {card.id for card in cards}

    assert len(ids) == len(cards)
    assert set(built_in.quotes) & ids == {quote.id for quote in built_in.quotes.values() if not is_passage(quote)}
    functional = [
        fact.id
        for fact in built_in.facts.values()
        if built_in.relations[fact.relation].functional
        and fact.quiz
        and not (fact.negated or fact.text or fact.corrects)
        and fact.id not in built_in.corrected
    ]
    assert len(functional) > 50
    assert set(functional) <= ids


def test_cards_say_what_is_asked_what_there_is_to_know_and_where_it_is_from(built_in: Pack) -> None:
    card = next(card for card in flashcards(built_in) if card.id == "milyukov.born")

    assert card.front == "In which year was Pavel Milyukov born?"
    assert card.back == "27 January 1859 (15 January Old Style)"
    assert card.more.startswith("Source: ")


@pytest.mark.parametrize(
    "folder", [CONTENT, ROOT / "tests" / "packs" / "french-revolution"], ids=lambda path: path.name
)
def test_a_card_asks_for_what_can_be_known_and_says_its_answer_once(folder: Path) -> None:
    pack = load_pack(folder)
    cards = [card for card in flashcards(pack) if card.kind != "quotation"]
    sentences = {
        each.id
        for each in pack.relations.values()
        if each.object_type is ObjectType.TEXT and not each.functional and each.role != Role.NAME
    }

    assert cards
    assert {each.relation for each in pack.facts.values()} & sentences
    assert not {card.kind for card in cards} & sentences
    for card in cards:
        lines = [line.rstrip(".").casefold() for line in card.back.splitlines()]
        assert not [one for one in lines for other in lines if one is not other and one in other], card


def test_the_back_of_a_question_does_not_say_its_answer_again() -> None:
    item = ORDINARY[0]._replace(
        explanation="Leon Trotsky. He wrote it in prison.", option_notes=("Not he.", "", "Nor.")
    )
    deck = "".join(anki_update([item], PAPER)).splitlines()[-1].split("\t")
    table = "".join(anki_tsv([item], PAPER))

    assert deck[-3:-1] == ["Leon Trotsky", "He wrote it in prison.<br>Not he.<br>Nor."]
    assert '"Leon Trotsky\n\nHe wrote it in prison.\na) Not he.\nc) Nor."' in table


def test_a_claim_is_never_told_without_its_holder() -> None:
    pack = load_pack(PRINTERS)
    backs = {card.id: card.back.casefold() for card in flashcards(pack)}
    claims = [fact for fact in pack.facts.values() if fact.according_to and not fact.text]

    assert every(
        pack.entries[fact.according_to[0]].phrase.casefold() in backs[own_id]
        for fact in claims
        for own_id in (f"{fact.subject}:{fact.relation}", fact.id)
        if own_id in backs
    )


def test_cards_of_a_chapter_are_of_that_chapter(built_in: Pack) -> None:
    cards = list(flashcards(built_in, {"legend"}))
    about = list(flashcards(built_in, entries={"milyukov"}))

    assert cards
    assert {card.topic for card in cards} == {"legend"}
    assert {re.split("[.:]", card.id)[0] for card in about if card.kind != "quotation"} == {"milyukov"}


def test_a_field_holds_text_and_nothing_else() -> None:
    assert field("<b>[sound:x]{{y}}\n&") == "&lt;b&gt;&#91;sound:x&#93;&#123;&#123;y&#125;&#125;<br>&amp;"
    assert len(QUESTION) == 7
    assert len(CARD) == 4
