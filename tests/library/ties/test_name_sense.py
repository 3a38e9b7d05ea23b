"""Whether a sentence means an entry by the words in which its name is."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties.name_sense import is_meant, is_told_in
from trotskyism_cli.pack.dates import parse_date


def _means(library: Library, own_id: str, text: str, when: str = "", beside: tuple[str, ...] = ()) -> bool:
    return is_meant(library.pack, library.pack.entries[own_id], text, parse_date(when) if when else None, beside)


@pytest.mark.parametrize(
    ("own_id", "text", "means"),
    [
        ("richard-day", "I have worked night and day.", False),
        ("richard-day", "The present-day Marxists agree with Day.", True),
        ("conquest", "It was the ideological conquest of the party.", False),
        ("conquest", "Critics count both, with Conquest, in the school.", True),
        ("la-lutte", "It led the struggle against the theory.", False),
        ("la-lutte", "Ta Thu Thau wrote for La Lutte from 1934.", True),
        ("workers-party-us", "He wanted the workers' party to leave power to others.", False),
        ("workers-party-us", "Shachtman's Workers Party held other views.", True),
        ("left-opposition", "The historian calls it Trotsky's opposition of 1923.", True),
        ("all-power-to-the-soviets", "Lenin withdrew the slogan of all power to the soviets.", True),
    ],
)
def test_a_name_has_its_capitals(library: Library, own_id: str, text: str, means: bool) -> None:
    assert _means(library, own_id, text) is means


@pytest.mark.parametrize(
    ("own_id", "text", "means"),
    [
        ("communist-party-soviet-union", "He was expelled from the Polish Communist Party.", False),
        ("communist-party-soviet-union", "He was a member of the Communist Party of Great Britain.", False),
        ("communist-party-soviet-union", "She led the core of Germany's Communist Party.", False),
        ("communist-party-soviet-union", "He was general secretary of the Soviet Communist Party.", True),
        ("central-committee", "He was chairman of the Central Committee of the Kadets.", False),
        ("central-committee", "The Bolshevik Central Committee resolved on a rising.", True),
        ("right-opposition", "The Declaration of the Rights of the Working People was read.", False),
        ("la-lutte", "The French paper La Lutte Ouvrière called on the strikers.", False),
        ("russian-revolution-of-1917", "The Russian Revolution of 1905 failed.", False),
        ("russian-revolution-of-1917", "The February Revolution of 1917 began it.", True),  # in its course
        ("provisional-government", "The Provisional Government of March 1917 was formed.", True),
        ("sovnarkom", "He was head of the Soviet government of Ukraine.", False),
        ("workers-state", "He called it a degenerated workers' state.", False),
        ("communist-league", "The Trotskyist Communist League, founded in 1969, put up a candidate.", False),
        ("militant", "In New York he began The Militant, a weekly.", False),
        ("mexico", "The house stands near Mexico City.", True),
        ("soviets-as-institution", "The Second Congress of Soviets met.", False),
        ("soviets-as-institution", "He called for a republic of Soviets.", True),
    ],
)
def test_the_longest_name_has_the_words(library: Library, own_id: str, text: str, means: bool) -> None:
    assert _means(library, own_id, text) is means


@pytest.mark.parametrize(
    ("own_id", "text", "when", "means"),
    [
        ("russian-revolution-of-1917", "They hoped for a Russian revolution.", "1882", False),
        ("russian-revolution-of-1917", "The fate of the Russian Revolution hung on Europe.", "1923", True),
        ("french-revolution", "He wrote that the French revolution had begun.", "1936", False),
        ("french-revolution", "He compared it with the French Revolution.", "1936", True),
        ("british-general-strike", "A General Strike shook the south.", "1903", False),
        ("october-revolution", "It came out after the October revolution.", "1918", True),
    ],
)
def test_what_had_not_begun_is_not_named(library: Library, own_id: str, text: str, when: str, means: bool) -> None:
    assert _means(library, own_id, text, when) is means


@pytest.mark.parametrize(
    ("text", "beside", "means"),
    [
        ("He spoke in Copenhagen on the Russian Revolution.", (), False),
        ("She wrote The Russian Revolution in prison.", ("luxemburg",), True),
        ("Luxemburg wrote The Russian Revolution in prison.", (), True),
        ("Luxemburg defended the Russian Revolution.", (), False),
        ("In The Russian Revolution (1982) Fitzpatrick wrote of a wave of revolt.", ("fitzpatrick",), False),
    ],
)
def test_a_work_called_like_an_event_stands_with_its_author(
    library: Library, text: str, beside: tuple[str, ...], means: bool
) -> None:
    assert _means(library, "luxemburg-russian-revolution", text, beside=beside) is means


@pytest.mark.parametrize(
    ("own_id", "text", "means"),
    [
        ("russian-revolution-of-1917", "In The Russian Revolution (1982) she wrote of a wave of revolt.", False),
        ("chinese-revolution-1925-27", "The Tragedy of the Chinese Revolution (1938) blames Stalin.", False),
        ("second-international", "The Marxism of the Second International (1889–1914) held that view.", True),
        ("imperialism", "Lenin's Imperialism was reprinted.", False),
    ],
)
def test_the_title_of_another_work_names_nothing(library: Library, own_id: str, text: str, means: bool) -> None:
    assert _means(library, own_id, text) is means


@pytest.mark.parametrize(
    ("own_id", "text", "means"),
    [
        ("proletariat", "The workers of Petrograd came out.", False),
        ("proletariat", "Power passed to the proletariat.", True),
        ("proletariat", "Power passed to the working class.", True),
        ("trade-unions", "They agreed to march separately and strike together.", False),
        ("trade-unions", "He shook up the unions.", True),
        ("trade-unions", "He worked for the Red International of Labour Unions.", False),
        ("peasantry", "The peasants took the land.", True),
        ("trotskyist-term", "He joined the Trotskyist group.", False),
        ("trotskyist-term", "They were charged as a “Trotskyite” centre.", True),
        ("fascism-trotskys-analysis", "The congress spoke of fascism.", False),
        ("fascism-trotskys-analysis", "Trotsky wrote on fascism.", True),
    ],
)
def test_a_common_word_is_a_concept_only_in_its_name(library: Library, own_id: str, text: str, means: bool) -> None:
    assert _means(library, own_id, text) is means


def test_what_has_no_name_of_an_entry_is_not_judged(library: Library) -> None:
    assert _means(library, "trotsky", "Nobody is named here.")


def test_what_is_told_of_an_entry_may_have_anothers_name_in_no_sense_of_it(library: Library) -> None:
    entries = library.pack.entries

    assert not is_told_in(library.pack, entries["book-1905"], entries["bloody-sunday"])
    assert is_told_in(library.pack, entries["revolution-of-1905"], entries["bloody-sunday"])
    assert not is_told_in(library.pack, entries["central-committee"], entries["petrunkevich"])  # of another party
