"""The commands as Typer reads them: their arguments, options and help, a module for each group of them.

`app` imports the one that is called. What a command then does is in `actions`.
"""
