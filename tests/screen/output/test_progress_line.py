"""The line that stands while something takes long."""

import io

from trotskyism_cli.screen.output.progress_line import ERASE, ProgressLine, at_work


def test_it_says_how_far_the_work_is_and_goes() -> None:
    target = io.StringIO()
    line = ProgressLine("Making …", target, erases=True)
    line.tell("Making: 1 of 3 …")
    line.show()
    line.tell("Making: 2 of 3 …")
    line.clear()

    assert target.getvalue() == f"Making: 1 of 3 …{ERASE}Making: 2 of 3 …{ERASE}"


def test_where_nothing_can_be_erased_it_is_said_once() -> None:
    target = io.StringIO()
    line = ProgressLine("Making …", target, erases=False)
    line.show()
    line.tell("Making: 2 of 3 …")
    line.clear()

    assert target.getvalue() == "Making …\n"


def test_a_line_is_never_longer_than_the_window() -> None:
    target = io.StringIO()
    ProgressLine("word " * 40, target, erases=True).show()

    assert len(target.getvalue()) == 79


def test_nothing_is_written_where_nobody_looks() -> None:
    target = io.StringIO()
    with at_work("Making …", target) as line:
        line.tell("Making: 1 of 3 …")

    assert target.getvalue() == ""
