"""A document as an SVG picture or HTML page to share; the file loads nothing from the web."""

import html
import io

from rich.console import Console

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.output.terminal import THEME, show

COLUMNS = 80
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{{stylesheet}}
body {{{{ color: {{foreground}}; background-color: {{background}}; }}}}
pre {{{{ font-family: Menlo, "DejaVu Sans Mono", Consolas, "Courier New", monospace; line-height: 1.25; }}}}
</style>
</head>
<body>
<pre><code style="font-family: inherit">{{code}}</code></pre>
</body>
</html>
"""
_FONTS = lazy_regex(r"\s*@font-face \{[^}]*\}")  # Rich would load fonts from the web


def svg(document: Document, title: str) -> str:
    """The document as an SVG picture of a terminal."""
    return _FONTS.sub("", _recorded(document).export_svg(title=title, unique_id="progress"))


def page(document: Document, title: str) -> str:
    """The document as an HTML page."""
    escaped = html.escape(title).replace("{", "{{").replace("}", "}}")
    return _recorded(document).export_html(code_format=PAGE.format(title=escaped))


def _recorded(document: Document) -> Console:
    console = Console(
        file=io.StringIO(),
        record=True,
        width=COLUMNS,
        theme=THEME,
        markup=False,
        highlight=False,
        emoji=False,
        force_terminal=True,
        color_system="truecolor",
        no_color=False,
    )
    show(document, console)
    return console
