"""Random securities for household cases: plain and look-through funds, bonds by face, dear and cheap, locked ones."""

import random
from itertools import pairwise
from typing import Any

CLASSES = (
    "us_equity", "intl_developed", "emerging", "us_bond", "tips", "intl_bond", "real_estate", "commodities",
    "municipal", "alternatives",
)  # fmt: skip
PRICES = ((8, 60), (20, 120), (60, 300), (200, 700), (900, 4200))
YIELDS = {"us_equity": (0.013, 0.95), "us_bond": (0.037, 0.0), "real_estate": (0.038, 0.1), "municipal": (0.026, 0.0)}


def market(rng: random.Random, size: int) -> list[dict[str, Any]]:
    """Securities as JSON values: each class at least once where there is room, money market funds as cash."""
    names = rng.sample(CLASSES, min(len(CLASSES), max(2, size - 1)))
    for needed in ("us_bond", "us_equity"):
        if needed not in names:
            names = [needed, *names[:-1]]
    listed = [_security(rng, f"S{number:02d}", names[number % len(names)]) for number in range(size)]
    listed[-1] = _money_market(rng)
    _alike(rng, listed)
    _look_through(rng, listed, names)
    return listed


def _security(rng: random.Random, symbol: str, main: str) -> dict[str, Any]:
    low, high = rng.choice(PRICES[:4] if rng.random() < 0.95 else PRICES)
    dividends, qualified = YIELDS.get(main, (0.02, 0.6))
    by_face = main == "us_bond" and rng.random() < 0.1
    plain: dict[str, Any] = {
        "symbol": symbol,
        "price": f"{rng.uniform(85, 110) if by_face else rng.uniform(low, high):.{rng.choice([2, 2, 2, 4])}f}",
        "classes": {main: 1.0},
        "spread": rng.choice([0.0, 0.0001, 0.0002, 0.0005, 0.002]),
        "fractional": rng.random() < 0.2,
        "dividend_yield": round(dividends * rng.uniform(0.5, 1.5), 4),
        "qualified": qualified,
        "expense_ratio": round(rng.uniform(0.0002, 0.008), 4),
    }
    if by_face:
        plain["unit"] = "0.01"
    if rng.random() < 0.03:
        plain[rng.choice(["tradable", "lock"])] = False
    if plain.pop("lock", True) is False:
        plain["lock_until"] = rng.choice(["2026-03-02", "2026-03-03", "2027-01-01"])
    if main == "alternatives":
        plain |= rng.choice([{"tradable": False, "unfunded": "25000"}, {}, {}])
    if main == "commodities" and rng.random() < 0.6:
        plain["collectible"] = True
    return plain


def _money_market(rng: random.Random) -> dict[str, Any]:
    fund = {"symbol": "MMKT", "price": "1.00", "classes": {"cash": 1.0}, "fractional": True, "dividend_yield": 0.04}
    return {**fund, "spread": 0.0, "expense_ratio": 0.001, "tradable": rng.random() < 0.8}


def _alike(rng: random.Random, listed: list[dict[str, Any]]) -> None:
    """Identical groups, shared indexes and substitutes among securities of one class."""
    by_class: dict[str, list[dict[str, Any]]] = {}
    for plain in listed:
        by_class.setdefault(next(iter(plain["classes"])), []).append(plain)
    for name, group in by_class.items():
        if name == "cash":
            continue
        for one, other in pairwise(group):
            kind, pair = rng.random(), one["symbol"]
            if kind < 0.1 and "identical_group" not in one:
                one["identical_group"] = other["identical_group"] = f"group-{pair}"
            elif kind < 0.2 and "same_index" not in one:
                one["same_index"] = other["same_index"] = f"index-{pair}"
            elif kind < 0.7:
                one["substitutes"], other["substitutes"] = [other["symbol"]], [one["symbol"]]


def _look_through(rng: random.Random, listed: list[dict[str, Any]], names: list[str]) -> None:
    """Some funds span classes; a few hold a part of cash, or say only part of what they hold."""
    for plain in listed[2:-1]:
        kind = rng.random()
        if kind < 0.1:
            parts = rng.sample(names, min(len(names), rng.randint(2, 4)))
            shares = [rng.randint(1, 9) for _ in parts]
            plain["classes"] = {
                name: round(share / sum(shares), 3) for name, share in zip(parts[1:], shares[1:], strict=True)
            }
            plain["classes"][parts[0]] = round(1 - sum(plain["classes"].values()), 3)
        elif kind < 0.13:
            main = next(iter(plain["classes"]))
            plain["classes"] = {main: 0.96, "cash": 0.04}
        elif kind < 0.15:
            plain["classes"] = rng.choice([{}, {next(iter(plain["classes"])): 0.7}])
