"""Russian questions: the words with which one asks, and those that one asks for most, in English.

A Russian name is found as it stands (see `inflection`); the rest of a question has to be put into the language of the
book. Its endings are left to the beginnings of words, of which the longest that fits is taken.
"""

from trotskyism_cli.library.forms import is_cyrillic

WORDS = {
    **dict.fromkeys(("кто", "кем", "кого", "кому", "ком"), "who"),
    **dict.fromkeys(("чей", "чья", "чье", "чьи"), "whose"),
    **dict.fromkeys(("что", "чем", "чему", "чего"), "what"),
    **dict.fromkeys(("какой", "какая", "какое", "какие", "каком", "какую", "каких", "какова"), "which"),
    **dict.fromkeys(("почему", "зачем", "отчего"), "why"),
    **dict.fromkeys(("где", "куда", "откуда"), "where"),
    **dict.fromkeys(("такой", "такая", "такое", "такие", "есть"), "is"),
    **dict.fromkeys(("был", "была", "было", "были"), "was"),
    **dict.fromkeys(("году", "год", "года"), "year"),
    **dict.fromkeys(("в", "во", "на", "при", "у", "из", "от"), "in"),
    **dict.fromkeys(("о", "об", "про"), "about"),
    **dict.fromkeys(("и", "или", "ли", "же", "а", "но", "с", "со", "к", "за", "по", "для", "это", "не"), "and"),
    **dict.fromkeys(("ему", "его", "ее", "их", "он", "она", "они"), "his"),
    "когда": "when",
    "как": "how",
    "сколько": "how many",
    "лет": "old",
    "после": "after",
    "между": "between",
}
BEGINNINGS = {
    "убил": "killed",
    "убит": "killed",
    "убий": "murder",
    "расстрел": "shot",
    "казн": "executed",
    "умер": "died",
    "умира": "died",
    "погиб": "died",
    "смерт": "death",
    "похорон": "buried",
    "роди": "born",
    "рожд": "born",
    "основа": "founded",
    "созда": "founded",
    "возник": "founded",
    "выгна": "expelled",
    "исключ": "expelled",
    "высл": "deported",
    "изгна": "exile",
    "ссыл": "exile",
    "эмиграц": "exile",
    "арест": "arrested",
    "победи": "won",
    "проигра": "lost",
    "потерпе": "lost",
    "пораж": "defeated",
    "раскол": "split",
    "порва": "break",
    "написа": "wrote",
    "писа": "wrote",
    "говори": "said",
    "сказа": "said",
    "дума": "thought",
    "считал": "thought",
    "называ": "called",
    "возглав": "led",
    "руковод": "led",
    "вожд": "leader",
    "лидер": "leader",
    "жил": "lived",
    "жена": "wife",
    "жену": "wife",
    "жены": "wife",
    "женат": "married",
    "сын": "son",
    "доч": "daughter",
    "дет": "children",
    "отец": "father",
    "отц": "father",
    "мать": "mother",
    "произош": "happened",
    "случил": "happened",
    "вступ": "joined",
    "вош": "joined",
    "вышел": "left",
    "покину": "left",
    "начал": "began",
    "кончи": "ended",
    "различ": "difference",
    "разниц": "difference",
    "отлича": "difference",
    "придум": "coined",
    "изобре": "invented",
    "введ": "coined",
    "теори": "theory",
    "партии": "party",
    "партия": "party",
    "войн": "war",
    "восстан": "rebellion",
    "подав": "suppressed",
    "слов": "word",
    "термин": "term",
}
LONGEST = max(map(len, BEGINNINGS))


def in_english(word: str) -> list[str]:
    """A plain Russian word of a question in English; any other as it is."""
    if not is_cyrillic(word):
        return [word]
    word = word.replace("ё", "е")
    beginnings = (word[:size] for size in range(min(LONGEST, len(word)), 2, -1))
    found = WORDS.get(word) or next((BEGINNINGS[each] for each in beginnings if each in BEGINNINGS), word)
    return found.split()
