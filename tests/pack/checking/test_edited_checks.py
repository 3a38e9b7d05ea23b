"""What the editors of a pack must decide: weights, reasons, kinds of source, names of the time; merged facts."""

from pathlib import Path

import pytest

from tests.conftest import PACK, MakePack
from trotskyism_cli.pack.reading.reader import load_pack, read_pack
from trotskyism_cli.pack.wording import fact_sentence

EDITED = PACK + "edited: true\nunfit_sources: [shop.example]\n"
SOURCES = """\
sources:
  - {id: book, title: A Book, author: A. Author, kind: scholarly}
  - {id: page, title: A Page, kind: web}
  - {id: diary, title: A Diary, kind: primary}
"""
PERSON = """\
entries:
  - id: marat
    kind: person
    name: Jean-Paul Marat
    summary: A journalist.
    importance: 2
    facts:
"""


def _entries(*facts: str) -> str:
    return PERSON + "".join(f"      - {{id: f{number}, {fact}}}\n" for number, fact in enumerate(facts))


def _problems(folder: Path) -> list[str]:
    return [str(problem) for problem in read_pack(folder).problems]


def test_a_pack_whose_editors_have_decided_all_has_no_problems(make_pack: MakePack) -> None:
    folder = make_pack(pack=EDITED, sources=SOURCES, entries=_entries("born: '1743', importance: 1, source: book"))

    assert _problems(folder) == []


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("born: '1743', source: book", "marat.f0 has no importance"),
        ("born: '1743', importance: 2, source: page", "rests on no primary, scholarly or reference source"),
        ("born: '1743', importance: 1, source: page", "rests on the web alone"),
        ("born: '1743', importance: 2, source: [page, book]", "begin with book"),
        ("born: '1743', importance: 2, source: [book, diary]", "begin with diary"),
    ],
)
def test_what_a_fact_lacks_is_reported(make_pack: MakePack, fact: str, words: str) -> None:
    problems = _problems(make_pack(pack=EDITED, sources=SOURCES, entries=_entries(fact)))

    assert any(words in problem for problem in problems), problems


@pytest.mark.parametrize("kind", ["event", "work", "concept"])
@pytest.mark.parametrize("importance", [1, 2, 3])
def test_what_one_should_know_says_why_it_matters_and_what_to_read(
    make_pack: MakePack, kind: str, importance: int
) -> None:
    entry = f"""\
entries:
  - id: fête
    kind: {kind}
    name: Fête
    summary: A feast.
    importance: {importance}
    facts: [{{id: a, argument: this, according_to: fête, importance: 1, source: book}}]
""".replace("fête", "fete")
    problems = "\n".join(_problems(make_pack(pack=EDITED, sources=SOURCES, entries=entry)))

    assert ("has no significance" in problems) == (importance > 1)
    assert ("further_reading" in problems) == (importance == 3)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://192.0.2.7/page", "a bare IP address is no source"),
        ("192.0.2.7:8080/page", "a bare IP address is no source"),
        ("www.shop.example/books", "'shop.example' is no source"),
        ("https://www.library.example/book/", "'book' is the same page"),
    ],
)
def test_addresses_that_no_historian_would_cite_are_reported(make_pack: MakePack, url: str, words: str) -> None:
    sources = f"""\
sources:
  - {{id: book, title: A Book, kind: scholarly, url: library.example/book}}
  - {{id: other, title: Another, kind: web, url: "{url}"}}
"""
    folder = make_pack(pack=EDITED, sources=sources, entries=_entries("born: '1743', importance: 1, source: book"))

    assert any(words in problem for problem in _problems(folder))


def test_a_pack_that_is_not_edited_may_leave_weights_out(make_pack: MakePack) -> None:
    assert _problems(make_pack()) == []


RELATIONS = """\
relations:
  - id: chaired
    label: chaired
    subject: person
    object: organisation
    says: "{subject} chaired {object}"
  - id: spoke
    label: spoke
    subject: person
    object: text
    says: "{subject} spoke in {object}"
"""
RENAMED = """\
entries:
  - id: soviet
    kind: organisation
    name: Petrograd Soviet
    article: the
    summary: A council.
    names:
      - {name: Petrograd Soviet, when: "1917/1924-01-25"}
      - {name: Leningrad Soviet, when: "1924-01-26/1991"}
  - id: zinoviev
    kind: person
    name: Zinoviev
    summary: A politician.
    facts:
      - {id: early, chaired: soviet, when: "1919", source: book}
      - {id: late, chaired: soviet, when: "1925", source: book}
      - {id: now, chaired: soviet, source: book}
      - {id: wrong, spoke: the Petrograd Soviet, when: "1925", source: book}
      - {id: right, spoke: the Leningrad Soviet, when: "1925", source: book}
"""


def test_a_sentence_uses_the_name_of_the_time(make_pack: MakePack) -> None:
    pack = read_pack(make_pack(relations=RELATIONS, entries=RENAMED)).pack
    told = {name: fact_sentence(pack, pack.facts[f"zinoviev.{name}"]) for name in ("early", "late", "now")}

    assert told == {
        "early": "Zinoviev chaired the Petrograd Soviet in 1919.",
        "late": "Zinoviev chaired the Leningrad Soviet in 1925.",
        "now": "Zinoviev chaired the Petrograd Soviet.",
    }
    assert "Leningrad Soviet" in pack.entries["soviet"].names


def test_a_name_outside_its_time_is_reported(make_pack: MakePack) -> None:
    problems = _problems(make_pack(relations=RELATIONS, entries=RENAMED))

    assert len(problems) == 1
    assert "'Petrograd Soviet' was not the name at that date" in problems[0]


def test_a_name_outside_its_time_is_looked_for_even_where_entries_are_missing(make_pack: MakePack) -> None:
    broken = RENAMED.replace('chaired: soviet, when: "1919"', 'chaired: soviets, when: "1919"')
    problems = _problems(make_pack(relations=RELATIONS, entries=broken))

    assert any("there is no entry 'soviets'" in problem for problem in problems)
    assert any("was not the name at that date" in problem for problem in problems)


def test_a_fact_names_those_that_were_merged_into_it(make_pack: MakePack) -> None:
    folder = make_pack(entries=_entries("born: '1743', formerly: [marat.old, other.older], source: book"))

    assert load_pack(folder).facts["marat.f0"].formerly == ("marat.old", "other.older")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            ["born: '1743', formerly: marat.f1, source: book", "argument: this, according_to: marat, source: book"],
            "is still in the pack",
        ),
        (
            [
                "born: '1743', formerly: marat.old, source: book",
                "argument: this, according_to: marat, formerly: marat.old, source: book",
            ],
            "was merged into marat.f0 too",
        ),
    ],
)
def test_a_fact_has_one_heir(make_pack: MakePack, facts: list[str], words: str) -> None:
    problems = _problems(make_pack(entries=_entries(*facts)))

    assert any(words in problem for problem in problems), problems
