"""Decide whether a lone answer can be typed, the same way for cards and tables.

A lone letter, number or sign may refer to an option. If the options stand in the question, it becomes a choice; if that
is uncertain, or the options are missing, the question is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from trotskyism_cli.imports.answers.keys import Offered, key_of, mark_of
from trotskyism_cli.imports.answers.listed import ASKS, ROMAN, listed_below, options_in
from trotskyism_cli.imports.answers.written_forms import refuse_words_to_who_marks
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Reading,
    Typed,
    Unfit,
    folded,
    tidy,
    true_or_false,
)
from trotskyism_cli.imports.sentences import no_verdict
from trotskyism_cli.imports.words.head_words import named, plain
from trotskyism_cli.imports.words.letters import SERIES
from trotskyism_cli.imports.words.truth_words import TRUTH

_MOST = 2 / 3  # share of lone letters among a file's answers that makes them a list of keys
_MOST_JUDGE = 0.8
_FEWEST = 2  # letters that make a list of keys; of numbers, one more
_LAST = 5  # the last letter or number in such a list
_QUESTIONS = "|".join(named("question"))
_BETWEEN = re.compile(r"\w\s*[,;/|、，]\s*\w")
_OR = re.compile(r"\b(?:or|oder|ou|или|або|eller|lub|nebo|ya da)\b", re.IGNORECASE)
LONGEST_MARK = 40  # characters, including a word for "option" before it
_NUMBER_ALONE = re.compile(rf"(?:#|№|(?:{_QUESTIONS})\s?)?\d{{1,3}}\s?[.):]?", re.IGNORECASE)
# Pairs of signs or initials that judge a statement: right, wrong.
_SIGNS = ("tf", "rf", "wf", "vf", "yn", "jn", "○×", "ox", "√×", "✓✗", "✔✘", "✓×")
_SAYS_SO = re.compile(r"^\W*(?:true or false|t/f|true/false|right or wrong)\b\W*", re.IGNORECASE)
# Placeholders for unknown answers. Those in _NOT_KNOWN_YET are also words and may answer what is not a question.
_NOT_KNOWN = re.compile(
    r"[?？¿]+|[-–—_.…\s]+|n/[abd]|n\.\s?[ad]\.|k\.\s?a\.|н/д|tb[acd]|to be (?:added|done|determined)|not known|"
    r"no answer|keine antwort|keine angabe|noch offen|à compléter|à faire|sans réponse|por completar|sin respuesta|"
    r"sem resposta|nessuna risposta|da completare|нет ответа|без ответа|немає відповіді|brak odpowiedzi|"
    r"(?:free|open|own|individual|various) (?:answers?|responses?)|(?:answers?|responses?) (?:may )?vary|"
    r"(?:freie|offene|eigene|individuelle) antwort(?:en)?|réponse (?:libre|ouverte|personnelle)|"
    r"respuesta (?:libre|abierta|personal)|resposta (?:livre|aberta|pessoal)|risposta (?:libera|aperta|personale)|"
    r"свободный ответ|odpowiedź otwarta",
    re.IGNORECASE,
)
_NOT_KNOWN_YET = re.compile(r"to-?do|offen|pendiente|pendente|unknown|unbekannt", re.IGNORECASE)
REMEDY = "write the answer out, or add the options: columns option 1, option 2 …"


@lru_cache(maxsize=1 << 16)  # asked repeatedly for each answer
def names_option(answer: str) -> bool:
    """Return whether an answer is only a letter, number or sign such as options are labelled with."""
    bare = tidy(answer)
    return len(bare) < LONGEST_MARK and (bool(mark_of(bare)) or bare.strip("().:[]").upper() in ROMAN)


def asked_with(lines: str, answer: Typed) -> tuple[str, Answer]:
    """The stem and the answer of a question: a choice, if the answer refers to options listed below the stem.

    `lines` is the question with its lines. Unfit if the answer may refer to something there but this is uncertain, or
    if it says that there is no answer.
    """
    said = answer.accepted[0]
    if _NOT_KNOWN.fullmatch(said) or (_NOT_KNOWN_YET.fullmatch(said) and tidy(lines).endswith(ASKS)):
        raise Unfit(f"“{said}” stands for an answer that is not known", "write the answer")
    refuse_words_to_who_marks(said)
    if len(answer.accepted) > 1 or options_in(lines)[1]:  # handled by the caller
        return tidy(lines), answer
    if not names_option(said):
        return _listed_with(lines, answer)
    if _NUMBER_ALONE.fullmatch(plain(tidy(lines))) and not mark_of(said).isdecimal():
        raise Unfit(f"“{tidy(lines)}” asks nothing: it seems to be one of a list of keys", REMEDY)
    stem, texts, certain = listed_below(lines)
    if certain:
        right = key_of([said], offered_as(texts))
        return stem, Choice(tuple(ForeignOption(text, place in right) for place, text in enumerate(texts)))
    if texts or _may_offer(tidy(lines), mark_of(said) or said):
        raise Unfit(f"the answer “{said}” may name one of what stands with the question", REMEDY)
    return tidy(lines), answer


def _listed_with(lines: str, answer: Typed) -> tuple[str, Answer]:
    """A choice, if the answer is the text of one of the bulleted options below the stem."""
    stem, texts, certain = listed_below(lines)
    said = folded(answer.accepted[0])
    if not certain or [folded(text) for text in texts].count(said) != 1:
        return tidy(lines), answer
    return stem, Choice(tuple(ForeignOption(text, folded(text) == said) for text in texts))


def _may_offer(stem: str, mark: str) -> bool:
    """Return whether a stem may list what its answer, a letter or number, refers to."""
    after = re.split(r"[?？؟]", stem)[-1] if "?" in stem else ""
    lists = (
        len(_BETWEEN.findall(stem)) + len(_OR.findall(stem)) > 1
        and not mark.isdecimal()
        and not re.search(rf"\b{re.escape(mark)}\b", stem)
    )
    series = next((each for each in ("123456789", *SERIES) if mark.casefold() in each[1:]), "")
    marked = r"\W*\s+[^\W\d_]{2,}.*?\b".join(series[:2]) + r"\W*\s+[^\W\d_]{2,}"
    return lists or bool(_BETWEEN.search(after)) or bool(series and re.search(rf"\b{marked}", stem, re.IGNORECASE))


def offered_as(texts: Sequence[str]) -> list[Offered]:
    """Options listed in a text, with their numbers and all letters that may refer to them."""
    letters = ["".join(each[place : place + 1] for each in SERIES) for place in range(len(texts))]
    return [
        Offered(number, text, letters[number - 1], ROMAN[number - 1 : number])
        for number, text in enumerate(texts, start=1)
    ]


def settle_typed(reading: Reading) -> None:
    """Review all typed answers of a file together: mostly letters are keys, mostly true/false are verdicts.

    Keys are left out, as their options are missing; judged statements become choices.
    """
    typed = [
        each
        for each in reading.questions
        if isinstance(each.answer, Typed) and not (names_option(_said(each)) and options_in(each.stem)[1])
    ]
    verdicts = _verdicts(typed)
    keys = _are_keys(typed)
    gone = {id(each) for each in typed if keys and any(map(names_option, (_said(each), each.stem)))}
    unjudged = {id(each) for each in typed if verdicts and folded(_said(each)) not in verdicts and _may_state(each)}
    for question in reading.questions:
        if id(question) in gone:
            reason = "as most answers of the file it is a letter or a number alone, and the options are not there"
            reading.leave(question.line, Unfit(reason, REMEDY))
        elif id(question) in unjudged:
            reading.leave(question.line, Unfit(*no_verdict(_said(question))))
    gone |= unjudged
    reading.questions = [_judged(each, verdicts) for each in reading.questions if id(each) not in gone]


def _said(question: ForeignQuestion) -> str:
    return question.answer.accepted[0] if isinstance(question.answer, Typed) else ""


def _are_keys(typed: Sequence[ForeignQuestion]) -> bool:
    """Return whether most answers are letters or numbers such as options have."""
    marks = [mark_of(_said(each)).casefold() for each in typed if names_option(_said(each))]
    numbers = all(map(str.isdecimal, marks))
    counting = numbers and any(
        re.search(r"\d|\b(?:many|viele|combien|cu[aá]nt|quant|сколько)", each.stem) for each in typed
    )
    fewest = _FEWEST + numbers
    return len(marks) >= max(fewest, len(typed) * _MOST) and not counting and all(map(_is_early, marks))


def _is_early(mark: str) -> bool:
    return int(mark) <= _LAST if mark.isdecimal() else not mark or any(mark in each[:_LAST] for each in SERIES)


def _verdicts(typed: Sequence[ForeignQuestion]) -> dict[str, bool]:
    """Answers that mean true or false, and which; empty if most do not judge and they are no known pair of signs."""
    answers = [folded(_said(each)) for each in typed]
    said = {*answers}
    words = {each: TRUTH[each] for each in said if each in TRUTH and len(each) > 1}
    initials = {word[0]: truth for word, truth in words.items()}
    judging = sum(each in words or each in initials for each in answers)
    if len({*words.values()}) > 1 and judging >= len(answers) * _MOST_JUDGE:
        return initials | words
    pair = next((each for each in _SIGNS if said == {*each}), "")
    return {pair[0]: True, pair[1]: False} if pair else {}


def _may_state(question: ForeignQuestion) -> bool:
    """Return whether a question may be a statement."""
    return not question.stem.rstrip().endswith(ASKS)


def _judged(question: ForeignQuestion, verdicts: dict[str, bool]) -> ForeignQuestion:
    """A choice of true and false if the answer judges the statement; other questions unchanged."""
    said = folded(_said(question))
    says_so = _SAYS_SO.match(question.stem)
    truth = TRUTH.get(said) if says_so else verdicts.get(said)
    if truth is None or (not _may_state(question) and not says_so):
        return question
    return replace(question, answer=true_or_false(answer=truth))
