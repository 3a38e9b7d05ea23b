"""Packs written for one test, and the built-in one, read once."""

import gc
import os
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import settings

from tests.printers_for_tests import PRINTERS
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack

# How long an example takes depends on what else the machine does: timings are no tests. Fewer examples are tried at
# one's desk, where the same tests run again and again, with other examples each time.
settings.register_profile("own", deadline=None, max_examples=int(os.environ.get("TROTSKYISM_EXAMPLES", "25")))
settings.load_profile("own")


def pytest_xdist_auto_num_workers() -> int | None:
    """One process more than there are cores, if none says how many: some tests wait, for a key or for time to pass."""
    return None if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else (os.cpu_count() or 1) + 1


def pytest_configure(config: pytest.Config) -> None:
    """What comes first is said below: pytest-xdist (from 3.7 on) would sort by the number of tests alone."""
    config.option.loadscopereorder = False
    # A pack is many small things, few of them in a circle: to look for circles as often as Python does takes a
    # fifteenth of the time.
    gc.set_threshold(200_000, 20, 100)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Let each worker load another part of the tests first: what one has compiled, the others read."""
    if "PYTEST_XDIST_WORKER" not in os.environ or session.config.args_source is not session.config.ArgsSource.TESTPATHS:
        return
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in sorted(TESTS.rglob("test_*.py"))]
    number = int(os.environ["PYTEST_XDIST_WORKER"].removeprefix("gw"))
    own = len(names) * number // int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
    for name in (*names[own:], *names[:own]):
        with suppress(Exception, pytest.skip.Exception):  # is told when the file is collected
            import_module(name)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, then those of many tests: at the end no process is alone with a long one."""
    tests = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.get_closest_marker("long") is None, -tests[item.path]))


def pytest_collection_finish() -> None:
    """What has been loaded by now stays to the end, and is not looked through for circles."""
    gc.freeze()


def pytest_make_parametrize_id(val: object) -> str | None:
    """A file's bytes name no case: an archive's hold the hour, and workers that collect other names refuse to run."""
    return f"{len(val)} bytes" if isinstance(val, bytes) and len(val) > 40 else None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Let a worker send one message of a test that passed, without what it printed: nobody reads more of it."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.passed:
            report.sections.clear()
            report.keywords = {}
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


TESTS = Path(__file__).parent
ROOT = TESTS.parent
CONTENT = ROOT / "content"

PACK = "id: tiny\nname: Tiny\nsubject: A field for tests\nversion: 1\nlanguage: en\n"
RELATIONS = """\
relations:
  - {id: born, label: born, subject: [person], object: date, functional: true, says: "{subject} was born {object}"}
  - {id: author, label: author, inverse_label: works, subject: [work], object: [person], functional: true,
     says: "{subject} is by {object}"}
  - {id: part-of, label: part of, subject: [work], object: [work], tree: parent, says: "{subject} is part of {object}"}
  - {id: argument, label: arguments, subject: [person, work], object: text, claim: true,
     says: "{holder} argued that {object}"}
  - {id: workforce, label: workforce, subject: [work], object: number, says: "{subject} had {object} pages"}
"""
SOURCES = "sources:\n  - {id: book, title: A book}\n"
ENTRIES = """\
entries:
  - id: marat
    kind: person
    name: Jean-Paul Marat
    summary: A journalist.
    facts:
      - {id: born, born: "1743-05-24", source: book}
  - id: friend-of-the-people
    kind: work
    name: The Friend of the People
    summary: A newspaper.
    facts:
      - {id: author, author: marat, source: book}
"""

MakePack = Callable[..., Path]


@pytest.fixture
def make_pack(tmp_path: Path) -> MakePack:
    """Writes a small sound pack into a folder; keyword arguments replace or add files (`entries=` is entries.yaml)."""

    def make(**files: str | bytes) -> Path:
        folder = tmp_path / "pack"
        folder.mkdir(exist_ok=True)
        content: dict[str, str | bytes] = {
            "pack": PACK,
            "relations": RELATIONS,
            "sources": SOURCES,
            "entries": ENTRIES,
            **files,
        }
        for name, text in content.items():
            data = text if isinstance(text, bytes) else text.encode()
            (folder / f"{name}.yaml").write_bytes(data)
        return folder

    return make


@pytest.fixture(scope="session")
def built_in() -> Pack:
    """The pack that is shipped; a test that uses it also proves that it has no problems."""
    return load_pack(CONTENT)


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all tests, those of other workers too: the built-in pack is compiled once."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "cache"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def library(shared_cache: Path) -> Library:
    """The library of the built-in pack."""
    return open_library(CONTENT, shared_cache)


@pytest.fixture(scope="session")
def printers(shared_cache: Path) -> Library:
    """The library of a made-up field."""
    return open_library(PRINTERS, shared_cache)
