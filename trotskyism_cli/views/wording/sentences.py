"""Split texts into sentences, and decide whether one text repeats another."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache
from math import ceil

from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.pack.dates import A_MONTH, Date, Precision
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence

SAID = 0.75  # share of a text's content words in another at which it says nothing new
AGAIN = 0.6  # the same for a line below others
BY_EVENT = 0.5  # the same for a sentence and an event of its time, by name and summary
AFTER = "After "  # begins a sentence about what followed an event
DEFINITION = "definition"  # word of a relation
TELLING = 4  # least letters of a content word
WORD = lazy_regex(r"[\w’'-]+")  # as printed
WAS = lazy_regex(r"\b(?:was|were)\b")
UNTIL = lazy_regex(r"\buntil\b")
THOUGHT = lazy_regex(r"\b(?:argued|blamed|concluded|held|judged|thought|told [^,;]* that|wrote)\b")
# End of a sentence, but not after an initial or "St".
_END = lazy_regex(r"(?<!\bSt)(?<!(?<!-)\b[A-Z])\. (?=[A-Z“\"])")

# A date in words.
WHEN = rf"(?P<when>(?:(?:the )?(?:spring|summer|autumn|winter) (?:of )?|\d{{1,2}} )?(?:(?:{A_MONTH}) )?\d{{4}})"
_OPENING = lazy_regex(rf"(?:In|On|From|At the (?:beginning|end) of) {WHEN}(?! \(Old Style\)|[–-]|,? (?:and|or) )")
# A day at the beginning of a sentence, with that day in the old calendar.
ON_A_DAY = lazy_regex(rf"On (?P<when>\d{{1,2}} (?:{A_MONTH}) \d{{4}}) \([^()]*Old Style\),? ")


def exact_date(pack: Pack, fact: Fact) -> Date | None:
    """The date of a fact; for one dated to a year or a month, a more exact date at the start of its sentence."""
    when = fact.date
    if when and (day := day_told(fact_sentence(pack, fact), when)):
        return day
    is_year = when and when.year and when.is_single and when.start and when.start.precision is Precision.YEAR
    found = _OPENING.match(fact_sentence(pack, fact)) if is_year else None
    if found is None:
        return when
    from trotskyism_cli.library.dates.date_parsing import read_date  # imported late: seldom needed

    asked = read_date(found["when"].removeprefix("the "), date.max)
    return asked.when if asked and asked.when and when and asked.when.year == when.year else when


def day_told(text: str, when: Date) -> Date | None:
    """The day in both calendars with which a sentence begins, if it is more exact than `when`; else None."""
    found = ON_A_DAY.match(text)
    if found is None or when.is_span or when.first == when.last:
        return None
    from trotskyism_cli.library.dates.date_parsing import read_date  # see above

    day = read_date(found["when"], date.max)
    is_within = day and day.when and when.first <= day.when.first <= when.last
    return day.when if day and is_within else None


def defines(pack: Pack, fact: Fact) -> bool:
    """Return whether a fact is a definition."""
    return DEFINITION in pack.relations[fact.relation].words


def first_sentence(text: str) -> str:
    """The first sentence, without its full stop."""
    return _END.split(text, maxsplit=1)[0].removesuffix(".")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, without their full stops."""
    return [each.removesuffix(".") for each in _END.split(text)]


def sentence_after(text: str) -> str:
    """The text after the first sentence; empty if there is none."""
    return _END.split(text, maxsplit=1)[1] if _END.search(text) else ""


def is_said(text: str, told: str, share: float = SAID) -> bool:
    """Return whether `told` contains at least `share` of the content words of `text`."""
    return any(True for _ in saying(text, (told,), share))


def words_more(text: str, *told: str) -> int:
    """Number of content words in `text` that do not occur in `told`."""
    return len(_telling(text).difference(*map(_telling, told)))


def saying(text: str, told: Iterable[str], share: float = SAID) -> Iterator[str]:
    """Texts among `told` that contain at least `share` of the content words of `text`."""
    words = _telling(text)
    least = share * len(words)
    return (each for each in told if len(words & _telling(each)) >= least) if words else iter(())


class TextsTold(Collection[str]):
    """The ids told so far, each with its text, indexed by word so that hundreds can be compared fast."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._by_word: dict[str, set[str]] = {}

    def __contains__(self, own: object) -> bool:
        return own in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, text: str, of: str) -> None:
        """Add the text of an id, unless that has one."""
        if of not in self._texts:
            self._texts[of] = text
            for word in _telling(text):
                self._by_word.setdefault(word, set()).add(text)

    def saying(self, text: str, share: float = SAID) -> Iterator[str]:
        """Texts that contain at least `share` of the content words of `text`."""
        words = sorted(_telling(text), key=lambda word: len(self._by_word.get(word, ())))
        rarest = words[: len(words) - ceil(share * len(words)) + 1]  # a text with enough words has one of these
        return saying(text, {each for word in rarest for each in self._by_word.get(word, ())}, share)


@cache
def _telling(text: str) -> frozenset[str]:
    return frozenset(root(word) for word in plain(text).split() if len(word) >= TELLING or word.isdigit())
