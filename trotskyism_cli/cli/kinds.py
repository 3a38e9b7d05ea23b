"""Other words for the kinds of entries, which one types instead of ours."""

OUR_KINDS = {
    "persons": "people",
    "organizations": "organisations",
    "bodies": "organisations",
    "parties": "organisations",
    "ideas": "concepts",
    "idea": "concepts",
    "disputes": "concepts",
    "books": "works",
}
QUOTATIONS, CHAPTERS = ("quotations", "quotes"), ("chapters", "topics")  # what is listed and is no kind of entry


def is_word_of(word: str, names: tuple[str, ...]) -> bool:
    """Whether a word is one of some names, or the beginning of one."""
    return len(word) > 2 and any(name.startswith(word.casefold()) for name in names)
