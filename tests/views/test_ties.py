"""Ties: everything that names two, in groups; a chain of sentences that join; and what one is tied to."""

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties import chain, direct, neighbours
from trotskyism_cli.views.ties import strongest, ties_between, ties_of


def test_all_direct_ties_are_found_dated_and_grouped(printers: Library) -> None:
    groups = ties_between(printers.pack, "adler", "ebert", direct(printers, "adler", "ebert"))

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
    assert "adler-to-ebert" not in {step.fact.subject for step in direct(printers, "adler", "ebert") if step.fact}


def test_a_chain_goes_through_sentences_that_name_both_their_ends(printers: Library) -> None:
    steps = chain(printers, "adler", "federation")

    assert [step.end for step in steps] == ["union", "federation"]
    assert all(step.fact for step in steps)


def test_no_chain_goes_through_a_fragment(printers: Library) -> None:
    assert not any(step.quote for step in chain(printers, "adler", "union"))


def test_what_one_is_tied_to_is_grouped_by_kind_the_most_important_first(printers: Library) -> None:
    kinds = ties_of(printers.pack, "ebert", neighbours(printers, "ebert"))

    assert [kind.label for kind in kinds] == ["People", "Organisations", "Ideas", "Works"]
    assert [(tied.entry, tied.how) for tied in kinds[1].tied] == [("union", "founded"), ("north", "led 1852–1871")]


def test_of_many_ties_the_strongest_are_kept_in_order_of_time(printers: Library) -> None:
    groups = ties_between(printers.pack, "adler", "ebert", direct(printers, "adler", "ebert"))
    every = sorted((tie for group in groups for tie in group.ties), key=lambda tie: tie.first)
    kept = strongest(groups, 2)

    assert [tie for tie in every if tie in kept] == kept
    assert min(tie.rank for tie in kept) >= max(tie.rank for tie in every if tie not in kept)
