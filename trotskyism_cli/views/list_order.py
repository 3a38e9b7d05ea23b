"""In what order a list can stand; apart from the lists, so that the command line can name it without making one."""

from enum import StrEnum


class Order(StrEnum):
    """What a list is in order of."""

    NAME = "name"
    TIME = "time"
    AUTHOR = "author"
