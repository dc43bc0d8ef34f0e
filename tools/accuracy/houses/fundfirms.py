"""A fund company's quarterly statement: one fund after the other, each with its balance, its moves and its average."""

import random
from dataclasses import dataclass

from tools.accuracy.content import LETTERS, basis, cents, money, number
from tools.accuracy.drawing import Column, Pencil, Table, dollars, plain, us_day
from tools.accuracy.houses.hands import framed
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row, worth

TITLES = ("Capital Opportunity Fund Investor", "Total World Stock Index Admiral", "Intermediate Tax-Exempt Fund",
          "Wellspring Income Fund Admiral", "Explorer Small-Cap Fund Investor", "Equity Income Fund Admiral",
          "High-Yield Corporate Fund Investor", "Health Care Fund Admiral")  # fmt: skip
SAYS = {"buy": "Automatic investment", "sell": "Redemption by check", "reinvest": "Income dividend reinvested"}
DAYS = ("2026-07-01", "2026-09-30")


@dataclass(frozen=True)
class Quarter:
    """A fund's quarter: its shares and worth at the start, and what moved, with the price of each move."""

    shares: D
    value: D
    moves: tuple[tuple[Move, D], ...]


def hazelmoor(deal: Deal) -> Drawn:
    """A block for each fund: beginning balance, shares, price and ending value, then every transaction, then costs."""
    dice = deal.dice
    rows, quarters = [], {}
    for title in dice.sample(TITLES, dice.randrange(2, 7)):
        row, quarter = _fund(dice, deal.taken, f"Hazelmoor {title}")
        rows.append(row)
        quarters[row.symbol] = quarter
    total, account, year = deal.total(worth(rows)), number(dice), dice.choice((0, 4))
    began = sum((quarter.value for quarter in quarters.values()), ZERO)
    rows = deal.shown(rows)
    pencil = Pencil(font=dice.choice(("Sans", "Helvetica")), size=8)
    framed(
        pencil,
        ("Hazelmoor Funds", "Quarterly statement"),
        ("Ines Calloway", "July 1, 2026 - September 30, 2026"),
        (f"Traditional IRA account {account}", "Page ~"),
    )
    pencil.row([(40, "Account value on June 30, 2026"), (-330, dollars(began))], "", 13)
    pencil.row([(40, "Account value on September 30, 2026"), (-330, dollars(total))], "B", 26)
    if dice.random() < 0.5:
        _overview(pencil, rows, quarters, total)
    for row in rows:
        _block(pencil, row, quarters[row.symbol], year)
    moves = [move for row in {row.symbol: row for row in rows}.values() for move, _ in quarters[row.symbol].moves]
    return pencil.drawn(
        deal.close(
            account,
            rows,
            total,
            moves=tuple(moves),
            as_of="2026-09-30",
            owner="Ines Calloway",
            registration="traditional_ira",
        )
    )


def _fund(dice: random.Random, taken: set[str], title: str) -> tuple[Row, Quarter]:
    symbol = "".join(dice.choice(LETTERS) for _ in range(4)) + "X"
    taken.add(symbol)
    price = money(dice, 11, 180)
    shares = began = D(dice.randrange(40_000, 3_000_000)) / 1000
    value, moves = cents(began * (price * D("0.97")).quantize(price)), []
    for month in (7, 8, 9)[: dice.randrange(1, 4)]:
        side, then = dice.choice(("buy", "buy", "sell", "reinvest")), (price * dice.randrange(92, 108) / 100)
        then = cents(then)
        amount = D(dice.randrange(1, 20) * 50) if side != "reinvest" else money(dice, 5, 400)
        count = (amount / then).quantize(D("0.001"))
        shares += -count if side == "sell" else count
        day = f"2026-{month:02d}-{dice.randrange(1, 28):02d}"
        moves.append((Move(day, side, symbol, title, count, amount), then))
    worth_now = cents(shares * price)
    row = Row(symbol, title, shares, price, worth_now, basis(dice, worth_now))
    return row, Quarter(began, value, tuple(moves))


def _overview(pencil: Pencil, rows: list[Row], quarters: dict[str | None, Quarter], total: D) -> None:
    """All funds at a glance: what they were worth and are worth, without shares."""
    pencil.row([(40, "Fund name"), (-330, "Value on 06/30/2026"), (-430, "Value on 09/30/2026")], "B")
    for row in rows:
        pencil.row([(40, row.name), (-330, dollars(quarters[row.symbol].value)), (-430, dollars(row.value))])
    pencil.row([(40, "Total"), (-330, dollars(sum((quarters[row.symbol].value for row in rows), ZERO))),
                (-430, dollars(total))], "B", 26)  # fmt: skip


def _block(pencil: Pencil, row: Row, quarter: Quarter, year: int) -> None:
    """One fund: its name with its symbol, its balances in a line, its moves, its average cost."""
    pencil.room(150)
    pencil.shade(36, 572, 15)
    pencil.row(
        [(40, f"{row.name} ({row.symbol})"), (-568, f"Fund number {sum(map(ord, row.name)) % 900:04d}")], "B", 18, 9
    )
    balance = Table(pencil, _balance_columns(), step=13)
    balance.head()
    balance.line([dollars(quarter.value), plain(row.quantity, 3), dollars(row.price), dollars(row.value)], "B", 22)
    moved = Table(pencil, _move_columns(), step=12)
    moved.head()
    shares = quarter.shares
    moved.line([_day(DAYS[0], year), "Beginning balance", "", "", "", plain(shares, 3)])
    for move, price in quarter.moves:
        sold = move.side == "sell"
        count, amount = (-move.quantity, -move.amount) if sold else (move.quantity, move.amount)
        shares += count
        moved.line([_day(move.day, year), SAYS[move.side], dollars(amount), dollars(price),
                    plain(count, 3), plain(shares, 3)])  # fmt: skip
    moved.line(
        [_day(DAYS[1], year), "Ending balance", dollars(row.value), dollars(row.price), "", plain(row.quantity, 3)]
    )
    pencil.y += 3
    average = (row.cost or ZERO) / (row.quantity or D(1))
    pencil.row(
        [(40, f"Average cost per share: ${average:,.2f}"), (250, f"Cost basis (average cost): {dollars(row.cost)}")]
    )
    pencil.y += 18


def _day(day: str, year: int) -> str:
    return us_day(day) if year else us_day(day)[:5]


def _balance_columns() -> list[Column]:
    heads = ("Beginning balance|on 07/01/2026", "Shares owned|on 09/30/2026", "Price per share|on 09/30/2026",
             "Ending value|on 09/30/2026")  # fmt: skip
    return [Column(head, edge) for head, edge in zip(heads, (-160, -290, -420, -560), strict=True)]


def _move_columns() -> list[Column]:
    heads = ("Date", "Transaction", "Dollar amount", "Share price", "Shares transacted", "Total shares owned")
    return [Column(head, edge) for head, edge in zip(heads, (40, 100, -300, -370, -460, -560), strict=True)]
