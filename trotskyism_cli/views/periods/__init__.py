"""A span of time (`timeline`): of all the book, or of a chapter, an event, an idea, or people.

Begin with `period`; `weighing` decides what has room, `filling` what stands beside the great events.
"""
