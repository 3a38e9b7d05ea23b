"""The command line: parse, call, show. What is right and what is next is decided in the layers below.

`commands` says which modules declare commands to Typer, with their options and help. What a command does is in
`answers`, and is imported when it is run and not before: help, and a look-up, need not wait for the rest.
"""
