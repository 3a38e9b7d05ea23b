"""Comments on Excel cells: not imported, but a comment may correct a key."""

import posixpath

from trotskyism_cli.imports.answers.corrected_answers import speaks_of_mistake
from trotskyism_cli.imports.archives import Archive
from trotskyism_cli.imports.foreign import tidy


def comments_of(archive: Archive, member: str) -> dict[str, str]:
    """The comments of a sheet by cell reference."""
    folder, name = posixpath.split(member)
    links = f"{folder}/_rels/{name}.rels"
    if links not in archive.names:
        return {}
    targets = (
        posixpath.normpath(posixpath.join("/", folder, each.get("Target"))).lstrip("/")
        for each in archive.xml(links).children("Relationship")
        if each.get("Type").endswith("/comments")
    )
    return {
        comment.get("ref"): said
        for target in targets
        if target in archive.names
        for comment in archive.xml(target).all("comment")
        if (said := tidy(" ".join(part.text for part in comment.all("t"))))
    }


def fault_of(cell: str, comment: str) -> str:
    """The reason why a comment makes a row unreadable; empty if it does not."""
    if not speaks_of_mistake(comment):
        return ""
    return f"a comment at {cell} seems to correct it: “{comment[:60]}”; correct the cell, and delete the comment"
