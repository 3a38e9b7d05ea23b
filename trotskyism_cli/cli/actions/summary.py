"""`summary`: a chapter, or the list of chapters."""

from collections.abc import Sequence

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.meaning.asked_span import CHAPTER
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Topic
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.machine import topic_record
from trotskyism_cli.screen.time import views


def run(context: AppContext, words: Sequence[str], *, as_json: bool = False) -> None:
    """Show the chapter that the words name; without words, the list of chapters.

    NotFoundError if there is no such chapter.
    """
    library = context.library
    text = CHAPTER.sub("", " ".join(words))
    if not text:
        from trotskyism_cli.cli.meaning.chapter_list import list_chapters  # who names a chapter does without

        list_chapters(context, as_json=as_json)
        return
    found = context.chapter(text)
    if as_json:
        context.print_json(topic_record(found))
    else:
        sought = library.entry_of_chapter(text)
        context.tell(library.resolve(text).reading if sought else "")
        context.show(chapter_document(library, found, sought))


def chapter_document(library: Library, topic: Topic, sought: str) -> Document:
    """A chapter; for an entry that no chapter is about, what all chapters say of it."""
    if found := library.paragraphs(sought):
        return views.paragraphs_document(library.pack, sought, found)
    return views.topic_document(library.pack, topic, sought)
