"""The words of sentences."""

import pytest

from trotskyism_cli.pack.wording import sentence


@pytest.mark.parametrize(
    "text", ["It was so.", "焼いた。", "本当？", "यह सच है।", "He said “no.”", "「焼いた。」", "And then …"]
)
def test_what_ends_gets_no_second_full_stop(text: str) -> None:
    assert sentence(text) == text


def test_what_does_not_end_gets_one() -> None:
    assert sentence("it was so") == "It was so."
