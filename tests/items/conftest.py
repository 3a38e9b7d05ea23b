"""Packs for tests of items: two small ones on disk, and changes to the facts of one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from trotskyism_cli.pack.model import Entry, Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack

PACKS = Path(__file__).parent.parent / "packs"


@pytest.fixture(scope="session")
def revolution() -> Pack:
    """The French Revolution, small and sound."""
    return load_pack(PACKS / "french-revolution")


@pytest.fixture(scope="session")
def poisoned() -> Pack:
    """Entries that a careless generator asks about."""
    return load_pack(PACKS / "poisoned")


def with_entry(pack: Pack, entry: Entry) -> Pack:
    """The pack with one entry put in, or in the place of the one of its id."""
    return replace(pack, entries={**pack.entries, entry.id: entry})


def with_facts(pack: Pack, entry_id: str, change: Callable[[tuple[Fact, ...]], tuple[Fact, ...]]) -> Pack:
    """The pack with the facts of one entry changed."""
    entry = pack.entries[entry_id]
    return with_entry(pack, replace(entry, facts=change(entry.facts)))


def without_fact(pack: Pack, fact_id: str) -> Pack:
    """The pack with one fact left out."""
    entry_id = fact_id.partition(".")[0]
    return with_facts(pack, entry_id, lambda facts: tuple(fact for fact in facts if fact.id != fact_id))
