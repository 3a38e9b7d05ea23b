"""Style of questions: strict rules for an edited pack, advice for a teacher's.

In a pack with `edited: true` they are problems, in any other warnings.
"""

import re
from collections.abc import Iterator

from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.all_of_the_above import REFERS_TO_OTHERS
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Question
from trotskyism_cli.pack.text.places import Places
from trotskyism_cli.pack.text.problems import Position, Problem
from trotskyism_cli.pack.wording import POINTS, bare_words

FEWEST_OPTIONS, MOST_OPTIONS, MOST_OF_SEVERAL = 3, 4, 6
LONGEST_STEM, LONGEST_OPTION, LONGEST_EXPLANATION = 40, 25, 80  # words
SHORTEST_PASSAGE, LONGEST_PASSAGE = 40, 150  # words
# A right option stands out if it is so many times as long as the longest wrong one, and so many letters longer.
STANDS_OUT = 1.4
STANDS_OUT_LETTERS = 15
DISTINCTIVE = 4  # letters: shorter words of the stem do not give an answer away
_QUOTED = lazy_regex(r"“[^”]*”")
_NEGATIVE = lazy_regex(r"\b(not|except|never|incorrect|false)\b", re.IGNORECASE)
_COMMON = frozenset(
    """about after also among because been before both could does each even from have into itself more most only other
    over same should some such than that their them then there these they this those through under until were what
    when where which while whom whose will with within without would""".split()
)


def check_style(pack: Pack, places: Places) -> Iterator[Problem]:
    """Everything that could be better in the questions of a pack."""
    stems: dict[tuple[str, str], str] = {}
    for question in pack.questions.values():
        earlier = stems.setdefault((bare_words(question.stem), question.passage), question.id)
        if earlier != question.id:
            yield Problem(places.at(f"question:{question.id}", "stem"), f"{earlier!r} asks the same; keep one")
        yield from _stem(question, places)
        if question.passage in pack.quotes:
            yield from _passage(question, len(pack.quotes[question.passage].text.split()), places)
        if question.options:
            yield from _options(question, places)
            if sum(option.right for option in question.options) == 1:
                yield from _conspicuous(question, places)


def _stem(question: Question, places: Places) -> Iterator[Problem]:
    name = f"question:{question.id}"
    place, stem = places.at(name, "stem"), question.stem
    if stem.count("?") != 1 or not stem.endswith("?"):
        yield Problem(place, "a stem is one question and ends with its question mark; write it so")
    if found := _NEGATIVE.search(_QUOTED.sub("", stem)):
        yield Problem(place, f"{found.group()!r} in a stem is easily overlooked; ask for what is so")
    if len(stem.split()) > LONGEST_STEM:
        yield Problem(place, f"a stem of more than {LONGEST_STEM} words; shorten it")
    if len(question.explanation.split()) > LONGEST_EXPLANATION:
        yield Problem(places.at(name, "explanation"), f"more than {LONGEST_EXPLANATION} words; shorten it")
    for text, where in [(question.explanation, places.at(name, "explanation")), *_notes(question, places)]:
        if found := POINTS.search(text):
            yield Problem(where, f"{found.group()!r} may seem to point at an option, and these are shuffled; reword it")


def _passage(question: Question, words: int, places: Places) -> Iterator[Problem]:
    if not SHORTEST_PASSAGE <= words <= LONGEST_PASSAGE:
        message = f"a passage of {counted(words, 'word')}; choose one of {SHORTEST_PASSAGE} to {LONGEST_PASSAGE}"
        yield Problem(places.at(f"question:{question.id}", "passage"), message)


def _notes(question: Question, places: Places) -> Iterator[tuple[str, Position]]:
    for place, option in enumerate(question.options):
        yield option.note, places.at(f"option:{question.id}.{place}", "note")


def _options(question: Question, places: Places) -> Iterator[Problem]:
    most = MOST_OF_SEVERAL if question.several else MOST_OPTIONS
    if not FEWEST_OPTIONS <= len(question.options) <= most:
        message = f"{counted(len(question.options), 'option')}; {FEWEST_OPTIONS} to {most} are best"
        yield Problem(places.at(f"question:{question.id}", "options"), message)
    seen: dict[str, str] = {}
    for place, option in enumerate(question.options):
        where = places.at(f"option:{question.id}.{place}", "text")
        plain = bare_words(option.text)
        if plain and seen.setdefault(plain, option.text) != option.text:
            yield Problem(where, "the same option a second time but for its signs; write another")
        if option.text.endswith(".") and not option.text.endswith("..."):
            yield Problem(where, "an option has no full stop; delete it")
        if found := REFERS_TO_OTHERS.fullmatch(option.text):
            yield Problem(where, f"{found.group()!r} answers nothing; write an option that stands for itself")
        if len(option.text.split()) > LONGEST_OPTION:
            yield Problem(where, f"an option of more than {LONGEST_OPTION} words; shorten it")


def _conspicuous(question: Question, places: Places) -> Iterator[Problem]:
    """Cues to the one right option: its length, or a word that it alone shares with the stem."""
    place = next(place for place, option in enumerate(question.options) if option.right)
    where = places.at(f"option:{question.id}.{place}", "text")
    key = question.options[place].text
    wrong = [option.text for option in question.options if not option.right]
    longest = max(map(len, wrong), default=len(key))
    if len(key) >= max(STANDS_OUT * longest, longest + STANDS_OUT_LETTERS):
        yield Problem(where, "much longer than every wrong option, which tells it; shorten it, or lengthen them")
    others = {word for text in wrong for word in bare_words(text).split()}
    stem = set(bare_words(question.stem).split())
    for word in dict.fromkeys(bare_words(key).split()):
        if len(word) >= DISTINCTIVE and word in stem and word not in others and word not in _COMMON:
            yield Problem(where, f"{word!r} stands in the stem and in no wrong option, which tells it; reword one")
