"""What a question is answered with in the end: the line that tells what is asked, or what is not told."""

from pathlib import Path

import pytest

from tests.conftest import ENTRIES, RELATIONS, MakePack
from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.views.search.searching import view_of

DIED = """\
  - {id: died, label: died, subject: [person], object: date, functional: true, says: "{subject} died {object}",
     words: [died]}
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # a when yields a date
        ("when did shachtman split with cannon", "Max Shachtman's minority formed a party of its own"),
        ("when did trotsky break with lenin", "split in 1903, Trotsky sided with the Mensheviks against Lenin"),
        ("when did trotsky meet lenin for the first time", "in October 1902 to London, where he first met Lenin"),
        ("when did the swp leave the fourth international", "until December 1940, when the Voorhis Act made it"),
        ("when did trotsky come to new york", "From 13 January 1917"),
        ("when did trotsky arrive at prinkipo", "From February 1929 to July 1933 Trotsky lived in Turkey"),
        # a who, somebody
        ("who was frida kahlo", "Mexican painter (1907–1954) and hostess of Trotsky"),
        ("who came up with primitive socialist accumulation", "Yevgeni Preobrazhensky put forward the theory"),
        ("who founded the international socialists", "founded by Tony Cliff in 1950"),
        ("who founded the poum", "founded by Joaquín Maurín and Andreu Nin"),
        ("who founded the bolsheviks", "founded by Lenin"),
        ("who founded the red army", "Trotsky is usually called the founder of the Red Army"),
        ("who founded the cheka", "The Council of People's Commissars set up the Cheka"),
        ("who helped trotsky get asylum in mexico", "Diego Rivera: Mexican painter"),
        ("who was condemned in the third moscow trial", "Alexei Rykov, condemned in the third Moscow Trial"),
        ("who killed ignace reiss", "killed by agents of the Soviet secret police"),
        ("who opposed trotsky in the trade union debate", "Lenin's platform won"),
        ("who won the trade union debate", "Lenin's platform won"),
        ("whose idea was socialism in one country", "Stalin formulated Socialism in One Country"),
        ("whose theory was bureaucratic collectivism", "the theory of Bruno Rizzi"),
        ("who thought that the soviet union was state capitalist", "held by Tony Cliff"),
        # where, how many, how old
        ("where did the dewey commission meet", "at Coyoacán in Mexico"),
        ("how many internationals were there", "The book tells of 4 internationals: the First International"),
        ("how many soldiers were in the red army", "five million by the end of the Civil War"),
        ("how many people died at kronstadt", "many others were shot"),
        ("how old was zinoviev when he was executed", "was 52 when he died"),
        # reasons and findings
        ("why did the german communists fail to stop hitler", "urged German Communists to act together"),
        ("why did lenin want to sign the peace of brest litovsk", "without an army a revolutionary war was"),
        ("why did burnham leave the swp", "over the defence of the Soviet Union"),
        ("why was gerry healy expelled", "on charges of sexual abuse"),
        ("what did the dewey commission find", "found him and his son not guilty"),
        ("what did the kronstadt sailors demand", "demanded new soviet elections by secret ballot"),
        ("what became of the left opposition", "its members were expelled in 1927"),
        ("what was in trotsky's testament", "a profession of faith in the communist future"),
        ("how did adolf joffe die", "he shot himself in November 1927"),
        ("what happened to trotsky in 1929", "From February 1929 to July 1933 Trotsky lived in Turkey"),
        ("which opposition did zinoviev join in 1926", "joined Trotsky in the United Opposition"),
        ("which trotskyist party was in the government of ceylon", "Lanka Sama Samaja Party (LSSP)"),
        ("what were the results of the great purge", "no organised opposition to Stalin was left"),
        ("who shot lenin", "historians, doubts that it was she who fired"),
        ("who tried to kill lenin", "Lenin was shot and badly wounded"),
        ("who tried to kill lenin in 1918", "Lenin was shot and badly wounded"),
        ("when did they try to kill trotsky", "On 24 May 1940 gunmen led by the painter David Alfaro Siqueiros"),
        ("who ordered the killing of trotsky", "The murder of Trotsky in August 1940 was ordered by Stalin"),
        ("who was trotsky's second wife", "Natalia Sedova, Trotsky's second wife, was his companion"),
        ("how did the left opposition end", "its last Soviet groups were killed in 1937–38"),
        ("what is the theory of uneven and combined development", "countries develop at unequal speeds"),
        # what one felt or held, and what a work says
        # an event is meant, and no book of that title, unless one asks what only a book has
        ("what was the russian revolution", "the upheaval of 1917"),
        ("who wrote the russian revolution", "Rosa Luxemburg wrote The Russian Revolution"),
        ("what is luxemburg's russian revolution about", "Rosa Luxemburg's unfinished manuscript"),
        ("why did stalin kill trotsky", "Trotsky had to be killed because while he lived"),
        ("what is luxemburg's russian revolution", "Rosa Luxemburg's unfinished manuscript"),
        ("what was order 00447", "Order 00447, signed by Nikolai Yezhov"),
        ("what does lutte ouvriere want", "French Trotskyist organisation"),  # not a paper of that name before it
        ("what did the sailors of kronstadt want", "demanded new soviet elections"),
        ("what did trotsky say in his testament", "a profession of faith in the communist future"),
        ("what did lenin's testament say about trotsky", "perhaps the most able man in the Central Committee"),
        ("when did adolf joffe kill himself", "shot himself on 16 November 1927"),
        (
            "what was the left communists' position",
            "rejected the peace of Brest-Litovsk and wanted a revolutionary war",
        ),
        ("did lenin trust stalin", "whom he found too rude"),
        ("how did lenin feel about stalin", "whom he found too rude"),
        ("which side did trotsky take in the spanish civil war", "had ruined the Spanish revolution"),
        (
            "what did lenin say about permanent revolution",
            "In 1909 Lenin objected to permanent revolution that it ignored",
        ),
        ("according to cliff what was russia", "meant that Russia was state-capitalist too"),
        ("was lenin against trotsky", "Often opponents between 1903 and 1917"),
        # what somebody did to another, told of either of them
        ("did trotsky oppose lenin", "From 1903 to 1917 Trotsky opposed Lenin"),
        (
            "did trotsky kill kirov",
            "charged Zinoviev, Kamenev and fourteen others with organising Sergei Kirov's murder",
        ),
        ("when was the second trial", "The Trial of the Seventeen, the second of the Moscow Trials"),
    ],
)
def test_a_question_has_the_answer_that_the_book_tells(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


@pytest.mark.parametrize(
    ("question", "same"),
    [
        ("is it true that stalin killed trotsky", "did stalin kill trotsky"),
        ("is it true that trotsky was a menshevik", "was trotsky a menshevik"),
        ("tell me who led the poum", "who led the poum"),
        ("wen was trotsky born", "when was trotsky born"),
        ("wher was lenin born", "where was lenin born"),
        ("where did stalin come from", "where was stalin born"),
        ("explain thermidor", "what is thermidor"),
        ("what did trotsky mean by thermidor", "what is thermidor"),
        ("what is permanent revolution in simple words", "what is permanent revolution"),
        ("who asassinated trotski", "who assassinated trotsky"),
        ("when was trotsky kicked out of the soviet union", "when was trotsky expelled from the soviet union"),
        ("why did they throw healy out of the wrp", "why did they expel healy from the wrp"),
        ("who was the boss of the comintern", "who was head of the comintern"),
        ("how did trotsky run away from siberia", "how did trotsky escape from siberia"),
        ("when did the revolution betrayed come out", "when was the revolution betrayed published"),
        ("what did the trotskyists in ceylon do", "what did the trotskyists of ceylon do"),
        (
            "what is the difference between a degenerated and a deformed workers state",
            "what is the difference between a degenerated workers state and a deformed workers state",
        ),
        (
            "what is the difference between the february and october revolutions",
            "what is the difference between the february revolution and the october revolution",
        ),
        ("кто возглавлял левую оппозицию", "who led the left opposition"),
    ],
)
def test_a_question_in_other_words_has_the_same_answer(library: Library, question: str, same: str) -> None:
    assert answer_to(library, question) == answer_to(library, same) != ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did trotsky meet hitler", "Not told here in these words: “meet”, Leon Trotsky and Adolf Hitler together"),
        ("who was sylvia ageloff", "Sylvia Ageloff has no entry here, and is only named:"),
        ("what was rabkrin", "Rabkrin has no entry here, and is only named:"),
        ("who was daniel bensaid", "Daniel Bensaïd has no entry here, and is only named:"),
        # a country, and an everyday word, are no slip for another word
        ("what happened to the trotskyists in brazil", "Not told here in these words: “brazil” and Trotskyists"),
        ("what happened to the trotskyists in greece", "No sure answer"),  # not what they hold, nor one of them alone
        ("did stalin poison lenin", "The book does not have “poison”"),
        (
            "what happened to trotskyists in chile",
            "Not told here in these words: “chile” and Trotskyists",
        ),
        ("who killed rosa luxemburg's husband", "Not told here in these words: “killed”, “husband”"),
        ("who rejected the theory of permanent revolution", "No sure answer"),  # not who holds to it
        ("where are trotsky's papers", "No sure answer"),  # no newspaper
        ("what were trotsky's last words", "Not told here in so many words"),
        ("what was the lenin levy", "Not told here in so many words"),  # not the dispute that one finds by it
        ("who wrote the development of capitalism in russia", "No sure answer"),  # not who wrote of it
        ("who murdered lenin", "That Vladimir Lenin was killed is not told here"),  # he was shot, and lived
        ("who killed stalin", "That Joseph Stalin was killed is not told here"),  # not whom he had killed
        ("what did the workers want in 1917", "No sure answer"),  # not how many there were in a factory
        (
            "what did the peasants want",
            "Not told here in so many words",
        ),  # not what they could do, nor what was said of them
        ("what was the johnson forest tendency", "Not told here in so many words"),  # not one of those in it
        ("who painted trotsky", "No sure answer"),  # not who was a painter
        ("who expelled trotsky from the party", "No sure answer"),  # not from which party he was
        ("who replaced trotsky", "No sure answer"),  # not whom he replaced by others
        ("who escaped from siberia with trotsky", "No sure answer"),  # not he himself under his other name
        # a word that is only part of the name of something else
        ("was trotsky popular", "Not told here in these words: “popular” and Leon Trotsky together"),
        ("was stalin great", "Not told here in these words: “great” and Joseph Stalin together"),
        # what is called by a place, or by somebody, and a noun that is told of something else
        ("what was the leningrad affair", "Not told here in these words: “affair” and Petrograd together"),
        ("what was the paris opposition", "Not told here in so many words"),
        ("what was the stalin revolution", "Not told here in these words: “revolution” and Joseph Stalin together"),
        ("what was the lenin school", "Not told here in these words: “school” and Vladimir Lenin together"),
        ("what is the fifth international", "No sure answer"),  # not the fifth congress of another one
        ("when was the fifth international", "No sure answer"),
        # what one did to the other, and not the other to him, or a third to both
        ("did trotsky kill stalin", "No sure answer"),
        ("did trotsky banish stalin", "No sure answer"),
        ("did cannon expel shachtman", "No sure answer"),
        ("did stalin defend trotsky", "No sure answer"),
        # no answer to what was not so is what was
        ("which parties are not in the fourth international", "What was not so is not told here"),
        ("who did not support stalin", "What was not so is not told here"),
        (
            "when did they try to kill hitler",
            "Not told here in these words: “try”, “kill” and Adolf Hitler",
        ),  # not when he died
        ("who was the tsar in 1917", "No sure answer"),  # no event that is called by the year
        ("who founded the lssp", "No sure answer"),  # not who founded the LSSP (Revolutionary)
        ("to whom did lenin dictate his testament", "No sure answer"),
        ("is trotskyism communist", "No sure answer"),  # not what a former Communist held of it
        ("should trotsky have used the red army against stalin", "No sure answer"),
    ],
)
def test_of_a_question_without_an_answer_it_is_said_that_it_has_none(
    library: Library, question: str, told: str
) -> None:
    view = view_of(library, question)

    assert view.direct is None
    assert view.header.startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "why wasn't trotsky at lenin's funeral",
        "why was trotsky not at lenin's funeral",
        "why didn't trotsky go to lenin's funeral",
    ],
)
def test_who_was_not_at_something_is_told_of_as_who_missed_it(library: Library, question: str) -> None:
    assert "missed Lenin's funeral" in answer_to(library, question)


def test_a_title_that_has_the_name_of_an_event_gives_no_reason_for_it(library: Library) -> None:
    assert "Russian Revolution says" not in answer_to(library, "why did the russian revolution happen")


def test_why_somebody_did_not_is_not_answered_with_what_came_after(library: Library) -> None:
    assert answer_to(library, "why did trotsky refuse to sign the brest litovsk peace") == ""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("wen was adler born", "Anna Adler was born on 3 February 1810."),
        ("is it true that adler founded the printers' union", "The Printers' Union was founded by Anna Adler."),
        ("how many unions were there", "The book tells of 3 unions: the Northern Union, the Free Union and the"),
        ("define piecework", "Piecework: Pay by the sheet."),
        ("which side did ebert take in the machine question", "Emil Ebert argued that machines make hands idle."),
        ("did adler trust ebert", "Anna Adler argued that Ebert had sold the sheet for a penny."),
    ],
)
def test_nothing_is_bound_to_one_subject(printers: Library, question: str, answer: str) -> None:
    assert answer in answer_to(printers, question)


def test_of_another_subject_it_is_said_what_is_not_told_too(printers: Library) -> None:
    assert view_of(printers, "who was viktor blum").header == "Viktor Blum has no entry here, and is only named:"
    assert "“forward”" not in view_of(printers, "whose idea was piecework").header


@pytest.mark.parametrize(
    ("gender", "age"),
    [
        ("    gender: m\n", "Jean-Paul Marat was 50 when he died."),
        ("", "Jean-Paul Marat died at the age of 50."),
    ],
)
def test_an_age_is_told_with_a_pronoun_where_one_is_known(
    make_pack: MakePack, tmp_path: Path, gender: str, age: str
) -> None:
    days = 'born: "1743-05-24", source: book}\n      - {id: died, died: "1793-07-13"'
    entries = ENTRIES.replace('born: "1743-05-24"', days).replace("    kind: person\n", f"    kind: person\n{gender}")
    library = open_library(make_pack(relations=RELATIONS + DIED, entries=entries), tmp_path / "cache")

    assert answer_to(library, "how old was marat").startswith(age)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what did mercader use to kill trotsky", "Trotsky was struck down with an ice axe on 20 August 1940"),
        ("what did mercader kill trotsky with", "Trotsky was struck down with an ice axe on 20 August 1940"),
        ("did stalin kill anyone", "had the leaders of the Fourth International hunted"),
    ],
)
def test_a_question_with_a_killing_is_answered_with_the_deed(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


@pytest.mark.parametrize(
    "question", ["did trotsky kill anyone", "did lenin kill anyone", "did trotsky have anyone shot"]
)
def test_who_killed_and_who_was_killed_are_not_exchanged(library: Library, question: str) -> None:
    assert answer_to(library, question) == ""


@pytest.mark.parametrize("name", ["freud", "ford", "Freud"])
def test_a_name_that_the_book_does_not_have_is_no_form_of_a_common_word(library: Library, name: str) -> None:
    view = view_of(library, f"what did trotsky think of {name}")

    assert (view.direct, view.notes) == (None, ())
    assert view.untold is not None
    assert view.untold.text == f"The book does not have “{name.lower()}”; nearest:"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("how many strokes did lenin have", "The book dates 3 strokes: May 1922, December 1922 and March 1923."),
        ("how many people were accused in the first moscow trial", "Trial of the Sixteen: "),
        ("how many were tried in the second moscow trial", "Trial of the Seventeen: "),
        ("how many wives did trotsky have", "The book tells of 2 wives. Trotsky's first wife was"),
        ("how many wives did lenin have", "The book does not say how many."),
    ],
)
def test_how_many_is_counted_where_it_is_told_one_by_one(library: Library, question: str, answer: str) -> None:
    assert answer_to(library, question).startswith(answer)


def test_what_is_not_told_of_an_idea_is_shown_with_that(library: Library) -> None:
    view = view_of(library, "who invented the term social fascism")
    assert view.direct is None
    assert view.hits[0].id == "social-fascism"
