"""Answer who was in a body: all people of whom the book says so, the most important first."""

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import join_words
from trotskyism_cli.views.answers.people.of_one_entry import WITH_ENTRIES
from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.questions.line_match import MEMBERS

FEWEST = 2  # people that make a list
WITHIN, BELONGED = "in", "belonged"


def members_asked(pack: StoredPack, query: Query) -> Direct | None:
    """List the people with a fact of membership in the one named body."""
    is_of_being = query.words[:1] == ("who",) and not IS.isdisjoint(query.words[1:2])
    is_of_many = is_of_being and (WITHIN in query.words[2:3] or not MEMBERS.isdisjoint(query.words))
    is_of_many |= query.words[:3] == ("who", BELONGED, "to")
    named = [pack.entries[each] for each in query.entries]
    if not is_of_many or query.date or len(named) != 1 or not query.is_only_names_or(MEMBERS | {BELONGED}):
        return None
    if named[0].kind is not Kind.ORGANISATION:
        return None
    known = (fact for fact in pack.facts_with_object(named[0].id) if pack.is_known(fact) and not fact.according_to)
    facts = [fact for fact in known if "member" in pack.relations[fact.relation].words]
    people = {fact.subject: pack.entries[fact.subject] for fact in facts}
    names = [
        each.name for each in sorted(people.values(), key=lambda each: -each.importance) if each.kind is Kind.PERSON
    ]
    if len(names) < FEWEST:
        return None
    told = f"{join_words(names)} were members of {named[0].phrase}."
    return Direct(told, WITH_ENTRIES, tuple(fact.id for fact in facts), (named[0].id,))
