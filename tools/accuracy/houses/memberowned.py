"""A house like a fund company owned by its members: balances of two days in several accounts, and activity."""

from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, stock
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import before, cut, etf, month, settled, signed
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn, Move, Row

BALANCE = (40.0, 90.0, -340.0, -410.0, -494.0, -576.0)
KINDS = (
    ("Individual brokerage account", "taxable_individual"),
    ("Roth IRA brokerage account", "roth_ira"),
    ("Traditional IRA brokerage account", "traditional_ira"),
)


def mainsail(deal: Deal) -> Drawn:
    """A member's year-to-date statement: an overview, then each account's balances of two days and its activity."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    dealt = []
    for title, registration in dice.sample(KINDS, dice.randrange(1, 4)):
        groups = {
            "ETFs": [replace(etf(dice, taken), cost=None) for _ in range(dice.randrange(0, 5))],
            "Stocks": [replace(stock(dice, taken), cost=None) for _ in range(dice.randrange(0, 8))],
            "Mutual funds": [replace(class_fund(dice, taken), cost=None) for _ in range(dice.randrange(1, 5))],
        }
        held = hand(deal, {name: rows for name, rows in groups.items() if rows})
        held = replace(held, number=f"XXXX{dice.randrange(1000, 9999)}")
        done = month(dice, held)
        facts = {
            "as_of": "2026-06-30",
            "registration": registration,
            "moves": tuple(done),
            "sweeps": (held.cash or ZERO,),
        }
        dealt.append((title, held, done, held.closed(deal, **facts)))
    pencil = Pencil(size=7.5, font="Sans")
    pencil.on_page = _sail_frame
    _overview(pencil, owner, [(title, held) for title, held, _, _ in dealt])
    for title, held, done, _ in dealt:
        _sail_account(pencil, owner, title, held, done)
    return pencil.drawn(*(account for *_, account in dealt))


def _sail_frame(pencil: Pencil) -> None:
    across(pencil, (40, -576), ("Mainsail", "June 30, 2026, year-to-date statement"), "B", 12, 10)
    across(pencil, (-576,), (f"Page {pencil.pages} of 8",), "", 24, 7)


def _overview(pencil: Pencil, owner: str, accounts: list[tuple[str, Hand]]) -> None:
    pencil.page()
    pencil.say("View your statements online at mainsail.example.\nClient Services: 555-010-0220", 400, "", 10, 7)
    pencil.say(f"{owner}\n4410 N Harbor Blvd Apt 3B\nTampa FL 33602-0455", 40, "", 10)
    pencil.y += 20
    pencil.say("Statement overview", 40, "B", 18, 12)
    total = sum((held.total for _, held in accounts), ZERO)
    across(pencil, (40, -576), ("Total value of all accounts as of June 30, 2026", dollars(total)), "B", 14, 9)
    old = sum((before(held.total, 1) for _, held in accounts), ZERO)
    across(pencil, (40, -576), ("Change in value since December 31, 2025", dollars(total - old)), "", 22)
    across(pencil, (40, -494, -576), ("Accounts", "Value on 12/31/2025", "Value on 06/30/2026"), "B", 13)
    for title, held in accounts:
        pencil.say(owner, 40, "B", 10)
        across(
            pencil,
            (40, -494, -576),
            (f"{title}—{held.number}", dollars(before(held.total, 1)), dollars(held.total)),
            "",
            14,
        )
    across(pencil, (40, -494, -576), ("", dollars(old), dollars(total)), "B", 20)
    pencil.say("Asset mix across accounts", 40, "B", 14, 10)
    for rate, label in ((72, "Stocks"), (18, "Bonds"), (6, "Short-term reserves"), (4, "Other")):
        across(pencil, (40, 90, -340), (f"{rate}%", label, dollars(cents(total * rate / 100))), "", 11)
    pencil.say("Your asset mix percentages are based on your holdings as of the prior month-end.", 40, "", 10, 6)


def _sail_account(pencil: Pencil, owner: str, title: str, held: Hand, done: list[Move]) -> None:
    def frame(one: Pencil) -> None:
        _sail_frame(one)
        across(one, (40,), (f"{title}—{held.number}",), "B", 12, 9)
        across(one, (40,), (owner,), "", 20)

    pencil.on_page = frame
    pencil.page()
    pencil.say("Account overview", 40, "B", 16, 11)
    across(pencil, (40, -300), ("Total account value as of June 30, 2026", dollars(held.total)), "B", 14)
    across(pencil, (40, -230, -300), ("", "Month-to-date", "Year-to-date"), "B", 11)
    start, year = before(held.total, 6), before(held.total, 1)
    for label, first, second in (
        ("Beginning balance", dollars(start), dollars(year)),
        ("Deposits", "0.00", "6,500.00"),
        ("Withdrawals", "0.00", "0.00"),
        ("Market gain/loss", plain(held.total - start), plain(held.total - year - 6500)),
        ("Ending balance", dollars(held.total), dollars(held.total)),
    ):
        across(pencil, (40, -230, -300), (label, first, second), "B" if "Ending" in label else "", 11)
    pencil.y += 12
    pencil.say(f"Balances and holdings for {title}—{held.number}", 40, "B", 14, 10)
    pencil.say(
        "Mutual fund, ETF and stock prices are as of the close of the New York Stock Exchange on the date shown.",
        40,
        "",
        12,
        6.5,
    )
    pencil.say("Sweep program", 40, "B", 12, 9)
    _balance_head(pencil, ("Name", ""))
    cash = held.cash or ZERO
    across(
        pencil,
        BALANCE,
        ("MAINSAIL FEDERAL MONEY MARKET FUND", "", plain(cash, 4), "$1.00", dollars(cash - 51), dollars(cash)),
        "",
        9,
    )
    pencil.say("7-day SEC yield as of 06/30/2026  4.22%", 40, "", 12, 6.5)
    across(pencil, BALANCE, ("Total Sweep Balance", "", "", "", dollars(cash - 51), dollars(cash)), "B", 20)
    for name, rows in held.groups.items():
        _balance_group(pencil, held, name, rows)
    _sail_moves(pencil, title, held, done)


def _balance_head(pencil: Pencil, front: tuple[str, str]) -> None:
    across(pencil, BALANCE, ("", "", "", "Price on", "Balance on", "Balance on"), "B", 9)
    across(pencil, BALANCE, (*front, "Quantity", "06/30/2026", "05/31/2026", "06/30/2026"), "B", 13)


def _balance_group(pencil: Pencil, held: Hand, name: str, rows: list[Row]) -> None:
    def again() -> None:
        pencil.say(f"{name} (continued)", 40, "B", 12, 9)
        _balance_head(pencil, ("Symbol", "Name"))

    pencil.room(80)
    pencil.say(name, 40, "B", 12, 9)
    _balance_head(pencil, ("Symbol", "Name"))
    for place, row in enumerate(rows):
        pencil.room(30, again)
        old = "-" if place % 5 == 3 else dollars(before(row.value, place))
        lines = cut(row.name, 36)
        across(
            pencil,
            BALANCE,
            (row.symbol or "", lines[0], plain(row.quantity, 4), f"${plain(row.price, 4)}", old, dollars(row.value)),
            "",
            9,
        )
        for line in lines[1:]:
            pencil.say(line, 90, "", 9)
        pencil.y += 4
    value, _ = held.sums[name]
    across(pencil, BALANCE, (f"Total {name}", "", "", "", dollars(before(value, 6)), dollars(value)), "B", 20)


def _sail_moves(pencil: Pencil, title: str, held: Hand, done: list[Move]) -> None:
    pencil.room(120)
    pencil.say(f"Account activity for {title}—{held.number}", 40, "B", 14, 10)
    places = (40.0, 86.0, 132.0, 172.0, 318.0, 390.0, -466.0, -516.0, -576.0)
    across(pencil, places, ("Settlement", "Trade", "", "", "Transaction", "Account", "", "", ""), "B", 9)
    across(pencil, places, ("date", "date", "Symbol", "Name", "type", "type", "Quantity", "Price", "Amount"), "B", 12)
    said = {"buy": "Buy", "sell": "Sell", "reinvest": "Reinvestment"}
    for move in done:
        pencil.room(30)
        count, amount = signed(move)
        later = f"{settled(move.day):%m/%d}" if move.side != "reinvest" else f"{move.day[5:7]}/{move.day[8:]}"
        price, total = f"${plain(move.amount / move.quantity, 2)}", f"{'-' if amount < 0 else ''}${plain(abs(amount))}"
        cells = (
            later,
            f"{move.day[5:7]}/{move.day[8:]}",
            move.symbol,
            move.name[:30],
            said[move.side],
            "CASH",
            plain(count, 4),
            price,
            total,
        )
        across(pencil, places, cells, "", 12)
    across(
        pencil,
        places,
        ("06/30", "06/30", "", "MAINSAIL FEDERAL MONEY MARKET", "Dividend", "CASH", "-", "-", "$11.40"),
        "",
        20,
    )
    pencil.room(70)
    pencil.say("Income summary", 40, "B", 13, 10)
    across(pencil, (40, -230, -300, -380), ("", "Dividends", "Interest", "Total"), "B", 11)
    across(pencil, (40, -230, -300, -380), ("June", "$92.10", "$0.00", "$92.10"), "", 11)
    across(pencil, (40, -230, -300, -380), ("Year-to-date", "612.88", "0.00", "612.88"), "", 11)
