"""The built-in pack reads alike with every parser that it may meet: libyaml, PyYAML without it, and YAML 1.2."""

import json
from functools import cache

import pytest
import yaml
from ruamel.yaml import YAML

from tests.conftest import CONTENT
from tests.export.readers import needs_node_package, output_of
from trotskyism_cli.pack.text import nodes
from trotskyism_cli.pack.text.files import PackFile, find_files
from trotskyism_cli.pack.text.problems import Problem

FILES = [pytest.param(file, id=file.name) for file in find_files(CONTENT)[0]]

Texts = str | list["Texts"] | dict[str, "Texts"]


@cache  # each of the other readers is compared with it
def as_read(file: PackFile) -> tuple[nodes.Node | None, list[Problem]]:
    """What the program makes of a file."""
    return nodes.parse(file.data, file.name)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML has no libyaml here: there is only one loader")
@pytest.mark.parametrize("file", FILES)
def test_libyaml_and_the_loader_in_python_give_the_same(file: PackFile, monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = as_read(file)
    monkeypatch.setattr(nodes, "Loader", yaml.SafeLoader)

    assert nodes.parse(file.data, file.name) == with_libyaml


@pytest.mark.parametrize("file", FILES)
def test_a_reader_of_yaml_1_2_finds_the_same_texts(file: PackFile) -> None:
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 2)

    assert _texts(reader.load(file.data)) == _texts_of_nodes(as_read(file)[0])


@pytest.mark.parametrize("file", FILES)
def test_js_yaml_finds_the_same_texts(file: PackFile) -> None:
    package = needs_node_package("js-yaml")
    script = f"const yaml = require({json.dumps(str(package))}); const read = require('fs').readFileSync(0, 'utf8');"
    read = output_of(["node", "-e", f"{script} console.log(JSON.stringify(yaml.load(read)))"], file.data.decode())

    assert _texts(json.loads(read)) == _texts_of_nodes(as_read(file)[0])


def _texts(value: object) -> Texts:
    if isinstance(value, dict):
        return {str(key): _texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _texts_of_nodes(node: nodes.Node | None) -> Texts:
    match node:
        case nodes.Mapping():
            return {key: _texts_of_nodes(each) for key, each in node.values.items()}
        case nodes.Sequence():
            return [_texts_of_nodes(each) for each in node.items]
        case nodes.Scalar():
            return node.text
    raise AssertionError("a file of the pack is empty")
