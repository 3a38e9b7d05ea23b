"""The command line: parse, call, show. What is right and what comes next is decided in the layers below.

`app` is the program; `replay` and `without_typer` answer what needs no Typer. The commands with their options are in
`commands` and `files` (export and import). What each does is in `actions`, imported only when it runs. `meaning` works
out what was typed, `sittings` holds what a quiz or a study session needs, `help` what explains the program.
"""
