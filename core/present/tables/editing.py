"""A mandate as rows that a person changes, and the candidate that the changed rows make."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from core.domain.allocation import Allocation, Band, Destination
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate, Range
from core.words import class_label


def band_text(band: Band | None = None) -> str:
    """`5` (points either side), `20%` (of the target) or `5/25`; without a band, how the three are written."""
    if band is None:
        return "5 for points either side, 20% for a part of the target, or 5/25"
    if band.kind == "five_25":
        return "5/25"
    width = f"{(band.width or 0.0) * 100:g}"
    return width if band.kind == "absolute" else f"{width}%"


def editing_rows(mandate: Mandate, labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """One row a class of the target, in the order of `labels`: target, band, least and most in percent."""
    assert mandate.target is not None
    order = [*labels, *mandate.target.weights]
    names = sorted(mandate.target.weights, key=order.index)
    return [_row(mandate, mandate.target, name, class_label(name, labels)) for name in names]


def _row(mandate: Mandate, target: Allocation, name: str, label: str) -> dict[str, Any]:
    limits = mandate.class_bounds.get(name)
    return {
        "key": name,
        "Class": label,
        "Target, %": round(target.weight(name) * 100, 6),
        "Band": band_text(target.band(name)),
        "Least, %": None if limits is None else round(limits[0] * 100, 6),
        "Most, %": None if limits is None else round(limits[1] * 100, 6),
    }


def edited(
    standing: Mandate, rows: Sequence[Mapping[Any, Any]], destination: Destination, issuer: str, least_trade: str
) -> Mandate:
    """The standing mandate with the rows and fields as they were changed; BadInput says which one cannot be read."""
    assert standing.target is not None
    weights = {str(row["key"]): _fraction(row, "Target, %") or 0.0 for row in rows}
    total = sum(weights.values())
    if abs(total - 1) > 1e-6:
        raise BadInput("Target, %", f"the targets add up to {total * 100:.1f}, not to 100")
    bands = {name: replace(_band(row), side=standing.target.band(name).side) for row in rows for name in [row["key"]]}
    kept = {name: band for name, band in bands.items() if name in standing.target.bands or band != Band()}
    target = replace(standing.target, weights=FrozenMap(weights), bands=FrozenMap(kept), destination=destination)
    return replace(
        standing,
        target=target,
        class_bounds=FrozenMap({**standing.class_bounds, **_limits(rows)}),
        issuer_limit=_issuer(issuer),
        policy=replace(standing.policy, minimum_trade=_dollars(least_trade)),
    )


def _limits(rows: Sequence[Mapping[Any, Any]]) -> dict[str, Range]:
    found = {}
    for row in rows:
        least, most = _fraction(row, "Least, %"), _fraction(row, "Most, %")
        if least is not None or most is not None:
            found[str(row["key"])] = (least or 0.0, 1.0 if most is None else most)
    return found


def _fraction(row: Mapping[Any, Any], column: str) -> float | None:
    value = row[column]
    return None if value is None or value != value else round(float(value) / 100, 8)


def _band(row: Mapping[Any, Any]) -> Band:
    text = str(row["Band"] or "").strip().lstrip("±")
    if text == "5/25":
        return Band()
    try:
        width = round(float(text.removesuffix("%")) / 100, 8)
    except ValueError:
        raise BadInput(f"{row['Class']}, band", f"'{text}' is none; write {band_text()}") from None
    return Band("relative" if text.endswith("%") else "absolute", width)


def _issuer(text: str) -> float | None:
    if not text.strip():
        return None
    try:
        limit = round(float(text.strip().removesuffix("%")) / 100, 8)
    except ValueError:
        raise BadInput("Issuer limit", f"'{text}' is not a number of percent") from None
    if not 0 < limit <= 1:
        raise BadInput("Issuer limit", "between 0 and 100 percent")
    return limit


def _dollars(text: str) -> Decimal:
    try:
        amount = Decimal(text.replace("$", "").replace(",", "").strip())
    except InvalidOperation:
        raise BadInput("Smallest trade", f"'{text}' is not an amount of dollars") from None
    if not amount.is_finite() or amount < 0:
        raise BadInput("Smallest trade", "an amount of 0 or more")
    return amount
