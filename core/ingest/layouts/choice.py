"""Which of the offered layouts a file is read under: one whose heads all stand together, and its letterhead too."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from core.domain.layout import Layout
from core.ingest.lexicon.taught import plain, using


@dataclass(slots=True)
class Offer:
    """Layouts to choose from, and the one that was used."""

    layouts: tuple[Layout, ...]
    used: Layout | None = None


_offer: ContextVar[Offer | None] = ContextVar("offer", default=None)


@contextmanager
def offered(layouts: Iterable[Layout]) -> Iterator[Offer]:
    """Inside the block a reader may choose from these layouts."""
    offer = Offer(tuple(layouts))
    token = _offer.set(offer)
    try:
        yield offer
    finally:
        _offer.reset(token)


@contextmanager
def fitting(groups: Sequence[Sequence[str]]) -> Iterator[None]:
    """Inside the block the layout holds that fits the file; `groups` are the texts of each page, or of each row."""
    offer = _offer.get()
    chosen = best(offer.layouts, groups) if offer is not None and offer.layouts else None
    if offer is None or chosen is None:
        yield
        return
    offer.used = chosen
    with using(chosen):
        yield


def best(layouts: Iterable[Layout], groups: Sequence[Sequence[str]]) -> Layout | None:
    """The fitting layout with the most heads, the newest of equals; None where none fits."""
    words = [{word for text in group for word in plain(text).split()} for group in groups]
    everything = set().union(*words) if words else set()
    good = [layout for layout in layouts if not layout.withdrawn and _fits(layout, words, everything)]
    return max(good, key=lambda layout: (len(layout.columns), layout.id, layout.version), default=None)


def _fits(layout: Layout, groups: Sequence[set[str]], everything: set[str]) -> bool:
    heads = {word for label, _ in layout.columns for word in plain(label).split()}
    paper = set(plain(layout.letterhead).split())
    return bool(heads) and paper <= everything and any(heads <= group for group in groups)
