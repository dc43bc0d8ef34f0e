"""What every way of reading pages is: words with boxes in, events out.

The general engine (`walk`) is one, the optional language model another. Whatever an extractor says is built and proven
by the same code, so none is trusted more than another.
"""

from collections.abc import Sequence
from typing import Protocol

from core.ingest.nouns.events import Event
from core.ingest.nouns.words import Line


class Extractor(Protocol):
    """Pages as lines of words become events, in order."""

    def __call__(self, pages: Sequence[Sequence[Line]], /) -> list[Event]:
        """The events of these pages; a value that is not printed on them never stands in one."""
        ...
