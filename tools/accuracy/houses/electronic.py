"""A house like an early online broker: a margin account with options by account type, trades after holdings."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, moves, option, stock
from tools.accuracy.drawing import Pencil, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.usual import address, before, etf, income, incomes, settled, share, signed
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn, Move

PORT = (40.0, 190.0, 252.0, -322.0, -376.0, -440.0, -482.0, -530.0, -576.0)


def etherley(deal: Deal) -> Drawn:
    """One margin account: cash or a debit, stocks and options of the type `Margin`, trades and dividends after."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE).upper()
    debit = dice.random() < 0.6
    shares = [replace(stock(dice, taken), cost=None) for _ in range(dice.randrange(4, 13))]
    calls = [
        replace(option(dice, row, dice.random() < 0.6), cost=None) for row in dice.sample(shares, dice.randrange(0, 3))
    ]
    funds = [replace(etf(dice, taken), cost=None) for _ in range(dice.randrange(1, 5))]
    groups = {"STOCKS, OPTIONS & EXCHANGE-TRADED FUNDS": [*shares, *calls, *funds]}
    held = hand(deal, groups)
    if debit:
        held = replace(held, cash=-(held.cash or ZERO), total=held.total - 2 * (held.cash or ZERO))
    done = moves(dice, shares, 2026, 6)
    facts = {"as_of": "2026-06-30", "moves": tuple(done), "sweeps": (held.cash or ZERO,)}
    made = held.closed(deal, **facts)
    pencil = Pencil(size=7)
    pencil.on_page = lambda one: _ether_frame(one, held)
    _ether_front(pencil, dice, owner, held)
    _ether_cash(pencil, held)
    _ether_stocks(pencil, held)
    _ether_moves(pencil, held, done)
    return pencil.drawn(made)


def _ether_frame(pencil: Pencil, held: Hand) -> None:
    across(pencil, (40, -576), ("ETHERLEY SECURITIES", f"PAGE {pencil.pages} OF 6"), "B", 12, 9)
    across(
        pencil,
        (40, 250, -576),
        (
            f"Account Number: {held.number}",
            "Statement Period : June 1, 2026 - June 30, 2026",
            "Account Type: INDIVIDUAL",
        ),
        "",
        26,
    )


def _ether_front(pencil: Pencil, dice: random.Random, owner: str, held: Hand) -> None:
    pencil.page()
    pencil.say("Investment Account", 40, "B", 14, 11)
    pencil.say(address(dice, owner), 40, "", 10)
    pencil.y += 16
    pencil.say("Account At A Glance", 40, "B", 13, 10)
    across(pencil, (40, -200), ("As of 06/30/26:", dollars(held.total)), "B", 12)
    across(pencil, (40, -200), ("As of 05/31/26:", dollars(before(held.total, 3))), "", 12)
    across(pencil, (40, -200), ("Net Change:", dollars(held.total - before(held.total, 3))), "B", 20)
    pencil.say("ACCOUNT OVERVIEW", 40, "B", 13, 9)
    across(pencil, (40, -240), ("Last Statement Date:", "May 31, 2026"), "", 12)
    start = before(held.total, 3)
    for label, value in (
        ("Beginning Account Value (On 05/31/26):", start),
        ("Ending Account Value (On 06/30/26):", held.total),
        ("Net Change:", held.total - start),
    ):
        across(pencil, (40, -240), (label, dollars(value)), "", 12)
    pencil.y += 8
    pencil.say("ASSET ALLOCATION (AS OF 06/30/26)", 40, "B", 12, 8)
    owed = held.cash or ZERO
    across(
        pencil,
        (40, -240),
        (f"{share(held.value, held.value + abs(owed), 2)} - Stocks, Options & ETF (Long)", ""),
        "",
        11,
    )
    pencil.say(
        f"{share(abs(owed), held.value + abs(owed), 2)} - {'Margin Debt' if owed < 0 else 'Cash & Equivalents'}",
        40,
        "",
        20,
    )
    across(
        pencil,
        (40, -300, -400, -500),
        ("ACCOUNT VALUE SUMMARY", "AS OF 06/30/26", "AS OF 05/31/26", "% CHANGE"),
        "B",
        12,
    )
    long = sum((row.value for row in held.rows if row.value > 0), ZERO)
    short = held.value - long
    for label, value in (
        ("Cash & Equivalents", max(owed, ZERO)),
        ("Total Cash/Margin Debt", owed),
        ("Stocks, Options & ETF (Long)", held.value - short),
        ("Stocks, Options & ETF (Short)", short),
        ("Total Value of Securities", held.value),
    ):
        across(
            pencil,
            (40, -300, -400, -500),
            (label, dollars(value), dollars(before(value, 3)), "-1.20%" if value else "0.00%"),
            "",
            11,
        )
    across(
        pencil, (40, -300, -400, -500), ("Net Account Value", dollars(held.total), dollars(start), "-1.31%"), "B", 22
    )


def _ether_cash(pencil: Pencil, held: Hand) -> None:
    pencil.page()
    pencil.say("ACCOUNT HOLDINGS", 40, "B", 16, 11)
    owed = held.cash or ZERO
    pencil.say(f"CASH & CASH EQUIVALENTS ({share(max(owed, ZERO), held.total, 2)} of Holdings)", 40, "B", 12, 8)
    across(pencil, (40, -482, -576), ("", "PORTFOLIO", ""), "", 8, 6)
    across(pencil, (40, -482, -576), ("DESCRIPTION", "%", "AMOUNT"), "", 12, 6)
    if owed > 0:
        across(pencil, (40, -576), ("Extended Insurance Sweep Deposit Account (ESDA)", ""), "B", 11)
        across(pencil, (52, -482, -576), ("Opening Balance", "", plain(owed - 120)), "", 11)
        across(pencil, (52, -482, -576), ("Closing Balance", "1.20", plain(owed)), "", 11)
    else:
        across(pencil, (40, -482, -576), ("Margin Balance", "", plain(owed)), "", 11)
    across(
        pencil,
        (40, -482, -576),
        ("TOTAL CASH & CASH EQUIVALENTS" if owed > 0 else "TOTAL CASH/MARGIN DEBT", "", dollars(owed)),
        "B",
        22,
    )


def _ether_head(pencil: Pencil) -> None:
    across(
        pencil, PORT, ("", "SYMBOL/", "ACCT", "", "", "TOTAL MKT", "PORTFOLIO", "EST. ANNUAL", "EST ANNUAL"), "", 8, 5.5
    )
    across(
        pencil,
        PORT,
        ("DESCRIPTION", "CUSIP", "TYPE", "QUANTITY", "PRICE", "VALUE", "(%)", "INCOME", "YIELD(%)"),
        "",
        12,
        5.5,
    )


def _ether_stocks(pencil: Pencil, held: Hand) -> None:
    title, rows = next(iter(held.groups.items()))

    paid = incomes(row for row in rows if row.symbol)

    def again() -> None:
        pencil.say(f"{title} (Continued)", 40, "B", 12, 8)
        _ether_head(pencil)

    pencil.say(f"{title} ({share(held.value, held.total, 2)} of Holdings)", 40, "B", 12, 8)
    _ether_head(pencil)
    for row in rows:
        pencil.room(34, again)
        name = row.name[:32] if row.symbol else row.name
        tail = f"{row.value * 100 / held.total:.2f}"
        figures = (
            plain(row.quantity, 0 if not row.symbol else 3).removesuffix(".000"),
            plain(row.price, 4),
            plain(row.value),
            tail,
        )
        last = ("", "") if not row.symbol else (plain(income(row)), "1.53%")
        kind = "Short" if row.value < 0 else "Margin" if (held.cash or ZERO) < 0 else "Cash"
        across(pencil, PORT, (name, row.symbol or "", kind, *figures, *last), "", 9)
        if row.symbol:
            pencil.say("COM" if "ETF" not in row.name else "UNIT", 40, "", 11)
        else:
            pencil.y += 2
    cells = (
        "",
        "",
        "",
        "",
        dollars(held.value),
        f"{held.value * 100 / held.total:.2f}%",
        dollars(paid),
        "",
    )
    pencil.row([(40, f"TOTAL {title}"), *zip(PORT[1:], cells, strict=True)], "B", 14)
    pencil.row([(40, "TOTAL PRICED PORTFOLIO HOLDINGS (ON 06/30/26)"), (-440, dollars(held.total))], "B", 12)
    pencil.row([(40, "TOTAL ESTIMATED ANNUAL PORTFOLIO HOLDINGS INCOME"), (-530, dollars(paid))], "B", 24)


def _ether_moves(pencil: Pencil, held: Hand, done: list[Move]) -> None:
    places = (40.0, 90.0, 140.0, 300.0, 350.0, -440.0, -490.0, -535.0, -576.0)
    pencil.room(110)
    pencil.say("TRANSACTION HISTORY", 40, "B", 14, 10)
    pencil.say("SECURITIES PURCHASED OR SOLD", 40, "B", 12, 8)
    across(
        pencil, places, ("TRADE", "SETTLEMENT", "", "SYMBOL/", "TRANSACTION", "", "", "AMOUNT", "AMOUNT"), "", 8, 5.5
    )
    across(
        pencil,
        places,
        ("DATE", "DATE", "DESCRIPTION", "CUSIP", "TYPE", "QUANTITY", "PRICE", "PURCHASED", "SOLD"),
        "",
        12,
        5.5,
    )
    said = {"buy": "Bought", "sell": "Sold", "reinvest": "Reinvest"}
    for move in done:
        pencil.room(26)
        count, _ = signed(move)
        paid = ("", plain(move.amount)) if move.side == "sell" else (plain(move.amount), "")
        day = us_day(move.day, 2)
        cells = (
            day,
            f"{settled(move.day):%m/%d/%y}",
            move.name[:34],
            move.symbol,
            said[move.side],
            plain(count, 3),
            plain(move.amount / move.quantity, 4),
            *paid,
        )
        across(pencil, places, cells, "", 11)
    bought = sum((move.amount for move in done if move.side != "sell"), ZERO)
    sold = sum((move.amount for move in done if move.side == "sell"), ZERO)
    across(
        pencil, places, ("TOTAL SECURITIES ACTIVITY", "", "", "", "", "", "", dollars(bought), dollars(sold)), "B", 20
    )
    pencil.room(60)
    pencil.say("DIVIDENDS & INTEREST ACTIVITY", 40, "B", 12, 8)
    across(
        pencil,
        (40, 90, 160, 400, -535, -576),
        ("DATE", "TRANSACTION TYPE", "DESCRIPTION", "SYMBOL", "DEBITED", "CREDITED"),
        "",
        12,
        5.5,
    )
    name = held.rows[0]
    across(
        pencil,
        (40, 110, 160, 400, -535, -576),
        ("06/15/26", "Dividend", f"{name.name[:40]}", name.symbol or "", "", "41.22"),
        "",
        11,
    )
    if (held.cash or ZERO) < 0:
        across(
            pencil,
            (40, 110, 160, 400, -535, -576),
            ("06/25/26", "Interest", "MARGIN INTEREST CHARGED", "", "66.10", ""),
            "",
            11,
        )
