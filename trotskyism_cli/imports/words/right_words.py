"""Data: how words for "right" begin in many languages, and tests for right and wrong."""

import re

from trotskyism_cli.imports.words.head_words import plain
from trotskyism_cli.imports.words.truth_words import TRUTH, WRONG

_BEGINNINGS = (
    "correct right solution lsg richtig korrekt losung loesung juste bonne exact corrig corret buena ciert esatt giust "
    "soluzion solucion верн правильн эталон ключ вірн riktig rett fasit facit rigtig korrek sprav spravn riesen resen "
    "tocn tacn ispravn rjesen pravil resit teising rakt oige voti helyes poprawn prawidl klucz corect chei juist goed "
    "oike σωστ ορθ נכונ صحيح مفتاح صحیح درست कुंजी सही সঠিক ถูก เฉลย 正解 正确 正確 정답 "
    "dung benar kunci dogru zuzen სწორ"
).split()
_RIGHT = re.compile(rf"(?<!\w)(?:{'|'.join(_BEGINNINGS)})|(?:정답|正解|正确|正確)")

_WRONG = re.compile("|".join(map(plain, WRONG)))

_NOT = "not|nicht|non|no|pas|nao|не|ні|nie|ne|niet|inte|ikke|ikkje|nem|nu|ei"
_NOT_AND_WORD = re.compile(rf"(?:{_NOT})\s+(?P<word>\S.*)")


def says_right(head: str) -> bool:
    """Return whether a heading (plain, see `head_words`) contains a word for "right"."""
    return _RIGHT.search(head) is not None


def is_right(word: str) -> bool:
    """Return whether a plain word begins like a word for "right"; 不正确 ("not right") does not."""
    return _RIGHT.match(word) is not None


def is_wrong(word: str) -> bool:
    """Return whether plain words mean "not right", e.g. `wrong`, `not correct`."""
    if (denied := _NOT_AND_WORD.fullmatch(word)) and is_right(denied["word"]):
        return True
    return TRUTH.get(word) is False or _WRONG.fullmatch(word) is not None
