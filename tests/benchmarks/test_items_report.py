"""The examiner itself: every check finds a flaw that was planted for it, and passes a sound stream."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from benchmarks.items.board import board, repeated
from benchmarks.items.breadth import breadth, importance
from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank, Outcome
from benchmarks.items.dressing import dressing
from benchmarks.items.explained import explanations
from benchmarks.items.form import schema
from benchmarks.items.grounded import grounded
from benchmarks.items.plausibility import Measure, plausibility
from benchmarks.items.report import confirmed, deterministic
from benchmarks.items.responses import problems
from benchmarks.items.spread import coverage, spread
from benchmarks.items.stream import Seen, seen, upper_bound
from benchmarks.items.telling import told
from benchmarks.items.truth import truth
from benchmarks.items.writing import writing
from tests.benchmarks.planted import NAMES, PACK, with_key
from tests.every_for_tests import every
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import Response
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.model import DatedName, Fact, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(PACK)


@pytest.fixture(scope="module")
def sound(pack: Pack) -> list[Seen]:
    return [seen(item.as_json()) for item in generate(pack, 120, 1)]


def found(outcomes: list[Outcome], name: str) -> Outcome:
    return next(each for each in outcomes if each.check.startswith(name))


def by_kind(items: list[Seen], kind: str) -> Seen:
    return next(item for item in items if item.kind == kind)


PEOPLE = ("Emmanuel Joseph Sieyès", "Maximilien Robespierre", "Georges Danton")


MIXED = ("Girondins", "tithe", "gabelle")


def nearer(item: Seen, years: int) -> Seen:
    """The item with a wrong year so near to the right one."""
    wrong = next(place for place in range(len(item.options)) if place != item.answer)
    options = list(item.options)
    options[wrong] = str(int(item.key) + years)
    return replace(item, options=tuple(options))


Plant = Callable[[Seen], Seen]

PLANTED: dict[str, tuple[Callable[[Bank], list[Outcome]], str, Plant]] = {
    "A01": (schema, "who", lambda i: replace(i, explanation=" ")),
    "A01 notes": (schema, "who", lambda i: replace(i, notes=i.notes[1:])),
    "A03": (schema, "who", lambda i: replace(i, options=i.options[:2])),
    "A04 ": (schema, "who", lambda i: replace(i, options=(i.options[0], i.options[0].upper(), *i.options[2:]))),
    "A05": (schema, "who", lambda i: replace(i, stem=i.stem.replace("?", " {object}?"))),
    "A05 doubled": (schema, "who", lambda i: replace(i, explanation="The the reason. " + i.explanation)),
    "A05 brackets": (schema, "who", lambda i: replace(i, explanation="(" + i.explanation)),
    "A06": (schema, "who", lambda i: replace(i, evidence=("nobody.born",))),
    "A06b": (schema, "who", lambda i: with_key(i, "Kublai Khan")),
    "B04": (truth, "year", lambda i: nearer(i, 1)),
    "B06": (truth, "who", lambda i: replace(i, stem="Who wrote the pamphlet on the third estate of some country?")),
    "B01": (truth, "who", lambda i: replace(i, answer=(i.answer + 1) % len(i.options))),
    "B01 year": (truth, "year", lambda i: replace(i, answer=(i.answer + 1) % len(i.options))),
    "B01 licence": (
        truth,
        "year",
        lambda i: replace(i, certificates=tuple({**c, "premises": []} for c in i.certificates)),
    ),
    "B01 certificate": (truth, "who", lambda i: replace(i, certificates=i.certificates[1:])),
    "C03": (writing, "who", lambda i: replace(i, stem="Who did not write " + i.stem)),
    "C04": (writing, "who", lambda i: replace(i, options=(*i.options[:-1], "None of the above"))),
    "C11": (writing, "year", lambda i: replace(i, options=i.options[::-1])),
    "C14": (writing, "who", lambda i: replace(i, options=(*i.options[:-1], "Arras"))),
    "C15": (writing, "who", lambda i: replace(i, stem="Who wrote a the book?")),
    "C18": (writing, "who", lambda i: replace(i, stem=f"Who, if not {i.key.split()[-1]}?")),
    "C04 letters": (writing, "who", lambda i: replace(i, options=(*i.options[:-1], "Both A and B"))),
    "C14 asked": (writing, "who", lambda i: replace(i, stem=f"Which work {i.stem[4:]}")),
    "C15b": (writing, "who", lambda i: replace(i, options=MIXED, answer=0, stem="Which groups were meant by this?")),
    "C16b": (writing, "who", lambda i: replace(i, options=PEOPLE, answer=0, stem="Who wrote it in 1798?")),
    "C17": (writing, "who", lambda i: replace(i, stem="Which nun was meant?")),
    "C18 year": (writing, "year", lambda i: replace(i, stem=f"In which year, {i.key}, was it?")),
    "F01": (explanations, "who", lambda i: replace(i, explanation="Nobody knows. Source: none at all.")),
    "F02": (explanations, "who", lambda i: replace(i, explanation=i.explanation.partition("Source")[0])),
    "F07": (grounded, "who", lambda i: replace(i, explanation=f"It was {i.distractors[0]}. Source: a book.")),
    "F07 year": (grounded, "year", lambda i: replace(i, explanation=i.explanation.replace(i.key, i.distractors[0]))),
    "G02": (board, "who", lambda i: replace(i, stem=f"{i.stem[:-1]}, and who was the first to read it?")),
    "G02 answers": (board, "who", lambda i: replace(i, options=("Danton, then Marat", *i.options[1:]))),
    "F05": (explanations, "who", lambda i: replace(i, explanation="See option B. " + i.explanation)),
}


@pytest.mark.parametrize("name", PLANTED)
def test_one_planted_flaw_is_found(name: str, sound: list[Seen], pack: Pack) -> None:
    group, kind, plant = PLANTED[name]
    check = name.split()[0]
    victim = by_kind(sound, kind)
    flawed = [plant(item) if item is victim else item for item in sound]

    assert found(group(Bank(sound, Checker(pack))), check).passed
    assert not found(group(Bank(flawed, Checker(pack))), check).passed


EVERYWHERE: dict[str, tuple[Callable[[Bank], list[Outcome]], Plant]] = {
    "C01": (writing, lambda i: replace(i, stem=i.stem + " Why?")),
    "C02": (writing, lambda i: replace(i, stem="Who was it in this?")),
    "C02 empty": (writing, lambda i: replace(i, stem="Which of these is true?")),
    "C05 hedge": (writing, lambda i: replace(i, options=("Perhaps " + i.options[0], *i.options[1:]), kind="who")),
    "C07b": (writing, lambda i: replace(i, stem="Which of these " * 14 + "?")),
    "C13 gerund": (writing, lambda i: with_key(i, "Leading " + i.key)),
    "E06b": (breadth, lambda i: replace(i, evidence=("nobody.born",))),
    "E07b": (breadth, lambda i: with_key(i, "Danton")),
    "F03": (grounded, lambda i: replace(i, explanation=i.explanation + " So says Kublai Khan.")),
    "F03 year": (grounded, lambda i: replace(i, explanation=i.explanation + " So it was in 1512.")),
    "F03 quotation": (grounded, lambda i: replace(i, explanation=i.explanation + " “Nothing of the sort was said.”")),
    "C05": (writing, lambda i: replace(i, options=("Always " + i.options[0], *i.options[1:]), kind="who")),
    "C06": (writing, lambda i: replace(i, options=("Often " + i.options[0], *i.options[1:]))),
    "C07": (writing, lambda i: replace(i, stem="Which of these " * 20 + "?")),
    "C08": (writing, lambda i: replace(i, options=("word " * 40, *i.options[1:]))),
    "C09": (writing, lambda i: with_key(i, i.key + " and very much more than that")),
    "C10": (writing, lambda i: with_key(i, i.key + " and more")),
    "C12": (writing, lambda i: with_key(i, i.key + " (1)")),
    "C13": (writing, lambda i: with_key(i, "The " + i.key)),
    "F04": (explanations, lambda i: replace(i, notes=tuple("No." for _ in i.notes))),
    "F06": (explanations, lambda i: replace(i, explanation="Short.")),
    "E07": (spread, lambda i: with_key(i, "Danton")),
    "E11": (spread, lambda i: replace(i, difficulty="easy")),
    "E05 ": (spread, lambda i: replace(i, kind="who")),
    "E13": (spread, lambda i: replace(i, stem="In which year was it?")),
    "G05": (board, lambda i: replace(i, notes=tuple(f"{option} is not its cause." for option in i.options))),
    "E04": (spread, lambda i: replace(i, stem="Who wrote it?")),
}


@pytest.mark.parametrize("name", EVERYWHERE)
def test_a_flaw_in_every_item_is_found(name: str, sound: list[Seen], pack: Pack) -> None:
    group, plant = EVERYWHERE[name]

    check = name if name.endswith(" ") else name.split()[0]
    clean = found(group(Bank(sound, Checker(pack))), check)
    assert clean.passed or len(clean.cases) < len(sound) / 20
    assert not found(group(Bank([plant(item) for item in sound], Checker(pack))), check).passed


def test_trivia_is_counted(sound: list[Seen], pack: Pack) -> None:
    def weighed(weight: Callable[[Fact], int]) -> Checker:
        entries = {
            entry.id: entry._replace(facts=tuple(fact._replace(importance=weight(fact)) for fact in entry.facts))
            for entry in pack.entries.values()
        }
        return Checker(pack._replace(entries=entries))

    others = [item for item in sound if not item.evidence[0].endswith((".born", ".died"))]
    lives = [item for item in sound if item.evidence[0].endswith((".born", ".died"))]

    assert found(board(Bank(others * 3, weighed(lambda _: 3))), "G01").passed
    assert not found(board(Bank(others * 3, weighed(lambda _: 1))), "G01").passed
    assert lives
    assert not found(board(Bank(lives, weighed(lambda _: 3))), "G01").passed
    assert found(board(Bank(others * 3, Checker(pack))), "G01").passed


def test_a_heading_of_the_pack_is_no_option(sound: list[Seen], pack: Pack) -> None:
    heading = pack.entries["girondins"]
    claim = next(iter(pack.facts.values()))._replace(id="marat.claim", about=heading.id)
    marat = pack.entries["marat"]._replace(facts=(*pack.entries["marat"].facts, claim))
    checker = Checker(pack._replace(entries={**pack.entries, "marat": marat}))
    labelled = replace(sound[0], options=(heading.name, *sound[0].options[1:]))

    assert found(board(Bank([replace(sound[0], options=PEOPLE)], checker)), "G03").passed
    assert not found(board(Bank([labelled], checker)), "G03").passed


def test_a_name_of_another_time_is_found(sound: list[Seen], pack: Pack) -> None:
    item = by_kind(sound, "year")
    fact = pack.facts[item.evidence[0]]
    year = int(item.key)
    names = (
        DatedName("Old Name", parse_date(f"{year - 50}/{year - 10}")),
        DatedName("Name of the Time", parse_date(f"{year - 9}/{year + 10}")),
    )
    renamed = pack.entries[fact.subject]._replace(dated_names=names)
    checker = Checker(pack._replace(entries={**pack.entries, renamed.id: renamed}))

    def asked(name: str) -> bool:
        return found(board(Bank([replace(item, stem=f"In which year was {name} born?")], checker)), "G06").passed

    assert asked("Name of the Time")
    assert not asked("Old Name")


def test_options_of_two_ages_are_found(sound: list[Seen], pack: Pack) -> None:
    ages = pack.entries["danton"], pack.entries["bastille"]
    dates = (parse_date("1500"), parse_date("1789"))
    old = [
        entry._replace(facts=tuple(fact._replace(object=date) for fact in entry.facts[:1]))
        for entry, date in zip(ages, dates, strict=True)
    ]
    checker = Checker(pack._replace(entries={**pack.entries, **{entry.id: entry for entry in old}}))
    item = replace(sound[0], options=tuple(entry.name for entry in old), answer=0)

    assert found(board(Bank(sound, Checker(pack))), "G07").passed
    assert not found(board(Bank([item] * 9, checker)), "G07").passed


def test_stems_that_come_again_are_found(sound: list[Seen]) -> None:
    quizzes = [sound[place : place + 10] for place in range(0, 100, 10)]
    twice = [*quizzes[0], quizzes[0][0]]

    assert every(outcome.passed for outcome in repeated(quizzes[:1]))
    assert not repeated([twice])[0].passed
    assert not repeated([quizzes[0]] * 10)[1].passed


def test_a_passage_is_no_part_of_a_stem_and_comes_once_in_ten(sound: list[Seen], pack: Pack) -> None:
    long = "Nobody who read it at that time could know what was to come of it. " * 8
    one, other = (
        replace(sound[0], stem="What does the author hold against them?", passage=each) for each in (long, "A.")
    )
    ten = [*sound[2:10]]

    assert found(writing(Bank([one] * 20, Checker(pack))), "C07b").passed
    assert found(writing(Bank([one] * 20, Checker(pack))), "C02").passed
    assert not found(writing(Bank([replace(one, passage="")] * 20, Checker(pack))), "C02").passed
    assert repeated([[one, other]])[0].passed
    again = replace(sound[1], passage=long)
    assert found(spread(Bank([one, *ten, other], Checker(pack))), "E13").figure != "0"
    assert not found(spread(Bank([one, *ten, again], Checker(pack))), "E13").passed


def test_repeats_are_found(sound: list[Seen], pack: Pack) -> None:
    copied = [replace(item, id=f"copy-{item.id}") for item in sound]
    outcomes = spread(Bank([*sound, *copied], Checker(pack)))

    assert not found(outcomes, "E01").passed
    assert not found(outcomes, "E02").passed
    assert not found(outcomes, "D23").passed
    assert found(spread(Bank(sound, Checker(pack))), "E01").figure.startswith("0 of ")


def test_one_fact_asked_too_often_is_found(sound: list[Seen], pack: Pack) -> None:
    same = [replace(item, evidence=sound[0].evidence) for item in sound]

    assert not found(spread(Bank(same, Checker(pack))), "E03").passed


def test_an_answer_given_away_by_the_item_before_is_found(sound: list[Seen], pack: Pack) -> None:
    item = by_kind(sound, "who")
    teller = replace(item, id="teller", explanation=f"{item.stem} {item.key}")

    assert not found(spread(Bank([each for _ in range(20) for each in (teller, item)], Checker(pack))), "D22").passed


def test_a_key_that_is_a_distractor_of_the_same_question_is_found(sound: list[Seen], pack: Pack) -> None:
    item = by_kind(sound, "who")
    turned = replace(item, id="turned", answer=(item.answer + 1) % len(item.options))

    assert not found(truth(Bank([item, turned], Checker(pack))), "B05").passed


def test_minor_facts_are_counted(sound: list[Seen], pack: Pack) -> None:
    minor = {entry.id: entry._replace(importance=1) for entry in pack.entries.values()}

    assert found(importance(Bank(sound * 3, Checker(pack))), "E08").passed
    assert not found(importance(Bank(sound, Checker(pack._replace(entries=minor)))), "E08").passed


def test_an_answer_given_away_by_another_question_of_the_same_ten_is_found(sound: list[Seen], pack: Pack) -> None:
    item = by_kind(sound, "who")
    teller = replace(item, id="teller", stem=f"{item.stem} {item.key}", options=tuple(NAMES[:4]), explanation="")

    assert not found(spread(Bank([item], Checker(pack))), "D22 ").cases
    assert not found(spread(Bank([item, teller] * 10, Checker(pack))), "D22 ").passed


def test_two_years_for_one_question_are_found(sound: list[Seen], pack: Pack) -> None:
    item = by_kind(sound, "year")
    other = replace(item, id="other", options=("1066", "1166", "1266"), answer=1)

    assert not found(truth(Bank([item, other], Checker(pack))), "B05b").passed
    assert found(truth(Bank(sound, Checker(pack))), "B05b").passed


def test_two_swaps_of_letters_look_like_a_misprint(sound: list[Seen], pack: Pack) -> None:
    twins = [replace(item, options=("Robespierre", "Robsepeirre", "Danton"), answer=0) for item in sound]

    assert not found(schema(Bank(twins, Checker(pack))), "A04b").passed
    assert not found(schema(Bank(sound, Checker(pack))), "A04b").cases


def test_an_option_named_in_a_quotation_is_found(sound: list[Seen], pack: Pack) -> None:
    quote = Quote("quote-x", "danton", "We need audacity, and yet more audacity.", ())
    quoting = Checker(pack._replace(quotes={quote.id: quote}))
    fine = replace(
        sound[0], kind="written", evidence=(quote.id,), options=PEOPLE, answer=2, stem=f"Who said “{quote.text}”?"
    )
    telling = replace(fine, stem="Who said “Danton needs audacity, and yet more audacity”?")

    assert found(writing(Bank([fine, *sound], quoting)), "C18c").passed
    assert not found(writing(Bank([telling, *sound], quoting)), "C18c").passed


def test_a_quotation_altered_by_hand_is_found(sound: list[Seen], pack: Pack) -> None:
    quote = Quote("quote-x", "danton", "We need audacity, and yet more audacity.", ())
    quoting = Checker(pack._replace(quotes={quote.id: quote}))
    stem = "How do these words go on: “We need audacity, and yet …”?"
    fine = replace(
        sound[0], kind="written", evidence=(quote.id,), options=("more audacity", "less"), answer=0, stem=stem
    )

    assert found(writing(Bank([fine], quoting)), "C19").passed
    assert not found(writing(Bank([replace(fine, answer=1)], quoting)), "C19").passed
    assert not found(writing(Bank([replace(fine, stem=stem.replace("need", "want"))], quoting)), "C19").passed


def test_words_taken_from_the_evidence_are_counted(pack: Pack) -> None:
    item = seen(next(generate(pack, 1, 1, Wanted(kinds=["year"]))).as_json())
    copied = replace(item, stem=f"Who said of {told(pack, item.evidence[0])}?")

    assert found(dressing(Bank([item], Checker(pack))), "C21").figure.startswith("0 of 1")
    assert found(dressing(Bank([copied], Checker(pack))), "C21").figure.startswith("1 of 1")


def test_wrong_options_of_unlike_plausibility_are_found(sound: list[Seen], pack: Pack) -> None:
    item = by_kind(sound, "place")
    others = [entry.name for entry in pack.entries.values() if entry.kind == "place" and entry.name != item.key]
    sets = [replace(item, options=(item.key, *pair), answer=0) for pair in combinations(others, 2)]
    measure = Measure(Checker(pack))
    uneven = [each for each in sets if measure.uneven(each)]
    even = [each for each in sets if not measure.uneven(each)]

    assert plausibility(Bank(even * 9, Checker(pack)))[0].passed
    assert not plausibility(Bank(uneven, Checker(pack)))[0].passed


def test_a_chapter_asked_about_too_much_is_found(sound: list[Seen], pack: Pack) -> None:
    entries = list(pack.entries)
    first, topic = entries[: 2 * len(entries) // 3], pack.topics[0]
    others = [each for each in entries if each not in first]
    topics = (topic._replace(entries=tuple(first)), topic._replace(id="second", entries=tuple(others)))
    two = Checker(pack._replace(topics=topics))

    def asked(where: Callable[[Seen], str]) -> bool:
        items = [replace(item, topic=where(item)) for item in sound]
        return found(breadth(Bank(items, two)), "E09").passed

    assert asked(lambda item: "second" if item.evidence[0].partition(".")[0] in others else topic.id)
    assert not asked(lambda _: "second")


def test_another_name_of_the_key_in_the_stem_is_found(sound: list[Seen], pack: Pack) -> None:
    sieyes = pack.entries["sieyes"]._replace(aliases=("Abbé Sieyès",))
    named = Checker(pack._replace(entries={**pack.entries, "sieyes": sieyes}))
    item = replace(by_kind(sound, "who"), options=PEOPLE, answer=0, stem="Who was known as Abbé Sieyès?")

    assert not found(writing(Bank([item], named)), "C18b").passed
    assert found(writing(Bank([replace(item, answer=1)], named)), "C18b").passed


def test_one_direction_only_is_found(sound: list[Seen], pack: Pack) -> None:
    assert not found(coverage(Bank([replace(item, kind="who") for item in sound], Checker(pack))), "E10").passed


def test_the_generator_is_held_to_its_seed(pack: Pack) -> None:
    assert every(outcome.passed for outcome in deterministic(pack, 40, 1))


def test_an_attack_has_to_succeed_twice() -> None:
    once = Outcome("D03 longest", passed=False, figure="", bound="")
    hard = Outcome("A01 schema", passed=False, figure="", bound="")

    assert [each.passed for each in confirmed([once, hard], [replace(once, passed=True), hard])] == [True, False]
    assert [each.passed for each in confirmed([once], [once])] == [False]


@pytest.mark.parametrize(("hits", "n", "bound"), [(0, 100, 0.0264), (250, 1000, 0.2732), (5, 0, 1.0)])
def test_the_upper_bound_of_a_share(hits: int, n: int, bound: float) -> None:
    assert upper_bound(hits, n) == pytest.approx(bound, abs=5e-4)


OTHERWISE = (Response.MATCH, Response.TYPED)


@pytest.mark.parametrize("response", OTHERWISE)
def test_a_wrong_answer_to_an_item_that_is_no_choice_is_found(pack: Pack, response: Response) -> None:
    checker = Checker(pack)
    records = [item.as_json() for item in generate(pack, 12, 1, Wanted(responses=(response,)))]
    flawed = [{**each, **spoilt(each)} for each in records]

    assert records
    assert not [problem for record in records for problem in problems(checker, record)]
    assert every(list(problems(checker, record)) for record in flawed)


def spoilt(record: dict[str, Any]) -> dict[str, Any]:
    """The same item with a wrong answer: another name or year, or the right options in another place."""
    if record["response"] == "typed":
        return {"accepted": ["1066"]}
    right = record["answer_indices"]
    return {"answer_indices": [right[1], right[0], *right[2:]]}
