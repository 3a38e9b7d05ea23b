"""The chapter that one reads about an entry: where it is the matter, and not only mentioned."""

from collections import Counter

from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.links import LINK
from trotskyism_cli.pack.model import Pack, Topic


def main_topic(pack: Pack, entry_id: str) -> Topic | None:
    """The chapter that has most to say of an entry, of the chapters that cover it; None if none does.

    Chapters that tell a part of the source come before those that survey it all, such as a chronology.
    """
    entry = pack.entries[entry_id]
    names = [f" {plain(name)} " for name in entry.names]
    facts = Counter(pack.topic_of(fact.citations, "") for fact in (*entry.facts, *pack.facts_with_object(entry_id)))

    def said(topic: Topic) -> tuple[bool, bool, int]:
        prose = f" {plain(LINK.sub(lambda link: link[2] or pack.entries[link[1]].name, topic.prose))} "
        links = sum(link[1] == entry_id for link in LINK.finditer(topic.prose))
        told = links + sum(prose.count(name) for name in names) + facts[topic.id]
        return bool(topic.sections), told > 0, told

    covering = [topic for topic in pack.topics if entry_id in topic.entries]
    return max(covering, key=said, default=None)
