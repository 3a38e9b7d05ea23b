"""Patterns of questions with lettered options: numbers, letters, and the words before a key."""

import re

from trotskyism_cli.imports.words.head_words import KEYS, LANGUAGES, plain
from trotskyism_cli.imports.words.letters import LETTERS

LETTER = f"[A-Za-z{LETTERS}{LETTERS.upper()}]"
AND = "and|und|et|y|и"  # between the letters of several options
# The text may be missing.
OPTION = re.compile(rf"\s*\(?({LETTER})(?:[.)](?:\s+|$)|[)、．](?=\S)\s*)(.*)")
SAID = (
    "ANSWER|CORRECT ANSWER|RIGHT ANSWER|CORRECT|ANS|"
    + "|".join(
        each
        for language, words in LANGUAGES.items()
        for each in dict.fromkeys((words.answer, plain(words.answer)))
        if language != "English"
    )
    + f"|{KEYS}"
)
KEY_WORD = rf"(?:{SAID}|answer section|(?:[\w'’]+\s+)?key)s?"  # the heading of a key
ANSWER_LINE = re.compile(
    rf"\s*(?P<open>[(\[])?(?:{SAID})S?"
    rf"(?:\s*[:：]|\s+[-–—](?=\s)|[ ]*\t|\.?[ ]+(?=\(?{LETTER}\)?\.?\s*$))"
    r"\s*(?P<said>.*?)(?(open)\s*[)\]])\s*",
    re.IGNORECASE,
)
ASKED = "|".join(
    dict.fromkeys(("Q", "No", *(each for words in LANGUAGES.values() for each in words.question.split("|"))))
)
# Further words for "exercise".
_TASKS = (
    "Problem|Task|Exercise|Nr|Ejercicio|Exercice|Exercício|Esercizio|Übung|Uppgift|Oppgave|Opgave|Zadanie|Zad|Задача|"
    "Задание|Завдання|Úloha|Feladat|Câu|問|第|문제|ข้อ|प्र|س"
)
NUMBERED = rf"(?:{ASKED}|{_TASKS})\.?[ \t]*(?:(?:n[°ºo]\.?|nr\.?|č\.|№)[ \t]*)?"
NUMBER = re.compile(rf"(?:#\s*)?(?:{NUMBERED})?(\d{{1,4}})\s*(?:[.):]\s+|[、．])", re.IGNORECASE)
