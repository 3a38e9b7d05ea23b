"""A comparison: a question, answers with name and year, what historians found."""

import re

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties.comparison import compare
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import object_label
from trotskyism_cli.screen.document import Table
from trotskyism_cli.screen.ties.comparison import comparison_document
from trotskyism_cli.views.comparisons.cards_beside import cards_beside
from trotskyism_cli.views.comparisons.comparison import (
    CHARGE,
    SILENT,
    Answer,
    ComparedRow,
    ComparisonView,
    comparison_view,
    one_row,
    question_of,
    with_more,
)
from trotskyism_cli.views.comparisons.shared_matters import is_about, is_thin, more_told, on_one_matter, ties_told
from trotskyism_cli.views.wording.sentences import first_sentence
from trotskyism_cli.views.wording.surnames import short_name


@pytest.fixture(scope="module")
def rows(printers: Library) -> dict[str, ComparedRow]:
    view = comparison_view(printers.pack, "adler", "ebert", compare(printers, "adler", "ebert"))
    return {row.question: row for row in view.rows}


def test_a_changed_position_appears_as_it_changed(rows: dict[str, ComparedRow]) -> None:
    row = next(iter(rows.values()))

    assert row.question == "Should a printer welcome machines?"
    assert row.left == (
        Answer("Machines take the bread of printers.", "1849"),
        Answer("Machines make books cheap and printers many.", "1857", is_later=True),
    )
    assert row.right == (Answer("Machines make hands idle.", "1857"),)


def test_a_historian_of_neither_side_decides(printers: Library, rows: dict[str, ComparedRow]) -> None:
    row = next(iter(rows.values()))

    view = comparison_view(printers.pack, "adler", "ebert", compare(printers, "adler", "ebert"))
    assert view.judge == "Historians"
    assert row.evidence == (Answer("The number of printers rose threefold with machines.", "Kern"),)


def test_what_is_stated_of_both_has_its_date_once(rows: dict[str, ComparedRow]) -> None:
    assert rows["Born"].left == (Answer("3 February 1810"),)
    assert rows["Offices"].left == (Answer("leader of the Printers' Union", "1848–1860"),)


def test_what_is_the_same_on_both_sides_is_left_out(printers: Library) -> None:
    points = [each.point for each in compare(printers, "north", "free-union")]

    assert points == []  # both split from the union


def test_a_holder_that_is_not_the_column_is_named_once(printers: Library) -> None:
    view = comparison_view(printers.pack, "piecework", "ebert", compare(printers, "adler", "ebert"))

    assert [answer.by for answer in view.rows[0].left] == ["1849", "Adler, 1857"]


def test_those_who_led_a_body_speak_for_it_in_their_time(library: Library) -> None:
    points = {each.issue: each for each in compare(library, "bolsheviks", "mensheviks") if each.issue}
    view = comparison_view(library.pack, "bolsheviks", "mensheviks", compare(library, "bolsheviks", "mensheviks"))
    party = next(row for row in view.rows if "party organisation" in row.question)

    assert points["split-of-the-rsdlp"].is_opposed  # who is a member, and the board of Iskra
    assert party.left[0].by == "Lenin, 1902–1904"
    assert party.right[0].by == "Martov, 1903"


def test_who_led_both_bodies_does_not_speak_for_either(library: Library) -> None:
    rows = comparison_view(
        library.pack,
        "left-opposition",
        "united-opposition",
        compare(library, "left-opposition", "united-opposition"),
    ).rows

    assert none("Trotsky" in answer.by for row in rows for answer in (*row.left, *row.right))


def test_a_title_that_asks_ends_no_statement() -> None:
    told = "What Is to Be Done? stood in the mainstream. It was not new."

    assert first_sentence(told) == "What Is to Be Done? stood in the mainstream"


def test_those_who_held_it_with_a_person_are_named(library: Library) -> None:
    rows = comparison_view(library.pack, "stalin", "trotsky", compare(library, "zinoviev", "trotsky")).rows

    assert any(answer.by.startswith("with Zinoviev, Kamenev") for row in rows for answer in row.left)


@pytest.mark.parametrize(
    ("left", "right", "name", "years"),
    [
        ("lenin", "trotsky", "peace of Brest-Litovsk", (1918, 1918)),
        ("lenin", "trotsky", "role of the peasantry", (1905, 1906)),
        ("lenin", "trotsky", "stages of revolution", (1905, 1906)),
        ("bolsheviks", "mensheviks", "role of the peasantry", (1905, 1905)),
        ("stalin", "trotsky", "who led the October Revolution", (1924, 1927)),
    ],
)
def test_the_answers_of_a_row_are_those_of_one_dispute(
    library: Library, left: str, right: str, name: str, years: tuple[int, int]
) -> None:
    point = next(each for each in compare(library, left, right) if name in each.point)

    assert tuple(side[0].when.first.year for side in (point.left, point.right) if side[0].when) == years


def test_how_the_two_stood_to_each_other_is_a_row(library: Library) -> None:
    def told(left: str, right: str) -> str:
        rows = comparison_view(library.pack, left, right, compare(library, left, right)).rows
        [row] = (row for row in rows if row.question == "Each other")
        return " ".join(answer.text for answer in row.both)

    assert told("lenin", "trotsky").startswith("From 1903 to 1917 Trotsky opposed Lenin")  # and allies only after it
    assert "allied with Bukharin" in told("stalin", "bukharin")
    assert "broke with him" in told("stalin", "bukharin")


def test_what_a_holder_took_back_stands_under_it(library: Library) -> None:
    rows = comparison_view(library.pack, "lenin", "trotsky", compare(library, "lenin", "trotsky")).rows
    row = next(each for each in rows if "party organisation" in each.question)

    assert [(answer.by, answer.is_later) for answer in row.right] == [("1904", False), ("1930", True)]


def test_a_body_speaks_for_its_leader_only_with_what_lies_in_his_days(library: Library) -> None:
    rows = comparison_view(library.pack, "bukharin", "trotsky", compare(library, "bukharin", "trotsky")).rows
    told = {row.question: row for row in rows}

    assert none("Hitler" in each for each in told)  # the Comintern's line of 1928 to 1934; he led it until 1929
    assert told["How fast should Soviet industry grow and who should pay?"].right[0].by == "Left Opposition, 1923–1927"


def test_how_both_stood_to_one_matter_is_a_row(library: Library) -> None:
    view = comparison_view(library.pack, "lenin", "martov", compare(library, "lenin", "martov"))
    row = next(row for row in view.rows if row.question == "October Revolution")

    assert (row.left[0].text, row.right[0].text) == ("Led", "Opposed")
    assert none(row.question in ("Opposed", "Supported", "Took part") for row in view.rows)


@pytest.mark.parametrize(
    ("name", "summary", "question"),
    [
        ("dispute over who led", "In 1918 one said so.", "Who led?"),
        ("dispute over the press", "The question what a press may do.", "What of the press?"),
        ("dispute over ink or lead", "Both had friends.", "Ink or lead?"),
        ("dispute over bread", "How dear may bread be? Some say dear.", "How dear may bread be?"),
        ("dispute over beer", "The old quarrel: is beer bread? Some say so.", "Is beer bread?"),
        ("is ink wet?", "A question.", "Is ink wet?"),
        ("dispute over why ink dries", "Ink dries.", "Why ink dries"),
        ("dispute over ink", "What can ink do: dry, run or stay? Some say dry.", "What can ink do?"),
    ],
)
def test_an_issue_is_put_as_a_question(name: str, summary: str, question: str) -> None:
    assert question_of(Entry("issue", Kind.CONCEPT, name, summary)) == question


def test_what_both_sides_held_together_is_no_answer(library: Library) -> None:
    rows = comparison_view(library.pack, "zinoviev", "stalin", compare(library, "zinoviev", "stalin")).rows

    assert rows[0].question == "Could socialism be built in one country?"
    assert none("Stalin" in answer.by for row in rows for answer in row.left)


@pytest.mark.parametrize(
    ("person", "name"), [("chen-duxiu", "Chen Duxiu"), ("le-blanc", "Le Blanc"), ("lenin", "Lenin")]
)
def test_a_holder_is_called_as_one_speaks_of_somebody(library: Library, person: str, name: str) -> None:
    assert short_name(library.pack.entries[person]) == name


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("cannon", "shachtman", "Max Shachtman's minority formed a party of its own"),
        ("pablo", "cannon", "In 1953 James P. Cannon opposed Michel Pablo"),
        ("zinoviev", "kamenev", "Kamenev"),
        ("bukharin", "preobrazhensky", "ABC of Communism"),
    ],
)
def test_who_answer_few_questions_are_told_of_by_what_they_did_together(
    library: Library, left: str, right: str, told: str
) -> None:
    points = compare(library, left, right)
    assert is_thin(points)
    view = with_more(comparison_view(library.pack, left, right, points), (), ties_told(library, left, right, points))
    both = [row for row in view.rows if row.both]

    assert 0 < len(both) <= 5
    assert any(told in row.both[0].text for row in both)
    assert view.in_all == len(view.rows)
    assert [row.question for row in view.rows][-1] in ("Born", "Died")


def test_what_one_said_stands_beside_what_the_other_holds(library: Library) -> None:
    points = compare(library, "trotsky", "cannon")
    [row] = on_one_matter(library, "trotsky", "cannon", points)

    assert row.question == "Trotskyism"
    assert row.right[0].text.startswith("“Trotskyism is not a new movement")


@pytest.mark.parametrize(
    "pair",
    [
        ("cannon", "shachtman"),  # that the Soviet Union is a big labour organisation is no kind of society
        ("lenin", "stalin"),  # that some think the peasant question fundamental is no part that peasants play
        ("trotsky", "shachtman"),
    ],
)
def test_no_quotation_stands_in_a_row_that_it_does_not_answer(library: Library, pair: tuple[str, str]) -> None:
    points = compare(library, *pair)
    questions, tied = more_told(library, *pair, points)

    answers = [answer.text for row in questions for answer in (*row.left, *row.right)]
    ties = [row.both[0].text for row in tied if row.both]  # nor a long one in a row of what ties them
    assert none("“" in each for each in (*answers, *ties))


def test_who_does_not_answer_is_said_to_be_silent(library: Library) -> None:
    questions, tied = more_told(library, "healy", "shachtman", compare(library, "healy", "shachtman"))
    one_sided = [row for row in (*questions, *tied) if not row.both]

    assert [(row.left, row.right[0].by) for row in one_sided] == [((SILENT,), "1940")]


def test_two_who_answer_enough_of_the_same_questions_need_no_ties(library: Library) -> None:
    assert not more_told(library, "trotsky", "stalin", compare(library, "trotsky", "stalin"))[1]


def test_positions_stand_before_what_both_did(library: Library) -> None:
    points = compare(library, "cannon", "shachtman")
    view = with_more(
        comparison_view(library.pack, "cannon", "shachtman", points), *more_told(library, "cannon", "shachtman", points)
    )
    first, *others = view.rows

    assert first.question.endswith("?")
    assert any(row.both for row in others)


def test_a_historian_stands_only_at_a_question_that_he_answers(library: Library) -> None:
    points = compare(library, "trotskyism", "stalinism")
    rows = {row.question: row for row in comparison_view(library.pack, "trotskyism", "stalinism", points).rows}
    asked = next(row for question, row in rows.items() if question.startswith("Could socialism be built"))

    assert none("ploughs" in answer.text for answer in asked.evidence)
    assert any(row.evidence for row in rows.values())


def test_what_is_told_of_both_stands_in_a_pipe_in_the_column_of_either(library: Library) -> None:
    points = compare(library, "cannon", "shachtman")
    more = more_told(library, "cannon", "shachtman", points)
    view = with_more(comparison_view(library.pack, "cannon", "shachtman", points), *more)
    [table] = (block for block in comparison_document(view).blocks if isinstance(block, Table))
    cells = [["".join(span.text for span in cell) for cell in row] for row in table.rows]
    shared = [row for row in cells if row[1] == row[2]]

    assert len(shared) == sum(bool(row.both) for row in view.rows) > 0
    assert none("trotskyism show" in cell for row in cells for cell in row)


def test_every_row_has_a_number_by_which_it_is_opened(library: Library) -> None:
    points = compare(library, "cannon", "shachtman")
    view = with_more(
        comparison_view(library.pack, "cannon", "shachtman", points),
        *more_told(library, "cannon", "shachtman", points),
    )

    assert [row.number for row in view.rows] == list(range(1, view.in_all + 1))
    for row in view.rows:
        assert one_row(view, row.number).rows == (row,)


def test_historians_speak_of_the_two_who_are_compared(library: Library) -> None:
    def judged(left: str, right: str) -> str:
        facts = (fact for point in compare(library, left, right) for fact in point.evidence)
        return " / ".join(object_label(library.pack, fact) for fact in facts)

    assert "isolation from the world market" in judged("stalin", "bukharin")
    assert "Trotsky had at no time" not in judged("stalin", "bukharin")
    assert "Trotsky had at no time" in judged("stalin", "trotsky")
    assert "Zinoviev and Kamenev" in judged("stalin", "trotsky")  # asked is why Trotsky lost
    assert "Stalin was Lenin's heir" in judged("kautsky", "luxemburg")  # against what is told beside it


def test_ideas_are_compared_by_what_is_asked_of_them(library: Library) -> None:
    points = compare(library, "socialism-in-one-country", "permanent-revolution")

    assert [each.issue for each in points if each.issue] == ["issue-world-revolution", "issue-socialism-in-one-country"]
    assert len([each for each in compare(library, "trotskyism", "stalinism") if each.issue]) > len(points)


@pytest.mark.parametrize("pair", [("lenin", "martov"), ("trotsky", "stalin"), ("luxemburg", "lenin")])
def test_births_and_deaths_come_last(library: Library, pair: tuple[str, str]) -> None:
    view = comparison_view(library.pack, *pair, compare(library, *pair))
    questions = [row.question for row in view.rows]

    assert questions[-2:] == ["Born", "Died"]
    assert not is_thin(compare(library, *pair))


def test_two_whom_nothing_ties_have_rows_that_one_of_them_answers(library: Library) -> None:
    points = compare(library, "mandel", "tony-cliff")
    questions, tied = more_told(library, "mandel", "tony-cliff", points)

    assert not tied
    assert [row.left for row in questions] == [(SILENT,), (SILENT,)]
    assert any("state capitalism" in row.right[0].text for row in questions)


def test_a_charge_against_the_other_side_is_no_answer_and_not_first(library: Library) -> None:
    views = [
        _with_ties(library, *pair) for pair in (("zinoviev", "trotsky"), ("cannon", "pablo"), ("stalin", "trotsky"))
    ]
    charged = [(view, row) for view in views for row in view.rows if row.rank == CHARGE]

    assert charged
    assert every(row.number > max(each.number for each in view.rows if each.rank < CHARGE) for view, row in charged)


def test_a_tie_has_its_year_and_no_stand_is_told_again_as_a_tie(library: Library) -> None:
    view = _with_ties(library, "zinoviev", "trotsky")
    heads = [row.question for row in view.rows]

    assert heads.count("October Revolution") == 1
    assert none(head.startswith("October Revolution,") for head in heads)
    assert "Expulsion of Trotsky and Zinoviev from the party, 1927" in heads
    assert "Formation of the United Opposition, 1926" not in heads  # in which they were allied, as is told of the two


@pytest.mark.parametrize(
    ("left", "right", "told", "again"),
    [
        ("pablo", "cannon", "broke with his International Secretariat", ("In 1951–53", "broke with Michel Pablo")),
        ("kamenev", "stalin", "Stalin's partner in the triumvirate", ("were allied to keep Trotsky",)),
        ("kadets", "milyukov", "political leader", ("led by Pavel Milyukov",)),
    ],
)
def test_how_two_stood_to_each_other_is_told_in_one_row(
    library: Library, left: str, right: str, told: str, again: tuple[str, ...]
) -> None:
    rows = _with_ties(library, left, right).rows
    texts = [answer.text for row in rows for answer in row.both]

    assert sum(told in each for each in texts) == 1
    assert none(each in text for each in again for text in texts)


def test_a_row_is_dated_by_its_own_sentence_and_all_stand_in_order_of_time(library: Library) -> None:
    points = compare(library, "stalin", "bukharin")
    rows = ties_told(library, "stalin", "bukharin", points)
    told = {row.question: row.both[0].text for row in rows}
    years = [int(re.findall(r"\d{4}", head)[0]) for head in told]

    assert told["In 1929"].startswith("By the end of 1929")  # and not under the alliance of 1925
    assert years == sorted(years)
    assert len(told) == len(rows)


@pytest.mark.parametrize(
    ("ends", "text", "is_told"),
    [
        (("pablo", "cannon"), "In 1953 Gerry Healy sided with James P. Cannon against Michel Pablo.", False),
        (("pablo", "cannon"), "In 1951–53 Michel Pablo's policy divided the Fourth International.", True),
        (("pablo", "cannon"), "In 1953 the American Socialist Workers Party broke with Michel Pablo.", True),  # his
        (("pablo", "mandel"), "With Ernest Mandel, Pierre Frank led the Fourth International after Pablo.", False),
        (("stalin", "bukharin"), "In 1926 Trotsky and Zinoviev formed a bloc against Stalin and Bukharin.", False),
        (("zinoviev", "kamenev"), "In 1926 Trotsky, Zinoviev and Kamenev formed the United Opposition.", True),
        (("zinoviev", "kamenev"), "From 1922, when Lenin was ill, Stalin, Zinoviev and Kamenev were allied.", True),
        (("lenin", "bolsheviks"), "Nadezhda Krupskaya, who met Lenin in 1894, was the Bolsheviks' secretary.", False),
    ],
)
def test_what_is_told_of_two_is_told_of_one_of_them(
    library: Library, ends: tuple[str, str], text: str, *, is_told: bool
) -> None:
    assert is_about(library, text, ends) is is_told


def test_two_answers_of_one_year_have_their_months(library: Library) -> None:
    rows = comparison_view(library.pack, "stalin", "bukharin", compare(library, "stalin", "bukharin")).rows
    row = next(row for row in rows if row.question.startswith("Could socialism be built"))

    assert [answer.by for answer in row.left] == ["May 1924", "Dec 1924"]
    assert [answer.by for answer in row.right] == ["1925"]


def test_words_of_many_years_later_stand_under_a_position(library: Library) -> None:
    rows = comparison_view(library.pack, "lenin", "plekhanov", compare(library, "lenin", "plekhanov")).rows
    told = {row.question: row.left for row in rows}
    stages = told["Must a bourgeois revolution come before a socialist one?"]

    assert [(each.by, each.is_later) for each in stages] == [("1905", False), ("1917", True)]


def test_supporters_speak_for_an_idea_of_which_nobody_thought_first(library: Library) -> None:
    [point] = (each for each in compare(library, "state-capitalism", "bureaucratic-collectivism") if each.issue)

    assert point.issue == "issue-class-nature-of-the-ussr"
    assert (point.left[0].according_to, point.right[0].according_to) == (("tony-cliff",), ("shachtman",))


def test_questions_that_only_one_answers_stand_behind_what_is_told_of_both_and_before_the_rest_of_one(
    library: Library,
) -> None:
    points = compare(library, "mandel", "healy")
    more = more_told(library, "mandel", "healy", points)
    view = with_more(
        comparison_view(library.pack, "mandel", "healy", points), *more, cards_beside(library, "mandel", "healy")
    )
    asked, offices = "What kind of states were those of Eastern Europe?", "Offices"
    heads = [row.question for row in view.rows]
    lone = [row.question for row in view.rows if SILENT in (*row.left, *row.right)]

    assert heads[0] == "In short"
    assert heads.index(offices) < heads.index(asked) == min(heads.index(each) for each in lone)
    assert every(row.question in (*lone, "Born", "Died") for row in view.rows[heads.index(asked) :])


def test_what_both_disputed_stands_before_all_else(library: Library) -> None:
    view = _with_ties(library, "burnham", "shachtman")

    assert view.rows[0].question == "What kind of society was the Soviet Union under Stalin?"
    assert SILENT not in (*view.rows[0].left, *view.rows[0].right)


def _with_ties(library: Library, left: str, right: str) -> ComparisonView:
    points = compare(library, left, right)
    return with_more(comparison_view(library.pack, left, right, points), (), ties_told(library, left, right, points))
