"""Trades by account: each with its lots, its gain, its reasons, and what would be without it.

A lot's line says when it was acquired and whether its gain is short- or long-term.
"""

from decimal import Decimal

from core.document import ink
from core.document.facts import Facts, basis_of, gain_of
from core.document.ink import Style
from core.document.parts.opening import drift_text
from core.document.sheet import BODY_WIDTH, LEFT, Sheet
from core.document.tables import Cell, Column, Row, Table, draw, opening_height
from core.domain.account import Account
from core.domain.lot import LotPick
from core.domain.trade import Trade
from core.words import count, day, dollars, listing, number, shares, signed, start

_COLUMNS = (
    Column("Side", 12),
    Column("Security, lot", 15),
    Column("", 23.9),
    Column("Acquired", 29),
    Column("Quantity", 18, "R"),
    Column("Price, $", 18, "R"),
    Column("Amount, $", 21, "R"),
    Column("Cost, $", 19, "R"),
    Column("Gain, $", 20, "R"),
)

_ALL = len(_COLUMNS) - 1
"""Every column behind the side"""


def trades(sheet: Sheet, facts: Facts) -> None:
    """Every account that trades, with its own table."""
    parts = [(_heading(sheet, facts, account), _table(facts, account, its)) for account, its in facts.accounts]
    sheet.section("Trades by account", room=_opening(sheet, *parts[0]) if parts else 10)
    if not parts:
        sheet.paragraph("No trades.")
    for heading, table in parts:
        sheet.ensure(_opening(sheet, heading, table))
        with sheet.tag("H3"):
            for line, style in heading:
                sheet.put(line, LEFT, sheet.y, BODY_WIDTH, style)
                sheet.y += style.line
        sheet.y += 0.8
        draw(sheet, table)
        sheet.y += 2.0


def _heading(sheet: Sheet, facts: Facts, account: Account) -> list[tuple[str, Style]]:
    title, detail = facts.account_title(account.id), facts.account_detail(account)
    return [
        *((line, ink.STRONG) for line in sheet.lines(title, ink.STRONG, BODY_WIDTH)),
        *((line, ink.CAPTION) for line in sheet.lines(detail, ink.CAPTION, BODY_WIDTH)),
    ]


def _opening(sheet: Sheet, heading: list[tuple[str, Style]], table: Table) -> float:
    return sum(style.line for _, style in heading) + 0.8 + opening_height(sheet, table)


def _table(facts: Facts, account: Account, its: list[Trade]) -> Table:
    blocks = [_block(facts, account, trade) for trade in its]
    blocks[-1].append(Row((Cell(_sums(facts, account, its), ink.BODY, span=len(_COLUMNS)),), pad=1.5))
    return Table(_COLUMNS, blocks, title=facts.account_title(account.id))


def _sums(facts: Facts, account: Account, its: list[Trade]) -> str:
    parts = [f"sold {dollars(facts.sold(its))}", f"bought {dollars(facts.bought(its))}"]
    gains = [gain_of(trade) for trade in its if trade.side == "sell"]
    if gains and account.taxable:
        known = [gain for gain in gains if gain is not None]
        net = sum(known, Decimal(0))
        parts.append(f"net {'loss' if net < 0 else 'gain'} {dollars(abs(net))}")
    if account.commission:
        parts.append(f"commission {dollars(account.commission)} a trade")
    parts.append(f"cash afterwards {dollars(facts.proposal.answer.cash_after.get(account.id))}")
    return f"{count(len(its), 'trade', begin=True)}: {listing(parts)}."


def _block(facts: Facts, account: Account, trade: Trade) -> list[Row]:
    return [
        _trade_row(facts, account, trade),
        *(_lot_row(facts, trade, pick) for pick in trade.lots),
        *_reason_rows(facts, trade),
    ]


def _trade_row(facts: Facts, account: Account, trade: Trade) -> Row:
    security = facts.proposal.case.security(trade.symbol)
    tint = ink.SELL_TINT if trade.side == "sell" else ink.BUY_TINT
    gain = "" if trade.side == "buy" else signed(gain_of(trade)) if account.taxable else "not taxed"
    cells = (
        Cell(trade.side.capitalize(), ink.TABLE_STRONG, tint),
        Cell(trade.symbol, ink.TABLE_STRONG),
        Cell(security.name, ink.TABLE_QUIET, span=2),
        Cell(shares(trade.quantity), ink.TABLE_STRONG),
        Cell(_price(trade.price)),
        Cell(number(trade.amount, 2), ink.TABLE_STRONG),
        Cell("" if trade.side == "buy" else number(basis_of(trade), 2)),
        Cell(gain, ink.TABLE_STRONG),
    )
    return Row(cells, pad=1.2)


def _lot_row(facts: Facts, trade: Trade, pick: LotPick) -> Row:
    lot = facts.lots.get(pick.lot)
    unit_price = facts.proposal.case.security(trade.symbol).unit_price
    acquired = day(lot.acquired if lot else None)
    gain = signed(pick.gain)
    cells = (
        Cell(),
        Cell(f"Lot {pick.lot}", ink.TABLE_QUIET, span=2),
        Cell(f"{acquired}, {pick.term}" if pick.term else acquired, ink.TABLE_QUIET),
        Cell(shares(pick.quantity), ink.TABLE_QUIET),
        Cell(),
        Cell(number(pick.quantity * unit_price, 2), ink.TABLE_QUIET),
        Cell(number(pick.cost_basis, 2), ink.TABLE_QUIET),
        Cell(gain, ink.TABLE_QUIET),
    )
    return Row(cells, pad=0.35)


def _reason_rows(facts: Facts, trade: Trade) -> list[Row]:
    said = [facts.said(reason.sentence) or start(reason.code.replace("_", " ")) for reason in trade.reasons]
    numbered = [f"{place}. {text}" for place, text in enumerate(said, 1)] if len(said) > 1 else said
    rows = [Row((Cell(), Cell(text, span=_ALL)), pad=0.35) for text in numbered]
    without = _without(facts, trade)
    if without:
        rows.append(Row((Cell(), Cell(without, ink.TABLE_QUIET, span=_ALL)), pad=0.35))
    return [*rows, Row((Cell(),), pad=0.5, rule=True)]


def _without(facts: Facts, trade: Trade) -> str:
    other = trade.without
    if other is None:
        return ""
    sentence = facts.said(other.sentence)
    if other.drift_total is None and other.tax is None:
        figures = "" if sentence else "no answer meets every rule."
    else:
        figures = f"drift left {drift_text(other.drift_total)}, tax {dollars(other.tax)}"
        told = dollars(other.tax) in sentence
        figures = "" if told else f" ({figures})" if sentence else f"{figures}."
    opening = "" if sentence.lower().startswith("without") else "Without this trade: "
    return f"{opening}{sentence}{figures}"


def _price(price: Decimal) -> str:
    """A price with the decimals it has, two at least."""
    exponent = price.normalize().as_tuple().exponent
    return number(price, max(2, -exponent if isinstance(exponent, int) else 2))
