"""Questions of each shape that a student asks, with what the first line must tell; and those that nothing answers."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.answers.shapes import SHAPES
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what happened in 1927", "1927: Shanghai massacre (12 Apr); Platform of the Opposition (Sep); "),
        ("what happened in 1917", "1917: February Revolution (8–12 Mar); "),
        ("what happened in the 1930s", "1930s: Hitler's coming to power (30 Jan 1933); "),
        ("what happened to the left opposition after 1927", "Left Opposition: its members were expelled in 1927"),
        (
            "when did zinoviev die and where",
            "Grigory Zinoviev, condemned in the first Moscow Trial, was shot on 25 Aug",
        ),
        ("when was the new economic policy introduced", "In March 1921 the New Economic Policy began"),
        ("where was zinoviev shot", "Grigory Zinoviev was shot in Moscow"),
        (
            "where did the fourth international hold its second congress",
            "The Second World Congress of the Fourth Inter",
        ),
        ("where is the lssp", "Lanka Sama Samaja Party: Trotskyist mass party of Ceylon"),
        ("who wrote the revolution betrayed", "Leon Trotsky wrote The Revolution Betrayed (1936)."),
        (
            "who is the author of the communist manifesto",
            "Karl Marx and Friedrich Engels wrote the Communist Manifesto",
        ),
        ("who wrote imperialism", "Vladimir Lenin wrote Imperialism, the Highest Stage of Capitalism."),
        ("who attacked trotsky in may 1940", "by gunmen under the painter David Alfaro Siqueiros"),
        ("when did chen duxiu become a trotskyist", "In 1929 Chen Duxiu"),
        ("who put down the kronstadt rebellion", "Kronstadt rebellion: Troops under Mikhail Tukhachevsky stormed"),
        ("who translated the history of the russian revolution", "Max Eastman's English translation"),
        ("who invented the theory of permanent revolution", "Disputed. The words are usually traced to Marx"),
        ("who opposed the treaty of brest litovsk", "The Left Communists and Nikolai Bukharin opposed the peace"),
        (
            "who edited the bulletin of the opposition",
            "Trotsky's Russian-language journal in exile, from July 1929 to August 1941. His son Lev Sedov",
        ),
        *(
            (question, "Vera Zasulich and Alexander Potresov were the six founders and editors")
            for question in ("who edited iskra", "who were the editors of iskra", "who founded iskra")
        ),
        ("why was kronstadt crushed", "Disputed. Bolsheviks and anarchists"),
        ("did trotsky agree with lenin about the peasants", "Disputed. Trotsky (1906): The peasantry"),
        (
            "did lenin and trotsky agree on permanent revolution",
            "Disputed. Trotsky held that Lenin came over to it in substance",
        ),
        ("did trotsky lead the october revolution", "Beside Lenin, Trotsky led the October Revolution"),
        ("did trotsky support the kronstadt rebels", "Disputed. Trotsky (1938): "),
        ("was the soviet union socialist according to trotsky", "Disputed. Socialist, said Stalin"),
        ("what did trotsky and stalin disagree about", "Leon Trotsky and Joseph Stalin were opposed on"),
        (
            "what was the anglo russian committee",
            "formed by the Soviet trade unions and the British Trades Union Congress",
        ),
        ("what is the comintern's third period", "Third Period: the line of the Communist International"),
        ("was the october revolution a coup", "Disputed. Martov called it a military conspiracy"),
        ("who was leon sedov's mother", "Lev Sedov: Elder son of Trotsky and Natalia Sedova"),
        ("what did trotsky do in the october revolution", "Beside Lenin, Trotsky led the October Revolution of 1917"),
        (
            "what was lenin's opinion of trotsky",
            "Lenin called Trotsky perhaps the most able man",
        ),  # not Trotsky's of Lenin
        ("who gave trotsky asylum in mexico", "President Lázaro Cárdenas of Mexico granted Trotsky asylum"),
        ("who drafted the open letter of 1953", "the Open Letter of November 1953, drawn up by James P. Cannon"),
        ("who wrote the open letter of 1953", "James P. Cannon wrote the Open Letter"),
        ("who drew up the transitional programme", "drafted by Trotsky in Mexico in 1938"),
        (
            "who was in the left opposition",
            "Christian Rakovsky, Andreu Nin, Karl Radek and Georgy Pyatakov were members",
        ),
        ("who crushed kronstadt", "Troops under Mikhail Tukhachevsky stormed Kronstadt"),
        ("which countries did trotsky live in after 1929", "Norway (1935–1936) and Mexico (1937–1940)"),
        ("how long was mercader in prison", "spent almost twenty years in a Mexican prison"),
        ("why did trotsky and stalin fall out", "Leon Trotsky and Joseph Stalin were opposed on world revolution"),
        ("why did stalin hate trotsky", "Joseph Stalin and Leon Trotsky were opposed on"),
        ("where was kirov murdered", "Sergei Kirov was murdered at Leningrad"),
        ("what did cannon do", "James P. Cannon: A founder of American Trotskyism"),
        ("what does the communist manifesto say", "The Communist Manifesto (1848) says that the history"),
        ("what did the platform of the opposition demand", "The Platform of the Opposition (1927) demands"),
        ("how many children did trotsky have", "Trotsky had four children"),
        ("what happened to trotskyists in argentina", "In Argentina Trotskyist parties formed in 2011"),
        ("how many delegates were at the founding congress of the fourth international", "thirty delegates took part"),
    ],
)
def test_the_first_line_tells_what_is_asked(library: Library, question: str, told: str) -> None:
    direct = view_of(library, question).direct

    assert direct is not None
    assert told in direct.text


@pytest.mark.parametrize(
    ("question", "further"),
    [
        ("when did zinoviev die and where", "was shot in Moscow"),
        ("who founded the fourth international and when", "met on 3 September 1938"),
        ("who was bukharin and how did he die", "was shot on 15 March 1938"),
        ("where and when did bukharin die", "was shot on 15 March 1938"),
        ("where and when did ivan smirnov die", "Where it was is not told here."),
        ("what happened in 1927", "trotskyism on 1927"),
        ("who wrote terrorism and communism", "written in his military train"),
    ],
)
def test_the_second_line_tells_the_rest(library: Library, question: str, further: str) -> None:
    direct = view_of(library, question).direct

    assert direct is not None
    assert further in direct.further


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("who was the last leader of the left opposition", "Which was the last is not told here; nearest:"),
        ("what was trotsky's last book", "Which was the last is not told here; nearest:"),
        ("what is the difference between trotskyism and hoxhaism", "The book does not have “hoxhaism”; nearest:"),
        ("why did the lssp join the government", "No sure answer; nearest:"),
        ("why did zinoviev and kamenev join trotsky", "Why is not told here in so many words; nearest:"),
        ("which bolsheviks supported trotsky", "No sure answer; nearest:"),
        ("when did pablo become a trotskyist", "; nearest:"),
        ("what did trotsky do after he was expelled", "; nearest:"),
        ("how did mercader get into trotsky's house", "No sure answer"),  # not what he did there
        ("what did trotsky do at the kronstadt rebellion", "; nearest:"),  # not what he was reproached with
        ("who gave trotsky a house in mexico", "Who gave it is not told here; nearest:"),  # not who was killed in it
        ("who brought lenin to russia", "No sure answer; nearest:"),  # not until when he was away
        (
            "where was ivan smirnov shot",
            "Where it was is not told here in so many words; nearest:",
        ),  # not where he was condemned
        (
            "where was tukhachevsky shot",
            "Where it was is not told here in so many words; nearest:",
        ),  # not where he fought
        ("who defended trotsky at the dewey commission", "; nearest:"),
    ],
)
def test_a_false_answer_is_worse_than_none(library: Library, question: str, untold: str) -> None:
    view = view_of(library, question)

    assert view.direct is None
    assert untold in view.header


def test_how_long_something_did_last_picks_nothing(library: Library) -> None:
    direct = view_of(library, "how long did the moscow trials last").direct

    assert direct is not None
    assert "between August 1936 and March 1938" in direct.text


def test_each_shape_has_an_example_of_its_own() -> None:
    assert len({shape.example for shape in SHAPES}) == len(SHAPES)
