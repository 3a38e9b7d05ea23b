"""Look-ups as a student types them, on the built-in content."""

import json
import re

import pytest

from tests.cli.conftest import Run
from tests.every_for_tests import every
from trotskyism_cli.pack.pack import Pack


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("trotsky", "Leon Trotsky"),
        ("Paul Miliukoff", "Pavel Milyukov"),
        ("Милюкова", "Pavel Milyukov"),
        ("Ка́менев", "Lev Kamenev"),
        ("Zinovyev", "Grigory Zinoviev"),
        ("Lev Rozenfeld", "Lev Kamenev"),
        ("Third International", "Communist International"),
        ("the fourth international", "Fourth International"),
        ("Joint Opposition", "United Opposition"),
        ("cadets", "Constitutional Democratic Party"),
        ("Fourth Internatinal", "Fourth International"),
    ],
)
def test_show_understands_the_name(run: Run, name: str, wanted: str) -> None:
    shown = run("show", *name.split())

    assert shown.code == 0
    assert shown.out.startswith(wanted)


def test_show_gives_both_calendars_and_with_sources_where_it_comes_from(run: Run) -> None:
    shown = run("show", "milyukov").out

    assert "27 January 1859 (15 January Old Style)" in shown
    assert "Sources:" not in shown
    assert "Sources:\n1) " in run("show", "milyukov", "--sources").out


@pytest.mark.parametrize("part", ["life", "politics", "ideas", "words", "ties", "sources", "all"])
def test_a_card_is_read_part_by_part(run: Run, part: str) -> None:
    shown = run("show", "trotsky", part)

    assert shown.code == 0
    assert shown.out.startswith("Leon Trotsky (")


def test_a_name_that_ends_in_the_word_for_a_part_is_a_name(run: Run) -> None:
    assert run("show", "my", "life").out.startswith("My Life (")


def test_an_unknown_name_suggests_and_ends_with_1(run: Run) -> None:
    ended = run("show", "Xyzzyquux")

    assert ended.code == 1
    assert ended.out == ""
    assert "Nothing in the book is called" in ended.err


@pytest.mark.parametrize("words", ["how to bake sourdough", "kubernetes ingress controller", "?!", "(", '"', "a AND"])
def test_a_search_without_an_answer_says_so(run: Run, words: str) -> None:
    ended = run("search", "--", words)

    assert (ended.code, ended.out) == (1, "")
    assert len(ended.err.strip().splitlines()) <= 2


def test_a_question_that_is_answered_without_an_unknown_word_is_so(run: Run) -> None:
    ended = run("search", "when did lenin die blorf")

    assert "21 January 1924" in ended.out
    assert ended.out.startswith("Left out, since the book does not have it: blorf\n")


@pytest.mark.parametrize("words", ["blorf rebellion", "theory of blorf", "battle of stalingrad"])
def test_of_an_unknown_word_and_a_common_one_it_is_said_that_the_book_does_not_have_it(run: Run, words: str) -> None:
    ended = run("search", words)

    assert (ended.code, ended.out) == (1, "")
    assert "it does not have “blorf”" in ended.err or "it does not have “stalingrad”" in ended.err


def test_of_an_unknown_word_and_a_name_only_what_is_named_is_shown(run: Run) -> None:
    ended = run("search", "trotsky's blorf")

    assert (ended.code, ended.err) == (1, "")
    assert ended.out.startswith("The book does not have “blorf”; nearest:\n")
    assert "1 hit ·" in ended.out


@pytest.mark.parametrize(
    ("typed", "read"), [("thirdcamp", "third camp"), ("stalinsm", "stalinism"), ("permanent revolushun", "permanent")]
)
def test_a_search_for_a_name_misspelt_finds_its_entry(run: Run, typed: str, read: str) -> None:
    ended = run("search", typed)

    note, first, *_ = filter(None, ended.out.splitlines())
    assert (ended.code, ended.err) == (0, "")
    assert note.startswith((f"Read “{typed.split()[-1]}” as ", f"Read “{typed}” as "))
    assert read in note
    assert first.casefold().startswith(f"1) {read}")


@pytest.mark.parametrize("words", ["who was lenin's blorf", "did lenin blorf", "what did blorf think of lenin"])
def test_a_question_whose_unknown_word_is_all_that_it_asks_has_no_answer_but_a_name(run: Run, words: str) -> None:
    ended = run("search", words)

    told, first, *_ = filter(None, ended.out.splitlines())
    assert (ended.code, ended.err) == (1, "")
    assert told == "The book does not have “blorf”; nearest:"
    assert first.startswith("1) Vladimir Lenin (person")


def test_of_a_month_in_which_nothing_happened_nothing_of_its_year_is_shown(run: Run) -> None:
    ended = run("search", "march", "1968")

    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "Nothing in the book is dated March 1968. The year: trotskyism on 1968\n"
    assert "collapsed in August 1914" in run("search", "august", "1914").out


@pytest.mark.parametrize(
    ("question", "told", "line"),
    [
        (
            "why did burnham leave",
            "",
            "left the Socialist Workers Party of the United States over the defence of the Soviet Union",
        ),
        ("why did burnham leave the swp", "", "James Burnham"),
        (
            "when was rabkrin founded",
            "“rabkrin” and “founded” together",
            "called the Workers' and Peasants' Inspection, or Rabkrin",
        ),
        ("trotsky jewish family", "", "Trotsky was of Jewish origin, born into a family of farmers"),
        ("trotsky tin railway", "“tin”, “railway” and Leon Trotsky together", "1) Leon Trotsky"),
        ("films about trotsky", "The book does not have “films”", "1) Leon Trotsky"),
    ],
)
def test_a_name_that_the_book_has_is_never_nothing(run: Run, question: str, told: str, line: str) -> None:
    for words in (question.split(), ["search", *question.split()]):
        ended = run(*words)

        is_named_so = "Nothing in the book is called" not in ended.out
        assert (ended.code, ended.err) == (1 if told or not is_named_so else 0, "")
        assert told in ended.out.splitlines()[0]
        assert line in ended.out


def test_a_question_about_nothing_but_an_unknown_word_has_no_answer(run: Run) -> None:
    assert run("search", "who invented the blorf").code == 1


def test_a_search_for_programs_is_one_document_and_says_nothing_else(run: Run) -> None:
    ended = run("search", "who coined the word trotskyism", "--json", "-n", "3")
    hits = json.loads(ended.out)

    assert ended.err == ""
    assert 1 <= len(hits) <= 3
    assert set(hits[0]) == {"id", "kind", "name", "text", "facts", "score"}
    assert "Milyukov" in hits[0]["text"]
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_a_search_for_programs_without_an_answer_is_an_empty_list(run: Run) -> None:
    ended = run("search", "how to bake sourdough", "--json")

    assert (ended.code, json.loads(ended.out)) == (1, [])


def test_list_for_programs_holds_everything(run: Run) -> None:
    held = json.loads(run("list", "--json").out)
    facts = [fact for entry in held["entries"] for fact in entry["facts"]]

    assert {"entries", "quotes", "topics", "sources", "relations"} <= set(held)
    assert len(facts) > 1000
    keys = {"id", "text", "when", "voice", "according_to", "source", "origin", "note"}
    assert every(keys <= set(fact) for fact in facts)
    assert every(fact["text"][0].isupper() or not fact["text"][0].isalpha() for fact in facts)
    assert every(fact["source"] for fact in facts)
    assert every(topic["prose"] for topic in held["topics"])


def test_the_questions_written_by_hand_are_in_the_whole_document(run: Run, built_in: Pack) -> None:
    held = {question["id"]: question for question in json.loads(run("list", "--json").out)["questions"]}

    assert set(held) == set(built_in.questions)
    for question in built_in.questions.values():
        shown = held[question.id]
        assert (shown["stem"], shown["explanation"]) == (question.stem, question.explanation)
        assert shown["options"] == [option.text for option in question.options]
        assert shown["notes"] == [option.note for option in question.options]
        assert shown["key"] == ([option.text for option in question.options if option.right] or list(question.accepted))
        assert shown["source"]
        assert shown["about"] == list(question.about)


@pytest.mark.parametrize(
    "words",
    [
        ("show", "lenin"),
        ("list", "works"),
        ("quote", "--by", "lenin"),
        ("timeline", "fourth", "international"),
        ("summary",),
        ("summary", "kadets"),
        ("compare", "trotskyism", "stalinism"),
        ("tree", "fourth", "international"),
        ("links", "milyukov"),
        ("links", "marx", "to", "pablo"),
        ("on", "1933"),
        ("on", "25", "October", "1917"),
    ],
)
def test_every_look_up_speaks_to_people_and_to_programs(run: Run, words: tuple[str, ...]) -> None:
    for_people, for_programs = run(*words), run(*words, "--json")

    assert (for_people.code, for_programs.code) == (0, 0)
    assert for_people.out.strip()
    assert json.loads(for_programs.out)


def test_a_month_alone_is_that_of_every_year(run: Run) -> None:
    november = run("on", "november").out

    assert november.startswith("November\n")
    assert "October Revolution. " in november


def test_a_day_without_events_leads_to_its_month(run: Run) -> None:
    assert run("on", "29 february").err.endswith("See: trotskyism on february\n")


def test_both_calendars_find_the_same_day(run: Run) -> None:
    old, new = run("on", "25 October 1917").out, run("on", "7 November 1917").out

    assert old == new
    assert old.startswith("7 November 1917 (25 October in Old Style)")


def test_a_day_leads_to_the_one_that_it_is_in_the_other_calendar(run: Run) -> None:
    inner, named = run("on", "30 october 1917"), run("on", "25 october 1917")

    assert inner.out.startswith(
        "30 October 1917 (17 October in Old Style)\nThe book has nothing for that day itself.\n"
    )
    assert "\n30 October in Old Style is 12 November: trotskyism on 12 november 1917\n" in inner.out
    assert "Vikzhel talks" not in inner.out
    assert named.err == "25 October in New Style: trotskyism on 25 october 1917 new style\n"
    assert "\n18 July in Old Style is 31 July: trotskyism on 31 july 1903\n" in run("on", "18 july 1903").out
    assert run("search", "28 october 1917").out.startswith("What happened on that day: trotskyism on 28 october 1917\n")


def test_a_date_of_no_words_is_refused(run: Run) -> None:
    for nothing in ("", "  "):
        ended = run("on", nothing)
        assert (ended.code, ended.out) == (1, "")
        assert ended.err.startswith("Nothing to look up; ")


def test_an_ambiguous_kind_or_date_is_explained(run: Run) -> None:
    assert run("list", "gods").code == 2
    assert run("on", "someday").code == 1
    assert "for example" in run("on", "someday").err


@pytest.mark.parametrize(("word", "type_"), [("historians", "historian"), ("parties", "party"), ("disputes", "issue")])
def test_a_type_of_entries_is_listed_by_its_plural(run: Run, word: str, type_: str) -> None:
    every = json.loads(run("list", "--json").out)["entries"]

    listed = json.loads(run("list", word, "--json").out)

    assert {each["id"] for each in listed} == {each["id"] for each in every if each["type"] == type_}
    assert len(listed) > 1


def test_a_quotation_is_never_cut(run: Run) -> None:
    shown = run("quote", "make", "the", "revolution", "permanent", COLUMNS="20").out

    assert "concentrated in the hands of the proletarians" in " ".join(shown.split())


def test_the_program_alone_says_what_is_in_the_book(run: Run) -> None:
    shown = run()

    assert shown.code == 0
    assert shown.out.count("- trotskyism ") == 5


@pytest.mark.parametrize(
    "command",
    [
        "show",
        "search",
        "list",
        "quote",
        "timeline",
        "summary",
        "compare",
        "tree",
        "links",
        "on",
        "quiz",
        "questions",
        "pack new",
        "pack check",
        "pack schema",
        "pack info",
    ],
)
def test_every_command_has_help_with_two_examples(run: Run, command: str) -> None:
    assert run(*command.split(), "--help").out.count(f"trotskyism {command.split()[0]}") >= 2


def test_a_kind_filters_the_rows_of_the_timeline(run: Run) -> None:
    told = run("timeline", "--from", "1917", "--to", "1924", "--kind", "events").out

    assert told.startswith("1917–1924\n")
    assert "7 Nov 1917: ★ October Revolution (25 October Old Style)\n" in told
    assert "founded" not in told


def test_a_pipe_has_all_of_a_span_and_the_whole_time_of_an_office(run: Run) -> None:
    told = run("timeline", "1917-1924").out

    *rows, _, more = told.splitlines()
    assert set(rows) <= set(
        run("timeline", "1917-1924", "--all").out.splitlines()
    )  # which has opinions and births, too
    assert more.endswith("--all")
    assert "more happening" not in told
    assert "1918–1925: Trotsky, People's Commissar" in told
    assert "15 Oct 1923: ★ Declaration of the Forty-Six; Left Opposition founded\n" in told
    assert told.count(" Russian Civil War\n") == 1
    assert told.index(" Russian Revolution\n") < told.index("February Revolution")


def test_a_span_without_anything_says_what_lies_around_it(run: Run) -> None:
    ended = run("timeline", "1750")

    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("The book has nothing for 1750. Before: ")
    assert " After: 5 May 1789" in ended.err


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("left opposition 1926", "1926", "1926"),
        ("soviet union 1928-1934", "1928", "1934"),
        ("comintern from 1930 to 1935", "1930", "1935"),
        ("russia in 1917", "1917", "1917"),
    ],
)
def test_a_name_before_years_is_kept(run: Run, words: str, start: str, end: str) -> None:
    name = re.split(r" (?:from|in|\d)", words)[0]

    assert run("timeline", *words.split()).out == run("timeline", name, "--from", start, "--to", end).out


@pytest.mark.parametrize("words", ["events of 1917", "the year 1917", "what happened in 1917"])
def test_words_that_name_nothing_before_a_year_do_not_matter(run: Run, words: str) -> None:
    assert run("timeline", *words.split()).out.startswith("1917\n")


@pytest.mark.parametrize("words", ["china", "france", "stalin", "1936"])
def test_a_pipe_has_all_that_happened_and_counts_what_else_all_has(run: Run, words: str) -> None:
    told, whole = (run("timeline", *words.split(), *way).out.splitlines() for way in ((), ("--all",)))
    counted = re.fullmatch(r"(\d+) opinions? (?:and|or) details?: --all", told[-1])
    rows = told[:-2] if counted else told

    assert "more happening" not in "".join(told)
    assert set(rows) <= set(whole)
    assert len(whole) - len(rows) == (int(counted[1]) if counted else 0)


def test_what_was_argued_of_an_idea_is_told_if_it_is_asked_for(run: Run) -> None:
    told, whole = (run("timeline", "permanent", "revolution", *way).out for way in ((), ("--all",)))

    assert re.search(r"\n\d+ arguments and quotations: --all\n$", told)
    assert not re.search(r"“\D", told)  # a title that is a number has these signs
    assert "Said and argued:\n" in whole
    assert "\nMar 1850: Karl Marx: “" in whole


def test_what_lasted_stands_in_order_of_time(run: Run) -> None:
    lasted = run("timeline", "1930-1936").out.split("\n\n")[0].splitlines()[1:]

    assert len(lasted) > 4
    assert lasted == sorted(lasted, key=lambda each: each[:4])


def test_the_timeline_of_a_country_has_what_happened_there(run: Run) -> None:
    assert "1925–1927: ★ Chinese Revolution of the 1920s\n" in run("timeline", "china").out


def test_a_day_of_any_year_is_in_order_and_says_which_dates_are_old_style(run: Run) -> None:
    told = run("on", "28", "november").out.splitlines()
    october = run("on", "7", "november").out

    assert [each[:11] for each in told[1:]] == ["28 Nov 1820", "10 Dec 1883", "11 Dec 1917", "28 Nov 1983"]
    assert told[3].startswith("11 Dec 1917 (28 November Old Style): The Soviet government")
    assert "Old Style) The Provisional" not in october
    assert "Doubtful: A study of the accounts doubts that the scene took place as it is told.\n" in october


@pytest.mark.parametrize("words", [("on", "-0043"), ("on", "--", "-0043"), ("timeline", "--from", "44BC")])
def test_a_year_before_the_first_is_said_to_be_in_no_book(run: Run, words: tuple[str, ...]) -> None:
    ended = run(*words)

    assert ended.code == 1
    assert ended.err.startswith("No date in the book is before the year 1.")


def test_a_mistyped_option_of_on_is_named(run: Run) -> None:
    assert "There is no option “--jsn”" in run("on", "1917", "--jsn").err


@pytest.mark.parametrize(
    ("name", "read"),
    [("Троцкого Л. Д.", "Leon Trotsky"), ("Кронштадтского мятежа", "Kronstadt rebellion")],
)
def test_russian_names_with_initials_and_by_their_other_words_are_found(run: Run, name: str, read: str) -> None:
    assert run("show", name).err.startswith(f"Read “{name}” as {read}.")


def test_initials_of_another_are_no_name(run: Run) -> None:
    assert "Nothing in the book is called “Троцкого Я. Д.”" in run("show", "Троцкого Я. Д.").out.splitlines()[0]


def test_what_only_has_the_words_is_not_called_so(run: Run) -> None:
    ended = run("show", "III Congress")
    told = f"{ended.err}{ended.out}"

    assert "Also called so" not in told
    assert "It may also mean" not in told  # that of the Third International is another third


@pytest.mark.parametrize(
    "name",
    [
        *("Second International congress", "Third International congress", "second revolution", "fourth Moscow trial"),
        *("Second left opposition", "Third Internationals", "fifth congress", "third world war"),
    ],
)
def test_a_name_with_an_ordinal_that_is_no_name_of_the_book_is_said_to_be_read_or_unknown(run: Run, name: str) -> None:
    ended = run("show", name)
    assert (ended.err or ended.out).startswith(
        (f"Read “{name}” as ", f"Nothing in the book is called “{name}”.", f"“{name}” may mean several")
    )


def test_search_says_as_what_it_read_a_word_that_the_book_spells_otherwise(run: Run) -> None:
    assert run("search", "stallin", "kulaks").out.startswith("Read “stallin” as “stalin”.\n")
    assert "Read “" not in run("search", "stalin", "kulaks").out


def test_the_count_of_hits_is_of_all_that_there_are(run: Run) -> None:
    few, all_of_them = run("search", "united front").out, run("search", "united front", "-n", "100").out
    count = re.search(r"^5 of (\d+) hits · more: -n (\d+) · ", few, re.MULTILINE)

    assert count
    assert count[1] == count[2]
    assert f"\n{count[1]} hits · " in all_of_them


def test_a_list_of_days_says_in_which_style_they_are(run: Run) -> None:
    told = run("timeline", "1917-1924").out.splitlines()

    assert "Dates in New Style" in told
    assert "Dates in New Style" not in run("timeline", "1930-1936").out


@pytest.mark.parametrize("typed", ["minneapolis teamsters", "minneapolis strike", "minneapolis teamster's strikes"])
def test_all_words_of_a_name_find_that_entry_first(run: Run, typed: str) -> None:
    assert run("search", *typed.split()).out.startswith("1) Minneapolis teamsters' strikes of 1934 ")


def test_how_long_a_body_lasted_is_answered_by_its_beginning_and_its_end(run: Run) -> None:
    told = run("how", "long", "did", "the", "left", "opposition", "last").out.splitlines()

    assert told[0].startswith("Answer: The Left Opposition began in October 1923")
    assert "killed in 1937–38" in told[1]


@pytest.mark.parametrize("typed", ["is ernest mandel still alive", "is mandel alive"])
def test_whether_somebody_is_alive_is_answered_by_the_day_of_death(run: Run, typed: str) -> None:
    told = run(*typed.split()).out

    assert told.startswith("Answer: ")
    assert "20 July 1995" in told.splitlines()[0]


@pytest.mark.parametrize("typed", ["what should i read first", "where do i start", "where can i start reading"])
def test_who_asks_where_to_begin_is_shown_the_chapters(run: Run, typed: str) -> None:
    assert "summary overview" in run(*typed.split()).out


def test_a_row_of_a_comparison_has_the_same_number_for_programs(run: Run) -> None:
    rows = run("compare", "max-eastman", "trotsky").out.splitlines()[1:]
    born = next(number for number, row in enumerate(rows, start=1) if row.startswith("Born\t"))
    points = json.loads(run("compare", "max-eastman", "trotsky", str(born), "--json").out)["points"]

    assert [each["point"] for each in points] == ["Born"]
    assert "Row 1 is told in words alone" in run("compare", "max-eastman", "trotsky", "1", "--json").err


def test_what_stands_beside_a_day_of_two_calendars_has_both(run: Run) -> None:
    told = run("on", "7", "november", "1917").out

    assert "\nbefore 25 Oct 1917 (12 October Old Style): Military Revolutionary Committee founded\n" in told


def test_the_beginning_of_what_went_on_stands_before_a_year(run: Run) -> None:
    assert "\nbefore 5 May 1789: French Revolution, from then on\n" in run("on", "1799").out


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("lenin", "Dec 1907: Left Finland, where he was in danger of arrest, for Switzerland\n"),
        ("trotsky", "Oct 1919: Directed the defence of Petrograd against the Whites under General Nikolai Yudenich\n"),
        ("stolypin", "Aug 1906: The field courts that Pyotr Stolypin brought in "),
        (
            "laguiller",
            "1974: Arlette Laguiller of the French Trotskyist organisation Lutte Ouvrière was the first woman ",
        ),
    ],
)
def test_a_sentence_in_a_life_is_told_whole_and_without_its_date(run: Run, name: str, told: str) -> None:
    rows = run("timeline", name).out

    assert told in rows
    assert not re.search(r"(?m)^(\w{3}) (\d{4}): (?:In|On) .*\b\1\w* \2", rows)
    assert "At the end\n" not in rows


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "why did trotsky not attend lenin's funeral",
            "Answer: Trotsky, on his way to a cure in the Caucasus, ",
        ),
        ("who said dustbin of history", "Answer: Leon Trotsky: “You are pitiful isolated individuals"),
        ("was kamenev trotsky's brother in law", "Answer: Lev Kamenev: Old Bolshevik and Lenin's deputy"),
        ("was trotsky kamenev's brother-in-law", "Answer: Lev Kamenev: Old Bolshevik and Lenin's deputy"),
        ("was natalia sedova trotsky's wife", "Answer: From 1902 Natalia Sedova was Trotsky's companion"),
        ("did lenin want to remove stalin", "Answer: In the postscript to his Testament"),
    ],
)
def test_what_the_book_tells_is_the_answer_and_is_not_denied_above_it(run: Run, question: str, told: str) -> None:
    asked = run("search", question)

    assert asked.code == 0
    assert asked.out.startswith(told)


def test_a_doubtful_quotation_is_answered_with_what_doubts_it(run: Run) -> None:
    answer = run("search", "who said dustbin of history").out.splitlines()[0]

    assert answer.endswith("Doubtful: A study of the accounts doubts that the scene took place as it is told.")


@pytest.mark.parametrize(
    ("question", "header"),
    [
        ("did lenin want trotsky as his successor", "Whether it was wanted is not told here; nearest:\n"),
        ("who was the only trotskyist prime minister", "Who it was is not told here in so many words; nearest:\n"),
        ("was trotsky lenin's brother", "Not told here in these words: “brother”, "),
    ],
)
def test_a_line_that_only_shares_words_is_not_offered_as_the_answer(run: Run, question: str, header: str) -> None:
    assert run("search", question).out.startswith(header)


def test_a_span_before_a_name_is_read_as_behind_it(run: Run) -> None:
    told = run("timeline", "1923-27", "china").out

    assert told.startswith("China (1923–1927)\n")
    assert told == run("timeline", "china", "1923-27").out
    assert run("timeline", "7", "november", "1917").out.startswith("7 November 1917\n")


def test_the_nearest_of_all_dated_facts_stands_beside_a_time(run: Run) -> None:
    months = run("on", "march", "1921").out, run("on", "2004").out

    assert "\nbefore Feb 1921: Hungry workers struck in the factories of Petrograd\n" in months[0]
    assert "\nbefore Feb 2003: The Fourth International's Fifteenth World Congress adopted new statutes\n" in months[1]
    assert "\nafter 2005: Pierre Broué died\n" in months[1]  # which his summary alone dates


@pytest.mark.parametrize("command", ["on", "timeline"])
def test_a_year_of_which_only_a_life_in_brackets_tells_is_not_empty(run: Run, command: str) -> None:
    told = run(command, "2005")

    assert told.code == 0
    assert "Pierre Broué died" in told.out
    assert json.loads(run("on", "2005", "--json").out)[0]["subject"] == "broue"


@pytest.mark.parametrize(("year", "told"), [("1897", "Lenin was banished to Siberia"), ("1688", "1640")])
def test_a_year_in_which_something_only_began_or_ended_is_not_empty(run: Run, year: str, told: str) -> None:
    for command in ("on", "timeline"):
        shown = run(command, year)
        assert shown.code == 0
        assert told in shown.out


def test_a_year_that_is_empty_is_said_to_lie_between_the_nearest_facts(run: Run) -> None:
    for command in ("on", "timeline"):
        said = run(command, "2001").err
        assert " Before: April 2000, Tony Cliff, the founder of Britain's International Socialists, died." in said
        assert " After: February 2003, The Fourth International's Fifteenth World Congress" in said


def test_what_happened_in_a_year_without_an_event_is_told_in_order_of_time(run: Run) -> None:
    assert (
        "Answer: 1994: President Boris Yeltsin rehabilitated by decree those"
        in run("search", "what happened in 1994").out
    )
    assert "Answer: 2005: Pierre Broué died." in run("search", "what happened in 2005").out
    assert "Answer: 2014: Stephen Kotkin argued" in run("search", "what happened in 2014").out
    assert run("search", "what happened in 2001").code != 0


def test_a_word_of_a_name_leads_to_the_event_that_matters_most(run: Run) -> None:
    shown = run("show", "october")
    several, other = run("show", "minneapolis"), run("show", "smolny")

    assert shown.err == "Read “october” as October Revolution.\n"
    assert "7 Nov" in shown.out.splitlines()[0]
    assert "These passages come nearest" in several.out  # none of the two matters more
    assert "Read" not in other.err  # what only happened there is not called so


def test_what_is_told_of_a_time_does_not_stand_before_or_after_it(run: Run) -> None:
    assert "\nafter 9–13 Sep 1917: Kornilov affair" not in run("on", "summer", "1917").out
    assert "\nbefore 5 May 1789" not in run("on", "14", "july", "1789").out


@pytest.mark.parametrize("command", ["show", "quote", "summary", "timeline", "links"])
def test_how_a_misspelt_name_was_read_is_always_said(run: Run, command: str) -> None:
    assert run(command, "bukarin").err == "Read “bukarin” as Nikolai Bukharin.\n"
    assert run(command, "bukharin").err == ""


def test_quotations_of_a_time_are_read_as_no_name(run: Run) -> None:
    assert run("quote", "1917").err == ""


@pytest.mark.parametrize("day", ["7.11.1927", "2 november 1927", "22 november 1927", "5 february 1927"])
def test_of_a_day_without_anything_its_month_is_shown_the_way_to(run: Run, day: str) -> None:
    ended = run("on", *day.split())
    month = "february" if "february" in day else "november"

    assert ended.code == 1
    assert "The book has nothing for that day itself." in ended.out
    assert "\nMeanwhile:\n1921–1929: New Economic Policy\n" in ended.out
    assert f"\nMore of that time: trotskyism on {month} 1927\n" in ended.out
    assert "\nbefore " in ended.out
    assert "\nafter " in ended.out


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("1 may 1968", "May – Jun 1968: May 1968 in France"),
        ("31 january 1918", "Jan 1918: Left Communists founded"),
        ("3 april 1940", "Apr 1940: Split of the Socialist Workers Party"),
    ],
)
def test_a_day_without_anything_has_what_was_on_no_known_day_of_its_month(run: Run, day: str, told: str) -> None:
    assert f"\nIn that month:\n{told}" in run("on", *day.split()).out


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("31 january 1918", "31 January 1918 (18 January in Old Style)"),
        ("3 may 1917", "3 May 1917 (20 April in Old Style)"),
        ("1 february 1918", "Russia had none called 1 February 1918"),
        ("13 february 1918", "Russia had none called 13 February 1918"),
        ("14 february 1918", "From that day on Russia had New Style"),
    ],
)
def test_of_a_day_without_anything_it_is_said_what_it_was_in_the_old_calendar(run: Run, day: str, told: str) -> None:
    assert told in run("on", *day.split()).out


@pytest.mark.parametrize("day", ["15 february 1918", "12 july 1935"])
def test_of_other_days_no_calendar_is_named(run: Run, day: str) -> None:
    assert "Style" not in run("on", *day.split()).out.partition("Meanwhile")[0]


@pytest.mark.parametrize("command", ["on", "timeline"])
@pytest.mark.parametrize("word", ["easter", "christmas", "banana"])
def test_a_word_of_a_date_that_is_not_read_is_told(run: Run, command: str, word: str) -> None:
    said = run(command, word, "1917")

    assert said.err == f"Left out, since it is no part of a date: {word}\n"
    assert said.out == run(command, "1917").out


def test_how_a_year_in_short_was_read_is_told(run: Run) -> None:
    assert run("on", "7/11/17").err == "Read “7/11/17” as 7 November 1917.\n"


def test_the_ties_of_an_entry_are_printed_below_its_chapters(run: Run) -> None:
    told = run("show", "pablo", "ties").out

    assert told.index("Chapters:") < told.index("James P. Cannon")
    assert "split-of-1953" in told
