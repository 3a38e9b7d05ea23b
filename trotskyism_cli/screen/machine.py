"""JSON records for programs: the contents of a pack as plain values, each fact with the sentence a person sees."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from trotskyism_cli.library.card import Card
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.model import Citation, Entry, EntryRef, Fact, Number, Quote, Topic
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Question
from trotskyism_cli.pack.wording import fact_sentence

if TYPE_CHECKING:
    from trotskyism_cli.library.search import Hit

Record = dict[str, Any]


def entry_record(pack: Pack, entry: Entry) -> Record:
    """An entry with all names, summary and facts."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "type": entry.type,
        "name": entry.name,
        "aliases": list(entry.aliases),
        "native": list(entry.native),
        "search": list(entry.search),
        "summary": entry.summary,
        "confused_with": list(entry.confused_with),
        "disputes": list(entry.disputes),
        "names_by_date": [{"name": each.name, "when": each.when.text} for each in entry.dated_names],
        "importance": entry.importance,
        "significance": entry.significance or None,
        "significance_source": _cited(entry.significance_citations),
        "further_reading": _cited(entry.further_reading),
        "facts": [fact_record(pack, fact) for fact in entry.facts],
        "complete": [
            {
                "relation": each.relation,
                "as": "object" if each.as_object else "subject",
                "source": _cited(each.citations),
            }
            for each in entry.complete
        ],
    }


def card_record(pack: Pack, card: Card) -> Record:
    """An entry's own record, together with the facts, quotations and chapters about it."""
    return {
        **entry_record(pack, card.entry),
        "facts_as_object": [fact_record(pack, fact) for fact in card.facts_as_object],
        "facts_held": [fact_record(pack, fact) for fact in card.facts_held],
        "quotes": [quote_record(pack, quote) for quote in card.quotes_by],
        "quotes_about": [quote_record(pack, quote) for quote in card.quotes_about],
        "quotes_from": [quote_record(pack, quote) for quote in card.quotes_from],
        "topics": [{"id": topic.id, "title": topic.title} for topic in card.topics],
    }


def fact_record(pack: Pack, fact: Fact) -> Record:
    """A fact with its sentence (`text`), its logic and its sources."""
    return {
        "id": fact.id,
        "subject": fact.subject,
        "relation": fact.relation,
        "object": _object(fact),
        "text": fact_sentence(pack, fact),
        **date_record(fact.date),
        "where": fact.where or None,
        "voice": fact.voice,
        "according_to": list(fact.according_to),
        "source": _cited(fact.citations),
        "origin": fact.origin,
        "note": fact.note,
        "about": fact.about or None,
        "for": fact.supports or None,
        "contradicts": list(fact.contradicts),
        "corrects": fact.corrects or None,
        "not": fact.negated,
        "importance": fact.importance,
        "uncertain": fact.is_uncertain,
        "uncertain_reason": (fact.uncertain or fact.note) if fact.is_uncertain else None,
        "formerly": list(fact.formerly),
    }


def quote_record(pack: Pack, quote: Quote) -> Record:
    """A quotation with its full attribution."""
    return {
        "id": quote.id,
        "speaker": quote.speaker,
        "speaker_name": pack.entries[quote.speaker].name,
        "text": quote.text,
        "work": quote.work or None,
        "work_name": pack.entries[quote.work].name if quote.work else None,
        **date_record(quote.when),
        "about": list(quote.about),
        "reported_by": quote.reported_by or None,
        "attribution": quote.attribution,
        "doubtful": quote.doubtful,
        "source": _cited(quote.citations),
        "origin": quote.origin,
        "note": quote.note,
    }


def question_record(question: Question) -> Record:
    """A question written by hand: its options, the right ones (`key`), and why the others are wrong (`notes`)."""
    return {
        "id": question.id,
        "stem": question.stem,
        **({"passage": question.passage} if question.passage else {}),
        "options": [option.text for option in question.options],
        "key": [option.text for option in question.options if option.right] or list(question.accepted),
        **({"accepted": list(question.accepted)} if question.options and question.accepted else {}),
        "notes": [option.note for option in question.options],
        "option_facts": [list(option.facts) for option in question.options],
        "explanation": question.explanation,
        "about": list(question.about),
        "topic": question.topic or None,
        "response": question.response,
        **({"pairs": [list(pair) for pair in question.pairs], "spare": list(question.spare)} if question.pairs else {}),
        **({"order": list(question.order)} if question.order else {}),
        "source": _cited(question.citations),
    }


def hit_record(hit: "Hit") -> Record:
    """A passage that a search found."""
    return {
        "id": hit.id,
        "kind": hit.kind,
        "name": hit.name,
        "text": hit.text,
        "facts": list(hit.facts),
        "score": hit.score,
    }


def topic_record(topic: Topic) -> Record:
    """A chapter with its prose."""
    return {
        "id": topic.id,
        "title": topic.title,
        "order": topic.order,
        "summary": topic.summary,
        "prose": topic.prose,
        "sections": list(topic.sections),
        "entries": list(topic.entries),
        "quotes": list(topic.quotes),
        "survey": topic.survey,
    }


def pack_record(pack: Pack) -> Record:
    """Everything a pack holds."""
    return {
        "id": pack.id,
        "name": pack.name,
        "subject": pack.subject,
        "version": pack.version,
        "language": pack.language,
        "licence": pack.licence,
        "entries": [entry_record(pack, entry) for entry in pack.entries.values()],
        "quotes": [quote_record(pack, quote) for quote in pack.quotes.values()],
        "topics": [topic_record(topic) for topic in pack.topics],
        "questions": [question_record(question) for question in pack.questions.values()],
        "sources": [
            {
                "id": source.id,
                "kind": source.kind or None,
                "title": source.title,
                "author": source.author,
                "publisher": source.publisher,
                "year": source.year,
                "url": source.url,
                "read_in": source.read_in or None,
                "lines": source.lines,
                "section": source.section,
            }
            for source in pack.sources.values()
        ],
        "relations": [
            {
                "id": relation.id,
                "label": relation.label,
                "functional": relation.functional,
                "inverse_functional": relation.inverse_functional,
                "symmetric": relation.symmetric,
                "tree": relation.tree,
            }
            for relation in pack.relations.values()
        ],
    }


def date_record(when: Date | None) -> Record:
    """A date as written (EDTF), in words, and as the earliest and latest Gregorian day it can mean; null if unknown."""
    return {
        "when": when.text if when else None,
        "when_words": date_words(when) if when else None,
        "first_day": when.first.isoformat() if when and when.start else None,
        "last_day": when.last.isoformat() if when and when.end else None,
    }


def _object(fact: Fact) -> Record:
    match fact.object:
        case EntryRef():
            return {"entry": fact.object.id}
        case Date():
            return {"date": fact.object.text}
        case Number():
            return {"number": fact.object.value, "unit": fact.object.unit}
        case text:
            return {"text": text}


def _cited(citations: Iterable[Citation]) -> list[str]:
    return [f"{each.source} {each.locator}".strip() for each in citations]
