"""Optional libraries that only some formats need."""

import importlib
import sys
from typing import Any

from trotskyism_cli.errors import UsageError

REQUIREMENTS = {"genanki": "genanki>=0.13.1,<0.14", "typst": "typst>=0.13,<1", "xlsxwriter": "xlsxwriter>=3.2,<4"}


def library(module: str, what: str) -> Any:
    """Import an optional library; UsageError with the install command if it is missing."""
    try:
        return importlib.import_module(module)
    except ImportError:
        install = f"{sys.executable} -m pip install '{REQUIREMENTS[module]}'"
        raise UsageError(f"{what} needs {module}, which is not installed. Install it: {install}") from None
