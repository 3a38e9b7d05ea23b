"""Shorten the reasons in an item for where they are shown, leaving out what stands beside them on the screen."""

import re
from collections.abc import Iterable

from trotskyism_cli.items.model import KNOWN_BY, Item, Response
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.stock_phrases import RIGHT, SOURCE
from trotskyism_cli.pack.wording import sentence

STEM = 5  # letters that two forms of a word share
IN_ORDER, ARGUMENT = "In order of time:", "In the argument of "
_SENTENCE_END = lazy_regex(r"(?<=[^A-Z][^A-Zt][.!?]|[^S]t[.!?]) (?=[A-Z“])")  # not after an initial or "St."
_QUOTATION = lazy_regex(r"“([^”]*)”")
_ATTRIBUTION = lazy_regex(r"“(?P<words>.*)” are words of (?P<rest>.*)", re.DOTALL)
_QUOTED = lazy_regex(r"“(?P<words>(?:(?!” are words of ).)*)” are words of ", re.DOTALL)
_PREDICATE = lazy_regex(r"[a-z]")  # the note goes on after the option within the same sentence
_SAID_WHEN = lazy_regex(r"(?:On|In) (?P<date>[^,]*?\d{4}),? (?P<who>.+) (?:argued|said|wrote|held|maintained|declared)")
_WORD = lazy_regex(r"\w+")
# lead-ins to a whole sentence, and what replaces them
_LEADS = {" gave as a reason that": " gave this as a reason", " that": " this"}
_WHEN = ("in", "on", "from", "between", "until", "since")
_EMPTY_WORDS = frozenset(
    "the a an of in on at by to is are was were as and for which what who this that argued argument gave reason".split()
)
_DATED = lazy_regex(r"(?:^|, | and )(?P<label>[^()]+?) \((?P<date>(?:[^()]|\([^()]*\))*)\)")


def why(item: Item) -> str:
    """What the explanation of the right answer adds to the stem, the key and the option notes."""
    stated = _words((item.stem, *item.prompts, item.key))
    beside_it = stated | _words(item.option_notes)
    told = item.explained.removeprefix(f"{item.key}. ")  # a date may follow, not a new sentence
    told = _QUOTED.sub(lambda found: _known_or_opening(found["words"], item), told)
    sentences = [_edited(each, item, stated) for each in _SENTENCE_END.split(told)]
    is_listed = item.response in (Response.ORDER, Response.SEVERAL)
    return " ".join(
        sentence(each) for each in sentences if each and not _words([each]) <= (beside_it if is_listed else stated)
    )


def _edited(text: str, item: Item, stated: set[str]) -> str:
    """A sentence without what the screen shows elsewhere; empty if nothing is left.

    The dates in an ordered list stand beside the options. A long clause already in the stem or key becomes "this".
    """
    if text.startswith(IN_ORDER):
        listed = _DATED.finditer(text.removeprefix(IN_ORDER).strip())
        return "; ".join(f"{each['label']}: {each['date']}" for each in listed if _is_in_stem(each["label"], item))
    lead, _, clause = text.partition(" that ")
    if len(clause.split()) <= KNOWN_BY or not _words([clause]) <= stated:
        return text
    dated = _SAID_WHEN.fullmatch(lead)
    if dated is None:
        return f"{lead} this."
    return f"{dated['date']}." if _words([dated["who"]]) <= stated else f"{dated['who']}, {dated['date']}."


def date_beside(item: Item, place: int) -> str:
    """The date of an option in an ordered list, from the explanation; empty if it has none."""
    told = item.explained
    if not told.startswith(IN_ORDER):
        return ""
    dates = {each["label"].casefold(): each["date"] for each in _DATED.finditer(told.removeprefix(IN_ORDER).strip())}
    return dates.get(item.options[place].casefold(), "")


def gist_beside(item: Item, place: int) -> str:
    """What an option in an ordered list was, to stand beside its date; empty if the note does not say."""
    _, *further = _SENTENCE_END.split(item.option_notes[place], maxsplit=1)
    return further[0] if further else ""


def _is_in_stem(label: str, item: Item) -> bool:
    return label.casefold() in item.stem.casefold() and label not in item.options


def source(item: Item) -> str:
    """The source named in the explanation; empty if none."""
    return item.explanation.partition(SOURCE)[2]


def beside(item: Item, place: int) -> tuple[str, str]:
    """What an option really is, as (joint, words): the joint is `: `, or a blank if the words continue the option.

    Empty if there is nothing to add, and for the right option of a choice, which the explanation covers.
    """
    option, note = item.options[place], item.option_notes[place].removeprefix(RIGHT)
    if (quoted := _ATTRIBUTION.fullmatch(note)) is not None:
        return ": ", _attributed(quoted["words"], quoted["rest"], option)
    rest = _after(option, note)
    if rest is not None:
        if rest in ("", "."):
            return "", ""
        joint = " " if _PREDICATE.match(rest) else ": "
        return joint, rest if joint == " " else rest[0].upper() + rest[1:]
    return ": ", sentence(shortened(_around(option, note, item.stem)))


def _after(option: str, note: str) -> str | None:
    """What follows the option's name in a note that begins with it; None if it does not."""
    # A person may be called by surname; but "death of Lenin" is not Lenin.
    surname_alone = "" if (is_phrase := bool(re.search(r" [a-z]", option))) else option.rpartition(" ")[2]
    for begin in filter(None, (option, f"The {option}", f"“{option}", surname_alone)):
        if note.casefold().startswith(begin.casefold()) and not note[len(begin) :][:1].isalnum():
            rest = note[len(begin) :].lstrip("”:, ").strip()
            surname, blank, predicate = rest.partition(" ")
            named_again = not is_phrase and blank and option.endswith(f" {surname}") and _PREDICATE.match(predicate)
            return shortened(predicate if named_again else rest)
    return None


def _around(option: str, note: str, stem: str) -> str:
    """A note without the option's name and the words the stem has too.

    E.g. `European capital is …` leaves `European capital`. In a question about Trotsky's exile, `Leon Trotsky was in
    exile in Norway from 1935` leaves `from 1935`.
    """
    found = re.search(rf"[ “]{re.escape(option)}\b", note, re.IGNORECASE)
    if found is None or option.isdigit():
        return note
    lead, rest = note[: found.start()].strip(" “"), note[found.end() :].lstrip("”, ")
    if lead.endswith(":"):  # the name of the subject
        return lead.removesuffix(":")
    if rest.strip("."):
        if rest.split()[0] in _WHEN and _words([lead]) <= _words([stem]):
            return rest
        return f"{lead.removesuffix(' was')}, {rest}" if len(option.split()) > 2 and lead.endswith(" was") else note
    for end, instead in _LEADS.items():
        if lead.endswith(end):
            said = _SAID_WHEN.fullmatch(lead.removesuffix(" that"))
            return f"{said['who']}, {said['date']}" if said and end == " that" else lead.removesuffix(end) + instead
    if lead.startswith(ARGUMENT):
        return f"This is a step {lead[0].lower()}{lead[1:].rstrip(',')}"
    words = lead.rstrip(",").split()
    while len(words) > 1 and _words(words[-1:]) <= _words([stem]):
        words.pop()
    return " ".join(words).rstrip(",")


def _attributed(words: str, rest: str, option: str) -> str:
    """Where a quotation is from, without what the option says; with its opening words if too little is left.

    E.g. of `Leon Trotsky, in Our Political Tasks in 1904`, beside the option 1904 only speaker and work remain, beside
    the option Trotsky only work and year.
    """
    rest = rest.removesuffix(".")
    left = rest
    for said in (f", in {option}", f", in the {option}", f" in {option}", option):
        if left != (left := left.replace(said, "", 1)):
            break
    left = left.strip(", ")
    if ", in " in left or left == rest:
        return sentence(left)
    opening = f"“{_opening(words)}”"
    return sentence(f"{opening}, {left}" if left else opening)


def shortened(text: str) -> str:
    """The text with long quotations cut to their opening words."""
    return _QUOTATION.sub(lambda found: f"“{_opening(found[1])}”", text)


def _opening(words: str) -> str:
    parts = words.split()
    return words if len(parts) <= KNOWN_BY + 2 else f"{' '.join(parts[:KNOWN_BY])} …"


def _known_or_opening(words: str, item: Item) -> str:
    """The lead-in of a quotation's source: nothing if the quotation is in the stem or key, else its opening words."""
    return "" if words in item.question or words in item.key else f"“{_opening(words)}” are words of "


def _words(texts: Iterable[str]) -> set[str]:
    """The stems of the content words, so that "argued" counts as "argue"."""
    found = {word for text in texts for word in _WORD.findall(text.casefold())}
    return {word.removesuffix("s")[:STEM] for word in found if word not in _EMPTY_WORDS}
