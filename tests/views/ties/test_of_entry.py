"""Ties: everything that names two, in groups; a chain of sentences that join; and what one is tied to."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from tests.every_for_tests import every, none
from tests.screen.test_document import drawn as drawn_of
from trotskyism_cli.library.bodies.naming import pattern
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties.chains import LONG_CHAIN, chain, reads_as_story
from trotskyism_cli.library.ties.common_entries import WEEKS, same_days
from trotskyism_cli.library.ties.comparison import compare, main_disputes
from trotskyism_cli.library.ties.shared_events import shared_events
from trotskyism_cli.library.ties.ties import Step, Surnames, direct_ties, follower_ties, names_both, neighbours
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.document import Picture, Table, words
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.ties.connections import pair_document
from trotskyism_cli.screen.ties.ties_table import links_document
from trotskyism_cli.views.ties.all_of_entry import ties_of_one
from trotskyism_cli.views.ties.between import ties_between
from trotskyism_cli.views.ties.clause import Clause, clause_of, without_description
from trotskyism_cli.views.ties.connection import How
from trotskyism_cli.views.ties.of_entry import ties_of
from trotskyism_cli.views.ties.steps import steps_between, steps_to_all
from trotskyism_cli.views.ties.strongest import each_once, told_once
from trotskyism_cli.views.ties.tie import Tie, TieGroup
from trotskyism_cli.views.ties.tied_entry import Tied, TiedKind
from trotskyism_cli.views.wording.about_somebody import only_compares, only_dates, only_owns, takes_part
from trotskyism_cli.views.wording.margins import without_year
from trotskyism_cli.views.wording.namesakes import only_namesakes


def _by_strength(groups: Iterable[TieGroup]) -> list[Tie]:
    """The ties, what matters most first; what tells the same as another one stands last."""
    kept, again = told_once(groups)
    return [*kept, *again]


def _strongest(groups: Iterable[TieGroup], room: int) -> list[Tie]:
    """So many of the ties, those that matter most, in order of time."""
    return sorted(_by_strength(groups)[:room], key=lambda tie: tie.place)


# The same pairs are looked at from many sides: what ties them is found once.


@cache
def _direct(library: Library, one: str, other: str) -> tuple[Step, ...]:
    return direct_ties(library, one, other)


@cache
def _direct_ties(library: Library, one: str, other: str) -> tuple[TieGroup, ...]:
    return ties_between(library.pack, one, other, _direct(library, one, other))


@cache
def _steps(library: Library, one: str, other: str) -> tuple[Step, ...]:
    return steps_between(library, one, other)


@cache
def _ties(library: Library, one: str, other: str) -> tuple[TieGroup, ...]:
    return ties_between(library.pack, one, other, _steps(library, one, other))


@cache
def _as_linked(library: Library, one: str, other: str) -> tuple[TieGroup, ...]:
    """The ties as `links` tells them: what divides the two most of all is known."""
    disputed = main_disputes(library.pack, compare(library, one, other))
    return ties_between(library.pack, one, other, _steps(library, one, other), disputed, Surnames(library.store))


@cache
def _kinds(library: Library, own_id: str) -> tuple[TiedKind, ...]:
    return ties_of_one(library, own_id).kinds


def _hows(library: Library, own_id: str) -> dict[str, str]:
    """How an entry is tied to each of the others."""
    return {tied.entry: tied.how for kind in _kinds(library, own_id) for tied in kind.tied}


def test_all_direct_ties_are_found_dated_and_grouped(printers: Library) -> None:
    groups = ties_between(printers.pack, "adler", "ebert", direct_ties(printers, "adler", "ebert"))

    assert [(group.title, [(tie.when, tie.text) for tie in group.ties]) for group in groups] == [
        ("Adler and Ebert", [("1852", "Emil Ebert opposed Anna Adler.")]),
        (
            "Congress of Gutenhain, 7 Jun 1852",
            [("", "The Congress of Gutenhain decided that Ebert must obey Adler or leave.")],
        ),
        ("Adler on Ebert", [("1853", "Anna Adler argued that Ebert had sold the sheet for a penny.")]),
        (
            "In their own words",
            [("1860", "Emil Ebert: “Adler never set a line that was not straight in all her life.”")],
        ),
    ]


def test_a_title_that_holds_two_names_is_no_tie_between_them(printers: Library) -> None:
    assert "adler-to-ebert" not in {step.fact.subject for step in direct_ties(printers, "adler", "ebert") if step.fact}


def test_a_chain_goes_through_sentences_that_name_both_their_ends(printers: Library) -> None:
    steps = chain(printers, "adler", "federation")

    assert [step.end for step in steps] == ["union", "federation"]
    assert every(step.fact for step in steps)


@pytest.mark.parametrize(
    "ends", [("marx", "pablo"), ("engels", "healy"), ("plekhanov", "cannon"), ("posadas", "milyukov")]
)
def test_a_chain_leads_through_people_bodies_and_events_and_through_no_idea(
    library: Library, ends: tuple[str, str]
) -> None:
    steps = chain(library, *ends)

    assert 1 < len(steps) <= LONG_CHAIN
    assert (steps[0].start, steps[-1].end) == ends
    assert every(one.end == other.start for one, other in pairwise(steps))
    assert every(names_both(library.pack, step) for step in steps)
    assert reads_as_story(library, steps)


def test_a_chain_through_an_idea_does_not_read_as_a_story(library: Library) -> None:
    assert not reads_as_story(library, (Step("marx", "proletariat"), Step("proletariat", "trotsky")))


def test_what_took_years_is_of_no_week(library: Library) -> None:
    pairs = same_days(library, "lenin", "kadets")  # Lenin lived at Geneva from 1903 to 1905

    assert every(step.when.length <= WEEKS for pair in pairs for step in pair if step.when)


def test_a_longer_name_is_not_also_the_shorter_one_in_it(library: Library) -> None:
    steps = direct_ties(library, "socialist-workers-party", "workers-party-us")
    told = [fact_sentence(library.pack, step.fact) for step in steps if step.fact]

    assert told
    assert every("Workers Party" in text.replace("Socialist Workers Party", "") for text in told)


def test_no_chain_goes_through_a_fragment(printers: Library) -> None:
    assert none(step.quote for step in chain(printers, "adler", "union"))


def test_what_one_is_tied_to_is_grouped_by_kind_the_most_important_first(printers: Library) -> None:
    kinds = ties_of(printers.pack, "ebert", neighbours(printers, "ebert"))

    assert [kind.label for kind in kinds] == ["People", "Organisations", "Ideas", "Works"]
    assert [(tied.entry, tied.how) for tied in kinds[1].tied] == [
        ("union", "founded 2 Mar 1848"),
        ("north", "led 1852–1871"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "years"),
    [
        ("trotsky", "stalin", {1923, 1926, 1929, 1940}),
        ("lenin", "trotsky", {1902, 1917, 1918}),
        ("lenin", "stalin", {1917, 1922, 1923, 1924}),
        ("zinoviev", "trotsky", {1924, 1926, 1927}),
    ],
)
def test_of_many_ties_those_of_all_times_are_kept(library: Library, one: str, other: str, years: set[int]) -> None:
    kept = _strongest(_direct_ties(library, one, other), 8)

    assert years <= {tie.first.year for tie in kept}


@pytest.mark.parametrize(
    ("one", "other", "first", "last"),
    [
        ("trotsky", "stalin", 1923, 1940),  # of what lasted until then
        ("lenin", "stalin", 1917, 1924),
        ("zinoviev", "trotsky", 1922, 1936),
        ("lenin", "trotsky", 1902, 1923),
    ],
)
@pytest.mark.parametrize("room", [5, 8, 12])
def test_the_first_and_the_last_thing_between_two_are_always_kept(
    library: Library, one: str, other: str, first: int, last: int, room: int
) -> None:
    kept = _strongest(_ties(library, one, other), room)
    years = [tie.first.year for tie in kept]

    assert len(kept) == room
    assert years == sorted(years)
    assert years[0] <= first
    assert years[-1] >= last


def test_what_was_done_comes_before_an_account_of_it(library: Library) -> None:
    kept = _strongest(_direct_ties(library, "trotsky", "stalin"), 8)
    [told] = [tie.text for tie in kept if tie.first.year == 1929]

    assert "deport" in told
    assert not told.startswith("By ")
    assert "The murder of Trotsky" in kept[-1].text


def test_what_was_done_is_not_dated_by_who_judged_why(library: Library) -> None:
    ties = _ties_in_order(library, "trotsky", "stalin")
    [told] = [tie for tie in ties if tie.text.startswith("Trotsky was killed because")]

    assert "(1999)" in told.text
    assert told.first.year == 1940


def test_who_is_only_compared_with_somebody_is_not_tied_to_him(library: Library) -> None:
    compared = [step for step in _direct(library, "trotsky", "bukharin") if only_compares(library.pack, step)]
    told = [fact_sentence(library.pack, step.fact) for step in compared if step.fact]

    assert ["rather than Trotsky" in each for each in told] == [True]
    assert none(only_compares(library.pack, step) for step in _direct(library, "lenin", "stalin"))


def test_of_ties_that_tell_the_same_one_is_kept(library: Library) -> None:
    groups = _direct_ties(library, "zinoviev", "trotsky")
    told = [tie.text for tie in _strongest(groups, 12) if tie.first.year == 1926]

    assert sum(verb in each for verb in ("formed", "joined", "led") for each in told) == 1


@pytest.mark.parametrize(
    ("one", "other", "room", "told"),
    [
        ("zinoviev", "trotsky", 8, ("were allied to keep", "was allied with Grigory Zinoviev and Lev Kamenev")),
        ("zinoviev", "stalin", 8, ("with Lev Kamenev, broke with Stalin", "defeated the New Opposition of Zinoviev")),
    ],
)
def test_one_happening_is_told_once_though_it_has_two_years(
    library: Library, one: str, other: str, room: int, told: tuple[str, str]
) -> None:
    kept = _strongest(_direct_ties(library, one, other), room)

    assert sum(any(part in tie.text for part in told) for tie in kept) == 1


def test_people_are_tied_by_what_one_led_and_the_other_joined_or_opposed(library: Library) -> None:
    steps = [*neighbours(library, "trotsky"), *follower_ties(library, "trotsky")]
    people = {tied.entry: tied.how for tied in ties_of(library.pack, "trotsky", steps)[0].tied}

    assert people["stalin"] == "From 1923 to his death in 1940 Trotsky fought against Stalin"
    assert "radek" not in people  # only joined what Trotsky led, and others have done more
    assert "each wrote or spoke of the other" not in " ".join(people.values())
    assert none("spoke" in how for how in people.values())


@pytest.mark.parametrize(
    ("asked", "other"),
    [("lenin", "stalin"), ("lenin", "martov"), ("cannon", "shachtman"), ("trotsky", "bukharin"), ("poum", "trotsky")],
)
def test_whom_an_entry_is_told_of_with_is_among_its_ties(library: Library, asked: str, other: str) -> None:
    people, *_ = _kinds(library, asked)

    assert other in [tied.entry for tied in people.tied[:12]]


@pytest.mark.parametrize(
    ("asked", "other", "how"),
    [
        ("lenin", "stalin", "Lenin asked that Stalin, whom he found too rude, be removed"),
        ("stalin", "khrushchev", "Khrushchev said that Stalin had had honest Communists tortured"),
        ("lenin", "martov", "Munich, where with Martov and others he edited the paper Iskra"),
        ("lenin", "trotsky", "1903–1917; allied 1917–1923"),
        ("trotsky", "mercader", "struck Trotsky with an ice axe"),
        ("serge", "lenin", "From Lenin to Stalin"),
        ("pablo", "healy", "sided with James P. Cannon against Pablo"),
        ("stalin", "great-purge", "Stalin ordered the Great Purge"),
        ("left-opposition", "preobrazhensky", "member"),
        ("october-revolution", "russian-civil-war", "what it led to"),
        ("lenin", "rykov", "one of Lenin's deputies at the head of the Soviet government"),
        ("kadets", "zemstvo", "Kadets were supported mainly by"),
        ("poum", "andreu-nin", "founded it 29 Sep 1935; led it Jul 1936 – Jun 1937"),
        ("coyoacan", "mexico-city", "lies there"),
        ("my-life", "trotsky", "its author"),
        ("permanent-revolution", "socialism-in-one-country", "contrasts with it"),
        ("milyukov", "aix-les-bains", "died there"),
        ("sedova", "attack-of-may-1940", "was attacked"),
    ],
)
def test_what_ties_two_is_said_in_a_clause(library: Library, asked: str, other: str, how: str) -> None:
    assert how in _hows(library, asked)[other]


@pytest.mark.parametrize(
    "asked", ["lenin", "trotsky", "stalin", "pablo", "left-opposition", "poum", "october-revolution"]
)
def test_no_row_leaves_it_open_how_two_are_tied(library: Library, asked: str) -> None:
    entry = library.pack.entries[asked]
    bare = [tied for kind in _kinds(library, asked) for tied in kind.tied if not tied.hows]

    assert [tied.name for tied in bare if not pattern(library.pack, entry).search(tied.name)] == []


@pytest.mark.parametrize(
    ("asked", "other"), [("left-opposition", "bukharin"), ("trotsky", "tony-cliff"), ("pablo", "trotsky")]
)
def test_what_a_third_has_with_both_or_others_said_of_both_is_told_only_among_all(
    library: Library, asked: str, other: str
) -> None:
    kinds = _kinds(library, asked)
    [tied] = [tied for kind in kinds for tied in kind.tied if tied.entry == other]
    shown = drawn_of(links_document(asked, "Somebody", kinds), 80)

    assert every(how.is_whole for how in tied.hows)
    assert tied.how[:30] not in shown


def test_people_stand_in_the_order_of_what_passed_between_the_two(library: Library) -> None:
    first = [tied.entry for tied in _kinds(library, "trotsky")[0].tied]

    assert {"lenin", "stalin", "mercader", "zinoviev", "kamenev", "lev-sedov", "sedova"} <= {*first[:10]}
    assert "hitler" not in first[:10]
    assert _kinds(library, "left-opposition")[0].tied[0].entry == "trotsky"


@pytest.mark.parametrize("asked", ["lenin", "trotsky", "stalin"])
def test_the_years_in_a_pipe_are_those_of_the_tie(library: Library, asked: str) -> None:
    died = {"lenin": 1924, "trotsky": 1940, "stalin": 1953}[asked]
    people = [tied for tied in _kinds(library, asked)[0].tied if tied.first_year and "–" in tied.hows[0].years]

    assert every(tied.first_year <= tied.last_year for tied in people)
    assert every(str(tied.first_year) in tied.how and str(tied.last_year)[2:] in tied.how for tied in people)
    assert any(tied.last_year <= died for tied in people)


@pytest.mark.parametrize(
    ("text", "names", "clause"),
    [
        (
            "In 1953 Gerry Healy sided with Cannon against Pablo and became a leader of the Committee.",
            ("Healy", "Pablo"),
            "Gerry Healy sided with Cannon against Pablo and became a leader of the Committee",
        ),
        (
            "On 9 May 1951 Sedova, Trotsky's widow, broke with Pablo.",
            ("Sedova", "Pablo"),
            "Sedova, Trotsky's widow, broke with Pablo",
        ),
        ("From 1925 to 1928 Stalin was allied with Bukharin.", ("Stalin", "Bukharin"), "was allied with Bukharin"),
        ("When the congress met in June Lenin spoke of Martov.", ("Lenin", "Martov"), ""),
        ("Stalinists denied what Trotsky wrote.", ("Stalin", "Trotsky"), ""),
        (
            "In 1907 Lenin met Martov, whom he had known for years.",
            ("Lenin", "Martov"),
            "met Martov, whom he had known for years",
        ),
        (
            "Lenin argued that Martov was right, because the others were wrong.",
            ("Lenin", "Martov"),
            "argued that Martov was right, because the others were wrong",
        ),
    ],
)
def test_a_sentence_is_told_in_a_clause_that_names_both(text: str, names: tuple[str, ...], clause: str) -> None:
    found = clause_of(text, names, names[0])

    assert (found.text if found else "") == clause


@pytest.mark.parametrize(
    ("text", "names", "clause"),
    [
        (  # an aside in the middle: what follows it belongs to what stands before it
            "In the war Stalin's men called Nin's party, the POUM, Trotskyist, although Trotsky had denounced it.",
            ("Nin", "Stalin"),
            "In the war Stalin's men called Nin's party, the POUM, Trotskyist, although Trotsky had denounced it",
        ),
        (
            "Trotsky credited Milyukov, the leader of the Kadets, Russia's liberal party, with the word.",
            ("Trotsky", "Milyukov"),
            "credited Milyukov, the leader of the Kadets, Russia's liberal party, with the word",
        ),
        (  # a list of what was done
            "The congress closed Lenin's debate, banned factions and ended requisitioning.",
            ("Lenin",),
            "The congress closed Lenin's debate, banned factions and ended requisitioning",
        ),
        (  # a year belongs to what it stands with
            "Zinoviev and Bukharin were rehabilitated only in 1988.",
            ("Zinoviev", "Bukharin"),
            "Zinoviev and Bukharin were rehabilitated only in 1988",
        ),
        ("They went on in secret; Serge described it.", ("Serge",), ""),
        ("Stalin had such officers arrested under Trotsky.", ("Stalin", "Trotsky"), ""),
        (
            "Until his expulsion Cannon led a faction with Shachtman.",
            ("Cannon", "Shachtman"),
            "Until his expulsion Cannon led a faction with Shachtman",
        ),
        (
            "Chen Duxiu, who had taken the side of Trotsky, was expelled from his party.",
            ("Trotsky", "Chen Duxiu"),
            "Chen Duxiu had taken the side of Trotsky",
        ),
        (
            "Deutscher, later the biographer of Trotsky, was expelled from his party.",
            ("Deutscher", "Trotsky"),
            "later the biographer of Trotsky",
        ),
    ],
)
def test_a_clause_stands_by_itself(text: str, names: tuple[str, ...], clause: str) -> None:
    found = clause_of(text, names, names[0])

    assert (found.text if found else "") == clause


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 1953 Healy sided with Cannon.", "1953"),
        ("From 1925 to 1928 Healy sided with Cannon.", "1925–1928"),
        ("By the end of 1920 Healy had sided with Cannon.", "by 1920"),
        ("Until 1917 Healy sided with Cannon.", "until 1917"),
        ("Healy sided with Cannon, who was expelled in 1928.", ""),
        ("By his own account of 1930 Healy sided with Cannon in July 1920: he was for peace.", ""),
    ],
)
def test_the_years_of_a_clause_are_those_with_which_its_sentence_begins(text: str, years: str) -> None:
    found = clause_of(text, ("Healy", "Cannon"), "Healy")

    assert found
    assert found.years == years
    assert found.text.removeprefix("had ").startswith("sided with Cannon")
    assert ("1930" in found.text) is ("1930" in text)  # by whose account it was is no part to be left out


@pytest.mark.sum
def test_no_tie_ends_in_the_middle_or_has_the_year_of_another_thing(library: Library) -> None:
    entries = library.pack.entries.values()
    own_ids = [each.id for each in entries if each.kind in (Kind.PERSON, Kind.ORGANISATION, Kind.EVENT)]
    rows = [(own_id, tied) for own_id in own_ids for kind in _kinds(library, own_id) for tied in kind.tied]
    told = [(own_id, tied, how) for own_id, tied in rows for how in tied.hows if how.is_said and not how.is_whole]
    torn = re.compile(
        r"\b(?:a|an|and|as|at|but|by|for|from|in|into|of|(?<!going )(?<!\d )on|or|only|than|that|the|to|with|who|whom)$"
    )
    vague = re.compile(r"named with|spoke of|in (?:its|\S+'s) words")

    assert len(told) > 500
    assert [how.label for _, _, how in told if torn.search(how.label)] == []
    assert [how.label for _, tied in rows for how in tied.hows if vague.match(how.label)] == []


@pytest.mark.parametrize(
    ("asked", "other", "years"),
    [
        ("red-army", "russian-civil-war", (1918, 1920)),
        ("cold-war", "pablo", (0, 0)),
        ("trotsky", "van-heijenoort", (1932, 1939)),
    ],
)
def test_a_tie_has_its_own_years_and_none_of_the_other_entry(
    library: Library, asked: str, other: str, years: tuple[int, int]
) -> None:
    [tied] = [tied for kind in _kinds(library, asked) for tied in kind.tied if tied.entry == other]

    assert (tied.first_year, tied.last_year) == years


@pytest.mark.parametrize(
    ("person", "text", "is_other"),
    [
        ("ivan-smirnov", "A book on them by Alexei Smirnov came out.", True),
        ("clr-james", "It was formed around James Robertson.", True),
        ("clr-james", "The Trotskyist James led a tendency.", False),
        ("dewey", "The Dewey Commission met in Mexico.", False),
    ],
)
def test_others_of_one_name_are_told_apart(library: Library, person: str, text: str, is_other: bool) -> None:
    assert only_namesakes(library.pack, library.pack.entries[person], text) is is_other


def test_the_days_of_a_year_are_in_order(library: Library) -> None:
    days = [tie.first for tie in _ties_in_order(library, "trotsky", "kronstadt") if tie.first.year == 1921]

    assert len(days) > 1
    assert days == sorted(days)


def _ties_in_order(library: Library, one: str, other: str) -> list[Tie]:
    groups = ties_between(library.pack, one, other, steps_between(library, one, other))
    return sorted((tie for group in groups for tie in group.ties), key=lambda tie: tie.place)


def test_an_opinion_is_told_whole_or_not_at_all() -> None:
    reason = "because so many things that nobody had foreseen or could have known of in that year went wrong for them"

    assert clause_of(f"Lenin argued that Martov was right, {reason}, as we see.", ("Lenin", "Martov")) is None
    assert clause_of(f"Lenin left Martov, {reason}.", ("Lenin", "Martov")) == Clause("Lenin left Martov")


def test_a_name_within_that_of_somebody_else_ties_nobody(library: Library) -> None:
    told = {own_id: fact_sentence(library.pack, fact) for own_id, fact in library.pack.facts.items()}
    both = {own_id for own_id, text in told.items() if "Trotsky" in text and "James P. Cannon" in text}
    of_another = {own_id for own_id in both if "C. L. R." not in told[own_id]}

    assert of_another
    assert of_another.isdisjoint(step.fact.id for step in _direct(library, "trotsky", "clr-james") if step.fact)


def test_works_stand_by_year_in_a_pipe_with_the_year_in_a_column(library: Library) -> None:
    kinds = ties_of(library.pack, "lenin", neighbours(library, "lenin"))
    [table] = (block for block in links_document("lenin", "Lenin", kinds).blocks if isinstance(block, Table))
    rows = [["".join(span.text for span in cell) for cell in row] for row in table.rows]
    dated = [(row[1], int(row[2])) for row in rows if row[4] == "Works" and row[2]]

    assert len(dated) > 3
    assert dated == sorted(dated)
    assert {tie for tie, _ in dated} == {"author"}


def test_of_many_ties_the_strongest_are_kept_in_order_of_time(printers: Library) -> None:
    groups = ties_between(printers.pack, "adler", "ebert", direct_ties(printers, "adler", "ebert"))
    every = sorted((tie for group in groups for tie in group.ties), key=lambda tie: tie.place)
    kept = _strongest(groups, 2)

    assert [tie for tie in every if tie in kept] == kept
    assert len(kept) == 2


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize(
    ("one", "other"),
    [("trotsky", "stalin"), ("lenin", "stalin"), ("zinoviev", "trotsky"), ("lenin", "trotsky"), ("stalin", "kamenev")],
)
def test_the_first_screen_goes_from_the_first_tie_to_the_last(
    library: Library, one: str, other: str, width: int
) -> None:
    groups = _direct_ties(library, one, other)
    [picture] = [
        block
        for block in pair_document(library.pack, (one, other), groups, lines=SCREEN).blocks
        if isinstance(block, Picture)
    ]
    lines = [words(each) for each in picture.draw(width)]
    years = [int(each[:4]) for each in lines if each[:4].isdigit()]
    first, last = (tie.first.year for tie in _strongest(groups, 2))

    assert len(lines) < SCREEN
    assert last in years
    assert years == sorted(years)
    assert first in years or width == 40  # where only the strongest are
    ties = [tie for group in groups for tie in group.ties]
    best = max(ties, key=lambda tie: tie.rank)
    assert any("–" in each[:7] for each in lines) or {
        tie.first.year for tie in ties if tie == best or (best.company and tie.company == best.company)
    } & {*years}


def test_those_who_took_part_in_an_event_are_tied_by_it_in_words_that_name_both(library: Library) -> None:
    steps = [step for step in _steps(library, "trotsky", "zinoviev") if step.event]

    told = [fact_sentence(library.pack, step.fact) for step in steps if step.fact]
    assert "Leon Trotsky led the October Revolution; Grigory Zinoviev opposed it." in told
    assert every("Trotsky" in each and "Zinoviev" in each for each in told)


@pytest.mark.parametrize(
    ("one", "other"), [("trotsky", "stalin"), ("lenin", "stalin"), ("trotsky", "bukharin"), ("trotsky", "kamenev")]
)
def test_every_tie_names_both(library: Library, one: str, other: str) -> None:
    names = [library.pack.entries[each].name.rpartition(" ")[2] for each in (one, other)]
    ties = [tie for group in _ties(library, one, other) for tie in group.ties]

    assert [tie.text for tie in ties if not all(name in tie.text for name in names)] == []


def test_a_name_within_a_title_names_nobody(library: Library) -> None:
    told = [step.fact.id for step in _direct(library, "trotsky", "stalin") if step.fact]

    assert "legend-of-trotskyism.bukharin-theoretician" not in told
    assert "legend-of-trotskyism.made-up" in told  # Stalin is also beside the title of the book
    assert "issue-testament.stalin-1927" in [s.fact.id for s in _direct(library, "lenin", "stalin") if s.fact]


@pytest.mark.parametrize("width", [40, 80])
def test_the_main_dispute_and_the_gravest_deeds_are_on_the_first_screen(library: Library, width: int) -> None:
    shown = " ".join(" ".join(_drawn(library, "trotsky", "stalin", width)).split())

    for told in ("Socialism in One Country against Trotsky's", "Trotsky be deported", "The murder of Trotsky"):
        assert told in shown
    assert "POUM" not in shown
    assert "…" not in shown


@pytest.mark.parametrize("width", [40, 80])
def test_a_happening_is_told_once_and_in_order_of_its_days(library: Library, width: int) -> None:
    shown = " ".join(" ".join(_drawn(library, "trotsky", "zinoviev", width)).split())
    parted = " ".join(" ".join(_drawn(library, "cannon", "shachtman", width)).split())

    assert shown.count("expelled") == 1
    assert "The expulsion" not in shown
    assert "set off the literary discussion" not in shown
    assert parted.index("were expelled") < parted.index("founded the Trotskyist")


def test_an_event_ties_nobody_whose_death_it_followed_or_who_only_dates_it(library: Library) -> None:
    lenin = shared_events(library, "lenin", "stalin", _direct(library, "lenin", "stalin"))
    dated = [step.event for step in lenin if only_dates(library.pack, step)]

    assert "literary-discussion" not in [step.event for step in lenin]
    assert "ban-on-factions" in dated


def test_the_first_and_the_last_deed_are_told_before_all_unless_something_weightier_came_later() -> None:
    first, weighty, last = (
        Tie("a", rank=8, deed=8, first=date(1920, 1, 1)),
        Tie("b", rank=9, first=date(1921, 1, 1)),
        Tie("c", rank=1, deed=1, first=date(1922, 1, 1)),
    )
    later = Tie("d", rank=9, first=date(1923, 1, 1))

    assert [tie.text for tie in _by_strength([TieGroup("", (first, weighty, last))])] == ["c", "a", "b"]
    assert [tie.text for tie in _by_strength([TieGroup("", (first, weighty, last, later))])] == ["a", "b", "d", "c"]


def test_what_tells_the_same_stands_last() -> None:
    words = frozenset({"union", "founded"})
    ties = [Tie(text, rank=rank, first=date(1920, 1, 1), words=words) for text, rank in (("a", 9), ("b", 8))]
    other = Tie("c", rank=1, first=date(1920, 1, 1), words=frozenset({"left"}))

    assert [tie.text for tie in _by_strength([TieGroup("", (*ties, other))])] == ["a", "c", "b"]


def test_the_testament_comes_before_georgia_where_there_is_little_room(library: Library) -> None:
    shown = " ".join(_drawn(library, "lenin", "stalin", 40))

    for told in ("April Theses", "would always use it", "asked that Stalin", "be removed", "General Secretary in May"):
        assert told in " ".join(shown.split())


def test_of_two_who_are_tied_by_a_long_quotation_alone_it_is_told_on_any_screen(printers: Library) -> None:
    quotation = Tie("Adler: “" + "a long word " * 30 + "of Ebert.”", rank=4, first=date(1920, 1, 1))
    document = pair_document(printers.pack, ("adler", "ebert"), (TieGroup("", (quotation,)),), lines=9)
    [picture] = [block for block in document.blocks if isinstance(block, Picture)]

    assert "of Ebert.”" in " ".join(words(each) for each in picture.draw(20))


def test_free_lines_have_the_remaining_ties(library: Library) -> None:
    shown = " ".join(" ".join(_drawn(library, "cannon", "shachtman", 80)).split())

    assert "were expelled from the American Communist party for Trotskyism" in shown
    assert "more tie" not in shown


@cache
def _drawn(library: Library, one: str, other: str, width: int) -> tuple[str, ...]:
    document = pair_document(library.pack, (one, other), _as_linked(library, one, other), differ=True, lines=SCREEN)
    [picture] = [block for block in document.blocks if isinstance(block, Picture)]
    return tuple(words(each) for each in picture.draw(width))


def test_what_a_third_one_says_of_their_things_ties_nobody(library: Library) -> None:
    owned = [
        step.fact.id for step in _direct(library, "lenin", "stalin") if step.fact and only_owns(library.pack, step)
    ]

    assert "zinoviev-kamenev-stalin-bloc.date" in owned  # in *Lenin's* illness, *Stalin's* bloc
    assert none(only_owns(library.pack, step) for step in _direct(library, "trotsky", "deutscher"))


def test_no_quotation_is_cut(library: Library) -> None:
    groups = _direct_ties(library, "luxemburg", "lenin")
    document = pair_document(library.pack, ("luxemburg", "lenin"), groups, lines=SCREEN)
    for width in (40, 80, 120):
        [picture] = [block for block in document.blocks if isinstance(block, Picture)]
        shown = " ".join(words(each) for each in picture.draw(width))
        assert shown.count("“") == shown.count("”")


def test_who_leads_what_splits_takes_part(library: Library) -> None:
    fact = library.pack.facts["trial-of-the-sixteen.charge"]
    split = fact._replace(text="In April Max Shachtman's minority left James P. Cannon's Socialist Workers Party.")

    assert every(takes_part(library.pack, split, end) for end in ("cannon", "shachtman"))
    assert not takes_part(library.pack, fact._replace(text="It was shown in Cannon's history."), "cannon")


def _first_screen(library: Library, one: str, other: str, width: int) -> str:
    return " ".join(" ".join(_drawn(library, one, other, width)).split())


@cache
def _all_told(library: Library, one: str, other: str) -> tuple[str, ...]:
    """The lines of all that ties two."""
    return tuple(plain_text(pair_document(library.pack, (one, other), _as_linked(library, one, other))).splitlines())


def _rows_told(library: Library, one: str, other: str) -> list[str]:
    """The ties themselves, between the title and what stands below them, if anything does."""
    _, *told = _all_told(library, one, other)
    return told[: told.index("")] if "" in told else told


def test_of_one_alliance_and_one_expulsion_one_row_is_told_and_what_adds_to_it(library: Library) -> None:
    told = _all_told(library, "trotsky", "zinoviev")

    united = [each for each in told if "United Opposition" in each]
    alliance = [each for each in united if re.search(r"\b(formed|joined|led|alliance)\b", each)]
    assert len(alliance) == 1
    assert sum("1927" in each and "November" in each and "expelled" in each for each in told) == 1
    assert any("1928" in each and "readmitted" in each for each in told)


def test_a_work_and_an_event_of_one_name_have_one_head(library: Library) -> None:
    steps = steps_between(library, "trotsky", "zinoviev")
    heads = [group.title for group in each_once(ties_between(library.pack, "trotsky", "zinoviev", steps))]

    assert [each for each in heads if each.startswith("Platform")] == ["Platform of the Opposition, Sep 1927"]
    assert "The Permanent Revolution, written 1928–1929, published 1930" in heads


@pytest.mark.parametrize(("one", "other"), [("trotsky", "zinoviev"), ("lenin", "stalin"), ("trotsky", "stalin")])
def test_all_ties_are_dated_and_in_order_of_time(library: Library, one: str, other: str) -> None:
    rows = _rows_told(library, one, other)
    years = [int(found[1]) for each in rows if (found := re.match(r"(?:\d{1,2} \w{3} |\w{3} )?(\d{4})", each))]

    assert len(years) > 10
    assert years == sorted(years)
    assert every(re.search(r"\d{4}", each[:12]) for each in rows[: len(years)])  # what has no date stands last


def test_a_deed_stands_before_what_came_of_it(library: Library) -> None:
    told = _all_told(library, "trotsky", "zinoviev")
    deed, result = (
        next(n for n, each in enumerate(told) if part in each) for part in ("on 14 November", "The expulsion of")
    )

    assert deed < result


@pytest.mark.parametrize(
    ("one", "other"), [("trotsky", "zinoviev"), ("trotsky", "stalin"), ("stalin", "bukharin"), ("pablo", "cannon")]
)
@pytest.mark.parametrize("width", [40, 80])
def test_as_many_further_ties_are_counted_as_are_told_with_them(
    library: Library, one: str, other: str, width: int
) -> None:
    drawn = _drawn(library, one, other, width)
    counted = re.search(r"And (\d+) more ties?", " ".join(drawn))
    rows = sum(bool(re.match(r"\d{4}", each)) for each in drawn)

    assert rows + (int(counted[1]) if counted else 0) == len(_rows_told(library, one, other))


def test_the_whole_of_it_is_summed_up_and_an_end_that_the_other_had_a_part_in_told_last(library: Library) -> None:
    fought = " ".join(" ".join(_drawn(library, "trotsky", "stalin", 80)).split())
    allied = [*_drawn(library, "stalin", "bukharin", 80)]
    rows = [each for each in allied if each[:4].isdigit()]

    assert "1923–40 Trotsky fought against Stalin" in fought
    assert sum("allied" in each for each in allied) == 1
    assert none("ally until" in each for each in allied)
    assert rows[-1].startswith("1938     In March Bukharin")


def test_what_came_of_it_later_stands_under_its_own_year_and_opposed_sides_are_put_plainly(library: Library) -> None:
    rows = _drawn(library, "trotsky", "zinoviev", 80)

    assert "1928  Zinoviev and Kamenev gave in and were readmitted." in rows
    assert "1917  Trotsky led the October Revolution; Zinoviev opposed it." in rows


def test_what_came_of_an_event_stands_at_the_end_of_it(library: Library) -> None:
    groups = _ties(library, "trotsky", "stalin")
    [laid] = [tie for group in groups for tie in group.ties if "blamed Stalin for the defeat" in tie.brief]

    assert laid.first.year == 1927


def test_on_a_narrow_screen_each_turn_has_a_row(library: Library) -> None:
    years = [each[:4] for each in _drawn(library, "trotsky", "zinoviev", 40) if each[:4].isdigit()]

    assert years == ["1917", "1926", "1927", "1936"]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_sentence_is_broken_by_its_year(library: Library, width: int) -> None:
    told = " ".join(" ".join(_drawn(library, "trotsky", "stalin", width)).split())

    assert "put together, Trotsky" not in told
    assert "Until 1929" not in told
    assert "Until his death" not in told
    assert "Revolution of the years" not in told


@pytest.mark.parametrize("width", [40, 80])
def test_what_was_over_in_a_year_is_no_row_of_it_and_a_year_is_told_once(library: Library, width: int) -> None:
    rows = _first_screen(library, "stalin", "bukharin", width)

    assert "Until 1927" not in rows
    assert "in the grain crisis" in rows
    assert not re.search(r"\b1951:? +In 1951", _first_screen(library, "pablo", "cannon", width))
    assert re.search(r"1951–53:? +Michel Pablo", _first_screen(library, "pablo", "cannon", width))


def test_of_two_rows_of_one_event_and_month_the_one_with_its_point_is_told(library: Library) -> None:
    rows = _first_screen(library, "lenin", "stalin", 80)

    assert rows.count("April Theses") == 1
    assert "April Theses: no support for the Provisional Government, all power to the soviets." in rows
    assert rows.count("1924 ") == 1
    assert "Zinoviev and Kamenev had defended him" in rows


def test_an_alliance_of_others_is_told_once_with_its_years(library: Library) -> None:
    [troika] = [each for each in _all_told(library, "lenin", "stalin") if "when Lenin was ill" in each]

    assert "to 1925" in troika


def test_what_others_did_after_a_life_ties_nobody(library: Library) -> None:
    told = "\n".join([*_all_told(library, "trotsky", "stalin"), *_all_told(library, "lenin", "stalin")])

    assert "wrote critical lives" not in told
    assert "Alan Woods" not in told
    assert "Natalia Sedova" not in told
    assert "Moshe Lewin wrote Lenin's Last Struggle (1968" not in told


def test_what_is_quoted_or_told_of_one_alliance_is_not_told_again(library: Library) -> None:
    told = _all_told(library, "trotsky", "stalin")

    assert sum("triumvirate" in each for each in told) == 1
    assert none(each.startswith("1918: In Pravda on 6 November Stalin wrote") for each in told)
    assert any("6 Nov 1918" in each and "“" in each for each in told)


def test_under_the_head_of_a_work_stands_nothing_of_a_later_year(library: Library) -> None:
    told = _all_told(library, "trotsky", "stalin")
    [head] = [place for place, each in enumerate(told) if each.startswith("Stalin's Pravda article")] or [0]

    assert head == 0 or "On 19 November 1924" not in told[head + 1]


def test_no_year_is_cut_out_of_the_month_that_something_is_of() -> None:
    told = "Stalin's doctrine of December 1924 contradicts it"

    assert without_year(told, "1924") == told
    assert without_year("In December 1924 it began", "1924") == "In December it began"


@pytest.mark.sum
def test_every_name_has_ties(library: Library) -> None:
    entries = library.pack.entries
    untied = [own_id for own_id in entries if own_id != library.pack.article and not _kinds(library, own_id)]

    assert len(entries) > 300
    assert untied == []


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("trotsky", "mercader"),
        ("trotsky", "frida-kahlo"),
        ("trotsky", "chen-duxiu"),
        ("chen-duxiu", "trotsky"),
        ("trotsky", "assassination-of-trotsky"),
        ("trotsky", "dewey-commission"),
        ("expulsion-of-trotsky-from-the-party", "zinoviev"),
    ],
)
def test_whom_a_sentence_ties_to_another_is_among_his_ties(library: Library, asked: str, other: str) -> None:
    assert other in [tied.entry for kind in _kinds(library, asked) for tied in kind.tied]


@pytest.mark.parametrize("own_id", ["chen-duxiu", "cannon", "zinoviev"])
def test_no_tie_is_told_in_a_torn_sentence_or_a_count(library: Library, own_id: str) -> None:
    people, *_ = _kinds(library, own_id)
    hows = [how.label for tied in people.tied for how in tied.hows if not how.is_whole]

    assert none(how.endswith(library.pack.entries[own_id].name) or "together" in how for how in hows)


@pytest.mark.parametrize("own_id", ["lenin", "trotsky", "zinoviev", "poum"])
@pytest.mark.parametrize("width", [40, 80])
def test_the_ties_of_one_are_a_screen_that_says_how_many_it_leaves_out(
    library: Library, own_id: str, width: int
) -> None:
    kinds = _kinds(library, own_id)
    shown = drawn_of(links_document(own_id, "Somebody", kinds), width).splitlines()
    counted = [(int(some), int(every)) for line in shown for some, every in re.findall(r"\((\d+) of (\d+)\)$", line)]
    named = {line.split(" (")[0] for line in shown}
    foot = next((line for line in shown if re.match(r"\d+ more", line)), "")

    assert len(shown) <= SCREEN
    assert every(0 < some < every for some, every in counted)
    assert every(
        kind.label in named or kind.label.lower().removesuffix("s") in " ".join(shown[shown.index(foot) :])
        for kind in kinds
    )


def test_a_tie_says_what_one_was_to_the_other_and_when_a_body_was_founded(library: Library) -> None:
    told = {tied.entry: tied.how for kind in _kinds(library, "lenin") for tied in kind.tied}

    assert told["krupskaya"] == "Lenin's wife from 1898"
    assert re.fullmatch(r"founded .*1919", told["comintern"])


@pytest.mark.parametrize(
    ("years", "bounds"), [(("1926",), (1926, 1926)), (("until 1927",), (0, 1927)), (("from 1908",), (1908, 0))]
)
def test_what_has_no_known_end_has_none_in_a_pipe(years: tuple[str, ...], bounds: tuple[int, int]) -> None:
    hows = tuple(How("allied", each, each) for each in years)
    told = [year for how in hows for year in how.first_and_last]

    assert Tied("adler", "Adler", hows, 1, min(told), max(told)).bounds == bounds


@pytest.mark.parametrize(
    ("label", "years"),
    [
        ("wrote Kronstadt 1921", ()),
        ("wrote The Russian Revolution 1917–1936", ()),
        ("headed the rebels of March 1921", (1921, 1921)),
        ("In 1921 he headed the rebels", (1921, 1921)),
        ("wrote Kronstadt 1921 in 1970", (1970, 1970)),
        ("wrote Russia Twenty Years After (New York 1937)", (1937, 1937)),
        ("wrote a life of Stalin, published in French 1935", (1935, 1935)),
    ],
)
def test_a_year_in_the_title_of_a_work_is_not_the_year_of_a_tie(label: str, years: tuple[int, ...]) -> None:
    assert How(label, is_said=True).first_and_last == years


def test_who_wrote_of_an_event_is_not_tied_to_it_in_its_year(library: Library) -> None:
    tied = next(each for kind in _kinds(library, "kronstadt") for each in kind.tied if each.entry == "avrich")

    assert tied.how == "wrote Kronstadt 1921"
    assert tied.bounds == (0, 0)


def test_a_tie_and_its_years_stand_in_columns(library: Library) -> None:
    shown = drawn_of(links_document("lenin", "Lenin", _kinds(library, "lenin")), 80).splitlines()
    allied, testament = (next(line for line in shown if each in line) for each in ("Leon Trotsky", "Joseph Stalin"))

    assert allied.split("  ")[1].strip() == "Leon Trotsky"
    assert allied.rstrip().endswith("allied 1917–1923   1903–1923")  # two ways in one line have the years of both
    assert testament.rstrip().endswith("1923")


def test_who_led_the_same_body_have_one_row(library: Library) -> None:
    shown = drawn_of(links_document("hansen", "Joseph Hansen", _kinds(library, "hansen"), everything=True), 120)

    assert "Mandel, Maitan, Frank" in shown
    assert shown.count("which Hansen supported") == 1


@pytest.mark.parametrize(
    ("asked", "other", "among"),
    [("stalin", "lenin", 5), ("lenin", "stalin", 2), ("trotsky", "stalin", 1), ("trotsky", "mercader", 7)],
)
def test_who_matters_most_to_somebody_is_among_the_first(library: Library, asked: str, other: str, among: int) -> None:
    people, *_ = _kinds(library, asked)

    assert other in [tied.entry for tied in people.tied[:among]]


def test_no_sentence_is_told_of_two_if_the_second_has_another(library: Library) -> None:
    hows = _hows(library, "lenin")

    assert hows["kamenev"] != hows["stalin"]
    assert "Kamenev" in hows["kamenev"]


def test_those_whom_one_sentence_ties_have_one_row(library: Library) -> None:
    shown = drawn_of(links_document("mandel", "Mandel", _kinds(library, "mandel"), everything=True), 120)

    assert shown.count("in its United Secretariat") == 1
    assert "Frank, Pablo " in shown


@pytest.mark.parametrize("event", ["attack-of-may-1940", "assassination-of-trotsky"])
def test_what_a_fact_states_of_two_ties_them_directly_though_its_words_name_one(library: Library, event: str) -> None:
    for one, other in (("trotsky", event), (event, "trotsky")):
        facts = [step.fact for step in steps_between(library, one, other) if step.fact]
        assert any({fact.subject, fact.target} == {"trotsky", event} for fact in facts)


@pytest.mark.parametrize(("one", "other"), [("trotsky", "new-economic-policy"), ("new-economic-policy", "trotsky")])
def test_what_is_told_of_an_idea_ties_it_to_whom_it_names(library: Library, one: str, other: str) -> None:
    told = [step.fact.id for step in steps_between(library, one, other) if step.fact]

    assert "new-economic-policy.trotsky-1920" in told


def test_an_entry_is_tied_to_each_to_which_anything_ties_it_directly(library: Library) -> None:
    """What `links A B` tells of any two, `links A` has: the entries of a hand, each with every other one."""
    pack = library.pack
    for asked in ("kadets", "broue", "ta-thu-thau", "spanish-civil-war", "lenins-testament", "milyukov"):
        others = [each for each in pack.entries if each not in (asked, pack.article)]
        direct_to = {each for each in others if steps_between(library, asked, each)}

        assert direct_to
        assert direct_to <= {tied.entry for kind in _kinds(library, asked) for tied in kind.tied}
        assert direct_to == {*steps_to_all(library, asked)}


def test_no_other_word_and_no_namesake_ties_two(library: Library) -> None:
    tied = {tied.entry for kind in _kinds(library, "coyoacan") for tied in kind.tied}

    assert "communist-left-of-spain" not in tied  # the `ICE`, for an ice axe
    assert "capital" not in tied  # near the capital
    assert not steps_between(library, "mercader", "richard-day")  # the next day


@pytest.mark.parametrize("own_id", ["pablo", "trotsky", "october-revolution", "kadets", "blanquism"])
def test_a_sentence_stands_once_among_all_ties(library: Library, own_id: str) -> None:
    shown = drawn_of(links_document(own_id, "Somebody", _kinds(library, own_id), everything=True), 250)
    cells = [re.split(r"\s{2,}", line.strip()) for line in shown.splitlines()]
    clauses = [clause for _, clause, *_ in (each for each in cells if len(each) > 1) if len(clause) > 60]

    assert clauses
    assert len(clauses) == len({*clauses})


@pytest.mark.parametrize(
    ("asked", "other"), [("zinoviev", "bukharin"), ("kamenev", "bukharin"), ("bukharin", "kamenev")]
)
def test_a_list_of_names_is_the_last_tie_of_those_in_it(library: Library, asked: str, other: str) -> None:
    assert "cleared" not in _hows(library, asked)[other]


def test_what_somebody_led_stands_before_what_he_joined(library: Library) -> None:
    bodies = next(kind for kind in _kinds(library, "zinoviev") if kind.label == "Organisations")

    first = [tied.entry for tied in bodies.tied]

    assert first[0] == "comintern"
    assert first.index("petrograd-soviet") < first.index("bolsheviks")


@pytest.mark.parametrize(
    ("asked", "label", "first"),
    [
        ("october-revolution", "Organisations", "military-revolutionary-committee"),
        ("spain", "Organisations", "poum"),
        ("bolsheviks", "Events", "split-of-the-rsdlp"),
    ],
)
def test_the_chief_body_of_an_event_and_the_chief_event_of_a_body_come_first(
    library: Library, asked: str, label: str, first: str
) -> None:
    kind = next(kind for kind in _kinds(library, asked) if kind.label == label)

    assert kind.tied[0].entry == first


def test_no_clause_speaks_of_him_whose_name_is_cut() -> None:
    text = "Diego Rivera, who had sheltered him in Mexico, broke with Trotsky in 1939."

    assert clause_of(text, ("Mexico",), "Rivera", of_person=True) is None


def test_who_took_part_in_what_is_told_of_another_is_tied_to_him_in_words_that_name_both(library: Library) -> None:
    told = [
        fact_sentence(library.pack, step.fact)
        for step in steps_between(library, "antonov-ovseenko", "lenin")
        if step.fact
    ]

    assert any("Antonov-Ovseenko took part" in text and "at Lenin's demand" in text for text in told)
    assert steps_between(library, "mercader", "lenin") == ()


def test_a_clause_does_without_a_year_that_its_sentence_had_in_brackets() -> None:
    text = "Lenin answered Kautsky's Dictatorship (1918) at the end of the same year with The Renegade Kautsky."
    clause = clause_of(text, ("Kautsky", "Lenin"), "Lenin")

    assert clause == Clause("answered Kautsky's Dictatorship with The Renegade Kautsky")


def test_no_row_of_a_first_screen_is_empty_and_no_word_of_a_name_is_cut(library: Library) -> None:
    names = {entry.name for entry in library.pack.entries.values()}
    for own_id in ("mandel", "gpu", "mexico", "socialism-in-one-country", "french-revolution", "moscow-trials"):
        shown = drawn_of(links_document(own_id, "Somebody", _kinds(library, own_id)), 80)

        assert not [line for line in shown.splitlines() if line.strip() in names and not line.startswith("    ")]
        assert "democrati\n" not in shown.replace(" ", "")


@pytest.mark.parametrize("own_id", ["mexico", "romanov-state", "gpu"])
def test_what_another_row_tells_is_said_by_the_name_of_that(library: Library, own_id: str) -> None:
    shown = drawn_of(links_document(own_id, "Somebody", _kinds(library, own_id), everything=True), 120)
    told = [line for line in shown.splitlines() if re.search(r" see [A-Z]", line)]

    assert told
    assert every(found[1] in shown for line in told if (found := re.search(r" see (\S+)", line)))


@pytest.mark.parametrize("own_id", ["thirteenth-congress", "history-of-the-russian-revolution"])
def test_no_row_waits_while_the_screen_has_room(library: Library, own_id: str) -> None:
    shown = drawn_of(links_document(own_id, "Somebody", _kinds(library, own_id)), 80).splitlines()
    kinds = [line for line in shown if line.startswith(("People", "Organisations"))]

    assert len(shown) > SCREEN - 4 or not any("more" in line for line in shown[-2:])
    assert kinds


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("bukharin", "Joseph Stalin"),
        ("kamenev", "Joseph Stalin"),
        ("serge", "Trotsky"),
        ("milyukov", "Provisional Government"),
        ("gpu", "Dzerzhinsky"),
        ("moscow-trials", "Zinoviev"),
        ("spain", "Civil War"),
        ("pablo", "Pabloism"),
        ("shachtman", "third camp"),
        ("shachtman", "bureaucratic collectivism"),
        ("bolsheviks", "Mensheviks"),
        ("mensheviks", "Bolsheviks"),
        ("brest-litovsk", "Germany"),
        ("mexico", "assassination of Trotsky"),
        ("fourth-international", "founding of the Fourth International"),
        ("trotskyism", "permanent revolution"),
        ("kamenev", "Vladimir Lenin"),
        ("radek", "Trotsky"),
    ],
)
def test_the_chief_tie_stands_on_the_first_screen(library: Library, asked: str, other: str) -> None:
    shown = drawn_of(links_document(asked, "Somebody", _kinds(library, asked)), 80)

    assert set(other.split()) <= set(re.findall(r"\w+", shown))


@pytest.mark.parametrize("asked", ["shachtman", "fourth-international", "bolsheviks", "luxemburg"])
def test_an_idea_that_is_everywhere_stands_last(library: Library, asked: str) -> None:
    ideas = next(kind for kind in _kinds(library, asked) if kind.label == "Ideas").tied
    common = [tied.is_by_the_way for tied in ideas if tied.entry in ("proletariat", "trotskyist-term")]

    assert every(common)
    assert not ideas[0].is_by_the_way


def test_the_year_of_a_tie_is_not_that_of_the_historian_and_its_two_facts_are_of_one_time(library: Library) -> None:
    assert every(tied.first_year < 1990 for kind in _kinds(library, "lenins-return") for tied in kind.tied)
    assert "which Pablo led" not in _hows(library, "pablo").get("stalin", "")


def test_an_office_is_told_in_its_own_words_with_its_years(library: Library) -> None:
    assert _hows(library, "milyukov")["provisional-government"].startswith("Minister of Foreign Affairs")
    assert _hows(library, "gpu")["dzerzhinsky"].startswith("led it")


def test_no_tie_begins_in_the_middle_of_what_was_told() -> None:
    found = clause_of("And from 1934 on Ta Thu Thau wrote for La Lutte.", ("Ta Thu Thau", "La Lutte"), "Somebody")

    assert found is not None
    assert not found.text.startswith("And")


@pytest.mark.parametrize("own_id", ["kamenev", "stalin", "trotsky", "bukharin", "bolsheviks", "lenin"])
def test_no_long_sentence_takes_the_room_of_others(library: Library, own_id: str) -> None:
    shown = drawn_of(links_document(own_id, "Somebody", _kinds(library, own_id)), 80).splitlines()
    rows = re.split(r"\n(?=  \S|\S)", "\n".join(shown))
    heights = [len(row.strip().splitlines()) for row in rows if row.startswith("  ")]

    assert "…" not in "".join(shown)
    assert len(shown) >= SCREEN - 1
    assert max(heights) <= 3
    assert heights.count(3) <= 3


def test_two_ways_stand_in_one_line_where_they_fit(library: Library) -> None:
    kinds = _kinds(library, "bukharin")
    row = next(
        line for line in drawn_of(links_document("bukharin", "Bukharin", kinds), 80).splitlines() if "1928" in line
    )

    assert row.rstrip().endswith(" 1925–1928")
    assert "allied 1925–1928; broke 1928" in row


@pytest.mark.parametrize(
    ("text", "people", "bare"),
    [
        (
            "The American historian of anarchism Avrich wrote Kronstadt 1921.",
            ("Avrich",),
            "Avrich wrote Kronstadt 1921.",
        ),
        (
            "In 1940 the agent Mercader, an agent of the secret police, struck Trotsky.",
            ("Mercader", "Trotsky"),
            "In 1940 the agent Mercader struck Trotsky.",
        ),
        ("The leadership of Lenin had won.", ("Lenin",), "The leadership of Lenin had won."),
    ],
)
def test_what_people_are_is_no_part_of_what_they_did(text: str, people: tuple[str, ...], bare: str) -> None:
    assert without_description(text, people) == bare


def test_no_list_of_deeds_ends_before_its_last() -> None:
    text = "Mandel joined the Belgian Trotskyists in his teens, took part in the resistance and was sent to a camp."

    found = clause_of(text, ("Mandel", "Trotskyists"), "Trotskyists")

    assert found is None or not found.text.endswith("resistance")


def test_where_one_was_born_or_died_waits_for_others(library: Library) -> None:
    places = next(kind for kind in _kinds(library, "milyukov") if kind.label == "Places").tied
    of_life = [tied.is_by_the_way for tied in places if tied.how.startswith(("born", "died"))]

    assert of_life
    assert every(of_life)


def test_those_whom_one_sentence_names_have_one_row_of_a_trial(library: Library) -> None:
    shown = drawn_of(links_document("moscow-trials", "Moscow Trials", _kinds(library, "moscow-trials")), 80)

    assert {"Zinoviev", "Kamenev", "Bukharin"} <= set(re.findall(r"\w+", shown.split("Organisations")[0]))


def test_what_is_long_but_of_the_entry_itself_comes_before_what_only_names_it(library: Library) -> None:
    kinds = _kinds(library, "tony-cliff")
    shown = drawn_of(links_document("tony-cliff", "Tony Cliff", kinds), 80)

    assert "permanent revolution" in shown
    assert "Goldman" not in shown


def test_one_sentence_that_names_many_in_an_event_is_told_of_each(library: Library) -> None:
    people = next(kind for kind in _kinds(library, "moscow-trials") if kind.label == "People").tied
    accused = {tied.sentence for tied in people if tied.entry in ("zinoviev", "kamenev", "bukharin", "pyatakov")}

    assert len(accused) == 1
