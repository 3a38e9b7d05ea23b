"""What a pack's author can do wrong: each fault is reported at its place with its remedy; never a traceback."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ENTRIES, RELATIONS, MakePack
from trotskyism_cli.errors import PackError
from trotskyism_cli.pack.model import EntryRef, Kind, Voice
from trotskyism_cli.pack.reading.reader import load_pack, read_pack, read_pack_files
from trotskyism_cli.pack.text import files
from trotskyism_cli.pack.text.files import PackFile

FACTS = """\
entries:
  - id: marat
    kind: person
    name: Jean-Paul Marat
    summary: A journalist.
    facts:
"""


def _facts(*facts: str) -> str:
    """An entry with these facts; the first stands in line 7, and its first key in column 10."""
    return FACTS + "".join(f"      - {{{fact}}}\n" for fact in facts)


def _problems(folder: Path) -> list[str]:
    return [str(problem) for problem in read_pack(folder).problems]


def test_a_sound_pack_is_read_whole(make_pack: MakePack) -> None:
    pack = load_pack(make_pack())

    assert list(pack.entries) == ["marat", "friend-of-the-people"]
    assert pack.facts["friend-of-the-people.author"].object == EntryRef("marat")
    assert [fact.id for fact in pack.facts_with_object("marat")] == ["friend-of-the-people.author"]


def test_a_row_may_have_another_label_on_the_cards_of_a_kind(make_pack: MakePack) -> None:
    relation = 'part: politics, row: Course, rows: {person: Life}, label: a, subject: person, object: text, says: "a"'
    told = load_pack(make_pack(relations=f"{RELATIONS}  - {{id: told, {relation}}}\n")).relations["told"]

    assert (told.row_on(Kind.PERSON), told.row_on(Kind.EVENT)) == ("Life", "Course")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("{persons: Life}", "'persons' is not possible here; write person"),
        ("Life", "a map is wanted here, with person"),
    ],
)
def test_a_label_by_kind_that_is_none_is_reported(make_pack: MakePack, rows: str, words: str) -> None:
    relation = f'rows: {rows}, label: a, subject: person, object: text, says: "a"'

    assert any(words in each for each in _problems(make_pack(relations=f"{RELATIONS}  - {{id: told, {relation}}}\n")))


def test_a_holder_makes_a_claim(make_pack: MakePack) -> None:
    fact = "id: a, argument: the king must go, according_to: marat, source: book"

    assert load_pack(make_pack(entries=_facts(fact))).facts["marat.a"].voice is Voice.CLAIM


@pytest.mark.parametrize(
    ("entries", "place", "words"),
    [
        pytest.param("entries: [", "entries.yaml:", "not YAML", id="not YAML"),
        pytest.param(ENTRIES[:130] + '"', "entries.yaml:", "not YAML", id="truncated"),
        pytest.param(b"entries:\n  - id: \xff\xfe\n", "entries.yaml:2:9", "not UTF-8", id="not UTF-8"),
        pytest.param("entries:\n  - id: a\0b\n", "entries.yaml:2:10", "control character U+0000", id="NUL"),
        pytest.param("entries:\n  - id: \x1b[31m\n", "entries.yaml:2:9", "control character U+001B", id="escape"),
        pytest.param(
            'entries:\n  - id: "\\e[31m"\n', "entries.yaml:2:9", "control character U+001B", id="escaped escape"
        ),
        pytest.param("entries:\n  - id: a\n    id: b\n", "entries.yaml:3:5", "second time", id="duplicate key"),
        pytest.param("entries:\n  - id: a\n    nmae: b\n", "entries.yaml:3:5", "did you mean 'name'", id="unknown key"),
        pytest.param("entrys: []\n", "entries.yaml:1:1", "unknown key 'entrys'", id="unknown top key"),
        pytest.param(FACTS.replace("Jean-Paul Marat", "no"), "entries.yaml:4:11", "put it in quotes", id="no"),
        pytest.param(FACTS.replace("Jean-Paul Marat", "on"), "entries.yaml:4:11", "put it in quotes", id="on"),
        pytest.param(FACTS.replace("Jean-Paul Marat", "1:20"), "entries.yaml:4:11", "put it in quotes", id="base 60"),
        pytest.param(FACTS.replace("Jean-Paul Marat", "~"), "entries.yaml:4:11", "put it in quotes", id="null"),
        pytest.param(_facts("id: b, born: 1743-05-24, source: book"), "entries.yaml:7:23", "without quotes", id="date"),
        pytest.param(
            _facts('id: b, born: "1743-02-30", source: book'), "entries.yaml:7:23", "does not exist", id="30 Feb"
        ),
        pytest.param(_facts('id: b, born: "soon", source: book'), "entries.yaml:7:23", "is not a date", id="no date"),
        pytest.param(
            "entries: !!python/object/apply:os.system [ls]\n", "entries.yaml:1:10", "a pack has no tags", id="tag"
        ),
        pytest.param("entries: &a []\n", "entries.yaml:1:10", "a pack has no anchors", id="anchor"),
        pytest.param("entries: *a\n", "entries.yaml:1:10", "a pack has no aliases", id="alias"),
        pytest.param("entries:\n" + "- " * 100_000 + "a\n", "entries.yaml:2:", "nested more than", id="deep list"),
        pytest.param("entries: " + "[" * 100_000, "entries.yaml:1:", "nested more than", id="deep flow"),
        pytest.param("entries: []\n---\nentries: []\n", "entries.yaml:2:1", "second document", id="two documents"),
        pytest.param("entries:\n  ? [a]\n  : b\n", "entries.yaml:2:5", "a key that is a list", id="key is a list"),
        pytest.param("- a\n", "entries.yaml:1:1", "nothing to read here", id="no map"),
        pytest.param("", "entries.yaml:1:1", "nothing to read here", id="empty file"),
        pytest.param("entries: []\n", "pack.yaml:1:1", "the pack has no entries", id="empty pack"),
        pytest.param(
            ENTRIES + ENTRIES[9:], "entries.yaml:", "second time (first entries.yaml:2:5)", id="two of one id"
        ),
        pytest.param(
            ENTRIES.replace("author: marat", "author: marta"), "entries.yaml:13:", "did you mean 'marat'", id="dangling"
        ),
        pytest.param(
            _facts("id: a, author: marat, source: book"), "entries.yaml:7:", "author is said of a work", id="wrong kind"
        ),
        pytest.param(
            _facts("id: a, argument: this, source: book"), "entries.yaml:7:", "a claim without a holder", id="no holder"
        ),
        pytest.param(
            _facts("id: a, born: '1743', voice: claim, source: book"),
            "entries.yaml:7:",
            "a claim without a holder",
            id="claim",
        ),
        pytest.param(
            _facts("id: a, born: '1743', source: boko"), "entries.yaml:7:", "did you mean 'book'", id="no source"
        ),
        pytest.param(_facts("id: a, born: '1743'"), "entries.yaml:7:9", "has no source", id="source missing"),
        pytest.param(_facts("id: a, source: book"), "entries.yaml:7:9", "exactly one relation", id="no relation"),
        pytest.param(
            _facts("id: a, born: '1743', source: book", "id: b, born: '1744', source: book"),
            "entries.yaml:8:",
            "born is functional",
            id="two births",
        ),
        pytest.param(
            _facts("id: a, born: '1743', corrects: marat.a, source: book"),
            "entries.yaml:7:",
            "refers to itself",
            id="itself",
        ),
        pytest.param(
            _facts(
                "id: a, argument: this, according_to: marat, for: marat.b, source: book",
                "id: b, argument: that, according_to: marat, for: marat.a, source: book",
            ),
            "entries.yaml:",
            "runs in a circle",
            id="circle",
        ),
        pytest.param(
            "entries:\n  - {id: a, kind: person, name: A, summary: Alone.}\n",
            "entries.yaml:2:",
            "nobody can reach",
            id="alone",
        ),
        pytest.param(
            _facts("id: a, argument: It ends., according_to: marat, source: book"),
            "entries.yaml:7:",
            "full stop",
            id="stop",
        ),
    ],
)
def test_a_fault_is_reported_at_its_place_with_its_remedy(
    make_pack: MakePack, entries: str | bytes, place: str, words: str
) -> None:
    problems = _problems(make_pack(entries=entries))

    assert any(problem.startswith(place) and words in problem for problem in problems), problems


def test_of_an_entry_that_is_none_all_faults_are_told_and_not_what_follows_from_them(make_pack: MakePack) -> None:
    facts = "    facts: [{id: a, born: '1743-13', bron: '1743', source: book}]\n"
    told = _problems(make_pack(entries="entries:\n  - id: marat\n    kind: persn\n    name: Marat\n" + facts))

    assert [each.partition(": ")[2] for each in told] == [
        "this entry has no summary; add it",
        "'persn' is not possible here; did you mean 'person'?",
        "'1743-13' does not exist in the calendar; correct the month or the day",
        "unknown key 'bron'; did you mean 'born'?",
    ]


def test_a_circle_of_parts_is_found(make_pack: MakePack) -> None:
    work = "  - {{id: {0}, kind: work, name: {0}, summary: S., facts: [{{id: p, part-of: {1}, source: book}}]}}\n"
    entries = "entries:\n" + work.format("one", "two") + work.format("two", "three") + work.format("three", "one")

    assert any("part-of runs in a circle" in problem for problem in _problems(make_pack(entries=entries)))


def test_a_billion_laughs_are_refused_at_once(make_pack: MakePack) -> None:
    lines = ["a0: &a0 lol", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12))]

    assert any("anchor &a0" in problem for problem in _problems(make_pack(entries="\n".join(lines))))


def test_all_problems_of_all_files_come_in_one_run_and_in_order(make_pack: MakePack) -> None:
    folder = make_pack(entries=_facts("id: a, born: soon, source: book"), quotes="quotes: [1", pack="id: tiny\n")

    problems = read_pack(folder).problems

    assert {problem.position.file for problem in problems} >= {"entries.yaml", "quotes.yaml", "pack.yaml"}
    assert problems == sorted(problems)


def test_a_file_that_is_too_large_is_not_even_read(make_pack: MakePack) -> None:
    folder = make_pack()
    with (folder / "huge.yaml").open("wb") as huge:
        huge.truncate(100 * 2**20)

    assert _problems(folder) == ["huge.yaml:0:0: 100 MB; a file may have 64 MB at most, split it"]


def test_a_link_out_of_the_pack_is_not_followed(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack()
    (tmp_path / "outside.yaml").write_text("entries: []\n")
    (folder / "inside.yaml").symlink_to(tmp_path / "outside.yaml")

    assert any("a link that leads out of the pack" in problem for problem in _problems(folder))


def test_a_folder_where_a_file_should_be(make_pack: MakePack) -> None:
    folder = make_pack()
    (folder / "more.yaml").mkdir()

    assert any(problem.startswith("more.yaml:0:0: a folder") for problem in _problems(folder))


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(make_pack: MakePack) -> None:
    folder = make_pack()
    (folder / "entries.yaml").chmod(0)

    assert any("cannot be read" in problem for problem in _problems(folder))


@pytest.mark.parametrize("name", ["nothing", "pack/sources.yaml", "empty"])
def test_a_folder_without_a_pack(make_pack: MakePack, tmp_path: Path, name: str) -> None:
    make_pack()
    (tmp_path / "empty").mkdir()

    with pytest.raises(PackError, match=r"pack new|give the folder"):
        load_pack(tmp_path / name)


def test_more_files_than_allowed_are_the_one_problem_told(make_pack: MakePack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILES", 2)

    (problem,) = _problems(make_pack())

    assert "more than 2 files" in problem


@given(st.binary(max_size=400))
def test_bytes_that_are_no_pack_are_a_problem_and_no_failure(data: bytes) -> None:
    assert read_pack_files([PackFile("pack.yaml", data), PackFile("entries.yaml", data)]).problems


_yaml_like = st.recursive(
    st.sampled_from(["a", "1917", '"1917"', "no", "", "'", "born", "marat", "*x", "&x y", "!t z", "[", "{", "]", ": "]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(
            st.sampled_from(["id", "kind", "name", "facts", "born", "source", "entries", "summary", "quotes", "asks"]),
            inner,
            max_size=4,
        ).map(lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"),
    ),
    max_leaves=12,
)


@given(_yaml_like)
def test_no_yaml_makes_the_reader_fail(text: str) -> None:
    for key in ("entries", "relations", "quotes", "topics", "sources", "synonyms"):
        read_pack_files([PackFile("pack.yaml", text.encode()), PackFile("a.yaml", f"{key}: {text}".encode())])


@pytest.mark.parametrize(
    "key", ['"relations"', '"\\x72elations"', '? "\\u0072el\\\n  ations"\n', "? relations # of all\n"]
)
def test_relations_are_read_before_the_entries_of_earlier_files(key: str, make_pack: MakePack) -> None:
    folder = make_pack()
    declared = (folder / "relations.yaml").read_text()
    (folder / "relations.yaml").unlink()
    (folder / "zz.yaml").write_text(declared.replace("relations:", f"{key}:", 1))
    assert not read_pack(folder).problems


def test_a_broken_file_that_comes_last_is_not_held_against_the_first(make_pack: MakePack) -> None:
    folder = make_pack()
    (folder / "relations.yaml").rename(folder / "zz.yaml")
    (folder / "zz.yaml").write_text((folder / "zz.yaml").read_text() + "  - {id: [\n")
    (problem,) = read_pack(folder).problems
    assert problem.position.file == "zz.yaml"


def test_what_earlier_versions_asked_for_is_passed_over_and_named(make_pack: MakePack) -> None:
    relation = 'label: a, subject: person, object: text, says: "a", asks: {order: ["In which order …?"]}'
    read = read_pack(make_pack(relations=f"{RELATIONS}  - {{id: told, {relation}}}\n"))

    assert read.problems == []
    assert [each.message for each in read.warnings()] == ["'order' is no longer used; delete it"]
