"""The commands as Typer reads them: arguments, options and help, one module for each group.

`app` imports only the one that is called. What a command then does is in `actions`.
"""
