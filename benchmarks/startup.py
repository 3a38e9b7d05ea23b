"""Time of a look-up against a Typer program with one Rich panel: `python -m benchmarks.startup [COMMIT]`

Look-ups are repeated, new, on a terminal, completed, and the first after installing; also at an earlier commit.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import ROOT, Contender, medians, print_ratios, worktree

PANEL = """
from typing import Annotated
import typer
from rich.console import Console
from rich.panel import Panel
app = typer.Typer()
@app.command()
def main(name: Annotated[str, typer.Argument()] = "world") -> None:
    Console().print(Panel(f"hello {name}"))
app()
"""
# Runs a program in a terminal large enough to show all of its output.
TERMINAL = """
import pexpect, sys
program = pexpect.spawn(sys.argv[1], sys.argv[2:], dimensions=(500, 80))
program.expect(pexpect.EOF)
program.close()
"""
HELLO = "one Rich panel by Typer"
LOOK_UPS = {
    "show": ["show", "milyukov"],
    "search": ["search", "who", "coined", "trotskyism"],
    "on": ["on", "7", "november", "1917"],
    "list": ["list", "works"],
    "quote": ["quote", "permanent"],
    "timeline": ["timeline", "1917-1924"],
    "links": ["links", "trotsky"],
    "links of two": ["links", "lenin", "stalin"],
    "a question": ["who", "killed", "trotsky"],
}
# Allowed ratios for repeated and new look-ups.
ASKED_AGAIN, NEVER_ASKED = 0.7, 0.7
ON_A_TERMINAL, COMPLETED, AT_FIRST = 0.9, 0.7, 1.2


def main(before: str = "") -> None:
    """Print the tables of ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "panel.py").write_text(PANEL)
        (folder / "terminal.py").write_text(TERMINAL)
        _of_look_ups(folder, before)
        print()
        _of_terminals(folder)
        print()
        _of_a_wheel(folder)


def _of_look_ups(folder: Path, before: str) -> None:
    program = [sys.executable, "-P", "-m", "trotskyism_cli"]

    def forget() -> None:
        for each in (folder / "first").glob("answers-*"):
            each.unlink()

    cache = _environment(folder)
    contenders = [
        Contender("python -c pass", [sys.executable, "-c", "pass"]),
        Contender(HELLO, [sys.executable, str(folder / "panel.py")]),
        *(Contender(name, [*program, *words], environment=cache) for name, words in LOOK_UPS.items()),
    ]
    own = _environment(folder, TROTSKYISM_CACHE=str(folder / "first"))
    new = [
        Contender(f"{name}, never asked before", [*program, *words], forget, own) for name, words in LOOK_UPS.items()
    ]
    contenders += new
    typed = {"_TROTSKYISM_COMPLETE": "complete_bash", "COMP_WORDS": "trotskyism show tro", "COMP_CWORD": "2"}
    by_name = [str(Path(sys.executable).with_name("trotskyism"))]  # completion goes by the program's name
    contenders.append(Contender("a name completed", by_name, environment={**cache, **typed}))
    if before:
        old = _environment(folder, PYTHONPATH=str(worktree(folder, before)), TROTSKYISM_CACHE=str(folder / "old"))
        contenders += [
            Contender(f"{name} at {before}", [*program, *words], environment=old) for name, words in LOOK_UPS.items()
        ]
    asked = {**dict.fromkeys(LOOK_UPS, ASKED_AGAIN), "a name completed": COMPLETED}
    print_ratios(medians(contenders), HELLO, asked | dict.fromkeys((each.name for each in new), NEVER_ASKED))


def _of_terminals(folder: Path) -> None:
    """Look-ups on a terminal with colours; the terminal's own time is included for all."""
    terminal = [sys.executable, str(folder / "terminal.py"), sys.executable]
    own = _environment(folder, TERM="xterm-256color")
    hello = Contender(HELLO, [*terminal, str(folder / "panel.py")], environment=own)
    shown = [
        Contender(f"{name} on a terminal", [*terminal, "-P", "-m", "trotskyism_cli", *words], environment=own)
        for name, words in LOOK_UPS.items()
        if name not in ("search", "a question")  # these wait for input
    ]
    print_ratios(medians([hello, *shown]), HELLO, {each.name: ON_A_TERMINAL for each in shown})


def _of_a_wheel(folder: Path) -> None:
    """The first look-up after installing the wheel, with an empty cache, against a later one."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    place = folder / "installed"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(place), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    cache = folder / "empty"
    own = _environment(folder, PYTHONPATH=str(place), TROTSKYISM_CACHE=str(cache))
    show = [sys.executable, "-P", "-m", "trotskyism_cli", *LOOK_UPS["show"]]
    first = Contender("first look-up after installing", show, lambda: shutil.rmtree(cache, ignore_errors=True), own)
    warm = Contender("a later one", show, environment=own)
    print_ratios(medians([warm, first]), warm.name, {first.name: AT_FIRST})

    def forget() -> None:
        for each in cache.glob("answers-*"):
            each.unlink()

    print()  # a wheel contains prepared pages that a checkout lacks
    links = [sys.executable, "-P", "-m", "trotskyism_cli", *LOOK_UPS["links"]]
    hello = Contender(HELLO, [sys.executable, str(folder / "panel.py")])
    tied = Contender("links after installing, never asked before", links, forget, own)
    print_ratios(medians([hello, tied]), HELLO, {tied.name: NEVER_ASKED})


def _environment(folder: Path, **changed: str) -> dict[str, str]:
    """Use this checkout rather than an installed version, with files of its own."""
    files = {"TROTSKYISM_CACHE": str(folder / "cache"), "TROTSKYISM_DATA": str(folder / "data")}
    return {"PYTHONPATH": str(ROOT), **files, **changed}


if __name__ == "__main__":
    main(*sys.argv[1:])
