"""Explanations: why the key is right and by what source, and what every other option really was."""

from collections.abc import Iterable, Sequence

from trotskyism_cli.items.grounds.answers import YEAR_FORM
from trotskyism_cli.items.grounds.bare_questions import BareQuestion
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.grounds.words import first_sentence, is_sentence
from trotskyism_cli.items.options.sets import OptionSet
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.article_cited import article_cited, split_citations
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Citation
from trotskyism_cli.pack.relation import SIGNIFICANCE
from trotskyism_cli.pack.stock_phrases import RIGHT, SOURCE
from trotskyism_cli.pack.wording import POINTS, fact_sentence, join_words, sentence

FEWEST_WORDS, MOST_WORDS = 15, 120
MATTERS = "Why it matters: "
SOURCES = 2  # most sources cited for several facts together
BEHIND_COMMA = r", \1"
_IN_BRACKETS = lazy_regex(r" \(([^()]*)\)")


def explainable(index: Index, ask: BareQuestion) -> bool:
    """Return whether the fact can be told without words that seem to point at options ("above", "option")."""
    return not POINTS.search(sentence_of(index, ask.evidence[0]))


def explanation(index: Index, draw: OptionSet) -> str:
    """Explain the key: the key, the fact with its holder, why it matters, and the best source."""
    evidence = draw.ask.evidence[0]
    first = sentence_of(index, evidence)
    key = draw.answers[draw.key].label
    lead = [] if key.casefold() in first.casefold() else [sentence(key)]
    return explained(index, evidence, [*lead, first], source_of(index, index.facts[evidence].citations))


def explained(index: Index, evidence: str, parts: Sequence[str], source: str) -> str:
    """Build an explanation from `parts` and the fact's note and significance, with the source last.

    Leaves out what would make it too long; adds the entry's summary if it would be too short.
    """
    note = index.facts[evidence].note
    note = note if note and is_sentence(note) and not POINTS.search(note) else ""
    said = list(parts)
    for further in (sentence(note) if note else "", why_it_matters(index, evidence)):
        if further and _length([*said, further, source]) <= MOST_WORDS:
            said.append(further)
    if _length([*said, source]) < FEWEST_WORDS:
        said.append(_summary(index, evidence))
    return " ".join([*filter(None, said), source])


def _length(parts: Sequence[str]) -> int:
    return len(" ".join(parts).split())


def why_it_matters(index: Index, evidence: str) -> str:
    """Significance of the fact's subject, else of its object, in a sentence; empty if neither has one to show here."""
    fact = index.facts[evidence]
    ends = fact.ends
    reasons = (each for end in ends for each in index.by_subject.get((SIGNIFICANCE.id, end), ()))
    reason = next((str(each.object) for each in reasons), "")
    return sentence(f"{MATTERS}{reason.rstrip('.')}") if reason and not POINTS.search(reason) else ""


def option_notes(index: Index, draw: OptionSet) -> tuple[str, ...]:
    """A sentence for each option: that it is right, or what it really was."""
    return tuple(
        f"{RIGHT}{_key_note(index, draw)}" if place == draw.key else _note(index, draw, place)
        for place in range(len(draw.answers))
    )


def _key_note(index: Index, draw: OptionSet) -> str:
    label, fact = draw.answers[draw.key].label, sentence_of(index, draw.ask.evidence[0])
    return fact if label.casefold() in fact.casefold() else f"{sentence(label)} {fact}"


def _note(index: Index, draw: OptionSet, place: int) -> str:
    answer, proof = draw.answers[place], draw.proofs[place]
    if answer.form == YEAR_FORM:
        return f"{answer.label}: {_years(answer.value - draw.answers[draw.key].value)}."
    evidence = proof.shows if proof and proof.shows else draw.own[place].evidence[0]
    said = sentence_of(index, evidence)
    return said if answer.label.casefold() in said.casefold() else f"{answer.label}: {said}"


def _years(gap: float) -> str:
    """How far a year is from the right one, e.g. `5 years too early`."""
    return f"{counted(abs(int(gap)), 'year')} too {'early' if gap < 0 else 'late'}"


def sentence_of(index: Index, evidence: str) -> str:
    """A fact as a sentence."""
    if evidence not in index.sentences:
        index.sentences[evidence] = fact_sentence(index.pack, index.facts[evidence])
    return index.sentences[evidence]


def dated_list(rows: Iterable[tuple[str, str]]) -> str:
    """List things in order of time with their dates, in a sentence."""
    dated = [f"{label} ({_IN_BRACKETS.sub(BEHIND_COMMA, when)})" for label, when in rows]  # no nested brackets
    return f"In order of time: {join_words(dated)}."


def in_none_of_them(answer: str) -> str:
    """Say that an option belongs to none of the prompts; the option may be a whole clause."""
    return f"“{answer}” belongs to none of them"


def _summary(index: Index, evidence: str) -> str:
    """First sentence of the subject's summary, headed by its name."""
    gist = _gist(index, evidence)
    return f"{index.pack.entries[index.facts[evidence].subject].name}: {gist}" if gist else ""


def _gist(index: Index, evidence: str) -> str:
    """First sentence of the subject's summary; empty if it seems to point at options."""
    first = first_sentence(index.pack.entries[index.facts[evidence].subject].summary)
    return "" if POINTS.search(first) else sentence(first)


def sources_sentence(index: Index, evidence: Sequence[str]) -> str:
    """The first sources of several facts, in one sentence."""
    records = [index.facts[each] for each in evidence]
    first = [record.citations[0] for record in records if record.citations]
    return source_of(index, tuple(dict.fromkeys(first)), most=SOURCES)


def source_of(index: Index, citations: Sequence[Citation], most: int = 1) -> str:
    """`Source: “My Life” (Leon Trotsky, 1930), chapter 4.` Cites a section of the article only if no work is cited."""
    works, sections = split_citations(index.pack, citations)
    named = dict.fromkeys(_citation(index, citation) for citation in works[:most])
    return f"{SOURCE}{'; '.join(named) or article_cited(index.pack, sections[:most])}."


def _citation(index: Index, citation: Citation) -> str:
    return index.pack.sources[citation.source].in_sentence(citation.locator)
