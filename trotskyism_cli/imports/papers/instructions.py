"""Lines of a test that are part headings or instructions: `Part II`, `Choose two.`, `Turn the page`."""

import re

from trotskyism_cli.imports.answers.listed import ASKS
from trotskyism_cli.imports.words.letters import ROMAN

_PART = (
    "part|section|teil|abschnitt|partie|parte|sección|sezione|seção|secção|deel|del|osa|część|část|časť|"
    "часть|раздел|частина|розділ|μέρος|bölüm|rész"
)
_TURN = (
    r"(?:please |bitte )?(?:turn (?:over|(?:over )?(?:to )?the (?:next )?page)|wenden|umblättern)|p\.?t\.?o\.?|"
    r"(?:go|continued?|weiter) (?:on )?(?:to|on|auf) (?:der |the )?(?:next|nächsten) (?:page|seite)|"
    r"tourne[zr] la page|t\.?s\.?v\.?p\.?|(?:gira|volta|girare|voltare) (?:la )?pagina|"
    r"(?:gira|dé la vuelta a|pasa|pase) (?:la|a la) (?:página|hoja)|vire a (?:página|folha)|"
    r"переверните страницу|(?:proszę )?odwróć (?:kartkę|stronę)|z\.?o\.?z\.?"
)
_CHOOSE = (
    "choose|select|mark|tick|circle|pick|underline|wähle|wählen sie|kreuze|kreuzen sie|markiere|markieren sie|"
    "choisissez|choisis|cochez|coche|entourez|soulignez|elige|elija|marca|marque|selecciona|seleccione|señala|señale|"
    "subraya|rodea|scegli|scegliete|segna|segnate|sottolinea|escolha|assinale|selecione|kies|kruis|"
    "wybierz|zaznacz|vyber|vyberte|označte|выберите|выбери|отметьте|укажите|обведите|подчеркните"
)
_ORDINALS = (
    "one|two|three|four|first|second|third|fourth|erster?|zweiter?|dritter?|première|deuxième|troisième|primera?|segunda|"
    "tercera|prima|seconda|terza|primeira|terceira|první|druhá|třetí|pierwsza|druga|trzecia|первая|вторая|третья"
)
_HEADS = re.compile(
    rf"(?:(?:{_PART})\s+(?:\d{{1,2}}|[A-Z]|{'|'.join(ROMAN)}|{_ORDINALS})|(?:{_ORDINALS})\s+(?:{_PART}))"
    r"(?:\s*[.:)–—-].{0,60})?",
    re.IGNORECASE,
)
# Headings of question kinds in ExamView and others.
_KINDS = re.compile(
    r"(?:multiple (?:choice|response)|(?:modified )?true ?/ ?false|yes/no|completion|matching|(?:short|long) answers?|"
    r"numeric response|fill in the blanks?|essays?)\W*",
    re.IGNORECASE,
)
_TURNS = re.compile(rf"\W*(?:{_TURN})\W*", re.IGNORECASE)
_CHOOSES = re.compile(rf"\W*(?:{_CHOOSE})\s+\S.*", re.IGNORECASE)
_MOST = 10  # words of an instruction; more may be an explanation


def divides(line: str) -> bool:
    """Return whether a line is a part heading or "turn the page", which belongs to no question."""
    bare = line.strip()
    return not bare.endswith(ASKS) and any(pattern.fullmatch(bare) for pattern in (_HEADS, _KINDS, _TURNS))


def explains_nothing(line: str) -> bool:
    """Return whether a line below an answer is a part heading or an instruction for the next question."""
    return divides(line) or (_CHOOSES.fullmatch(line.strip()) is not None and len(line.split()) <= _MOST)
