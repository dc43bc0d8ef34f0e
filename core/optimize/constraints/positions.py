"""Limits on what is held at all: how many assets, and how small a position may be."""

from core.domain.errors import BadInput
from core.optimize.limits import CONSTRAINTS, Facts, Limit
from core.words import count, percent


@CONSTRAINTS.add(lasting=True, sentence="no more assets are held than the limit")
def most_assets(facts: Facts) -> tuple[Limit, ...]:
    """`most_assets`: assets with a weight."""
    most = facts.mandate.most_assets
    if most is None:
        return ()
    if most < 1:
        raise BadInput("mandate.most_assets", f"expected 1 or more, found {most}")
    _refuse_shorts(facts, "most_assets")
    return (Limit("most_assets", f"at most {count(most, 'asset')} may be held", most_held=most),)


@CONSTRAINTS.add(lasting=True, sentence="a position is nothing, or at least the limit")
def least_position(facts: Facts) -> tuple[Limit, ...]:
    """`least_position`: the least weight of an asset that is held."""
    least = facts.mandate.least_position
    if least is None:
        return ()
    if not 0 < least <= 1:
        raise BadInput("mandate.least_position", f"expected a weight above 0, up to 1, found {least}")
    _refuse_shorts(facts, "least_position")
    return (Limit("least_position", f"a position must be at least {percent(least)}", least_held=least),)


def _refuse_shorts(facts: Facts, name: str) -> None:
    if any(low < 0 for low, _ in facts.mandate.bounds.values()):
        raise BadInput(f"mandate.{name}", "counts positions held; it goes without short positions only")
