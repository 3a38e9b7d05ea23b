"""Whether export time grows linearly with the number of questions: 5,000 against 1,000, by format."""

import time
from itertools import islice

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import UsageError
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.export.registry import FORMATS, Format
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.library.library import open_library

FEW, MANY = 1000, 5000
RUNS = 3


def main() -> None:
    """Print for each format how much longer many questions take than few: five times, if linear."""
    pack = open_library(AppContext().folder).pack
    made = list(generate(pack, FEW, seed=1, wanted=Wanted(responses=tuple(Response))))
    turns = range(1 + MANY // len(made))  # a pack may have fewer questions
    items = [item._replace(id=f"{item.id}-{turn}") for turn in turns for item in made][:MANY]
    paper = Paper(pack.name, pack.id, {topic.id: topic.title for topic in pack.topics})
    print(f"{'format':<14}{FEW:>10}{MANY:>10}{'ratio':>8}{'of':>4}  MB")
    for form in FORMATS:
        try:
            few, many = (min(_seconds(form, items[:count], paper) for _ in range(RUNS)) for count in (FEW, MANY))
        except UsageError as error:
            print(f"{form.name:<14} left out: {error}")
            continue
        size = sum(map(len, form.write(items, paper))) / 1e6
        print(f"{form.name:<14}{few:>9.2f}s{many:>9.2f}s{many / few:>8.2f}{MANY // FEW:>4}  {size:.1f}")


def _seconds(form: Format, items: list[Item], paper: Paper) -> float:
    start = time.perf_counter()
    for _ in form.write(islice(items, None), paper):
        pass
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
