"""The real readers of each format, where they are installed: `make readers` installs what can be."""

import atexit
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

HERE = Path(__file__).parent
NODE_MODULES = Path(os.environ.get("NODE_PATH") or ROOT / ".venv" / "node" / "node_modules")


def needs(program: str) -> str:
    """Where a program is; the test is skipped if it is not installed."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


def needs_node_package(name: str) -> str:
    """The folder of a package of npm; the test is skipped if it, or node, is not installed."""
    needs("node")
    if not (NODE_MODULES / name).is_dir():
        pytest.skip(f"{name} is not installed from npm; make readers installs it")
    return str(NODE_MODULES / name)


def output_of(command: Sequence[str], given: str = "") -> str:
    """What a program writes; the test fails with its complaint if it fails."""
    done = subprocess.run(command, input=given.encode(), capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return done.stdout.decode()


@cache
def _gift_pegjs(package: str) -> subprocess.Popen[str]:
    """The parser in a process that is asked again and again: to start node takes longer than to parse."""
    script = f"""
      const {{parse}} = require({json.dumps(package)});
      const lines = require('readline').createInterface({{input: process.stdin}});
      lines.on('line', (line) => {{
        let said;
        try {{ said = {{read: parse(JSON.parse(line))}} }} catch (error) {{ said = {{error: String(error)}} }}
        console.log(JSON.stringify(said));
      }});
    """
    node = subprocess.Popen(["node", "-e", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    atexit.register(node.communicate)
    return node


def read_by_gift_pegjs(text: str) -> list[dict[str, Any]]:
    """What the parser of VS Code's and Google's GIFT extensions reads; its complaint fails the test."""
    node = _gift_pegjs(needs_node_package("gift-pegjs"))
    assert node.stdin
    assert node.stdout
    node.stdin.write(json.dumps(text) + "\n")
    node.stdin.flush()
    said = json.loads(node.stdout.readline())
    assert "read" in said, said["error"]
    read: list[dict[str, Any]] = said["read"]
    return read


def read_by_moodle(form: str, text: str, folder: Path) -> list[dict[str, Any]]:
    """What Moodle's own reader of `gift` or `xml` reads: needs PHP, and MOODLE_SOURCE, the folder of its source."""
    php = needs("php")
    source = os.environ.get("MOODLE_SOURCE")
    if not source:
        pytest.skip("MOODLE_SOURCE does not name the folder of Moodle's source")
    file = folder / f"questions.{form}"
    file.write_text(text, encoding="utf-8")
    read = json.loads(output_of([php, str(HERE / "moodle_reader.php"), source, form, str(file)]))
    assert read["errors"] == []
    questions: list[dict[str, Any]] = read["questions"]
    return questions
