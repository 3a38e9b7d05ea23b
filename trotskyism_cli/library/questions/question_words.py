"""The words that questions are made of, whatever their subject (plain data)."""

# Words without content; what a question asks for (who, when) is determined before they are dropped.
STOP_WORDS = frozenset(
    """
    a about according after again all also am among an and another answer any are as at be became because become been
    before began begin begins being between bio biography both brief but by call called came can cause caused causes
    change changed changes come could date dates define
    definition describe described describes details did do does doing done during each either ever every exactly explain
    facts for from full gave get give given go goes going had happen happened happens has have having he her
    here him himself his how i if in info information into is it its itself just kind know known last list lists
    long lot made main make makes many may me mean meaning means meant might mind more most much must my name named
    names need no nor not of off on one only or other our out over overview own part people per person play please put
    question really reason reasons regarding say says she should simple simply so some someone something sort spend
    spent start started starts still such summary
    take taken tell than that the their them then there these they thing things think this those thought through
    timeline title titles to together too took topic toward towards under until up upon use used very via view
    want was was's way we were what when where whether which while who whom whose why will with within word
    would year you your
    anybody anyone anything else everybody everyone expression phrase term terms
    """.split()
)
# Question words, and what they ask for.
QUESTION_WORDS = {
    "who": "who",
    "whom": "who",
    "whose": "who",
    "when": "when",
    "year": "when",
    "date": "when",
    "where": "where",
    "why": "why",
    "cause": "why",
    "caused": "why",
    "causes": "why",
    "reason": "why",
    "reasons": "why",
    "many": "number",
    "number": "number",
    "what": "what",
    "happened": "event",
    "happen": "event",
    "said": "quote",
    "quote": "quote",
    "wrote": "quote",
}
# What may be asked for, in order of precedence: “what year” asks when.
ASKED_FOR = ("who", "when", "where", "number", "why", "what")
LASTING = frozenset({"how", "long"})  # ask for a duration
# Words that begin a yes-or-no question.
YES_OR_NO = frozenset("are can could did do does had has have is may might must should was were will would".split())
OR = "or"
IS = frozenset({"is", "was", "are", "were"})
DENYING = frozenset("never no nobody none not nothing".split())
INTERROGATIVES = frozenset("how what when where which who whom whose why".split())
# Words that ask for somebody's views.
VIEWING = frozenset(
    """
    think thought thinks say said says saying hold held holds believe believed believes want wanted wants argue argued
    argues argument arguments view views opinion opinions position positions propose proposed demand demanded claim
    claimed react reacted respond responded write wrote criticise criticised criticize criticized criticism judge judged
    attitude
    """.split()
)
# Words that ask for somebody's attitude to a person: what he said of that person answers them.
FEELING = frozenset(
    """
    trust trusted distrust distrusted mistrust mistrusted like liked dislike disliked love loved hate hated respect
    respected admire admired despise despised fear feared feel felt
    """.split()
)
# Words that ask for somebody's judgement.
JUDGING = frozenset("assess characterise characterize describe judge portray regard see view".split())
# Words that ask where, after "which" or "what".
PLACES = frozenset("city cities country countries place places town towns".split())
KINDS_OF_PLACE = {"city": "city", "cities": "city", "country": "country", "countries": "country"}
EXPELLING = frozenset("banished deported expelled interned invaded refused".split())
GETTING = frozenset("come get go make reach travel".split())  # verbs of getting to a place
# Words for the head of an organisation; other offices have words of their own.
HEADING = frozenset(
    "chair chaired chairman head headed lead led leader premier president presided ran rule ruled ruler".split()
)
