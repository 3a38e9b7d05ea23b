"""List the shapes of questions that have a sure answer, in the order in which they are tried."""

from collections.abc import Callable
from typing import NamedTuple

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.views.answers.circumstances.cause import cause_asked
from trotskyism_cli.views.answers.circumstances.end import end_asked, end_in_summary
from trotskyism_cli.views.answers.circumstances.failing import failing_asked
from trotskyism_cli.views.answers.circumstances.lasting import lasting_asked
from trotskyism_cli.views.answers.circumstances.place import place_asked, place_of_death_asked
from trotskyism_cli.views.answers.events.deed_done import deed_asked
from trotskyism_cli.views.answers.events.kind_counted import kind_counted
from trotskyism_cli.views.answers.events.year import year_asked
from trotskyism_cli.views.answers.founder_or_author import maker_asked
from trotskyism_cli.views.answers.giving import giving_asked
from trotskyism_cli.views.answers.opinions.blame import blame_asked
from trotskyism_cli.views.answers.opinions.by_dispute import scholars_asked
from trotskyism_cli.views.answers.opinions.definition import seat_asked
from trotskyism_cli.views.answers.opinions.doctrine import doctrine_asked
from trotskyism_cli.views.answers.opinions.either_or import either_asked
from trotskyism_cli.views.answers.opinions.relation_of_two import still_there
from trotskyism_cli.views.answers.opinions.sides import sides_asked
from trotskyism_cli.views.answers.opinions.work import work_asked
from trotskyism_cli.views.answers.people.death import attempt_asked, death_asked, deaths_asked, killing_asked
from trotskyism_cli.views.answers.people.death_without_entry import death_told
from trotskyism_cli.views.answers.people.doing import doing_asked, doing_in_event_asked, fate_after_asked
from trotskyism_cli.views.answers.people.government import government_asked
from trotskyism_cli.views.answers.people.head_under_name import office_of_name
from trotskyism_cli.views.answers.people.life import life_asked
from trotskyism_cli.views.answers.people.members import members_asked
from trotskyism_cli.views.answers.people.office import office_asked, office_left
from trotskyism_cli.views.answers.people.one_of_several import one_of_those_asked
from trotskyism_cli.views.answers.people.party import becoming_asked, party_asked
from trotskyism_cli.views.answers.people.stays import exile_asked, next_stay, stay_asked, stays_asked
from trotskyism_cli.views.answers.people.succession import successor_asked
from trotskyism_cli.views.answers.people.taking_part import part_asked
from trotskyism_cli.views.answers.people.victims import killed_among
from trotskyism_cli.views.answers.people.which_first import elder_asked
from trotskyism_cli.views.answers.people.works_and_leaders import (
    driven_out,
    leaders_of_side,
    several_asked,
    works_asked,
    writing_asked,
)
from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.questions.line_match import wanted_by

Answering = Callable[[StoredPack, SearchResult], Direct | None]


class Shape(NamedTuple):
    """A shape of questions: an example, and the function that answers it.

    The function returns None for a question of another shape.
    """

    example: str
    answer: Answering


def sure_answer(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Return the answer of the first shape that gives one."""
    return next(filter(None, (shape.answer(pack, found) for shape in SHAPES)), None)


def _by_query(answer: Callable[[StoredPack, Query], Direct | None]) -> Answering:
    """Make an `Answering` of a function that needs only the question, not what was found."""
    return lambda pack, found: answer(pack, found.query)


def _either(pack: StoredPack, query: Query) -> Direct | None:
    return either_asked(pack, query, wanted_by(pack, query))


SHAPES = (
    Shape("what happened in 1917", _by_query(year_asked)),
    Shape("who came after him", successor_asked),
    Shape("who was older, he or she", _by_query(elder_asked)),
    Shape("what do historians say of the rising", _by_query(scholars_asked)),
    Shape("why did the rising break out", cause_asked),
    Shape("what do Marxists believe", _by_query(doctrine_asked)),
    Shape("what did he write", _by_query(works_asked)),
    Shape("did he write a book on Hegel", _by_query(writing_asked)),
    Shape("what did he do", _by_query(doing_asked)),
    Shape("what did he do in the war", _by_query(doing_in_event_asked)),
    Shape("what happened to him after 1927", _by_query(fate_after_asked)),
    Shape("what does the book say of peasants", _by_query(work_asked)),
    Shape("who were he and she", _by_query(several_asked)),
    Shape("when was he expelled from the party", _by_query(driven_out)),
    Shape("when was the new plan introduced", _by_query(deed_asked)),
    Shape("when did he live in London", _by_query(stay_asked)),
    Shape("how long was he in exile", _by_query(exile_asked)),
    Shape("where did he live in exile", _by_query(stays_asked)),
    Shape("when was he born", _by_query(life_asked)),
    Shape("where was he killed", place_of_death_asked),
    Shape("how did he die", death_asked),
    Shape("when were he and she shot", deaths_asked),
    Shape("how did his son die", death_told),
    Shape("did he kill her", killing_asked),
    Shape("was he to blame for the defeat", _by_query(blame_asked)),
    Shape("did he take part in the rising", _by_query(part_asked)),
    Shape("who tried to kill him", attempt_asked),
    Shape("who was the first commissar for war", _by_query(office_asked)),
    Shape("who was premier of Russia in 1917", _by_query(government_asked)),
    Shape("who led it under its old name", _by_query(office_of_name)),
    Shape("who was in the party", _by_query(members_asked)),
    Shape("which party did he belong to", _by_query(party_asked)),
    Shape("when did he become a Menshevik", _by_query(becoming_asked)),
    Shape("how long did the alliance last", _by_query(lasting_asked)),
    Shape("when did he cease to be commissar", _by_query(office_left)),
    Shape("is he still alive", _by_query(still_there)),
    Shape("where did he go from Norway", _by_query(next_stay)),
    Shape("which Bolsheviks were shot in the purge", _by_query(killed_among)),
    Shape("was he a Menshevik or a Bolshevik", _by_query(_either)),
    Shape("how did the strike end", _by_query(end_asked)),
    Shape("when did the strike end", _by_query(end_in_summary)),
    Shape("why did the strike fail", failing_asked),
    Shape("how many congresses were there", _by_query(kind_counted)),
    Shape("who was against him in the debate", _by_query(sides_asked)),
    Shape("where did the congress meet", place_asked),
    Shape("where is the party", _by_query(seat_asked)),
    Shape("who led the White armies", _by_query(leaders_of_side)),
    Shape("who edited the paper", _by_query(one_of_those_asked)),
    Shape("who founded the party", maker_asked),
    Shape("who gave him shelter", giving_asked),
)
