"""What a text tells: its first sentence, and whether another one has told it already."""

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

SAID = 0.75  # share of the words of a text that another one has, from which on it says nothing new
AGAIN = 0.6  # the same share, of a line that stands below others
BY_EVENT = 0.5  # the same share, of a sentence that an event of its time tells by its name and summary
AFTER = "After "  # at the beginning of a sentence that tells what came of an event
DEFINITION = "definition"  # among the words by which one asks for a fact that tells what something is
TELLING = 4  # letters of a word that tells something
WORD = lazy_regex(r"[\w’'-]+")  # as it is printed
WAS = lazy_regex(r"\b(?:was|were)\b")
UNTIL = lazy_regex(r"\buntil\b")
THOUGHT = lazy_regex(r"\b(?:argued|blamed|concluded|held|judged|thought|told [^,;]* that|wrote)\b")
# Where a sentence ends, if it is not after an initial or a saint.
_END = lazy_regex(r"(?<!\bSt)(?<!(?<!-)\b[A-Z])\. (?=[A-Z“\"])")

# A date in words.
WHEN = rf"(?P<when>(?:(?:the )?(?:spring|summer|autumn|winter) (?:of )?|\d{{1,2}} )?(?:(?:{A_MONTH}) )?\d{{4}})"
_OPENING = lazy_regex(rf"(?:In|On|From|At the (?:beginning|end) of) {WHEN}(?! \(Old Style\)|[–-]|,? (?:and|or) )")
# A day at the beginning of a sentence, with that day in the old calendar.
ON_A_DAY = lazy_regex(rf"On (?P<when>\d{{1,2}} (?:{A_MONTH}) \d{{4}}) \([^()]*Old Style\),? ")


def exact_date(pack: Pack, fact: Fact) -> Date | None:
    """When it was: of what is dated to a year, the day, month or season in it with which its sentence begins.

    Of what is dated to a month, the day.
    """
    when = fact.date
    if when and (day := day_told(fact_sentence(pack, fact), when)):
        return day
    is_year = when and when.year and when.is_single and when.start and when.start.precision is Precision.YEAR
    found = _OPENING.match(fact_sentence(pack, fact)) if is_year else None
    if found is None:
        return when
    from trotskyism_cli.library.dates.when import read_date  # a look-up that finds no such sentence does without it

    asked = read_date(found["when"].removeprefix("the "), date.max)
    return asked.when if asked and asked.when and when and asked.when.year == when.year else when


def day_told(text: str, when: Date) -> Date | None:
    """The day with which a sentence begins in both calendars, if that is more than is known of it."""
    found = ON_A_DAY.match(text)
    if found is None or when.is_span or when.first == when.last:
        return None
    from trotskyism_cli.library.dates.when import read_date  # see above

    day = read_date(found["when"], date.max)
    is_within = day and day.when and when.first <= day.when.first <= when.last
    return day.when if day and is_within else None


def defines(pack: Pack, fact: Fact) -> bool:
    """Whether a fact tells what something is."""
    return DEFINITION in pack.relations[fact.relation].words


def first_sentence(text: str) -> str:
    """The first sentence, without its full stop."""
    return _END.split(text, maxsplit=1)[0].removesuffix(".")


def sentences_of(text: str) -> list[str]:
    """Its sentences, without their full stops."""
    return [each.removesuffix(".") for each in _END.split(text)]


def sentence_after(text: str) -> str:
    """What stands behind the first sentence; empty if there is no other one."""
    return _END.split(text, maxsplit=1)[1] if _END.search(text) else ""


def is_said(text: str, told: str, share: float = SAID) -> bool:
    """Whether almost all that a text tells, or another share of it, stands in another one."""
    return any(True for _ in saying(text, (told,), share))


def words_more(text: str, *told: str) -> int:
    """How many words that tell something a text has, and none of what is told."""
    return len(_telling(text).difference(*map(_telling, told)))


def saying(text: str, told: Iterable[str], share: float = SAID) -> Iterator[str]:
    """Those of several texts in which almost all stands, or another share, that one tells."""
    words = _telling(text)
    least = share * len(words)
    return (each for each in told if len(words & _telling(each)) >= least) if words else iter(())


class TextsTold(Collection[str]):
    """Of what there is a text that is told, and the texts, found by their words: to compare hundreds takes long."""

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
        """Take in a text, if it is the first that is told of something."""
        if of not in self._texts:
            self._texts[of] = text
            for word in _telling(text):
                self._by_word.setdefault(word, set()).add(text)

    def saying(self, text: str, share: float = SAID) -> Iterator[str]:
        """Those in which almost all stands, or another share, that a text tells."""
        words = sorted(_telling(text), key=lambda word: len(self._by_word.get(word, ())))
        rarest = words[: len(words) - ceil(share * len(words)) + 1]  # such a text has one of them
        return saying(text, {each for word in rarest for each in self._by_word.get(word, ())}, share)


@cache
def _telling(text: str) -> frozenset[str]:
    return frozenset(root(word) for word in plain(text).split() if len(word) >= TELLING or word.isdigit())
