"""The nearest events before and after a time without anything."""

from datetime import date

from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.views.days.neighbours import neighbours


def nearest_told(library: Library, first: date, last: date) -> str:
    """` Before: 16 March 1921, ban on factions.`, and likewise what came after; may be empty."""
    told = ""
    for label, happening in zip(("Before", "After"), neighbours(library, first, last), strict=True):
        if happening:
            told += f" {label}: {date_words(happening.when).partition(' (')[0]}, {happening.text}."
    return told
