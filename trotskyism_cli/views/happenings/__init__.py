"""Rows of a table of times: what happened, what somebody did or was, what became of an idea.

`row` has the row itself, `of_facts` makes rows of facts; days, periods and the lives of bodies are made of them.
"""
