"""The command line: parse, call, show. What is right and what is next is decided in the layers below.

`app` is the program, and `replay` and `without_typer` answer what needs no Typer. The commands, with their options, are
in `commands` and `files` (export and import); what each does is in `actions`, and is imported when it is run and not
before. `meaning` tells what was typed, `sittings` has what a quiz and a study session need, `help` what explains.
"""
