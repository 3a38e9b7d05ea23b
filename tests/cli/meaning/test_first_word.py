"""What is no command is a name, a question, another word for a command, or a command misspelt."""

import pytest

from tests.cli.conftest import SMALL, Run
from trotskyism_cli.cli.command_names import COMMANDS
from trotskyism_cli.cli.meaning.first_word import KINDS, SYNONYMS, is_question, other_word


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("danton", "show danton"),
        ("maximilien robespierre", "show robespierre"),
        ("robespiere", "show robespiere"),
        ("robespierre life", "show robespierre life"),
        ("danton --sources", "show danton --sources"),
        ("danton --json", "show danton --json"),
        ("danton --plain", "show danton"),
        ("when did danton die", "search when did danton die"),
        ("danton and robespierre", "links danton and robespierre"),
        ("danton vs robespierre --json", "compare danton vs robespierre --json"),
        ("danton born when?", "search danton born when?"),
        ("in which year did danton die", "search in which year did danton die"),
        ("on what date did danton die", "search on what date did danton die"),
        ("date of danton's death", "show date of danton's death"),
        ("Who was Marat -n 1", "search Who was Marat -n 1"),
        ("find danton", "search danton"),
        ("look up danton", "show danton"),
        ("read 1", "summary 1"),
        ("chapters", "summary"),
        ("chapter 1", "summary 1"),
        ("people", "list people"),
        ("events --by name", "list events --by name"),
        ("organizations", "list organisations"),
        ("what is the third estate?", "show what is the third estate?"),
        ("5 april 1794", "on 5 april 1794"),
        ("trotskyism summary 1", "summary 1"),
        ("version", "--version"),
        ("-V", "--version"),
        ("help", "--help"),
        ("help quiz", "quiz --help"),
        ("help nothing", "--help"),
        ("exam -h", "quiz -h"),
        ("flashcards --help", "study --help"),
        ("test --help", "quiz --help"),
    ],
)
def test_it_does_what_the_command_does(run: Run, words: str, same: str) -> None:
    said, meant = run(*words.split(), TROTSKYISM_PACK=SMALL), run(*same.split(), TROTSKYISM_PACK=SMALL)

    assert said == meant
    assert said.code == 0
    assert said.out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("31 February 1917", ": February 1917 had 28 days."),
        ("30.2.1920", ": February 1920 had 29 days."),
        ("february 31 1917", ": February 1917 had 28 days."),
        ("31.11.1917", ": November 1917 had 30 days."),
        ("31.11.17", "; write, for example: trotskyism on 25 october 1917"),
        ("31 february", "; write, for example: trotskyism on 25 october 1917"),
    ],
)
def test_a_day_that_there_is_not_is_refused_as_by_its_command(run: Run, words: str, why: str) -> None:
    refused = run(*words.split())

    assert refused == run("on", *words.split())
    assert refused.code == 1
    assert refused.err == f"“{words}” is not a date{why}\n"


@pytest.mark.parametrize("date", ["November 1917", "march 1921", "1953", "7 november 1917", "spring 1917"])
def test_a_date_is_its_day_month_or_year_also_where_an_event_is_found_by_it(run: Run, date: str) -> None:
    said = run(*date.split())

    assert said == run("on", *date.split())
    assert said.out.casefold().startswith(date.casefold())


def test_what_has_a_date_for_its_name_is_named_below_what_happened_then(run: Run) -> None:
    said = run("1905")

    assert said.out.startswith("1905\n")
    assert "\n1905 (book): trotskyism show 1905\n" in said.out
    assert "trotskyism show" not in run("1953").out


@pytest.mark.parametrize("number", ["11953", "19177", "19055", "11848", "1", "15"])
def test_a_number_is_no_slip_for_another(run: Run, number: str) -> None:
    said = run(number)

    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"Nothing in the book is called “{number}”. A number alone says little; a year: trotskyism on 1917; "
        "a chapter by its number: trotskyism summary 1\n"
    )
    assert run("show", number) == said
    assert run("search", number).err.startswith(f"Nothing in the book answers “{number}”. A number alone says little;")


def test_a_number_is_found_where_something_is_counted_by_it(run: Run) -> None:
    assert "Declaration of the Forty-Six" in run("search", "46").out
    assert "Order 00447" in run("search", "00447").out


@pytest.mark.parametrize(
    "words", ["1917–1924", "1917-1924", "1917-24", "1917 to 1924", "from 1917 to 1924", "between 1917 and 1924"]
)
def test_a_span_of_years_is_drawn(run: Run, words: str) -> None:
    said = run(*words.split())

    assert said == run("timeline", "1917-1924")
    assert said.out.startswith("1917–1924\n")
    assert "In order of time: trotskyism timeline 1917-1924\n" in run("search", *words.split()).out


def test_a_year_and_a_month_are_no_span_of_years(run: Run) -> None:
    assert run("1917-10") == run("on", "1917-10")
    assert "\nDays are in New Style; October 1917 in Old Style" in run("1917-10").out


@pytest.mark.parametrize("words", ["Januar 1924", "janv. 1924", "enero de 1924"])
def test_a_month_in_another_language_is_that_month(run: Run, words: str) -> None:
    said = run(*words.split())

    assert said == run("on", "january", "1924")
    assert run("search", *words.split()).out == run("search", "january", "1924").out


def test_a_month_of_the_old_calendar_says_in_which_its_days_are(run: Run) -> None:
    told = "Days are in New Style; October 1917 in Old Style was 14 Oct – 13 Nov 1917."

    assert f"October 1917\n{told}\n" in run("on", "october", "1917").out
    assert run("search", "october", "1917").out.startswith(f"{told} In order of time: trotskyism on october 1917\n")
    assert "Old Style" not in run("on", "october", "1918").out.partition("\n\n")[0]


@pytest.mark.parametrize("name", ["Kühlmann", "kuhlmann", "Kuhlmann"])
def test_a_name_that_only_leads_to_a_dispute_is_not_the_dispute(run: Run, name: str) -> None:
    said = run(name)

    assert said.out.startswith("Kühlmann has no entry here, and is only named:\n")
    assert "Richard von Kühlmann, claimed" in said.out
    assert said == run("search", name)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("trotsky's murderer", "Answer: Ramón Mercader"),
        ("trotskys murderer", "Answer: Ramón Mercader"),
        ("the killer of kirov", "by Leonid Nikolayev"),
        ("bukharin's death", "was shot on 15 March 1938"),
        ("stalins death", "Stalin died after a stroke on 5 March 1953."),
        ("stalin's death", "Stalin died after a stroke on 5 March 1953."),
        ("lenin's wife", "was Nadezhda Krupskaya."),
        ("lenin's successor", "Answer: In 1924 Alexei Rykov followed Lenin"),
        ("kollontai's birthday", "Answer: Alexandra Kollontai was born on 31 March 1872"),
        ("dewey's birthday", "Answer: John Dewey lived from 1859 to 1952."),
    ],
)
def test_what_somebody_has_is_told_first(run: Run, words: str, told: str) -> None:
    assert told in "".join(run(*words.split()).out.splitlines()[:3])


def test_what_is_called_the_death_of_somebody_is_shown(run: Run) -> None:
    assert run("death", "of", "lenin") == run("show", "death", "of", "lenin")


def test_a_question_may_be_asked_in_russian() -> None:
    assert is_question(["Кто", "убил", "Марата"])


def test_words_in_quotation_marks_are_words(run: Run) -> None:
    assert run("when did danton die", TROTSKYISM_PACK=SMALL) == run(
        "search", *"when did danton die".split(), TROTSKYISM_PACK=SMALL
    )
    assert run("show danton", TROTSKYISM_PACK=SMALL) == run("show", "danton", TROTSKYISM_PACK=SMALL)


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("shwo danton", "show danton"),
        ("qiuz", "quiz"),
        ("serach who killed marat?", "search who killed 'marat?'"),
        ("summarize 1", "summary 1"),
        ("timelin 1793 --json", "timeline 1793 --json"),
    ],
)
def test_a_misspelt_command_is_mended(run: Run, words: str, again: str) -> None:
    ended = run(*words.split(), TROTSKYISM_PACK=SMALL)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"There is no command “{words.split()[0]}”. Did you mean: trotskyism {again}\n"


def test_a_name_that_is_like_a_command_is_a_name(run: Run) -> None:
    assert run("lenin").out.startswith("Vladimir Lenin (")
    assert run("ленин").out.startswith("Vladimir Lenin (")


def test_a_question_that_names_two_is_no_look_at_their_ties(run: Run) -> None:
    told = run("why", "did", "zinoviev", "break", "with", "stalin").out  # that he did is told, and over what

    assert told.startswith("Answer: Grigory Zinoviev and Joseph Stalin were opposed on building socialism in one")
    assert "broke with Stalin" in told


def test_a_question_is_answered_unless_it_is_a_title(run: Run) -> None:
    killed = run("who", "killed", "trotsky").out

    assert "20 August 1940" in killed
    assert "Coyoacán" in killed
    assert run("what", "is", "to", "be", "done?").out.startswith("What Is to Be Done? (")


@pytest.mark.parametrize("words", ["trotsky stalin", "stalin trotsky", "lenin stalin"])
def test_two_names_are_looked_for_each_by_itself(run: Run, words: str) -> None:
    told = run(*words.split()).out

    assert "1) From" not in told
    assert ") Joseph Stalin (person" in told


def test_a_killing_that_a_hit_tells_is_not_said_to_be_untold(run: Run) -> None:
    ended = run("who", "killed", "ignace", "reiss")

    assert "murdered" in ended.out
    assert "Not told here" not in ended.out


@pytest.mark.parametrize("words", ["links trotsky stalin", "trotsky and stalin"])
def test_two_names_are_no_title_that_has_the_first_in_the_possessive(run: Run, words: str) -> None:
    assert run(*words.split()).out.startswith("Leon Trotsky and Joseph Stalin (direct ties)\n")
    assert run("trotsky's", "stalin").out.startswith("Trotsky's Stalin (")


def test_what_is_nothing_leads_to_the_commands(run: Run) -> None:
    ended = run("xyzzyqwv", TROTSKYISM_PACK=SMALL)

    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        "There is no command “xyzzyqwv”, and nothing in the book is called “xyzzyqwv”. "
        "See the commands: trotskyism --help\n"
    )


@pytest.mark.parametrize("word", ["", " ", b"\xff".decode(errors="surrogateescape"), "a" * 5000, "?"])
def test_what_has_no_meaning_is_one_line(run: Run, word: str) -> None:
    ended = run(word, TROTSKYISM_PACK=SMALL)

    assert ended.code in (1, 2)
    assert ended.out == ""
    assert len(ended.err.splitlines()) == 1


def test_every_other_word_leads_to_a_command() -> None:
    for word in (*SYNONYMS, *KINDS):
        first, *_ = other_word([word], COMMANDS)
        assert first in COMMANDS or first == "--version"
        assert word not in COMMANDS


def test_a_chapter_to_learn_is_its_topic() -> None:
    assert other_word(["learn", "permanent", "revolution", "--plan"], COMMANDS) == [
        *("study", "--topic", "permanent revolution", "--plan")
    ]
    assert other_word(["learn"], COMMANDS) == ["study"]


def test_other_words_after_a_kind_are_no_list() -> None:
    assert other_word(["works", "of", "lenin"], COMMANDS) == []


@pytest.mark.parametrize(
    ("text", "asks"), [("who died", True), ("Which year", True), ("danton?", True), ("danton", False)]
)
def test_a_question_is_known_by_its_first_word_or_last_sign(text: str, asks: bool) -> None:
    assert is_question(text.split()) is asks


@pytest.mark.parametrize("words", ["stalin and trotsky and lenin", "compare stalin and trotsky and lenin"])
def test_three_names_are_two_at_a_time(run: Run, words: str) -> None:
    ended = run(*words.split())

    assert ended.code == 2
    assert ended.err.startswith("Two names at a time: trotskyism compare stalin trotsky, ")


def test_a_name_without_questions_of_its_own_has_those_that_name_it(run: Run) -> None:
    assert "Kornilov" in run("questions", "kornilov", "-n", "3", "--seed", "0").out
    ended = run("quiz", "stalinism", "-n", "1", "--seed", "1", given="1\n")
    assert ended.code == 0
    assert ended.err == ""


def test_the_questions_about_a_place_are_those_about_what_happened_there(run: Run) -> None:
    assert "the sailors of Kronstadt demand in" in run("questions", "kronstadt", "-n", "4", "--seed", "0").out


def test_a_name_without_any_question_leads_to_a_chapter(run: Run) -> None:
    ended = run("questions", "kerensky", "--kind", "year", "-n", "3")

    assert ended.code != 0
    chapter = ended.err.rpartition("the chapter nearest to it is ")[2].strip().removesuffix(".")
    assert run("questions", chapter, "-n", "1").code == 0


def test_a_kind_is_asked_for_by_the_word_that_a_sheet_calls_it(run: Run) -> None:
    by_word, by_name = (run("questions", "--kind", kind, "-n", "3", "--seed", "2") for kind in ("people", "who"))

    assert by_word.out == by_name.out
    assert "\npeople · " in by_word.out
    assert "year (years)" in run("questions", "--kind", "causes").err


def test_what_begins_with_what_is_asked_of_something_is_no_command(run: Run) -> None:
    assert "a lockout at the Putilov works" in run(*"causes of the february revolution".split()).out


@pytest.mark.parametrize("typed", ["SHOW LENIN", "Show lenin", "Timeline 1917"])
def test_a_command_in_capitals_is_that_command(run: Run, typed: str) -> None:
    verb, *words = typed.split()

    assert run(*typed.split()).out == run(verb.lower(), *words).out


def test_a_name_that_begins_like_a_command_is_none(run: Run) -> None:
    assert "is not a date" not in run("On", "Lev", "Sedov").err
