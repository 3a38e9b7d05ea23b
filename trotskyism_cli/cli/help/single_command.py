"""Make one command of a module without its neighbours, to save their cost."""

import sys

import click
import typer
from typer.core import TyperCommand, TyperGroup


def single_command(module_app: typer.Typer, name: str) -> click.Command:
    """The command of this name, or the module's whole program if it has none; help is in plain lines."""
    found = typer.main.get_command(_alone(module_app, name))
    found.name = name
    without_boxes(found)
    read_help(found)
    return found


def _alone(module_app: typer.Typer, name: str) -> typer.Typer:
    """A Typer program with only this command of a module; the whole if there is no such command."""
    named = [
        each for each in module_app.registered_commands if each.callback and name in (each.name, each.callback.__name__)
    ]
    if not named:
        return module_app
    alone = typer.Typer(add_completion=False)
    alone.registered_commands = named
    return alone


def without_boxes(shown: click.Command) -> None:
    """Print help and usage errors of a command in plain lines, as everything else."""
    if isinstance(shown, TyperCommand | TyperGroup):
        shown.rich_markup_mode = None
        # Click would cut what a command does after 45 letters.
        shown.short_help = " ".join((shown.help or "").partition("\n\n")[0].split())
    for each in shown.commands.values() if isinstance(shown, click.Group) else ():
        without_boxes(each)


def read_help(shown: click.Command) -> None:
    """Show help as wide and as high as the terminal."""
    if {"--help", "-h", "help"}.intersection(sys.argv):
        from trotskyism_cli.cli.help.pages import HelpContext

        shown.context_class = HelpContext
        for each in shown.commands.values() if isinstance(shown, click.Group) else ():
            read_help(each)
