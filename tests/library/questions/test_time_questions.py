"""Questions of what happened on a day."""

import pytest

from trotskyism_cli.library.questions.time_questions import day_asked


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("what happened on 15 march 1917", "15 march 1917"),
        ("What took place on March 15th, 1917?", "March 15th, 1917"),
        ("tell me what happened on the 15th of march 1917", "15th of march 1917"),
        ("waht hapened 15.3.1917", "15.3.1917"),
        ("what happened on 1917-03-15", "1917-03-15"),
        ("did anything happen on 28 july 1914?", "28 july 1914"),
        ("which important events took place on 22 june 1941", "22 june 1941"),
        ("7 november 1917 what happened", "7 november 1917"),
        ("events of march the 15th 1917", "march the 15th 1917"),
        ("what happened on 25 october 1917 old style", "25 october 1917 old style"),
        ("что случилось 7 ноября 1917 года", "7 ноября 1917 года"),
        ("what happened on 7 november", "7 november"),
        ("what happened today", "today"),
        ("what happened on 30 february 1917", "30 february 1917"),  # which `on` refuses
        ("what happened in march 1917", ""),
        ("what happened in october", ""),
        ("what happened in 1917", ""),
        ("what happened to Trotsky on 20 august 1940", ""),
        ("was 7 november 1917 a holiday", ""),
        ("15 march 1917", ""),
    ],
)
def test_what_happened_on_a_day_is_asked_in_any_words(text: str, day: str) -> None:
    assert day_asked(text) == day
