"""Read further demands from a question.

These are what it counts, the two ideas of an either-or, and titles of works that have one of its ideas in them.
"""

from collections.abc import Sequence

from trotskyism_cli.library.forms import plain, sound, without_article
from trotskyism_cli.library.names.name_table import forms_of
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import OR
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.spelling import Form, Term
from trotskyism_cli.pack.model import Kind

OF_VERBS = frozenset({"in", "at", "during", "under", "by", "for", "with"})  # after a verb
TITLE = 3  # words that a title needs to be recognised in a text


def titles_with(pack: StoredPack, query: Query, ideas: Sequence[Term]) -> tuple[str, ...]:
    """Return plain titles that contain an idea of the question, of works that the question does not name.

    Only titles of TITLE words or more.
    """
    # CROSS JOIN makes SQLite use the index of names, however many works there are.
    having = """SELECT DISTINCT entry FROM names CROSS JOIN kinds USING (entry)
        WHERE how = 'word' AND form BETWEEN ? AND ? AND kind = ?"""
    found: dict[str, None] = {}
    for term in ideas:
        begun = sound(term.word).partition(" ")[0]
        works = pack.store.column(having, begun, f"{begun}\uffff", Kind.WORK)
        forms = (form for each in works if each not in query.entries for form, _ in forms_of(pack, pack.entries[each]))
        titles = (without_article(plain(form)) for form in forms)
        found |= dict.fromkeys(each for each in titles if term.word in each and len(each.split()) >= TITLE)
    return tuple(found)


def either_of(query: Query, ideas: Sequence[Term]) -> tuple[Term, ...]:
    """Return the two ideas of an either-or question about an entry: "was he for it or against it".

    Empty for any other question.
    """
    if not query.is_either_or or not query.entries:
        return ()
    place = query.words.index(OR)
    before = [term for term in ideas if term.word in query.words[:place]]
    after = [term for term in ideas if term.word in query.words[place:]]
    return (before[-1], after[0]) if before and after and before[-1] != after[0] else ()


def as_one(one: Term, other: Term) -> Term:
    """Merge two ideas into one that is said where either is."""
    forms = {form.text: form for term in (one, other) for form in (Form(term.word, 1.0), *term.forms)}
    return Term(f"{one.word} {OR} {other.word}", tuple(forms.values()))


def counted_of(query: Query, ideas: Sequence[Term]) -> tuple[Term, ...]:
    """Return the noun behind `how many`: `how many members`. Empty if a verb follows: `how many died in`."""
    place = query.words.index("many") + 1 if "many" in query.words else len(query.words)
    counted, after = (*query.words[place : place + 2], "", "")[:2]
    return tuple(term for term in ideas if term.word == counted and after not in OF_VERBS)
