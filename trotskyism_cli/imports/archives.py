"""Zip archives of which nobody knows who made them: what is in them is read in memory, up to a bound."""

import io
import zipfile
import zlib

from trotskyism_cli.imports.foreign import UnreadableError
from trotskyism_cli.imports.safe_xml import Element, parsed

MOST_MEMBERS = 50_000
LARGEST = 256 * 1024 * 1024  # bytes of all that is read of an archive


class Archive:
    """The members of an archive by name. Nothing is ever written to a disk."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = LARGEST
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError):
            raise UnreadableError(f"{name} is damaged, or not whole; copy or download it once more.") from None
        self.names = self._zip.namelist()
        if len(self.names) > MOST_MEMBERS:
            raise UnreadableError(f"{name} has more than {MOST_MEMBERS:,} members.")

    def read(self, member: str) -> bytes:
        """What is in a member; UnreadableError if it is damaged, encrypted or beyond the bound."""
        try:
            with self._zip.open(member) as opened:
                data = opened.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            NotImplementedError,
            KeyError,
            EOFError,
            OSError,
        ) as error:
            raise UnreadableError(f"{member} in {self._name} cannot be read: {error}.") from None
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError(f"{self._name} unpacks to more than {LARGEST // 1024 // 1024} MB; divide it.")
        return data

    def xml(self, member: str) -> Element:
        """The root of a member; UnreadableError if it cannot be read, or is no XML."""
        return parsed(self.read(member), member)
