"""What a question asks beside its ideas: what it counts, between which two one may choose, titles that have one."""

from collections.abc import Sequence

from trotskyism_cli.library.forms import plain, sound, without_article
from trotskyism_cli.library.names.name_table import forms_of
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import OR
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.spelling import Form, Term
from trotskyism_cli.pack.model import Kind

OF_VERBS = frozenset({"in", "at", "during", "under", "by", "for", "with"})  # after a verb
TITLE = 3  # words of a title that is taken for one


def titles_with(pack: StoredPack, query: Query, ideas: Sequence[Term]) -> tuple[str, ...]:
    """The plain titles, of several words, of works that a question does not name and that have one of its ideas."""
    # CROSS: by the index of names, however many works there are.
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
    """The two ideas between which a question that names something lets one choose; empty if it does not."""
    if not query.is_either_or or not query.entries:
        return ()
    place = query.words.index(OR)
    before = [term for term in ideas if term.word in query.words[:place]]
    after = [term for term in ideas if term.word in query.words[place:]]
    return (before[-1], after[0]) if before and after and before[-1] != after[0] else ()


def as_one(one: Term, other: Term) -> Term:
    """Two ideas as one, which is said where either is."""
    forms = {form.text: form for term in (one, other) for form in (Form(term.word, 1.0), *term.forms)}
    return Term(f"{one.word} {OR} {other.word}", tuple(forms.values()))


def counted_of(query: Query, ideas: Sequence[Term]) -> tuple[Term, ...]:
    """What a question asks the number of, if a word says it that is no verb: `how many members`."""
    place = query.words.index("many") + 1 if "many" in query.words else len(query.words)
    counted, after = (*query.words[place : place + 2], "", "")[:2]
    return tuple(term for term in ideas if term.word == counted and after not in OF_VERBS)
