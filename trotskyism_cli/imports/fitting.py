"""Check whether a foreign question can be asked, and tidy it on its way into a pack."""

import re
from collections.abc import Sequence
from dataclasses import replace

from trotskyism_cli.imports.answers.keys import key_of
from trotskyism_cli.imports.answers.listed import ASKS, is_code, options_in
from trotskyism_cli.imports.answers.typed_or_key import names_option, offered_as
from trotskyism_cli.imports.exported import PLACES, without_pairs
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Match,
    Order,
    Typed,
    Unfit,
    folded,
    tidy,
    typed,
)
from trotskyism_cli.imports.own_marks import without_letters
from trotskyism_cli.pack.checking.questions import FEWEST, MOST

LONGEST = 4_000  # characters of one text
_STOPPED = re.compile(r"[^\W\d_]{3,}\.$")
_SENTENCE = re.compile(r"[^\W\d_](?:\S*\s+){2}")  # if it begins with a capital letter
_SIGNED = re.compile(r"^\?\s+(?=[^\W_])")  # a lone question mark, which some lists put before each question
_LOOSE = re.compile(r"(?<=_) (?=[.,;:!?](?:\s|$))")  # a blank between a gap and the punctuation after it
_ALL_THAT_APPLY = re.compile(r"(?<=[?.:])\s*\(?(choose|select|mark|check) all that apply\W*$", re.IGNORECASE)


def fitted(question: ForeignQuestion) -> ForeignQuestion:
    """The question tidied for a pack; Unfit, with the reason, if it cannot be asked."""
    stem, answer = _in_order(_LOOSE.sub("", tidy(_ALL_THAT_APPLY.sub("", question.stem))), question.answer)
    changes, explanation = question.changes, tidy(question.explanation)
    if (bare := _SIGNED.sub("", stem)) != stem:
        stem = bare
        changes = (*changes, "the question mark before its question was left out")
    if not stem:
        raise Unfit("no question before the answers", "write it")
    if isinstance(answer, Typed) and (offered := _offered_in(stem, answer)):
        stem, answer = offered
        changes = (*changes, "its question offers options, of which the answer names one: it was read as a choice")
    match answer:
        case Choice():
            answer, told = _choice(answer)
            changes = (*changes, *told)
        case Match():
            answer = _match(answer)
            explanation = without_pairs(explanation, answer.pairs, answer.spare)
        case Order():
            answer = _order(answer)
        case Typed():
            answer = typed(list(answer.accepted))
            _check_length(*answer.accepted)
    _check_length(stem, explanation)
    category = tidy(question.category)[:200]
    return replace(question, stem=stem, answer=answer, category=category, explanation=explanation, changes=changes)


def _offered_in(stem: str, answer: Typed) -> tuple[str, Choice] | None:
    """The stem without the options written in it, and the choice, if the typed answer names one of them.

    None if the stem has no options. Unfit if the answer seems to name an option, but none that is there.
    """
    asked, texts = options_in(stem)
    if not texts or len(answer.accepted) > 1:
        return None
    if not asked and names_option(answer.accepted[0]):
        raise Unfit("its options stand before its question, or it has none", "write the question first")
    if not asked:
        return None
    said = answer.accepted[0]
    try:
        right = key_of(answer.accepted, offered_as(texts))
    except Unfit:
        certain = asked.endswith((*ASKS, ":")) and not any(folded(text) in folded(said) for text in texts)
        if certain or is_code(said) or names_option(said) or re.match(r"\(?[^\W_][.)]\s", said):
            raise
        return None
    return asked, Choice(tuple(ForeignOption(text, place in right) for place, text in enumerate(texts)), len(right) > 1)


def _choice(choice: Choice) -> tuple[Choice, list[str]]:
    """The choice with tidied options, and what was changed; Unfit if it cannot be asked."""
    written = [replace(each, text=tidy(each.text), note=tidy(each.note)) for each in choice.options]
    bare = without_letters([each.text for each in written])
    lettered = [replace(each, text=text) for each, text in zip(written, bare, strict=True)] if bare else written
    options = _without_stops(lettered)
    told = ["the letters written before its options were left out"] if bare else []
    told += ["the full stops at the ends of its options were left out"] if options != tuple(lettered) else []
    right = sum(option.right for option in options)
    if len(options) < FEWEST:
        raise Unfit("one option alone" if options else "no options", "write at least one that is wrong")
    if len(options) > MOST:
        raise Unfit(f"{len(options)} options", f"leave at most {MOST}")
    if not all(option.text for option in options):
        raise Unfit("an option without text", "write it, or describe what it shows")
    texts = [option.text for option in options]
    if twice := next((text for text in texts if texts.count(text) > 1), ""):
        raise Unfit(f"the option “{twice}” is there twice", "delete one")
    if not right:
        raise Unfit("no option is right", "mark the right one")
    if right == len(options):
        raise Unfit("every option is right", "write some that are wrong")
    if full := next((option.text for option in options if not option.right and option.credit > 99), ""):
        raise Unfit(f"“{full}” earns the whole mark, but is not the right option", "mark it right, or give it less")
    if right > 1 and not choice.several:
        raise Unfit(f"{right} options are right where one is wanted", "mark one, or ask for all that apply")
    _check_length(*texts, *(option.note for option in options))
    return Choice(options, choice.several), told


def _without_stops(options: Sequence[ForeignOption]) -> tuple[ForeignOption, ...]:
    """The options without full stops at their ends, if all of them end so and none is a sentence.

    If one option ends otherwise, may end with an abbreviation, or is a sentence, all stay as they are.
    """
    alike = all(len(each.text.split()) > 1 and _STOPPED.search(each.text) for each in options) and not any(
        each.text[0].isupper() and _SENTENCE.match(each.text) for each in options
    )
    return tuple(replace(each, text=each.text.removesuffix(".")) if alike else each for each in options)


def _match(match: Match) -> Match:
    pairs = tuple((tidy(prompt), tidy(answer)) for prompt, answer in match.pairs)
    if not all(prompt and answer for prompt, answer in pairs):
        raise Unfit("a pair with an empty side", "write both sides")
    tidied = Match(pairs, tuple(filter(None, map(tidy, match.spare))))
    _check_pairs(tidied)
    return tidied


def _in_order(stem: str, answer: Answer) -> tuple[str, Answer]:
    """Turn pairs of our own export back into the order item they were exported from."""
    if not isinstance(answer, Match) or not stem.endswith(PLACES):
        return stem, answer
    places = {place: thing for thing, place in answer.pairs}
    numbers = [str(number) for number in range(1, len(answer.pairs) + 1)]
    if answer.spare or sorted(places) != sorted(numbers):
        return stem, answer
    bare = stem.removesuffix(PLACES).rstrip()
    return bare, Order(tuple(places[number] for number in numbers))


def _order(order: Order) -> Order:
    things = tuple(map(tidy, order.things))
    if not all(things):
        raise Unfit("a thing without a name in an order", "write it, or describe what it shows")
    if not FEWEST <= len(things) <= MOST:
        raise Unfit(f"{len(things)} things to put in order", f"write {FEWEST} to {MOST}")
    if twice := next((thing for thing in things if things.count(thing) > 1), ""):
        raise Unfit(f"“{twice}” is there twice in an order", "delete one")
    _check_length(*things)
    return Order(things)


def _check_pairs(match: Match) -> None:
    prompts = [prompt for prompt, _ in match.pairs]
    answers = {*(answer for _, answer in match.pairs), *match.spare}
    if not FEWEST <= len(prompts) <= MOST:
        raise Unfit(f"{len(prompts)} pairs", f"write {FEWEST} to {MOST}")
    if len({*map(folded, prompts)}) < len(prompts):
        raise Unfit("two pairs begin with the same", "leave one of them")
    if not FEWEST <= len(answers) <= MOST:
        raise Unfit(f"{len(answers)} different answers to match", f"write {FEWEST} to {MOST}")
    _check_length(*prompts, *answers)


def _check_length(*texts: str) -> None:
    longest = max(map(len, texts))
    if longest > LONGEST:
        raise Unfit(f"a text of {longest:,} characters", f"shorten it to {LONGEST:,}")
