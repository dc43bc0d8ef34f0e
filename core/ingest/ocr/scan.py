"""A picture of a page becomes words: straightened, heard by both voices, with what they doubt and the way back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

from core.domain.frozen_map import FrozenMap
from core.domain.statement import Annotation, Box, Statement, StatementLine
from core.ingest.files.limits import on_ocr
from core.ingest.nouns.words import Word
from core.ingest.ocr.agree import agreed, with_years
from core.ingest.ocr.doubts import Doubt
from core.ingest.ocr.initials import with_initials
from core.ingest.ocr.ink import ink_of
from core.ingest.ocr.leaning import NO_LEAN, Lean
from core.ingest.ocr.notes import SCRAWL, handwriting
from core.ingest.ocr.paper import Paper, paper_of
from core.ingest.ocr.picture import Picture, prepared
from core.ingest.ocr.place import words_on
from core.ingest.ocr.second_look import looked_again
from core.ingest.ocr.slanting import slanting
from core.ingest.ocr.spaces import put_together, with_spaces
from core.ingest.ocr.turns import upright
from core.ingest.ocr.unread_ink import is_scrawled, left_out
from core.ingest.ocr.voices import first_voice


@dataclass(frozen=True, slots=True)
class Heard:
    """What was read of one picture, in points of the straightened page; `on_page` leads back to the page as sent."""

    words: list[Word]
    doubts: list[Doubt]
    on_page: Callable[[Box], Box]
    notes: list[Annotation]
    paper: Paper


def read_picture(grey: Any, points: tuple[float, float], page: int, count: int, photo: bool = False) -> Heard:
    """Words of one picture and the doubts about them; a picture that was just heard is not heard again."""
    on_ocr(page, count)
    heard = _heard(_Sheet(grey), points, photo)
    doubts = [replace(doubt, page=page) for doubt in heard.doubts]
    return replace(heard, doubts=doubts, notes=[replace(note, page=page) for note in heard.notes])


class _Sheet:
    """Grey pixels that are found again by what they show."""

    def __init__(self, grey: Any) -> None:
        self.grey = grey
        self._mark = sha256(repr(grey.shape).encode() + grey.tobytes()).digest()

    def __hash__(self) -> int:
        return hash(self._mark)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Sheet) and other._mark == self._mark


@lru_cache(maxsize=12)
def _heard(sheet: _Sheet, points: tuple[float, float], photo: bool) -> Heard:
    """What is read of a picture as page 1."""
    picture, second = upright(prepared(sheet.grey, points, photo))
    runs = first_voice(picture.grey)
    ink = ink_of(picture.grey)
    covered = [*(run.frame for run in runs), *(word.frame for word in second)]
    groups = put_together([*agreed(runs, second), *left_out(picture.grey, ink, covered)], ink)
    groups = looked_again(picture.grey, ink, groups)
    groups = [with_initials(with_years(group)) for group in with_spaces(groups, ink)]
    printed, notes = handwriting(groups, 1, ink, slanting(runs))
    if is_scrawled(ink, covered):
        notes.append(Annotation(1, SCRAWL))
    words, doubts, lean = words_on(1, picture, ink, printed)
    paper = paper_of(picture, lean, words, {doubt.box for doubt in doubts})
    return Heard(words, doubts, _way_back(picture, lean), notes, paper)


def _way_back(picture: Picture, lean: Lean) -> Callable[[Box], Box]:
    """From a box around words drawn level to the box around them on the page as sent."""
    if lean is NO_LEAN:
        return picture.on_page

    def back(box: Box) -> Box:
        x0, top, x1, bottom = (edge * picture.scale for edge in box)
        high = min(lean.back(x, top) for x in (x0, x1)) / picture.scale
        low = max(lean.back(x, bottom) for x in (x0, x1)) / picture.scale
        return picture.on_page((box[0], high, box[2], low))

    return back


def put_back(statement: Statement, ways: Mapping[int, Callable[[Box], Box]]) -> Statement:
    """The statement with the boxes of its scanned pages where they stand on the page as it was sent."""
    if not ways:
        return statement
    accounts = tuple(
        replace(account, positions=tuple(_line_back(line, ways) for line in account.positions))
        for account in statement.accounts
    )
    return replace(statement, accounts=accounts)


def _line_back(line: StatementLine, ways: Mapping[int, Callable[[Box], Box]]) -> StatementLine:
    source = line.source
    way = ways.get(source.page or 0)
    if way is None:
        return line
    fields = FrozenMap({name: way(box) for name, box in source.fields.items()})
    return replace(line, source=replace(source, box=way(source.box) if source.box else None, fields=fields))
