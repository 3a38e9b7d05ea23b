"""List the facts and quotations that cite each line of the article: `python -m benchmarks.coverage [ARTICLE.txt]`.

The article is not part of the project. Without it every line of its sections is listed; with it, empty lines and
headings (up to eight words without a full stop, also captions) are not counted.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.pack.model import Citation, Fact, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack

_RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")


def main(article: Path | None) -> None:
    """Print a row for each line, and how many lines are cited."""
    pack = load_pack(AppContext().folder)
    carried = _carried(pack)
    statements = _statements(article) if article else None
    counted = [line for line in _lines_of_sections(pack) if statements is None or line in statements]
    for line in counted:
        print(f"{line:>4}  {', '.join(carried[line]) or '-'}")
    number = sum(bool(carried[line]) for line in counted)
    records = {record for each in carried.values() for record in each}
    print(f"{number} of {len(counted)} lines are carried by {len(records)} records")


def _carried(pack: Pack) -> dict[int, list[str]]:
    """Ids of the records that cite each line."""
    found: dict[int, list[str]] = defaultdict(list)
    records: tuple[Fact | Quote, ...] = (*pack.facts.values(), *pack.quotes.values())
    for record in records:
        for citation in record.citations:
            if pack.sources[citation.source].section:
                for line in _numbers(citation):
                    found[line].append(record.id)
    return found


def _numbers(citation: Citation) -> list[int]:
    ranges = _RANGE.findall(citation.locator)
    return [line for first, last in ranges for line in range(int(first), int(last or first) + 1)]


def _lines_of_sections(pack: Pack) -> list[int]:
    sections = [source for source in pack.sources.values() if source.section]
    return sorted({line for source in sections for line in _numbers(Citation(source.id, source.lines))})


def _statements(article: Path) -> set[int]:
    """Numbers of the article's lines that state something."""
    lines = article.read_text(encoding="utf-8").splitlines()
    return {
        number for number, line in enumerate(lines, 1) if len(line.split()) > 8 or line.rstrip().endswith((".", ":"))
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
