"""The edited views of ties: of one entry to everything else, by kind of thing; and of two entries, by what ties them.

What somebody argued keeps its holder in its sentence, and what is disputed its mark.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, repeat
from types import MappingProxyType

from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.library.query import STOP_WORDS
from trotskyism_cli.library.ties import Step
from trotskyism_cli.library.when import find_date
from trotskyism_cli.pack.dates import Date, date_short
from trotskyism_cli.pack.model import Entry, Fact, Kind, Pack, Voice
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.life import lifetime
from trotskyism_cli.views.surnames import surname
from trotskyism_cli.views.telling import TELLING

SPOKE, WAS_SPOKEN_OF = "spoke", "was spoken of"
_OPEN_END = re.compile(r" (?:with|in|from|to)$")  # of a label, which stands behind a name and not before it
_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})s?\b")
# What belongs to somebody or is only named after him ties nobody to him.
_STATE = "death|illness|return|time|days|life|memory"
_COMPARED = (
    r"\bas [\w-]+ (?:against|for|of|to|with) {name}|\b(?:rather than|like|unlike) {name}"  # only with somebody else
)
_DATED_BY = rf"(?:{_STATE}) of {{name}}|{{name}}'s (?:{_STATE})\b|when {{name}} (?:died|fell ill|was ill)"
NOTHING = r"(?!)"  # a pattern that is nowhere
_IN_HIS_TIME = rf"{_DATED_BY}|under {{name}}|{_COMPARED}"
_NAMED_AFTER = rf"{_IN_HIS_TIME}|{{name}}'s (?!(?:wish|demand|side|idea|proposal)\b)\w+"
KINDS = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.EVENT: "Events",
    Kind.CONCEPT: "Ideas",
    Kind.WORK: "Works",
    Kind.PLACE: "Places",
}
WORDS = 2, 3, 5  # places of the groups that tell what one said
PLACE_OF_OTHERS = 4  # from here on groups tell what others did with both, or said of both
SAID_WEIGHS = 1  # importance of a quotation
FEW = 5  # entries that one is tied to by more than words, below which also words count
MOST_HOWS = 3  # ways in which one is tied to another that are told
_BY_ACCOUNT = re.compile(
    r"(?:According to|By|In) [^,;]*\b(?:account|biograph\w+|book|history|judgement|lives|memoirs|minutes|view)\b"
)
_ACCOUNT_FIRST = re.compile(
    r"By (?P<account>[^,]*?\baccount(?: of (?:the )?[A-Z]\w+)?)(?! of)(?: (?P<when>in (?:[A-Z]\w+ )?\d{4}))?,? "
    r"(?P<deed>[A-Za-z].+)\.$"
)
_ACCOUNT = re.compile(
    r"\b(?:argue|claim|hold|judge|recall|say|think|write)s that\b"
    r"|\b(?:argued|claimed|held|judged|recalled|said|thought|told|wrote)\b[^.;]*\bthat\b"
)
# The weight of a tie: its importance so many times, more if it belongs to an event or a work, or is between the two
# alone; less if it is only told or said of both or by somebody's account.
TIMES, BETWEEN, OF_OTHERS, ACCOUNT = 4, 2, 12, 4
WEIGHTY = {Kind.EVENT: 2, Kind.WORK: 1}
A_MOUTHFUL = 80  # letters of a tie, for each of which it weighs less
OWN_WORDS, ELSEWHERE, OTHERS_WORDS = "In their own words", "Also told of both", "What was said of them"


@dataclass(frozen=True, slots=True)
class Tied:
    """What an entry is tied to, and how: `allied with 1926; broke with 1928`."""

    entry: str
    name: str
    how: str
    rank: int


@dataclass(frozen=True, slots=True)
class TiedKind:
    """What an entry is tied to of one kind, the most important first."""

    label: str
    tied: tuple[Tied, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two entries, in a sentence; `when` is empty where the sentence says it.

    `first` is its first day, `date.max` if unknown; `rank` how much it matters, `words` those that tell it from others;
    `entry` is the event or work that it belongs to; `deed` is how much it
    matters as something that happened between the two in their lives, 0 if it is none.
    """

    text: str
    when: str = ""
    first: date = date.max
    rank: int = 0
    words: frozenset[str] = frozenset()
    entry: str = ""
    deed: int = 0


@dataclass(frozen=True, slots=True)
class TieGroup:
    """Ties of one kind, or by one event, work or dispute: that is `entry`."""

    title: str
    ties: tuple[Tie, ...]
    entry: str = ""


def ties_of(
    pack: Pack, entry_id: str, steps: Iterable[Step], together: Mapping[str, int] = MappingProxyType({})
) -> tuple[TiedKind, ...]:
    """Everything that an entry is tied to; by words alone only if it is tied to little else.

    `together` says how much is told of it and of each of the others.
    """
    found: dict[str, list[Step]] = {}
    for step in sorted(steps, key=lambda step: step.sort_key):
        found.setdefault(step.end, []).append(step)
    deeds = {own_id: held for own_id, held in found.items() if not all(map(_is_in_words, held, repeat(entry_id)))}
    found = deeds if len(deeds) >= FEW else found
    tied = [
        Tied(own_id, pack.entries[own_id].name, _told(pack, entry_id, held), pack.entries[own_id].importance)
        for own_id, held in found.items()
    ]
    tied.sort(
        key=lambda each: (
            _place(pack, each),
            -each.rank,
            -together.get(each.entry, 0),
            -len(found[each.entry]),
            each.name,
        )
    )
    kinds = groupby(tied, key=lambda each: pack.entries[each.entry].kind)
    return tuple(TiedKind(KINDS[kind], tuple(group)) for kind, group in kinds)


def _is_in_words(step: Step, entry_id: str) -> bool:
    """Whether one of the two only spoke of the other."""
    if step.fact is None:
        return True
    return step.end in step.fact.according_to or (entry_id in step.fact.according_to and step.end == step.fact.subject)


def _place(pack: Pack, tied: Tied) -> int:
    return list(KINDS).index(pack.entries[tied.entry].kind)


def _how(pack: Pack, entry_id: str, step: Step) -> str:
    """The kind of tie and its date: `allied with 1926`."""
    if step.fact is None:
        return SPOKE if step.quote and step.quote.speaker == entry_id else WAS_SPOKEN_OF
    fact = step.fact
    relation = pack.relations[fact.relation]
    if entry_id in fact.according_to and step.end == fact.subject:
        return SPOKE
    if step.end in fact.according_to:
        return WAS_SPOKEN_OF
    label = relation.label if fact.subject == entry_id else relation.inverse_label or relation.label
    label = without_preposition(label)
    if step.leading:
        label = _led(pack, entry_id, fact, step.leading)
    when = f" {date_short(fact.when)}" if fact.when else ""
    mark = " (disputed)" if fact.voice is Voice.DISPUTED else " (a claim)" if fact.according_to else ""
    return f"{label}{when}{mark}"


def without_preposition(label: str) -> str:
    """What a relation is called, where no name follows: `allied` for `allied with`."""
    return _OPEN_END.sub("", label)


def _led(pack: Pack, entry_id: str, fact: Fact, leading: Fact) -> str:
    """What somebody led or made, and how the other stood to it: `led the Left Opposition, opposed`, `joined …`."""
    thing, label = pack.entries[fact.target].phrase_at(fact.when), pack.relations[fact.relation].label
    if fact.subject != entry_id:
        return f"{label} {thing}"
    lead = pack.relations[leading.relation]
    made = lead.label if leading.target == fact.target else lead.inverse_label or lead.label
    return f"{made} {thing}, {without_preposition(label).removesuffix(' of')}"


def _told(pack: Pack, one: str, steps: Iterable[Step]) -> str:
    """`allied 1926; broke 1928`; of what is tied by words alone, who spoke of whom, and when."""
    held = list(steps)
    held = [step for step in held if step.fact and not step.leading and not _is_in_words(step, one)] or held
    held = [step for step in held if not _is_in_words(step, one)] or held
    told = list(_merged(dict.fromkeys(_how(pack, one, step) for step in held)))
    if not {SPOKE, WAS_SPOKEN_OF}.issuperset(told):
        return "; ".join(told)
    years = sorted({step.when.first.year for step in held if step.when and step.when.start})
    when = f", {'–'.join(map(str, dict.fromkeys((years[0], years[-1]))))}" if years else ""
    if len(told) > 1:
        return f"each wrote or spoke of the other{when}"
    how = "spoken of by" if told == [SPOKE] else "spoke of"
    return f"{how} {short_name(pack.entries[one]) if pack.entries[one].kind is Kind.PERSON else 'it'}{when}"


def _merged(hows: Iterable[str]) -> Iterable[str]:
    """Without what another says too (`member of` beside `member of 1917`), and without words where there are deeds."""
    told = list(hows)
    told = [how for how in told if how not in (SPOKE, WAS_SPOKEN_OF)] or told
    told = [how for how in told if not any(other.startswith(f"{how} ") for other in told)]
    return told[:MOST_HOWS]


def ties_between(pack: Pack, one: str, other: str, steps: Iterable[Step]) -> tuple[TieGroup, ...]:
    """What ties two entries: what passed between them, then by event or work, then what one said of the other.

    What others did with both, and said of both, comes last; each in order of time.
    """
    groups: dict[tuple[int, str, str], list[Step]] = {}
    for step in sorted(steps, key=lambda step: moment_of_tie(pack, step)):
        groups.setdefault(_group(pack, one, other, step), []).append(step)
    ordered = sorted(groups.items(), key=lambda each: (each[0][0], _first_day(pack, each[0][2]), each[1][0].sort_key))
    return tuple(
        TieGroup(title, tuple(dict.fromkeys(_weighed(pack, (one, other), step, place, entry) for step in group)), entry)
        for (place, title, entry), group in ordered
    )


def _weighed(pack: Pack, ends: tuple[str, str], step: Step, place: int, entry: str) -> Tie:
    """A tie with its weight, and the words by which it can be told from others: all but the names of both ends."""
    tie, is_account = _with_its_deed(pack, ends, tie_of(pack, step), entry)
    first = moment_of_tie(pack, step)[0]
    importance = step.fact.importance if step.fact and not step.event else SAID_WEIGHS
    rank = TIMES * importance - OF_OTHERS * (place >= PLACE_OF_OTHERS)
    if step.fact and not step.fact.according_to:
        parties = [pack.entries[each] for each in (step.fact.subject, step.fact.target) if each]
        rank += max((WEIGHTY.get(each.kind, 0) * each.importance for each in parties), default=0)
        rank += BETWEEN * ({*ends} == {each.id for each in parties})
    rank -= len(tie.text) // A_MOUTHFUL + ACCOUNT * (is_account or place in WORDS)
    is_deed = not is_account and place not in WORDS and _is_deed(pack, ends, step, entry, first)
    deed = max(0, rank + OF_OTHERS * (place >= PLACE_OF_OTHERS)) if is_deed else 0
    names = {root(word) for end in ends for name in pack.entries[end].names for word in plain(name).split()}
    words = {root(word) for word in plain(tie.text).split() if len(word) >= TELLING and word not in STOP_WORDS}
    telling = frozenset(word for word in words - names if not word.isdigit())
    return replace(tie, first=first, rank=rank, words=telling, entry=entry, deed=deed)


def _is_deed(pack: Pack, ends: tuple[str, str], step: Step, entry: str, first: date) -> bool:
    """Whether a tie is something that happened between two, which is nothing after the death of one of them."""
    if step.fact is None or first == date.max:
        return False
    if {pack.entries[each].kind for each in (step.fact.subject, entry) if each} & {Kind.WORK, Kind.CONCEPT}:
        return False
    lives = [life for end in ends if (life := lifetime(pack.entries[end]))]
    is_in_time = all(first <= last for _, last in lives)
    return is_in_time and (bool(step.event) or all(_takes_part(pack, step.fact, end) for end in ends))


def _with_its_deed(pack: Pack, ends: tuple[str, str], tie: Tie, entry: str) -> tuple[Tie, bool]:
    """A tie, and whether it is only by somebody's account; that of an event of one of the two counts as the event."""
    is_by_account = bool(_BY_ACCOUNT.match(tie.text))
    event = pack.entries[entry] if entry and pack.entries[entry].kind is Kind.EVENT else None
    if is_by_account and event and any(short_name(pack.entries[end]) in event.name for end in ends):
        return replace(tie, text=_deed_first(tie.text)), False
    return tie, is_by_account or bool(_ACCOUNT.search(tie.text))


def _deed_first(text: str) -> str:
    """What happened, before by whose account it did."""
    if not (found := _ACCOUNT_FIRST.match(text)):
        return text
    return f"{capital(' '.join(filter(None, (found['when'], found['deed']))))}, by {found['account']}."


def _group(pack: Pack, one: str, other: str, step: Step) -> tuple[int, str, str]:
    """The place, the title and the entry of the group that a tie belongs to."""
    ends = (one, other)
    if step.fact is None:
        return (3, OWN_WORDS, "") if step.quote and step.quote.speaker in ends else (5, OTHERS_WORDS, "")
    fact, subject = step.fact, pack.entries[step.fact.subject]
    speakers = [end for end in ends if end in fact.according_to]
    is_of_both = bool(step.event) or all(_takes_part(pack, fact, end, _IN_HIS_TIME) for end in ends)
    if fact.subject not in ends and subject.kind in (Kind.EVENT, Kind.WORK) and is_of_both and not fact.according_to:
        when = _dated(subject)
        return 1, f"{capital(subject.name)}{f', {date_short(when)}' if when else ''}", subject.id
    if not fact.according_to:
        parties = {fact.subject, fact.target}
        between = not parties.isdisjoint(ends) and all(_takes_part(pack, fact, end) for end in {*ends} - parties)
        names = f"{short_name(pack.entries[one])} and {short_name(pack.entries[other])}"
        return (0, names, "") if between else (4, ELSEWHERE, "")
    if len(speakers) != 1 or not is_of_both:
        return 5, OTHERS_WORDS, ""
    about = other if speakers[0] == one else one
    return 2, f"{short_name(pack.entries[speakers[0]])} on {short_name(pack.entries[about])}", ""


def _takes_part(pack: Pack, fact: Fact, end: str, without: str = _NAMED_AFTER) -> bool:
    """Whether a sentence tells of an entry, and not only of what belongs to it or is dated by it."""
    text = fact_sentence(pack, fact)
    name = re.escape(short_name(pack.entries[end]))
    return bool(re.search(rf"\b{name}\b", re.sub(without.format(name=name), "", text)))


def only_dates(pack: Pack, step: Step) -> bool:
    """Whether an event is dated by one of those who are to have taken part in it, and tells nothing else of him."""
    event, ends = step.fact, (step.start, step.end)
    return event is not None and any(
        _takes_part(pack, event, end, NOTHING) and not _takes_part(pack, event, end) for end in ends
    )


def only_compares(pack: Pack, step: Step) -> bool:
    """Whether a sentence names somebody only as one with whom another is compared."""
    if step.fact is None:
        return False
    ends = [each for each in (step.start, step.end) if pack.entries[each].kind is Kind.PERSON]
    return any(
        _takes_part(pack, step.fact, end, NOTHING) and not _takes_part(pack, step.fact, end, _COMPARED) for end in ends
    )


def moment_of_tie(pack: Pack, step: Step) -> tuple[date, str]:
    """When it was: its date, or one of that year that its sentence names; of what has none, the first that it names."""
    first, own_id = step.sort_key
    if step.fact is None or (first < date.max and (first.month, first.day) != (1, 1)):
        return first, own_id
    text = (
        _clause_of(pack, step, fact_sentence(pack, step.fact)) if first == date.max else fact_sentence(pack, step.fact)
    )
    found = _YEAR.search(text)
    events = [pack.entries[each] for each in (step.fact.subject, step.fact.target) if each]
    days = [when for each in events if each.kind is Kind.EVENT and (when := _dated(each))]
    if found:
        first = date(int(found[1]), 1, 1) if first == date.max else first
        days = [named.when, *days] if (named := find_date(text)) and named.when else days
        days = [when for when in days if when.begin.year == first.year and when.begin > first]
    return (days[0].begin if days and (found or first == date.max) else first), own_id


def _clause_of(pack: Pack, step: Step, text: str) -> str:
    """The clause by which both ends are named, if it has a year of its own; else the whole sentence."""
    missing = {step.start, step.end}
    for clause in text.split("; "):
        missing -= {end for end in missing if short_name(pack.entries[end]) in clause}
        if not missing:
            return clause if _YEAR.search(clause) else text
    return text


def _dated(entry: Entry) -> Date | None:
    """The date of an event or a work that is known for certain."""
    dated = (fact.object for fact in entry.facts if not (fact.negated or fact.according_to or fact.corrects))
    return next((when for when in dated if isinstance(when, Date)), None)


def _first_day(pack: Pack, entry_id: str) -> date:
    when = _dated(pack.entries[entry_id]) if entry_id else None
    return when.begin if when else date.max


def tie_of(pack: Pack, step: Step) -> Tie:
    """A tie in its sentence, with its date where that does not say it."""
    if step.quote:
        quote = step.quote
        return Tie(f"{pack.entries[quote.speaker].name}: “{quote.text}”", date_short(quote.when) if quote.when else "")
    fact = step.fact
    if fact is None:
        return Tie("")
    text = fact_sentence(pack, fact)
    if fact.when is None or (fact.text and any(str(day.year) in text for day in (fact.when.first, fact.when.last))):
        return Tie(text)
    return Tie(text if fact.text else fact_sentence(pack, replace(fact, when=None)), date_short(fact.when))


def short_name(entry: Entry) -> str:
    """A person by the surname, everything else by its name."""
    return surname(entry) if entry.kind is Kind.PERSON else entry.name
