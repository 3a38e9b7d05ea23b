"""Packs whose authors name their relations themselves: questions are as true as those of the built-in one."""

import os
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from tests.conftest import MakePack
from tests.every_for_tests import every
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import Response
from trotskyism_cli.pack.reading.reader import load_pack

pytestmark = pytest.mark.long

TOWNS = ("Nantes", "Lyon", "Rouen", "Lille", "Tours", "Dijon", "Paris")
QUARTERS = ("Bercy", "Passy")  # of Paris
PACKAGES = [str(Path(__file__).parents[2]), *(each for each in sys.path if each.endswith("site-packages"))]
FRENCH = Path(__file__).parent.parent / "packs" / "french-revolution"


def relations(within: str) -> str:
    """What the pack calls lying within something is its own affair."""
    return f"""\
relations:
  - id: birth-town
    label: born in
    inverse_label: birthplace of
    subject: [person]
    object: [place]
    functional: true
    says: "{{subject}} was born in {{object}}"
    asks:
      object: ["In which place was {{subject}} born in those days?"]
  - {{id: {within}, label: lies in, inverse_label: places there, subject: [place], object: [place], tree: parent,
     says: "{{subject}} lies within {{object}}"}}
"""


def entries(within: str) -> str:
    places = [
        f"  - id: {name.lower()}\n    kind: place\n    type: city\n    name: {name}\n    summary: A place.\n"
        + (f"    facts: [{{id: in, {within}: paris, source: book}}]\n" if name in QUARTERS else "")
        for name in (*TOWNS, *QUARTERS)
    ]
    people = [
        f"  - id: p{number}\n    kind: person\n    name: Person {'ABCDEFGHI'[number]}vard\n    summary: Somebody.\n"
        f"    facts: [{{id: birth, birth-town: {name.lower()}, source: book}}]\n"
        for number, name in enumerate((*TOWNS, *QUARTERS))
    ]
    return "entries:\n" + "".join(chain(places, people))


@pytest.mark.parametrize("within", ["located-in", "lies-within", "in-the-city-of"])
def test_what_lies_within_the_right_place_is_never_wrong(make_pack: MakePack, within: str) -> None:
    pack = load_pack(make_pack(relations=relations(within), entries=entries(within)))
    items = list(
        chain.from_iterable(
            generate(pack, 60, seed, Wanted(responses=tuple(Response), trivia=True)) for seed in range(5)
        )
    )
    choices = [item for item in items if item.response is Response.CHOICE]

    assert len(choices) > 20
    assert any("Paris" in item.options for item in choices)
    assert any(set(QUARTERS) & set(item.options) for item in choices)
    assert not [item for item in choices if "Paris" in item.options and set(QUARTERS) & set(item.options)]


def test_a_pack_that_weighs_nothing_asks_for_its_dates_too(make_pack: MakePack) -> None:
    people = "".join(
        f"  - id: p{number}\n    kind: person\n    name: Person {'ABCDEF'[number]}vard\n    summary: One.\n"
        f'    facts: [{{id: born, born: "{1700 + 4 * number}", source: book}}]\n'
        for number in range(6)
    )
    own = (
        "relations:\n  - {id: born, role: born, label: born, subject: [person], object: date, functional: true,\n"
        '     says: "{subject} was born {object}", asks: {when: ["In which year was {subject} born, of all years?"]}}\n'
    )

    assert list(generate(load_pack(make_pack(relations=own, entries="entries:\n" + people)), 5, 1))


def made(seed: int, hash_seed: str, python: str = sys.executable) -> str:
    """Items of every response, printed by a process of its own; another Python has the packages of this one."""
    code = (
        "import json, sys; from pathlib import Path;"
        "from trotskyism_cli.items.making.bank import Wanted, generate;"
        "from trotskyism_cli.items.model import Response;"
        "from trotskyism_cli.pack.reading.reader import load_pack;"
        "pack = load_pack(Path(sys.argv[1]));"
        "wanted = Wanted(responses=tuple(Response), trivia=True);"
        "print('\\n'.join(json.dumps(each.as_json()) for each in generate(pack, 150, int(sys.argv[2]), wanted)))"
    )
    done = subprocess.run(
        [python, "-c", code, str(FRENCH), str(seed)],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(PACKAGES)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("python", [f"python3.{each}" for each in range(11, 16) if each != sys.version_info.minor])
def test_the_same_seed_gives_the_same_bytes_in_every_version(python: str) -> None:
    if not shutil.which(python) or subprocess.call([python, "-c", ""], stderr=subprocess.DEVNULL):
        pytest.skip(f"no {python} here")
    assert made(4, "0", python) == made(4, "0")


def test_the_same_seed_gives_the_same_bytes_in_every_process() -> None:
    first, *others = (made(4, hash_seed) for hash_seed in ("0", "1", "271828"))

    assert len(first.splitlines()) > 60
    assert every(other == first for other in others)
    assert made(5, "0") != first
