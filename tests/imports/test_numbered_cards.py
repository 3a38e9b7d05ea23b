"""Numbered lines with a dash are a list of questions: their numbers are not typed, and the longer sides ask."""

from tests.imports.reading_for_tests import key, keys, left_out, read, told


def test_the_first_sides_of_a_numbered_list_ask() -> None:
    reading = read("1. Capital of Latvia - Riga\n2. Capital of Estonia - Tallinn\n3. Capital of Peru - Lima\n", "t.txt")

    assert [(each.stem, key(each)) for each in reading.questions] == [
        ("Capital of Latvia", ["Riga"]),
        ("Capital of Estonia", ["Tallinn"]),
        ("Capital of Peru", ["Lima"]),
    ]
    assert "the numbers before its cards were left out" in told(reading)


def test_numbers_before_terms_are_not_typed() -> None:
    reading = read("1. atom - the smallest part of an element\n2. ion - a charged particle of matter\n", "t.txt")

    assert keys(reading) == {1: ["atom"], 2: ["ion"]}


def test_verdicts_with_a_reason_judge_numbered_statements() -> None:
    reading = read(
        "1. Whales are fish. - Not true\n2. Bats can fly. - True\n3. Snakes have legs. - False, they have none\n"
        "4. Frogs are amphibians. - True, of course\n",
        "t.txt",
    )

    assert [(each.stem, key(each), each.explanation) for each in reading.questions] == [
        ("Bats can fly.", ["True"], ""),
        ("Snakes have legs.", ["False"], "they have none"),
        ("Frogs are amphibians.", ["True"], "of course"),
    ]
    assert "does not say whether a statement is true" in left_out(reading)[1]


def test_numbers_that_do_not_go_on_are_part_of_the_cards() -> None:
    reading = read("1. FC Köln - a club of football in Cologne\n9. Mai - Day of Europe, since 1985\n", "t.txt")

    assert keys(reading) == {1: ["1. FC Köln"], 2: ["9. Mai"]}
