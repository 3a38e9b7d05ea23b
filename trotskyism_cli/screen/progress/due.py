"""One-line summaries of what is due and what is known."""

from trotskyism_cli.invocation import command
from trotskyism_cli.message_text import counted
from trotskyism_cli.screen.document import Line, Span, line


def due_line(count: int, today: int) -> Line:
    """How many due facts come back in today's sitting, and the command to study them; empty if nothing is due."""
    if not count:
        return ()
    if today < count:
        told = f"Today: {today} of the {count} facts due; the rest can wait"
    else:
        told = f"{counted(count, 'fact')} {'is' if count == 1 else 'are'} due today"
    return line(Span(told, "strong"), Span(f"  {command('study')}", "command"))


def known_line(known: int, facts: int, due: int) -> Line:
    """How much is known here, e.g. `You know 3 of 7 facts here, 2 due.`"""
    return line(f"You know {known} of {counted(facts, 'fact')} here{f', {due} due' if due else ''}.")
