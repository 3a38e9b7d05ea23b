"""Questions and feedback as documents."""

from trotskyism_cli.items.bank import Wanted, generate
from trotskyism_cli.learning.grading import Chosen
from trotskyism_cli.learning.session import Session
from trotskyism_cli.pack.model import Pack
from trotskyism_cli.screen.plain import plain_text
from trotskyism_cli.screen.questions import feedback_document


def test_an_option_is_named_once_beside_its_note(built_in: Pack) -> None:
    item = next(generate(built_in, 1, 3, Wanted(kinds=["written"])))
    session = Session([item], lambda _: None)
    session.ask()
    wrong = (item.answer[0] + 1) % len(item.options)

    shown = plain_text(feedback_document(session.answer(Chosen((wrong,)))))

    assert "Your answer: " in shown
    assert all(f"{option}: {option}" not in shown for option in item.options)
