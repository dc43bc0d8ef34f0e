"""The trades of a proposal, by account, each with its lots, what it realises and the first reason."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from core.domain.lot import Lot, LotPick
from core.domain.rationale import Reason
from core.domain.trade import Trade
from core.present.html import Column, Safe, table
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import BLUE_RGB, BRASS_RGB, rgba
from core.tax.holding_period import holding_start, long_from
from core.words.days import day
from core.words.headline import class_label
from core.words.numbers import dollars, number, points, shares, signed_dollars, whole_dollars
from core.words.sentences import count, start

HEADS = (
    Head("Account", 128),
    Head("Side", 46),
    Head("Symbol", 60),
    Head("Shares", 84, number=True, show=shares),
    Head("Amount, $", 88, number=True, show=lambda value: number(value, 2)),
    Head("Lots", 44),
    Head("Realized", 98, number=True),
    Head("Why", 206),
)
ROOM = 32
"""Letters of two reasons that fit into the column."""
SIDE_FILL = {"sell": rgba(BRASS_RGB, 0.18), "buy": rgba(BLUE_RGB, 0.18)}


def trades_table(
    trades: Sequence[Trade], accounts: Mapping[str, str], taxed: Mapping[str, bool], labels: Mapping[str, str]
) -> Sheet:
    """One row per trade in the given order; `accounts` are shown names, `taxed` says where gains are taxed."""
    rows = [
        [
            accounts.get(trade.account, trade.account), trade.side.capitalize(), trade.symbol, float(trade.quantity),
            float(trade.amount), _lots(trade), realized(trade, taxed.get(trade.account, True)), why(trade, labels),
        ]
        for trade in trades
    ]  # fmt: skip
    css = {
        (place, "Side"): f"background-color:{SIDE_FILL[trade.side]};font-weight:600"
        for place, trade in enumerate(trades)
    }
    return sheet(HEADS, rows, css, keys=[trade.key for trade in trades])


def by_account(trades: Sequence[Trade], accounts: Mapping[str, str]) -> list[Trade]:
    """Trades account by account, sales first."""
    return sorted(trades, key=lambda trade: (accounts.get(trade.account, ""), trade.side == "buy", trade.symbol))


def why(trade: Trade, labels: Mapping[str, str]) -> str:
    """The reasons in a few words, from their recorded facts: `US equity 7.3 pts over; harvest $1,042`."""
    words = [_brief(reason, labels) for reason in trade.reasons]
    first, *others = list(dict.fromkeys(word for word in words if word)) or [""]
    return start(next((f"{first}; {other}" for other in others if len(first) + len(other) <= ROOM), first))


def _brief(reason: Reason, labels: Mapping[str, str]) -> str:
    facts = reason.facts
    if reason.code in ("over_band", "under_band"):
        side = reason.code.removesuffix("_band")
        return f"{class_label(str(facts['class']), labels)} {points(abs(facts['drift']))} {side}".replace("+", "")
    if reason.code == "harvest_loss":
        return f"harvest {whole_dollars(facts['loss'])}"
    if reason.code == "replace_harvested":
        return f"stands in for {facts['sold']}"
    if reason.code == "counterparty":
        return "takes up what is sold" if facts.get("sold") else "evens out the others"
    return BRIEF.get(reason.code, "")


BRIEF = {
    "raise_cash": "raises the cash required",
    "sell_untargeted": "outside the target",
    "make_room": "makes room in this account",
    "invest_cash": "puts cash to work",
    "location": "taxed least here",
    "switch_back": "goes back from a stand-in",
}


def realized(trade: Trade, taxed: bool) -> str:
    """`+$4,210 long`, the net of both terms as `mixed`, `no tax` in a sheltered account, nothing for a purchase."""
    if trade.side == "buy":
        return ""
    if not taxed:
        return "no tax"
    if any(pick.gain is None for pick in trade.lots) or not trade.lots:
        return "unknown"
    gains = _gains(trade)
    term = next(iter(gains)) if len(gains) == 1 else "mixed"
    return f"{signed_dollars(sum(gains.values()), 0)} {term}" if gains else ""


def _gains(trade: Trade) -> dict[str, Decimal]:
    gains: dict[str, Decimal] = {}
    for pick in trade.lots:
        if pick.gain is not None and pick.term:
            gains[pick.term] = gains.get(pick.term, Decimal(0)) + pick.gain
    return gains


def _lots(trade: Trade) -> str:
    return f"{len(trade.lots)} {'lot' if len(trade.lots) == 1 else 'lots'}" if trade.lots else ""


def lots_table(trade: Trade, lots: Mapping[str, Lot], taxed: bool) -> Safe:
    """The lots that a sale takes, each known by its day and price; `lots` are those of the account, by id.

    taxed : whether gains of the account are taxed, so that their term is worth a word
    """
    columns = (
        Column("Acquired"), Column("Shares", True), Column("Cost each", True), Column("Basis", True),
        Column("Gain", True),
    )  # fmt: skip
    rows = [
        [
            _date(lots.get(pick.lot)), shares(pick.quantity), _each(pick), dollars(pick.cost_basis),
            f"{signed_dollars(pick.gain)} {(pick.term or '') if taxed else ''}".strip(),
        ]
        for pick in trade.lots
    ]  # fmt: skip
    return table(columns, rows)


def long_soon(trade: Trade, lots: Mapping[str, Lot], on: date) -> str:
    """When the lots with a short-term gain that a sale takes would be long-term; empty where it takes none."""
    turning = sorted(
        long_from(start)
        for pick in trade.lots
        if pick.term == "short" and (pick.gain or 0) > 0
        if (lot := lots.get(pick.lot)) is not None and (start := holding_start(lot)) is not None
    )
    if not turning:
        return ""
    days = (turning[0] - on).days
    return f"Long-term from {day(turning[0])}, in {count(days, 'day')}."


def _each(pick: LotPick) -> str:
    return dollars(pick.cost_basis / pick.quantity) if pick.cost_basis is not None and pick.quantity else "unknown"


def _date(lot: Lot | None) -> str:
    return day(lot.acquired) if lot is not None and lot.acquired is not None else "unknown"
