"""The pack that is made of imported questions: sound, with ids that stay with their questions, in linear time."""

import random
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_for_tests import every
from tests.imports.reading_for_tests import read, read_case
from trotskyism_cli.imports.foreign import Answer, Choice, ForeignOption, ForeignQuestion, Match, Reading, Typed
from trotskyism_cli.imports.new_pack import NewPack, new_pack
from trotskyism_cli.imports.platforms.gift import read_gift
from trotskyism_cli.imports.report import report_of
from trotskyism_cli.imports.tables.table import read_table
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Question
from trotskyism_cli.pack.reading.reader import ReadPack, read_pack_files
from trotskyism_cli.pack.text.files import PackFile


def reread(made: NewPack) -> ReadPack:
    return read_pack_files([PackFile(name, text.encode()) for name, text in made.files.items()])


def pack_of(made: NewPack) -> Pack:
    found = reread(made)
    assert found.problems == []
    return found.pack


def made_of(text: str, earlier: Pack | None = None) -> NewPack:
    return new_pack("mine", "bank.gift", read_gift(text), earlier)


def by_stem(pack: Pack) -> dict[str, Question]:
    return {question.stem: question for question in pack.questions.values()}


def choice(*options: str) -> Choice:
    return Choice(tuple(ForeignOption(text, right=not place) for place, text in enumerate(options)))


def test_every_kind_of_answer_is_in_the_pack() -> None:
    made = new_pack("mine", "g09", read_case("gift/g09-kinds.gift"))
    pack = pack_of(made)

    assert [each.response for each in pack.questions.values()] == ["choice", "typed", "typed", "match"]
    assert by_stem(pack)["What rises?"].accepted == ("dough", "Dough")
    assert by_stem(pack)["Match."].pairs == (("Pita", "flat"), ("Challah", "plaited"))


def test_a_gap_is_followed_by_its_sign() -> None:
    pack = pack_of(made_of("The loaf is {=flat ~round}.\n\nWhat is pi? {#3.1415:0.0005}."))
    assert [each.stem for each in pack.questions.values()] == ["The loaf is _____.", "What is pi? _____."]


def test_partial_credit_is_kept() -> None:
    pack = pack_of(new_pack("mine", "g01", read_case("gift/g01-partial-credit.gift")))
    assert [(option.right, option.credit) for option in next(iter(pack.questions.values())).options] == [
        (True, 0),
        (False, 50),
        (False, 0),
        (False, 0),
    ]


def test_rules_of_style_are_advice_for_a_teacher() -> None:
    made = new_pack("mine", "g20", read_case("gift/g20-completion-stem.gift"))

    assert len(made.questions) == 5
    assert made.misfits == ()
    assert any("easily overlooked" in each.message for each in made.warnings)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (choice("a"), "one option alone"),
        (choice(*map(str, range(13))), "13 options; leave at most 12"),
        (choice("a", "b", "a"), "the option “a” is there twice"),
        (Choice((ForeignOption("a", right=False), ForeignOption("b", right=False))), "no option is right"),
        (Choice((ForeignOption("a", right=True), ForeignOption("b", right=True)), several=True), "every option"),
        (Match((("a", "x"),)), "1 pairs"),
        (Match((("a", "x"), ("A", "y"))), "begin with the same"),
        (Typed(("x" * 5000,)), "a text of 5,000 characters"),
    ],
)
def test_what_cannot_be_asked_is_named(answer: Answer, said: str) -> None:
    reading = Reading([ForeignQuestion(1, "Which?", choice("a", "b")), ForeignQuestion(9, "Which one?", answer)])
    made = new_pack("mine", "file", reading)

    assert len(made.questions) == 1
    assert [misfit.line for misfit in made.misfits] == [9]
    assert said in str(made.misfits[0])


def test_a_question_is_left_out_as_a_twin_only_if_it_is_one() -> None:
    bank = [
        ForeignQuestion(1, "Which is right?", choice("a", "b")),
        ForeignQuestion(2, "Which is right?", choice("c", "d")),
        ForeignQuestion(3, "which is  RIGHT?", Choice(tuple(reversed(choice("a", "b").options)))),
        ForeignQuestion(4, "Which is wrong?", choice("a")),
        ForeignQuestion(5, "Which is wrong?", choice("a", "b")),
    ]
    made = new_pack("mine", "file", Reading(bank))

    assert [each.line for each in made.questions] == [1, 2, 5]
    assert [str(each) for each in made.misfits] == [
        "the same question as in line 1; keep one",
        "one option alone; write at least one that is wrong",
    ]


def test_the_report_counts_everything_once() -> None:
    reading = read_case("gift/g09-kinds.gift")
    report = report_of(reading, new_pack("mine", "g09", reading)).as_json("g09.gift", "gift", "mine")

    assert report["found"] == 7 == len(report["read"]) + len(report["left_out"])
    assert every(each["remedy"] for each in report["left_out"])


# ---- ids ----


def test_ids_come_from_the_question_not_from_its_place() -> None:
    before = pack_of(new_pack("mine", "bank", read_case("reimport/bank-v1.gift")))
    after = pack_of(new_pack("mine", "bank", read_case("reimport/bank-v2.gift")))

    assert before.questions.keys() < after.questions.keys()
    assert before.facts.keys() < after.facts.keys()


def test_an_id_of_its_own_outlives_every_word() -> None:
    table = "id,question,option_1,option_2,answer\n"
    one = read_table(f"{table}HIST-7,Who was it?,Marx,Kant,Marx\n7,Who else?,Hume,Kant,Kant\n")
    other = read_table(f"{table}HIST-7,By whom is it?,Engels,Hume,Hume\n")

    assert new_pack("mine", "bank", one).ids == ("hist-7", "q-7")
    assert new_pack("mine", "bank", other).ids == ("hist-7",)


BANK = """\
$CATEGORY: Flat

Which loaf is flat?{=Pita ~Brioche ~Challah}

Which loaf is plated with seeds?{=Challah ~Pita ~Boule}
"""


def test_a_mended_bank_keeps_the_ids_of_its_questions() -> None:
    before = pack_of(made_of(BANK))
    mended = BANK.replace("plated", "plaited").replace("~Brioche", "~Baguette").replace("Flat", "Loaves")
    after = pack_of(made_of(mended, before))

    assert by_stem(after)["Which loaf is flat?"].id == by_stem(before)["Which loaf is flat?"].id
    assert (
        by_stem(after)["Which loaf is plaited with seeds?"].id == by_stem(before)["Which loaf is plated with seeds?"].id
    )
    old, new = (by_stem(each)["Which loaf is flat?"].about[0] for each in (before, after))
    assert old != new  # another category
    assert after.facts[new].formerly == (old,)
    assert after.version == before.version + 1
    again = pack_of(made_of(BANK, after))
    assert again.facts[old].formerly == (new,)


def test_a_mended_key_is_asked_anew() -> None:
    before = pack_of(made_of(BANK))
    after = pack_of(made_of(BANK.replace("=Pita ~Brioche", "~Pita =Brioche"), before))

    flat, plaited = [by_stem(after)[stem].about[0] for stem in by_stem(before)]
    assert (after.facts[flat].revision, after.facts[plaited].revision) == (2, 1)


def test_another_question_does_not_inherit_what_was_learnt() -> None:
    before = pack_of(made_of(BANK))
    after = pack_of(made_of("Which of them would you rather eat in the evening?{=Pita ~Brioche ~Challah}", before))

    assert before.questions.keys().isdisjoint(after.questions.keys())


# ---- whatever comes ----

words = st.text(min_size=1, max_size=20)
answers = st.one_of(
    st.lists(words, min_size=2, max_size=5).map(lambda texts: choice(*texts)),
    st.lists(words, min_size=1, max_size=3).map(lambda texts: Typed(tuple(texts))),
    st.lists(st.tuples(words, words), min_size=1, max_size=4).map(lambda pairs: Match(tuple(pairs))),
)
questions = st.builds(
    ForeignQuestion, st.just(0), words, answers, words | st.just(""), words | st.just(""), words | st.just("")
)


@given(st.lists(questions, max_size=6), words)
def test_any_questions_make_a_sound_pack_or_are_named(bank: list[ForeignQuestion], origin: str) -> None:
    numbered = [replace(question, line=place) for place, question in enumerate(bank, start=1)]
    made = new_pack("any", origin, Reading(numbered))

    assert len(made.questions) + len(made.misfits) == len(bank)
    if made.questions:
        pack = pack_of(made)
        again = new_pack("any", origin, Reading(numbered), pack)
        assert again.ids == made.ids
        assert pack_of(again).facts.keys() == pack.facts.keys()


def test_a_bank_costs_as_much_for_each_question_however_large_it_is() -> None:
    """Counted in calls, not in seconds: every step looks at each question so many times."""

    def calls(size: int) -> int:
        rng = random.Random(1)
        bank = "\n\n".join(
            f"$CATEGORY: c{rng.randrange(size // 4)}\n\nWhat is {rng.random()}?{{=a{n} ~b ~c}}\n\nIs it?{{=a ~a}}"
            for n in range(size)
        )
        count = 0

        def counter(_frame: object, event: str, _arg: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(counter)
        try:
            made_of(bank)
        finally:
            sys.setprofile(None)
        return count

    few, many = calls(40), calls(160)
    assert many < 4.6 * few


def test_names_that_are_no_words_make_ids_all_the_same() -> None:
    made = new_pack("mine", "日本", read("$CATEGORY: 歴史/日本\n\n「いろは」とは何か。{=a ~b}\n", "q.gift"))
    assert pack_of(made).questions


def test_numbers_that_were_given_anew_are_not_taken_for_the_question() -> None:
    head = "id,question,option_1,option_2,answer\n"
    old = read_table(f"{head}1,Which loaf is flat?,Pita,Challah,Pita\n2,Which of them is plaited?,Pita,Boule,Boule\n")
    new = read_table(
        f"{head}1,What rises?,Dough,Stone,Dough\n2,Which loaf is flat?,Pita,Challah,Pita\n"
        "3,Which of them is plaited?,Pita,Boule,Boule\n"
    )
    before = pack_of(new_pack("mine", "bank", old))
    after = pack_of(new_pack("mine", "bank", new, before))

    for stem, question in by_stem(before).items():
        assert by_stem(after)[stem].about == question.about
    assert by_stem(after)["What rises?"].about[0] not in before.facts
