"""Errors that a user can cause or meet, each kind with an exit code and a helpful message."""


class AppError(Exception):
    """Base of all errors shown to the user as one line on stderr.

    The exception's text is that line; `exit_code` is the exit code of the program.
    """

    exit_code = 1


class NotFoundError(AppError):
    """Nothing in the pack matches the words. `suggestions` are similar names."""

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.suggestions = suggestions


class UsageError(AppError):
    """The command line contradicts itself or names something that does not exist."""

    exit_code = 2


class PackError(AppError):
    """A pack could not be read. The message lists every problem, one a line."""


class DateError(AppError):
    """A date is invalid or not in an accepted form."""


class ProgressError(AppError):
    """The learner's file cannot be used. `damaged`: it is no sound file of this program."""

    def __init__(self, message: str, *, damaged: bool = False) -> None:
        super().__init__(message)
        self.damaged = damaged
