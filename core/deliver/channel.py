"""What every channel offers, and what it is given to send."""

from dataclasses import dataclass
from typing import Any, Protocol

from core.domain.errors import CoreError


class DeliveryFailed(CoreError):
    """The message was not taken; the sentence says why, without any secret."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `id` is stable over retries, so that a receiver can drop a second copy.

    It names households by their opaque id and says no figures: what a client holds stays in the house.
    """

    id: str
    subject: str
    text: str
    data: dict[str, Any]


class Channel(Protocol):
    """A way out. `name` is what the log calls it."""

    @property
    def name(self) -> str:
        """The channel's name in the log."""

    def send(self, message: Message) -> None:
        """Hand the message over; DeliveryFailed where it was not taken."""
