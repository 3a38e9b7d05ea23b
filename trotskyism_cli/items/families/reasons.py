"""Why: the reasons, steps and conclusions of an argument, and the view that they belong to.

An argument's list is closed where the pack declares it complete; see `compound`.
"""

from collections.abc import Iterator

from trotskyism_cli.items.answers import Answer, clause_answer
from trotskyism_cli.items.asks import Ask, is_minor
from trotskyism_cli.items.compound import ReasonFor, ViewWith
from trotskyism_cli.items.index import Index, keyable
from trotskyism_cli.items.words import all_words, is_sound_stem
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.wording import holder_names

LONGEST = 28  # words
_POINTING = ("he", "she", "it", "they", "this", "these", "that", "such", "with", "therefore")  # at what is not shown
# By the ids that every pack gives these relations: the family, then what is asked for: the thing itself, for its view
# or for what the view is about, and the view.
WORDINGS = {
    "reason": (
        "why",
        ("Which reason did {holder} give for the view that {view}?", "Why did {holder} hold that {view}?"),
        (
            "Which reason did {holder} give in {subject}?",
            "Which of these did {holder} give as a reason in {subject}?",
        ),
        (
            "Which view did {holder} support with the reason that {object}?",
            "For which view did {holder} give the reason that {object}?",
        ),
    ),
    "step": (
        "why",
        (
            "Which step belongs to the argument of {holder} that {view}?",
            "By what step did {holder} come to the view that {view}?",
        ),
        (
            "Which step did {holder} set out in {subject}?",
            "Which of these points did {holder} make in {subject}?",
        ),
        (
            "For which view is it a step in the argument of {holder} that {object}?",
            "Which view of {holder} has it as a step that {object}?",
        ),
    ),
    "consequence": (
        "consequence",
        (
            "Which conclusion did {holder} draw from the view that {view}?",
            "What did {holder} conclude from the view that {view}?",
        ),
        (
            "Which conclusion did {holder} draw in {subject}?",
            "Which of these did {holder} conclude in {subject}?",
        ),
        ("From which view did {holder} conclude that {object}?", "Which view led {holder} to conclude that {object}?"),
    ),
}


def asks(index: Index) -> Iterator[Ask]:
    """For each reason, step or conclusion: it, for its view or for what that is about, and the view, for it."""
    for fact in index.facts.values():
        if fact.relation not in WORDINGS or not isinstance(fact.object, str):
            continue
        if not keyable(index, fact) or not fact.according_to or fact.subject in fact.according_to:
            continue
        view = index.facts.get(fact.supports)
        if view is not None and isinstance(view.object, str) and keyable(index, view):
            yield from _of_view(index, fact, view)
        yield from _of_reason(index, fact, view)


def _of_reason(index: Index, fact: Fact, view: Fact | None) -> Iterator[Ask]:
    kind, for_view, on_subject, _ = WORDINGS[fact.relation]
    answer = clause_answer(fact.id, str(fact.object), index.pack.entries[fact.subject])
    if len(str(fact.object).split()) > LONGEST or str(fact.object).split()[0].casefold() in _POINTING:
        return
    narrow = _stems(index, for_view, fact, view, answer) if view else ()
    stems = narrow or _stems(index, on_subject, fact, view, answer)
    if stems:
        direction = "reason" if narrow else "reason-on"
        yield Ask(
            id=f"{fact.id}:{direction}",
            kind=kind,
            pool=kind,
            template=f"{fact.relation}:{direction}",
            subject=str(view.object) if view and narrow else index.pack.entries[fact.subject].name,
            query=ReasonFor(fact),
            answer=answer,
            evidence=(fact.id, *([view.id] if view else [])),
            stems=stems,
            topic=index.topic_of(fact),
            minor=is_minor(index, fact),
        )


def _of_view(index: Index, fact: Fact, view: Fact) -> Iterator[Ask]:
    answer = clause_answer(view.id, str(view.object), index.pack.entries[view.subject])
    stems = _stems(index, WORDINGS[fact.relation][3], fact, view, answer)
    if stems and len(str(view.object).split()) <= LONGEST:
        yield Ask(
            id=f"{fact.id}:view",
            kind="view",
            pool="view",
            template=f"{fact.relation}:view",
            subject=str(fact.object),
            query=ViewWith(fact),
            answer=answer,
            evidence=(fact.id, view.id),
            stems=stems,
            topic=index.topic_of(fact),
            minor=is_minor(index, fact),
        )


def _stems(index: Index, wordings: tuple[str, ...], fact: Fact, view: Fact | None, answer: Answer) -> tuple[str, ...]:
    """The wordings that make a sound question and share no word with the answer."""
    phrase = index.pack.entries[fact.subject].phrase
    values = {
        "holder": holder_names(index.pack, fact),
        "view": str(view.object) if view else "",
        "object": str(fact.object),
        "subject": phrase if phrase.startswith("the dispute") else f"an argument about {phrase}",
    }
    stems = (each.format(**values) for each in wordings)
    return tuple(stem for stem in stems if is_sound_stem(stem) and not all_words(stem) & answer.words)
