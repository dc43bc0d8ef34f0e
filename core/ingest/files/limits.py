"""The limits under which a file is parsed: processor time for each page, memory, open files, no writing.

They are set once in the child process. Where the platform has no such limits (Windows), the parent's wall clock
remains.
"""

import gc
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from core.ingest.files.kinds import Refused

PAPER_SECONDS, TABLE_SECONDS = 6.0, 60.0
"""Before the first page is begun, and for a file that has no pages."""
PAGE_SECONDS = 3.0
OCR_SECONDS = 20.0
MEMORY_BYTES = 1536 * 1024 * 1024
OCR_BYTES = 2560 * 1024 * 1024
OPEN_FILES = 64
FILE_CPU_SECONDS = 600
AGAIN_SECONDS = 1.0
MOST_WRITTEN = 1024 * 1024

_tell: list[Callable[[int, int], None]] = []
_armed: list[bool] = []
_allowed: list[float] = [PAGE_SECONDS]


def confine() -> None:
    """Put this process under the limits of a reading child. Cannot be undone."""
    if sys.platform == "win32":
        return
    import resource

    for kind, limit in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CPU, FILE_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, MOST_WRITTEN),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        most = OCR_BYTES if kind == resource.RLIMIT_AS else limit
        top = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (min(limit, top), top))
    signal.signal(signal.SIGPROF, _too_slow)
    _armed.append(True)


def tell_pages(listener: Callable[[int, int], None]) -> None:
    """Who is told of each page as it begins."""
    _tell[:] = [listener]


def on_page(page: int, count: int) -> None:
    """A page begins: its processor time starts anew."""
    _begin(PAGE_SECONDS, page, count)


def on_ocr(page: int, count: int) -> None:
    """A page is read from its picture: more time and, from here on, more memory."""
    if _armed and sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    _begin(OCR_SECONDS, page, count)


def on_file(seconds: float) -> None:
    """A file is begun, or all its pages are read and are now understood: so much time until a page begins."""
    if _armed and sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN_SECONDS)
    _allowed[:] = [seconds]


def _begin(seconds: float, page: int, count: int) -> None:
    on_file(seconds)
    for listener in _tell:
        listener(page, count)


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for rings of objects while a table is read: rows make none, and there may be 200,000 of them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def rest() -> None:
    """The file is done: no page is being timed."""
    if _armed and sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, 0)


def _too_slow(signum: int, frame: FrameType | None) -> None:
    """Raised again every second, in case a library swallows it."""
    raise Refused(f"The file was given up: a page or its opening took more than {_allowed[0]:.0f} seconds to read.")
