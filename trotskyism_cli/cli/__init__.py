"""The command line: parse, call, show. What is right and what is next is decided in the layers below.

`commands` says which modules declare commands to Typer, with their options and help. What they do is in modules named
after what has then been done (`shown`, `searched`, `compared`), each with an `answer` that finds and shows it, and is
imported when a command is run and not before: help, and a look-up, need not wait for the rest.
"""
