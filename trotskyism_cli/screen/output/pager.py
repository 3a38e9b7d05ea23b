"""The user's pager, for text longer than the screen. `$LESS` does not change how `less` behaves here."""

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
# Restricted less: no key writes a file or starts another program.
READING_ONLY = {"LESSSECURE": "1", "LESSSECURE_ALLOW": "lesskey"}
# Raw colours; quit at once if everything fits; keep the text on the screen; search ignoring case.
FLAGS = ("-R", "-F", "-X", "-i")
QUIT = b"q"  # the key that leaves less
# Key help from long to short, to stand before the key that leaves less.
GOING_ON = ("Space on, b back, / finds, ", "Space on, / finds, ", "Space on, ", "")
PLACE = r":?pB%pB\%..."  # the percentage, where less does not know the line number
ON = "Space on, "
NOT_AT_END = rf"?e:{ON}."  # at the end there is nothing to go on to
SHORTEST, ENOUGH, IN_NARROW = 8, 16, 11  # columns of a title: at least, desirable, and desirable if narrow
LEFT_OFF = "..."
NARROW = 60  # columns below which the word "line" is left out
NARROWEST = 26  # columns below which only "q" is named
_IN_ASCII = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "…": "..."})
_SPECIAL = lazy_regex(r"[\\?:.%$]")  # signs with a meaning in less's prompts


def page_if_long(text: str, title: str, height: int, *, styled: bool = True, then: str = "") -> bool:
    """Show a text in the user's pager if it is higher than the terminal; False if it still has to be printed.

    Styled text is not given to a pager that may not understand styles. `then` says what follows on leaving the pager.
    """
    command = pager_command(os.environ, title, text.count("\n"), then) if is_long(text, height) else []
    if not command or (styled and not takes_styles(command)):
        return False
    page(text, command)
    return True


def pager_command(environment: Mapping[str, str], title: str, lines: int = 0, then: str = "") -> list[str]:
    """The command line of the user's pager; empty if none is set or the named one does not exist."""
    try:
        words = shlex.split(environment.get("PAGER") or DEFAULT)
    except ValueError:  # an unclosed quotation mark
        return []
    found = shutil.which(words[0], path=environment.get("PATH")) if words else None
    if found is None or not _is_less(words):
        return words if found else []
    if Path(found).resolve().name == "busybox":  # it has no prompts
        return [*words, "-R"]
    # For all three prompt lengths, as $LESS may ask for any.
    width = shutil.get_terminal_size().columns
    help_line = f"-P={GOING_ON[0 if width >= NARROW else -2]}q quits"
    return [*words, *FLAGS, help_line, *(f"-P{length}{prompt(title, lines, width, then)}" for length in "smM")]


def takes_styles(command: list[str]) -> bool:
    """Return whether a pager is known to show colours and bold; others might print the codes."""
    return _is_less(command)


def prompt(title: str, lines: int = 0, width: int = 80, then: str = "") -> str:
    """less's prompt: the title, the line number, the number of lines, and the keys; `then` is what q goes on to.

    A long title is cut at its end, because less shows only the end of a prompt wider than the terminal.
    """
    # less garbles non-ASCII letters in prompts.
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
    """Show a text in the pager and return when the user has left it. Esc leaves it, as everywhere else."""
    # Loaded as system keys, so the user's own key bindings and settings take precedence.
    environment = {"LESSKEYIN_SYSTEM": str(KEYS), **READING_ONLY, **os.environ, "LESSCHARSET": "utf-8"}
    if _is_less(command) and sys.stdin.isatty() and sys.stdout.isatty():
        with suppress(ImportError, OSError):  # no pseudo-terminal may be available
            from trotskyism_cli.screen.output.relay import relay  # not needed if the text fits

            foot = command[-1].rpartition(PLACE)[2].rpartition(".")[2].strip() if PLACE in command[-1] else ""
            relay(command, text.encode(), QUIT, environment, foot)
            return
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as process:
        ours = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's while it runs
        try:
            with suppress(OSError):  # the user may quit early
                process.communicate(text.encode())
        finally:
            process.wait()
            signal.signal(signal.SIGINT, ours)


def _is_less(words: list[str]) -> bool:
    return Path(words[0]).name == DEFAULT
