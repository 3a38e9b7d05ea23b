"""The rows of a year, of which a line tells as much as it holds."""

from trotskyism_cli.screen.document import words
from trotskyism_cli.screen.time.days import dated_rows
from trotskyism_cli.views.days.row import DayRow


def _drawn(text: str, name: str = "", width: int = 80) -> list[str]:
    return [words(each) for each in dated_rows([DayRow("1 May", text, name)], in_one_line=True).draw(width)]


def test_an_event_that_has_no_room_for_what_it_was_is_told_by_its_name() -> None:
    assert _drawn(f"Strike: {'All the printers of the town struck. ' * 4}", "Strike") == [
        "1 May  Strike: All the printers of the town struck."
    ]
    assert _drawn(f"Strike: {'printers ' * 20}.", "Strike") == ["1 May  Strike"]


def test_a_sentence_is_not_cut_before_what_it_says() -> None:
    whole = "In summer Adler, who since 1840 had opposed the union of the printers, joined it with all her friends."

    assert " ".join(" ".join(_drawn(whole)).split()) == f"1 May {whole}"
    assert _drawn("Adler led the union; her promise to the owners brought her down after a year of strikes.") == [
        "1 May  Adler led the union; her promise to the owners brought her down."
    ]


def test_an_initial_or_a_short_title_ends_no_sentence() -> None:
    for said in ("The first number of the journal appeared in St.", "James P.", "V. I."):
        rest = " Petersburg was the place where all the printers of the empire met each other in the summer."
        assert " ".join(" ".join(_drawn(said + rest)).split()) == f"1 May {said}{rest}"
