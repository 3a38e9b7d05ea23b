"""The question bank on paper."""

import re

from tests.every_for_tests import every
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import WRITTEN, Response
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.questions.questions import items_document


def test_a_passage_is_printed_once(built_in: Pack) -> None:
    item = next(each for each in generate(built_in, 80, 4) if each.passage)
    assert item.passage
    told = plain_text(items_document([item, item._replace(id="again")]))

    assert told.count(item.passage.text) == 1
    assert "(The same passage as in question 1)" in told


def test_a_passage_stands_below_the_number_of_its_question(built_in: Pack) -> None:
    item = next(each for each in generate(built_in, 80, 4) if each.passage)
    assert item.passage
    rows = plain_text(items_document([item])).splitlines()

    assert rows.index("1.") < rows.index(f"“{item.passage.text}”") < rows.index(item.stem)


def test_what_an_author_wrote_has_no_label_that_says_nothing(built_in: Pack) -> None:
    item = next(each for each in generate(built_in, 20, 4) if each.kind == WRITTEN)

    assert item.difficulty in plain_text(items_document([item])).splitlines()


def test_the_answer_to_an_order_in_time_tells_the_dates(built_in: Pack) -> None:
    orders = list(generate(built_in, 20, 3, Wanted(responses=(Response.ORDER,))))
    told = [plain_text(items_document([each])) for each in orders]
    dated = [each for each in told if re.search(r"^Answer: [a-f]: .*\d{4}.*; [a-f]: .*\d{4}", each, re.MULTILINE)]

    assert len(dated) > len(told) // 2
    assert any("Answer: c: April 1940; b: 1948; e: 1951; a: November 1953; d: June 1963" in each for each in told)


def test_what_a_wrong_option_is_stands_beside_it_where_that_is_wanted(built_in: Pack) -> None:
    item = next(each for each in generate(built_in, 20, 4) if each.kind == "written")
    bare, whole = (plain_text(items_document([item], with_reasons=wanted)) for wanted in (False, True))

    assert len(whole.split()) > len(bare.split())
    assert {row for row in bare.splitlines() if "(right)" in row} <= set(whole.splitlines())


def test_what_is_matched_is_answered_by_letters(built_in: Pack) -> None:
    item = next(iter(generate(built_in, 1, 4, Wanted(responses=(Response.MATCH,)))))
    told = plain_text(items_document([item]))

    assert every(told.count(prompt) == 1 for prompt in item.prompts)
    assert "Answer: 1 " in told
