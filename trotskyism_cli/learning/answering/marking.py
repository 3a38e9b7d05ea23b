"""Compare typed answers as a fair examiner does: other forms of a name, a date for its year, numbers in words.

Spelling mistakes are not forgiven here; see `grading` for slips.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from trotskyism_cli.items.grounds.answers import YEAR
from trotskyism_cli.learning.answering.figures import in_figures, is_one_number
from trotskyism_cli.library.forms import is_cyrillic, plain, sound, transliterate
from trotskyism_cli.library.words.numerals import VALUES_OF_WORDS
from trotskyism_cli.pack.dates import MONTHS

_FIGURE = re.compile(r"\d")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_IN_DATES = {"in", "on", "of", "the", "year", "ad", *(month.casefold() for month in MONTHS[1:])}
_IN_DATES |= {month[:3].casefold() for month in MONTHS[1:]}
_IN_DATES |= {"early", "mid", "late", "at", "beginning", "middle", "end", "spring", "summer", "autumn", "winter"}
_BEYOND = {"before", "after", "until", "till", "since", "from", "by", "between", "than", "over", "under", "towards"}
_BEYOND |= {"about", "around", "roughly", "circa", "ca", "c", "almost", "nearly", "not", "or", "minus"}
_TWO_YEARS = {"or", "not", "bc"}
_HALVES = re.compile(r"\b(1\d|20) (\d\d)\b")  # nineteen thirty-eight
_BEFORE_NAME = re.compile(
    r"\s*(?:(?:i (?:think|believe|guess)(?: that)?|probably|perhaps|maybe),?\s+)?"
    r"(?:(?:(?:it|this|that|he|she|they) )?(?:was|were|is) |it['’]s )?(?:in the name of )?"
    r"(?:(?:comrade|citizen|mrs?|ms|miss|dr|prof(?:essor)?|frau|herr)\b\.? )?(?=\w)",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r",?\s+(?=(?:in|of|at|from|to|on|during|by)\b)|,\s+|\s+(?=[12]\d{3}$)", re.IGNORECASE)
_JOINING = {"in", "of", "at", "from", "to", "on", "during", "by", "the", "a", "an", "s"}
_NO_JOINT = {"and", "or", "not", "nor", "but", "no", "than"}  # words that make two answers of one, or negate it
_WHERE = re.compile(r"\b(?:where|place|town|city|country)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(with|of|from|against|for|through|under|into|between|among|before|after) (?=(?:which|what|whom|whose)\b)",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow (?:many|much|long|old|far)\b", re.IGNORECASE)
_ROUGHLY = re.compile(r"\b(?:about|around|roughly|approximately)\b", re.IGNORECASE)
_HEDGE = re.compile(r"(?:(?:about|around|roughly|approximately|approx|circa|ca|c|some)\b\.?|[~≈])\s*(?=\w)")
_BESIDE = re.compile(r"(?:almost|nearly|close to|just (?:under|over))\s+(?=\w)")
_SHARE = re.compile(r"\b(?:share|percentage|proportion|percent|per cent)\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"(?<!\w)[-−–]\s*\d")
_THOUSANDS = re.compile(r"\b[1-9]\d{0,2}(?:[,.\s]\d{3})+\b")
_SCALED = re.compile(r"\b(\d+(?:\.\d+)?)(?:k\b|\s*(thousand|million)\b)")
_SCALES = {None: 1_000, "thousand": 1_000, "million": 1_000_000}
_HUNDREDS = re.compile(r"\b(\d{1,2}) hundred(?:(?: and)? (\d{1,2})\b)?")  # applied when words are already figures
_ABBREVIATION = re.compile(r"([A-Z]{3,})(?:\(([a-z])\))?")
_SHORT_YEAR = re.compile(r"['’‘]\d\d")
_JOINED = re.compile(r",? and |, | & |/")
_WHICH_WORK = re.compile(r"\b(?:book|work|text|pamphlet|article|novel|essay|title)\b", re.IGNORECASE)
_PARTS = re.compile(r"\d+(?:\.\d+)?|[^\W_]+")
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_IN_WORDS = re.compile(
    rf"\b(?:{'|'.join(sorted(VALUES_OF_WORDS, key=len, reverse=True))})\b"
)  # `twenty one` before `twenty`


def says(text: str, accepted: str, stem: str) -> bool:
    """Whether a typed answer means an accepted one. Words of the stem may be repeated, as in `9 delegates`."""
    if not plain(accepted):  # signs only, as in formal logic
        return text.strip() == accepted.strip()
    if YEAR.fullmatch(accepted) and not _HOW_MANY.search(stem):
        return _year(text) == accepted or plain(text) == plain(accepted) or _is_short_year(text, accepted)
    if plain(accepted).replace(" ", "").isdecimal():
        meant = in_figures(accepted)
        if not is_one_number(meant):  # then 12 is not 1/2
            return in_figures(text) == meant
        return number_in(text, stem) == plain(accepted).replace(" ", "")
    wanted = trimmed(plain(accepted))
    named = text.partition(": ")[0] if _WHICH_WORK.search(stem) else text  # a title without its subtitle
    forms = list(chain(readings(text, is_place=bool(_WHERE.search(stem))), readings(named)))
    same = (each == wanted or _by_initials(each, wanted) or _is_turned(each, wanted) for each in forms)
    alike = _alike(wanted)
    return (
        any(same)
        or any(_alike(each) == alike for each in forms)
        or _is_spelt_out(text, accepted)
        or _in_cyrillic(text, wanted)
        or (not _WHICH_WORK.search(stem) and _are_same_names(text, accepted))
    )


def _are_same_names(text: str, accepted: str) -> bool:
    """Whether an answer gives the names of the key in another order, or with first names added."""
    wanted, given = (_JOINED.split(each.strip()) for each in (accepted, text))
    if len(wanted) < 2 or len(given) != len(wanted) or not all(each[:1].isupper() for each in wanted):
        return False
    named = [(plain(each), plain(each).rpartition(" ")[2]) for each in given]
    return all(any(plain(each) in forms for forms in named) for each in wanted)


def _alike(words: str) -> str:
    """Plain words without articles and with numbers as figures, for comparison."""
    return _numbered(re.sub(r"\bthe ", "", words))


def _is_spelt_out(text: str, accepted: str) -> bool:
    """Whether a text is an abbreviation partly or fully written out: `RSDLP (Mensheviks)` for RSDLP(m)."""
    found = _ABBREVIATION.fullmatch(accepted)
    words = trimmed(plain(text)).split()
    if found is None or len(words) < 2:
        return False
    letters, branch = found[1].casefold(), found[2] or ""
    begun = 1 if words[0] == letters else len(letters)
    if begun > 1 and "".join(word[0] for word in words[:begun]) != letters:
        return False
    return [word[0] for word in words[begun:]] == list(branch)


def _is_short_year(text: str, year: str) -> bool:
    """Whether a text is a year without its century, as `'24`."""
    return _SHORT_YEAR.fullmatch(text.strip()) is not None and year.endswith(text.strip()[-2:])


def phrasings(text: str, stem: str) -> Sequence[str]:
    """The text, and the text without phrases that learners put around an answer.

    Removed are the preposition of the question (`with the peasants` to `With whom`), phrases before a name (`I think it
    was`, `Comrade`), and repetitions of place or time at the end (`in 1918`, `at the congress`).
    """
    lead = _LEAD.match(stem)
    bare = re.sub(rf"^\s*{lead[1]}\s+(?=\w)", "", text, flags=re.IGNORECASE) if lead else text
    begun = (text, bare, _BEFORE_NAME.sub("", bare, count=1))
    return tuple(dict.fromkeys(chain(begun, *(_ended(each, stem) for each in begun[1:]))))


def _ended(text: str, stem: str) -> Iterator[str]:
    """The beginnings of a text whose rest only repeats words of the question or gives a date."""
    asked = {*_JOINING, *plain(stem).split()} - _NO_JOINT
    years = set(YEAR.findall(stem))
    for end in _AFTER_NAME.finditer(text):
        rest = plain(text[end.end() :]).split()
        dates = [word for word in rest if word in _IN_DATES or _DAY.fullmatch(word) or _is_year(word, years)]
        others = [word for word in rest if word not in dates]
        goes_on = end[0].strip() != "," or (rest[:1] and rest[0] in _JOINING)
        head = text[: end.start()]
        if rest and not _FIGURE.search(head) and (not others or (goes_on and asked.issuperset(others))):
            yield head


def _is_year(word: str, asked: Collection[str]) -> bool:
    """Whether a word is a year, and one of the years `asked` if there are any."""
    return bool(YEAR.fullmatch(word)) and (not asked or word in asked)


def readings(text: str, *, is_place: bool = False) -> Iterator[str]:
    """The plain forms of a text: as it is, without brackets, `last, first` turned, a place after a comma cut."""
    bare = _BRACKETED.sub("", text)
    for form in dict.fromkeys((text, bare)):
        yield trimmed(plain(form))
    last, comma, first = bare.partition(",")
    if comma and "," not in first:
        yield plain(f"{first} {last}")
        if is_place:
            yield trimmed(plain(last))


def trimmed(words: str) -> str:
    """Plain words without a leading preposition and article."""
    return re.sub(r"^(?:(?:in|at|to|by) )?(?:(?:the|an?) )?(?=.)", "", words)


def _year(text: str) -> str:
    """The one year in a text, in figures or words; empty if there are several, or it says before or after."""
    said = _HALVES.sub(r"\1\2", _numbered(text.casefold().replace("-", " ")))
    words = re.findall(r"\w+", said)
    years = [place for place, word in enumerate(words) if YEAR.fullmatch(word)]
    if len(years) != 1:
        return ""
    before, after = words[: years[0]], words[years[0] + 1 :]
    numbers = (word for word in (*before, *after) if word[0].isdecimal())
    is_one = all(map(_DAY.fullmatch, numbers)) and _BEYOND.isdisjoint(before) and _TWO_YEARS.isdisjoint(after)
    return words[years[0]] if is_one else ""


def _numbered(text: str) -> str:
    return _IN_WORDS.sub(lambda found: str(VALUES_OF_WORDS[found[0]]), text)


def number_in(text: str, stem: str) -> str:
    """The one positive number in a text, in figures or words; empty if it has words that the stem does not have."""
    said = text.casefold().strip()
    if _NEGATIVE.search(said):
        return ""
    said = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", _unhedged(said, stem))
    said = _HUNDREDS.sub(lambda found: str(100 * int(found[1]) + int(found[2] or 0)), _numbered(said))
    asked = _lent(stem)
    said = _THOUSANDS.sub(lambda found: re.sub(r"\D", "", found[0]), said)
    said = _SCALED.sub(lambda found: found[0] if found[2] in asked else _scaled(found[1], found[2]), said)
    parts = _PARTS.findall(said)
    numbers = [part for part in parts if part[0].isdecimal()]
    return numbers[0] if len(numbers) == 1 and all(part in asked for part in parts if part not in numbers) else ""


def _unhedged(said: str, stem: str) -> str:
    """A number without `about`; also without `nearly`, but only if the stem asks for roughly how many."""
    hedges = (_HEDGE, _BESIDE) if _ROUGHLY.search(stem) else (_HEDGE,)
    found = next(filter(None, (hedge.match(said) for hedge in hedges)), None)
    return said[found.end() :] if found else said


def _lent(stem: str) -> set[str]:
    """The words of a stem that may stand beside the number in an answer, in the singular too."""
    words = plain(stem).split()
    percent = {"percent", "per", "cent"} if _SHARE.search(stem) else set[str]()
    return percent.union(words, (word.removesuffix("s") for word in words))


def _scaled(number: str, scale: str | None) -> str:
    return f"{float(number) * _SCALES[scale]:.12g}"


def _is_turned(said: str, name: str) -> bool:
    """Whether two words are a name of two words in the other order, as with Chinese names."""
    return len(said.split()) == 2 and said.split() == name.split()[::-1]


def _by_initials(said: str, name: str) -> bool:
    """Whether words are a name with initials for the first names, before or after the last name."""
    words, parts = [transliterate(word) for word in said.split()], name.split()
    initials = [word for word in words if len(word) == 1]
    others = [word for word in words if len(word) > 1]
    if not initials or len(parts) < 2 or others != parts[-1:]:
        return False
    if words not in ([*initials, *others], [*others, *initials]):
        return False
    given = [part[0] for part in parts[:-1]]
    known = min(len(given), len(initials))
    return initials[:known] == given[:known]


def _in_cyrillic(text: str, wanted: str) -> bool:
    said = plain(text)
    return any(map(is_cyrillic, said.split())) and sound(said) == sound(wanted)
