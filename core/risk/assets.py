"""The assets of a book as vectors: what each is made of, and what is known of it. NaN where nothing is, never 0."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.risk.sample import Matrix, Vector


@dataclass(frozen=True)
class Assets:
    """Facts of the assets, each a vector over them (or a matrix, asset x name).

    shares : for `classes`, `sectors`, `regions`, `issuers`: what each asset is made of; sectors are of the whole, rows
        of an asset whose equity is not known by sector are NaN; issuers as far as a fund's largest holdings are known
    below_grade, duration : of the whole asset; NaN where not known; bonds, equity : share of the asset
    volume : dollars that may trade a day (all of the day's), inf for funds redeemed daily, NaN where not known
    illiquid : cannot be sold now; proxied : its returns are those of a stand-in
    """

    symbols: tuple[str, ...]
    shares: Mapping[str, Matrix]
    names: Mapping[str, tuple[str, ...]]
    expense_ratio: Vector
    income: Vector
    duration: Vector
    below_grade: Vector
    bonds: Vector
    equity: Vector
    spread: Vector
    volume: Vector
    illiquid: Vector
    proxied: Vector
    cash: Vector
    shocks: Mapping[str, Vector]
