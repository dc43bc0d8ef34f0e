"""Misuse and refusal: the exceptions of the house. Trouble in a client's data is an `Issue` instead."""


class CoreError(Exception):
    """Something was asked that cannot be done; the message says what happened and what to do."""


class BadInput(CoreError):
    """The input or the call is wrong; the message says what and where."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.where = where
        self.what = what


class Locked(BadInput):
    """A file that asks for a password."""


class NotAllowed(CoreError):
    """The person signed in may not do this."""


class NotFound(CoreError):
    """No such household, proposal, statement or document."""


class OutOfDate(CoreError):
    """Somebody else changed the record first; look again before deciding."""


class UnknownName(CoreError):
    """A registry holds no function of that name; the message offers the nearest ones."""
