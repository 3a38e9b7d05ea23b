"""Search: the passages that answer a question, best first, and nothing if nothing does.

Every passage that has a word of the question, or a synonym, is weighed: by how much the words tell (inverse
document frequency), by where they stand (text, names, hints of the relation), by the entries and the date that the
question names, by what is asked for, and by how much of the question stands in it word for word. What covers too
little of what the question is about is not an answer, however good the rest: then nothing is shown.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from trotskyism_cli.library.forms import words_of
from trotskyism_cli.library.query import Query, Term, synonym_table, take_apart
from trotskyism_cli.library.store import Store
from trotskyism_cli.pack.dates import date_words
from trotskyism_cli.pack.model import Pack, Quote
from trotskyism_cli.pack.wording import fact_sentence, sentence

COLUMNS = {"body": 1.0, "names": 0.75, "hints": 0.45}
SYNONYM = 0.75
COVERED = 0.6  # the share of what a question tells that a passage must have
NAMED = 3.0  # for an entry that the question names, as the subject of the passage
DATED = 9.0
ASKED = 1.6
VERBATIM = 1.2  # for each word, from the third on, that stands in the passage as it stands in the question
FURTHER = 0.22  # what the next best passages of an entry add to its best
COMMON = 1500  # passages beyond which a word is only looked for among those that other words found
SHOWN_FACTS = 4
SHOWN_WORDS = 110


class Hit(NamedTuple):
    """An answer: what it is about, the whole passage as it is shown, the facts in it, and the words that matched."""

    id: str
    kind: str
    name: str
    text: str
    facts: tuple[str, ...]
    score: float
    matched: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Candidate:
    """A passage being weighed."""

    row: int
    kind: str
    owner: str
    fact: str
    text: str
    answers: str
    weight: float
    subject: str
    terms: dict[str, float] = field(default_factory=dict)
    score: float = 0.0


def search(store: Store, pack: Pack, text: str, limit: int) -> list[Hit]:
    """The best answers to a question, at most `limit`; empty if the book has none. Never fails, whatever the text."""
    query = take_apart(store, text, synonym_table(pack.synonyms))
    if not query.terms and not query.date and not query.entries:
        return []
    candidates = _weigh(store, query)
    groups: dict[str, list[_Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[candidate.owner].append(candidate)
    ranked = sorted(
        (_ranked(group, query) for group in groups.values()), key=lambda group: (-group[0], group[1][0].owner)
    )
    hits = (_hit(pack, query, score, group) for score, group in ranked if _answers(query, group))
    return [hit for _, hit in zip(range(limit), hits, strict=False)]


# ---- weighing ------------------------------------------------------------------------------------------------------


def _weigh(store: Store, query: Query) -> list[_Candidate]:
    found = _matches(store, query.terms)
    dated = _dated_facts(store, query)
    named = set(query.entries)
    if dated or not query.terms:
        found.update({row: found.get(row, {}) for row in _rows_of_facts(store, dated)})
    if query.is_only_names:
        found.update({row: found.get(row, {}) for row in _rows_of_owners(store, named)})
    candidates = list(_load(store, found))
    for each in candidates:
        each.score = _score(each, query, named, dated)
    return candidates


def _matches(store: Store, terms: Iterable[Term]) -> dict[int, dict[str, float]]:
    """For each passage the words of the question that it has, and how well. Rare words come first."""
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for term in sorted((term for term in terms if term.forms), key=lambda term: -term.weight):
        among = list(found) if len(found) > COMMON else None
        for number, form in enumerate(term.forms):
            worth = 1.0 if number == 0 or " " in form else SYNONYM
            for column, share in COLUMNS.items():
                for row in _rows(store, f'{column} : "{form}"', among):
                    found[row][term.word] = max(worth * share, found[row].get(term.word, 0.0))
    return found


def _rows(store: Store, match: str, among: list[int] | None) -> Iterator[int]:
    if among is None:
        query = "SELECT rowid FROM passage_index WHERE passage_index MATCH ? LIMIT ?"
        yield from (int(str(row[0])) for row in store.rows(query, match, 4 * COMMON))
        return
    wanted = set(among)
    query = "SELECT rowid FROM passage_index WHERE passage_index MATCH ? AND rowid BETWEEN ? AND ?"
    yield from (
        row for found in store.rows(query, match, min(among), max(among)) if (row := int(str(found[0]))) in wanted
    )


def _load(store: Store, found: dict[int, dict[str, float]]) -> Iterator[_Candidate]:
    columns = "id, kind, owner, fact, text, answers, weight, subject"
    rows = list(found)
    for start in range(0, len(rows), 500):
        part = rows[start : start + 500]
        marks = ",".join("?" * len(part))
        for row in store.rows(f"SELECT {columns} FROM passages WHERE id IN ({marks})", *part):
            number, kind, owner, fact, text, answers, weight, subject = row
            yield _Candidate(
                int(str(number)),
                str(kind),
                str(owner),
                str(fact),
                str(text),
                str(answers),
                float(str(weight)),
                str(subject),
                found[int(str(number))],
            )


def _score(each: _Candidate, query: Query, named: set[str], dated: dict[str, float]) -> float:
    weights = {term.word: term.weight for term in query.terms}
    score = sum(weights[word] * share for word, share in each.terms.items())
    score += VERBATIM * max(0, _verbatim(each.text, query.words) - 2) * (2 if each.kind == "quote" else 1)
    if each.subject in named:
        score += NAMED * (1.5 if query.is_only_names and each.kind == "summary" else 1)
    if each.fact in dated:
        score += DATED * dated[each.fact]
    if query.asks & set(each.answers.split()):
        score += ASKED
    return score + each.weight


def _verbatim(text: str, words: tuple[str, ...]) -> int:
    """How many words in a row of the question stand in the text in the same row."""
    own = f" {' '.join(words_of(text))} "
    longest = 0
    for start in range(len(words)):
        while start + longest < len(words) and f" {' '.join(words[start : start + longest + 1])} " in own:
            longest += 1
    return longest


def _dated_facts(store: Store, query: Query) -> dict[str, float]:
    """The facts of the date that the question names; 1 for those whose date is as exact, less for wider ones."""
    if query.date is None:
        return {}
    found: dict[str, float] = {}
    if query.date.when is None:
        that_day = "SELECT fact FROM days WHERE month = ? AND day = ?"
        return dict.fromkeys(store.column(that_day, query.date.month, query.date.day), 1.0)
    for first, last in query.date.readings:
        span = (last - first).days + 1
        rows = store.rows(
            "SELECT fact, first, last FROM moments WHERE first BETWEEN ? AND ? AND last <= ?",
            first.toordinal() - 366,
            last.toordinal(),
            last.toordinal() + 366,
        )
        for fact, begins, ends in rows:
            low, high = int(str(begins)), int(str(ends))
            if low > last.toordinal() or high < first.toordinal():
                continue
            exact = min(span, high - low + 1) / max(span, high - low + 1)
            inside = low >= first.toordinal() and high <= last.toordinal()
            found[str(fact)] = max(1.0 if inside else 0.7 * exact, found.get(str(fact), 0.0))
    return {fact: worth for fact, worth in found.items() if worth > 0.02}


def _rows_of_facts(store: Store, facts: Iterable[str]) -> Iterator[int]:
    for fact in facts:
        yield from (int(row) for row in store.column("SELECT id FROM passages WHERE fact = ?", fact))


def _rows_of_owners(store: Store, owners: Iterable[str]) -> Iterator[int]:
    for owner in owners:
        yield from (int(row) for row in store.column("SELECT id FROM passages WHERE owner = ? LIMIT 60", owner))


# ---- answers -------------------------------------------------------------------------------------------------------

_Ranked = tuple[float, list[_Candidate]]


def _ranked(group: list[_Candidate], query: Query) -> _Ranked:
    """The passages of one owner, best first, each after the first for what it adds; and what they come to together."""
    group.sort(key=lambda each: (-each.score, each.row))
    seen = dict(group[0].terms)
    weights = {term.word: term.weight for term in query.terms}
    score = group[0].score
    for number, each in enumerate(group[1:SHOWN_FACTS], start=1):
        new = sum(weights[word] * share for word, share in each.terms.items() if word not in seen)
        score += new * 0.6 + FURTHER / number * each.score
        seen.update(each.terms)
    return score, group


def _answers(query: Query, group: list[_Candidate]) -> bool:
    """Whether what would be shown covers enough of what the question is about."""
    if query.is_only_names or query.is_only_date:
        return True
    best: dict[str, float] = {}
    for each in group[:SHOWN_FACTS]:
        for word, share in each.terms.items():
            best[word] = max(share, best.get(word, 0.0))
    told = sum(term.weight * min(1.0, best[term.word] / SYNONYM) for term in query.terms if term.word in best)
    return told >= COVERED * query.weight


def _hit(pack: Pack, query: Query, score: float, group: list[_Candidate]) -> Hit:
    owner = group[0].owner
    matched = frozenset(form for term in query.terms for form in (term.word, *term.forms))
    if group[0].kind == "quote":
        quote = pack.quotes[owner]
        name = pack.entries[quote.speaker].name
        return Hit(owner, "quote", name, quote_passage(pack, quote), (), round(score, 3), matched)
    if group[0].kind == "topic":
        topic = next(topic for topic in pack.topics if topic.id == owner)
        return Hit(owner, "topic", topic.title, _shortened(each.text for each in group), (), round(score, 3), matched)
    entry = pack.entries[owner]
    facts = [each.fact for each in group if each.fact][:SHOWN_FACTS]
    sentences = [fact_passage(pack, fact_id) for fact_id in facts]
    lead = group[0].kind == "summary" or query.is_only_names
    text = _shortened([entry.summary, *sentences] if lead else [*sentences, entry.summary])
    shown = tuple(fact for fact, told in zip(facts, sentences, strict=True) if told in text)
    return Hit(owner, entry.kind, entry.name, _headed(entry.names, text, lead=lead), shown, round(score, 3), matched)


def _headed(names: tuple[str, ...], text: str, *, lead: bool) -> str:
    return f"{' / '.join(names[:5])}. {text}" if lead and names[0] not in text[: len(names[0]) + 8] else text


def fact_passage(pack: Pack, fact_id: str) -> str:
    """A fact as it is shown as an answer: its sentence, its note, and what corrects it."""
    fact = pack.facts[fact_id]
    told = [fact_sentence(pack, fact), sentence(fact.note)]
    told += [f"Correction: {fact_sentence(pack, other)}" for other in pack.corrections_of(fact_id)]
    return " ".join(filter(None, told))


def quote_passage(pack: Pack, quote: Quote) -> str:
    """A quotation as it is shown as an answer: the words, and who said them where and when."""
    told = [pack.entries[quote.speaker].name]
    if quote.work:
        told.append(pack.entries[quote.work].name)
    if quote.when:
        told.append(date_words(quote.when))
    return f"“{quote.text}” — {', '.join(told)}. {sentence(quote.note)}".strip()


def _shortened(sentences: Iterable[str]) -> str:
    """As many sentences as make a passage that is read at a glance; the first is always whole."""
    told: list[str] = []
    length = 0
    for each in sentences:
        length += len(each.split())
        if told and length > SHOWN_WORDS:
            break
        told.append(each)
    return re.sub(r"\s+", " ", " ".join(told))
