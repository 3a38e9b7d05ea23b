"""Words of the book that answer an everyday word of a question (plain data).

Only from question to book, and only if the meaning is the same in any subject; the pack declares other synonyms.
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
"""Words and phrases that may stand for a word of a question in a text, by that word."""
