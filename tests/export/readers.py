"""The real readers of each format, where they are installed: `make readers` installs what can be."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
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


def read_by_gift_pegjs(text: str) -> list[dict[str, Any]]:
    """What the parser of VS Code's and Google's GIFT extensions reads."""
    package = needs_node_package("gift-pegjs")
    script = f"const {{parse}} = require({json.dumps(package)});" + (
        "console.log(JSON.stringify(parse(require('fs').readFileSync(0, 'utf8'))))"
    )
    read: list[dict[str, Any]] = json.loads(output_of(["node", "-e", script], text))
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
