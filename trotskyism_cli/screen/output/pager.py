"""The user's pager: what is longer than the screen is read in it, whatever `$LESS` says."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from textwrap import shorten
from unicodedata import normalize

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.screen.lines import is_long

DEFAULT = "less"
KEYS = Path(__file__).with_name("keys.lesskey")
# Of less only what reads: no key of it writes a file, or starts another program.
READING_ONLY = {"LESSSECURE": "1", "LESSSECURE_ALLOW": "lesskey"}
# Colours as they are, out at once if it all fits on the screen, what was read stays there, and small letters find any.
FLAGS = ("-R", "-F", "-X", "-i")
QUIT = b"q"  # the key that leaves less
# What less may be told to do, in as many words as there is room for; before the key that leaves it.
GOING_ON = ("Space on, b back, / finds, ", "Space on, / finds, ", "Space on, ", "")
PLACE = r":?pB%pB\%..."  # how far one has read, where less does not know the line
ON = "Space on, "
NOT_AT_END = rf"?e:{ON}."  # at the end there is nothing to go on to
SHORTEST, ENOUGH, IN_NARROW = 8, 16, 11  # columns of a title that say something, and that say what it is
LEFT_OFF = "..."
NARROW = 60  # columns below which only the numbers of the lines are named
NARROWEST = 26  # columns below which only the key to leave is named
_IN_ASCII = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "…": "..."})
_SPECIAL = lazy_regex(r"[\\?:.%$]")  # what a prompt of less would obey


def page_if_long(text: str, title: str, height: int, *, styled: bool = True, then: str = "") -> bool:
    """Let somebody read a text in their pager if it is higher than the terminal. False if it is yet to be printed.

    A text with styles is not given to a pager that may not know them. `then` says where one gets by leaving it.
    """
    command = pager_command(os.environ, title, text.count("\n"), then) if is_long(text, height) else []
    if not command or (styled and not takes_styles(command)):
        return False
    page(text, command)
    return True


def pager_command(environment: Mapping[str, str], title: str, lines: int = 0, then: str = "") -> list[str]:
    """The words of the command that the user pages with; empty if there is none, or the one named does not exist."""
    try:
        words = shlex.split(environment.get("PAGER") or DEFAULT)
    except ValueError:  # a quotation mark without its other
        return []
    found = shutil.which(words[0], path=environment.get("PATH")) if words else None
    if found is None or not _is_less(words):
        return words if found else []
    if Path(found).resolve().name == "busybox":  # it knows no prompts
        return [*words, "-R"]
    # In all three lengths, whichever $LESS asks for.
    width = shutil.get_terminal_size().columns
    help_line = f"-P={GOING_ON[0 if width >= NARROW else -2]}q quits"
    return [*words, *FLAGS, help_line, *(f"-P{length}{prompt(title, lines, width, then)}" for length in "smM")]


def takes_styles(command: list[str]) -> bool:
    """Whether a pager shows colours and bold letters; one that we do not know might show their codes."""
    return _is_less(command)


def prompt(title: str, lines: int = 0, width: int = 80, then: str = "") -> str:
    """The last line of the screen: what is read, which of how many lines, and the keys; `then` is what q goes on to.

    Of what is wider than the terminal less shows the end; so of a long title the beginning is kept here.
    """
    # less shows rubbish for any letter of a prompt that is not in ASCII.
    letters = normalize("NFKD", title.translate(_IN_ASCII))
    is_narrow = width < NARROW
    line = "" if is_narrow else "line "
    of = f"{'/' if is_narrow else ' of '}{lines}" if lines else ""
    leaving = ("q goes on" if is_narrow else f"q goes on {then}") if then else "q quits"
    ascii_letters = " ".join(letters.encode("ascii", "ignore").decode().split())
    keys, room = "", 0
    for keys in [f"{each}{leaving}" for each in GOING_ON] if width >= NARROWEST else ["q"]:
        room = width - len(f"  {line}{lines or 9999}{of}  {keys}") - 3
        if room >= min(len(ascii_letters), IN_NARROW if is_narrow else ENOUGH):
            break
    name = shorten(ascii_letters, room, placeholder=LEFT_OFF) if room >= SHORTEST else ""
    if name == LEFT_OFF:  # not even its first word fits
        name = ascii_letters[: room - len(LEFT_OFF)] + LEFT_OFF
    name = _SPECIAL.sub(lambda sign: f"\\{sign.group()}", name)
    return f"{name + '  ' if name else ''}?e(end):?lb{line}%lb{of}{PLACE}  {keys.replace(ON, NOT_AT_END)}"


def page(text: str, command: list[str]) -> None:
    """Let somebody read a text; returns when they have done. Esc goes back, as everywhere else: it leaves the page."""
    # The keys are read before those that the user has bound, which stay; so does whatever else the user has set.
    environment = {"LESSKEYIN_SYSTEM": str(KEYS), **READING_ONLY, **os.environ, "LESSCHARSET": "utf-8"}
    if _is_less(command) and sys.stdin.isatty() and sys.stdout.isatty():
        with suppress(ImportError, OSError):  # a system may have no further terminal
            from trotskyism_cli.screen.output.relay import relay  # a look-up that fits on the screen needs none

            foot = command[-1].rpartition(PLACE)[2].rpartition(".")[2].strip() if PLACE in command[-1] else ""
            relay(command, text.encode(), QUIT, environment, foot)
            return
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as process:
        ours = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's as long as it runs
        try:
            with suppress(OSError):  # who quits has read enough
                process.communicate(text.encode())
        finally:
            process.wait()
            signal.signal(signal.SIGINT, ours)


def _is_less(words: list[str]) -> bool:
    return Path(words[0]).name == DEFAULT
