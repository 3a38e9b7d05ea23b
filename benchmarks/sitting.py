"""Time to the first question: `quiz` against a Typer program that opens a questionary prompt.

Processor time, so that other work of the machine does not count.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pexpect

ROUNDS = 15
ASKED = 1.15
PROMPT = """
import questionary, typer
app = typer.Typer()
@app.command()
def main() -> None:
    questionary.select("1/1 Which?", choices=["one", "two", "three"]).ask()
app()
"""


def seconds(words: list[str], environment: dict[str, str]) -> float:
    """Processor time a program takes to show its first question."""
    process = pexpect.spawn(sys.executable, words, env=environment, dimensions=(30, 80), timeout=60)
    process.expect(r"1/\d+ ")
    spent, before = _spent(process.pid), -1.0
    while spent != before:  # drawing after the question's number counts too
        time.sleep(0.1)
        spent, before = _spent(process.pid), spent
    process.close(force=True)
    return spent


def _spent(process: int) -> float:
    """Processor seconds of all threads of a process."""
    return sum(int(each.read_text().split()[0]) for each in Path(f"/proc/{process}/task").glob("*/schedstat")) / 1e9


def main() -> None:
    """Print the ratios, for a quiz prepared by an earlier round and for the very first one."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "prompt.py"
        program.write_text(PROMPT)
        own = {"TROTSKYISM_CACHE": f"{folder}/cache", "TROTSKYISM_DATA": f"{folder}/data", "TERM": "xterm-256color"}
        environment = {**os.environ, **own}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        quiz = ["-m", "trotskyism_cli", "quiz"]
        first = seconds(quiz, environment)
        rounds = [(seconds([str(program)], environment), seconds(quiz, environment)) for _ in range(ROUNDS)]
    prompt, ready = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"first question of a quiz: {ready / prompt:.2f} times a questionary prompt (asked: {ASKED})")
    print(f"the very first, for which library and questions are made: {first / prompt:.1f} times")


if __name__ == "__main__":
    main()
