"""How often questions come: each chapter by its length, and no question far oftener than others."""

from collections import Counter
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trotskyism_cli.items.written.shares import MOST, Claim, rates

CLAIMS = st.builds(Claim, st.sampled_from(["theory", "october", "survey", ""]), st.sampled_from([1, 3, 9]))


@given(st.lists(CLAIMS, min_size=1, max_size=60), st.integers(0, 9_000), st.integers(1, 9_000))
def test_they_are_parts_of_one_and_none_is_far_over_the_mean(claims: list[Claim], theory: int, october: int) -> None:
    found = rates(claims, {"theory": theory, "october": october})

    assert fsum(found) == pytest.approx(1)
    assert min(found) > 0
    assert max(found) <= MOST / len(claims) * (1 + 1e-9)


def test_a_chapter_comes_by_its_length_and_a_survey_by_its_questions() -> None:
    claims = [Claim("theory", 3)] * 20 + [Claim("october", 3)] * 20 + [Claim("survey", 3)] * 10
    found = Counter[str]()
    for claim, part in zip(claims, rates(claims, {"theory": 3_000, "october": 2_000}), strict=True):
        found[claim.chapter] += part  # type: ignore[assignment]

    assert found == {
        "theory": pytest.approx(0.8 * 3 / 5),
        "october": pytest.approx(0.8 * 2 / 5),
        "survey": pytest.approx(0.2),
    }


def test_within_a_chapter_what_matters_more_comes_oftener() -> None:
    heavy, light, *_ = rates([Claim("theory", 9), Claim("theory", 3), *[Claim("october", 9)] * 8], {"october": 1_000})

    assert heavy == pytest.approx(3 * light)


def test_what_a_chapter_of_few_questions_cannot_fill_goes_to_the_others() -> None:
    few, *others = rates([Claim("few", 3), *[Claim("many", 3)] * 9], {"few": 5_000, "many": 5_000})

    assert few == pytest.approx(MOST / 10)
    assert others == [pytest.approx((1 - few) / 9)] * 9


def test_nothing_to_ask_has_no_part() -> None:
    assert rates([], {"theory": 1}) == []
