"""English words by which a book may tell what a question asks in others, whatever it is about: plain data.

Only from the word of a question to those of a book, and only where the one says what the other does. Words that mean
the same in one subject alone are declared by its pack.
"""

_WORDS = """
abandon abandoned: broke with, gave up
asylum: let in
belong belonged belongs: member, section
betray betrayed: informed, alerted, spied on, gave away
decorate decorated decoration medal medals: honours, awarded
enter entered: joined
fire fired sack sacked: dismissed, removed
married marry: wife, husband
quit: broke with, resigned from
spy spies: agent, agents
spied: agent, informer
"""
SAME_SENSE = {
    word: tuple(other.strip() for other in others.split(","))
    for asked, _, others in (line.partition(":") for line in _WORDS.strip().splitlines())
    for word in asked.split()
}
"""Each word of a question, to the words and phrases that may stand for it in a text."""
