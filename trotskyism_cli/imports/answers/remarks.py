"""Patterns of lines beside a question's options and answer: explanation, points, source …"""

import re

from trotskyism_cli.imports.words.head_words import LANGUAGES

_EXPLAINING = "EXPLANATION|FEEDBACK|RATIONALE|COMMENT|REASON|" + "|".join(
    words.explanation for language, words in LANGUAGES.items() if language != "English"
)
EXPLAINS = re.compile(rf"(?:{_EXPLAINING})s?\s*:\s*", re.IGNORECASE)
# Lines below an answer that are kept.
KEPT = re.compile(rf"(?:{_EXPLAINING}|reference|source)s?\s*:", re.IGNORECASE)
_POINTS = "points?|pts|marks?|score|barème|punkte|puntos|puntuación|punti|pontos|punkty|poäng|poeng|баллы|бали|puan"
_DESCRIBING = "difficulty|level|tags?|category|topic"
# lines about the question, not about its answer
DESCRIBES = re.compile(rf"(?:{_POINTS}|{_DESCRIBING})\s*:\s*\S.*", re.IGNORECASE)
REMARK = re.compile(
    rf"(?:(?:{_EXPLAINING}|reference|source)s?|{_POINTS}|hint|{_DESCRIBING})\s*:\s*\S.*",
    re.IGNORECASE,
)
