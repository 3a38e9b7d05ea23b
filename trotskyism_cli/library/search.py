"""Search: the passages that answer a question, best first, or nothing if nothing does.

Every passage with a word of the question, or a synonym, is scored: by the weight of the words (inverse document
frequency), their place (text, names, hints), the entries and date the question names, what it asks for, and how much of
it occurs literally. A result that covers too little of the question is no answer, however high its score.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from trotskyism_cli.library.dates.date_parsing import ParsedDate
from trotskyism_cli.library.forms import plain, root, without_article
from trotskyism_cli.library.initials import with_whole_names
from trotskyism_cli.library.query import Query, parse_question
from trotskyism_cli.library.questions.answer_text import fact_passage, quote_passage, shortened
from trotskyism_cli.library.questions.bare_number import bare_number, has_number
from trotskyism_cli.library.questions.matching import Matches, complete_common_words, match
from trotskyism_cli.library.questions.person_meant import without_first_names, without_namesakes, without_others
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.words.spelling import SYNONYM, synonym_table
from trotskyism_cli.pack.model import Entry, Kind

COVERED = 0.6  # share of a question's weight that an answer must cover
NAMED = 3.0  # bonus for a passage about an entry that the question names
FIRST_NAMED = 1.25  # factor for the entry named first, which the question is mostly about
DATED = 9.0  # bonus for the date, if that is the whole question
DATED_TOO = 5.0  # bonus for the date beside other words
ASKED = 1.6
VERBATIM = 1.2  # bonus per word of a literal match, from the third word on
QUOTED = 3  # words that may come from a quotation
FURTHER = 0.3  # share that further passages of an entry add to its best
WEIGHED = 240  # passages that are read and scored
OF_ONE_ENTRY = 120  # passages about an entry named in the question
OF_ONE_DATE = 600
MONTH = range(27, 31)  # days from the first of a month to its last
SHOWN_FACTS = 4
ONE_FACT = frozenset({"who", "when", "where", "number"})  # what a single statement can answer
WORTH_SHOWING = 0.35  # share of the best answer's score below which an answer is not shown


class Hit(NamedTuple):
    """An answer: what it is about, the passage as shown, the facts in it, and the words that matched."""

    id: str
    kind: str
    name: str
    text: str
    facts: tuple[str, ...]
    score: float
    matched: frozenset[str] = frozenset()


class Candidate(NamedTuple):
    """A scored passage: which words of the question it has (`has`), and how many of them in a row."""

    number: int
    kind: str
    owner: str
    record: str
    shown: str
    score: float
    has: dict[str, float]
    in_a_row: int


class SearchResult(NamedTuple):
    """A parsed question, its answers, and all passages that were scored for the answers, best first.

    `named` is the only entry with a name that contains all words of the search; empty if none or several.
    """

    query: Query
    hits: tuple[Hit, ...]
    weighed: tuple[Candidate, ...] = ()
    named: str = ""

    @property
    def owners(self) -> tuple[str, ...]:
        """What the scored passages are about, each once, best first."""
        return tuple(dict.fromkeys(each.owner for each in self.weighed))


_Ranked = list[tuple[float, list[Candidate]]]


def search(store: Store, pack: StoredPack, text: str, limit: int, of_question: int | None = None) -> SearchResult:
    """At most `limit` best answers to a question; none if the book has none. Never raises.

    If `of_question` is given, it is the limit for a real question, as opposed to keywords.
    """
    query = query_of(store, pack, text)
    if query.is_empty:
        return SearchResult(query, ())
    matches = match(store, query.terms)
    groups: dict[str, list[Candidate]] = defaultdict(list)
    number = bare_number(query)
    for candidate in _weigh(store, query, matches):
        if number and (candidate.kind == "topic" or not has_number(candidate.shown, number)):
            continue
        groups[candidate.owner].append(candidate)
    for group in groups.values():
        group.sort(key=lambda each: (-each.score, each.number))
    ranked = sorted(((_group_score(group, matches.weights), group) for group in groups.values()), key=_rank)
    answering = [(worth, group) for worth, group in ranked if _answers(query, matches.weights, group)]
    named = _named_by(pack, query, [group[0].owner for _, group in answering])
    if query.is_phrase:
        answering = _with_phrase(query, answering, named) or answering
    answering.sort(key=lambda each: bool(named) and each[1][0].owner != named)
    if len(query.words) >= QUOTED and not query.asks:  # before what only has all these words in its name
        answering.sort(key=lambda each: not _is_quoted(query, each[1]))
    if query.entries and not query.asks:
        answering.sort(key=lambda each: not _is_called_so(pack, query, each[1][0].owner))
    least = WORTH_SHOWING * max((worth for worth, _ in answering), default=0.0)
    shown = (
        (worth, group)
        for worth, group in answering
        if worth >= least
        or _is_quoted(query, group)
        or _is_called_so(pack, query, group[0].owner)
        or group[0].owner == named
    )
    weighed = sorted((each for _, group in answering for each in group), key=lambda each: (-each.score, each.number))
    most = limit if of_question is None or not query.is_question else of_question
    best = list(islice(shown, most))
    pack.entries.read(group[0].owner for _, group in best)
    hits = tuple(_hit(pack, query, worth, group) for worth, group in best)
    return SearchResult(query, hits, tuple(weighed), named)


def query_of(store: Store, pack: StoredPack, text: str) -> Query:
    """Parse a question without searching."""
    text = with_whole_names(store, pack, text)
    query = parse_question(store, text, synonym_table(pack.synonyms), lambda each: _called(pack.entries[each]))
    return without_namesakes(store, pack, without_first_names(store, pack, without_others(store, pack, query)))


def _called(entry: Entry) -> str:
    """The name by which texts mostly mean an entry."""
    return entry.name.rpartition(" ")[2] if entry.kind is Kind.PERSON else entry.name


def _rank(ranked: tuple[float, list[Candidate]]) -> tuple[float, str]:
    worth, group = ranked
    return -worth, group[0].owner


# ---- weighing ------------------------------------------------------------------------------------------------------


def _weigh(store: Store, query: Query, matches: Matches) -> Iterator[Candidate]:
    """Score the passages that are most likely to answer."""
    given = _bonuses(store, query)
    first = {
        number: given.get(number, 0.0) + sum(matches.weights[word] * share for word, share in has.items())
        for number, has in matches.passages.items()
    }
    if query.is_only_names or query.is_only_date or not query.terms:
        first = {**given, **first}
    likely = sorted(first, key=lambda number: (-first[number], number))[:WEIGHED]
    if matches.common:
        complete_common_words(store, matches, likely)
    asks = query.asks | {"event"} if query.is_only_date else query.asks
    marks = ",".join("?" * len(likely))
    columns = "number, kind, owner, record, shown, words, answers, weight"
    for found in store.rows(f"SELECT {columns} FROM passages WHERE number IN ({marks})", *likely):
        number, kind, owner, record, shown, words, answers, weight = found
        has = matches.passages.get(number, {})
        score = weight + given.get(number, 0.0) + sum(matches.weights[word] * has[word] for word in has)
        row = in_a_row(words, query.words)
        score += VERBATIM * max(0, row - 2) * (2 if kind == "quote" else 1)
        score += ASKED * min(2, sum(each in asks for each in answers.split()))
        if query.is_only_names and kind == "summary":
            score += NAMED / 2
        yield Candidate(number, kind, owner, record, shown, score, has, row)


def _bonuses(store: Store, query: Query) -> dict[int, float]:
    """Bonus of passages about the entries or of the date that the question names."""
    given: dict[int, float] = defaultdict(float)
    for place, entry in enumerate(query.named):
        about = "SELECT number FROM passages WHERE subject = ? ORDER BY number LIMIT ?"
        for number in store.numbers(about, entry, OF_ONE_ENTRY):
            given[number] = NAMED if place else NAMED * FIRST_NAMED
    if query.date:
        for number, exact in _dated(store, query.date).items():
            given[number] += (DATED_TOO if query.terms else DATED) * exact
    return given


def _dated(store: Store, asked: ParsedDate) -> dict[int, float]:
    """Passages of a date: 1 for those within it, less for those whose own date is wider."""
    if asked.when is None:
        query = """SELECT number FROM days JOIN passages ON record = fact WHERE month = ? AND day = ?
            ORDER BY number LIMIT ?"""
        return dict.fromkeys(store.numbers(query, asked.month, asked.day, OF_ONE_DATE), 1.0)
    found: dict[int, float] = {}
    query = """SELECT number, first, last, words FROM moments JOIN passages ON record = fact
        WHERE first BETWEEN ? AND ? AND last BETWEEN ? AND ? ORDER BY number LIMIT ?"""
    said = plain(asked.words)
    for start, end in asked.readings:
        low, high = start.toordinal(), end.toordinal()
        is_month = high - low in MONTH
        for number, first, last, words in store.rows(query, low - 366, high, low, high + 366, OF_ONE_DATE):
            inside = low <= first and last <= high
            if is_month and not (inside or said in words or _borders(first, last, low, high)):
                continue
            exact = 1.0 if inside else 0.7 * (high - low + 1) / max(high - low + 1, last - first + 1)
            found[number] = max(exact, found.get(number, 0.0))
    return {number: exact for number, exact in found.items() if exact > 0.02}


def _borders(first: int, last: int, low: int, high: int) -> bool:
    """Return whether a longer span is known to begin or end in these days, not merely in that year."""
    begun, ended = date.fromordinal(first), date.fromordinal(last)
    is_whole_years = (begun.month, begun.day, ended.month, ended.day) == (1, 1, 12, 31)
    return not is_whole_years and (low <= first <= high or low <= last <= high)


def in_a_row(words: str, asked: tuple[str, ...]) -> int:
    """Length of the longest run of the question's words that occurs in a passage."""
    own = f" {words} "
    longest = 0
    for start in range(len(asked)):
        while start + longest < len(asked) and f" {' '.join(asked[start : start + longest + 1])} " in own:
            longest += 1
    return longest


# ---- answers -------------------------------------------------------------------------------------------------------


def _group_score(group: list[Candidate], weights: dict[str, float]) -> float:
    """Total score of the passages of one owner: the best, and what each further one adds."""
    seen = dict(group[0].has)
    worth = group[0].score
    for number, each in enumerate(group[1:SHOWN_FACTS], start=1):
        new = sum(weights[word] * share for word, share in each.has.items() if word not in seen)
        worth += new * 0.6 + FURTHER / number * each.score
        seen.update(each.has)
    return worth


def _answers(query: Query, weights: dict[str, float], group: list[Candidate]) -> bool:
    """Return whether the passages that would be shown cover enough of the question."""
    if query.is_only_names or query.is_only_date:
        return True
    if query.is_phrase:  # the words belong together, so one passage must have them
        return any(_covers(each.has, weights) for each in group)
    if query.asks & ONE_FACT and query.entries and group[0].owner not in query.entries:
        named = query.naming
        if not any(named & each.has.keys() and each.has.keys() - named for each in group):
            return False
    best: dict[str, float] = {}
    for each in group[:SHOWN_FACTS]:
        for word, share in each.has.items():
            best[word] = max(share, best.get(word, 0.0))
    return _covers(best, weights)


def _covers(has: dict[str, float], weights: dict[str, float]) -> bool:
    """Return whether the words found have enough of the total weight."""
    told = sum(weights[word] * min(1.0, share / SYNONYM) for word, share in has.items())
    return told >= COVERED * sum(weights.values())


def _with_phrase(query: Query, ranked: _Ranked, named: str) -> _Ranked:
    """Those groups that contain all the words in a row, and that of the entry `named` by them."""
    found = [each for each in ranked if any(candidate.in_a_row == len(query.words) for candidate in each[1])]
    return [each for each in ranked if each in found or each[1][0].owner == named]


def _is_quoted(query: Query, group: list[Candidate]) -> bool:
    """Return whether the group is a quotation that contains the whole question literally."""
    return group[0].kind == "quote" and any(each.in_a_row == len(query.words) for each in group)


def _is_called_so(pack: StoredPack, query: Query, owner: str) -> bool:
    """Return whether an entry has exactly the words of the search as a name."""
    typed = without_article(" ".join(query.words))
    return owner in query.entries and typed in {without_article(plain(name)) for name in pack.entries[owner].names}


def _named_by(pack: StoredPack, query: Query, owners: Iterable[str]) -> str:
    """The only entry with a name that contains all words of the search, in any form.

    Empty if there are several, or if some entry has exactly these words as a name.
    """
    asked = {root(word) for word in query.words}
    if len(asked) < 2 or query.asks or query.date:
        return ""
    found = list(owners)
    if any(_is_called_so(pack, query, each) for each in found):
        return ""
    likely = [each for each, called in pack.names_of(found) if asked <= _roots(called)]
    entries = pack.entries.several(likely)
    named = [each.id for each in entries if any(asked <= _roots(name) for name in each.names)]
    return named[0] if len(named) == 1 else ""


def _roots(text: str) -> set[str]:
    return set(map(root, plain(text).split()))


def _hit(pack: StoredPack, query: Query, score: float, group: list[Candidate]) -> Hit:
    owner, kind, score, matched = group[0].owner, group[0].kind, round(score, 3), query.forms
    if kind == "quote":
        quote = pack.quotes[owner]
        return Hit(owner, kind, pack.entries[quote.speaker].name, quote_passage(pack, quote), (), score, matched)
    if kind == "topic":
        return Hit(owner, kind, pack.topic(owner).title, shortened(each.shown for each in group), (), score, matched)
    entry = pack.entries[owner]
    facts = [each.record for each in group if each.record][:SHOWN_FACTS]
    told = [fact_passage(pack, fact_id) for fact_id in facts]
    lead = kind == "summary" or query.is_only_names
    text = shortened([entry.summary, *told] if lead else [*told, entry.summary])
    shown = tuple(fact for fact, sentences in zip(facts, told, strict=True) if sentences in text)
    return Hit(owner, entry.kind, entry.name, _headed(entry.names, text, lead=lead), shown, score, matched)


def _headed(names: Iterable[str], text: str, *, lead: bool) -> str:
    names = list(names)
    return f"{' / '.join(names[:5])}. {text}" if lead and names[0] not in text[: len(names[0]) + 8] else text
