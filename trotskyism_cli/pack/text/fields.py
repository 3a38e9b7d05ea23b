"""The keys of each kind of record and what they may hold: one table for reader and JSON Schema."""

from dataclasses import dataclass
from enum import StrEnum

from trotskyism_cli.pack.model import Attribution, Kind, Origin, SourceKind, Voice
from trotskyism_cli.pack.relation import ObjectType, Part, Role


class Holds(StrEnum):
    """What the value of a key may be."""

    ID = "an id"
    IDS = "a list of ids"
    TEXT = "text"
    TEXTS = "text, or a list of texts"
    DATE = "a date in quotes"
    FLAG = "true or false"
    INTEGER = "a whole number"
    CHOICE = "one of a few words"
    CHOICES = "one or a list of a few words"
    SOURCES = 'a source such as "introduction 19", or a list of them'
    WORDINGS = "a map of wordings"
    LABELS = "a map of labels"
    RECORDS = "a list of records"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record. For a list of records, `record` names their kind."""

    holds: Holds
    describes: str
    required: bool = False
    choices: tuple[str, ...] = ()
    record: str = ""


ASKED_FOR = ("subject", "object", "when", "holder", "match")
NO_LONGER_ASKED_FOR = ("order",)  # in older packs

_ID = Key(Holds.ID, "the id: lower case, with hyphens; never changed later", required=True)
_KINDS = tuple(Kind)
_SOURCE_REQUIRED = Key(Holds.SOURCES, "where it comes from: a source id, then the place in it", required=True)
_ORIGIN = Key(Holds.CHOICE, "background if the article does not have it", choices=tuple(Origin))
_NOTE = Key(Holds.TEXT, "what a reader should know beside it")
_IMPORTANCE = Key(
    Holds.CHOICE,
    "3 what an educated person knows of the field, 2 what a good student knows, 1 what one only looks up",
    choices=("1", "2", "3"),
)

RECORDS: dict[str, dict[str, Key]] = {
    "pack": {
        "id": _ID,
        "name": Key(Holds.TEXT, "the name of the pack", required=True),
        "subject": Key(Holds.TEXT, "the field of history, in a line", required=True),
        "version": Key(Holds.INTEGER, "counts up when facts change their meaning", required=True),
        "released": Key(Holds.DATE, "the day of this version: Anki takes over what is newer than its own"),
        "language": Key(Holds.TEXT, "the language of the texts, as in en"),
        "licence": Key(Holds.TEXT, "the licence of the texts"),
        "article": Key(Holds.ID, "the work that facts of origin article follow"),
        "edited": Key(Holds.FLAG, "true if every entry, fact and source must be weighed: pack check asks for it"),
        "unfit_sources": Key(Holds.TEXTS, "words in an address that no source may have: shops, quote farms"),
        "course": Key(Holds.IDS, "the facts with which a course of study begins, in this order"),
        "syllabus": Key(Holds.RECORDS, "the subjects of each of which every paper asks something", record="subject"),
    },
    "subject": {
        "name": Key(Holds.TEXT, "what it is called", required=True),
        "entries": Key(Holds.IDS, "the entries that it is about", required=True),
    },
    "relation": {
        "id": _ID,
        "label": Key(Holds.TEXT, "the heading on the subject's card", required=True),
        "inverse_label": Key(Holds.TEXT, "the heading on the object's card"),
        "subject": Key(Holds.CHOICES, "kinds of entry that may have it", required=True, choices=_KINDS),
        "object": Key(
            Holds.CHOICES,
            "kinds of entry, or date, number, text",
            required=True,
            choices=(*_KINDS, *ObjectType),
        ),
        "functional": Key(Holds.FLAG, "a subject has one object, and any other is false"),
        "inverse_functional": Key(Holds.FLAG, "an object has one subject, and any other is false"),
        "symmetric": Key(Holds.FLAG, "it holds in both directions"),
        "tree": Key(
            Holds.CHOICE, "it must not run in a circle; what the object is to the subject", choices=("parent", "child")
        ),
        "claim": Key(Holds.FLAG, "it is only ever somebody's view"),
        "says": Key(Holds.TEXT, "the sentence, with {subject} and {object}", required=True),
        "speaks": Key(Holds.FLAG, "in a comparison, the object's positions are the subject's"),
        "part": Key(Holds.CHOICE, "the part of a card that it belongs to", choices=tuple(Part)),
        "row": Key(Holds.TEXT, "the row of the subject's card that it stands in, with others of that row"),
        "rows": Key(Holds.LABELS, "another row on the cards of some kinds of entry, by kind", choices=_KINDS),
        "inverse_row": Key(Holds.TEXT, "the row of the object's card that the subject stands in"),
        "brief": Key(Holds.TEXT, "how it stands in its row, with {object}; the object alone, if left out"),
        "role": Key(Holds.CHOICE, "what it is to the questions, which know no relation by name", choices=tuple(Role)),
        "asks": Key(Holds.WORDINGS, "questions, by what is asked for", choices=ASKED_FOR),
        "words": Key(Holds.TEXTS, "words in a search that ask for this relation"),
    },
    "entry": {
        "id": _ID,
        "kind": Key(Holds.CHOICE, "what it is", required=True, choices=_KINDS),
        "type": Key(Holds.TEXT, "a short noun that says more: party, congress, theory"),
        "name": Key(Holds.TEXT, "the usual name, as it stands in a sentence", required=True),
        "article": Key(Holds.CHOICE, "the, if the name takes it in a sentence", choices=("the",)),
        "plural": Key(Holds.FLAG, "whether the name takes a plural verb"),
        "gender": Key(Holds.CHOICE, "of a person", choices=("m", "f")),
        "aliases": Key(Holds.TEXTS, "other names, shown and found"),
        "native": Key(Holds.TEXTS, "the name in its own language and script"),
        "search": Key(Holds.TEXTS, "forms that are found but not shown: misprints, inflected forms"),
        "summary": Key(Holds.TEXT, "one to three sentences", required=True),
        "confused_with": Key(
            Holds.IDS,
            "entries that learners mix it up with, good wrong answers to a question; a card names those of like names",
        ),
        "disputes": Key(Holds.IDS, "the disputes over it that have entries of their own"),
        "names": Key(Holds.RECORDS, "names by date, where the name changed", record="dated name"),
        "importance": _IMPORTANCE,
        "significance": Key(Holds.TEXT, "why it matters, in one or two sentences"),
        "significance_source": Key(Holds.SOURCES, "where the significance comes from"),
        "further_reading": Key(Holds.SOURCES, "two to five standard books on it"),
        "facts": Key(Holds.RECORDS, "what is stated about it", record="fact"),
        "complete": Key(Holds.RECORDS, "relations whose facts are all here", record="complete"),
    },
    "dated name": {
        "name": Key(Holds.TEXT, "the name, as it stands in a sentence", required=True),
        "when": Key(Holds.DATE, "the span in which it was the name", required=True),
    },
    # A fact also has exactly one key that is the id of a relation.
    "fact": {
        "id": Key(Holds.ID, "unique within the entry; never changed later", required=True),
        "formerly": Key(
            Holds.IDS, "ids of facts that were merged into this one: what was learnt of them counts for it"
        ),
        "source": _SOURCE_REQUIRED,
        "origin": _ORIGIN,
        "when": Key(Holds.DATE, "when it was so"),
        "where": Key(Holds.ID, "the place"),
        "voice": Key(Holds.CHOICE, "claim is understood where there is a holder", choices=tuple(Voice)),
        "according_to": Key(Holds.IDS, "whose view it is"),
        "about": Key(Holds.ID, "the issue that this position is on"),
        "for": Key(Holds.ID, "the fact that this reason, step or consequence belongs to"),
        "contradicts": Key(Holds.IDS, "facts that cannot be held together with it"),
        "corrects": Key(Holds.ID, "the fact that this one puts right"),
        "not": Key(Holds.FLAG, "true if the statement is false"),
        "unit": Key(Holds.TEXT, "of a number: workers, days"),
        "text": Key(Holds.TEXT, "the whole sentence, if the relation's own reads badly"),
        "note": _NOTE,
        "uncertain": Key(Holds.TEXT, "why its value is a convention, a range or disputed: it is then never asked"),
        "quiz": Key(Holds.FLAG, "false if it is never to be asked"),
        "unique": Key(Holds.FLAG, "true if no other entry could be its subject: of all others it is false"),
        "importance": _IMPORTANCE,
        "revision": Key(Holds.INTEGER, "one higher when the meaning changed, so that learners are asked anew"),
    },
    "complete": {
        "relation": Key(Holds.ID, "the relation", required=True),
        "as": Key(Holds.CHOICE, "object, if the subjects are all here", choices=("subject", "object")),
        "source": _SOURCE_REQUIRED,
    },
    "quote": {
        "id": _ID,
        "speaker": Key(Holds.ID, "who said or wrote it", required=True),
        "text": Key(Holds.TEXT, "the exact words", required=True),
        "work": Key(Holds.ID, "where it stands"),
        "when": Key(Holds.DATE, "when it was said or written"),
        "about": Key(Holds.IDS, "the entries it is about"),
        "reported_by": Key(Holds.ID, "through whom alone it is known"),
        "attribution": Key(Holds.CHOICE, "how sure the speaker is", choices=tuple(Attribution)),
        "source": _SOURCE_REQUIRED,
        "origin": _ORIGIN,
        "doubtful": Key(Holds.TEXT, "why the wording is doubtful"),
        "note": _NOTE,
    },
    "topic": {
        "id": _ID,
        "title": Key(Holds.TEXT, "the title of the chapter", required=True),
        "order": Key(Holds.INTEGER, "its place in reading order", required=True),
        "summary": Key(Holds.TEXT, "one or two sentences", required=True),
        "prose": Key(Holds.TEXT, "the chapter: Markdown, with [[entry-id]] as links", required=True),
        "sections": Key(Holds.IDS, "the sections of the article that it covers"),
        "entries": Key(Holds.IDS, "the entries that it covers"),
        "quotes": Key(Holds.IDS, "the quotations that belong to it"),
        "survey": Key(Holds.FLAG, "whether it goes through the whole field, as a chronology does"),
    },
    "question": {
        "id": _ID,
        "stem": Key(Holds.TEXT, "the question, in one sentence", required=True),
        "passage": Key(Holds.ID, "a quotation of 60 to 120 words that it is about, shown above it; of a choice only"),
        "options": Key(Holds.RECORDS, "three or four, in any order: they are shuffled", record="option"),
        "accepted": Key(
            Holds.TEXTS,
            "of an answer that is typed: all that are right, the usual one first; beside options: what is right besides"
            " the right one where the question is also asked without them",
        ),
        "pairs": Key(Holds.RECORDS, "what is to be matched", record="pair"),
        "spare": Key(Holds.TEXTS, "beside the pairs: answers that belong to nothing"),
        "order": Key(Holds.TEXTS, "what is to be put in order, in its right order"),
        "explanation": Key(Holds.TEXT, "what a learner reads afterwards: why it is so", required=True),
        "about": Key(Holds.IDS, "the facts or quotations that it asks for", required=True),
        "source": _SOURCE_REQUIRED,
        "topic": Key(Holds.ID, "its chapter; that of the facts, if it is left out"),
        "response": Key(
            Holds.CHOICE,
            "several, if more than one option may be right; typed, match or order where there are no options",
            choices=("choice", "several", "typed", "match", "order"),
        ),
        "importance": _IMPORTANCE,
    },
    "option": {
        "text": Key(Holds.TEXT, "what is offered as an answer, without a full stop", required=True),
        "right": Key(Holds.FLAG, "true for the right one"),
        "note": Key(Holds.TEXT, "why a wrong one is wrong, or which misreading it is"),
        "facts": Key(Holds.IDS, "facts that tell what a wrong one really is"),
        "credit": Key(Holds.INTEGER, "percent of the mark that a wrong one still earns"),
    },
    "pair": {
        "prompt": Key(Holds.TEXT, "what is given", required=True),
        "answer": Key(Holds.TEXT, "what belongs to it", required=True),
    },
    "source": {
        "id": _ID,
        "title": Key(Holds.TEXT, "the title of the page, book or section", required=True),
        "kind": Key(Holds.CHOICE, "how far it carries", choices=tuple(SourceKind)),
        "author": Key(Holds.TEXT, "its author"),
        "publisher": Key(Holds.TEXT, "its publisher or site, with the edition"),
        "year": Key(Holds.TEXT, "the year, in quotes"),
        "url": Key(Holds.TEXT, "where it can be read"),
        "read_in": Key(Holds.TEXT, "the copy in which it was read, if not the publication itself"),
        "lines": Key(Holds.TEXT, "of a section: its lines in the article"),
        "section": Key(Holds.FLAG, "whether it is a section of the article"),
        "seen": Key(Holds.TEXT, "what it was seen to support"),
    },
}

# The top-level keys of a pack's files, and the kind of record in each. pack.yaml is one record itself.
FILES: dict[str, str] = {
    "relations": "relation",
    "entries": "entry",
    "quotes": "quote",
    "questions": "question",
    "topics": "topic",
    "sources": "source",
    "synonyms": "synonym",
}
