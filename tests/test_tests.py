"""The tests themselves: none may pass because there was nothing to look at."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
WRITTEN = {file.relative_to(TESTS).as_posix(): file for file in sorted(TESTS.rglob("test_*.py"))}


def found_in(written: str) -> Iterator[ast.FunctionDef]:
    """The tests of a file, without those of any input that hypothesis thinks of: of nothing, what holds is true."""
    for node in ast.walk(ast.parse(written)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not is_of_any_input(node):
            yield node


def is_of_any_input(test: ast.FunctionDef) -> bool:
    """Whether hypothesis thinks of what is put in."""
    return any(ast.unparse(each).startswith("given(") for each in test.decorator_list)


def true_of_nothing(test: ast.FunctionDef) -> Iterator[str]:
    """What in a test may hold because there is nothing."""
    asserts = [each for each in ast.walk(test) if isinstance(each, ast.Assert)]
    under_if = {inner for each in ast.walk(test) if isinstance(each, ast.If) for inner in ast.walk(each)}
    is_sure = any("raises(" in ast.unparse(each) for each in ast.walk(test) if isinstance(each, ast.withitem))
    if asserts and under_if.issuperset(asserts) and not is_sure:
        yield f"{test.name}, line {test.lineno}: every assert stands under an if"
    for each in asserts:
        said = ast.unparse(each.test)
        if said.startswith(("all(", "not any(")):
            yield f"{test.name}, line {each.lineno}: `every(…)` or `none(…)` of every_for_tests is meant"


@pytest.mark.parametrize("name", WRITTEN)
def test_no_test_passes_because_there_is_nothing(name: str) -> None:
    assert [found for test in found_in(WRITTEN[name].read_text()) for found in true_of_nothing(test)] == []


@pytest.mark.parametrize(
    ("body", "is_refused"),
    [
        ("assert all(rows)", True),
        ("assert not any(row.bad for row in rows)", True),
        ("if rows:\n        assert rows[0]", True),
        ("assert every(rows)", False),
        ("assert rows\n    if rows[1:]:\n        assert rows[1]", False),
    ],
)
def test_what_may_hold_of_nothing_is_found(body: str, is_refused: bool) -> None:
    [test] = found_in(f"def test_rows() -> None:\n    {body}\n")

    assert bool(list(true_of_nothing(test))) is is_refused
