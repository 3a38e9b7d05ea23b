"""JSON records of a learner's progress: statistics and past sessions."""

from dataclasses import asdict
from datetime import UTC, date
from typing import Any

from trotskyism_cli.learning.progress.history import Past
from trotskyism_cli.learning.progress.statistics import Statistics
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.machine import Record
from trotskyism_cli.screen.progress.statistics import fact_words


def statistics_record(pack: Pack, found: Statistics) -> Record:
    """All statistics; days as in 2026-11-23, shares as two counts, never as a percentage."""
    values: Record = _plain(asdict(found))
    for hard in values["hardest"]:
        hard["text"] = fact_words(pack, hard["fact"])
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def past_record(session: Past) -> Record:
    """A session without its answers."""
    return {
        "number": session.number,
        "id": session.id,
        "begin": session.begin.astimezone(UTC).isoformat(),
        "kind": session.kind or None,
        "topic": session.topic or None,
        "answers": session.answers,
        "right": session.right,
        "percent": session.percent,
        "seconds": session.seconds,
    }


def session_record(session: Past) -> Record:
    """A session with its answers."""
    return {**past_record(session), "reviews": [review.as_json() for review in session.reviews]}
