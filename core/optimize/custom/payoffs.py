"""What a structured note pays at the end of its term: one decorated function each.

A payoff looks at the growth of what the note follows (scenario x period, from the end of the first period to the end
of the term, 1 = unchanged) and gives the note's total return in each scenario.
"""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from core.domain.custom_product import CustomProduct
from core.domain.errors import BadInput
from core.registry import Registry

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]
Payoff = Callable[[Matrix, CustomProduct], Vector]

PAYOFFS: Registry[Payoff] = Registry("payoff", "core.optimize.custom.payoffs")


@PAYOFFS.add(sentence="a line through points: return of the underlying, return of the note", needs=())
def points(growth: Matrix, product: CustomProduct) -> Vector:
    """Straight between the points, level beyond the first and the last."""
    if len(product.points) < 2:
        raise BadInput("points", "a payoff by points needs at least two of them")
    given, paid = zip(*sorted(product.points), strict=True)
    return np.asarray(np.interp(growth[:, -1] - 1.0, given, paid))


@PAYOFFS.add(
    sentence="losses up to the buffer are borne by the issuer, gains are kept up to the cap", needs=("buffer",)
)
def buffered(growth: Matrix, product: CustomProduct) -> Vector:
    """`buffer` 0.1 takes the first tenth of a loss; `cap` limits the gain, `participation` multiplies it."""
    buffer, cap, part = _terms(product, ("buffer",), cap=np.inf, participation=1.0)
    total = growth[:, -1] - 1.0
    return np.where(total >= 0, np.minimum(part * total, cap), np.minimum(total + buffer, 0.0))


@PAYOFFS.add(sentence="a coupon for sure; the loss is borne where the barrier was touched", needs=("coupon", "barrier"))
def reverse_convertible(growth: Matrix, product: CustomProduct) -> Vector:
    """`coupon` a year; below `barrier` (share of the start) on any day, the end's loss is the holder's."""
    coupon, barrier = _terms(product, ("coupon", "barrier"))
    touched = growth.min(axis=1) < barrier
    return np.asarray(coupon * product.term_years + np.where(touched, np.minimum(growth[:, -1] - 1.0, 0.0), 0.0))


@PAYOFFS.add(
    sentence="called with its coupons once the underlying stands at its level again; else a loss below the barrier",
    needs=("coupon", "barrier"),
)
def autocall(growth: Matrix, product: CustomProduct) -> Vector:
    """`coupon` a year, looked at `looks` times a year (4) against `call` (1.0); `barrier` counts at the end alone.

    Once called, the money rests without interest until the term's end.
    """
    coupon, barrier, looks, call = _terms(product, ("coupon", "barrier"), looks=4.0, call=1.0)
    periods, count = growth.shape[1], max(round(looks * product.term_years), 1)
    ends = np.ceil(np.arange(1, count + 1) * periods / count).astype(int) - 1
    reached = growth[:, ends] >= call
    first = np.where(reached.any(axis=1), reached.argmax(axis=1), count)
    called = coupon * product.term_years * (first + 1) / count
    kept = np.where(growth[:, -1] >= barrier, 0.0, growth[:, -1] - 1.0)
    return np.where(first < count, called, kept)


def _terms(product: CustomProduct, needed: Iterable[str], **optional: float) -> list[float]:
    """The payoff's numbers in order; BadInput names one that is missing or not known."""
    known = {**dict.fromkeys(needed), **optional}
    for name in product.terms:
        if name not in known:
            raise BadInput(f"terms.{name}", f"'{product.payoff}' knows {', '.join(known)}")
    missing = [name for name, value in known.items() if value is None and name not in product.terms]
    if missing:
        raise BadInput(f"terms.{missing[0]}", f"'{product.payoff}' needs it")
    return [float(product.terms.get(name, value)) for name, value in known.items()]  # type: ignore[arg-type]
