"""Where one reads about an entry: the chapter where it is the matter; if none is, the paragraphs that speak of it."""

from collections.abc import Iterable, Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import names_in_text
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.links import LINK
from trotskyism_cli.pack.model import Entry, Topic
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Question

_PARTS = lazy_regex(r"\n\s*\n|\n(?=\s*(?:[-*]|\d{1,2}[.)])\s)")  # paragraphs, and the items of lists, which no year is
_SECTIONS = lazy_regex(r"\n(?=[ \t]*#)")
_ITEM = lazy_regex(r"(?:[-*]|\d+[.)])\s")
_SENTENCES = lazy_regex(r"(?<=[.!?])(?<!\bSt\.)(?<!\b[A-Z]\.)\s+(?=[A-Z“\[])")
SAYS_MUCH = 2  # times that a chapter names what it is to be read for
_HEADING = lazy_regex(r"^\s*#")


def main_topic(pack: Pack, entry_id: str) -> Topic | None:
    """The chapter that has most to say of an entry, of the chapters that cover it; None if none does.

    Chapters on a part of the field come before those that survey it all, such as a chronology. Of some that say
    as much that one is meant which has most of what the entry is tied to, if it is not the one that introduces them.
    """
    entry = pack.entries[entry_id]
    tied = {fact.target for fact in entry.facts} | {fact.subject for fact in pack.facts_with_object(entry_id)}
    introduction = min((topic.order for topic in pack.topics if not topic.survey), default=0)

    def said(topic: Topic) -> tuple[bool, int, bool, int, int]:
        told = _times(pack, entry, topic.prose)
        return (
            not topic.survey,
            told,
            topic.order != introduction,
            len(tied.intersection(topic.entries)),
            -topic.order,
        )

    covering = [topic for topic in pack.topics if entry_id in topic.entries]
    return max(covering, key=said, default=None)


def paragraphs(pack: Pack, entry_id: str) -> dict[str, tuple[str, ...]]:
    """The paragraphs of all chapters that name an entry, by the chapter, those first that say most of it.

    Empty where a chapter has it as its matter, and is to be read whole: one that says as much of it as any survey.
    """
    entry = pack.entries[entry_id]
    found: dict[str, tuple[str, ...]] = {}
    in_chapters, in_surveys = 0, 0
    for topic in pack.topics:
        own = {part.strip(): times for part in _parts(topic) if (times := _times(pack, entry, part))}
        if own:
            found[topic.id] = tuple(own)
        if not topic.survey and entry_id in topic.entries:
            in_chapters = max(in_chapters, sum(own.values()))
        elif topic.survey:
            in_surveys = max(in_surveys, sum(times for part, times in own.items() if not _ITEM.match(part)))
    if in_chapters >= max(1, min(SAYS_MUCH, in_surveys)):
        return {}
    longest = sorted(found, key=lambda each: -max(len(part) for part in found[each]))
    return {each: found[each] for each in longest}


def sections(pack: Pack, topic: Topic, entry_id: str) -> str:
    """Of the prose of a chapter the sections that name an entry, each with its heading; all of it if none does."""
    entry = pack.entries[entry_id]
    return (
        "\n\n".join(part.strip() for part in _SECTIONS.split(topic.prose) if _times(pack, entry, part)) or topic.prose
    )


def sentences_naming(pack: Pack, entry_id: str, part: str) -> str:
    """Of a paragraph the sentences that name an entry, with a mark for those left out between them."""
    entry = pack.entries[entry_id]
    sentences = _SENTENCES.split(part)
    named = [place for place, each in enumerate(sentences) if _times(pack, entry, each)]
    told = [
        f"… {sentences[place]}" if place - 1 not in named and place > named[0] else sentences[place] for place in named
    ]
    return " ".join(told) or part


def asked_of(pack: Pack, entry_id: str) -> frozenset[str]:
    """The facts that an author's questions ask for which name an entry, or whose answer does."""
    names = naming(pack, (entry_id,))
    named = (each for each in pack.questions.values() if names_any(asked(each), names))
    return frozenset(fact for question in named for fact in question.about)


def naming(pack: Pack, entries: Iterable[str]) -> frozenset[str]:
    """The plain names of entries; see `names_any`."""
    return frozenset(name for each in entries for name in names_in_text(pack.entries[each]))


def names_any(text: str, names: Iterable[str]) -> bool:
    """Whether a text has any of these plain names."""
    words = f" {plain(text)} "
    return any(f" {name} " in words for name in names)


def asked(question: Question) -> str:
    """What a question asks, and what is right, but for what is matched or put in order."""
    right = (option.text for option in question.options if option.right)
    return " / ".join((question.stem, *question.accepted, *right))


def _parts(topic: Topic) -> Iterator[str]:
    return (part for part in _PARTS.split(topic.prose) if part.strip() and not _HEADING.match(part))


def _times(pack: Pack, entry: Entry, text: str) -> int:
    """How often a text names an entry, by any of its names, or links it."""
    words = f" {plain(LINK.sub(lambda link: link[2] or pack.entries[link[1]].name, text))} "
    names = names_in_text(entry)
    links = (plain(link[2] or "") for link in LINK.finditer(text) if link[1] == entry.id)
    return sum(words.count(f" {name} ") for name in names) + sum(bool(shown) and shown not in names for shown in links)
