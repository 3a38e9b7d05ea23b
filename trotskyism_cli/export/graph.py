"""The network of entries as Graphviz DOT, Mermaid or JSON-LD.

Views are never drawn as facts: a tie that somebody only claimed is dashed and names the holder.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from trotskyism_cli.export.edtf import edtf
from trotskyism_cli.pack.dates import Calendar, Date
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence, holder_names, object_label

SHAPES = {
    Kind.PERSON: "ellipse",
    Kind.ORGANISATION: "box",
    Kind.EVENT: "hexagon",
    Kind.CONCEPT: "note",
    Kind.WORK: "folder",
    Kind.PLACE: "house",
}
BRACKETS = {
    Kind.PERSON: ("([", "])"),
    Kind.ORGANISATION: ("[", "]"),
    Kind.EVENT: ("{{", "}}"),
    Kind.CONCEPT: ("(", ")"),
    Kind.WORK: ("[/", "/]"),
    Kind.PLACE: ("[[", "]]"),
}
TYPES = {
    Kind.PERSON: "Person",
    Kind.ORGANISATION: "Organization",
    Kind.EVENT: "Event",
    Kind.CONCEPT: "DefinedTerm",
    Kind.WORK: "CreativeWork",
    Kind.PLACE: "Place",
}
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
MERMAID_MOST = 500  # Mermaid's default limit of edges


class Network(NamedTuple):
    """Entries, and the facts that connect them."""

    pack: Pack
    entries: tuple[Entry, ...]
    ties: tuple[Fact, ...]


def network(pack: Pack, around: str = "") -> Network:
    """The network of a pack, or the part around one entry: its neighbours and the ties among all of these."""
    ties = [fact for entry in pack.entries.values() for fact in entry.facts if _ties(fact)]
    if not around:
        return Network(pack, tuple(pack.entries.values()), tuple(ties))
    near = {end for fact in ties for end in _ends(fact) if around in _ends(fact)} | {around}
    entries = tuple(entry for entry in pack.entries.values() if entry.id in near)
    return Network(pack, entries, tuple(fact for fact in ties if near.issuperset(_ends(fact))))


def _ties(fact: Fact) -> bool:
    return isinstance(fact.object, EntryRef) and not fact.negated


def _ends(fact: Fact) -> tuple[str, str]:
    return fact.subject, fact.target


def _label(net: Network, fact: Fact) -> str:
    label = net.pack.relations[fact.relation].label
    if fact.according_to:
        return f"{label} (according to {holder_names(net.pack, fact)})"
    return f"{label} (disputed)" if fact.voice is Voice.DISPUTED else label


def dot(net: Network) -> Iterator[str]:
    """The network as Graphviz DOT."""
    yield f"digraph {_quoted(net.pack.name)} {{\n"
    yield '  graph [rankdir=LR, charset="UTF-8"];\n  node [fontname="sans-serif"];\n'
    yield '  edge [fontname="sans-serif", fontsize=10];\n'
    for entry in net.entries:
        yield f"  {_quoted(entry.id)} [label={_quoted(entry.name)}, shape={SHAPES[entry.kind]}];\n"
    for fact in net.ties:
        start, end = map(_quoted, _ends(fact))
        style = "solid" if fact.voice is Voice.FACT else "dashed"
        yield f"  {start} -> {end} [label={_quoted(_label(net, fact))}, id={_quoted(fact.id)}, style={style}];\n"
    yield "}\n"


def _quoted(text: str) -> str:
    """Text as a DOT string; backslashes are doubled, as they start escapes."""
    return '"' + " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"').replace("\0", "") + '"'


def mermaid(net: Network) -> Iterator[str]:
    """The network as a Mermaid flowchart."""
    numbers = {entry.id: f"n{number}" for number, entry in enumerate(net.entries)}
    yield "flowchart LR\n"
    for entry in net.entries:
        left, right = BRACKETS[entry.kind]
        yield f'  {numbers[entry.id]}{left}"{_by_number(entry.name)}"{right}\n'
    for fact in net.ties:
        start, end = (numbers[each] for each in _ends(fact))
        arrow = "-->" if fact.voice is Voice.FACT else "-.->"
        yield f'  {start} {arrow}|"{_by_number(_label(net, fact))}"| {end}\n'


def _by_number(text: str) -> str:
    """Text with every character special to Mermaid as a numeric entity."""
    return re.sub(r"[^\w\s.,()'’–-]|_", lambda match: f"#{ord(match.group())};", " ".join(text.split()))


def json_ld(net: Network) -> Iterator[str]:
    """The network as JSON-LD: entries with schema.org types, each fact as a statement with its voice."""
    base = f"urn:{net.pack.id}:"
    context = {
        "@version": 1.1,
        "@vocab": base,
        "pack": base,
        "schema": "https://schema.org/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "name": "schema:name",
        "alternateName": "schema:alternateName",
        "description": "schema:description",
        "text": "schema:text",
        "subject": {"@id": "rdf:subject", "@type": "@id"},
        "predicate": {"@id": "rdf:predicate", "@type": "@vocab"},
        "object": {"@id": "rdf:object"},
        "accordingTo": {"@type": "@id"},
        "when": {"@type": EDTF},
    }
    yield f'{{"@context": {_json(context)},\n"@graph": [\n'
    separator = ""
    for entry in net.entries:
        yield separator + _json(_entry_node(entry))
        separator = ",\n"
        for fact in entry.facts:
            if not fact.negated:
                yield separator + _json(_statement(net.pack, fact))
    yield "\n]}\n"


def _entry_node(entry: Entry) -> dict[str, Any]:
    named = [*entry.aliases, *entry.native]
    node = {
        "@id": f"pack:{entry.id}",
        "@type": f"schema:{TYPES[entry.kind]}",
        "name": entry.name,
        "description": entry.summary,
    }
    return {**node, **({"alternateName": named} if named else {})}


def _statement(pack: Pack, fact: Fact) -> dict[str, Any]:
    tied = isinstance(fact.object, EntryRef)
    return {
        "@id": f"pack:{fact.id}",
        "@type": "rdf:Statement",
        "subject": f"pack:{fact.subject}",
        "predicate": fact.relation,
        "object": {"@id": f"pack:{_ends(fact)[1]}"} if tied else object_label(pack, fact),
        "text": fact_sentence(pack, fact),
        "voice": fact.voice.value,
        **(_when(fact.date) if fact.date else {}),
        **({"accordingTo": [f"pack:{holder}" for holder in fact.according_to]} if fact.according_to else {}),
        "source": [f"{each.source} {each.locator}".strip() for each in fact.citations],
    }


def _when(when: Date) -> dict[str, str]:
    """A date in EDTF and, if its calendar matters, also as written in the pack."""
    if when.calendar is Calendar.PLAIN:
        return {"when": edtf(when)}
    calendar = "Julian" if when.calendar is Calendar.OLD_STYLE else "Gregorian"
    return {"when": edtf(when), "dateAsWritten": when.text.split()[0], "calendarAsWritten": calendar}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


FORMS: Mapping[str, Callable[[Network], Iterator[str]]] = {"dot": dot, "mermaid": mermaid, "json-ld": json_ld}
