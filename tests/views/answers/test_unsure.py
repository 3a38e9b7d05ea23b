"""A direct answer: the right fact in its own words, or none."""

import re

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.search.answer_or_hits import answer_view
from trotskyism_cli.views.search.nearest import with_nearest


def direct_answer(pack: StoredPack, found: SearchResult) -> Direct | None:
    return answer_view(pack, found).direct


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who founded the printers' union", "The Printers' Union was founded by Anna Adler and Emil Ebert."),
        ("who led the northern union", "Emil Ebert led the Northern Union from 1852 to 1871."),
        ("who shot adler", "Adler was shot dead by a masked man called Viktor Blum."),
        ("who was anna adler", "Anna Adler: Founder of the union and its first leader."),
        ("what is piecework", "Piecework: Pay by the sheet."),
        ("when was adler born", "Anna Adler was born on 3 February 1810."),
        ("in which year did the northern union split", "The Northern Union split from the Printers' Union in 1852."),
        ("where did adler die", "Anna Adler died in Gutenhain."),
        ("how many members did the printers' union have", "The Printers' Union had 3,000 members in 1850."),
        ("should machines be welcome", "Disputed. Adler first said no and later yes, Ebert said no."),
    ],
)
def test_a_question_has_its_answer(printers: Library, question: str, answer: str) -> None:
    direct = direct_answer(printers.pack, printers.find(question))

    assert direct is not None
    assert direct.text == answer
    assert set(direct.facts) <= set(printers.pack.facts)


@pytest.mark.parametrize(
    "question",
    [
        "printers",
        "anna adler",
        "who wrote the northern union",
        "when did adler die",
        "where was adler born",
        "how many members did the northern union have",
        "who was born in 1815",
        "why did adler die",
        "?!",
        "1852",
    ],
)
def test_a_half_answer_is_none(printers: Library, question: str) -> None:
    assert direct_answer(printers.pack, printers.find(question)) is None


def test_what_has_two_values_is_told_with_both(printers: Library) -> None:
    direct = direct_answer(printers.pack, printers.find("how many members did the printers' union have"))

    assert direct is not None
    assert direct.further == "The Printers' Union had 9,000 members in 1870."


def test_a_claim_keeps_its_holder(printers: Library) -> None:
    direct = direct_answer(printers.pack, printers.find("when did the northern union merge into the federation"))

    assert direct is not None
    assert direct.text.startswith("According to Otto Kern, ")


def test_what_is_disputed_keeps_its_mark(printers: Library) -> None:
    direct = direct_answer(printers.pack, printers.find("when did the free union split from the printers' union"))

    assert direct is not None
    assert direct.text.startswith("Disputed: ")
    assert direct.further == "Others say that it was never more than a club."


def test_a_hit_is_one_sentence_and_stands_once(printers: Library) -> None:
    hits = answer_view(printers.pack, printers.find("union press")).hits

    assert hits[0].text == "The press of the union."
    assert hits[0].tag == "organisation"
    assert len({hit.id for hit in hits}) == len(hits)


def test_what_only_shares_a_word_is_not_found(printers: Library) -> None:
    assert [hit.id for hit in printers.search("masked man")] == ["adler"]
    assert printers.search("masked congress") == []


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("why did stalin win", "Political struggle is decided by interests and forces"),
        ("what did lenin think of stalin", "be removed as General Secretary"),
        ("what did trotsky think of hitler", "had put Hitler in the saddle"),
        ("difference between bolsheviks and mensheviks", "Mensheviks: Moderate wing of Russian social democracy"),
        ("difference between trotskyism and stalinism", "Stalinism holds that it can be built in one country"),
        ("did trotsky and lenin agree", "Often opponents between 1903 and 1917, Lenin and Trotsky worked together"),
        ("why did kronstadt rebel", "moved the sailors of Kronstadt to rise"),
        ("what happened at kronstadt", "The Red Army took the fortress over the ice"),
        ("how long did the civil war last", "from 1918 to 1920"),
        ("who founded the red army", "by a decree of Lenin's government"),
        ("who built the red army", "which Trotsky built up in the Civil War"),
        ("who signed the declaration of the 46", "Yevgeni Preobrazhensky, Georgy Pyatakov"),
        ("how many people died in the great purge", "681,692"),
        ("who killed kirov", "by Leonid Nikolayev"),  # not the historian who holds that Stalin planned it
        ("who was trotsky", "organiser of the Red Army"),
        ("what did lenin want in april 1917", "all state power must pass to the soviets"),
        ("how did stalin come to power", "the post from which he built up his power"),
        ("why is trotsky important", "the best-known communist opponent of Stalin"),
        ("how old was trotsky when he died", "was 60 when he died"),
        ("what was trotsky's role in the october revolution", "directed the practical work of the rising"),
        ("why did the bolsheviks win", "Alexander Rabinowitch argued that the Bolsheviks won"),
        ("how did lenin die", "after a series of strokes"),
        ("when did the october revolution start", "on 7 November 1917"),
        ("when was the socialist workers party founded", "over New Year 1938"),
        ("when was the left opposition founded", "October 1923"),
        ("when was the revolution betrayed written", "summer of 1936"),
        ("when was lenin's testament published", "first published for the Soviet public in Moscow on 30 June 1956"),
        ("what books did trotsky write", "Lessons of October (1924)"),
        ("who coined permanent revolution", "the theory of 1906 is Trotsky's"),
    ],
)
def test_a_student_is_answered_in_the_first_look(library: Library, question: str, answer: str) -> None:
    direct = direct_answer(library.pack, library.find(question))

    assert direct is not None
    assert answer in f"{direct.text} {direct.further}"


@pytest.mark.parametrize("question", ["how many members did the bolsheviks have in 1917", "why did lenin expel cannon"])
def test_what_is_known_of_others_is_no_answer(library: Library, question: str) -> None:
    assert direct_answer(library.pack, library.find(question)) is None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # what ended or followed something: it is that which ended, and nothing that only looks like it
        ("what ended war communism", "the revolt at Kronstadt brought its end"),
        ("what ended the nep", "put an end to the New Economic Policy"),
        ("what replaced war communism", "New Economic Policy: It ended War Communism"),
        ("what replaced the second international", "to take the place of the Second International"),
        ("what followed the february revolution", "formed a Provisional Government"),
        ("who dissolved the constituent assembly", "by the Bolshevik-led Central Executive Committee"),
        # offices at a time
        ("who was head of the provisional government in april 1917", "Prince Georgy Lvov was the first head"),
        ("who was head of the provisional government in august 1917", "Alexander Kerensky was head"),
        ("who was chairman of the petrograd soviet in october 1917", "Trotsky was elected chairman"),
        ("who was chairman of the petrograd soviet in 1920", "Grigory Zinoviev was chairman"),
        ("who was general secretary in 1930", "From 3 April 1922 Stalin was General Secretary"),
        ("who was war commissar in 1920", "As People's Commissar for War from March 1918 Trotsky"),
        ("who led the comintern in 1927", "until the end of 1928 Bukharin was its leading man"),
        ("when did trotsky resign as war commissar", "from March 1918 to January 1925"),
        # how long: all of it
        ("how long did the provisional government last", "overthrew the Provisional Government on 7 November 1917"),
        ("how long was trotsky in exile", "Alma-Ata (Jan 1928 – Jan 1929), Turkey (Feb 1929 – Jul 1933)"),
        ("how long was trotsky in turkey", "From February 1929 to July 1933"),
        # parties
        ("which party did victor serge belong to", "Victor Serge joined the Russian Communist Party"),
        ("which party did martov belong to", "the foremost leader of the Mensheviks"),
        ("which party did cannon lead", "the Socialist Workers Party"),
        ("which party did trotsky found", "Trotsky was the founder of the Fourth International"),
        # reasons in sentences that are no rows for them
        ("why was the nep introduced", "Alarmed by peasant risings"),
        ("what caused the february revolution", "a lockout at the Putilov works"),
        ("why is the october revolution kept in november", "Russia still used the Julian calendar"),
        ("why did trotsky join the bolsheviks", "the policy for which he stood himself"),
        ("why did trotsky join lenin", "the policy for which he stood himself"),
        ("why did norway expel trotsky", "under Soviet pressure"),
        ("why was trotsky expelled from the party", "after the United Opposition had marched under its own slogans"),
        ("why did the bolsheviks dissolve the constituent assembly", "would not accept the decrees"),
        ("why is kronstadt important", "the break between the Bolsheviks and the workers and sailors"),
        # the rest
        ("where was lenin when the february revolution broke out", "Lenin lived in exile in Switzerland"),
        ("which country gave trotsky asylum in 1937", "From 9 January 1937 until his death Trotsky lived in Mexico"),
        ("how old was lenin in 1917", "In 1917 Vladimir Lenin was 46 or 47 years old."),
        ("how many children did trotsky have", "Trotsky had four children"),
        ("how many people took part in the founding of the fourth international", "Uncertain: Works give 21, 26 or 30"),
        ("is there still a fourth international", "it split in 1953"),
        ("who were the members of the triumvirate", "Bloc of Stalin, Zinoviev and Kamenev"),
        ("who attended the zimmerwald conference", "Named here are only those who have entries"),
        ("which book did trotsky write in prinkipo", "History of the Russian Revolution (1931)"),
        ("when did the provisional government fall", "on 7 November 1917"),
        ("who was war commissar before trotsky", "Nikolai Podvoisky was Soviet People's Commissar"),
        ("who was in the politburo in 1924", "From 1919 to the end of 1925 Lev Kamenev"),
        ("where did trotsky go after norway", "Trotsky lived in Mexico"),
        ("why did trotsky oppose the popular front", "the Popular Front tied Spain's workers"),
        ("how old was trotsky when he became war commissar", "In 1918 Leon Trotsky was 38 or 39 years old."),
        ("how long did the second congress of the rsdlp last", "of 30 July to 23 August 1903"),
        ("who was responsible for the murder of trotsky", "was ordered by Stalin"),
        ("when was the dewey commission held", "first sat in Mexico on 10 April 1937"),
        ("when did the fourth international reunify", "In June 1963"),
        ("how did trotsky react to kronstadt", "had thought it necessary and bore responsibility for it"),
        ("trotsky's criticism of stalin", "Trotsky blamed Stalin above all"),
        ("what did lenin say about trotsky in his testament", "perhaps the most able man"),
        ("which faction did bukharin lead", "led what became known as the Right Opposition"),
        ("which country did trotsky go to in 1929", "From February 1929 to July 1933 Trotsky lived in Turkey"),
        ("who succeeded stalin", "power in the Soviet Union passed to a group"),
        ("did lenin and trotsky disagree", "Often opponents between 1903 and 1917"),
        ("when did trotsky found the fourth international", "on 3 September 1938"),
    ],
)
def test_a_question_is_answered_by_what_covers_it(library: Library, question: str, answer: str) -> None:
    direct = direct_answer(library.pack, library.find(question))

    assert direct is not None
    assert answer in f"{direct.text} {direct.further}"


@pytest.mark.parametrize(
    "question",
    [
        "what replaced the comintern",  # not what it replaced
        "who was head of the provisional government in january 1917",  # not who was so from March
        "who was chairman of the petrograd soviet in march 1927",  # not who was so to 1926
        "when did kerensky resign as war commissar",
        "how long was lenin in power",  # not a part of it
        "who did trotsky murder",  # not by whom he was murdered
        "why did stalin expel trotsky",  # not when
        "how long did trotsky lead the red army",  # not only since when
        "what was trotsky's position in the civil war",  # not what he wrote of another one
        "how old was lenin when he married",
        "who was chairman of the petrograd soviet before trotsky",  # not who held another office before him
        "what ended stalin",
        "why did stalin support trotsky",  # not what he said of him
        "why was the third international founded",  # not why it was dissolved
        "how old was trotsky in 1950",
        "how long was trotsky a menshevik",  # not only since when
        "how long did the soviet union exist",  # not only until when
        "which group did lenin join",  # not which he led
    ],
)
def test_what_does_not_cover_a_question_is_no_answer(library: Library, question: str) -> None:
    assert direct_answer(library.pack, library.find(question)) is None


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("who ordered the storming of kronstadt", "Troops under Mikhail Tukhachevsky stormed Kronstadt"),
        ("who put down the kronstadt rebellion", "Troops under Mikhail Tukhachevsky stormed Kronstadt"),
        ("who was the first head of the provisional government", "first under Prince Lvov"),
        ("who was the first foreign minister of soviet russia", "the first People's Commissar for Foreign Affairs"),
        ("when did trotsky meet lenin for the first time", "London, where he first met Lenin"),
        ("why did lenin attack stalin in his testament", "whom he found too rude"),
        ("what was the dewey commission's verdict", "not guilty"),
    ],
)
def test_what_is_told_in_a_hit_is_not_said_to_be_untold(library: Library, question: str, line: str) -> None:
    found = library.find(question)
    view = answer_view(library.pack, found)
    if not view.hits or view.header:  # as the program does where nothing answers
        telling = library.rarest([term for term in found.query.terms if term.word not in found.query.naming])[:2]
        for word in reversed(telling):
            view = with_nearest(library.pack, view, found, library.find(word), found)

    assert line in view.hits[0].text
    assert not view.header


@pytest.mark.parametrize("word", ["marry", "married", "prefer", "nobel", "prize"])
def test_an_everyday_word_is_no_slip(library: Library, word: str) -> None:
    assert library.find(f"did trotsky {word}").query.misspelt == ()


@pytest.mark.parametrize("question", ["how did stalin come to power", "what was the role of the soviets in 1917"])
def test_no_hit_is_a_name_alone(library: Library, question: str) -> None:
    hits = answer_view(library.pack, library.find(question)).hits

    assert hits
    assert every(hit.text for hit in hits)


def test_a_quotation_comes_first_that_has_the_very_words(library: Library) -> None:
    assert library.search("dustbin of history")[0].id == "quote-dustbin-of-history"


def test_a_dispute_is_told_with_its_answers(library: Library) -> None:
    direct = direct_answer(library.pack, library.find("what is the difference between trotskyism and leninism"))

    assert direct is not None
    assert [f"{each} (" in direct.further for each in ("Cannon", "Stalin", "Day")] == [True] * 3
    assert len(direct.facts) == 3


def test_with_an_answer_the_event_comes_first_and_nothing_else_that_shares_a_word(library: Library) -> None:
    killed = answer_view(library.pack, library.find("who killed trotsky"))
    died = answer_view(library.pack, library.find("how did zinoviev die"))

    assert killed.direct is not None
    assert "20 August 1940" in killed.direct.further
    assert "Coyoacán" in killed.direct.further
    assert [hit.id for hit in killed.hits][:2] == ["assassination-of-trotsky", "mercader"]
    assert not {"transitional-programme", "zinoviev"} & {hit.id for hit in killed.hits}
    assert [hit.id for hit in died.hits] == ["zinoviev"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("where is stalin buried", "Not told here in these words: “buried” and Joseph Stalin together"),
        ("what did mao say about trotsky", "Not told here in these words: “mao” and Leon Trotsky together"),
        ("did stalin ever yodel", "The book does not have “yodel”"),
        ("who killed trotsky", ""),
        ("did stalin order trotsky's murder", ""),
        ("did trotsky ever return to russia", ""),
        ("orwell trotsky", ""),  # no question: keywords
    ],
)
def test_what_nothing_tells_is_said_with_what_is_named_first(library: Library, question: str, told: str) -> None:
    view = answer_view(library.pack, library.find(question))

    assert view.header.removesuffix("; nearest:") == told
    if told:
        assert view.direct is None
        assert view.hits[0].id in ("trotsky", "stalin")
        assert len(view.hits) <= 3


def test_two_names_are_told_of_together_or_it_is_said_that_nothing_does(library: Library) -> None:
    view = answer_view(library.pack, library.find("is china a deformed workers state"))

    assert view.header.startswith("Not told here in these words: China and deformed workers' state together")
    assert [hit.id for hit in view.hits] == ["china", "deformed-workers-state"]


@pytest.mark.parametrize(
    ("question", "strangers"),
    [
        ("trotsky wife", {"struggle-for-a-proletarian-party"}),  # a companion volume
        ("what was the french turn", {"thermidor"}),  # another turn
        ("why did trotsky lose to stalin", {"trotsky"}),  # by Goldman's account the Bolsheviks lost the masses
        ("did trotsky have children", {"dewey"}),
        ("who founded the red army", {"issue-great-terror"}),  # former opposition leaders
        ("how did stalin come to power", {"trotsky"}),
    ],
)
def test_beside_an_answer_stands_only_what_speaks_of_the_question(
    library: Library, question: str, strangers: set[str]
) -> None:
    view = answer_view(library.pack, library.find(question))

    assert view.direct is not None
    assert 1 <= len(view.hits) <= 2
    assert not strangers & {hit.id for hit in view.hits}


def test_a_word_in_a_title_is_no_answer(library: Library) -> None:
    view = answer_view(library.pack, library.find("who betrayed trotsky"))

    assert view.header.startswith("Not told here in these words: “betrayed”")


def test_a_number_that_is_asked_for_stands_in_the_first_line(library: Library) -> None:
    members = answer_view(library.pack, library.find("how many members did the fourth international have"))

    assert "2,000" in members.hits[0].text


def test_who_coined_a_word_and_who_first_used_it_are_one_question(library: Library) -> None:
    questions = (
        "who coined trotskyism",
        "who was the first to use the word trotskyism",
        "who invented the term trotskyism",
        "where does the word trotskyism come from",
    )
    answers = {direct_answer(library.pack, library.find(each)) for each in questions}

    assert len(answers) == 1
    (answer,) = answers
    assert answer is not None
    assert answer.text.startswith("Disputed. ")
    assert "Milyukov (1907)" in answer.further


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("кто убил Троцкого", "Ramón Mercader"),
        ("когда убили Троцкого?", "20 August 1940"),
        ("где родился Троцкий", "Yanovka"),
        ("что такое перманентная революция", "Trotsky's theory"),
        ("кто такой Зиновьев", "Old Bolshevik"),
        ("сколько лет было Троцкому", "was 60"),
        ("жена Троцкого", "Natalia Sedova"),
        ("kto takoy kamenev", "Old Bolshevik"),
        ("kto ubil trotskogo", "Ramón Mercader"),
    ],
)
def test_a_question_in_russian_is_understood(library: Library, question: str, answer: str) -> None:
    direct = direct_answer(library.pack, library.find(question))

    assert direct is not None
    assert answer in f"{direct.text} {direct.further}"


def test_a_russian_title_is_no_question(library: Library) -> None:
    assert library.search("Что делать?")[0].id == "what-is-to-be-done"


def test_keywords_with_a_name_find_only_lines_that_say_them(library: Library) -> None:
    view = answer_view(library.pack, library.find("trotsky's death"))

    assert view.hits[0].id == "assassination-of-trotsky"
    assert answer_view(library.pack, library.find("lenin sealed train")).hits[0].id == "lenins-return"
    assert not {"transitional-programme", "lenins-death"} & {hit.id for hit in view.hits}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is the testament of lenin", "Lenin's Testament: Notes that the ailing Lenin dictated"),
        ("what's the popular front", "Popular Front: the Comintern's policy"),
        ("what happened to bukharin", "was shot in 1938"),
        (
            "when did natalia sedova leave the fourth international",
            "broke with the Fourth International",
        ),
        ("is trotskyism the same as leninism", "Leninism: The doctrine of Lenin"),
        (
            "did lenin agree with permanent revolution",
            "Disputed. Trotsky held that Lenin came over to it in substance; Stalin",
        ),
        ("what was the relationship between eastman and trotsky", "as Trotsky's literary agent"),
    ],
)
def test_a_question_may_be_put_in_other_words(library: Library, question: str, answer: str) -> None:
    direct = direct_answer(library.pack, library.find(question))

    assert direct is not None
    assert answer in f"{direct.text} {direct.further}"


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("when did trotsky meet lenin", "where he first met Lenin"),
        ("did rosa luxemburg support the october revolution", "She welcomed the October Revolution"),
        ("who was with trotsky in coyoacan", "Trotsky lived in Mexico, at Coyoacán"),
        ("who founded the communist party of china", "Chen Duxiu, its co-founder"),
        ("who attacked trotsky in may 1940", "gunmen under the painter David Alfaro Siqueiros"),
        ("who said the dustbin of history", "into the dustbin of history!”"),
    ],
)
def test_without_an_answer_the_line_that_tells_it_comes_first(library: Library, question: str, line: str) -> None:
    view = answer_view(library.pack, library.find(question))

    assert not view.header
    assert line in view.hits[0].text


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who ordered the murder of trotsky", "ordered by Stalin"),
        ("who was shot in the moscow trials", "Lev Kamenev, condemned in the first Moscow Trial, was shot"),
        ("who was expelled with trotsky", "Grigory Zinoviev, together with Trotsky, was expelled"),
        ("who opposed lenin", "Trotsky opposed Lenin"),
        ("who opposed stalin", "Trotsky fought against Stalin"),
        ("who was allied with stalin", "Grigory Zinoviev"),
        ("who wrote a biography of trotsky", "Isaac Deutscher"),
        ("trotsky biography", "The Prophet Armed"),
        ("who were the main trotskyist leaders in the united states", "James P. Cannon"),
        ("who led the trotskyists in china", "Chen Duxiu led the united Trotskyist movement of China"),
        ("which countries gave trotsky asylum", "Turkey (1929–1933), France (1933–1935), Norway"),
        ("in which country was trotsky born", "Yanovka"),
        ("what did stalin do to the left opposition", "expelled in 1927, banished and jailed"),
        ("what happened to the left opposition", "most of them were killed"),
    ],
)
def test_the_verb_of_a_question_decides_which_statement_answers(library: Library, question: str, answer: str) -> None:
    direct = direct_answer(library.pack, library.find(question))

    assert direct is not None
    assert answer in f"{direct.text} {direct.further}"


@pytest.mark.parametrize(
    "question",
    [
        "who was with trotsky in coyoacan",  # not all his allies
        "who founded the communist party of china",  # not where its congress met
        "who won",  # whatever it was
        "who was the first",
        "what did ernest mandel die of",  # a day is no cause
    ],
)
def test_who_did_another_thing_is_no_answer(library: Library, question: str) -> None:
    assert direct_answer(library.pack, library.find(question)) is None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # deaths: by the event, else by what is told of the person
        ("who shot trotsky", "struck down with an ice axe"),
        ("who assassinated trotsky", "his murderer, Ramón Mercader"),
        ("what weapon killed trotsky", "an ice axe"),
        ("who killed nin", "by Soviet NKVD agents under Alexander Orlov"),
        ("when was nin murdered", "The day of the murder is not known"),
        ("who killed sedov", "Lev Sedov died in Paris in February 1938 is not settled"),
        ("who killed trotsky's son", "Lev Sedov died in Paris in February 1938 is not settled"),
        ("when was zinoviev shot", "was shot on 25 August 1936"),
        ("when was kamenev executed", "was shot on 25 August 1936"),
        ("how did bukharin die", "was shot on 15 March 1938"),
        ("what did lenin die of", "after a series of strokes"),
        ("did stalin kill trotsky", "ordered by Stalin"),
        ("did stalin kill kirov", "dispute whether Stalin had a hand"),  # not what he used it for
        ("who was shot in august 1936", "Ivan Smirnov"),
        ("who was killed in 1940", "struck down by an agent of Stalin's secret police"),
        ("who were the old bolsheviks shot in 1936", "Grigory Zinoviev, condemned in the first Moscow Trial"),
        ("old bolsheviks killed in the moscow trials", "Nikolai Bukharin, condemned in the third Moscow Trial"),
        ("what happened to zinoviev and kamenev", "shot after the first Moscow Trial"),
        ("what happened to trotsky's son", "Lev Sedov: Elder son"),
        # who came after somebody
        ("who succeeded lenin", "In 1924 Alexei Rykov followed Lenin"),
        ("who replaced lenin", "Joseph Stalin: Ruler of the Soviet Union"),
        ("who became leader after lenin", "Joseph Stalin: Ruler of the Soviet Union"),
        ("who ruled the soviet union after lenin", "Joseph Stalin: Ruler of the Soviet Union"),
        ("who won the struggle after lenin's death", "He beat Trotsky and then his own allies"),
        ("who succeeded zinoviev as head of the comintern", "Bukharin followed him"),
        # coming and going
        ("when did trotsky leave norway", "in 1936 under Soviet pressure and deported him in December"),
        ("when did trotsky leave turkey", "From February 1929 to July 1933"),
        ("when did trotsky arrive in mexico", "From 9 January 1937"),
        ("when did lenin leave switzerland", "From 1914 to 1917"),
        # beginning and end
        ("when did the nep begin", "In March 1921 the New Economic Policy began"),
        ("when did the nep end", "to the end of the 1920s"),
        ("when did the popular front start", "from 1935"),
        ("when did the civil war end", "from 1918 to 1920"),
        ("when did world war one end", "11 November 1918"),
        ("when did the spanish civil war break out", "17 July 1936"),
        ("when did the moscow trials end", "March 1938"),
        ("when did kronstadt happen", "from 1 to 18 March 1921"),
        # why and what of it
        ("why was there a split in 1953", "quarrelled over Pablo's line of working inside the Communist Parties"),
        ("what caused the kronstadt rebellion", "moved the sailors of Kronstadt to rise"),
        ("what led to the kronstadt rebellion", "moved the sailors of Kronstadt to rise"),
        ("how did trotskyists see the spanish civil war", "Trotsky held that war and revolution were one"),
        ("what is the theory of permanent revolution", "Trotsky's theory, set out in Results and Prospects"),
        ("what did trotsky write in prison", "and wrote Results and Prospects"),
        ("what happened in 1921", "1921: Kronstadt rebellion (1–18 Mar); "),
        ("who wrote what is to be done", "Lenin called for a centralised organisation"),
        ("books about trotsky", "The Prophet Armed"),
        ("trotsky wife and children", "Trotsky had four children"),
        ("when was the workers party founded", "in April 1940"),
        ("can there be socialism in one country", "Stalin and Bukharin said yes"),
        ("who was trotsky's killer", "his murderer, Ramón Mercader"),
        ("where is coyoacan", "Coyoacán, where Trotsky lived from 1937,"),
        ("what killed lenin", "after a series of strokes"),
        ("why was there a split in 1940", "would no longer defend the Soviet Union unconditionally"),
        ("what happened to trotsky in 1927", "expelled from the All-Union Communist Party"),
        ("how did stalin become leader", "beat his rivals and became sole leader"),
        ("where was trotsky exiled in 1929", "lived in Turkey"),
        ("who was the first person to use the word trotskyism", "Milyukov"),
        ("who chaired the dewey commission", "John Dewey chaired"),
        ("how many delegates attended the fifteenth party congress", "898 voting delegates"),
        ("was trotsky a member of the mensheviks", "In September 1904 Trotsky formally left the Mensheviks"),
        ("why did trotsky reject socialism in one country", "in his view a socialist society"),
        ("was trotsky expelled from the comintern", "expelled from the Executive Committee of the Comintern"),
        ("who assassinated trotsky and with what weapon", "with an ice axe"),
        ("why did trotsky lose to stalin", "Political struggle is decided by interests and forces"),
        ("why did trotsky lose against stalin", "decided by interests and forces, not by arguments"),
        ("whom did stalin beat", "with Zinoviev and Kamenev he defeated Trotsky"),
        ("what did the right opposition want", "the New Economic Policy with its peasant market"),
    ],
)
def test_a_question_in_plain_words_is_answered(library: Library, question: str, answer: str) -> None:
    direct = direct_answer(library.pack, library.find(question))

    assert direct is not None
    assert answer in f"{direct.text} {direct.further}"


@pytest.mark.parametrize(
    "question",
    [
        "who founded the lssp",  # not who founded the LSSP (Revolutionary)
        "who shot stalin",  # not whom he had shot
        "who shot harte",  # not who was with those who did
        "who killed stalin",  # not how many died under him
        "who took over from trotsky",
        "who opposed the nep",  # not who opposed a tax a year before it
        "what happened after stalin died",
        "when did trotsky resign",  # to have left a party is another thing
        "when did trotsky lose his position",
        "when did stalin come to power",  # not when he spoke of those in power
        "when did the fourth international end",  # not at the end of which month it met
        "when did the democratic centralists end",
        "when was trotsky rehabilitated",  # others were
        "why did the soviet union collapse",
        "why was pablo expelled",  # he had others expelled
        "why did lenin oppose stalin",  # not what Stalin did that had been passed under Lenin
        "what caused the october revolution",  # its course is no cause, nor why it is kept in November
        "where were there trotskyists",
        "how many trotskyists were there",  # not how many there were in China
        "how many congresses did the fourth international have",  # not how many delegates
        "who deported trotsky",  # to be expelled is another thing
        "when did trotsky get married",  # not to whom
        "when did trotsky join the left opposition",  # not when Radek did
        "why did trotsky not take power",
        "why did bukharin oppose stalin",  # not what he opposed with him
        "how did world war one end",  # not how the International ended with it
        "how did trotskyism begin",
        "who did lenin name as his successor",  # not who came after him
        "what was trotsky's first book",  # not his book on the first revolution
        "why did stalin die",  # not why others did under him
        "when did trotsky give up on the comintern",  # not when he was removed
        "who attacked trotsky in may 1940",  # not one who disappeared with those who did
        "who supported the april theses",  # not what their opponents called their own support of another thing
        "who defeated stalin",  # not whom he defeated
        "whom did zinoviev beat",  # not who beat him
        "why did trotsky defend the ussr in 1939",  # that he did is the reason of something else
        "was pablo expelled from the comintern",
        "why was bukharin expelled",  # not when he was removed
        "was stalin a member of the left opposition",  # not what he did against it
    ],
)
def test_what_only_shares_the_words_is_no_answer(library: Library, question: str) -> None:
    assert direct_answer(library.pack, library.find(question)) is None


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("which countries had trotskyist parties", "In only three countries, Vietnam, Ceylon and Bolivia"),
        ("french trotskyism", "French Trotskyist organisation"),
        ("chinese trotskyism", "Chinese Trotskyism began among the Chinese students in Moscow"),
    ],
)
def test_the_line_that_tells_it_comes_first(library: Library, question: str, first: str) -> None:
    assert first in answer_view(library.pack, library.find(question)).hits[0].text


def test_a_common_word_is_no_name_within_a_question(library: Library) -> None:
    assert "la-lutte" not in library.find("who won the class struggle").query.entries
    assert "la-lutte" in library.find("the struggle").query.entries
    assert "british-section" in library.find("when was the club founded").query.entries


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("trotsky stalin", {"trotsky", "stalin"}),
        ("stalin trotsky", {"trotsky", "stalin"}),
        ("trotsky cannon", {"trotsky", "cannon"}),
        ("hitler stalin", {"hitler", "stalin"}),
        ("spain 1936 poum", {"spain", "poum"}),
        ("spain poum", {"spain", "poum", "murder-of-nin"}),
        ("bolivia revolution 1952", {"bolivia", "bolivian-revolution-1952"}),
        ("trotsky's stalin", {"trotskys-stalin-biography"}),
    ],
)
def test_names_are_found_each_by_itself(library: Library, words: str, first: set[str]) -> None:
    view = answer_view(library.pack, library.find(words))

    assert {hit.id for hit in view.hits[: len(first)]} == first


def test_what_a_question_would_not_be_without_is_not_left_out(library: Library) -> None:
    assert library.find("who was the youngest bolshevik leader").query.only_unknown == ""


@pytest.mark.parametrize(
    "question",
    [
        *("where did trotsky study", "who supported pablo", "who did pablo support"),
        *(
            "who opposed lenin in 1917",
            "who opposed trotsky",
            "who supported kautsky",
            "why did trotsky suppress kronstadt",
        ),
        *("who wrote about the revolution betrayed", "how did trotsky get to mexico"),
        *("who was wrangel", "who was yudenich", "who was gapon", "who was castro"),
    ],
)
def test_what_only_seems_to_answer_is_no_answer(library: Library, question: str) -> None:
    assert direct_answer(library.pack, library.find(question)) is None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who was kolchak", "Kolchak"),
        ("who was wrangel", "Wrangel"),
        ("who was yudenich", "Yudenich"),
        ("who was gapon", "Gapon"),
        ("who was jock haston", "Haston"),
        ("where was the founding congress of the comintern held", "Moscow"),
    ],
)
def test_the_first_hit_has_what_is_asked(library: Library, question: str, name: str) -> None:
    view = answer_view(library.pack, library.find(question))

    assert name in view.hits[0].text
    assert not view.header


@pytest.mark.parametrize("question", ["where was lenin murdered", "who was lenin's father"])
def test_what_is_told_of_another_is_said_to_be_untold(library: Library, question: str) -> None:
    assert answer_view(library.pack, library.find(question, limit=5)).header.endswith("; nearest:")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what did marx say about russia", "Russian communal land"),
        ("how long was trotsky in exile", "Switzerland (Aug – Nov 1914), Paris (Nov 1914 – 1916), Spain"),
        ("where was the second congress of the rsdlp", "opened in Brussels"),
        ("how long was trotsky in prison", "until January 1907"),
        ("when was trotsky in prison", "After the July Days of 1917"),
        ("who succeeded lenin as head of government", "Rykov"),
        ("who supported stalin", "Molotov, whom Stalin had promoted, stood with Stalin"),
        ("who was the pope of marxism", "Karl Kautsky"),
        ("who was natalie sedov", "Natalia Sedova"),
    ],
)
def test_an_answer_has_all_of_its_rows(library: Library, question: str, text: str) -> None:
    direct = direct_answer(library.pack, library.find(question))

    assert direct
    assert text in f"{direct.text} {direct.further}"


def test_it_is_said_that_no_stay_is_left_out_only_where_none_is(library: Library) -> None:
    trotsky = direct_answer(library.pack, library.find("how long was trotsky in exile"))
    office = direct_answer(library.pack, library.find("who succeeded lenin as head of government"))

    assert trotsky
    assert office
    assert "These are the stays" not in trotsky.further or "Geneva" in trotsky.further
    assert "Stalin" not in office.further


def test_a_name_that_the_book_does_not_have_is_no_slip(library: Library) -> None:
    assert not library.find("who was browder").hits
    assert library.find("who was stallin").query.entries.keys() == {"stalin"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # how it ended, and what happened at a place in a year
        ("how did the kronstadt rebellion end", "stormed Kronstadt over the ice on 17 and 18 March 1921"),
        ("how did the spanish civil war end", "the Nationalists won"),
        ("how did the chinese revolution end", "crushed the workers' movement of China"),
        ("how did the comintern end", "had the Communist International dissolved in 1943"),
        ("what happened at kronstadt in 1921", "The Red Army took the fortress over the ice"),
        ("what happened in kronstadt in march 1921", "The Red Army took the fortress over the ice"),
        ("what happened in petrograd in february 1917", "brought down the tsar"),  # in the Old Style
        ("what happened in germany in 1923", "only Hamburg rose"),
        # how many made something together
        ("how many people signed the declaration of the 46", "letter of forty-six leading Communists"),
        # one of two
        ("was bukharin on the right or the left of the party", "led the Left Communists"),
        ("was bukharin on the right or the left of the party", "the Right Opposition"),
        ("was trotsky a bolshevik or a menshevik", "sided with the Mensheviks"),
        ("was trotsky a bolshevik or a menshevik", "joined the Bolsheviks"),
        # over what they parted, and why it failed
        ("why did the fourth international split in 1953", "working inside the Communist Parties"),
        ("why did the socialist workers party split in 1940", "over the defence of the Soviet Union"),
        ("why did the rsdlp split", "parted over party membership"),
        ("why did lenin and martov split", "divided over membership"),
        ("why did the chinese revolution fail", "Trotsky blamed Stalin's policy"),
        ("why did the revolution fail in germany", "because the Communist leaders shrank back"),
        ("why did the german revolution fail in 1923", "because the Communist leaders shrank back"),
        ("who founded the socialist workers party", "James P. Cannon"),
        ("how many people attended the founding congress of the comintern", "some fifty delegates"),
        ("how did the third international begin", "was founded in Moscow in March 1919"),
        ("how did the spanish civil war begin", "began with a rising of generals"),
        ("was kronstadt a revolution or a counter-revolution", "Disputed."),
        ("how did the first russian revolution end", "The Revolution of 1905 was defeated"),
        ("what ended the kronstadt rebellion", "stormed Kronstadt over the ice"),
        ("why did the july days fail", "collapsed when the charge that Lenin was a German agent"),
        ("what happened in russia in 1917", "strikes and mutiny in Petrograd overthrew the tsar"),
        ("did trotsky have children", "Trotsky had four children"),
        ("what happened to trotskys children", "died in the Mirabeau clinic in Paris"),
        ("trotsky wife", "Natalia Sedova: Trotsky's second wife"),
        ("trotsky's family", "Lev Sedov"),
        ("who was trotsky's father", "David Bronstein"),
        ("was trotsky a menshevik", "In September 1904 Trotsky formally left the Mensheviks"),
        ("who was the first to use the word trotskyism", "Milyukov"),
    ],
)
def test_kinds_of_question_that_the_book_answers(library: Library, question: str, told: str) -> None:
    direct = direct_answer(library.pack, library.find(question))

    assert direct is not None
    assert told in f"{direct.text} {direct.further}"


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        (
            "how many congresses did the fourth international hold",
            "How many is not told here in so many words; nearest:",
        ),
        ("who was lenin's father", "Not told here in these words: “father” and Vladimir Lenin together; nearest:"),
        ("what did ernest mandel die of", "Of what Ernest Mandel died is not told here; nearest:"),
        ("how did cannon die", "Of what James P. Cannon died is not told here; nearest:"),
        ("how did stalin die", ""),
        ("how many delegates attended the tenth congress", ""),
        ("why did stalin die", ""),  # after a stroke
        ("why was trotsky killed", "Why is not told here in so many words; nearest:"),
        ("why was the red army created", "Why is not told here in so many words; nearest:"),
        (
            "where did lenin go to school",
            "Not told here in these words: “school” and Vladimir Lenin together; nearest:",
        ),
        ("was stalin a marxist", "Not told here in these words: Joseph Stalin and Marxism together; nearest:"),
        ("was stalin a georgian", ""),  # from Georgia
        ("was lenin a german agent", ""),  # charged as one
        (
            "where did trotsky go to school",
            "Not told here in these words: “school” and Leon Trotsky together; nearest:",
        ),
    ],
)
def test_it_is_said_what_is_not_told(library: Library, question: str, untold: str) -> None:
    assert answer_view(library.pack, library.find(question, limit=5)).header == untold


@pytest.mark.parametrize(
    ("question", "name", "line"),
    [
        ("when was the left opposition formed", "Left Opposition", "Faction around Trotsky"),
        ("when did hitler come to power", "Hitler's coming to power", "Trotsky held"),
        (
            "why did the fourth international split in 1953",
            "split of the Fourth International",
            "neither the discipline",
        ),
    ],
)
def test_beside_an_answer_stands_what_is_asked_of_and_no_line_that_repeats_it(
    library: Library, question: str, name: str, line: str
) -> None:
    view = answer_view(library.pack, library.find(question, limit=5))

    assert view.direct
    assert view.hits[0].name == name
    assert line in view.hits[0].text


@pytest.mark.parametrize(
    "question",
    ["how did the russian civil war begin", "why did the hungarian revolution fail", "why did the revolution fail"],
)
def test_what_is_told_of_another_thing_is_no_answer(library: Library, question: str) -> None:
    assert direct_answer(library.pack, library.find(question, limit=5)) is None


@pytest.mark.parametrize("question", ["who won the world cup in 1938", "was kautsky a trotskyist"])
def test_what_shares_a_weak_word_is_no_hit(library: Library, question: str) -> None:
    found = library.find(question, limit=5)
    view = answer_view(library.pack, found)

    assert {hit.id for hit in view.hits} <= {*found.query.entries} - {"blanquism"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("why were the bolsheviks called bolsheviks", "from the Russian word for majority"),
        ("what does the name menshevik mean", "from the Russian word for minority"),
        ("where does the name bolshevik come from", "from the Russian word for majority"),
        ("who were the bolsheviks and the mensheviks", "Mensheviks: Moderate wing"),
        ("who were zinoviev and kamenev", "Lev Kamenev: "),
        ("what did trotsky write", r"The Revolution Betrayed \(1936\)"),
        ("what did isaac deutscher write", "life of Trotsky in three volumes"),
        ("who led the minneapolis strikes", "Skoglund"),
        ("who was the minneapolis strike leader", "Skoglund"),
        ("who led the fourth international after trotsky", "Michel Pablo"),
        ("when did trotsky leave russia for good", "1929"),
        ("when was trotsky exiled from russia", "1929"),
        ("why was trotsky expelled from the communist party", "charged"),
        ("why did max shachtman break with trotsky", "would no longer defend the Soviet Union"),
        ("why did stalin win against trotsky", "Disputed"),
        ("why did the fourth international split", "quarrelled over Pablo's line"),
        ("why was shachtman expelled from the communist party", "for Trotskyism"),
        ("who led the october revolution", "Disputed"),
        ("who led the kronstadt rebellion", "Petrichenko"),
        ("why is it called trotskyism", "after whom Trotskyism is named"),
        ("what did trotsky write in 1938", "^Trotsky wrote (?!.*1905).*Their Morals and Ours"),
        ("did lenin like trotsky", "perhaps the most able man in the Central Committee"),
        ("when did the poum end", "about 1981"),
        ("when did the united opposition end", "broken by the end of 1927"),
    ],
)
def test_names_works_leaders_and_partings_are_told(library: Library, question: str, told: str) -> None:
    direct = direct_answer(library.pack, library.find(question, limit=5))

    assert direct is not None
    assert re.search(told, f"{direct.text} {direct.further}")


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("why is it called the fourth international", "Why it is called so is not told here; nearest:"),
        ("why did lenin call himself lenin", "Why it is called so is not told here; nearest:"),
        ("who murdered lenin", "That Vladimir Lenin was killed is not told here; nearest:"),  # he lived
        ("where was lenin murdered", "That Vladimir Lenin was killed is not told here; nearest:"),
        ("when did the fourth international end", "That the Fourth International ended is not told here; nearest:"),
    ],
)
def test_what_a_question_takes_for_granted_is_not(library: Library, question: str, untold: str) -> None:
    view = answer_view(library.pack, library.find(question, limit=5))

    assert view.direct is None
    assert view.header == untold


@pytest.mark.parametrize(
    "question",
    ["what is entryism", "what is the united front", "what was the new economic policy", "what is a workers state"],
)
def test_under_a_definition_no_hit_says_what_it_is_again(library: Library, question: str) -> None:
    view = answer_view(library.pack, library.find(question, limit=5))

    assert view.direct is not None
    entry = library.pack.entries[view.hits[0].id]
    again = [fact_sentence(library.pack, fact) for fact in entry.facts if fact.relation == "defined-as"]
    assert view.hits[0].text not in ("", *again)


def test_what_the_book_does_not_have_narrows_a_question(library: Library) -> None:
    assert library.find("who was the leader of the hungarian revolution", limit=5).query.only_unknown == ""


def test_the_first_name_of_somebody_without_an_entry_is_nobody_else(library: Library) -> None:
    named = library.find("why did james burnham leave the trotskyists", limit=5).query.entries

    assert "clr-james" not in named
    assert "clr-james" in library.find("what did james write about the black jacobins", limit=5).query.entries


def test_a_year_is_part_of_a_name(library: Library) -> None:
    query = library.find("who led the russian revolution of 1905", limit=5).query

    assert query.named == ["revolution-of-1905"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("did stalin order the murder of trotsky", "was ordered by Stalin"),
        ("was stalin a georgian", "a Bolshevik from Georgia"),
        ("was trotsky jewish", "Trotsky was of Jewish origin"),
        ("was lenin a german agent", "Disputed. The Provisional Government charged him with it in July"),
        ("was orwell a trotskyist", "He was no Trotskyist"),
        ("what did orwell say about trotsky", "as much responsible for the Russian dictatorship as any man living"),
        (
            "was trotsky in prison",
            "Trotsky was held in prison until January 1907",
        ),  # of himself, before where he is named
        ("was trotsky ever in new york", "Trotsky lived in New York"),
        ("was cannon a trotskyist", "a founder of American Trotskyism"),
        ("did trotsky kill kirov", "falsely charged"),
        ("did lenin know trotsky", "worked together from 1917 to 1923"),
        ("did bukharin know stalin", "Stalin was allied with Bukharin"),
        ("did trotsky meet frida kahlo", "the Blue House of Diego Rivera and Frida Kahlo"),
        ("did trotsky support the kronstadt rebellion", "ordered the rebels of Kronstadt to surrender"),
        ("who is james cannon", "American Trotskyism"),  # without the initial in the middle
        ("did james cannon go to prison", "he was in prison in 1944"),
        ("how did lenin and trotsky differ", "were opposed on the role of the peasantry, the stages of revolution, "),
        ("how did trotsky and stalin differ", "building socialism in one country"),
        ("why did trotsky lose", "Disputed. Was it the party apparatus, "),
        ("why did trotsky lose power", "Disputed."),
        ("why did trotsky lose the struggle for power", "Disputed."),
        ("why did trotsky fail", "Disputed."),
        ("why was trotsky defeated", "Disputed."),
    ],
)
def test_what_is_asked_is_said_in_the_first_line(library: Library, question: str, answer: str) -> None:
    direct = answer_view(library.pack, library.find(question)).direct

    assert direct
    assert answer in f"{direct.text} {direct.further}"


@pytest.mark.parametrize(
    "question",
    [
        "was lenin jewish",  # his party was in no bloc with the Jewish Bund
        "was lenin a russian",  # his party was a Russian one
        "was lenin a dictator",
        "was lenin in prison",  # not when he was in hiding and Trotsky in prison
        "was stalin in prison",  # not who wrote to him from there
        "was kautsky a trotskyist",
        "was the soviet union socialist",  # that it is in its name does not say so
        "was tukhachevsky a german spy",  # of whom that is disputed is Lenin
        "was kronstadt a counter-revolution",
        "did hitler know trotsky",  # that he led him to give up the Comintern does not say so
        "did trotsky know lenin before 1917",  # what they did in 1917 does not say so
    ],
)
def test_no_line_that_only_has_the_words_is_the_answer(library: Library, question: str) -> None:
    assert answer_view(library.pack, library.find(question)).direct is None


@pytest.mark.parametrize(
    ("question", "told", "further"),
    [
        ("where did trotsky live in exile", "Siberia (1900–1902), London (1902), Switzerland (1903", ""),
        ("where did trotsky live in exile", "Turkey (1929–1933), France (1933–1935), Norway", ""),
        ("which countries did trotsky live in", "Germany (1904–1905), Spain (1916), the United States", "Siberia"),
        ("did lenin write a testament", "Lenin's Testament: Notes that the ailing Lenin dictated", ""),
        ("did lenin want to remove stalin", "asked that Stalin, whom he found too rude, be removed", ""),
        ("did lenin want stalin removed", "asked that Stalin, whom he found too rude, be removed", ""),
        ("why did kronstadt happen", "Hunger, grain requisitions and the suppression", ""),
        ("why did the february revolution start", "The war, the shortage of bread", ""),
        ("how many people died at kronstadt", "from 600 (Paul Avrich) to 1,000", ""),
    ],
)
def test_a_question_is_answered_from_all_that_is_told_of_what_it_asks(
    library: Library, question: str, told: str, further: str
) -> None:
    direct = answer_view(library.pack, library.find(question)).direct

    assert direct
    assert told in direct.text
    assert further in direct.further


def test_places_that_are_no_countries_do_not_answer_which_countries(library: Library) -> None:
    direct = answer_view(library.pack, library.find("which countries did trotsky live in")).direct

    assert direct
    assert none(place in direct.text for place in ("Siberia", "Alma-Ata", "Vienna", "London", "Paris"))


def test_what_one_side_says_in_a_dispute_answers_no_yes_or_no(library: Library) -> None:
    said = "did lenin leave no testament"  # the very words of a claim that its holder took back
    direct = answer_view(library.pack, library.find(said)).direct

    assert direct is None or not direct.text.startswith("On 1 July 1925 Trotsky wrote")
