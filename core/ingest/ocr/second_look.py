"""Words that the voices read differently, or that ink goes on beside, are looked at again: alone, and larger.

So are words of a few capitals, such as symbols: no sum holds them, and small grey print is misread by both alike.

A reading is settled where each voice gave it at one of its two looks, or where of all readings one alone is an
identifier with its check digit. What is not settled stays in doubt.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.domain.statement import Box
from core.ingest.lexicon.identifiers import cusip_ok, isin_ok
from core.ingest.ocr.agree import Agreed, same
from core.ingest.ocr.ink import grown
from core.ingest.ocr.marks import dollars_are_high, looked_at
from core.ingest.ocr.parted import parted, with_points
from core.ingest.ocr.tidied import tidy
from core.ingest.ocr.voices import Said, first_again, second_again

TALL = 64
EDGE = 0.35
MOST = 250
CODE, RARE = re.compile(r"[A-Z]{2,5}"), 3
"""A word of capitals that stands on the page so often, `ETF`, is no symbol."""

Groups = list[list[Agreed]]


def looked_again(grey: Any, ink: Any, groups: Groups) -> Groups:
    """The words with what a second look settles; figures that are cut off by their frame are read whole."""
    codes = _codes(groups)
    frames = [*_frames(ink, groups).items(), *codes.items()][:MOST]
    boxes = [one.said.frame for group in groups for one in group]
    crops = [crop(grey, frame, boxes) for _, frame in frames]
    found = [list(group) for group in groups]
    for (at, frame), one, two in zip(frames, first_again(crops), second_again(crops), strict=True):
        group, place = at
        settle = confirmed if at in codes else settled
        found[group][place] = settle(found[group][place], frame, one, two)
    high = dollars_are_high(grey, [one for group in groups for one in group])
    return [[looked_at(grey, one, high) for one in group] for group in parted(with_points(found))]


def _frames(ink: Any, groups: Groups) -> dict[tuple[int, int], Box]:
    """By group and place: the frames to look at again, of words that are not agreed on or not whole."""
    boxes = [one.said.frame for group in groups for one in group]
    found: dict[tuple[int, int], Box] = {}
    for at, group in enumerate(groups):
        for place, one in enumerate(group):
            own = one.said.frame
            frame = own
            if re.search(r"\d", one.said.text):
                frame = grown(ink, own, [box for box in boxes if box is not own])
            if one.other is not None or frame != own:
                found[at, place] = frame
    return found


def _codes(groups: Groups) -> dict[tuple[int, int], Box]:
    """By group and place: the frames of words that both voices read as the same few capitals, `ETF` and such apart."""
    words = {(at, place): one for at, group in enumerate(groups) for place, one in enumerate(group)}
    codes = {place: one for place, one in words.items() if one.other is None and CODE.fullmatch(one.said.text)}
    often = Counter(one.said.text for one in codes.values())
    return {place: one.said.frame for place, one in codes.items() if often[one.said.text] <= RARE}


def crop(grey: Any, frame: Box, others: Sequence[Box] = ()) -> Any:
    """The piece of the page, as high as the voices like it, on white, without what belongs to the words beside it."""
    import cv2
    import numpy as np

    x0, top, x1, bottom = frame
    height = max(8.0, bottom - top)
    across, down = EDGE * height, 0.2 * height
    left, right = max(0, int(x0 - across)), min(grey.shape[1], int(x1 + across) + 1)
    piece = np.array(grey[max(0, int(top - down)) : int(bottom + down) + 1, left:right])
    near = [one for one in others if one[1] < bottom - 0.3 * height and one[3] > top + 0.3 * height]
    before = max((one[2] for one in near if left < one[2] <= x0), default=None)
    after = min((one[0] for one in near if x1 <= one[0] < right), default=None)
    if before is not None:
        piece[:, : int((before + x0) / 2) - left] = piece.max(initial=0)
    if after is not None:
        piece[:, int((x1 + after) / 2) + 1 - left :] = piece.max(initial=0)
    size = TALL / max(1, piece.shape[0])
    return cv2.resize(piece, None, fx=size, fy=size, interpolation=cv2.INTER_CUBIC)


def settled(one: Agreed, frame: Box, first: str, second: str) -> Agreed:
    """The word as both voices read it at one look or the other; else as it was, in doubt."""
    kept = one.said.text
    if one.other is None:
        if same(first, second):
            return _read_as(one, frame, first)
        return replace(one, other=first if same(second, kept) else second)
    firsts, seconds = (kept, first), (one.other, second)
    if not one.first:
        firsts, seconds = (one.other, first), (kept, second)
    agreed = [text for text in firsts if text and any(same(text, said) for said in seconds)]
    if agreed and all(same(agreed[0], text) for text in agreed):
        return _read_as(one, frame, agreed[0])
    sure = {text for text in (kept, one.other, first, second) if _checked(text)}
    return _read_as(one, frame, sure.pop()) if len(sure) == 1 else one


def confirmed(one: Agreed, frame: Box, first: str, second: str) -> Agreed:
    """A code on which both voices agreed, in doubt where the first reads another one at its second look."""
    text = tidy(first)
    if same(text, one.said.text) or not CODE.fullmatch(text):
        return one
    if same(text, second):
        return Agreed(Said(text, *frame, sure=one.said.sure), one.said.text, one.first)
    return replace(one, other=text)


def _checked(text: str) -> bool:
    """Whether the text is an identifier with the right check digit, which few misreadings keep."""
    plain = text.strip("():,;")
    return cusip_ok(plain) or isin_ok(plain)


def _read_as(one: Agreed, frame: Box, text: str) -> Agreed:
    """The word with the text that both voices agree on; words between spaces are not one word."""
    text = tidy(text)
    if same(text, one.said.text):
        return replace(one, other=None)
    if " " in text or not text:
        return replace(one, other=one.other or text)
    return Agreed(Said(text, *frame, sure=one.said.sure), None, one.first)
