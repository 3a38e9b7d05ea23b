"""Counts of what a pack holds."""

from collections import Counter
from dataclasses import dataclass

from trotskyism_cli.pack.model import Kind, Origin, Voice
from trotskyism_cli.pack.pack import Pack


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over a whole pack."""

    name: str
    by_kind: dict[str, int]
    by_relation: dict[str, int]
    by_voice: dict[str, int]
    by_origin: dict[str, int]
    quotes: int
    questions: int
    topics: int
    sources: int

    @property
    def entries(self) -> int:
        return sum(self.by_kind.values())

    @property
    def facts(self) -> int:
        return sum(self.by_voice.values())

    def as_json(self) -> dict[str, object]:
        """The counts as JSON data."""
        return {
            "name": self.name,
            "entries": self.by_kind,
            "facts": {"voice": self.by_voice, "origin": self.by_origin, "relation": self.by_relation},
            "quotes": self.quotes,
            "questions": self.questions,
            "topics": self.topics,
            "sources": self.sources,
        }


def totals(pack: Pack) -> Totals:
    """Count the records of a pack."""
    facts = pack.facts.values()
    kinds = Counter(entry.kind for entry in pack.entries.values())
    voices = Counter(fact.voice for fact in facts)
    origins = Counter(fact.origin for fact in facts)
    return Totals(
        name=pack.name,
        by_kind={kind.value: kinds[kind] for kind in Kind},
        by_relation=dict(Counter(fact.relation for fact in facts).most_common()),
        by_voice={voice.value: voices[voice] for voice in Voice},
        by_origin={origin.value: origins[origin] for origin in Origin},
        quotes=len(pack.quotes),
        questions=len(pack.questions),
        topics=len(pack.topics),
        sources=len(pack.sources),
    )
