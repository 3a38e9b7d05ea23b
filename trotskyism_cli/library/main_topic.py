"""Where to read about an entry: the chapter mainly about it, else the paragraphs that name it."""

from collections.abc import Iterable, Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import names_in_text
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.links import LINK
from trotskyism_cli.pack.model import Entry, Topic
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Question

# paragraphs and list items; a year at the start of a line is none
_PARTS = lazy_regex(r"\n\s*\n|\n(?=\s*(?:[-*]|\d{1,2}[.)])\s)")
_SECTIONS = lazy_regex(r"\n(?=[ \t]*#)")
_ITEM = lazy_regex(r"(?:[-*]|\d+[.)])\s")
_SENTENCES = lazy_regex(r"(?<=[.!?])(?<!\bSt\.)(?<!\b[A-Z]\.)\s+(?=[A-Z“\[])")
SAYS_MUCH = 2  # how often a chapter must name an entry to be mainly about it
_HEADING = lazy_regex(r"^\s*#")


def main_topic(pack: Pack, entry_id: str) -> Topic | None:
    """Of the chapters that cover an entry, the one that says most about it; None if none covers it.

    Chapters come before surveys. On a tie, the introduction comes last, and the chapter that covers most of the entries
    connected with it comes first.
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
    """All paragraphs that name an entry, by chapter, chapters with the longest such paragraph first.

    Empty if some chapter is mainly about it, i.e. names it as often as any survey; that should be read whole.
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
    """Sections of a chapter that name an entry, with their headings; the whole prose if none does."""
    entry = pack.entries[entry_id]
    return (
        "\n\n".join(part.strip() for part in _SECTIONS.split(topic.prose) if _times(pack, entry, part)) or topic.prose
    )


def sentences_naming(pack: Pack, entry_id: str, part: str) -> str:
    """Sentences of a paragraph that name an entry, with "…" for gaps; the whole paragraph if none does."""
    entry = pack.entries[entry_id]
    sentences = _SENTENCES.split(part)
    named = [place for place, each in enumerate(sentences) if _times(pack, entry, each)]
    told = [
        f"… {sentences[place]}" if place - 1 not in named and place > named[0] else sentences[place] for place in named
    ]
    return " ".join(told) or part


def facts_asked_about(pack: Pack, entry_id: str) -> frozenset[str]:
    """Facts asked for by authors' questions that name an entry in the stem or the right answer."""
    names = plain_names_of(pack, (entry_id,))
    named = (each for each in pack.questions.values() if contains_any_name(asked(each), names))
    return frozenset(fact for question in named for fact in question.about)


def plain_names_of(pack: Pack, entries: Iterable[str]) -> frozenset[str]:
    """The plain names of these entries, for `contains_any_name`."""
    return frozenset(name for each in entries for name in names_in_text(pack.entries[each]))


def contains_any_name(text: str, names: Iterable[str]) -> bool:
    """Return whether a text contains one of these plain names."""
    words = f" {plain(text)} "
    return any(f" {name} " in words for name in names)


def asked(question: Question) -> str:
    """Stem and right answers of a question, except what is matched or put in order."""
    right = (option.text for option in question.options if option.right)
    return " / ".join((question.stem, *question.accepted, *right))


def _parts(topic: Topic) -> Iterator[str]:
    return (part for part in _PARTS.split(topic.prose) if part.strip() and not _HEADING.match(part))


def _times(pack: Pack, entry: Entry, text: str) -> int:
    """How often a text names an entry or links to it."""
    words = f" {plain(LINK.sub(lambda link: link[2] or pack.entries[link[1]].name, text))} "
    names = names_in_text(entry)
    links = (plain(link[2] or "") for link in LINK.finditer(text) if link[1] == entry.id)
    return sum(words.count(f" {name} ") for name in names) + sum(bool(shown) and shown not in names for shown in links)
