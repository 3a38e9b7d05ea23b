"""Word lists shared by several kinds of questions."""

ARTICLES = frozenset({"a", "an", "the"})
BEGINNING = frozenset("began begin begins begun start started starts".split())
BREAKING_OUT = BEGINNING | frozenset("break breaks broke happened occur occurred".split())  # e.g. of a war
WORKS = frozenset("article articles book books pamphlet pamphlets text texts work works".split())
