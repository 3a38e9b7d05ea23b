"""Every error that a user can make or meet: one tree, each kind with its exit code and a message that helps."""


class AppError(Exception):
    """Base of all errors that are shown to the user as one line on stderr.

    The text of the exception is that line; `exit_code` is what the program ends with.
    """

    exit_code = 1


class NotFoundError(AppError):
    """Nothing in the pack answers to the words given. `suggestions` are names that do."""

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.suggestions = suggestions


class UsageError(AppError):
    """The command line contradicts itself or names something that does not exist."""

    exit_code = 2


class PackError(AppError):
    """A pack could not be read; the message lists every problem, one a line."""


class DateError(AppError):
    """A date that is not one, or not in a form that is understood."""


class ProgressError(AppError):
    """The learner's file cannot be used; `damaged` says that it is no sound file of this program."""

    def __init__(self, message: str, *, damaged: bool = False) -> None:
        super().__init__(message)
        self.damaged = damaged
