"""Import prompt_toolkit without OpenSSL, to start faster."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_openssl() -> Iterator[None]:
    """Hide the `ssl` module while prompt_toolkit is imported, whose asyncio would load OpenSSL.

    Loading it takes a twentieth of the time to the first question, and this program opens no connections.
    """
    if "ssl" in sys.modules:
        yield
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # Python's way to mark a module as not importable
    try:
        yield
    finally:
        del sys.modules["ssl"]
