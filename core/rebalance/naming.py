"""Names and numbers as the sentences of the trade engine write them."""

from decimal import Decimal

from core.market.asset_classes import labels
from core.words import dollars, number


def class_name(name: str) -> str:
    """The label of a class; a symbol stays as it is."""
    known = labels()
    if name in known:
        return known[name]
    return name.replace("_", " ") if name.islower() else name


def plain_points(weight: float) -> str:
    """A weight as points without a sign: 0.1123 -> "11.2 points"."""
    return f"{number(abs(weight) * 100, 1)} points"


def bare_points(weight: float) -> str:
    """The number alone: 0.062 -> "6.2"."""
    return number(abs(weight) * 100, 1)


def beyond(by: float, what: str) -> str:
    """ "6.2 beyond the band"; "just beyond the band" where the digit shown would be none."""
    return f"{bare_points(by)} beyond the {what}" if bare_points(by) != bare_points(0.0) else f"just beyond the {what}"


def exact(amount: float) -> Decimal:
    """A solver's dollars to the cent."""
    return Decimal(repr(round(amount, 2)))


def stands(name: str, drift: float, where: str = "") -> str:
    """ "US equity stands 11.2 points over its target", "US bonds stand 5.5 points under their target"."""
    side = "over" if drift > 0 else "under"
    return (
        f"{class_name(name)} {_many(name, 'stand', 'stands')} {plain_points(drift)} {side} {_its(name)} target{where}"
    )


def remains(name: str, drift: float, where: str = "") -> str:
    """ "US bonds remain 5.5 points under their target"."""
    side = "over" if drift > 0 else "under"
    return (
        f"{class_name(name)} {_many(name, 'remain', 'remains')} {plain_points(drift)} {side} {_its(name)} target{where}"
    )


def _its(name: str) -> str:
    return _many(name, "their", "its")


def _many(name: str, many: str, one: str) -> str:
    return many if class_name(name).endswith("s") else one


def must_raise(account: str, required: float, now: float, least: float) -> str:
    """Why an account must sell for cash."""
    if least <= 0:
        return f"{account} must raise {dollars(exact(required))}: so much more is to go out than it has in cash."
    return (
        f"{account} must raise {dollars(exact(required))}: with what is to come it has {dollars(exact(now))}, "
        f"and it needs {dollars(exact(least))}."
    )
