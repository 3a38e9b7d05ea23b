"""Zip archives from unknown sources, read in memory only and up to a limit."""

import io
import zipfile
import zlib

from trotskyism_cli.imports.foreign import UnreadableError
from trotskyism_cli.imports.safe_xml import Element, parsed

MOST_MEMBERS = 50_000
LARGEST = 256 * 1024 * 1024  # bytes unpacked from one archive in total


class Archive:
    """The members of an archive by name. Nothing is ever written to disk."""

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
        """The content of a member; UnreadableError if it is damaged, encrypted or beyond the limit."""
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
        """The root element of a member; UnreadableError if it cannot be read or is not XML."""
        return parsed(self.read(member), member)
