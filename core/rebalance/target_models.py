"""A case's target as a model of models, opened into weights before the case is built.

`{"by": "models", "weights": {"core": 0.8, "growth": 0.2}, "models": {"core": {"by": "symbol", "weights": {…}}, …}}`:
a model's own weights may name models in their turn (`by: models`), never itself. Shares are counted in exact fractions
of the numbers written, so ten models of a tenth are one whole.
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from core.domain.errors import BadInput

MODELS = "models"
NEAR = Fraction(1, 10**6)
Weights = dict[str, Fraction]


def with_targets_opened(plain: Mapping[str, Any]) -> dict[str, Any]:
    """A case's JSON values with every target by models as one by class or by symbol; BadInput names the model."""
    opened = {**plain, "target": _opened(plain.get("target"), "target")} if "target" in plain else dict(plain)
    accounts = plain.get("accounts")
    if isinstance(accounts, list):
        opened["accounts"] = [_account(entry, place) for place, entry in enumerate(accounts)]
    return opened


def _account(entry: Any, place: int) -> Any:
    if not isinstance(entry, Mapping) or entry.get("target") is None:
        return entry
    return {**entry, "target": _opened(entry["target"], f"accounts[{place}].target")}


def _opened(target: Any, where: str) -> Any:
    if not isinstance(target, Mapping) or target.get("by") != MODELS:
        return target
    models = target.get(MODELS)
    if not isinstance(models, Mapping):
        raise BadInput(f"{where}.models", "expected an object of models, each with `by` and `weights`")
    kinds: set[str] = set()
    blend = _blend(target, models, where, (), kinds)
    if len(kinds) > 1:
        raise BadInput(f"{where}.models", "some are by class and some by symbol; they cannot be blended")
    rest = {name: value for name, value in target.items() if name != MODELS}
    return {**rest, "by": kinds.pop(), "weights": {name: float(share) for name, share in sorted(blend.items())}}


def _blend(model: Any, models: Mapping[str, Any], where: str, path: tuple[str, ...], kinds: set[str]) -> Weights:
    weights = _weights(model, where)
    if model.get("by") != MODELS:
        kinds.add(str(model.get("by")))
        return weights
    found: Weights = {}
    for name, share in weights.items():
        if name in path:
            raise BadInput(where, f"{' → '.join((*path, name))}: a model cannot contain itself")
        if name not in models:
            raise BadInput(f"{where}.weights.{name}", f"there is no model of that name; there are {', '.join(models)}")
        for symbol, weight in _blend(models[name], models, f"models.{name}", (*path, name), kinds).items():
            found[symbol] = found.get(symbol, Fraction(0)) + share * weight
    return found


def _weights(model: Any, where: str) -> Weights:
    weights = model.get("weights") if isinstance(model, Mapping) else None
    if not isinstance(weights, Mapping) or not weights:
        raise BadInput(f"{where}.weights", "expected weights by name")
    found = {str(name): _exact(value, f"{where}.weights.{name}") for name, value in weights.items()}
    total = sum(found.values(), Fraction(0))
    if any(share < 0 for share in found.values()) or abs(total - 1) > NEAR:
        raise BadInput(f"{where}.weights", f"are not negative and sum to 1, not to {float(total):.6f}")
    return found


def _exact(value: Any, where: str) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise BadInput(where, f"'{value}' is not a number")
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise BadInput(where, f"'{value}' is not a number") from None
    if not number.is_finite():
        raise BadInput(where, f"'{value}' is not a number")
    return Fraction(number)
