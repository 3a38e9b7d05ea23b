"""What each command does: one module for each command, whose `run` finds the answer and shows it.

A module is imported only when its command runs.
"""
