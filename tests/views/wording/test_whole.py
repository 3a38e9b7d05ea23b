"""Where a sentence may end: with a whole clause, as true as all of it."""

import pytest

from tests.every_for_tests import every
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.wording.clauses import clauses
from trotskyism_cli.views.wording.question import question_of
from trotskyism_cli.views.wording.whole import ends_whole, stands_alone

CUT = "|"  # stands in a sentence where it would be cut


def _stands(sentence: str) -> bool:
    kept, left = sentence.split(CUT)
    return stands_alone(kept, left)


@pytest.mark.parametrize(
    "sentence",
    [
        "Adler stood with the old union|, which led the strike.",
        "Adler stood with the old union|, and left it in 1850.",
        "The printers struck in March|, when the type ran out.",
        "Adler held three offices|: he printed, bound and sold.",
        "Printer of the old school|, a founder of the union.",
        "The printers won|; Ebert left the town.",
        "The union dissolved|, so that its members might join another.",
        "Ebert was shot| because he had carried a letter.",
        "Societies of wage earners| that arose in 1848 to lead strikes.",
        "Adler was born at Gutenhain| in 1810; his father was a printer.",
        "It was by Adler's account a strike of journeymen|, which began in the north.",  # its holder stays
        "Adler wrote that the press was free|, and that he had freed it.",
    ],
)
def test_it_may_end_before_what_only_adds(sentence: str) -> None:
    assert _stands(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The union had betrayed its founders|, she held in 1838.",
        "His past among the masters should not be held against him|, the letter says.",
        "A few dozen masters direct and rule|, she goes on; but the shop is another thing.",
        "The press would fall behind|, said Adler.",
        "The strike was won by accident|, according to Ebert.",
        "The old type was worn out| in his view.",
        "The chamber opened|, as Ebert wrote in his memoirs.",
    ],
)
def test_a_claim_keeps_its_holder(sentence: str) -> None:
    assert not _stands(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Adler thought the strike avoidable|, but feared what a victory would bring.",
        "Both see Ebert as Adler's heir|, though Kern blames the idea itself.",
        "The masters looked to the town|, while the journeymen looked to the land.",
        "He asked for other masters|, and not for a seat beside them.",
        "For him the printers won| because the journeymen wanted what they wanted.",
        "Ebert told him in March that Adler had to go| because the press could not rely on him.",
        "Such a return Adler feared|, if the shops were given to one owner.",
    ],
)
def test_the_other_side_stays_and_so_does_the_reason_of_a_view(sentence: str) -> None:
    assert not _stands(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "These are names of 1848, for those| who gave up the press.",
        "Historian of the printers, asked| who had gained.",
        "He led them against the masters of| the town.",
        "He stood between Tiflis|, the capital, and Moscow.",
        "It fell short of Adler's| own plan.",
        "He made of it|, in November 1848, a name for all of them.",
        "A paper of the printers reported| in 1848 that Ebert planned it.",
        "He finds the strength of the union| in 1848 in an open shop.",
        "First a bourgeois|, then a workers' revolution.",
        "The makers of type began| in 1848, as a guild.",
    ],
)
def test_no_word_is_left_without_what_it_needs(sentence: str) -> None:
    assert not _stands(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The chamber's own inquiry, reported by Kern on 5 April 1851|, found that the strike was lawful.",
        "The American writer Max Adler, Ebert's translator|, died in 1869.",
        "Against this, the doctrine of Ebert|, the book was written.",
        "The crisis began the chain, and the shops|, filled by force, ended it.",
        "He spoke of the past; the new rule|, which ended it, came later.",
        "Though its enemies called it a guild|, the union belonged to no guild.",
        "In his rule, set out in Type (1848)|, a shop means that a master keeps the press.",
        "Even Adler|, who missed clear words in it, voted for the rule.",
        "Ebert told a meeting that the new union|, having won the strike, had marched on the town.",
        "Adler's parents were David Adler|, a printer, and his wife Anna.",
        "By April 1848, Kern writes|, the masters had overcome the strike.",
        "Members from abroad| who took Adler's part were punished.",
    ],
)
def test_no_subject_is_left_without_its_verb(sentence: str) -> None:
    assert not _stands(sentence)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Who printed first? Some say Adler.", "Who printed first?"),
        ("The quarrel of the union: could a shop do without a master? Adler said so.", None),
        ("In What Is to Be Done? Lenin asked for a party of revolutionaries.", ""),
        ("In Where Is Britain Going? Trotsky foresaw a revolution.", ""),
        ("In the speech Trotskyism or Leninism? Stalin attacked him.", ""),
        ("What Is to Be Done? was written in 1902.", ""),
        ("Stalin gave the speech Trotskyism or Leninism? in November 1924.", ""),
    ],
)
def test_the_mark_of_a_title_ends_no_question(text: str, asked: str | None) -> None:
    assert question_of(text) == (f"{text.partition('?')[0]}?" if asked is None else asked)


@pytest.mark.parametrize(
    "kept",
    [
        "Stalin merely continued the traditions of the Bolsheviks",
        "His non-Bolshevik past should not be held against him",
        "A few dozen party leaders direct and rule",
        "For him the Bolsheviks won",
        "He finds the strength of the Bolsheviks",
        "He made of it, in November 1924",
        "Against this, the doctrine of Stalin",
        "These are names of 1908–10, for those",
        "The Cheka's own inquiry, reported by Yakov Agranov on 5 April 1921",
        "In September 1920 Lenin told a party conference that Soviet Russia",
        "According to the memoirs of Pavel Sudoplatov, Stalin told him in March 1939 that Trotsky had to be killed",
        "In The Bolsheviks Come to Power (1976) Alexander Rabinowitch argued that the Bolsheviks won",
    ],
)
def test_what_readers_of_the_book_found_broken_is_no_clause_now(built_in: Pack, kept: str) -> None:
    facts = [fact_sentence(built_in, fact) for fact in built_in.facts.values()]
    notes = [option.note for question in built_in.questions.values() for option in question.options]
    found = [text for text in (*facts, *notes) if text.startswith(kept)]

    assert found
    assert kept not in [each.text for text in found for each in clauses(text.removesuffix(".")) if each.is_whole]


def test_every_clause_of_the_book_ends_where_one_may_stop(built_in: Pack) -> None:
    told = [fact_sentence(built_in, fact).removesuffix(".") for fact in built_in.facts.values()]
    whole = [each.text for text in told for each in clauses(text) if each.is_whole]

    assert len(whole) > len(told) // 3
    assert every(ends_whole(each) for each in whole)
