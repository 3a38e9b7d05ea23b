"""A span of time (`timeline`): of the whole book, a chapter, an event, an idea or people.

Start at `period`. `weighing` decides what has room; `filling` adds other dated facts to events, organisations and
works.
"""
