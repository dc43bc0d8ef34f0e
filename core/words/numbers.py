"""Numbers as text: dollars, points, weights, bands, shares.

Every function takes a Decimal, int, float or the text of a number, rounds half away from zero, never writes a
negative zero, and answers an en dash for None (or a float that is not a number).
"""

from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

Number = Decimal | int | float | str | None

MINUS = "\u2212"
DASH = "\u2013"

_SCALES = (
    (Decimal(1), "", 0),
    (Decimal(10) ** 3, "k", 0),
    (Decimal(10) ** 6, "M", 1),
    (Decimal(10) ** 9, "B", 1),
    (Decimal(10) ** 12, "T", 1),
)


def number(value: Number, places: int = 0) -> str:
    """`1,234.5` with a fixed count of decimals and a true minus: number(-1234.5, 1) -> "−1,234.5"."""
    return _with_sign(value, places, "", always=False)


def signed(value: Number, places: int = 2) -> str:
    """A difference, its sign always written (none on zero): signed(0.4) -> "+0.40"."""
    return _with_sign(value, places, "", always=True)


def dollars(value: Number) -> str:
    """Dollars and cents: dollars("1234.5") -> "$1,234.50", dollars(-3) -> "−$3.00"."""
    return _with_sign(value, 2, "$", always=False)


def whole_dollars(value: Number) -> str:
    """Dollars without cents, for headlines: whole_dollars("1497.63") -> "$1,498"."""
    return _with_sign(value, 0, "$", always=False)


def signed_dollars(value: Number, places: int = 2) -> str:
    """A difference in dollars: signed_dollars("-17257.52") -> "−$17,257.52", signed_dollars(5180, 0) -> "+$5,180"."""
    return _with_sign(value, places, "$", always=True)


def compact_dollars(value: Number) -> str:
    """Large dollars in one glance: "$84.6M", "$950k", "$999"."""
    amount = _decimal(value)
    if amount is None:
        return DASH
    fitting = (entry for entry in _SCALES if _rounded(amount / entry[0], entry[2]).copy_abs() < 1000)
    scale, letter, places = next(fitting, _SCALES[-1])
    return _with_sign(amount / scale, places, "$", always=False) + letter


def percent(fraction: Number, places: int = 1) -> str:
    """A fraction in percent: percent(0.4123) -> "41.2%"."""
    return _scaled(fraction, places, "%", always=False)


def points(fraction: Number, places: int = 1) -> str:
    """A difference of weights in percentage points: points(0.032) -> "+3.2 pts"."""
    return _scaled(fraction, places, " pts", always=True)


def weight(fraction: Number) -> str:
    """A weight in percent, one decimal, the unit standing in the head of its column: weight(0.461) -> "46.1"."""
    return _scaled(fraction, 1, "", always=False)


def bands(value: Number) -> str:
    """A drift in bands (±1 is the edge), two decimals and a sign: bands(-1.04) -> "−1.04"."""
    return signed(value, 2)


def shares(quantity: Number) -> str:
    """A quantity with only the decimals it has: shares("120.000") -> "120", shares("1234.5670") -> "1,234.567"."""
    amount = _decimal(quantity)
    if amount is None:
        return DASH
    text = format(amount, "f")
    places = len(text.rstrip("0").partition(".")[2]) if "." in text else 0
    return _with_sign(amount, places, "", always=False)


def _scaled(fraction: Number, places: int, unit: str, *, always: bool) -> str:
    value = _decimal(fraction)
    return DASH if value is None else _with_sign(value * 100, places, "", always=always) + unit


def _with_sign(value: Number, places: int, mark: str, *, always: bool) -> str:
    amount = _decimal(value)
    if amount is None:
        return DASH
    rounded = _rounded(amount, places)
    sign = MINUS if rounded < 0 else "+" if always and rounded > 0 else ""
    return f"{sign}{mark}{rounded.copy_abs():,f}"


def _rounded(amount: Decimal, places: int) -> Decimal:
    context = Context(prec=max(28, amount.adjusted() + places + 2))
    return amount.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=context)


def _decimal(value: Number) -> Decimal | None:
    if value is None:
        return None
    try:
        amount = Decimal(repr(float(value))) if isinstance(value, float) else Decimal(value)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def as_typed(text: str) -> str:
    """An amount as a person types it, `$1,234.50` or `−5`, in the plain digits that a number is built from."""
    return text.replace("$", "").replace(",", "").replace(MINUS, "-").strip()
