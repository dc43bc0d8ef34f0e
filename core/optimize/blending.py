"""A model of models: sleeves blended by their shares, exactly, and never one that contains itself.

Shares are counted in exact fractions of the numbers written, so ten sleeves of a tenth are one whole.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from core.domain.allocation import Allocation
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate
from core.words import percent

Lookup = Callable[[str], Mandate | None]
Weighed = Callable[[Mandate, str], Mapping[str, float]]
"""A model without sleeves (and its path) -> its weights"""


def flattened(mandate: Mandate, lookup: Lookup, weighed: Weighed, where: str = "mandate") -> FrozenMap[float]:
    """The weights of a model of models, its sleeves' own sleeves opened as deep as they go.

    lookup : the model of an id, None where there is none; weighed : the weights of a model without sleeves
    Raises BadInput for shares that do not sum to 1, a model that is not known, and one that contains itself.
    """
    blend = _blend(mandate, lookup, weighed, where, (mandate.id,) if mandate.id else ())
    return FrozenMap({name: float(share) for name, share in blend.items()})


def flattened_target(mandate: Mandate, lookup: Lookup) -> Allocation:
    """The target of a model of models: its sleeves' targets blended, under its own bands and destination."""
    kinds = {one.target.by for one in _leaves(mandate, lookup) if one.target is not None}
    if len(kinds) > 1:
        raise BadInput("sleeves", "some have targets by class and some by symbol; they cannot be blended")
    weights = flattened(mandate, lookup, _standing)
    own = mandate.target
    bands = {name: band for name, band in own.bands.items() if name in weights} if own else {}
    by = kinds.pop() if kinds else "asset_class"
    return Allocation(by, weights, FrozenMap(bands), own.destination if own else "half_band")


def _standing(model: Mandate, where: str) -> Mapping[str, float]:
    if model.target is None:
        raise BadInput(where, f"the model {model.id or where} has no target weights to blend")
    return model.target.weights


def _leaves(mandate: Mandate, lookup: Lookup, seen: frozenset[str] = frozenset()) -> list[Mandate]:
    if not mandate.sleeves:
        return [mandate]
    inner = [found for name in mandate.sleeves if name not in seen and (found := lookup(name)) is not None]
    return [leaf for one in inner for leaf in _leaves(one, lookup, seen | {mandate.id, *mandate.sleeves})]


def _blend(
    mandate: Mandate, lookup: Lookup, weighed: Weighed, where: str, path: tuple[str, ...]
) -> dict[str, Fraction]:
    if not mandate.sleeves:
        return {name: _exact(weight) for name, weight in weighed(mandate, where).items()}
    _refuse_shares(mandate, where)
    blend: dict[str, Fraction] = {}
    for name, share in mandate.sleeves.items():
        here = f"{where}.sleeves.{name}"
        if name in path:
            raise BadInput(here, f"{' → '.join((*path, name))}: a model cannot contain itself")
        model = lookup(name)
        if model is None:
            raise BadInput(here, "there is no model of that id")
        for symbol, weight in _blend(model, lookup, weighed, here, (*path, name)).items():
            blend[symbol] = blend.get(symbol, Fraction(0)) + _exact(share) * weight
    return blend


def _refuse_shares(mandate: Mandate, where: str) -> None:
    total = sum((_exact(share) for share in mandate.sleeves.values()), Fraction(0))
    if any(share < 0 for share in mandate.sleeves.values()) or abs(total - 1) > Fraction(1, 10**6):
        raise BadInput(
            f"{where}.sleeves", f"shares of a model are not negative and sum to 100 %, not {percent(float(total), 2)}"
        )


def _exact(number: float) -> Fraction:
    """The number as it is written: 0.1 is one tenth."""
    return Fraction(Decimal(repr(float(number))))
