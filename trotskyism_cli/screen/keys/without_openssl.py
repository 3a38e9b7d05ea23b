"""Loading what draws prompts as where Python comes without OpenSSL."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_openssl() -> Iterator[None]:
    """While prompt_toolkit is loaded: its asyncio brings OpenSSL along where it can, for connections.

    That takes a twentieth of the time to a first question, and this program opens none.
    """
    if "ssl" in sys.modules:
        yield
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # as Python has it: it is not to be found
    try:
        yield
    finally:
        del sys.modules["ssl"]
