"""Usage errors in one line that says what can be typed instead."""

import re
import shlex
from collections.abc import Sequence

import click

from trotskyism_cli import PROGRAM
from trotskyism_cli.invocation import command
from trotskyism_cli.pack.lazy_regex import lazy_regex

_QUOTED = lazy_regex(r"'([^']*)'")
_PHRASES = (  # those of Click that are not plain English
    (re.compile(r"is not a valid integer(?: range)?"), "is no whole number"),
    (re.compile(r"is not a valid float(?: range)?"), "is no number"),
    (re.compile(r"is not in the range ([\d.]+)<=x<=([\d.]+)"), r"is not from \1 to \2"),
    (re.compile(r"is not in the range x>=([\d.]+)"), r"is less than \1"),
    (re.compile(r"requires an argument"), "needs a value"),
)


def usage_line(error: click.UsageError) -> str:
    """The line for a usage error: what is wrong, and an example or the command with the full help."""
    said = _said(error).rstrip(".")
    said = said if said.endswith("?") else f"{said}."
    if error.ctx is None:
        return said
    if isinstance(error, click.MissingParameter) and (example := _example(error)):
        return f"{said} For example: {example}"
    return f"{said} See: {command(*_path(error.ctx), '--help')}"


def _path(context: click.Context) -> Sequence[str]:
    """The words of the command without the program's own name, which depends on how it was started."""
    return (*_path(context.parent), context.info_name or "") if context.parent else ()


def _said(error: click.UsageError) -> str:
    match error:
        case click.MissingParameter(param=click.Parameter() as parameter):
            return _missing(_name(parameter, error.ctx))
        case click.BadParameter(param=click.Parameter() as parameter):
            names = sorted(parameter.opts, key=len) if isinstance(parameter, click.Option) else ()
            typed = " or ".join(names) or _name(parameter, error.ctx)  # it is not known which of them was typed
            return f"{typed}: {_plain(error.message)}"
        case click.NoSuchOption():
            return _unknown("option", error.option_name, error.possibilities)
        case click.exceptions.NoSuchCommand():
            return _unknown("command", error.command_name, error.possibilities)
    return _plain(error.format_message())


def _name(parameter: click.Parameter, context: click.Context | None) -> str:
    """The name of a parameter: the longest of an option, or the one that help shows for an argument."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.get_error_hint(context).strip("'")


def _missing(name: str) -> str:
    """Say that an argument is missing: two names, shown as `A B [ROW]` in help, or one, `NAME…`."""
    first, *further = (word for word in name.split() if not word.startswith("["))
    if further == ["B"]:
        return "Two names are missing"
    return f"{'A name' if first in ('A', 'NAME…') else first.rstrip('…')} is missing"


def _unknown(what: str, word: str, near: Sequence[str] | None) -> str:
    meant = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"There is no {what} “{word}”{meant}"


def _plain(message: str) -> str:
    for pattern, words in _PHRASES:
        message = pattern.sub(words, message)
    return _QUOTED.sub(r"“\1”", message)


def _example(error: click.MissingParameter) -> str:
    """The first example in the command's help that contains what is missing."""
    told = (error.ctx.command.help or "") if error.ctx else ""
    examples = [line.strip() for line in told.splitlines() if line.strip().startswith(f"{PROGRAM} ")]
    if isinstance(error.param, click.Option):
        names = set(error.param.opts)
        examples = [each for each in examples if names.intersection(each.split())]
    return command(*shlex.split(examples[0])[1:]) if examples else ""
