"""Least and most weight of assets, of classes looking through, of issuers, and what may not be held."""

from functools import lru_cache

import numpy as np

from core.domain.errors import BadInput
from core.market.asset_classes import labels
from core.optimize.limits import CONSTRAINTS, Facts, Limit, not_below_zero
from core.words import class_label
from core.words import percent as written

percent = lru_cache(maxsize=1024)(written)
"""The same few limits are written at every move of a slider."""
FREE = (0.0, 1.0)
"""Bounds of an asset that the mandate says nothing of: no shorts, no leverage."""
FIRM = 20.0
"""Holding what is restricted comes last when limits must give way."""


@CONSTRAINTS.add(lasting=True, sentence="each asset's weight lies between its bounds")
def bounds(facts: Facts) -> tuple[Limit, ...]:
    """`bounds.SYMBOL` for one asset, `bounds.*` for all that are not named."""
    stated = facts.mandate.bounds
    symbols = facts.assets.symbols
    unknown = [name for name in stated if name != "*" and name not in symbols]
    if unknown:
        raise BadInput(f"mandate.bounds.{unknown[0]}", "there is no price series of that symbol")
    others = np.array([symbol not in stated for symbol in symbols])
    limits = [_no_shorts(facts)]
    if "*" in stated and others.any():
        limits += _pair("bounds.*", "every asset without bounds of its own", others, *stated["*"])
    for place, symbol in enumerate(symbols):
        if symbol in stated:
            limits += _pair(f"bounds.{symbol}", symbol, np.arange(len(symbols)) == place, *stated[symbol])
    return tuple(limits)


@CONSTRAINTS.add(lasting=True, sentence="each class's weight, looking through funds, lies between its bounds")
def class_bounds(facts: Facts) -> tuple[Limit, ...]:
    """`class_bounds.CLASS`: the sum of weight x share of the class in each asset."""
    limits: list[Limit] = []
    carried = _shares(facts)
    for name, (least, most) in facts.mandate.class_bounds.items():
        shares = carried[name]
        path, label = f"class_bounds.{name}", class_label(name, labels())
        limits += [
            Limit(
                f"{path}.min", f"{label} must be at least {percent(least)}", rows=-shares[None], most=np.array([-least])
            ),
            Limit(f"{path}.max", f"{label} may be at most {percent(most)}", rows=shares[None], most=np.array([most])),
        ]
    return tuple(limits)


@CONSTRAINTS.add(lasting=True, sentence="no issuer's assets together exceed the limit")
def issuer_limit(facts: Facts) -> tuple[Limit, ...]:
    """`issuer_limit`: the weights of each issuer's assets add up to at most the limit."""
    limit = facts.mandate.issuer_limit
    if limit is None:
        return ()
    issuers = [known.issuer if (known := facts.mandate.assets.get(symbol)) else None for symbol in facts.assets.symbols]
    names = sorted({issuer for issuer in issuers if issuer is not None})
    rows = np.array([[float(issuer == name) for issuer in issuers] for name in names]).reshape(-1, len(issuers))
    sentence = f"no issuer may be more than {percent(limit)}"
    most = np.full(len(names), not_below_zero(limit, "issuer_limit"))
    return (Limit("issuer_limit", sentence, rows=rows, most=most),)


@CONSTRAINTS.add(lasting=True, sentence="what is restricted is not held")
def restricted(facts: Facts) -> tuple[Limit, ...]:
    """`restricted.SYMBOL`: a weight of 0."""
    limits = []
    for name in facts.mandate.restricted:
        if name in facts.assets.symbols:
            this = np.array([symbol == name for symbol in facts.assets.symbols])
            lower, upper = np.where(this, 0.0, -np.inf), np.where(this, 0.0, np.inf)
            limits.append(Limit(f"restricted.{name}", f"{name} may not be held", lower=lower, upper=upper, firm=FIRM))
    return tuple(limits)


@CONSTRAINTS.add(lasting=True, sentence="nothing with an excluded tag is held")
def exclude(facts: Facts) -> tuple[Limit, ...]:
    """`exclude.TAG`: a weight of 0 for every asset that carries the tag (an ESG list, a client's wish)."""
    limits = []
    for tag in facts.mandate.exclude:
        known = facts.mandate.assets
        these = np.array([symbol in known and tag in known[symbol].tags for symbol in facts.assets.symbols])
        if these.any():
            lower, upper = np.where(these, 0.0, -np.inf), np.where(these, 0.0, np.inf)
            limits.append(Limit(f"exclude.{tag}", f"nothing of {tag} may be held", lower=lower, upper=upper, firm=FIRM))
    return tuple(limits)


def _no_shorts(facts: Facts) -> Limit:
    """The house's own rule, which never gives way: nothing is sold short unless its bounds allow it."""
    stated = facts.mandate.bounds
    default = stated.get("*") or FREE
    least = np.array([(stated.get(symbol) or default)[0] for symbol in facts.assets.symbols])
    return Limit("bounds", "nothing is sold short", lower=np.where(least >= 0, 0.0, -np.inf), standing=True)


def _pair(path: str, who: str, chosen: np.ndarray, least: float, most: float) -> list[Limit]:
    """Least and most weight as two limits; a least of 0 says no more than that nothing is sold short."""
    upper = Limit(f"{path}.max", f"{who} may be at most {percent(most)}", upper=np.where(chosen, most, np.inf))
    if least == 0:
        return [upper]
    lower = np.where(chosen, least, -np.inf)
    return [Limit(f"{path}.min", f"{who} must be at least {percent(least)}", lower=lower), upper]


def _shares(facts: Facts) -> dict[str, np.ndarray]:
    """Class of the mandate's bounds -> its share in each asset."""
    carried = {name: np.zeros(facts.assets.size) for name in facts.mandate.class_bounds}
    for place, symbol in enumerate(facts.assets.symbols):
        known = facts.mandate.assets.get(symbol)
        for name, share in known.classes.items() if known else ():
            if name in carried:
                carried[name][place] = share
    return carried
