"""The log as JSON lines: what is written is read back the same, and a foreign file is told line by line."""

import contextlib
import io
import json
import string
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.reviews_for_tests import a_review, replay
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.record.arrivals import Arrival, arrival_of
from trotskyism_cli.learning.record.log import open_log
from trotskyism_cli.learning.record.trace_table import Taken
from trotskyism_cli.learning.review import Review, review_from
from trotskyism_cli.learning.sharing.exchange import A_PIECE, LONGEST_LINE, MOST_NAMED, read, written
from trotskyism_cli.learning.sharing.own_lines import read_own_lines
from trotskyism_cli.learning.sharing.soundness import checked

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='"\\'), max_size=30)
NAMES = st.text(string.ascii_lowercase + "-.", min_size=1, max_size=12)
PLACES = st.lists(st.integers(0, 2), max_size=3).map(tuple)
SHARES = st.floats(0, 1)


def reviews_with(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Review]:
    return st.builds(
        Review,
        id=NAMES,
        time=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
        pack=st.sampled_from(["tiny", "other"]),
        session=texts,
        item=texts,
        facts=st.lists(NAMES, max_size=3).map(tuple),
        revisions=st.lists(st.integers(1, 5), max_size=3).map(tuple),
        family=texts,
        response=texts,
        topic=texts,
        stem=texts,
        options=st.tuples(texts, texts, texts),
        chosen=PLACES,
        key=PLACES,
        written=texts,
        accepted=st.lists(texts, max_size=2).map(tuple),
        credit=SHARES,
        near=st.booleans(),
        seconds=st.none() | st.floats(0, 1e6),
        confidence=st.none() | st.integers(1, 3),
        predicted=st.none() | SHARES,
        undoes=st.just("") | NAMES,
        offset=st.none() | st.integers(-1439, 1439),
        shown=st.booleans(),
        passage=texts,
        prompts=st.lists(texts, max_size=2).map(tuple),
        read_words=st.integers(0, 10**6),
        read_seconds=st.none() | st.floats(0, 1e6),
        covered=st.booleans(),
    )


REVIEWS = reviews_with(TEXTS)

# Values that are nearly those of a review, so that every check is reached.
ODD = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.lists(st.integers(), max_size=2)
)


def lines(*reviews: Review) -> bytes:
    return "".join(written(reviews)).encode()


def read_all(data: bytes) -> list[Review]:
    return [review_from(json.loads(each.data)) for each in read(io.BytesIO(data))]


@given(st.lists(REVIEWS, max_size=5))
def test_what_is_written_is_read_back_the_same(reviews: list[Review]) -> None:
    data = lines(*reviews)

    assert read_all(data) == reviews
    assert lines(*read_all(data)) == data


@settings(max_examples=25)  # each writes two files through to the disk
@given(reviews=st.lists(REVIEWS, max_size=6, unique_by=lambda review: review.id))
def test_a_log_exported_and_imported_is_the_same_log(
    tmp_path_factory: pytest.TempPathFactory, reviews: list[Review]
) -> None:
    with (
        open_log(tmp_path_factory.mktemp("here"), "tiny") as here,
        open_log(tmp_path_factory.mktemp("there"), "tiny") as there,
    ):
        assert here.merge(reviews, remembered) == len(reviews)
        exported = lines(*here.every())
        mine = [review for review in reviews if review.pack == "tiny"]

        assert there.merge(read_all(exported), remembered) == len(mine)
        assert there.merge(read_all(exported), remembered) == 0
        assert lines(*there.every()) == exported
        assert sorted(review.id for review in there.every()) == sorted(review.id for review in mine)
        assert there.memories() == replay(there.reviews())


@given(reviews_with(TEXTS))
def test_an_ordinary_line_is_seen_to_be_what_it_is_when_read_by_itself(review: Review) -> None:
    line = lines(review).strip()

    assert read_own_lines([b" " + line + b"\r", b"{}", b""]) in ([as_read_alone(line), None, None], [None, None, None])


@given(reviews_with(PLAIN))
def test_a_line_in_which_no_letter_is_spelt_in_another_way_is_ordinary(review: Review) -> None:
    line = lines(review).strip()

    assert read_own_lines([line]) == [as_read_alone(line)] or b"e-" in line or abs(review.offset or 0) >= 1000


def test_a_line_that_is_written_closer_is_read_by_itself() -> None:
    line = json.dumps(json.loads(LINE), ensure_ascii=False, separators=(",", ":")).encode()

    assert read_own_lines([line]) == [None]
    assert [each._replace(data=LINE) for each in read(io.BytesIO(line))] == read_own_lines([LINE])


LINE = lines(a_review(1, seconds=12.5, chosen=(1, 2), facts=("one", "two"), revisions=(1, 2), offset=-60)).strip()
PLACES_OF_LINE = st.integers(0, len(LINE))
PARTS = (
    st.sampled_from([*'{}[]":,\\ \t\0-+.eE0123456789nulltrue', "null", '""', "\u00e9", "id", '"id": "x", ', "[1]"])
    | TEXTS
)


@settings(max_examples=500)
@given(PLACES_OF_LINE, st.integers(0, 12), PARTS)
def test_a_line_that_is_seen_to_be_sound_is_sound(place: int, length: int, part: str) -> None:
    line = LINE[:place] + part.encode() + LINE[place + length :]
    assume(b"\n" not in line)
    [found] = read_own_lines([line])

    assert found is None or found == as_read_alone(line.strip())


def test_a_line_as_this_program_writes_it_is_ordinary() -> None:
    assert read_own_lines([LINE]) == [as_read_alone(LINE)]


def as_read_alone(line: bytes) -> Arrival:
    return arrival_of(checked(json.loads(line, object_pairs_hook=once)), line)


def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    assert len(dict(pairs)) == len(pairs)

    return dict(pairs)


def nearly_reviews() -> st.SearchStrategy[bytes]:
    names = list(Review._fields)
    changed = st.dictionaries(st.sampled_from([*names, "unknown"]), ODD, min_size=1, max_size=3)
    return changed.map(lambda values: json.dumps({**a_review().as_json(), **values}).encode())


@settings(max_examples=60)
@given(st.lists(st.binary(max_size=40) | nearly_reviews() | st.just(lines(a_review())), max_size=5))
def test_a_file_of_any_content_is_imported_or_told(
    tmp_path_factory: pytest.TempPathFactory, parts: list[bytes]
) -> None:
    with open_log(tmp_path_factory.mktemp("log"), "tiny") as log:
        with contextlib.suppress(ProgressError):
            count = log.merge(read_all(b"\n".join(parts)), remembered)
            assert len(list(log.every())) <= count  # those of other packs stand beside
            assert log.merge(read_all(b"\n".join(parts)), remembered) == 0
        assert log.memories() == replay(log.reviews())


def with_value(name: str, value: object) -> Callable[[], bytes]:
    return lambda: json.dumps({**a_review().as_json(), name: value}).encode()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (lambda: b"\xff\xfe", "UTF-8"),
        (lambda: b"{", "not JSON"),
        (lambda: b"[" * 100_000, "nested"),
        (lambda: b"7" * 10_000, "too long"),
        (lambda: b" " * 2_000_000, "longer than"),
        (with_value("stem", "y" * LONGEST_LINE), "longer than"),
        (lambda: b"[]", "not an object"),
        (lambda: b"{}", "id is missing"),
        (with_value("id", ""), "id should be"),
        (with_value("id", "\ud800"), "id should be"),
        (with_value("time", "yesterday"), "time should be"),
        (with_value("time", "2026-11-23T08:30:00"), "zone"),
        (with_value("time", "0001-01-01T00:00:00+14:00"), "year"),
        (with_value("time", "9999-12-31T23:59:59-14:00"), "year"),
        (with_value("facts", "marat"), "facts should be"),
        (with_value("revisions", [10**30]), "revisions should be"),
        (with_value("chosen", [3]), "places among the options"),
        (with_value("credit", True), "credit should be"),
        (with_value("credit", float("nan")), "credit should be"),
        (with_value("credit", 10**400), "credit should be"),
        (with_value("confidence", 4), "confidence should be"),
        (with_value("seconds", -1), "seconds should be"),
        (with_value("colour", "red"), "'colour' is unknown"),
    ],
)
def test_a_line_that_is_no_review_is_named_with_its_number_and_the_reason(line: Callable[[], bytes], said: str) -> None:
    data = lines(a_review(1)) + b"\n" + line() + b"\n" + lines(a_review(2))

    with pytest.raises(ProgressError) as caught:
        read_all(data)

    assert str(caught.value).startswith("line 3 is ")
    assert said in str(caught.value)
    assert "Nothing was changed" in str(caught.value)


def test_a_bad_line_far_down_a_long_log_is_named_with_its_number_and_the_rest_is_read() -> None:
    before, after = [a_review(number) for number in range(1, 1500)], [a_review(number) for number in range(1500, 2000)]
    data = lines(*before) + b"\n?\n" + lines(*after)
    found: list[Review] = []

    with pytest.raises(ProgressError) as caught:
        found += (review_from(json.loads(each.data)) for each in read(io.BytesIO(data)))

    assert found == before + after
    assert len(data) > 2 * A_PIECE
    assert str(caught.value).startswith("line 1501 is no review: it is not JSON")
    assert len(str(caught.value).splitlines()) == 2


def test_a_line_is_kept_as_it_came_whatever_its_order_zone_and_marks(tmp_path: Path) -> None:
    first = a_review(1, seconds=4.0, stem="Who wrote “What Is to Be Done?”")
    values = dict(reversed(first.as_json().items())) | {"time": "2026-11-23T10:31:00+02:00"}
    data = b"\xef\xbb\xbf  " + json.dumps(values, ensure_ascii=False).encode() + b" \r\n"
    with open_log(tmp_path, "tiny") as log:
        log.take_in(list(read(io.BytesIO(data))), remembered)

        assert list(log.every()) == [first]
        assert lines(*log.every()) == lines(first)
        assert log.traces.seconds() == [Taken(True, 4.0)]


@pytest.mark.parametrize("sound", [True, False])
@pytest.mark.parametrize(
    "time",
    ["2026-11-23T08:31:00.000000+00:00", "2026-W48-1T08:31:00.000000+00:00", "2026-11-23 08:31:00,000000+00:00"],
)
def test_a_time_is_found_again_however_it_was_written(tmp_path: Path, time: str, sound: bool) -> None:
    moment = datetime(2026, 11, 23, 8, 31, tzinfo=UTC)
    data = json.dumps({**a_review().as_json(), "time": time}).encode()
    with open_log(tmp_path, "tiny") as log:
        log.take_in(list(read(io.BytesIO(data if sound else b"\xef\xbb\xbf" + data))))

        assert [review.time for review in log.reviews(since=moment)] == [moment]
        assert not list(log.reviews(since=moment + timedelta(microseconds=1)))


def test_of_a_value_that_a_line_gives_twice_the_last_one_counts_everywhere(tmp_path: Path) -> None:
    data = b'{"seconds": 1.0, ' + lines(a_review(1, seconds=9.0))[1:]
    with open_log(tmp_path, "tiny") as log:
        log.take_in(list(read(io.BytesIO(data))), remembered)

        assert list(log.every()) == [a_review(1, seconds=9.0)]
        assert log.traces.seconds() == [Taken(True, 9.0)]


@pytest.mark.parametrize("lines_", [MOST_NAMED + 1, 500, 20_000])
def test_of_a_file_without_any_review_one_line_is_named_and_the_others_are_counted(lines_: int) -> None:
    with pytest.raises(ProgressError) as caught:
        read_all(b"root:x:0:0\n" * lines_)

    told = str(caught.value)
    assert told.startswith("This is no log of answers: line 1 is no review: it is not JSON")
    assert told.endswith(f"nor is any of the next {lines_ - 1:,} lines.")
    assert "\n" not in told


def test_lines_that_are_json_only_together_are_no_reviews() -> None:
    first, second, third = (line.decode() for line in lines(a_review(1), a_review(2), a_review(3)).splitlines())
    half = first.index(", ") + 1
    with pytest.raises(ProgressError, match=r"^line 1 is no review.*\nline 2 is no review.*\nline 3 is no review"):
        read_all("\n".join([first[:half], first[half:], f"{second}, {third}"]).encode())
    nested = first.replace('"options": [', '"options": [{"id": "x"}', 1)
    with pytest.raises(ProgressError, match=r"^line 1 is no review"):
        read_all(f"{nested[: nested.index('}') + 1]}\n{nested}\n".encode())


def test_reviews_with_and_without_what_later_versions_keep_stand_in_one_file() -> None:
    reviews = [a_review(number) for number in range(4)]
    written_ = [json.loads(line) for line in lines(*reviews).splitlines()]
    for values in written_[::2]:
        del values["offset"], values["prompts"], values["read_words"], values["read_seconds"], values["covered"]
    written_[3] = dict(reversed(written_[3].items()))
    assert read_all("\n".join(map(json.dumps, written_)).encode()) == reviews


def test_of_many_bad_lines_only_some_are_named() -> None:
    with pytest.raises(ProgressError) as caught:
        read_all(lines(a_review(1)) + b"?\n" * 5000)

    assert len(str(caught.value).splitlines()) == 22


def test_files_of_other_editors_are_read() -> None:
    review = a_review()

    assert read_all(b"\xef\xbb\xbf" + lines(review).replace(b"\n", b"\r\n") + b"\r\n") == [review]


def test_logs_of_two_machines_merge_to_the_same_on_both(tmp_path: Path) -> None:
    common = [a_review(1), a_review(2)]
    with open_log(tmp_path / "desk", "tiny") as desk, open_log(tmp_path / "lap", "tiny") as lap:
        desk.merge([*common, a_review(3), a_review(5, time=a_review(5).time + timedelta(days=3))], remembered)
        lap.merge([*common, a_review(4, undoes="r2")], remembered)

        assert desk.merge(read_all(lines(*lap.every())), remembered) == 1
        assert lap.merge(read_all(lines(*desk.every())), remembered) == 2
        assert list(desk.every()) == list(lap.every())
        assert desk.memories() == lap.memories() == replay(desk.reviews())
