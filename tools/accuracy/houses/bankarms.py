"""The cash management account of a bank's broker: bonds and shares by lots, funds with fractions."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, cents, money, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain, us_day
from tools.accuracy.houses import till
from tools.accuracy.houses.hands import Hand, across, each, hand, in_lots, said
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import address, before, cut, income, incomes
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Places = tuple[float, ...]


MIXED = "MUTUAL FUNDS/CLOSED END FUNDS/UIT"


EQUITY: Places = (36, 148, 178, -258, -302, -354, -398, -456, -502, -548, -576)


FUND: Places = (36, -240, -296, -342, -398, -446, -492, -534, -556, -576)


DEBT: Places = (36, 172, -250, -304, -354, -412, -462, -502, -552, -576)


def marchwood(deal: Deal) -> Drawn:
    """A line for each lot, the name on the first; a fund's fraction of a share on a line of its own below its name."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE).upper()
    groups = {
        "CORPORATE BONDS": [replace(bond(dice, taken), accrued=money(dice, 5, 400)) for _ in range(dice.randrange(4))],
        "EQUITIES": [in_lots(dice, stock(dice, taken), 3) for _ in range(dice.randrange(4, 16))],
        MIXED: [class_fund(dice, taken) for _ in range(dice.randrange(1, 6))],
    }
    groups["CORPORATE BONDS"] = [till.bought(dice, row) for row in groups["CORPORATE BONDS"]]
    dealt = hand(deal, till.filled(groups))
    held = replace(dealt, number=f"7{dice.choice('ABCD')}{dice.choice('456')}-0{dealt.number[-4:]}")
    cash = held.cash or ZERO
    pencil = Pencil(size=6.8)

    def frame(one: Pencil) -> None:
        across(one, (36, -576), (owner, f"Account Number: {held.number}"), "", 11, 8)
        title = "YOUR MARCHWOOD REPORT" if one.pages == 1 else "YOUR CMC ASSETS"
        across(one, (36, -576), (title, "May 30, 2026 - June 30, 2026"), "B", 22, 9)
        one.at(36, "+", "", 6, 770)
        one.at(-576, f"{one.pages} of 6", "", 6, 770)

    pencil.on_page = frame
    pencil.page()
    _marchwood_cover(pencil, dice, owner, held)
    pencil.page()
    heads = (
        "Description",
        "Quantity",
        "Total|Cost Basis",
        "Estimated|Market Price",
        "Estimated|Market Value",
        "Estimated|Annual Income",
        "Est. Annual|Yield%",
    )
    places: Places = (36, -240, -300, -360, -430, -500, -576)
    _stacked(pencil, places, ("CASH/MONEY ACCOUNTS", *heads[1:]), heads[0])
    loose = D("0.45")
    across(pencil, places, ("CASH", "0.45", "0.45", "", ".45"), "", 10)
    rest = plain(cash - loose)
    across(pencil, places, ("MW BANK DEPOSIT PROGRAM", plain(cash - loose, 2), rest, "1.0000", rest, "1", ".01"), "", 9)
    pencil.say("+FDIC INSURED NOT SIPC COVERED", 36, "", 10)
    across(pencil, places, ("TOTAL", "", plain(cash), "", plain(cash), "1", ".01"), "B", 18)
    for title, rows in held.groups.items():
        draw = {"EQUITIES": _marchwood_shares, "CORPORATE BONDS": _marchwood_bonds}.get(title, _marchwood_funds)
        draw(pencil, title, rows, held.sums[title])
    _marchwood_end(pencil, held)
    made = held.closed(deal, as_of="2026-06-30", owner=owner, sweeps=(cash, cash - loose))
    return pencil.drawn(made)


def _stacked(pencil: Pencil, places: Places, heads: tuple[str, ...], first: str = "") -> None:
    """A head of two lines: the title of the section stands on the upper one, `first` below it."""
    split = [(head.split("|")[0] if "|" in head else "", head.split("|")[-1]) for head in heads[1:]]
    across(pencil, places[:1], heads[:1], "B", 0)
    across(pencil, places[1:], [upper for upper, _ in split], "B", 8, 6)
    across(pencil, places[:1], (first,), "B", 0)
    across(pencil, places[1:], [lower for _, lower in split], "B", 11, 6)


def _marchwood_cover(pencil: Pencil, dice: random.Random, owner: str, held: Hand) -> None:
    across(pencil, (36, 330), ("Online at: www.mymarchwood.example", f"Account Number: {held.number}"), "", 14)
    across(pencil, (36, 330, -576), ("", "Net Portfolio Value:", dollars(held.total)), "B", 20, 11)
    pencil.say(address(dice, owner), 36, "", 10)
    pencil.say("Your Financial Advisor:\nPRESCOTT GROUP\n100 HARBOR PLAZA FL 4\nPORTLAND ME 04101", 330, "", 10)
    pencil.y += 12
    places: Places = (36, -170, -250, 320, -500, -576)
    across(
        pencil, places, ("YOUR CMC ACCOUNT", "This Statement", "Year to Date", "ASSETS", "June 30", "May 29"), "B", 12
    )
    mix = [
        ("Cash/Money Accounts", held.cash or ZERO),
        ("Fixed Income", held.sums.get("CORPORATE BONDS", (ZERO,))[0]),
        ("Equities", held.sums["EQUITIES"][0]),
        ("Mutual Funds", held.sums[MIXED][0]),
        ("Options", None),
        ("Other", None),
    ]
    then = before(held.total, 4)
    left = [
        ("Opening Value (05/30)", then, before(held.total, 1)),
        ("Total Credits", D("412.80"), D("2810.11")),
        ("Total Debits", D("-90.00"), D("-540.00")),
        ("Securities You Transferred In/Out", None, None),
        ("Market Gains/(Losses)", held.total - then - D("322.80"), D("8112.40")),
        ("Closing Value (06/30)", held.total, None),
    ]
    for (name, month, year), (asset, value) in zip(left, mix, strict=True):
        shown = plain(value) if value else "-"
        earlier = plain(before(value, 5)) if value else "-"
        across(pencil, places, (name, bracketed(month) or "-", bracketed(year) or "-", asset, shown, earlier), "", 11)
    across(pencil, places, ("", "", "", "Subtotal (Long Portfolio)", plain(held.total), plain(then)), "", 11)
    across(pencil, places, ("", "", "", "TOTAL ASSETS", dollars(held.total), dollars(then)), "B", 14)
    across(pencil, places, ("", "", "", "LIABILITIES", "", ""), "B", 11)
    across(pencil, places, ("", "", "", "Debit Balance", "-", "-"), "", 11)
    across(pencil, places, ("", "", "", "Short Market Value", "-", "-"), "", 11)
    across(pencil, places, ("", "", "", "NET PORTFOLIO VALUE", dollars(held.total), dollars(then)), "B", 20)
    across(pencil, places, ("CASH FLOW", "This Statement", "Year to Date"), "B", 11)
    for name, text in (
        ("Opening Cash/Money Accounts", plain((held.cash or ZERO) - 323)),
        ("Dividends/Interest Income", "412.80"),
        ("Advisory and Other Fees", "(90.00)"),
        ("Closing Cash/Money Accounts", plain(held.cash)),
    ):
        across(pencil, places, (name, text), "", 11)
    pencil.y += 10
    pencil.say("Investment products: Are Not FDIC Insured   Are Not Bank Guaranteed   May Lose Value", 36, "", 10, 6)


def _marchwood_bonds(pencil: Pencil, title: str, rows: list[Row], sums: tuple[D, D]) -> None:
    heads = (
        title,
        "|Acquired",
        "|Quantity",
        "Adjusted/Total|Cost Basis",
        "Estimated|Market Price",
        "Estimated|Market Value",
        "Unrealized|Gain/(Loss)",
        "Accrued|Interest",
        "Estimated|Annual Income",
        "Current|Yield%",
    )
    pencil.room(90)
    _stacked(pencil, DEBT, heads, "Description")
    for row in rows:
        pencil.room(50)
        *name, rate, due = row.name.split()
        yearly = f"{income(row):,.0f}"
        cells = (
            us_day(row.lots[0].day, 2),
            plain(row.quantity, 0),
            plain(row.cost),
            plain(row.price, 4),
            plain(row.value),
            bracketed(row.gain),
            plain(row.accrued),
            yearly,
            "1.53",
        )
        across(pencil, DEBT, (" ".join(name), *cells), "", 9)
        pencil.say(f"0{rate} {said(f'{due[6:]}-{due[:2]}-{due[3:5]}', '%b %d %Y').upper()}", 36, "", 9)
        pencil.say(f"MOODY'S: A2  S&P: A  CUSIP: {row.cusip}", 36, "", 9)
        pencil.say(
            f"ORIGINAL UNIT/TOTAL COST: {plain(till.unit(row) + 2, 4)}/{plain(cents((row.cost or ZERO) * D('1.02')))}",
            36,
            "",
            12,
        )
    value, cost = sums
    face = plain(sum((row.quantity or ZERO for row in rows), ZERO), 0)
    cells = (
        "",
        face,
        plain(cost),
        "",
        plain(value),
        bracketed(value - cost),
        plain(till.owed(rows)),
        f"{incomes(rows):,.0f}",
        "1.53",
    )
    across(pencil, DEBT, ("TOTAL", *cells), "B", 18)


def _marchwood_shares(pencil: Pencil, title: str, rows: list[Row], sums: tuple[D, D]) -> None:
    heads = (
        title,
        "|Symbol",
        "|Acquired",
        "|Quantity",
        "Unit|Cost Basis",
        "Total|Cost Basis",
        "Estimated|Market Price",
        "Estimated|Market Value",
        "Unrealized|Gain/(Loss)",
        "Estimated|Annual Income",
        "Current|Yield%",
    )

    def again() -> None:
        _stacked(pencil, EQUITY, (f"{title} (continued)", *heads[1:]), "Description")

    pencil.room(90)
    _stacked(pencil, EQUITY, heads, "Description")
    for row in rows:
        pencil.room(10 * (len(row.lots) + 1), again)
        name = cut(row.name, 24)
        for place, (lot, value) in enumerate(till.pieces(row)):
            cells = (
                row.symbol or "" if not place else "",
                us_day(lot.day, 2),
                plain(lot.quantity, 4),
                plain(each(lot), 4),
                plain(lot.cost),
                plain(row.price, 4),
                plain(value),
                bracketed(value - lot.cost),
                f"{value * D('0.0153'):,.0f}",
                "1.53",
            )
            across(pencil, EQUITY, (name[place] if place < len(name) else "", *cells), "", 9.5)
        if len(row.lots) > 1:
            cells = (
                "",
                "",
                plain(row.quantity, 4),
                "",
                plain(row.cost),
                "",
                plain(row.value),
                bracketed(row.gain),
                f"{income(row):,.0f}",
                "1.53",
            )
            across(
                pencil,
                EQUITY,
                (name[len(row.lots)] if len(name) > len(row.lots) else "        Subtotal", *cells),
                "",
                11,
            )
        elif len(name) > 1:
            pencil.say(name[1], 36, "", 11)
    value, cost = sums
    cells = ("", "", "", "", plain(cost), "", plain(value), bracketed(value - cost), f"{incomes(rows):,.0f}", "1.53")
    across(pencil, EQUITY, ("TOTAL", *cells), "B", 18)


def _marchwood_funds(pencil: Pencil, title: str, rows: list[Row], sums: tuple[D, D]) -> None:
    heads = (
        title,
        "|Quantity",
        "Total|Cost Basis",
        "Estimated|Market Price",
        "Estimated|Market Value",
        "Unrealized|Gain/(Loss)",
        "Total Client|Investment",
        "Cumulative|Inv. Return",
        "Est.|Inc.",
        "Curr.|Yld%",
    )
    pencil.room(90)
    _stacked(pencil, FUND, heads, "Description")
    for row in rows:
        pencil.room(50, lambda: _stacked(pencil, FUND, heads, "Description"))
        whole = (row.quantity or ZERO).to_integral_value("ROUND_FLOOR")
        part = (row.quantity or ZERO) - whole
        few, paid = cents(part * (row.price or ZERO)), cents((row.cost or ZERO) * part / (row.quantity or D(1)))
        value, cost = row.value - few, (row.cost or ZERO) - paid
        name, put = cut(row.name, 34), (row.cost or ZERO) * D("0.9")
        cells = (
            plain(whole, 0),
            plain(cost),
            plain(row.price, 4),
            plain(value),
            bracketed(value - cost),
            f"{put:,.0f}",
            f"{row.value - put:,.0f}".replace("-", "(") + (")" if row.value < put else ""),
            "120",
            "1.53",
        )
        across(pencil, FUND, (name[0], *cells), "", 9)
        for text in name[1:]:
            pencil.say(text, 36, "", 9)
        pencil.say(f"SYMBOL: {row.symbol}  Initial Purchase: 03/12/14\nEquity 100%", 36, "", 9)
        fraction = (
            f"{part:.4f}".lstrip("0"),
            plain(paid),
            plain(row.price, 4),
            plain(few),
            bracketed(few - paid),
            "N/A",
            "N/A",
        )
        across(pencil, FUND, ("   Fractional Share", *fraction), "", 12)
    value, cost = sums
    across(pencil, FUND, ("Subtotal (Equities)", "", "", "", plain(value)), "", 10)
    across(pencil, FUND, ("TOTAL", "", plain(cost), "", plain(value), bracketed(value - cost)), "B", 18)


def _marchwood_end(pencil: Pencil, held: Hand) -> None:
    pencil.room(150)
    places: Places = (36, -300, -380, -450, -510, -560)
    heads = (
        "LONG PORTFOLIO",
        "Adjusted/Total|Cost Basis",
        "Estimated|Market Value",
        "Unrealized|Gain/(Loss)",
        "Estimated|Accrued Interest",
        "Estimated|Annual Income",
    )
    _stacked(pencil, places, heads)
    cash = held.cash or ZERO
    cells = (plain(held.cost + cash), plain(held.total), bracketed(held.value - held.cost), plain(till.owed(held.rows)))
    across(pencil, places, ("TOTAL", *cells, f"{incomes(held.rows):,.0f}"), "B", 16)
    pencil.say("Notes\nTotal values exclude N/A items", 36, "", 10)
    pencil.y += 8
    pencil.say("YOUR CMC TRANSACTIONS", 36, "B", 12, 9)
    spots: Places = (36, 80, 160, -400, -480, -576)
    across(pencil, spots, ("DIVIDENDS/INTEREST INCOME TRANSACTIONS",), "B", 10)
    across(
        pencil, spots, ("Date", "Transaction Type", "Description", "Quantity", "Income", "Income Year To Date"), "B", 11
    )
    for row, paid in zip(held.groups["EQUITIES"], ("200.00", "100.00", "62.80", "50.00"), strict=False):
        pencil.room(24)
        across(pencil, spots, ("06/12", "* Dividend", row.name[:30], "", paid, ""), "", 9)
        pencil.say(f"HOLDING {plain(row.quantity, 4)}  PAY DATE 06/12/2026", 160, "", 10)
    across(pencil, spots, ("", "Subtotal (Taxable Dividends)", "", "", "412.80", "2,810.11"), "", 20)
    pencil.room(60)
    across(pencil, spots, ("REALIZED GAINS/(LOSSES)",), "B", 10)
    across(
        pencil,
        (36, -220, 240, 300, -400, -480, -576),
        ("Description", "Quantity", "Acquired", "Liquidation", "Sale Amount", "Cost Basis", "Gains/(Losses)"),
        "B",
        11,
    )
    across(
        pencil,
        (36, -220, 240, 300, -400, -480, -576),
        ("TIDE PAPER CO", "40.0000", "02/03/21", "06/09/26", "1,912.10", "1,400.00", "512.10"),
        "",
        11,
    )
    across(pencil, (36, -576), ("Subtotal (Long-Term)", "512.10"), "", 12)
