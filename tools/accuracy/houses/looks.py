"""Houses with looks of their own: centred figures, sums above their parts, turned pages, accounts in a column."""

import random
from dataclasses import replace

from tools.accuracy.content import cents, deposit, money, number, stock
from tools.accuracy.drawing import Column, Pencil, Table, dollars, plain
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, Row, worth


def wordsworthy(deal: Deal) -> Drawn:
    """Every word a piece of its own with uneven gaps, figures centred under centred heads, blanks between thousands."""
    dice = deal.dice
    rows = [stock(dice, deal.taken, odd=place % 2 == 0) for place in range(dice.randrange(5, 22))]
    cash, account = money(dice, 10, 9000), number(dice)
    total = deal.total(worth(rows) + cash)
    rows = deal.shown(rows)
    pencil = Pencil(landscape=True, font="Sans", size=8)

    def centred(cells: list[tuple[float, str]], style: str = "", step: float = 14) -> None:
        for x, text in cells:
            pencil.measure.set_font("Sans", style, 8)
            left = x - pencil.measure.get_string_width(text) / 2
            _pieces(pencil, dice, left, text, style)
        pencil.y += step

    pencil.page()
    _pieces(pencil, dice, 40, "W O R D S W O R T H Y   C A P I T A L", "B")
    _pieces(pencil, dice, 520, f"Account number {account}", "")
    pencil.y += 14
    _pieces(pencil, dice, 520, "Valuation date 30 June 2026", "")
    pencil.y += 26
    centred(
        [(90, "Ticker"), (240, "Investment"), (420, "Quantity"), (500, "Price"), (590, "Cost"), (690, "Market value")],
        "B",
    )

    def spaced(value: D | None, places: int = 2) -> str:
        return plain(value, places).replace(",", " ")

    for row in rows:
        if pencil.y + 16 > pencil.bottom:
            pencil.page()
        centred([(90, row.symbol or ""), (240, row.name), (420, spaced(row.quantity, 0)), (500, spaced(row.price)),
                 (590, spaced(row.cost)), (690, spaced(row.value))])  # fmt: skip
    centred([(240, "Cash"), (690, spaced(cash))])
    centred([(240, "Total"), (690, spaced(total))], "B")
    return pencil.drawn(deal.close(account, rows, total, cash, as_of="2026-06-30"))


def _pieces(pencil: Pencil, dice: random.Random, x: float, text: str, style: str) -> None:
    for word in text.split(" "):
        if word:
            pencil.at(x, word, style)
            pencil.measure.set_font(pencil.paper.font, style, pencil.size)
            x += pencil.measure.get_string_width(word + " ") + dice.choice((0, 0, 0.6))


def robinwood(deal: Deal) -> Drawn:
    """A robo-advisor: sums stand above their parts, six places of shares, targets and drifts in percent, no cost."""
    dice = deal.dice
    groups = {
        title: [_slice(dice, deal) for _ in range(dice.randrange(1, 5))]
        for title in ("US Stocks", "Foreign Stocks", "Bonds")
    }
    cash, account = money(dice, 1, 400), number(dice)
    total = deal.total(sum((worth(rows) for rows in groups.values()), cash))
    sums = {title: worth(rows) for title, rows in groups.items()}
    groups = {title: deal.shown(rows) for title, rows in groups.items()}
    pencil = Pencil(font="Sans", size=9)
    pencil.page()
    pencil.say("Robinwood", 40, "B", 26, 18)
    pencil.say(f"Taxable investing account {account}\nJune 1 - June 30, 2026", 40, "", 14)
    pencil.y += 10
    pencil.row([(40, "Ending balance"), (-250, dollars(total))], "B", 14, 11)
    pencil.row([(40, "Time-weighted return"), (-250, "2.14%")], "", 30)
    pencil.row(
        [(40, "Holdings"), (-300, "Shares"), (-370, "Price"), (-450, "Balance"), (-510, "Target"), (-560, "Actual")],
        "B",
        18,
    )
    for title, rows in groups.items():
        pencil.room(60)
        pencil.row([(40, title), (-450, dollars(sums[title])), (-510, "30.0%"), (-560, "31.2%")], "B", 15)
        for row in rows:
            pencil.row([(52, f"{row.symbol}"), (92, row.name.title()), (-300, plain(row.quantity, 6)),
            (-370, dollars(row.price)),
                        (-450, dollars(row.value)), (-510, "10.0%"), (-560, "10.4%")], "", 14)  # fmt: skip
    pencil.row([(40, "Cash"), (-450, dollars(cash)), (-510, "1.0%"), (-560, "0.8%")], "B", 15)
    rows = [row for part in groups.values() for row in part]
    return pencil.drawn(deal.close(account, rows, total, cash, as_of="2026-06-30"))


def _slice(dice: random.Random, deal: Deal) -> Row:
    row = stock(dice, deal.taken)
    quantity = D(dice.randrange(1_000_000, 90_000_000)) / 1_000_000
    return replace(row, quantity=quantity, value=cents(quantity * (row.price or D(0))), cost=None)


def unionvale(deal: Deal) -> Drawn:
    """A credit union: savings as cash, certificates with rates and maturities, nothing but balances; dividends paid."""
    dice = deal.dice
    rows: list[Row] = []
    for _ in range(dice.randrange(2, 7)):
        made = deposit(dice, deal.taken)
        rows.append(Row(None, f"Share Certificate {len(rows) + 3:02d}", None, None, made.value))
    cash, account = money(dice, 10, 9000), number(dice)
    total = deal.total(worth(rows) + cash)
    rows = deal.shown(rows)
    pencil = Pencil(size=9)
    pencil.page()
    pencil.row([(40, "Unionvale Federal Credit Union")], "B", 16, 13)
    pencil.row([(40, f"Member account number {account}"), (-570, "Statement period 10/01/26 to 10/31/26")], "", 26)
    pencil.row(
        [(40, "Description"), (200, "Maturity"), (-330, "APY"), (-430, "Dividends YTD"), (-540, "Ending balance")], "B"
    )
    pencil.row([(40, "Regular Savings 01"), (-330, "0.10%"), (-430, "1.02"), (-540, plain(cash))])
    for row in rows:
        pencil.row(
            [
                (40, row.name),
                (200, "11/15/2027"),
                (-330, "4.15%"),
                (-430, plain(cents(row.value / 40))),
                (-540, plain(row.value)),
            ]
        )
    pencil.row([(40, "Total deposits"), (-540, plain(total))], "B")
    return pencil.drawn(deal.close(account, rows, total, cash, as_of="2026-10-31"))


def consortium(deal: Deal) -> Drawn:
    """An advisor's report on a household: one table of all holdings, the account in a column, class sums above."""
    dice = deal.dice
    numbers = [number(dice) for _ in range(2)]
    held = {one: [stock(dice, deal.taken) for _ in range(dice.randrange(3, 8))] for one in numbers}
    cash = {one: money(dice, 10, 9000) for one in numbers}
    totals = {one: deal.total(worth(rows) + cash[one]) for one, rows in held.items()}
    accounts = []
    for one in numbers:
        held[one] = deal.shown(held[one])
        accounts.append(deal.close(one, held[one], totals[one], cash[one], as_of="2026-09-30"))
    pencil = Pencil(landscape=True, font="Serif", size=8)
    pencil.page()
    pencil.say("Fenwick Household", 40, "B", 18, 16)
    pencil.say("Holdings report as of September 30, 2026 - prepared by Consortium Wealth", 40, "", 24)
    pencil.row([(40, "Account"), (200, "Account number"), (-400, "Market value")], "B")
    for title, one in zip(("Joint brokerage", "Rollover IRA"), numbers, strict=True):
        pencil.row([(40, title), (200, one), (-400, dollars(totals[one]))])
    pencil.row([(40, "Household total"), (-400, dollars(sum(totals.values(), D(0))))], "B", 26)
    table = Table(pencil, [
        Column("Account number", 40), Column("Symbol", 120), Column("Asset", 170), Column("Units", -420),
        Column("Price", -490),
        Column("Market value", -580), Column("Cost basis", -670), Column("Weight", -730),
    ])  # fmt: skip
    table.head()
    everything = [(one, row) for one in numbers for row in held[one]]
    for one, row in sorted(everything, key=lambda pair: pair[1].name):
        table.break_page(14)
        table.line(
            [
                one,
                row.symbol or "",
                row.name,
                plain(row.quantity, 0),
                plain(row.price),
                plain(row.value),
                plain(row.cost),
                "4.1%",
            ]
        )
    for one in numbers:
        table.line([one, "", "Cash", "", "", plain(cash[one]), "", "1.0%"])
    return pencil.drawn(*accounts)
