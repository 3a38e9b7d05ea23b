"""What is said of a question beside its options and its answer: why that is right, its points, its source …"""

import re

from trotskyism_cli.imports.words.head_words import LANGUAGES

_EXPLAINING = "EXPLANATION|FEEDBACK|RATIONALE|COMMENT|REASON|" + "|".join(
    words.explanation for language, words in LANGUAGES.items() if language != "English"
)
EXPLAINS = re.compile(rf"(?:{_EXPLAINING})s?\s*:\s*", re.IGNORECASE)
# What else other programs write below an answer, and what is kept of that.
KEPT = re.compile(rf"(?:{_EXPLAINING}|reference|source)s?\s*:", re.IGNORECASE)
_POINTS = "points?|pts|marks?|score|barème|punkte|puntos|puntuación|punti|pontos|punkty|poäng|poeng|баллы|бали|puan"
_DESCRIBING = "difficulty|level|tags?|category|topic"
DESCRIBES = re.compile(rf"(?:{_POINTS}|{_DESCRIBING})\s*:\s*\S.*", re.IGNORECASE)  # a question, not its answer
REMARK = re.compile(
    rf"(?:(?:{_EXPLAINING}|reference|source)s?|{_POINTS}|hint|{_DESCRIBING})\s*:\s*\S.*",
    re.IGNORECASE,
)
