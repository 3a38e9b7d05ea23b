"""The network, read by Graphviz, by Mermaid and by a reader of linked data."""

import json
import re
import shutil
from itertools import pairwise
from typing import Any

import pytest

from tests.every_for_tests import every
from tests.export.readers import needs, needs_node_package, output_of
from tests.export.samples import HOSTILE_TEXTS
from trotskyism_cli.export.edtf import edtf
from trotskyism_cli.export.graph import EDTF, Network, dot, json_ld, mermaid, network
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.model import Entry, EntryRef, Kind, Voice
from trotskyism_cli.pack.pack import Pack


@pytest.fixture
def hostile(built_in: Pack) -> Network:
    """One entry for each hostile text, each tied to the next by a claim."""
    author = next(each for each in built_in.relations.values() if each.id == "author")
    fact = next(each for each in built_in.facts.values() if each.relation == "author")
    pack = built_in._replace(name=HOSTILE_TEXTS[2], relations={"author": author._replace(label='a "tie" <b>|{x}')})
    entries = [
        Entry(f"entry-{place}", list(Kind)[place % 6], text, text, facts=()) for place, text in enumerate(HOSTILE_TEXTS)
    ]
    ties = [
        fact._replace(
            id=f"{one.id}.tie",
            subject=one.id,
            object=EntryRef(other.id),
            voice=Voice.CLAIM,
            according_to=(one.id,),
        )
        for one, other in pairwise(entries)
    ]
    tied = tuple(entry._replace(facts=tuple(each for each in ties if each.subject == entry.id)) for entry in entries)
    return network(pack._replace(entries={entry.id: entry for entry in tied}))


def folded(text: str) -> str:
    return " ".join(text.split())


def read_by_graphviz(text: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(output_of([needs("dot"), "-Tdot_json"], text))
    return read


def test_graphviz_reads_what_was_written(built_in: Pack, hostile: Network) -> None:
    # Not the whole pack: its layout takes half a minute.
    for net in (network(built_in, "kadets"), network(built_in, "milyukov"), hostile):
        read = read_by_graphviz("".join(dot(net)))
        nodes = {each["name"]: each for each in read["objects"]}

        assert set(nodes) == {entry.id for entry in net.entries}
        for entry in net.entries:
            assert nodes[entry.id]["label"].replace("\\\\", "\\") == folded(entry.name)
        drawn = {each["id"]: each for each in read["edges"]}
        assert set(drawn) == {fact.id for fact in net.ties}
        for fact in net.ties:
            assert (drawn[fact.id]["style"] == "solid") == (fact.voice is Voice.FACT)


def test_what_graphviz_draws_is_text(hostile: Network) -> None:
    drawn = output_of([needs("dot"), "-Tsvg"], "".join(dot(hostile)))

    assert "<script" not in drawn
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in drawn


def test_mermaid_reads_what_was_written(hostile: Network, built_in: Pack) -> None:
    package = needs_node_package("mermaid")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed; make readers does")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        alarms: list[str] = []
        page.on("dialog", lambda dialog: alarms.append(dialog.message))
        page.set_content("<body></body>")
        page.add_script_tag(path=f"{package}/dist/mermaid.min.js")
        for net in (hostile, network(built_in, "milyukov")):
            page.evaluate(
                "async text => document.body.innerHTML = (await mermaid.render('drawn', text)).svg",
                "".join(mermaid(net)),
            )
            shown = [folded(each) for each in page.locator(".node .nodeLabel").all_text_contents()]
            assert sorted(shown) == sorted(folded(entry.name) for entry in net.entries)
            assert page.locator(".edgeLabels .edgeLabel .edgeLabel").count() in (len(net.ties), 2 * len(net.ties))
        browser.close()
    assert alarms == []


def test_linked_data_keeps_every_fact_with_its_voice(built_in: Pack) -> None:
    pyld = pytest.importorskip("pyld.jsonld", reason="pyld is not installed; make readers does")
    net = network(built_in)
    graph = pyld.expand(json.loads("".join(json_ld(net))))
    statements = {
        each["@id"]: each for each in graph if "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement" in each["@type"]
    }
    base = f"urn:{built_in.id}:"

    assert len(statements) == sum(not fact.negated for fact in built_in.facts.values())
    for fact in built_in.facts.values():
        if fact.negated:
            continue
        read = statements[base + fact.id]
        assert read[f"{base}voice"] == [{"@value": fact.voice.value}]
        assert [each["@id"] for each in read.get(f"{base}accordingTo", [])] == [
            base + each for each in fact.according_to
        ]
        assert read["http://www.w3.org/1999/02/22-rdf-syntax-ns#subject"] == [{"@id": base + fact.subject}]
        if isinstance(fact.object, EntryRef):
            assert read["http://www.w3.org/1999/02/22-rdf-syntax-ns#object"] == [{"@id": base + fact.object.id}]


def test_the_network_around_an_entry_has_it_and_its_neighbours_only(built_in: Pack) -> None:
    net = network(built_in, "milyukov")
    ids = {entry.id for entry in net.entries}

    assert "milyukov" in ids
    assert 2 < len(ids) < len(built_in.entries) / 2
    assert every({fact.subject, fact.object.id} <= ids for fact in net.ties if isinstance(fact.object, EntryRef))
    assert len(network(built_in).ties) > 3 * len(net.ties)


def test_a_claim_names_who_claims_it(built_in: Pack) -> None:
    net = network(built_in)
    claims = [fact for fact in net.ties if fact.according_to]
    text = "".join(dot(net))

    assert claims
    for fact in claims:
        row = re.search(rf'.*id="{re.escape(fact.id)}".*', text)
        assert row is not None
        assert "according to" in row[0]
        assert "dashed" in row[0] or fact.voice is Voice.FACT


DATES = (
    *("1917", "1917-10", "1917-10-25", "1926-21", "192X", "16XX", "05XX", "1906?", "1906~", "1906%", "0814"),
    *("0476-09-04", "1922/1924", "../1907-05", "1918/..", "1066-21/1066-24", "145X/146X", "192X~", "16XX?", "1905-21?"),
    *("1905-24/1906", "1917-10-25 OS", "1917-10 OS", "1917-08? OS", "1917-07/1917-08 OS", "1917-07-08/1917-10-25 OS"),
    *("1905-24 OS", "1917-11/1918-03 NS", "1917-11 NS", "1905~/1906?", "1703/1914-08-31", "192X~/..", "1052-02-29 OS"),
    *("{1932-07-31,1932-11-06}", "{1917-02-23,1917-02-27} OS", "{1932,1937}"),
)  # fmt: skip


def refused(package: str, script: str, dates: list[str]) -> list[str]:
    """Those of the dates that a reader of npm does not read."""
    place = json.dumps(needs_node_package(package))
    start = f"const read = require({place}); const dates = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
    said = output_of(["node", "-e", f"{start}{script}"], json.dumps(dates))
    return list(json.loads(said))


READERS = {
    "edtf": "const reads = (text) => { try { return !!read.parse(text); } catch { return false; } };",
    "@edtf-ts/core": "const reads = (text) => read.parse(text).success;",
}


@pytest.mark.parametrize("package", READERS)
def test_dates_in_linked_data_are_edtf_to_both_readers(built_in: Pack, package: str) -> None:
    written = [each["when"] for each in statements_with_dates(network(built_in))]
    dates = [edtf(parse_date(text)) for text in DATES]
    script = f"{READERS[package]} console.log(JSON.stringify(dates.filter((each) => !reads(each))));"

    assert len(written) > 600
    assert refused(package, script, ["1917-10-25 OS", *written, *dates]) == ["1917-10-25 OS"]


def statements_with_dates(net: Network) -> list[dict[str, Any]]:
    return [each for each in json.loads("".join(json_ld(net)))["@graph"] if "when" in each]


def test_a_date_is_typed_and_gregorian_and_stands_beside_what_was_written(built_in: Pack) -> None:
    pyld = pytest.importorskip("pyld.jsonld", reason="pyld is not installed; make readers does")
    graph = pyld.expand(json.loads("".join(json_ld(network(built_in)))))
    base = f"urn:{built_in.id}:"
    read = {each["@id"]: each for each in graph}
    for fact in built_in.facts.values():
        if fact.date and not fact.negated:
            assert read[base + fact.id][f"{base}when"] == [{"@type": EDTF, "@value": edtf(fact.date)}]
    old = next(each for each in built_in.facts.values() if each.date and each.date.text.endswith("-25 OS"))
    assert old.date is not None
    node = next(each for each in statements_with_dates(network(built_in)) if each["@id"] == f"pack:{old.id}")

    assert node["when"].endswith("-07")
    assert (node["dateAsWritten"], node["calendarAsWritten"]) == (old.date.text[:-3], "Julian")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1917-10-25 OS", "1917-11-07"),
        ("1917-10 OS", "[1917-10-14..1917-11-13]"),
        ("1917-08? OS", "1917-08-14?/1917-09-13?"),
        ("1917-07/1917-08 OS", "1917-07-14~/1917-09-13~"),
        ("1917-11 NS", "1917-11"),
        ("1066-21/1066-24", "1066-03~/1067-02~"),
        ("05XX", "05XX"),
        ("192X~", "1920~/1929~"),
        ("1905-21?", "1905-03?/1905-05?"),
        ("../1907-05", "../1907-05"),
        ("{1917-02-23,1917-02-27} OS", "{1917-03-08,1917-03-12}"),
    ],
)
def test_what_is_not_gregorian_or_not_read_everywhere_is_written_by_its_bounds(written: str, read: str) -> None:
    assert edtf(parse_date(written)) == read
