"""How two entries are connected by the sentences about both: what one was to the other, or a clause."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from trotskyism_cli.library.bodies.lifespan import event_date
from trotskyism_cli.library.bodies.naming import pattern
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.ties.ties import Step, is_named
from trotskyism_cli.pack.dates import NAMED_YEAR, Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.happenings.offices import without_body
from trotskyism_cli.views.ties.clause import LONG, LONGEST, OPINION, SAID, WHOLE, begun, without_description
from trotskyism_cli.views.ties.connection import How, in_a_clause, with_short_names, without_names
from trotskyism_cli.views.ties.tie import Tie
from trotskyism_cli.views.wording.margins import years_of
from trotskyism_cli.views.wording.namesakes import only_namesakes
from trotskyism_cli.views.wording.proper_names import IN_A_ROW, NAME
from trotskyism_cli.views.wording.sentences import first_sentence, sentences_of
from trotskyism_cli.views.wording.surnames import short_name

QUOTED = "“"
ROLE = "role"  # word of a relation
OFFICE, A_TITLE = "office", 80  # word of a relation, and most letters of an office's name
MOST_TRIED = 24  # ties
# Bonus: one of the two acts; both act. Deduction: each line beyond two; one of the two in a list; in a list that ends
# with "others"; both in a list.
DOES, BOTH_DO, OF_A_LINE, LISTED, AMONG_MANY, ONLY_LISTED = 3, 5, 4, 2, 8, 40
ROOM, TOO_LONG = 118, 12  # letters that fit a first screen, and deduction for more
A_LINE = LONG // 2
OPENING = 12  # first letters of a sentence, where the year of writing may stand
_LIST = lazy_regex(rf"{IN_A_ROW}(?:{NAME}|(?P<many>others?)\b)")
_ACT = lazy_regex(r" (?!was\b|were\b|had been\b)[a-z]")
_IS_A = lazy_regex(r"^[^,;:]* (?:is|was|are|were) an? ")
_ARTICLE = lazy_regex(r"^(?:the|an?) ")
_HE, _IT = lazy_regex(r"(?:He|She|(?P<whose>His|Her))\b"), lazy_regex(r"(?:It|(?P<whose>Its))\b")
_SINCE = lazy_regex(r"(?:from|until|c\.) ")
# A role in a few words.
_CALLED = lazy_regex(r"[a-z][\w-]*(?: [a-z][\w-]*)?(?P<when>(?: (?:from|until) \d{4}|,? \d{4}–\d{4})?)")


def how_told_together(
    pack: StoredPack,
    ends: tuple[str, str],
    steps: Sequence[Step],
    ties: Iterable[Tie],
    told: Container[str] = (),
    *,
    longest: int = LONGEST,
) -> tuple[How, ...]:
    """What one was to the other (a role or an office), else the best clause of their `ties`.

    Clauses about a deed of one of them are best, and short ones. Last come sentences about a third entry, what others
    said of both, and sentences used already (`told`). If no clause fits, the weightiest sentence is used.
    """
    if called := next(filter(None, (_called_after(pack, step) or office_in(pack, step) for step in steps)), None):
        return (called,)
    entries = [pack.entries[each] for each in ends]
    spoken = {_text(pack, step) for step in steps if any(_speaks(step, end) for end in ends)}
    roles = {_text(pack, step) for step in steps if step.fact and _says_what(pack, step.fact)}
    are_of_thought = all(entry.kind in (Kind.PERSON, Kind.CONCEPT, Kind.WORK) for entry in entries)
    found: list[tuple[bool, bool, bool, bool, int, How]] = []
    tried = list(islice(ties, MOST_TRIED))
    for tie in tried:
        if QUOTED in tie.text or any(only_namesakes(pack, end, tie.text) for end in entries):
            continue
        names = [name_in(each, tie.text) for each in entries]
        years = "" if tie.is_by_third else _year_of(tie)
        if how := in_a_clause(tie.text, years, entries, names, longest=longest):
            is_told = tie.rank >= 0 or bool(tie.deed)
            is_theirs = (is_told or tie.text in spoken) and tie.text not in roles
            how = _dated(how, tie)._replace(is_whole=not is_theirs)
            fitness = tie.rank + _fitness(how.label, names)
            is_fit = is_told or are_of_thought
            found.append((tie.is_of_end, is_theirs, is_fit, how.sentence not in told, fitness, how))
    of_ends = [tie for tie in tried if tie.is_of_end and QUOTED not in tie.text]
    if not found or (of_ends and not any(each[0] for each in found)):
        return _whole(of_ends or tried, entries, told)
    return (max(found, key=lambda each: each[:5])[-1],)


def how_begun(steps: Iterable[Step]) -> tuple[How, ...]:
    """The first sentence of a quotation that is too long to give whole; empty if there is none."""
    for quote in (step.quote for step in steps if step.quote):
        text = first_sentence(quote.text)
        if len(quote.text) > SAID and len(text) <= LONGEST:
            return (_in_his_words(quote, f"{text} …"),)
    return ()


def _dated(how: How, tie: Tie) -> How:
    """The way without its year, if that is only when a third person wrote of it."""
    how = how._replace(is_of_third=not tie.is_of_end)
    is_view = tie.is_by_third or (not tie.is_of_end and bool(OPINION.search(tie.text)))
    opening = NAMED_YEAR.search(tie.text[:OPENING])
    is_of_writing = is_view and any(
        year in (how.years or how.label) for year in (str(tie.first.year), opening and opening[0]) if year
    )
    return how._replace(when="", years="", has_no_year=True) if is_of_writing else how


def _says_what(pack: Pack, fact: Fact) -> bool:
    """Return whether a fact only says what somebody is: `is an American historian`."""
    return ROLE in pack.relations[fact.relation].words and bool(_IS_A.search(fact_sentence(pack, fact)))


def _says_only_who(text: str, ends: Sequence[Entry]) -> bool:
    """Return whether a sentence names one of two only in a description: `the Belgian Trotskyist Mandel`."""
    bare = without_description(text, [short_name(end) for end in ends if end.kind is Kind.PERSON])
    return not all(name_in(end, text) in bare for end in ends)


def _whole(ties: Iterable[Tie], ends: Sequence[Entry], told: Container[str]) -> tuple[How, ...]:
    """The best whole sentence that connects two, preferably no quotation and not yet used (`told`)."""
    found = sorted(ties, key=lambda tie: (not tie.is_of_end, QUOTED in tie.text, without_names(tie.text) in told))
    for tie in found[:1]:
        text, years = with_short_names(begun(tie.text), ends).rstrip("."), _year_of(tie)
        beside = "" if set(NAMED_YEAR.findall(years)).intersection(NAMED_YEAR.findall(text)) else years
        is_short = len(text) <= ROOM and tie.is_of_end and tie.rank >= 0 and not _says_only_who(text, ends)
        how = How(text, beside, years, is_said=True, sentence=without_names(tie.text), is_whole=not is_short)
        return (_dated(how, tie),)
    return ()


def name_in(entry: Entry, text: str) -> str:
    """The name by which a text calls an entry; for a person always the short one."""
    if entry.kind is Kind.PERSON:
        return short_name(entry)
    folded = text.casefold()
    for name in sorted(entry.names, key=len, reverse=True):
        place = folded.find(name.casefold())
        if place >= 0:
            return text[place : place + len(name)]
    return entry.name


def _fitness(clause: str, names: Sequence[str]) -> int:
    """Bonus or deduction for a clause, added to the rank of its sentence: for deeds, against length and lists."""
    one, other = names
    is_of_both = clause.startswith((f"{one} and {other} ", f"{other} and {one} "))
    fitness = DOES * (clause[0].islower() or clause.startswith(f"{one} ")) + BOTH_DO * is_of_both
    fitness -= OF_A_LINE * -(-max(0, len(clause) - LONG) // A_LINE) + TOO_LONG * (len(clause) > ROOM)
    for found in _LIST.finditer(clause):
        listed = [name for name in names if name in found[0]]
        is_theirs = not found.start() and bool(_ACT.match(clause, found.end()))  # all of them act
        of_one = AMONG_MANY if found["many"] else LISTED
        fitness -= 0 if is_theirs else ONLY_LISTED if len(listed) > 1 else of_one * len(listed)
    return fitness


def how_told_by(pack: StoredPack, ends: tuple[str, str], steps: Iterable[Step], *, is_said: bool) -> How | None:
    """A short clause of a fact that connects two; with `is_said`, a longer one of what one of them said.

    A fact between people must name both; a statement need name only one of the two.
    """
    entries = [pack.entries[each] for each in ends]
    people = [each for each in entries if each.kind is Kind.PERSON] or entries[:1]
    for step in (step for step in steps if step.fact and (step.fact.text or step.fact.according_to)):
        text = _text(pack, step)
        names = _names_in(pack, entries, text) if is_said else [short_name(each) for each in people]
        years = years_of(step.when) if step.when else ""
        found = in_a_clause(text, years, entries, names, longest=SAID if is_said else LONG) if names else None
        if found:
            return found
    return None


def _names_in(pack: StoredPack, entries: Iterable[Entry], text: str) -> list[str]:
    """The names by which a text calls entries (people by the short one), those it does not mention left out."""
    found = ((each, pattern(pack, each).search(text)) for each in entries)
    return [short_name(each) if each.kind is Kind.PERSON else name[0] for each, name in found if name]


def how_quoted(pack: StoredPack, steps: Iterable[Step]) -> How | None:
    """The shortest quotation in which one of two names the other; None if there is none."""
    quotes = [
        step.quote
        for step in steps
        if step.quote and len(step.quote.text) <= LONGEST and _is_named_in_it(pack, step, step.quote)
    ]
    if not quotes:
        return None
    quote = min(quotes, key=lambda quote: len(quote.text))
    return _in_his_words(quote, quote.text)


def _in_his_words(quote: Quote, text: str) -> How:
    years = years_of(quote.when) if quote.when else ""
    return How(f"“{text}”", years, years, is_said=True)


def _is_named_in_it(pack: StoredPack, step: Step, quote: Quote) -> bool:
    """Return whether a quotation names the one who does not speak."""
    other = step.other(quote.speaker)
    return bool(pattern(pack, pack.entries[other]).search(quote.text))


def how_told_in(pack: StoredPack, about: Entry, other: Entry, row: Entry, *, is_whole: bool = False) -> tuple[How, ...]:
    """A clause, with its year, from the text of an entry that names the `other`; empty if there is none.

    It is to stand behind the name of `row`, one of the two. With `is_whole` it may be much longer.
    """
    longest = WHOLE if is_whole else LONGEST
    names = pattern(pack, other)
    for text, years in _told_of(pack, about, with_what=is_whole):
        found = names.search(text)
        text = text if about == row else _with_name(about, text)
        if found and only_namesakes(pack, other, text):
            continue
        if found and (how := in_a_clause(text, years, (about, other, row), (found[0],), about, longest=longest)):
            return (how,)
    return ()


def _told_of(pack: StoredPack, about: Entry, *, with_what: bool) -> Iterator[tuple[str, str]]:
    """Sentences about an entry with their years: its facts by importance, then its summary.

    Of a summary only the first sentence certainly has the entry's date.
    """
    known = sorted(pack.known_facts(about), key=lambda fact: -fact.importance)
    told = (fact for fact in known if not (fact.according_to or isinstance(fact.object, Date)))
    yield from ((fact_sentence(pack, fact), years_of(fact.when) if fact.when else "") for fact in told)
    when = event_date(about) if about.kind is Kind.EVENT else None
    for place, text in enumerate(sentences_of(about.summary)):
        if not (place or with_what or about.kind in (Kind.EVENT, Kind.WORK)):
            continue  # the first sentence only says what it is
        yield text, years_of(when) if when and not place else ""


def _with_name(entry: Entry, text: str) -> str:
    """A sentence with the entry's name in place of a pronoun at its start."""
    is_person = entry.kind is Kind.PERSON
    found = (_HE if is_person else _IT).match(text)
    if found is None:
        return text
    name = short_name(entry) if is_person else capital(entry.phrase)
    return f"{name}'s{text[found.end() :]}" if found["whose"] else f"{name}{text[found.end() :]}"


def _year_of(tie: Tie) -> str:
    """The year of a tie, or its span."""
    years = NAMED_YEAR.findall(tie.when)
    since = _SINCE.match(tie.when)
    if len(years) > 1:
        return f"{years[0]}–{years[-1]}"
    return f"{since[0] if since else ''}{tie.first.year}" if tie.first < date.max else ""


def _text(pack: Pack, step: Step) -> str:
    return fact_sentence(pack, step.fact) if step.fact else ""


def _called_after(pack: Pack, step: Step) -> How | None:
    """A role named after the other, without its years: `Lenin's wife`, `from 1898`; else None."""
    fact = step.fact
    if fact is None or not isinstance(fact.object, str) or {fact.subject} - {step.start, step.end}:
        return None
    whose = step.other(fact.subject)
    found = _CALLED.fullmatch(fact.object.removeprefix(f"{short_name(pack.entries[whose])}'s "))
    if found is None or found[0] == fact.object:
        return None
    return How(fact.object.removesuffix(found["when"]), found["when"].strip(), found["when"].strip())


def office_in(pack: Pack, step: Step) -> How | None:
    """Somebody's office in an organisation, without the name of that: `Foreign Minister`, with years; else None."""
    if step.fact is None or not is_of_office(pack, step):
        return None
    whose = step.other(step.fact.subject)
    office = without_body(pack.entries[whose], _ARTICLE.sub("", str(step.fact.object)))
    years = years_of(step.fact.when) if step.fact.when else ""
    return How(office, years, years)


def is_of_office(pack: Pack, step: Step) -> bool:
    """Return whether a step names somebody's office in the organisation at its other end: `chairman of the Cheka`."""
    fact = step.fact
    if fact is None or not isinstance(fact.object, str) or len(fact.object) > A_TITLE or fact.according_to:
        return False
    if OFFICE not in pack.relations[fact.relation].words:
        return False
    if fact.subject not in (step.start, step.end) or pack.entries[fact.subject].kind is not Kind.PERSON:
        return False
    other = pack.entries[step.other(fact.subject)]
    return other.kind is Kind.ORGANISATION and is_named(other, fact.object)


def _speaks(step: Step, end: str) -> bool:
    """Return whether a step is a claim or a quotation of this entry."""
    return bool(step.fact and end in step.fact.according_to) or bool(step.quote and step.quote.speaker == end)
