"""Answer yes-or-no questions by the sentence that says what is asked, whether it agrees or not."""

import re
from collections.abc import Iterable, Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.questions.question_words import HEADING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.adjectives import ADJECTIVES
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.missing import has_all
from trotskyism_cli.views.answers.opinions.by_dispute import is_judgement
from trotskyism_cli.views.questions.direct import Direct, is_said, speaks_of
from trotskyism_cli.views.questions.false_matches import is_done_by_him, is_of_themselves, is_told_of_him
from trotskyism_cli.views.questions.hits import ShownHit, hit_of, sentences, shown_hit, whole_line
from trotskyism_cli.views.questions.line_match import BETWEEN_TWO, Wanted, said_in
from trotskyism_cli.views.wording.sentences import WORD
from trotskyism_cli.views.wording.surnames import surname

BEING = "is|was|were|became"
SOMEBODY = frozenset("anybody anyone people somebody someone".split())  # as object: "did he kill anyone"
_PASSIVE = lazy_regex(r"\b(?:be|been|being|is|was|were)(?: \w+ly)? $")  # right before a passive verb
_BEING = lazy_regex(rf"\b(?:{BEING})\b")
_CLAUSE = lazy_regex(r"[.;:] |,? (?:because|but|since|though|when|which|while|who)\b")  # begins what is told of others
_OF_HIS = lazy_regex(r"\b(?:his|her|its|their) (?:\w+ )?\w+[eo]rs?\b")  # `his murderer`: somebody else
BEING_SOON = 5  # words after BEING that tell what somebody was
HEAD_SOON = 5  # words between the word for a head and the body
CUT = "…"  # marks a sentence that was cut for a hit
UNREAL = frozenset("could might should would".split())  # the book does not tell what might have been
WEIGHTLESS = frozenset("also ever have just need really to want".split())  # may stand between the doer and the verb
IN_TIME = frozenset({"after", "before", "since", "until"})  # a line may not keep the order asked


def said_so(pack: StoredPack, query: Query, wanted: Wanted, hits: Iterable[ShownHit]) -> Direct | None:
    """Answer by the first line that says all that is asked; None if none does.

    What somebody did must be said in the words of the question. What somebody was may be said in others: a Georgian
    was from Georgia.
    """
    is_of_being = query.begins_with_be
    if UNREAL.intersection(query.words[:1]) or (is_of_being and is_judgement(query)):
        return None
    if not query.is_yes_or_no or IN_TIME.intersection(query.words) or not (wanted.ideas or is_of_being):
        return None
    for hit in _own_first(pack, query, wanted, hits) if is_of_being else hits:
        if is_of_one_side(pack, query, hit.id, hit.text):
            continue  # a claim is no answer by itself: its holder may have said otherwise at another time
        own = hit.name if hit.id in query.entries else ""
        said = said_in(wanted, hit.text, hit.id, own)  # a hit under another entry must name it itself
        is_whole = hit.verb == "show" and CUT not in hit.text
        is_plain = said.together and said.plainly == len(wanted.ideas)
        says_it = is_plain or (is_of_being and (said.together or (own and has_all(wanted, hit))))
        if is_of_being and not (is_of_themselves(pack, query, hit.id, hit.text) and _says_what(pack, query, hit)):
            continue
        if is_of_being and not (_is_of_his_nation(pack, wanted, hit) and _is_called_so(wanted, hit.text)):
            continue
        if not (
            _is_done_to_other(pack, query, hit.text)
            and _is_done_to_somebody(pack, query, hit.text)
            and is_done_by_him(pack, query, hit.text, is_of_him=hit.id in query.entries)
        ) or not _is_head_of_it(pack, query, hit.text):
            continue
        if is_of_being and hit.id not in query.entries and not _is_of_none_between(pack, query, wanted, hit.text):
            continue
        if is_whole and says_it:
            text = whole_line(pack.entries[hit.id], hit.text) if hit.id in pack.entries else hit.text
            return Direct(text, entries=(hit.id,))
    return None


def _is_done_to_other(pack: StoredPack, query: Query, text: str) -> bool:
    """True if a line may tell that the first person did it to the second, and not the reverse or a third person.

    `Trotsky beat Stalin`, `he had Stalin beaten` and `Stalin was beaten by Trotsky` may; `Stalin beat Trotsky` not.
    """
    people = [pack.entries[each] for each in query.named]
    spans = [query.entries[each.id] for each in people]
    if query.begins_with_be or len(people) != 2 or any(each.kind is not Kind.PERSON for each in people):
        return True
    between = [word for word in query.words[spans[0][1] : spans[1][0]] if word not in WEIGHTLESS]
    deed = next((term for term in query.terms if between == [term.word] and term.word not in BETWEEN_TWO), None)
    if deed is None:
        return True
    one, other = (rf"\b{re.escape(surname(each))}\b" for each in people)
    for done in (word for word in WORD.finditer(text) if is_said(deed, [plain(word[0])])):
        before, after = text[: done.start()], _CLAUSE.split(text[done.end() :])[0]
        is_done = re.search(one, before) and re.search(other, after)
        if is_done or re.search(rf"{one} had\b[^.;]*{other}", before):
            return True
        if re.search(other, before) and re.search(rf"\b(?:by|on)\b.*{one}", after):  # `by Trotsky`, `on his orders`
            return True
    return False


def _is_done_to_somebody(pack: StoredPack, query: Query, text: str) -> bool:
    """True if a line may tell that the person did it to anyone, and not that it was done to him.

    `Trotsky killed him`, `Trotsky had him killed` and `he was killed by Trotsky` may; `Trotsky was killed` not.
    """
    person = only_person(pack, query)
    asked = query.words[query.entries[person.id][1] :] if person and query.words[:1] == ("did",) else ()
    if person is None or SOMEBODY.isdisjoint(asked):
        return True
    done_to = [word for word in asked if word not in SOMEBODY | WEIGHTLESS]
    deed = next((term for term in query.terms if done_to == [term.word]), None)
    if deed is None:
        return True
    name = rf"\b{re.escape(surname(person))}\b(?!['’])"  # not `Trotsky's`
    for done in (word for word in WORD.finditer(text) if is_said(deed, [plain(word[0])])):
        before, after = text[: done.start()], _CLAUSE.split(text[done.end() :])[0]
        is_passive = bool(_PASSIVE.search(before))
        if re.search(rf"\bby\b.*{name}", after) if is_passive else re.search(name, _CLAUSE.split(before)[-1]):
            return True
        if re.search(rf"{name},? .*\bhad\b", before) and not is_passive:
            return True
    return False


def _is_called_so(wanted: Wanted, text: str) -> bool:
    """True if a line has the nouns for a doer that are asked.

    `he wrote` makes no writer of him, nor `his murderer` a murderer.
    """
    words = plain(_OF_HIS.sub("", text)).split()
    doers = [term for term in wanted.ideas if term.word.endswith(("er", "or"))]
    called = [{term.word, *(form.text for form in term.forms)} for term in doers]
    return all(any(part in words or f"{part}s" in words or " " in part for part in each) for each in called)


def _is_head_of_it(pack: StoredPack, query: Query, text: str) -> bool:
    """True if, asked whether somebody headed a body, a line has a word for its head near its name.

    e.g. `Chairman of the Soviet, after the Mensheviks had resigned` makes nobody a leader of the Mensheviks.
    """
    heads = [term for term in query.terms if term.word in HEADING]
    bodies = [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.ORGANISATION]
    if not (query.begins_with_be and "the" in query.words and heads and bodies):
        return True
    words = plain(text).split()
    places = [place for place, word in enumerate(words) if any(is_said(term, [word]) for term in heads)]
    near = (words[max(0, place - HEAD_SOON) : place + HEAD_SOON + 1] for place in places)
    return any(all(speaks_of(body, each) for body in bodies) for each in near)


def _own_first(pack: StoredPack, query: Query, wanted: Wanted, hits: Iterable[ShownHit]) -> Iterator[ShownHit]:
    """Yield lines about the one named person before hits that only mention him.

    First comes what his summary says he was, then facts that say he was what is asked.
    """
    found = list(hits)
    person = only_person(pack, query)
    own = None
    if person:
        known = tuple(fact.id for fact in pack.known_facts(person))
        own = shown_hit(pack, hit_of(pack, person.id, known, query), wanted)
        stated = (fact_sentence(pack, pack.facts[each]) for each in known)
        was = re.compile(rf"\b{re.escape(surname(person))} (?:{BEING})\b")
        said = (text for text in stated if wanted.ideas and _is_said_behind(was, wanted, text))
        yield from (own._replace(text=text) for text in (sentences(person.summary)[0], *said))
    yield from (hit for hit in found if hit.id in query.entries)
    if own:
        yield own
    yield from (hit for hit in found if hit.id not in query.entries)


def _is_of_his_nation(pack: StoredPack, wanted: Wanted, hit: ShownHit) -> bool:
    """True if, asked for somebody's nationality, a line says his and not that of something else."""
    entry = pack.entries.get(hit.id)
    if not wanted.ideas or any(term.word not in ADJECTIVES.values() for term in wanted.ideas):
        return True
    if entry and hit.text == sentences(entry.summary)[0]:
        return True  # the first sentence says what the entry is
    return _is_said_behind(_BEING, wanted, hit.text)


def _is_said_behind(being: re.Pattern[str], wanted: Wanted, text: str) -> bool:
    """True if all ideas of the question stand soon after a match of `being`."""
    told = (plain(after).split()[:BEING_SOON] for after in being.split(text)[1:])
    return any(all(is_said(term, words) for term in wanted.ideas) for words in told)


def _is_of_none_between(pack: StoredPack, query: Query, wanted: Wanted, text: str) -> bool:
    """True if a line tells what is asked of the one named person, and not of another named after him."""
    person = only_person(pack, query)
    return person is None or is_told_of_him(pack, person, wanted.ideas, text)


def _says_what(pack: StoredPack, query: Query, hit: ShownHit) -> bool:
    """True if a line says what its entry is: it begins with the entry's name, or is part of its summary.

    Questions about people only are tested elsewhere.
    """
    is_of_people = all(pack.entries[each].kind is Kind.PERSON for each in query.entries)
    if is_of_people or hit.id not in query.entries:
        return is_of_people  # people are tested elsewhere
    entry = pack.entries[hit.id]
    if entry.kind is Kind.PERSON:
        return True
    names = "|".join(re.escape(each) for each in (entry.name, *entry.aliases))
    opening = rf"(?:the )?(?:[\w-]+ )?(?:{names})\b(?: \([^)]*\))?,? (?:is|are|was|were|became|holds?|which|who|that)\b"
    return hit.text in entry.summary or bool(re.match(opening, hit.text, re.IGNORECASE))


def is_of_one_side(pack: StoredPack, query: Query, owner: str, text: str) -> bool:
    """True if a line is a claim that is contradicted, or one side's in a dispute: by itself no answer.

    A side's claim does answer a question that names this side first, unless it is contradicted.
    """
    claims = (fact for fact in pack.entries[owner].facts if fact.according_to) if owner in pack.entries else ()
    said = next((fact for fact in claims if fact_sentence(pack, fact) == text), None)
    if said is None:
        return False
    is_asked = bool(query.named) and query.named[0] in said.according_to
    return bool(said.contradicts or (said.about and not is_asked))
