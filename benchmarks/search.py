"""How often a search answers: `python -m benchmarks.search QUESTIONS.jsonl [--pack DIR] [--verbose]`.

Each line of the file is {"q": …, "answer_any": [accepted answers], "style": …}. With "negative": true the book has no
answer and nothing should be found. A question is answered in the first n passages if one of them contains an accepted
answer, ignoring case.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.library.library import Library, open_library

CUTS = (1, 3, 5)


def main(path: Path, pack: Path, *, verbose: bool) -> None:
    """Print by style how many questions are answered within one, three and five passages."""
    library = open_library(pack)
    questions = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    places: dict[str, list[int]] = defaultdict(list)
    silent: list[bool] = []
    for question in questions:
        place = _place(library, question)
        if question.get("negative"):
            silent.append(place == 0)
        else:
            places[question["style"]].append(place)
            places["all"].append(place)
        if verbose and (place != 0 if question.get("negative") else place != 1):
            print(f"{place:>3}  {question['q']}")
    print(f"{'style':<14}{'questions':>10}" + "".join(f"{f'in {cut}':>8}" for cut in CUTS))
    for style, found in places.items():
        shares = [sum(0 < place <= cut for place in found) / len(found) for cut in CUTS]
        print(f"{style:<14}{len(found):>10}" + "".join(f"{share:>8.2f}" for share in shares))
    if silent:
        print(f"{'no answer':<14}{len(silent):>10}{sum(silent) / len(silent):>8.2f}  (nothing was found, rightly)")


def _place(library: Library, question: dict[str, list[str]]) -> int:
    """The rank of the first passage with an accepted answer, from 1; 0 if none has one.

    For a question without an answer: the number of passages found.
    """
    hits = library.search(str(question["q"]), limit=max(CUTS))
    if question.get("negative"):
        return len(hits)
    accepted = [answer.casefold() for answer in question["answer_any"]]
    texts = [hit.text.casefold() for hit in hits]
    return next((place for place, text in enumerate(texts, 1) if any(answer in text for answer in accepted)), 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--pack", type=Path, default=AppContext().folder)
    parser.add_argument("-v", "--verbose", action="store_true", help="name what was not answered in the first place")
    chosen = parser.parse_args()
    main(chosen.questions, chosen.pack, verbose=chosen.verbose)
