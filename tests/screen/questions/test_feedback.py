"""What is said after an answer: every option with its verdict, nothing twice, and no longer than the window."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from tests import golden_for_tests
from tests.items_for_tests import an_item
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import Item, Passage, Response
from trotskyism_cli.learning.answering.grading import Answer, Chosen, Written
from trotskyism_cli.learning.answering.quiz_settings import Manner
from trotskyism_cli.learning.answering.session import Feedback, Question, Result, entries_to_read, judge
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.output.terminal import THEME, height, show
from trotskyism_cli.screen.questions import reasons
from trotskyism_cli.screen.questions.feedback import BRIEFEST, drawn_feedback, told_feedback
from trotskyism_cli.screen.questions.progress_bar import progress_line
from trotskyism_cli.screen.questions.questions import reading, result_document

GOLDEN = Path(__file__).parents[1] / "golden"
FRENCH = Path(__file__).parents[2] / "packs" / "french-revolution"


def judged(item: Item, said: Answer | None) -> Feedback:
    return judge(Question(item, 1, 3), said)


def wrong_answer(item: Item) -> Answer:
    """Something that is not the answer, for whatever response."""
    match item.response:
        case Response.CHOICE:
            return Chosen(((item.answer[0] + 1) % len(item.options),))
        case Response.SEVERAL:
            return Chosen((item.answer[0], next(p for p in range(len(item.options)) if p not in item.answer)))
        case Response.ORDER:
            return Chosen((*item.answer[1:], item.answer[0]))
        case Response.MATCH:
            return Chosen((*item.answer[:-2], item.answer[-1], item.answer[-2]))
        case Response.TYPED:
            return Written("somebody")


@pytest.fixture(scope="module")
def french() -> Pack:
    return load_pack(FRENCH)


def drawn(feedback: Feedback, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, theme=THEME, markup=False, highlight=False, color_system=None)
    with console.capture() as capture:
        show(drawn_feedback(feedback), console)
    return capture.get()


# In so small a pack no question with several answers can be proved.
@pytest.mark.parametrize("response", [each for each in Response if each is not Response.SEVERAL])
def test_feedback_as_it_looks(french: Pack, response: Response) -> None:
    item = next(generate(french, 1, 3, Wanted(responses=[response], trivia=True)))
    feedback = judged(item, wrong_answer(item))

    golden_for_tests.check(GOLDEN / f"feedback-{response}-80.txt", drawn(feedback))
    golden_for_tests.check(GOLDEN / f"feedback-{response}-words.txt", plain_text(told_feedback(feedback)))


def test_all_of_it_can_fit_a_window_of_24_lines(built_in: Pack) -> None:
    console = Console(file=io.StringIO(), width=80, theme=THEME)
    for response in Response:
        for item in generate(built_in, 40, 3, Wanted(responses=[response])):
            feedback = judged(item, wrong_answer(item))
            # Above stand a rule, the bar and a blank line, or a passage, below a blank line and the keys.
            assert height(drawn_feedback(feedback, BRIEFEST, passage=False), console) <= 24 - 6, item.stem


def test_in_a_narrow_window_no_reason_is_broken_off(built_in: Pack) -> None:
    console = Console(file=io.StringIO(), width=40, theme=THEME)
    fitted = 0
    for item in generate(built_in, 40, 3, Wanted(responses=[Response.CHOICE])):
        chosen = (item.answer[0] + 1) % len(item.options)
        feedback = judged(item, Chosen((chosen,)))
        said = reasons.beside(item, chosen)[1]
        shown = [drawn_feedback(feedback, brevity, passage=False) for brevity in range(BRIEFEST + 1)]
        best = next((each for each in shown if height(each, console) <= 24 - 6), shown[-1])
        fitted += bool(said) and said.rstrip(".") in plain_text(best)

        assert "…" not in plain_text(best).replace(item.stem, "").replace(item.explanation, "")
    assert fitted > 15


def test_why_the_answer_was_wrong_is_told_in_the_narrowest_window(built_in: Pack) -> None:
    told = 0
    for item in generate(built_in, 40, 3, Wanted(responses=[Response.CHOICE])):
        chosen = (item.answer[0] + 1) % len(item.options)
        said = reasons.beside(item, chosen)[1]
        for brevity in range(BRIEFEST + 1):
            rows = plain_text(drawn_feedback(judged(item, Chosen((chosen,))), brevity, passage=False)).splitlines()
            [row] = [row for row in rows if "(your answer)" in row]
            begun = " ".join(said.split()[:3]).rstrip(".,;:")
            assert begun in row, (brevity, item.stem)
        told += bool(said)
    assert told > 30


def test_the_briefest_leaves_out_what_was_neither_right_nor_chosen(built_in: Pack) -> None:
    item = next(each for each in generate(built_in, 20, 3) if len(each.options) == 4)
    chosen = (item.answer[0] + 1) % 4
    told = plain_text(drawn_feedback(judged(item, Chosen((chosen,))), BRIEFEST - 1, passage=False))

    assert [option in told for option in item.options] == [place in (*item.answer, chosen) for place in range(4)]


def test_no_long_text_is_told_twice(built_in: Pack) -> None:
    for response in Response:
        for item in generate(built_in, 40, 4, Wanted(responses=[response])):
            words = " ".join(drawn(judged(item, wrong_answer(item)), 10_000).split())
            shown = [item.options[place] for place in item.answer] if response is Response.MATCH else item.options
            # An office or a title of few words may stand in the sentence that explains it. The whole sentence of the
            # right one may say more than the option: when, and of what.
            for text in (each for each in (item.stem, *shown) if len(each.split()) > 9):
                assert 1 <= words.count(text) <= (2 if text in item.key else 1), text


def test_every_option_keeps_its_number_and_says_what_it_is() -> None:
    shown = plain_text(told_feedback(judged(an_item(), Chosen((2,)))))

    assert shown.startswith("Wrong. The answer: 2.\n1) Karl Marx wrote other works.\n2) Leon Trotsky (right)\n")
    assert "3) Vladimir Lenin (your answer) wrote other works.\n" in shown
    assert shown.endswith("Source: the article.\nRead it: trotskyism show results-and-prospects\n")


@pytest.mark.parametrize(
    ("response", "answer", "said", "words"),
    [
        (Response.MATCH, (0, 1, 2), (0, 2, 1), ": 1 of 3 parts"),
        (
            Response.ORDER,
            (0, 1, 2),
            (0, 2, 1),
            ", 33%: 1 of 3 stands in its place; the wrong way round: Vladimir Lenin and Leon Trotsky",
        ),
        (Response.SEVERAL, (0, 1), (0,), ": 1 of 2 found"),
        (Response.SEVERAL, (0, 1), (0, 1, 2), ": 2 of 2 found, 1 marked wrongly"),
    ],
)
def test_an_answer_right_in_part_is_told_in_parts(
    response: Response, answer: tuple[int, ...], said: tuple[int, ...], words: str
) -> None:
    item = an_item(response=response, answer=answer, prompts=("a", "b", "c") if response is Response.MATCH else ())

    assert f"Right in part{words}." in plain_text(told_feedback(judged(item, Chosen(said))))


def test_the_score_of_answers_right_in_part_is_said_in_words() -> None:
    item = an_item(response=Response.MATCH, answer=(0, 1, 2), prompts=("a", "b", "c"))
    result = Result((judged(item, Chosen((0, 2, 1))), judged(item, Chosen((0, 2, 1)))))
    shown = plain_text(result_document(result, (), "retry", Manner()))

    assert shown.endswith("Score: 0/2 (33% with what was right in part)\n")
    assert "  b) b: Leon Trotsky  (you said: Vladimir Lenin)\n  c) c: Vladimir Lenin" in shown
    assert "a: " not in shown


def test_at_the_end_an_order_is_told_in_its_right_order_a_line_each() -> None:
    missed = judged(an_item(response=Response.ORDER, answer=(2, 0, 1)), Chosen((0, 1, 2)))
    shown = plain_text(result_document(Result((missed, missed)), (), "retry", Manner()))

    assert (
        "  1. Vladimir Lenin (you put it third)\n"
        "  2. Karl Marx (you put it first)\n"
        "  3. Leon Trotsky (you put it second)\n"
    ) in shown
    assert "you said" not in shown


def test_at_the_end_a_passage_is_named_in_short() -> None:
    item = an_item()._replace(passage=Passage("letter", "We are most deeply convinced that to rise today", "A letter"))
    missed = judged(item, Chosen((0,)))
    shown = plain_text(result_document(Result((missed, missed)), (), "retry", Manner()))

    assert f"{item.stem}\n  On {item.passage.in_short if item.passage else ''}\n" in shown


def test_the_only_question_is_not_told_again_at_the_end() -> None:
    missed = judged(an_item(), Chosen((0,)))
    one, two = (plain_text(result_document(Result((missed,) * count), (), "retry", Manner())) for count in (1, 2))

    assert missed.question.item.stem not in one
    assert missed.question.item.stem in two
    assert "retry" in one
    assert "Try just that one again" in one
    assert "Try just those again" in two


def test_an_exam_shows_how_many_were_answered_and_not_how_many_were_right() -> None:
    right = judged(an_item(), Chosen((1,)))
    question = Question(an_item(), 2, 3)

    in_exam, in_quiz = (progress_line(question, Result((right,)), 80, exam=exam) for exam in (True, False))

    assert "right" not in "".join(span.text for span in in_exam)
    assert "1 of 1 right" in "".join(span.text for span in in_quiz)


@pytest.mark.parametrize(
    ("stem", "option", "note", "told"),
    [
        ("Who wrote it?", "Karl Marx", "Karl Marx wrote Capital.", (" ", "wrote Capital.")),
        ("Who did it?", "Alfred Rosmer", "Alfred Rosmer: Rosmer was expelled.", (" ", "was expelled.")),
        (
            "In which year?",
            "1930",
            "The Revolution was written in 1930.",
            (": ", "The Revolution was written in 1930."),
        ),
        (
            "Who said it?",
            "1904",
            "“A, b, c.” are words of Leon Trotsky, in A Book in 1904.",
            (": ", "Leon Trotsky, in A Book."),
        ),
        ("Who said it?", "Lenin", "“A b.” are words of Lenin.", (": ", "“A b.”")),
        (
            "What is a strike?",
            "The money of the West",
            "European capital is the money of the West.",
            (": ", "European capital."),
        ),
        (
            "What did he argue?",
            "The old line was wrong",
            "In 1905, Lenin argued that the old line was wrong.",
            (": ", "Lenin, 1905."),
        ),
        ("Where was Trotsky in exile?", "Norway", "Trotsky was in exile in Norway from 1935.", (": ", "From 1935.")),
        ("Where?", "Fast", "Fast: It was slow.", (": ", "It was slow.")),
        ("Which?", "Right", "Right: Right.", ("", "")),
    ],
)
def test_what_stands_beside_an_option(stem: str, option: str, note: str, told: tuple[str, str]) -> None:
    item = an_item(stem=stem, options=(option, "x", "y"), option_notes=(note, "", ""))

    assert reasons.beside(item, 0) == told


@pytest.mark.parametrize(
    ("stem", "key", "explanation", "told"),
    [
        ("In which year was Capital published?", "1867", "Capital was published in 1867. Source: a book.", ""),
        (
            "In which year was it?",
            "1867",
            "It was on 14 September 1867. Source: a book.",
            "It was on 14 September 1867.",
        ),
        ("Who said: “A b. C d”?", "Lenin", "“A b. C d” are words of Lenin, in a letter.", "Lenin, in a letter."),
        (
            "What happened before the war?",
            "Peace",
            "In order of time: Peace (1900) and war (1914 (in August)).",
            "War: 1914 (in August).",
        ),
    ],
)
def test_the_explanation_says_only_what_is_new(stem: str, key: str, explanation: str, told: str) -> None:
    item = an_item(stem=stem, options=(key, "x", "y"), answer=(0,), explanation=explanation)

    assert reasons.why(item) == told


def test_a_name_at_the_end_of_a_clause_is_not_the_option() -> None:
    option = "The word to Milyukov, the legend to Stalin and Bukharin"
    note = f"{option}: Bukharin was for him the theorist of the campaign."
    item = an_item(options=(option, "x", "y"), option_notes=(note, "", ""))

    assert reasons.beside(item, 0) == (": ", "Bukharin was for him the theorist of the campaign.")


def test_the_death_of_somebody_is_not_he() -> None:
    item = an_item(options=("death of Lenin", "x", "y"), option_notes=("Lenin died on 21 January 1924.", "", ""))

    assert reasons.beside(item, 0)[0] == ": "
    assert not reasons.beside(item, 0)[1].startswith("died")


def test_what_was_written_almost_right_is_shown() -> None:
    item = an_item(response=Response.TYPED, options=(), answer=(), accepted=("Lenin",), option_notes=())

    told = plain_text(told_feedback(judged(item, Written("lennin"))))

    assert "(you wrote: lennin)" in told


def test_what_to_read_is_one_entry_a_question_with_its_name(french: Pack) -> None:
    item = an_item()._replace(evidence_ids=("danton.born", "marat.born"), asked=2)
    missed = judged(item, Chosen((0,)))

    assert entries_to_read(french, [missed, missed]) == ("danton",)
    told = plain_text(Document(tuple(reading([french.entries["danton"], french.entries["terror"]]))))
    assert told == "- trotskyism show danton  Georges Danton\n- trotskyism show terror  Reign of Terror\n"


def test_of_much_to_read_the_first_is_named_and_the_rest_counted(french: Pack) -> None:
    entries = list(french.entries.values())
    few, many = (plain_text(Document(tuple(reading(entries[:count])))).splitlines() for count in (11, 14))

    assert len(few) == len(many) == 11
    assert many[-1] == "and 4 more"


def test_what_is_typed_instead_of_the_answer_is_told_where_the_question_knows_it() -> None:
    item = an_item(
        response=Response.TYPED, options=(), answer=(), accepted=("1917",), mistakes=(("1905", "The dress rehearsal."),)
    )

    assert "1905 (your answer): The dress rehearsal." in drawn(judged(item, Written("1905")))
    assert "1906 (your answer)\n" in drawn(judged(item, Written("1906")))


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("This was the view of the old printers, who had learned their trade before the union came.", "printers."),
        ("The leaders did agree with the committee; he sees beneath it a conflict that no word heals.", ""),
        ("It had the consent of the committee, but the passage speaks of a conflict that no word heals.", ""),
        ("A few dozen leaders direct the union and rule it, she goes on in the next of her letters.", ""),
        ("For him the printers won because the journeymen had come to want what they wanted.", ""),
    ],
)
def test_in_short_a_reason_is_a_whole_clause_of_one_side_and_its_holder_or_nothing(note: str, told: str) -> None:
    item = an_item(options=("Adler", "Ebert", "Kern"), answer=(0,), option_notes=("", "", note))
    brief = plain_text(drawn_feedback(judged(item, Chosen((1,))), 1, passage=False))
    [row] = [row for row in brief.splitlines() if "Kern" in row]

    assert row.endswith(told or "Kern")
    assert note in plain_text(drawn_feedback(judged(item, Chosen((2,))), BRIEFEST, passage=False))


def test_an_explanation_is_told_whole_even_where_one_must_scroll(built_in: Pack) -> None:
    for item in generate(built_in, 40, 3, Wanted(responses=[Response.CHOICE])):
        told = reasons.why(item)

        assert told in plain_text(drawn_feedback(judged(item, wrong_answer(item)), BRIEFEST, passage=False))
