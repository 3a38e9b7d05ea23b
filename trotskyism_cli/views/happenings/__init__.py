"""Happenings: the rows of timelines, days and histories. What happened, what somebody did, what became of an idea.

`row` defines a happening and `of_facts` makes happenings of facts. Days, periods and bodies are built from them.
"""
