"""What is not answered as it was asked is answered by the same in other words, and only where that tells it."""

import pytest

from tests.every_for_tests import every
from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.words.everyday_synonyms import SAME_SENSE
from trotskyism_cli.views.answers.missing import ONLY_NEAR
from trotskyism_cli.views.search.likely import LIKELY
from trotskyism_cli.views.search.other_wordings import TURNS, other_wordings
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("was trotsky in moscow when lenin died", "on his way to a cure in the Caucasus"),
        ("was trotsky in norway when the first moscow trial began", "From June 1935 Trotsky lived in Norway"),
        ("did the red army lose the polish war", "The Red Army was beaten before Warsaw in August 1920"),
        ("who won the polish soviet war", "The Red Army was beaten before Warsaw in August 1920"),
        ("did the kadets win the elections to the constituent assembly", "the Socialist Revolutionaries won"),
        ("how many sailors died at kronstadt", "run from 600"),
        ("how many rebels were killed at kronstadt", "run from 600"),
        ("how many kronstadt sailors were killed", "run from 600"),
        ("how many kronstadt rebels were shot", "run from 600"),
        ("who was head of the nkvd in 1937", "Nikolai Yezhov was head of the NKVD"),
        ("who was stalin's secret police chief in 1937", "Nikolai Yezhov was head of the NKVD"),
        ("who was chief of the cheka in 1920", "Felix Dzerzhinsky headed"),
        ("who was the boss of the secret police in 1937", "Nikolai Yezhov was head of the NKVD"),
        ("who defended petrograd in 1919", "Trotsky directed the defence of Petrograd"),
        ("who defended petrograd against yudenich", "Trotsky directed the defence of Petrograd"),
        ("who invented bureaucratic collectivism", "the theory of Bruno Rizzi"),
        ("how did trotsky get to mexico", "on the tanker Ruth"),
        ("did trotsky found the cheka", "under Felix Dzerzhinsky"),
        ("did stalin write the april theses", "Vladimir Lenin wrote the April Theses"),
        ("was trotsky the leader of the mensheviks", "Julius Martov"),
        ("who followed trotsky as war commissar", "Mikhail Frunze"),
        ("who betrayed lev sedov", "Mark Zborowski"),
        ("when did trotskyists enter the government of ceylon", "in June 1964"),
        ("was krupskaya lenin's sister", "Lenin's wife"),
        ("who was natalia sedova's husband", "Trotsky's second wife"),
        ("was cannon a menshevik", "A founder of American Trotskyism"),
        ("did trotsky return to russia", "came back to Petrograd in May 1917"),
        ("did kollontai belong to the workers opposition", "a leading spokesman of the Workers' Opposition"),
        ("was trotsky born in moscow", "born at Yanovka"),
        ("was lenin born in petrograd", "born at Simbirsk"),
        ("did trotsky die in moscow", "in Mexico City"),
        ("was the fourth international founded in moscow", "at Périgny near Paris"),
        ("was the fourth international founded in 1940", "3 September 1938"),
        ("what is bonapartism according to trotsky", "to a cork kept upright"),
        ("what is imperialism according to lenin", "In Lenin's definition"),
        ("what is soviet democracy according to trotsky", "held that Soviet democracy was lost"),
        ("who was frida kahlo to trotsky", "with whom she had had a short affair"),
        ("who was van heijenoort to trotsky", "a secretary and bodyguard of Trotsky"),
        ("what was trotsky's role in 1905", "Early in 1905"),
        ("role of stalin in the civil war", "had such officers arrested at Tsaritsyn"),
        ("what was lenin's role in the october revolution", "led the October Revolution"),
        ("was october 1917 a coup", "Disputed. Martov called it a military conspiracy"),
        ("was october a coup", "Pipes (1990)"),
        ("how did stalin become so powerful", "became sole leader"),
        ("how did stalin get so powerful", "became sole leader"),
        ("did stalin order the murder of kirov", "Historians dispute whether Stalin had a hand"),
        ("was stalin behind the kirov murder", "Historians dispute whether Stalin had a hand"),
        ("did trotsky kill the sailors of kronstadt", "Disputed."),
        ("who were the 46", "Declaration of the Forty-Six"),
        ("who were the forty-six", "Declaration of the Forty-Six"),
        ("who was lenin according to trotsky", "Trotsky warned that Lenin's methods"),
        ("what is the soviet union according to cliff", "was state capitalist"),
        ("who were the 21", "Trial of the Twenty-One"),
        ("who stormed the winter palace", "Bolshevik who took the Winter Palace"),
        ("who took the winter palace", "Bolshevik who took the Winter Palace"),
        ("who was ramon mercader working for", "agent of the NKVD"),
        ("who did zborowski work for", "Soviet agent"),
        ("how long did mercader sit in prison", "almost twenty years in a Mexican prison"),
        ("who came up with state capitalism", "held by Tony Cliff from 1948 and by others before him"),
        ("who invented state capitalism", "Karl Kautsky and Emma Goldman"),
    ],
)
def test_it_is_answered_in_other_words(library: Library, question: str, line: str) -> None:
    assert line in answer_to(library, question)


@pytest.mark.parametrize(
    ("question", "header", "line"),
    [
        ("did trotsky apologise for kronstadt", LIKELY, "bore responsibility for it"),
        ("who doubts lenin's testament", LIKELY, "Stephen Kotkin"),
        ("did mercader get a soviet medal", LIKELY, "its highest honours"),
        ("how many times was lenin shot", ONLY_NEAR, "On 30 August 1918 Lenin was shot"),
        ("was stalin in petrograd in october 1917", ONLY_NEAR, "arrived in Petrograd from Siberian exile"),
        ("who was the first general secretary", ONLY_NEAR, "From 3 April 1922 Stalin was General Secretary"),
        ("did the poum belong to the fourth international", ONLY_NEAR, "belonged to no Trotskyist body"),
        ("which countries refused trotsky asylum", ONLY_NEAR, "Germany and Britain refused to let in Trotsky"),
        ("did trotsky order the shooting of deserters", ONLY_NEAR, "a regiment that had deserted its post"),
        ("who killed the romanovs", ONLY_NEAR, "was shot by Bolsheviks with his wife and children"),
        ("what did trotsky say about art", LIKELY, "Towards a Free Revolutionary Art"),
        ("what did trotsky think of the nep", LIKELY, "In February 1920 Trotsky proposed"),
        ("why did the mensheviks walk out of the congress of soviets", LIKELY, "in protest against the rising"),
        ("why did the 1905 revolution fail", LIKELY, "restored its authority by force"),
        ("why did the reds win the civil war", LIKELY, "while the Bolsheviks held the centre"),
        ("was lazimir a bolshevik", ONLY_NEAR, "Left Socialist Revolutionary, 26 years old"),
    ],
)
def test_what_is_near_is_shown_first_and_not_denied(library: Library, question: str, header: object, line: str) -> None:
    view = view_of(library, question)

    assert view.untold == header
    assert line in view.hits[0].text


@pytest.mark.parametrize(
    "question",
    [
        "who won the second world war",  # what became of the sections in it is no outcome
        "who replaced trotsky",  # in what office is not asked: nor whom he replaced by others
        "did bukharin write a biography of trotsky",  # those who have entries are not all who did
        "did cannon expel shachtman",  # an event may be called by both to whom it was done
        "how did lenin get to finland",  # how he came back from elsewhere
        "where was stalin in october 1917",  # in March he came back
        "was stalin in moscow when kirov was murdered",  # where that one was shot
        "who replaced rykov as head of government",  # whose successor he was
        "was trotsky a writer",  # his father could not write
        "was frida kahlo a bolshevik",  # of a painter it is told what she painted
        "was stalin's son born in moscow",  # of him where he was born is told
        "what is bonapartism according to mandel",  # what another one held of it
        "who was churchill to trotsky",
        "what was stalin's role in 1789",
        "was july 1936 a coup",
        "how did zborowski become so powerful",
        "did trotsky order the murder of kirov",  # he was charged with it, falsely
        "did lenin kill the workers of berlin",
        "who were the 37",
        "who stormed the smolny",
        "who was frida kahlo working for",  # she was a painter
        "who invented fascism",  # of an invented charge it is told
        "did trotsky and kahlo fight",
        "did stalin order the murder of nin",  # that he was murdered
        "who was head of the nkvd in 1940",
        "who was the first war commissar",  # who held it first of those with entries need not have been the first
    ],
)
def test_what_tells_another_thing_is_no_answer(library: Library, question: str) -> None:
    assert view_of(library, question).direct is None


def test_a_turn_turns_its_own_example(library: Library) -> None:
    asked = {
        "was trotsky in london when lenin died": "where was trotsky when lenin died",
        "who won the russian civil war": "how did the russian civil war end",
        "did mandel found the fourth international": "who founded the fourth international",
        "who took over from zinoviev as chairman": "who succeeded zinoviev as chairman",
    }
    for question, other in asked.items():
        assert other in [each.text for each in other_wordings(library.pack, library.query(question))]
    assert every(each.asked != each.told for each in TURNS)


def test_words_of_the_same_sense_are_none_of_their_own() -> None:
    assert every(word not in others and others for word, others in SAME_SENSE.items())


@pytest.mark.parametrize(
    "question", ["who was head of the nkvd in 1935", "who defended tsaritsyn", "who defended paris", "who signed iskra"]
)
def test_whom_the_book_does_not_tell_no_other_words_find(library: Library, question: str) -> None:
    assert answer_to(library, question) == ""
