"""Which purchases the solve looks at: of securities that do the same for an account, the cheapest few.

Securities of one class mix differ for the solve only in cost and in wash-sale identity; the cheapest is enough, with
one of another identity where a loss could lock the first (one without a loss, if there is any), and where the shares of
these are dear one that divides finer, for a dear share may be more than the limits have room for.
What a person fixed is always there.
What the account, or else the household, holds already goes before what it would have to open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.rebalance.book import Book, Key, allocations
from core.rebalance.location import buy_cost
from core.rebalance.model_switch import switch_backs
from core.rebalance.setting import Pattern, Setting
from core.rebalance.tax_model import TaxCurve
from core.risk.exposure import split

KEPT = 2
"""Identities kept at most for each class mix and account."""
DEAR, DEAR_PART = 500.0, 0.002
"""One share above so many dollars, or such a part of the household, may miss a limit that cheaper ones meet."""
OPENED = 3e-4
"""How much dearer (a fraction) a security that is held may be than one that is not; half of it if held elsewhere."""


def candidates(book: Book, curves: Mapping[str, TaxCurve], setting: Setting) -> tuple[Key, ...]:
    """The (account, symbol) that the solve may buy, sorted."""
    allowed = [key for key in book.buys if setting.allows((*key, "buy"))]
    if setting.pattern is not None:
        return tuple(allowed)
    alike: dict[tuple[str, object], list[Key]] = {}
    for key in allowed:
        alike.setdefault((key[0], _mix(book, key)), []).append(key)
    listed, lossy = _substitutes(book), _lossy_groups(book)
    kept = {key for keys in alike.values() for key in _cheapest(book, curves, keys, listed, lossy)}
    kept |= {back.purchase for back in switch_backs(book) if back.purchase in allowed}
    kept |= {key[:2] for key in (*setting.fixed, *setting.forced) if key[2] == "buy"}
    return tuple(sorted(kept))


def with_neighbours(book: Book, curves: Mapping[str, TaxCurve], setting: Setting, pattern: Pattern) -> Pattern:
    """A pattern with every other trade that the solve looked at beside its own, as yet of no size.

    Purchases only in accounts that buy already, for those keep their minimum of cash.
    """
    buying = {account for account, _, side in pattern.trades if side == "buy"}
    more = {(*key, "buy") for key in candidates(book, curves, setting) if key[0] in buying}
    more |= {(*key, "sell") for key in book.positions if setting.allows((*key, "sell"))}
    beside = {
        key: 0.0 for key in sorted(more) if (*key[:2], "sell" if key[2] == "buy" else "buy") not in pattern.trades
    }
    return replace(pattern, trades={**beside, **pattern.trades})


def _mix(book: Book, key: Key) -> object:
    """What a security does for the targets of an account."""
    security = book.securities[key[1]]
    targets = allocations(book.case, book.accounts[key[0]])
    return tuple(tuple(sorted(split(security, target.by).items())) for target in targets)


def _cheapest(
    book: Book, curves: Mapping[str, TaxCurve], keys: Sequence[Key], listed: frozenset[str], lossy: frozenset[str]
) -> list[Key]:
    def order(key: Key) -> tuple[float, bool, str]:
        holders = book.holders.get(key[1], frozenset())
        opened = 0.0 if key[0] in holders else OPENED / 2 if holders else OPENED
        cost = book.securities[key[1]].spread + buy_cost(book, curves, *key)
        return (round(cost + opened, 9), key[1] not in listed, key[1])

    first_of: dict[str, Key] = {}
    for key in sorted(keys, key=order):
        first_of.setdefault(book.wash.groups[key[1]], key)
    (cheapest, first), *others = first_of.items()
    kept = [first]
    if cheapest in lossy:
        free = [key for group, key in others if group not in lossy] or [key for _, key in others]
        kept += free[: KEPT - 1]
    finest = min(keys, key=lambda key: (_step(book, key), order(key)))
    return [*kept, finest] if min(_step(book, key) for key in kept) > _dear(book) else kept


def _step(book: Book, key: Key) -> float:
    """Dollars of the least that a quantity moves by."""
    return 0.0 if book.securities[key[1]].fractional else book.unit_price(key[1])


def _dear(book: Book) -> float:
    """Dollars of one share above which it is dear for the household."""
    return min(DEAR, DEAR_PART * sum(position.value for position in book.positions.values()))


def _lossy_groups(book: Book) -> frozenset[str]:
    """Identities of which a loss could be taken."""
    return frozenset(
        book.wash.groups[key[1]]
        for key, position in book.positions.items()
        if book.accounts[key[0]].taxable and any(piece.loss for piece in position.pieces)
    )


def _substitutes(book: Book) -> frozenset[str]:
    """Symbols listed as a substitute of something that is held."""
    held = {symbol for _, symbol in book.positions}
    return frozenset(name for symbol in held for name in book.securities[symbol].substitutes)
