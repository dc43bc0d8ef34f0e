"""What the house knows of securities, from `data/reference/securities.csv`: cost, look-through, wash-sale identity.

No CUSIPs: they are licensed, and statements bring their own. Facts carry their source and date; list prices are
illustrative closes of the demo book's date, not quotes.
"""

import csv
import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import cast

from core.domain.errors import UnknownName
from core.domain.frozen_map import FrozenMap
from core.domain.security import Security
from core.domain.statement import AssetType
from core.market.asset_classes import by_class, weights
from core.settings import REFERENCE


@dataclass(frozen=True, slots=True)
class SecurityFacts:
    """A security without a price of its own.

    mix : leaf -> share, looking through; classes : the same over asset classes; both sum to 1
    expense_ratio, dividend_yield : fractions a year; qualified, tax_exempt : shares of the income, 0 to 1
    duration : effective, in years; spread : fraction of the price on each side; adv_shares : median a day
    certainty : "sourced" or "mixed" (expense ratio from general knowledge)
    sectors : sector -> share of its equity (empty where not known); credit : of its bonds: investment, below, mixed
    """

    symbol: str
    name: str
    asset_type: AssetType
    mix: FrozenMap[float]
    classes: FrozenMap[float]
    expense_ratio: float
    dividend_yield: float
    qualified: float
    tax_exempt: float
    duration: float | None
    spread: float
    adv_shares: int | None
    identical_group: str | None
    same_index: str | None
    substitutes: tuple[str, ...]
    fractional: bool
    collectible: bool
    list_price: Decimal
    as_of: str
    source: str
    certainty: str
    sectors: FrozenMap[float] = field(default_factory=FrozenMap)
    credit: str = ""


@cache
def known() -> Mapping[str, SecurityFacts]:
    """Every security of the reference file, by symbol."""
    with (REFERENCE / "securities.csv").open(encoding="utf-8", newline="") as file:
        rows = [_facts(row) for row in csv.DictReader(file)]
    return MappingProxyType({row.symbol: row for row in rows})


def facts(symbol: str) -> SecurityFacts:
    """The facts of a symbol; UnknownName offers the nearest ones."""
    found = known().get(symbol)
    if found is None:
        near = difflib.get_close_matches(symbol, known(), n=3)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        raise UnknownName(f"No security '{symbol}' in the reference file.{hint}")
    return found


def security(symbol: str, price: Decimal) -> Security:
    """The security as the trade engine sees it, at `price` dollars; UnknownName for a symbol not on file."""
    known_facts = facts(symbol)
    return Security(
        symbol=symbol,
        price=price,
        classes=known_facts.classes,
        spread=known_facts.spread,
        identical_group=known_facts.identical_group,
        substitutes=known_facts.substitutes,
        fractional=known_facts.fractional,
        dividend_yield=known_facts.dividend_yield,
        qualified=known_facts.qualified,
        expense_ratio=known_facts.expense_ratio,
        same_index=known_facts.same_index,
        collectible=known_facts.collectible,
        name=known_facts.name,
    )


def _facts(row: Mapping[str, str]) -> SecurityFacts:
    mix = weights(row["mix"])
    return SecurityFacts(
        symbol=row["symbol"],
        name=row["name"],
        asset_type=cast(AssetType, row["asset_type"]),
        mix=mix,
        classes=by_class(mix),
        expense_ratio=float(row["expense_ratio"]),
        dividend_yield=float(row["dividend_yield"]),
        qualified=float(row["qualified"]),
        tax_exempt=float(row["tax_exempt"]),
        duration=float(row["duration"]) if row["duration"] else None,
        spread=float(row["spread"]),
        adv_shares=int(row["adv_shares"]) if row["adv_shares"] else None,
        identical_group=row["identical_group"] or None,
        same_index=row["same_index"] or None,
        substitutes=tuple(row["substitutes"].split()),
        fractional=row["fractional"] == "1",
        collectible=row["collectible"] == "1",
        list_price=Decimal(row["list_price"]),
        as_of=row["as_of"],
        source=row["source"],
        certainty=row["certainty"],
        sectors=weights(row["sectors"]),
        credit=row["credit"],
    )
