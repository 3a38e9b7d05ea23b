"""What has no entry, or is only counted, lived in or explained elsewhere: the line that tells of it, or none."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # what is only told of under something else
        ("what was trotsky's train", "moving headquarters in the Civil War, an armoured train"),
        ("what was the military opposition", "attacked the powers of former tsarist officers"),
        (
            "what was the georgian affair",
            "Conflict of Stalin and Sergo Ordzhonikidze",
        ),  # no congress that decided on it
        ("what was order 00447", "set for each region how many people were to be shot"),
        ("what was the winter palace", "where the Provisional Government sat, was taken"),
        ("what happened in the minneapolis strikes", "Three strikes of the truck drivers' union"),
        ("what happened after lenin died", "kept up its campaign against Trotsky"),
        # who and how many
        ("who were trotsky's parents", "David Bronstein, a hard-working farmer"),
        ("who was trotsky's father", "David Bronstein, a hard-working farmer"),
        ("how many people were shot in the great purge", "681,692 people were sentenced to death"),
        ("how many people were in the red army", "grew to about a million men"),
        ("how many soldiers did the red army have", "grew to about a million men"),
        ("how big was the red army", "grew to about a million men"),
        # what somebody holds, and how he saw another
        ("what do trotskyists believe", "the theory of permanent revolution, working class internationalism"),
        ("what do marxists believe", "history as a succession of orders divided into classes"),
        ("how did lenin describe trotsky in his testament", "perhaps the most able man in the Central Committee"),
        ("how did trotsky characterise fascism", "fascism directed the petty bourgeoisie"),
        ("where did trotsky live in turkey", "most of the time on Büyükada"),
        # yes or no
        ("did trotsky have jewish origins", "Trotsky was of Jewish origin, born into a family of farmers"),
        ("is trotskyism a form of marxism", "the current of Marxism that rests on"),
    ],
)
def test_the_line_on_it_is_the_answer(library: Library, question: str, answer: str) -> None:
    direct = view_of(library, question).direct

    assert direct is not None
    assert answer in f"{direct.text} {direct.further}"


@pytest.mark.parametrize(
    "question",
    [
        "what was operation nikolai",
        "what was novy mir",  # no city
        "what was the workers' group",
        "what happened in the vienna years",
        "what happened after the civil war",  # its outcome is no part of what came after
        "how many bolsheviks were there in 1917",  # no day of a month is that
        "where was zinoviev tried",
        "what caused the civil war",  # when it began is no cause
    ],
)
def test_what_only_shares_its_words_is_said_not_to_tell_it(library: Library, question: str) -> None:
    view = view_of(library, question)

    assert view.direct is None
    assert view.header


def test_the_row_that_leads_comes_before_what_somebody_was(library: Library) -> None:
    first = view_of(library, "did trotsky support the invasion of finland").hits[0]

    assert "invasion of Finland" in first.text


def test_a_name_of_an_entry_is_no_thing_within_it(library: Library) -> None:
    direct = view_of(library, "what was the october coup").direct

    assert direct is not None
    assert direct.text.startswith("October Revolution: ")
