"""In two steps: a question about somebody or something that is not named but described by another fact."""

from collections import defaultdict
from collections.abc import Iterator

from trotskyism_cli.items.answers import Answer, year_answer
from trotskyism_cli.items.asks import Ask, an_entry, is_minor, life_of, names_year, stems_of
from trotskyism_cli.items.index import Index, keyable
from trotskyism_cli.items.truth import ObjectOf, Query, YearOf, only_year
from trotskyism_cli.items.words import tokens
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind
from trotskyism_cli.pack.wording import fact_values

PAINTED = ("painting", "drawing")
LONGEST, LONGEST_LAST = 13, 28  # words of a description: in the middle of a question, and with a clause at its end
HEAD = 4  # words before such a clause
# By the ids that every pack gives these relations.
AUTHOR, BIRTH_NAME, FORMULATED, ROLE, OFFICE = "author", "birth-name", "formulated-by", "had-role", "held-office"
CONTENT, DECIDED, OUTCOME, DEFINITION = "content", "decided", "outcome", "defined-as"


def asks(index: Index) -> Iterator[Ask]:
    """For each fact with one object about an entry that another fact describes beyond doubt: its object."""
    for entry_id, described in _descriptions(index).items():
        for base in index.pack.entries[entry_id].facts:
            if base.id not in index.facts or not _is_base(index, base):
                continue
            for clue, words in described:
                if clue.id != base.id:
                    yield from _ask(index, base, clue, words)


def _is_base(index: Index, fact: Fact) -> bool:
    relation = index.relation(fact)
    return relation.functional and not relation.claim and keyable(index, fact) and not fact.according_to


def _descriptions(index: Index) -> dict[str, list[tuple[Fact, str]]]:
    """For entries, facts that fit nobody else, each as a noun phrase: `the author of My Life`."""
    found: dict[str, list[tuple[Fact, str]]] = defaultdict(list)
    for fact in index.facts.values():
        if keyable(index, fact) and not fact.according_to:
            described = _by_tie(index, fact) if isinstance(fact.object, EntryRef) else _by_text(index, fact)
            if described and len(described[1].split()) <= LONGEST_LAST:
                found[described[0]].append((fact, described[1]))
    return found


def _by_tie(index: Index, fact: Fact) -> tuple[str, str] | None:
    subject, target = index.pack.entries[fact.subject], fact.object
    if not isinstance(target, EntryRef) or not index.relation(fact).functional:
        return None
    named = not set(tokens(subject.name)).isdisjoint(tokens(index.pack.entries[target.id].name))
    if index.pack.entries[target.id].kind is Kind.PERSON and fact.relation == AUTHOR and not named:
        return target.id, f"the {'painter' if subject.type in PAINTED else 'author'} of {subject.phrase}"
    if index.pack.entries[target.id].kind is Kind.PERSON and fact.relation == FORMULATED:
        return target.id, f"the person who formulated {subject.phrase}"
    return None


def _by_text(index: Index, fact: Fact) -> tuple[str, str] | None:
    subject, text = index.pack.entries[fact.subject], fact.object
    sole = fact.unique or index.relation(fact).inverse_functional
    if not isinstance(text, str) or not sole or subject.plural or subject.name.casefold() in text.casefold():
        return None
    match fact.relation:
        case relation if relation == BIRTH_NAME:
            return subject.id, f"the person whose name at birth was {text}"
        case relation if relation in (CONTENT, DECIDED) and subject.type:
            return subject.id, f"the {subject.type} that {'decided that ' if relation == DECIDED else ''}{text}"
        case relation if relation == OUTCOME:
            return subject.id, f"the event that had the following outcome: {text}"
        case relation if relation == OFFICE:
            return subject.id, f"the person who was {text} {fact_values(index.pack, fact)['when']}".strip()
        case relation if relation in (ROLE, DEFINITION) and text.startswith("the "):
            return subject.id, text
        case _:
            return None


def _ask(index: Index, base: Fact, clue: Fact, words: str) -> Iterator[Ask]:
    relation = index.relation(base)
    entry = index.pack.entries[base.subject]
    found = _asked(index, base, clue, entry)
    if found is None:
        return
    answer, query, asked = found
    head, clause = _split(words)
    wordings = [each.removesuffix("?") + f"{clause}?" for each in relation.asks.get(asked, ()) if "{type}" not in each]
    if len(head.split()) > LONGEST:
        return
    if asked == "when" and names_year(words):
        return
    if stems := stems_of(index, base, wordings, asked, subject=head):
        yield Ask(
            id=f"{clue.id}>{base.id}",
            kind="chain",
            pool="chain/year" if asked == "when" else f"chain/{index.pack.entries[answer.entry].kind}",
            template=f"chain:{clue.relation}>{relation.id}",
            subject=words,
            query=query,
            answer=answer,
            evidence=(clue.id, base.id),
            stems=stems,
            topic=index.topic_of(clue),
            minor=is_minor(index, clue),
            life=life_of(index, base) if asked == "when" else "",
            asked=2,
        )


def _split(words: str) -> tuple[str, str]:
    """A description as a head and a clause, which goes to the end of the question: `the book`, ` that tells of …`."""
    head, that, clause = words.partition(" that ")
    return (head, f"{that}{clause}") if that and len(head.split()) <= HEAD and "“" not in head else (words, "")


def _asked(index: Index, base: Fact, clue: Fact, entry: Entry) -> tuple[Answer, Query, str] | None:
    """The answer, the query and what is asked for; nothing if the clue names the answer."""
    if isinstance(base.object, Date):
        year = only_year(index, base)
        return (year_answer(year), YearOf(base), "when") if year is not None else None
    if isinstance(base.object, EntryRef) and base.object.id != clue.subject and base.object.id != entry.id:
        return an_entry(index, base.object.id), ObjectOf(base), "object"
    return None
