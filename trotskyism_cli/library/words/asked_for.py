"""Words by which questions of many shapes ask for the same."""

ARTICLES = frozenset({"a", "an", "the"})
BEGINNING = frozenset("began begin begins begun start started starts".split())
BREAKING_OUT = BEGINNING | frozenset("break breaks broke happened occur occurred".split())  # of a war, say
WORKS = frozenset("article articles book books pamphlet pamphlets text texts work works".split())
