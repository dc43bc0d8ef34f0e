"""Views as an analyst says them: `VTI beats BND by 2 %, confidence 60 %` or `VNQ earns 4 % over cash`.

Several symbols on a side share it evenly, or as their numbers say: `70% VEA and 30% VWO trail VTI by 1.5 points`.
"""

import re
from collections.abc import Mapping
from typing import Any

from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.words import listing, percent

EXPECTED = "expected a view such as 'VTI beats BND by 2 %, confidence 60 %' or 'VNQ earns 4 % over cash'"
UNIT = r"\s*(?:%|percent|per\s+cent|points?|pts?)(?:\s+a\s+year)?"
SIZE = r"(?P<size>[-−+]?\d*\.?\d+)"
BEATS = re.compile(
    rf"(?P<left>.+?)\s+(?:(?P<up>beats?|outperforms?|leads?)|trails?|underperforms?|lags?)\s+(?P<right>.+?)\s+by\s+{SIZE}{UNIT}",
    re.IGNORECASE,
)
EARNS = re.compile(
    rf"(?P<left>.+?)\s+(?:earns?|returns?)\s+{SIZE}{UNIT}(?P<cash>\s+(?:over|above)\s+cash)?", re.IGNORECASE
)
SURE = re.compile(
    rf"[\s,;(]*(?:with\s+)?(?:a\s+)?confidence(?:\s+of)?\s*:?\s*{SIZE}\s*(?P<unit>%|percent)?\s*\)?$", re.IGNORECASE
)
PART = re.compile(r"(?:(?P<share>\d*\.?\d+)\s*(?P<unit>%)?\s+)?(?P<symbol>[A-Za-z][A-Za-z0-9.\-]*)")


def view_of(words: str, risk_free: float = 0.0, where: str = "views") -> FrozenMap[Any]:
    """The view in numbers: `assets`, `return` (over cash, a year) and `confidence` (0.5 where none is said).

    risk_free : annual, taken off a return that is not said to be over cash. BadInput shows how a view is said.
    """
    text, confidence = _confidence(words.strip().rstrip("."), where)
    relative, absolute = BEATS.fullmatch(text), EARNS.fullmatch(text)
    if relative:
        sign = 1.0 if relative["up"] else -1.0
        mix = _mix(relative["left"], sign, where)
        for symbol, share in _mix(relative["right"], -sign, where).items():
            mix[symbol] = mix.get(symbol, 0.0) + share
        return _view(mix, _fraction(relative["size"]), confidence)
    if absolute:
        over = 0.0 if absolute["cash"] else risk_free
        return _view(_mix(absolute["left"], 1.0, where), _fraction(absolute["size"]) - over, confidence)
    raise BadInput(where, f"'{words.strip()[:60]}': {EXPECTED}")


def views_of(lines: str, risk_free: float = 0.0) -> tuple[FrozenMap[Any], ...]:
    """One view a line; empty lines say nothing. BadInput names the line."""
    said = [line for line in lines.splitlines() if line.strip()]
    return tuple(view_of(line, risk_free, f"view {place}") for place, line in enumerate(said, start=1))


def words_of(view: Mapping[str, Any]) -> str:
    """A view as one says it, over cash where it is of one side alone."""
    mix: Mapping[str, float] = view.get("assets", {})
    size, sure = float(view.get("return", 0.0)), float(view.get("confidence", 0.5))
    ahead = _side({symbol: share for symbol, share in mix.items() if share > 0})
    behind = _side({symbol: -share for symbol, share in mix.items() if share < 0})
    if ahead and behind:
        said = f"{ahead} beats {behind} by {percent(size, 2)}"
    else:
        said = f"{ahead or behind} earns {percent(size if ahead else -size, 2)} over cash"
    return f"{said}, confidence {percent(sure, 0)}"


def _confidence(text: str, where: str) -> tuple[str, float]:
    found = SURE.search(text)
    if not found:
        return text, 0.5
    size = float(found["size"])
    sure = size / 100.0 if found["unit"] or size > 1 else size
    if not 0 < sure <= 1:
        raise BadInput(where, "a confidence lies above 0 and up to 100 %")
    return text[: found.start()].rstrip(), sure


def _mix(side: str, sign: float, where: str) -> dict[str, float]:
    """Symbols of one side and their shares, which sum to 1 (or to -1)."""
    parts = [PART.fullmatch(part.strip()) for part in re.split(r"\s*(?:,|\band\b|\+|&)\s*", side) if part.strip()]
    if not parts or any(part is None for part in parts):
        raise BadInput(where, f"'{side.strip()[:40]}': {EXPECTED}")
    named = [part for part in parts if part is not None]
    given = [float(part["share"]) if part["share"] else None for part in named]
    if any(share is None for share in given) and any(share is not None for share in given):
        raise BadInput(where, f"'{side.strip()[:40]}': give every symbol a share, or none")
    shares = [1.0 if share is None else share for share in given]
    if sum(shares) <= 0:
        raise BadInput(where, f"'{side.strip()[:40]}': the shares sum to nothing")
    return {part["symbol"].upper(): sign * share / sum(shares) for part, share in zip(named, shares, strict=True)}


def _fraction(text: str) -> float:
    return round(float(text.replace("−", "-")) / 100.0, 12)


def _view(mix: dict[str, float], size: float, confidence: float) -> FrozenMap[Any]:
    return FrozenMap({"assets": FrozenMap(mix), "return": size, "confidence": confidence})


def _side(mix: Mapping[str, float]) -> str:
    if len(mix) < 2 or max(mix.values()) - min(mix.values()) < 1e-9:
        return listing(list(mix))
    return listing([f"{percent(share, 0)} {symbol}" for symbol, share in mix.items()])
