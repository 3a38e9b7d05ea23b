"""The orders of a list, in a module of their own so that the command line can name them cheaply."""

from enum import StrEnum


class Order(StrEnum):
    """What a list is sorted by."""

    NAME = "name"
    TIME = "time"
    AUTHOR = "author"
