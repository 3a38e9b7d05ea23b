"""What is due, in one line, wherever it is told."""

from trotskyism_cli.counting import counted
from trotskyism_cli.invocation import command
from trotskyism_cli.screen.document import Line, Span, line


def due_line(count: int) -> Line:
    """What is due, and how to study it; empty if nothing is."""
    if not count:
        return ()
    verb = "is" if count == 1 else "are"
    return line(Span(f"{counted(count, 'fact')} {verb} due", "strong"), Span(f"  {command('study')}", "command"))


def known_line(known: int, facts: int, due: int) -> Line:
    """`You know 3 of 7 facts here, 2 due.`"""
    return line(f"You know {known} of {counted(facts, 'fact')} here{f', {due} due' if due else ''}.")
