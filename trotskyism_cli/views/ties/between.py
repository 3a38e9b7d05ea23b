"""The ties between two entries, in groups, each tie as a sentence with its rank.

A claim names its holder in the sentence; a disputed one has a mark.
"""

from collections.abc import Container, Iterable, Mapping
from datetime import date

from trotskyism_cli.library.bodies.lifespan import event_date
from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.library.ties.ties import Step
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import ESSENTIAL, MINOR, Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.happenings.entry_history import lifetime
from trotskyism_cli.views.ties.tie import Tie, TieGroup
from trotskyism_cli.views.ties.tie_text import by_surnames, deed_first, in_brief, moment_of_tie, moment_told
from trotskyism_cli.views.wording.about_somebody import IN_HIS_TIME, takes_part
from trotskyism_cli.views.wording.proper_names import IN_A_ROW, NAME
from trotskyism_cli.views.wording.sentences import TELLING
from trotskyism_cli.views.wording.surnames import short_name

_NAME = lazy_regex(NAME)
_COMPANY = lazy_regex(f"{IN_A_ROW}{NAME}")
WORDS = 2, 3, 5  # places of groups of statements
OF_BOTH = 1  # place of groups by event or work
PLACE_OF_OTHERS = 4  # from here on groups of what others did with both, or said of both
_BY_ACCOUNT = lazy_regex(
    r"(?:According to|By|In) [^,;]*\b(?:account|biograph\w+|book|history|judgement|lives|memoirs|minutes|view)\b"
)
_ACCOUNT = lazy_regex(
    r"\b(?:argue|claim|hold|judge|recall|say|think|write)s that\b"
    r"|\b(?:argued|claimed|held|judged|recalled|said|thought|told|wrote)\b[^.;]*\bthat\b"
)
_ONLY_WRITTEN = lazy_regex(r"^Writing |\bwrote (?:to|that)\b")
# The rank of a tie: TIMES its importance. Added: WEIGHTY for an event or a work, BETWEEN for a tie of the two alone,
# HAPPENED for an event named after one of them. Deducted: OF_OTHERS for what others did with both or said of both,
# ACCOUNT for what is only somebody's account or was only written, BETWEEN for a list of others, OWNED for an event with
# only something of one of them, RESULT for what followed the event.
TIMES, BETWEEN, HAPPENED, OF_OTHERS, ACCOUNT, OWNED, RESULT = 4, 2, 2, 12, 4, 4, 4
_CHARGE = lazy_regex(r"\b(?:accused|charged)\b")  # an accusation is a deed
WEIGHTY = {Kind.EVENT: 2, Kind.WORK: 1}
A_MOUTHFUL = 80  # letters; a tie loses one for each so many
_Key = tuple[int, str, str]  # place, title and entry of a group
OWN_WORDS, ELSEWHERE, OTHERS_WORDS = "In their own words", "Also told of both", "What was said of them"


def ties_between(
    pack: Pack,
    one: str,
    other: str,
    steps: Iterable[Step],
    disputed: Container[str] = (),
    surnames: Container[str] = (),
) -> tuple[TieGroup, ...]:
    """The ties between two entries in groups: between themselves, by event or work, then what one said of the other.

    What others did with both, and said of both, comes last; each group is in order of time. `disputed` are the issues
    and ideas on which the two are most divided; `surnames` are those of all people in the book.
    """
    groups: dict[_Key, list[Step]] = {}
    between = (step for step in steps if not _is_afterwards(pack, (one, other), step))
    for step in sorted(between, key=lambda step: moment_of_tie(pack, step)):
        groups.setdefault(_group(pack, one, other, step), []).append(step)
    found = []
    groups = _of_one_name(pack, groups)
    for place, title, entry in groups:
        ties = [(step, _weighed(pack, (one, other), step, place, entry)) for step in groups[place, title, entry]]
        told = [
            tie._replace(quarrel=_quarrel(step, disputed), people=_people(tie, surnames, pack, (one, other)))
            for step, tie in ties
        ]
        told = sorted(dict.fromkeys(told), key=lambda tie: tie.place)
        found.append((place, TieGroup(title, tuple(told), entry)))
    found.sort(key=lambda each: (each[0], _first_day(pack, each[1])))
    return tuple(group for _, group in found)


def _is_afterwards(pack: Pack, ends: tuple[str, str], step: Step) -> bool:
    """Return whether a step is about a work after its author's death, or about others after the death of one of two."""
    fact = step.fact
    if fact is None or fact.according_to or fact.subject in ends or step.event:
        return False
    subject = pack.entries[fact.subject]
    authors = {each.target for each in subject.facts if each.target in ends} if subject.kind is Kind.WORK else set()
    lives = [life for end in (authors or ends) if (life := lifetime(pack.entries[end]))]
    first = moment_of_tie(pack, step)[0]
    is_after = first < date.max and any(last < first for _, last in lives)
    return is_after and subject.kind in (Kind.WORK, Kind.PERSON, Kind.ORGANISATION)


def _of_one_name(pack: Pack, groups: Mapping[_Key, list[Step]]) -> dict[_Key, list[Step]]:
    """Merge the group of an event with that of a work of the same name."""
    merged: dict[_Key, list[Step]] = {}
    for key, steps in groups.items():
        named = [other for other in groups if key[2] and other[2] and _is_named_alike(pack, key, other)]
        head = next((other for other in named if pack.entries[other[2]].kind is Kind.EVENT), key)
        merged.setdefault(head, []).extend(steps)
    return merged


def _is_named_alike(pack: Pack, one: _Key, other: _Key) -> bool:
    names = (pack.entries[each[2]].name.casefold() for each in (one, other))
    return one[0] == other[0] and next(names) == next(names)


def _quarrel(step: Step, disputed: Container[str]) -> int:
    """Number of ends of a step's fact that are disputed between the two; two says most: one idea against the other."""
    if step.fact is None or step.fact.according_to:
        return 0
    return sum(each in disputed for each in (step.fact.subject, step.fact.target) if each)


def _people(tie: Tie, surnames: Container[str], pack: Pack, ends: tuple[str, str]) -> frozenset[str]:
    own = {word for end in ends for name in pack.entries[end].names for word in plain(name).split()}
    last = (plain(found).rpartition(" ")[2] for found in _NAME.findall(tie.text))
    return frozenset(word for word in last if word not in own and word in surnames)


def _weighed(pack: Pack, ends: tuple[str, str], step: Step, place: int, entry: str) -> Tie:
    """The tie of a step with its rank and the other values by which ties are compared."""
    tie, is_account = _with_its_deed(pack, ends, by_surnames(pack, ends, step), entry)
    first = moment_told(pack, ends, step)
    is_between = False
    importance = MINOR if step.event else step.importance
    if step.fact and step.fact.according_to and _tells_deed(step.fact):
        importance = ESSENTIAL
    rank = TIMES * importance - OF_OTHERS * (place >= PLACE_OF_OTHERS)
    if step.fact and _tells_deed(step.fact):
        parties = [pack.entries[each] for each in (step.fact.subject, step.fact.target) if each]
        is_of_many = len(_COMPANY.findall(tie.text)) > 0 and {*ends}.isdisjoint({each.id for each in parties})
        weighty = (each for each in parties if each.kind is not Kind.WORK or not is_of_many)
        rank += max((WEIGHTY.get(each.kind, 0) * each.importance for each in weighty), default=0)
        is_between = {*ends} == {each.id for each in parties}
        rank += BETWEEN * is_between
    happening = _happening(pack, ends, entry)
    is_result = bool(happening) and _tells_result(tie.text, pack.entries[entry].name)
    rank += HAPPENED * bool(happening) - RESULT * is_result
    if place == 1 and step.fact and pack.entries[entry].kind is Kind.EVENT and not step.event:
        rank -= OWNED * (not all(takes_part(pack, step.fact, end) for end in ends))
    whole = tie.text.removesuffix(".")  # the last name must not have the full stop
    company = {name.rpartition(" ")[2] for names in _COMPANY.findall(whole) for name in _NAME.findall(names)}
    rank -= BETWEEN * (bool(company) and company.isdisjoint(short_name(pack.entries[end]) for end in ends))
    is_written = place not in WORDS and bool(_ONLY_WRITTEN.search(tie.text))
    rank -= len(tie.text) // A_MOUTHFUL + ACCOUNT * (is_account or is_written or place in WORDS)
    is_deed = not is_account and place not in WORDS and _is_deed(pack, ends, step, entry, first)
    weight = rank + OF_OTHERS * (place >= PLACE_OF_OTHERS) - bool(step.event)  # a common event says less
    deed = max(0, weight) if is_deed else 0
    names = {root(word) for end in ends for name in pack.entries[end].names for word in plain(name).split()}
    words = {root(word) for word in plain(tie.text).split() if len(word) >= TELLING and word not in STOP_WORDS}
    telling = frozenset(word for word in words - names if not word.isdigit())
    told = tie._replace(first=first, rank=rank, words=telling, entry=entry, deed=deed, happening=happening)
    return told._replace(
        company=frozenset(company),
        brief=in_brief(pack, ends, step, tie.text),
        is_result=is_result,
        is_between=is_between,
        is_of_end=step.is_of_end or (place == OF_BOTH and step.importance > MINOR),
        is_by_third=step.is_by_third,
    )


def _happening(pack: Pack, ends: tuple[str, str], entry: str) -> str:
    """The group's entry, if it is an event named after one of the two; else empty."""
    event = pack.entries[entry] if entry else None
    is_own = event and event.kind is Kind.EVENT and any(short_name(pack.entries[end]) in event.name for end in ends)
    return entry if is_own else ""


def _tells_result(text: str, event: str) -> bool:
    """Return whether a sentence treats the event as known and goes on from it: `The expulsion of Trotsky … ended`."""
    words = event.casefold().split()
    return text.casefold().startswith((f"the {words[0]} of ", f"{event.casefold()} "))


def _is_deed(pack: Pack, ends: tuple[str, str], step: Step, entry: str, first: date) -> bool:
    """Return whether a tie is something that happened between two in the lifetime of both."""
    if step.fact is None or first == date.max:
        return False
    if {pack.entries[each].kind for each in (step.fact.subject, entry) if each} & {Kind.WORK, Kind.CONCEPT}:
        return False
    lives = [life for end in ends if (life := lifetime(pack.entries[end]))]
    is_in_time = all(first <= last for _, last in lives)
    return is_in_time and (bool(step.event) or all(takes_part(pack, step.fact, end) for end in ends))


def _tells_deed(fact: Fact) -> bool:
    """Return whether a fact is no opinion. An accusation counts as a deed."""
    return not fact.according_to or bool(_CHARGE.search(fact.text))


def _with_its_deed(pack: Pack, ends: tuple[str, str], tie: Tie, entry: str) -> tuple[Tie, bool]:
    """The tie, and whether it is only somebody's account.

    In an event named after one of the two an account counts as fact.
    """
    is_by_account = bool(_BY_ACCOUNT.match(tie.text))
    event = pack.entries[entry] if entry and pack.entries[entry].kind is Kind.EVENT else None
    if is_by_account and event and any(short_name(pack.entries[end]) in event.name for end in ends):
        return tie._replace(text=deed_first(tie.text)), False
    return tie, is_by_account or bool(_ACCOUNT.search(tie.text))


def _group(pack: Pack, one: str, other: str, step: Step) -> _Key:
    """Place, title and entry of the group that a step belongs to."""
    ends = (one, other)
    if step.fact is None:
        return (3, OWN_WORDS, "") if step.quote and step.quote.speaker in ends else (5, OTHERS_WORDS, "")
    fact, subject = step.fact, pack.entries[step.fact.subject]
    speakers = [end for end in ends if end in fact.according_to]
    is_of_both = bool(step.event) or all(takes_part(pack, fact, end, IN_HIS_TIME) for end in ends)
    is_deed = _tells_deed(fact)
    is_later = subject.kind is Kind.WORK and _is_of_later_year(pack, step)
    if fact.subject not in ends and subject.kind in (Kind.EVENT, Kind.WORK) and is_of_both and is_deed and not is_later:
        return 1, ", ".join((capital(subject.name), *_dates(pack, subject))), subject.id
    if not fact.according_to:
        parties = {fact.subject, fact.target}
        between = not parties.isdisjoint(ends) and all(takes_part(pack, fact, end) for end in {*ends} - parties)
        names = f"{short_name(pack.entries[one])} and {short_name(pack.entries[other])}"
        return (0, names, "") if between else (4, ELSEWHERE, "")
    if len(speakers) != 1 or not is_of_both:
        return 5, OTHERS_WORDS, ""
    about = other if speakers[0] == one else one
    return 2, f"{short_name(pack.entries[speakers[0]])} on {short_name(pack.entries[about])}", ""


def _is_of_later_year(pack: Pack, step: Step) -> bool:
    """Return whether a fact about a work is of a later year than the work."""
    own = pack.entries[step.fact.subject].facts if step.fact else ()
    last = max((fact.object.last for fact in own if isinstance(fact.object, Date)), default=date.max)
    return last.year < moment_of_tie(pack, step)[0].year < date.max.year


def _dates(pack: Pack, entry: Entry) -> list[str]:
    """Date of an event or a work; for a work written and published in different years, both."""
    dated = pack.known_dates(entry)
    if entry.kind is Kind.WORK and len({when.first.year for _, when in dated}) > 1:
        return [f"{pack.relations[fact.relation].label} {date_short(when)}" for fact, when in dated]
    when = event_date(entry)
    return [date_short(when)] if when else []


def _first_day(pack: Pack, group: TieGroup) -> date:
    """The day by which a group's event had begun or its work appeared; if unknown, that of its first tie."""
    when = event_date(pack.entries[group.entry]) if group.entry else None
    begun = when.start or when.end if when else None
    return begun.last if begun else group.ties[0].first if group.entry else date.max
