"""Where the voices differ: what stands in the words, and what the other voice read there.

A doubt is settled by arithmetic or it stays: what stays flags the line, and a number that decides what is held
(quantity, price, value) keeps the account from being proven.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from core.domain.statement import Box
from core.ingest.ocr.paper import Paper


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place where one voice read `text` and the other `other` (empty: it saw nothing there)."""

    page: int
    box: Box
    text: str
    other: str


class Doubts:
    """The doubts of a file, found again by page and place; `scanned` are the pages that were read from pictures.

    `papers`: by page, where figures may stand.
    """

    def __init__(
        self, doubts: Iterable[Doubt] = (), scanned: Collection[int] = (), papers: Mapping[int, Paper] | None = None
    ) -> None:
        self.scanned = frozenset(scanned)
        self.papers = papers or {}
        self._by_page: dict[int, list[Doubt]] = {}
        for doubt in doubts:
            self._by_page.setdefault(doubt.page, []).append(doubt)

    def __bool__(self) -> bool:
        return bool(self._by_page)

    def is_blank(self, page: int | None, box: Box) -> bool:
        """Whether a scanned page is known to show no figure in a box that is a line high."""
        paper = self.papers.get(page or 0)
        return paper is not None and paper.is_blank(box)

    def at(self, page: int, box: Box) -> Doubt | None:
        """The doubt about the word in exactly that box."""
        return next((doubt for doubt in self._by_page.get(page, ()) if doubt.box == box), None)

    def within(self, page: int | None, box: Box | None) -> list[Doubt]:
        """The doubts whose middle lies in the box."""
        if page is None or box is None:
            return []
        x0, top, x1, bottom = box
        return [
            doubt
            for doubt in self._by_page.get(page, ())
            if x0 - 1 <= (doubt.box[0] + doubt.box[2]) / 2 <= x1 + 1
            and top - 1 <= (doubt.box[1] + doubt.box[3]) / 2 <= bottom + 1
        ]


NO_DOUBTS = Doubts()
