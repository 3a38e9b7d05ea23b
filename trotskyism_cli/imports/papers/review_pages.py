"""Moodle pages with the review of an attempt, copied as text: remove everything but the questions."""

import re
from collections.abc import Sequence

from trotskyism_cli.imports.foreign import folded
from trotskyism_cli.imports.words.truth_words import TRUTH

_HEAD = re.compile(
    r"\s*(?:Question|Frage|Pregunta|Pergunta|Domanda|Vraag|Pytanie|Вопрос|Питання|Fråga|Spørgsmål)\s+\d{1,4}\s*"
)
_MARK = re.compile(
    r"\s*(?:Marks?|Erreichte Punkte|Puntúa|Se puntúa|Note de|Nota|Punteggio(?: ottenuto)?|"
    r"Cijfer|Behaald|Punkty|Баллов:?|Балів)\s+-?\d+[.,]\d+\s+"
    r"(?:out of|von|sobre|como máximo|sur|de|su|uit|z|из|з)\s+\d+[.,]\d+\s*",
    re.IGNORECASE,
)
# Lines of their own above a question's text and below its options.
_CHROME = re.compile(
    r"\s*(?:(?:partially )?correct|incorrect|not answered|complete|not yet answered|flag(?:ged)? question|remove flag|"
    r"question text|(?:select|choose) one(?: or more)?:?|feedback|your answer is (?:partially )?(?:in)?correct\.?|"
    r"(?:teilweise )?richtig|falsch|nicht beantwortet|vollständig|frage markieren|fragetext|"
    r"(?:bitte )?wählen sie (?:eine|eine oder mehrere)(?: antwort(?:en)?)?:?|"
    r"(?:die|ihre) antwort ist (?:richtig|falsch)\.?|"
    r"(?:parcialmente )?correcta|incorrecta|sin contestar|finalizado|(?:marcar|señalar con bandera la) pregunta|"
    r"enunciado de la pregunta|seleccione una(?: o más(?: de una)?)?:?|retroalimentación|"
    r"(?:su )?respuesta (?:es )?(?:in)?correcta\.?|"
    r"(?:partiellement )?correcte?|incorrecte?|non répondue|terminé|marquer la question|texte de la question|"
    r"veuillez choisir (?:une|au moins une) réponse\s*:?|(?:votre )?réponse (?:in)?correcte\.?|"
    r"risposta (?:corretta|errata|non data)\.?|contrassegna domanda|testo della domanda|scegli un'alternativa:?)\s*",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\s*(?:The correct answers? (?:is|are)|Die richtigen? Antwort(?:en)? (?:ist|sind|lautet|lauten)|"
    r"Las? respuestas? correctas? (?:es|son)|Les? réponses? correctes? (?:est|sont)|La risposta corretta è|"
    r"A resposta correta é|Het juiste antwoord is)\s*:?\s*['‘’\"“„«]?(?P<said>[^\s:'‘’\"“„«].*?)['’\"”“»]?\.?\s*",
    re.IGNORECASE,
)
_FEWEST = 2  # questions


def without_page(lines: Sequence[str]) -> list[str]:
    """The lines of a review with only questions and `ANSWER:` lines; other files unchanged."""
    if sum(map(bool, map(_MARK.fullmatch, lines))) < _FEWEST or sum(map(bool, map(_HEAD.fullmatch, lines))) < _FEWEST:
        return list(lines)
    first = next(at for at, line in enumerate(lines) if _HEAD.fullmatch(line))
    return [*lines[:first], *(_bare(line) for line in lines[first:])]


def _bare(line: str) -> str:
    is_judgement = folded(line) in TRUTH  # an option of a statement, or its state above it
    if is_judgement or _MARK.fullmatch(line) or _CHROME.fullmatch(line):
        return ""
    says = _SAYS.fullmatch(line)
    return f"ANSWER: {says['said']}" if says else line
