"""Questions written by hand: asked as they are, shuffled, proved by what their author says, gone with their facts."""

import re
from collections import Counter
from itertools import islice

import pytest

from benchmarks.items.checker import Checker
from benchmarks.items.responses import problems
from benchmarks.items.stream import seen
from tests.every_for_tests import every
from tests.items.conftest import without_fact
from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.items.making.bank import Wanted, generate, kinds
from trotskyism_cli.items.making.on_demand import WantedItems
from trotskyism_cli.items.model import Difficulty, Item, Response, Rule
from trotskyism_cli.items.options.explain import dated_list
from trotskyism_cli.items.stored import item_from, stored
from trotskyism_cli.items.written import questions as written
from trotskyism_cli.learning.answering.grading import Chosen, Written, grade, mistake_in
from trotskyism_cli.learning.answering.replies import hint
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.model import Citation, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Option, Pair, Question


def _question(pack: Pack, name: str, about: str, *, right: int = 1, topic: str = "") -> Question:
    words = ("the first estate", "the second estate", "the third estate", "the court at Versailles")
    options = tuple(
        Option(f"It was the doing of {each} ({name})", place < right, f"{each} had no part in it.", ())
        for place, each in enumerate(words)
    )
    cited = (Citation(next(iter(pack.sources)), "12"),)
    stem = f"Who brought about what befell {name} in the summer of that year?"
    why = "The sources agree on this, and the estates said so themselves in their own reports at the time."
    return Question(name, stem, options, why, (about,), cited, topic=topic, several=right > 1)


@pytest.fixture(scope="module")
def pack(revolution: Pack) -> Pack:
    """The French Revolution with a question on each of thirty of its facts, one of which has two right options."""
    facts = [fact.id for fact in islice(revolution.facts.values(), 30)]
    questions = [_question(revolution, f"case-{place}", fact) for place, fact in enumerate(facts[1:])]
    questions.append(_question(revolution, "two", facts[0], right=2))
    return revolution._replace(questions={each.id: each for each in questions})


def _written(pack: Pack, seed: int = 1, n: int = 100) -> list[Item]:
    return list(generate(pack, n, seed, Wanted(kinds=["written"], responses=tuple(Response))))


def test_a_pack_without_questions_has_no_such_kind(revolution: Pack, pack: Pack) -> None:
    assert "written" not in kinds(revolution._replace(questions={}))
    assert "written" in kinds(pack)


def test_every_question_is_asked_once_whole_and_explained(pack: Pack) -> None:
    items = _written(pack)

    assert Counter(item.stem for item in items) == Counter(each.stem for each in pack.questions.values())
    for item in items:
        question = next(each for each in pack.questions.values() if each.stem == item.stem)
        assert {item.options[place] for place in item.answer} == {each.text for each in question.options if each.right}
        assert set(item.options) == {each.text for each in question.options}
        assert item.key.split("; ")[0] in item.explanation
        assert pack.sources[question.citations[0].source].title in item.explanation
        assert every(option in note for option, note in zip(item.options, item.option_notes, strict=True))
        assert item.asked_ids == question.about


def test_the_order_of_options_follows_from_the_seed_and_favours_no_place(pack: Pack) -> None:
    places = Counter(item.answer[0] for seed in range(40) for item in _written(pack, seed) if len(item.answer) == 1)

    assert _written(pack, 3) == _written(pack, 3)
    assert _written(pack, 3) != _written(pack, 4)
    assert {item.id for item in _written(pack, 3)} == {item.id for item in _written(pack, 4)}
    assert min(places.values()) > 0.8 * max(places.values())


def test_two_right_options_make_an_item_of_several(pack: Pack) -> None:
    item = next(item for item in _written(pack) if "befell two " in item.stem)

    assert item.response is Response.SEVERAL
    assert len(item.answer) == 2
    assert [each.rule is Rule.KEY for each in item.certificates] == [place in item.answer for place in range(4)]


def test_a_bank_mixes_them_in_and_its_beginning_does_not_depend_on_its_length(pack: Pack) -> None:
    bank = list(generate(pack, 60, 5))

    assert 5 <= sum(item.kind == "written" for item in bank) < 60
    assert len(bank) == 60
    assert list(generate(pack, 20, 5)) == bank[:20]


def test_a_question_goes_when_a_fact_that_it_asks_for_goes(pack: Pack) -> None:
    gone = pack.questions["case-3"]
    stems = {item.stem for item in _written(without_fact(pack, gone.about[0]))}

    assert gone.stem not in stems
    assert len(stems) == len(pack.questions) - 1


def test_chapters_and_difficulty_restrict_them(pack: Pack) -> None:
    chapter = pack.topics[0].id
    named = pack._replace(questions={"a": pack.questions["case-3"]._replace(id="a", topic=chapter)})

    assert [item.topic for item in generate(named, 9, 1, Wanted(topics=[chapter], kinds=["written"]))] == [chapter]
    assert not list(generate(named, 9, 1, Wanted(topics=["no-such-chapter"], kinds=["written"])))
    levels = Counter(item.difficulty for item in _written(pack))
    hard = list(generate(pack, 99, 1, Wanted(kinds=["written"], difficulty=Difficulty.HARD)))
    assert {item.difficulty for item in hard} == {"hard"}
    assert len(hard) == levels["hard"] == (len(pack.questions) - 1) // 3  # but for the one that has two right options


def test_what_is_asked_in_one_way_is_of_every_difficulty(built_in: Pack) -> None:
    found: dict[Response, set[str]] = {}
    for question in _written(built_in, n=len(built_in.questions)):
        found.setdefault(question.response, set()).add(question.difficulty)

    assert {response: len(levels) for response, levels in found.items()} == dict.fromkeys(found, 3)
    assert {Response.CHOICE, Response.MATCH, Response.ORDER, Response.TYPED} <= found.keys()


def test_of_questions_whose_options_are_as_alike_the_less_important_are_the_harder(pack: Pack) -> None:
    weighed = [each._replace(importance=2 + place % 2) for place, each in enumerate(pack.questions.values())]
    levels = {
        item.written_as[0]: item.difficulty for item in _written(pack._replace(questions={q.id: q for q in weighed}))
    }

    assert {levels[f"question:{each.id}"] for each in weighed if each.importance == 3} == {"easy", "medium"}
    assert {levels[f"question:{each.id}"] for each in weighed if each.importance == 2} == {"medium", "hard"}


def test_the_independent_checker_accepts_them_and_sees_what_is_changed(pack: Pack) -> None:
    checker = Checker(pack)
    item = next(item for item in _written(pack) if item.response is Response.CHOICE)
    record = item.as_json()
    wrong = (item.answer[0] + 1) % 4

    assert list(checker.problems(seen(record))) == []
    assert list(checker.problems(seen({**record, "answer_index": wrong})))
    other = [f"{option}, too" if place == wrong else option for place, option in enumerate(item.options)]
    assert any("is open" in each for each in checker.problems(seen({**record, "options": other})))
    question = next(each for each in pack.questions.values() if each.stem == item.stem)
    silent = question._replace(options=tuple(each._replace(note="") for each in question.options))
    mute = Checker(pack._replace(questions={question.id: silent}))
    assert any("stated is not licensed" in each for each in mute.problems(seen(record)))
    assert list(Checker(pack._replace(questions={})).problems(seen(record)))


def test_written_questions_are_typed_and_matched_too(revolution: Pack) -> None:
    about = (next(iter(revolution.facts)),)
    cited = (Citation(next(iter(revolution.sources)), "12"),)
    typed = Question("typed", "Name it.", (), "So it is.", about, cited, accepted=("Pita", "Pitta"))
    pairs = (Pair("one", "X"), Pair("two", "Y"), Pair("three", "X"))
    works = tuple(map(Citation, list(revolution.sources)[:3]))
    matched = Question("matched", "Match.", (), "So it is.", about, works, pairs=pairs, spare=("Z",))
    partly = Option("b", note="No.", credit=50)
    credited = Question("credited", "Which?", (Option("a", right=True), partly), "So it is.", about, cited)
    pack = revolution._replace(questions={each.id: each for each in (typed, matched, credited)})
    items = {item.stem: item for item in _written(pack)}

    assert (items["Name it."].response, items["Name it."].accepted) == (Response.TYPED, ("Pita", "Pitta"))
    match = items["Match."]
    assert match.key == "one: X; two: Y; three: X"
    assert sorted(match.options) == ["X", "Y", "Z"]
    assert dict(zip(match.options, match.option_notes, strict=True))["Z"] == "“Z” belongs to none of them."
    assert every(revolution.sources[each.source].title in match.explanation for each in works)
    choice = items["Which?"]
    assert [choice.credits[choice.options.index(text)] for text in "ab"] == [1.0, 0.5]
    for item in items.values():
        assert any("question:" in premise for each in item.certificates for premise in each.premises)


@pytest.fixture
def twofold(revolution: Pack) -> Pack:
    """A question with options that is also asked without them."""
    about = (next(iter(revolution.facts)),)
    cited = (Citation(next(iter(revolution.sources)), "12"),)
    options = (
        Option("That of Maximilien Robespierre", right=True),
        Option("That of Georges Danton", note="He had another."),
        Option("That of Robert Pierre", note="Nobody knows him."),
    )
    question = Question("whose", "Whose plan was it?", options, "So it is.", about, cited, accepted=("Robespierre",))
    return revolution._replace(questions={"whose": question})


def test_a_question_with_options_is_also_typed_where_its_author_says_so(twofold: Pack) -> None:
    (choice,) = generate(twofold, 9, 1, Wanted(kinds=["written"]))
    (typed,) = generate(twofold, 9, 1, Wanted(kinds=["written"], responses=[Response.TYPED]))

    assert (choice.response, choice.accepted, len(choice.options)) == (Response.CHOICE, (), 3)
    assert (typed.response, typed.options, typed.stem) == (Response.TYPED, (), choice.stem)
    assert typed.id != choice.id
    assert typed.explanation == choice.explanation
    assert typed.key == "That of Maximilien Robespierre"
    for said in ("Robespierre", "maximilien robespierre", "Maximilian Robespierre", "that of Maximilien Robespierre"):
        assert grade(typed, Written(said)).correct, said
    for said in ("Danton", "That of Robert Pierre", "Marat"):
        assert not grade(typed, Written(said)).correct, said
    assert (
        mistake_in(typed, "that of georges danton") == mistake_in(typed, "That of George Danton") == "He had another."
    )
    assert mistake_in(typed, "Marat") == ""
    assert item_from(stored(typed)) == typed
    checker = Checker(twofold)
    assert not list(problems(checker, typed.as_json()))
    assert list(problems(checker, {**typed.as_json(), "accepted": ["That of Georges Danton"]}))


def test_a_quiz_asks_it_in_one_way_only(twofold: Pack) -> None:
    asked = [_written(twofold, seed) for seed in range(30)]

    assert every(len(items) == 1 for items in asked)
    assert {items[0].response for items in asked} == {Response.CHOICE, Response.TYPED}


def test_that_it_is_also_typed_changes_nothing_of_the_choice(twofold: Pack) -> None:
    before = twofold.questions["whose"]._replace(accepted=())

    assert _choices(twofold._replace(questions={"whose": before})) == _choices(twofold)


def _choices(pack: Pack) -> list[Item]:
    return list(generate(pack, 9, 1, Wanted(kinds=["written"])))


def test_study_has_it_in_both_ways(twofold: Pack) -> None:
    assert [item.response for item in WantedItems(twofold).authors_items] == [Response.CHOICE, Response.TYPED]


@pytest.mark.parametrize("things", [("one", "two"), ("first", "second", "third", "fourth")])
def test_what_an_author_puts_in_order_is_shown_in_another(revolution: Pack, things: tuple[str, ...]) -> None:
    about = (next(iter(revolution.facts)),)
    cited = (Citation(next(iter(revolution.sources)), "12"),)
    question = Question("ordered", "Put them in order.", (), "So it is.", about, cited, order=things)
    pack = revolution._replace(questions={"ordered": question})
    for seed in range(20):
        (item,) = _written(pack, seed)
        assert item.response is Response.ORDER
        assert [item.options[place] for place in item.answer] == list(things)
        assert item.options != things
        assert item.explanation.startswith(f"{', then '.join(things).capitalize()}. So it is.")
        assert grade(item, Chosen(item.answer)).correct
        assert "in their right order" in hint(item)


def test_what_speaks_of_all_others_comes_last(revolution: Pack) -> None:
    about = (next(iter(revolution.facts)),)
    cited = (Citation(next(iter(revolution.sources)), "12"),)
    texts = ("None of the above", "a", "b", "c")
    options = tuple(Option(text, right=text == "a", note="No.") for text in texts)
    question = Question("last", "Which?", options, "So it is.", about, cited)
    pack = revolution._replace(questions={"last": question})

    assert {item.options[-1] for seed in range(9) for item in _written(pack, seed)} == {"None of the above"}


@pytest.fixture(scope="module")
def resting(revolution: Pack) -> Pack:
    """Twelve questions on facts of their own, three of them on one passage, and one of these on nothing else."""
    quote = Quote("quote-long", "danton", "He said so. " * 30, (), when=parse_date("1793"), doubtful="Known late.")
    facts = [fact.id for fact in islice(revolution.facts.values(), 12)]
    questions = {f"case-{place}": _question(revolution, f"case-{place}", fact) for place, fact in enumerate(facts)}
    for place in range(3):
        questions[f"case-{place}"] = questions[f"case-{place}"]._replace(passage=quote.id)
    questions["case-2"] = questions["case-2"]._replace(about=(quote.id,))
    return revolution._replace(questions=questions, quotes={**revolution.quotes, quote.id: quote})


def test_a_passage_stands_above_the_stem_with_whose_it_is(resting: Pack) -> None:
    item = next(item for item in _written(resting) if "case-1 " in item.stem)

    assert item.passage is not None
    assert item.passage.attribution == "Georges Danton, 1793 (wording doubtful)"
    assert item.question.splitlines() == [*item.passage.lines, item.stem]
    assert item.passage.text in item.question
    assert item.passage.text not in item.stem
    assert "quote-long" in item.evidence_ids
    assert item_from(stored(item)) == item
    assert item.as_json()["passage"]["quote"] == "quote-long"
    assert [each.passage for each in _written(resting) if "case-5 " in each.stem] == [None]


def test_a_question_has_another_id_on_a_passage(resting: Pack) -> None:
    bare = resting._replace(questions={own: each._replace(passage="") for own, each in resting.questions.items()})
    before, now = ({item.stem: item.id for item in _written(pack)} for pack in (bare, resting))

    assert [stem for stem in now if now[stem] != before[stem]] == [
        stem for stem in now if re.search("case-[012] ", stem)
    ]


def test_without_its_quotation_a_question_is_not_asked(resting: Pack) -> None:
    assert not [item for item in _written(resting._replace(quotes={})) if re.search("case-[012] ", item.stem)]


@pytest.mark.parametrize("seed", range(5))
def test_a_quiz_asks_once_about_a_passage_and_a_long_set_more(resting: Pack, seed: int) -> None:
    places = [place for place, item in enumerate(_written(resting, seed, 12)) if item.passage]

    assert len(places) == 3
    assert len([place for place in places if place < 10]) == 1


def test_every_question_of_the_built_in_pack_is_asked(built_in: Pack) -> None:
    """A doubt in one of the facts that a question names would keep it back without a word."""
    assert {each.id for each in written.askable(build_index(built_in))} == set(built_in.questions)


def test_right_options_are_told_one_after_the_other_and_not_as_one_sentence(revolution: Pack) -> None:
    about = (next(iter(revolution.facts)),)
    cited = (Citation(next(iter(revolution.sources)), "12"),)
    options = (Option("The vote by head", right=True), Option("A loaf", note="No."), Option("The night", right=True))
    question = Question("several", "Which two?", options, "So it is.", about, cited, several=True)
    [item] = _written(revolution._replace(questions={question.id: question}))

    assert item.explanation.startswith(f"{item.key}. So it is. ")
    assert set(item.key.split("; ")) == {"The vote by head", "The night"}


def test_a_date_in_both_calendars_stands_in_its_brackets_without_others() -> None:
    told = dated_list([("July Days", "16 July 1917 (3 July Old Style)"), ("Peace", "May 1918")])

    assert told == "In order of time: July Days (16 July 1917, 3 July Old Style) and Peace (May 1918)."


def test_the_years_of_an_order_are_told_once(built_in: Pack) -> None:
    told = {item.explanation for item in _written(built_in, 1, 1000) if item.response is Response.ORDER}

    assert len(told) >= 10
    for each in (text for text in told if text.startswith("In order of time: ")):
        assert "The years are " not in each
