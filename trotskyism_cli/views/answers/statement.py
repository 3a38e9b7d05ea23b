"""Find the one fact that answers a question.

Its relation is asked for by the question's words, it is about the named entry, and it has the kind of thing asked for
(who, when, where, how many, why). If no fact says all that the question says, there is no answer: a half answer is
worse than the list of hits. The fact is told in its own sentence, so that a claim keeps its holder and a disputed
fact its mark.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.questions.question_words import IS, STOP_WORDS, VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Candidate, in_a_row
from trotskyism_cli.library.words.numerals import counts
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import EntryRef, Fact, Kind, Number, Voice, by_time
from trotskyism_cli.pack.relation import ObjectType
from trotskyism_cli.pack.wording import fact_plurals, fact_sentence, fact_values, fill, join_words, sentence
from trotskyism_cli.views.answers.circumstances.lasting import covers_whole
from trotskyism_cli.views.answers.opinions.views_held import DEMANDING, OFFICE, WANTING
from trotskyism_cli.views.answers.people.of_one_entry import WITH_ENTRIES
from trotskyism_cli.views.questions.all_said import is_named_by, says_everything, words_asked_for
from trotskyism_cli.views.questions.direct import LASTING, TOLD, Direct, is_said, told_in
from trotskyism_cli.views.questions.doers import agents_in
from trotskyism_cli.views.questions.false_matches import (
    FOUNDING,
    counts_what_is_asked,
    is_done_by_him,
    is_in_passing,
    is_of_another,
    is_of_doer,
    names_in_passing,
)
from trotskyism_cli.views.questions.line_match import Wanted, is_of_others, said_in, wanted_by
from trotskyism_cli.views.questions.reason_words import BECAUSE, OF_REASON, gives_reason_of, only_dates
from trotskyism_cli.views.questions.time_asked import is_all_then
from trotskyism_cli.views.wording.sentences import WORD

# Words of relations that tie many to one entry; the book names only some of them.
MANY = frozenset({"took part", "joined", "member", "supported", "opposed", "expelled"})
LONGEST_NOTE = 25  # words
OTHER_NUMBERS = 2  # told beside the best one, at most
EXACT = 7  # days: a date as exact as this is better than a year
LIGHT = frozenset("come came get give gave go got make made take took".split())
CAUSING = frozenset({OF_REASON, "moved", "forced", "compelled", "drove", "owing", "explanation"})
_YEAR = lazy_regex(r"\b1[789]\d\d\b")


def statement_among(
    pack: StoredPack, facts: Iterable[tuple[Candidate, Fact]], asked: str, query: Query
) -> Direct | None:
    """Answer by the fact that best tells the kind of thing asked for; None if none does."""
    wanted = wanted_by(pack, query)
    telling = [(each, fact) for each, fact in facts if _tells(pack, fact, asked, query, wanted)]
    telling = [(each, fact) for each, fact in telling if _is_of_bodies(pack, fact, query, wanted)]
    if asked == "what":  # not why
        telling = [(each, fact) for each, fact in telling if not _is_cause_of_named(pack, fact, query)]
    if not telling:
        return None
    telling.sort(key=lambda each: (-each[0].score - _fitness(pack, each[1], asked, query), each[0].number))
    best = telling[0][1]
    if asked == "who" and FOUNDING.intersection(query.words) and not _has_person(pack, best, query):
        by_somebody = next((fact for _, fact in telling if _has_person(pack, fact, query)), None)
        if by_somebody:  # a body may have decreed what a person made
            return told_in(pack, (by_somebody, best))
    return _told(pack, best, asked, query)


def _is_of_bodies(pack: StoredPack, fact: Fact, query: Query, wanted: Wanted) -> bool:
    """True if a fact is about the bodies of the question, not about others whose names contain theirs.

    How another body was founded is told of that body alone.
    """
    is_of_other = pack.entries[fact.subject].kind is Kind.ORGANISATION and not query.entries.keys() & {*fact.ends}
    if is_of_other and all(
        FOUNDING.intersection(words) for words in (query.words, pack.relations[fact.relation].words)
    ):
        return False
    own_id = fact.target if fact.target in query.entries else fact.subject
    return not is_of_others(wanted, f"{pack.entries[fact.subject].name}: {fact_sentence(pack, fact)}", own_id)


def _has_person(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if one of the doers in a fact is a person."""
    agents = agents_in(pack, fact, query)
    named = {own_id for each in agents for own_id in entries_named(pack.store, each)}
    named |= {each for each in agents if each in pack.entries}
    return any(pack.entries[each].kind is Kind.PERSON for each in named)


def _tells(pack: StoredPack, fact: Fact, asked: str, query: Query, wanted: Wanted) -> bool:
    """True if a fact has the kind of thing asked for (a doer, a date …), and the question does not name it itself."""
    match asked:
        case "who":
            if not is_all_then(pack, fact, query):
                return False
            said = said_in(wanted, fact_sentence(pack, fact), fact.subject)
            is_of_it = bool({fact.subject, fact.target} & query.entries.keys())
            if not (is_of_it or said.together) or names_in_passing(pack, fact, query):
                return False
            return bool(agents_in(pack, fact, query))
        case "when":
            is_named = bool({fact.subject, fact.target} & query.entries.keys()) or (
                pack.entries[fact.subject].kind is Kind.EVENT and is_named_by(pack, fact.subject, query)
            )
            if is_of_another(pack, fact, query) or not covers_whole(pack, fact, query):
                return False
            is_of_saying = VIEWING.intersection(query.words) and not query.entries.keys().isdisjoint(fact.according_to)
            is_claim = pack.relations[fact.relation].claim and not is_of_saying
            return fact.date is not None and is_named and not is_claim and _states(pack, fact, query)
        case "where":
            ends = {fact.subject, fact.target} - {""}
            is_event = pack.entries[fact.subject].kind is Kind.EVENT
            is_other = is_event and any(pack.entries[each].kind is Kind.EVENT for each in query.entries)
            is_called = is_event and not is_other and not query.is_only_names and is_named_by(pack, fact.subject, query)
            is_named = not ends.isdisjoint(query.entries) or (is_called and _is_told_there(pack, fact, query))
            return is_named and _place(pack, fact) not in ("", *query.entries) and _states(pack, fact, query)
        case "number":
            is_event = pack.entries[fact.subject].kind is Kind.EVENT
            is_named = fact.subject in query.entries or (is_event and is_named_by(pack, fact.subject, query))
            return is_named and isinstance(fact.object, Number) and counts_what_is_asked(pack, fact, query)
        case "why":
            return _gives_reason(pack, fact, query, wanted)
        case "how":
            return False  # several facts tell how
        case _:
            return _tells_what(pack, fact, query)


def _tells_what(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if a fact answers "what".

    One side's view does not say what a dispute or an office was.
    """
    if not (is_done_by_him(pack, query, fact_sentence(pack, fact)) and _names_him(pack, fact, query)):
        return False
    is_view = pack.relations[fact.relation].claim
    if is_view and (fact.about in query.entries or OFFICE.search(" ".join(query.words))):
        return False
    is_of_saying = WANTING.intersection(query.words) or (VIEWING.intersection(query.words) and "when" in query.words)
    if is_of_saying and not DEMANDING.search(fact_sentence(pack, fact)):
        return False  # the fact tells what was at the time, not what he said
    return words_asked_for(pack, fact, query) > 0


def _names_him(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if a fact is about the one person of "what did he …", or names him other than in a title."""
    person = only_person(pack, query)
    if person is None or query.words[1:2] != ("did",):
        return True
    ends = {fact.subject, fact.target, *fact.according_to}
    return person.id in ends or person.id in entries_named(pack.store, fact_sentence(pack, fact))


def _is_cause_of_named(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if a fact tells what led to the named entry."""
    is_of_object = fact.target in query.entries and fact.subject not in query.entries
    return is_of_object and OF_REASON in pack.relations[fact.relation].words


def _states(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if a fact states what is asked, and does not only mention it.

    It states it by its relation, or as an event of its own. If only the words of the relation say it, the object must
    be an entry of the question.
    """
    asked = [term for term in query.terms if term.word not in query.naming]
    subject = pack.entries[fact.subject]
    if subject.kind is Kind.EVENT:
        called = plain(" ".join(subject.names)).split()
        is_called = subject.id in query.entries or all(is_said(term, called) for term in asked or query.terms)
        small = [word for word in WORD.findall(fact_sentence(pack, fact)) if word.islower()]
        is_told = any(is_said(term, small) for term in asked if term.word not in LASTING)  # names are in passing
        is_light = bool(LIGHT.intersection(query.words))  # asked is the noun: "when did he take power"
        return is_called or (is_told and not is_light) or words_asked_for(pack, fact, query) > 0
    is_of_place = fact.subject in query.entries and "located" in pack.relations[fact.relation].words
    if not asked and (isinstance(fact.object, Date) or is_of_place):
        return True
    if not asked and {fact.subject, fact.target} <= query.entries.keys():
        return LIGHT.isdisjoint(query.words)
    text = plain(fact_sentence(pack, fact)).split()
    is_of_it = not fact.target or fact.target in query.entries or all(is_said(term, text) for term in asked)
    return is_of_it and words_asked_for(pack, fact, query) > 0


def _gives_reason(pack: StoredPack, fact: Fact, query: Query, wanted: Wanted) -> bool:
    if isinstance(fact.object, EntryRef):  # the subject led to the object, which is to be explained
        names = plain(pack.entries[fact.object.id].name), plain(pack.entries[fact.subject].name)
        named = fact.object.id in query.entries and fact.subject not in query.entries and names[0] not in names[1]
        is_cause = OF_REASON in pack.relations[fact.relation].words and not only_dates(fact_sentence(pack, fact))
        return named and is_cause
    ends = {fact.subject, fact.target, fact.about} - {""}
    if not fact.according_to and not any(is_named_by(pack, each, query) for each in ends):
        return False  # it may be somebody else's reason
    text = fact_sentence(pack, fact)
    if not said_in(wanted, text, fact.subject).together or (only_dates(text) and not wanted.ideas):
        return False  # a reason for something else
    if not is_of_doer(pack, query, fact.subject, text.partition(BECAUSE)[0]):
        return False  # a reason for what somebody else did
    words = plain(text).split()
    relation = pack.relations[fact.relation]
    if is_in_passing(wanted, words) or (relation.claim and not wanted.ideas and OF_REASON not in relation.words):
        return False  # a reason within a claim does not explain the event itself
    return OF_REASON in relation.words or bool(CAUSING.intersection(words))


def _is_told_there(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if what is asked stands before the place of an event.

    Behind it, it is about something else: `in Petrograd, where he was`.
    """
    text = fact_sentence(pack, fact)
    place = pack.entries[_place(pack, fact)].name if _place(pack, fact) else ""
    before = plain(text.partition(place)[0] if place and place in text else text).split()
    called = plain(" ".join(pack.entries[fact.subject].names)).split()
    return all(is_said(term, (*before, *called)) for term in query.terms if term.word not in query.naming)


def has_reason(pack: StoredPack, told: Direct, is_of_it: Callable[[str], bool]) -> bool:
    """True if an answer to a why gives a reason, or tells who in a dispute gives which.

    Words that only may give a reason must stand in a clause for which `is_of_it` holds, else in the first.
    """
    is_stated = any(OF_REASON in pack.relations[pack.facts[each].relation].words for each in told.facts)
    if is_stated or told.text.startswith("Disputed"):
        return True
    return gives_reason_of(f"{told.text} {told.further}", is_of_it)


def _place(pack: StoredPack, fact: Fact) -> str:
    if fact.target and pack.entries[fact.target].kind is Kind.PLACE:
        return fact.target
    return fact.where


def _fitness(pack: StoredPack, fact: Fact, asked: str, query: Query) -> float:
    """Rate how well a fact fits, by its relation's words, the entries of the question, and its importance."""
    relation = pack.relations[fact.relation]
    fits = asked == "when" and relation.object_type is ObjectType.DATE
    exact = fits and fact.date is not None and fact.date.length < EXACT
    named = fact.subject in query.entries or fact.target in query.entries
    known = fact.voice is Voice.FACT
    wrong = fact.id in pack.corrected
    words = min(2, words_asked_for(pack, fact, query))
    verbatim = in_a_row(" ".join(_telling(plain(fact_sentence(pack, fact)).split())), _telling(query.words))
    return 3.0 * (words + fits) + 2.0 * (named - wrong) + known + exact + verbatim + 0.5 * fact.importance


def _telling(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in STOP_WORDS)


def _told(pack: StoredPack, fact: Fact, asked: str, query: Query) -> Direct:
    """Make a fact an answer, with others of its kind, and with what must not be left out beside it."""
    if asked == "when" and IS.intersection(query.words) and len(times := _times(pack, fact, query)) > 1:
        return told_in(pack, times)
    alike = _alike(pack, fact, query) if asked in ("who", "where", "number") else [fact]
    ids = tuple(each.id for each in alike)
    text = fact_sentence(pack, fact)
    if len(alike) < 2:
        further = _further(pack, fact, asked, text)
        is_of_many = asked == "who" and not further and MANY.intersection(pack.relations[fact.relation].words)
        return Direct(text, WITH_ENTRIES if is_of_many and fact.target in query.entries else further, ids)
    if asked == "number":
        others = [fact_sentence(pack, each) for each in alike if each is not fact][:OTHER_NUMBERS]
        unsure = [f"Uncertain: {sentence(fact.uncertain)}"] if fact.uncertain else []
        return Direct(text, " ".join((*unsure, *others)), ids)
    is_of_many = asked == "who" and MANY.intersection(pack.relations[fact.relation].words)
    if fact.target and len({(each.target, fact_values(pack, each)["object"]) for each in alike}) > len(
        {each.target for each in alike}
    ):  # the body was renamed: tell each under the name of its time
        return told_in(pack, alike[:TOLD])
    return Direct(_together(pack, fact, alike), WITH_ENTRIES if is_of_many else "", ids)


def _times(pack: StoredPack, fact: Fact, query: Query) -> list[Fact]:
    """Return the facts that state the same at several times, in order; the fact alone if there are too many."""
    relation = pack.relations[fact.relation]
    if not relation.words or relation.claim or isinstance(fact.object, Date):
        return [fact]
    alike = [
        each
        for each in pack.known_facts(pack.entries[fact.subject])
        if each.relation == fact.relation and each.voice is fact.voice and each.date
        if says_everything(pack, query, each)
    ]
    return sorted(alike, key=by_time) if len(alike) <= TOLD else [fact]


def _alike(pack: StoredPack, fact: Fact, query: Query) -> list[Fact]:
    """Return all facts that state the same of the named entry: all founders, not only the first."""
    if fact.according_to or isinstance(fact.object, str | Date):
        return [fact]
    by_subject = fact.target not in query.entries
    facts = pack.entries[fact.subject].facts if by_subject else pack.facts_with_object(fact.target)
    alike = [
        each
        for each in facts
        if each.relation == fact.relation and each.voice is fact.voice and not each.negated
        if each.id not in pack.corrected and says_everything(pack, query, each)
    ]
    return sorted(alike or [fact], key=lambda each: each.date.first if each.date else date.max)


def _together(pack: StoredPack, fact: Fact, alike: Sequence[Fact]) -> str:
    values, plural = fact_values(pack, fact), fact_plurals(pack, fact)
    objects = join_words(list(dict.fromkeys(fact_values(pack, each)["object"] for each in alike)))
    subjects = list(dict.fromkeys(fact_values(pack, each)["subject"] for each in alike))
    if fact.target and any(1 < len(subjects) < each for each in counts(pack.entries[fact.target].name)):
        subjects.append("others")  # the name tells how many they were
    several = {**plural, "subject": plural["subject"] or len(subjects) > 1}
    return sentence(
        fill(
            pack.relations[fact.relation].says, {**values, "subject": join_words(subjects), "object": objects}, several
        )
    )


def _further(pack: StoredPack, fact: Fact, asked: str, text: str) -> str:
    """Return what belongs beside an answer.

    That is its correction, the claim against it, its uncertainty, when and where it happened, or its note.
    """
    correction = next(iter(pack.corrections_of(fact.id)), None)
    if correction:
        return f"Correction: {fact_sentence(pack, correction)}"
    against = next((pack.facts[each] for each in fact.contradicts if each in pack.facts), None)
    if against:
        return f"Against this: {fact_sentence(pack, against)}"
    if fact.uncertain:
        return f"Uncertain: {sentence(fact.uncertain)}"
    subject = pack.entries[fact.subject]
    if subject.kind is Kind.EVENT and asked == "who":
        known = [each for each in subject.facts if not (each.negated or each.according_to or each.corrects)]
        lasted = next((each.object for each in known if isinstance(each.object, Date)), None)
        if lasted and lasted.length > EXACT and _YEAR.search(text):
            return ""  # the event's date covers all of it
        when = date_words(lasted) if lasted else ""
        where = next((pack.entries[place].name for place in (_place(pack, each) for each in known) if place), "")
        told = [each for each in (when, where) if each and each not in text]
        return sentence(", ".join(told)) if told else ""
    return sentence(fact.note) if fact.note and len(fact.note.split()) <= LONGEST_NOTE else ""
