"""A house like a wirehouse: a client statement with lots and their terms, reinvestments, deposits with accruals."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, deposit, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain
from tools.accuracy.houses.hands import Hand, across, each, hand, in_lots, parts
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import address, cut, etf, income, incomes, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Lot, Row

CD = D("0.043")
DETAIL = (40.0, -276.0, -338.0, -402.0, -460.0, -528.0, -600.0, -664.0, -722.0, -752.0)
OPENED = (("Active Assets Account", None), ("Roth IRA", "roth_ira"), ("Rollover IRA", "traditional_ira"))


def mortlake(deal: Deal) -> Drawn:
    """Common stocks by lots, funds with reinvestments, deposits with adjusted cost and accrued interest."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE).upper()
    kind, registration = dice.choice(OPENED)
    groups = {
        "COMMON STOCKS": [in_lots(dice, stock(dice, taken), 4) for _ in range(dice.randrange(3, 13))],
        "EXCHANGE-TRADED & CLOSED-END FUNDS": [in_lots(dice, etf(dice, taken), 2) for _ in range(dice.randrange(0, 4))],
        "MUTUAL FUNDS": [_reinvested(dice, class_fund(dice, taken)) for _ in range(dice.randrange(0, 4))],
        "CERTIFICATES OF DEPOSIT": [_adjusted(dice, deposit(dice, taken)) for _ in range(dice.randrange(0, 4))],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    held = replace(
        held, number=f"{dice.randrange(100, 999)}-{dice.randrange(100000, 999999)}-{dice.randrange(100, 999)}"
    )
    facts = {"as_of": "2026-06-30", "owner": owner, "sweeps": (held.cash or ZERO,)}
    bare = replace(held, number=held.number.replace("-", ""))
    made = bare.closed(deal, **({**facts, "registration": registration} if registration else facts))
    pencil = Pencil(landscape=True, size=7)
    _client_cover(pencil, dice, owner, kind, held)
    pencil.on_page = lambda one: _client_frame(one, owner, kind, held)
    pencil.page()
    _deposits(pencil, held)
    for title, rows in held.groups.items():
        _detail(pencil, held, title, rows)
    _total_value(pencil, held)
    return pencil.drawn(made)


def _reinvested(dice: random.Random, row: Row) -> Row:
    """A fund bought once, with dividends reinvested since, which are told without a day."""
    quantity, cost = row.quantity or ZERO, row.cost or ZERO
    share, paid = (
        (quantity * dice.randrange(60, 95) / 100).quantize(D("0.001")),
        cents(cost * dice.randrange(60, 95) / 100),
    )
    lots = (Lot(f"20{dice.randrange(10, 20)}-03-14", share, paid), Lot("None", quantity - share, cost - paid))
    return replace(row, lots=lots)


def _adjusted(dice: random.Random, row: Row) -> Row:
    return replace(
        row,
        lots=(Lot(f"20{dice.randrange(23, 26)}-0{dice.randrange(1, 10)}-14", row.quantity or ZERO, row.cost or ZERO),),
    )


def _client_cover(pencil: Pencil, dice: random.Random, owner: str, kind: str, held: Hand) -> None:
    pencil.page()
    pencil.row([(40, "CLIENT STATEMENT"), (-752, "For the Period June 1-30, 2026")], "B", 30, 10)
    pencil.say(f"STATEMENT FOR:\n{owner}", 40, "", 11)
    pencil.y += 10
    across(pencil, (40, 420), (f"Mortlake {kind}", "TOTAL VALUE OF YOUR ACCOUNT (as of 6/30/26)"), "B", 12, 9)
    across(pencil, (40, 420), (f"{held.number}", "Includes Accrued Interest"), "", 12)
    accrued = sum((row.accrued or ZERO for row in held.rows), ZERO)
    across(pencil, (40, 420), ("", dollars(held.total + accrued)), "B", 30, 14)
    pencil.say(address(dice, owner), 40, "", 10)
    pencil.y += 20
    pencil.say("Your Financial Advisor Team\nTHE HALSTEAD GROUP\nPhone: 555-010-4471", 420, "", 10)
    pencil.y += 30
    pencil.say(
        "INVESTMENTS AND INSURANCE PRODUCTS: NOT FDIC INSURED - MAY LOSE VALUE - NOT BANK GUARANTEED", 40, "", 10, 6
    )


def _client_frame(pencil: Pencil, owner: str, kind: str, held: Hand) -> None:
    across(
        pencil,
        (40, -752),
        ("CLIENT STATEMENT  |  For the Period June 1-30, 2026", f"Page {pencil.pages} of 9"),
        "",
        16,
        8,
    )
    across(pencil, (40, 330, -752), ("Account Detail", f"Mortlake {kind}", owner), "B", 10, 9)
    across(pencil, (330,), (held.number,), "", 16, 8)


def _deposits(pencil: Pencil, held: Hand) -> None:
    pencil.say("Investment Objectives (in order of priority): Capital Appreciation, Income", 40, "", 12, 6)
    pencil.say("HOLDINGS", 40, "B", 14, 10)
    pencil.say(
        'This section reflects positions purchased/sold on a trade date basis. "Market Value" and '
        '"Unrealized Gain/(Loss)" may not reflect the value that could be obtained in the market.',
        40,
        "",
        14,
        6,
    )
    pencil.say("CASH, BANK DEPOSIT PROGRAM AND MONEY MARKET FUNDS", 40, "B", 12, 8)
    places = (40.0, -420.0, -540.0, -640.0, -752.0)
    across(pencil, places, ("", "", "7-Day", "", ""), "", 8)
    across(pencil, places, ("Description", "Market Value", "Current Yield %", "Est Ann Income", "APY %"), "", 11)
    cash = held.cash or ZERO
    across(pencil, places, ("MORTLAKE BANK N.A. #", dollars(cash), "-", "$2.00", "0.010"), "", 14)
    across(pencil, (-340, -420, -640), ("Percentage", "", ""), "", 8)
    across(pencil, (-340, -420, -640), ("of Holdings", "Market Value", "Est Ann Income"), "", 11)
    across(
        pencil,
        (40, -340, -420, -640),
        ("CASH, BDP, AND MMFs", share(cash, held.total, 2), dollars(cash), "$2.00"),
        "B",
        20,
    )


def _detail_head(pencil: Pencil, title: str) -> None:
    if title == "CERTIFICATES OF DEPOSIT":
        upper = ("", "", "", "Orig Unit Cost", "", "Orig Total Cost", "", "Unrealized", "Est Ann Income", "Current")
        lower = (
            "Security Description",
            "Trade Date",
            "Face Value",
            "Adj Unit Cost",
            "Unit Price",
            "Adj Total Cost",
            "Market Value",
            "Gain/(Loss)",
            "Accrued Interest",
            "Yield %",
        )
    else:
        upper = ("", "", "", "", "", "", "", "Unrealized", "", "Current")
        lower = (
            "Security Description",
            "Trade Date",
            "Quantity",
            "Unit Cost",
            "Share Price",
            "Total Cost",
            "Market Value",
            "Gain/(Loss)",
            "Est Ann Income",
            "Yield %",
        )
    places = (*DETAIL[:7], -662.0, -722.0, -752.0)
    across(pencil, places, upper, "", 8)
    across(pencil, places, lower, "", 12)


def _detail(pencil: Pencil, held: Hand, title: str, rows: list[Row]) -> None:
    def again() -> None:
        if title == "COMMON STOCKS":
            pencil.say("STOCKS", 40, "B", 11, 8)
        pencil.say(f"{title} (CONTINUED)", 40, "B", 12, 8)
        _detail_head(pencil, title)

    pencil.room(90)
    if title == "COMMON STOCKS":
        pencil.say("STOCKS", 40, "B", 11, 8)
    pencil.say(title, 40, "B", 12, 8)
    _detail_head(pencil, title)
    for row in rows:
        pencil.room(11 * (len(row.lots) + 4), again)
        draw = {"MUTUAL FUNDS": _by_purchase, "CERTIFICATES OF DEPOSIT": _by_face}.get(title, _by_trade)
        draw(pencil, row)
    value, cost = held.sums[title]
    pencil.room(44)
    places = (-356.0, DETAIL[5], DETAIL[6], -662.0, -722.0, -752.0)
    across(pencil, places, ("Percentage", "", "", "Unrealized", "", "Current"), "", 8)
    across(
        pencil,
        places,
        ("of Holdings", "Total Cost", "Market Value", "Gain/(Loss)", "Est Ann Income", "Yield %"),
        "",
        11,
    )
    label = "STOCKS" if title == "COMMON STOCKS" else title
    cells = (
        share(value, held.total, 2),
        dollars(cost),
        dollars(value),
        f"{dollars(value - cost)}",
        f"${plain(incomes(rows, CD) if title.startswith('CERT') else incomes(rows))}",
        "1.43",
    )
    across(pencil, (40, *places), (label, *cells), "B", 22)


def _by_trade(pencil: Pencil, row: Row) -> None:
    front = f"{row.name} ({row.symbol})"
    lines = cut(front, 40)
    for line in lines[:-1]:
        pencil.say(line, 40, "", 9)
    many = len(row.lots) > 1
    for place, (lot, value) in enumerate(parts(row)):
        term = "LT" if lot.day < "2025-06-30" else "ST"
        gain = f"{bracketed(value - lot.cost)} {term}"
        figures = (
            plain(lot.quantity, 3),
            f"${plain(each(lot), 3)}",
            f"${plain(row.price, 3)}",
            dollars(lot.cost),
            dollars(value),
        )
        last = ("", "") if many else (plain(income(row)), "1.53")
        day = f"{int(lot.day[5:7])}/{int(lot.day[8:])}/{lot.day[2:4]}"
        across(
            pencil,
            (*DETAIL[:7], -672.0, *DETAIL[8:]),
            (lines[-1] if place == 0 else "", day, *figures, gain, *last),
            "",
            10,
        )
    if many:
        long = sum((value - lot.cost for lot, value in parts(row) if lot.day < "2025-06-30"), ZERO)
        short = (row.gain or ZERO) - long
        gains = [f"{bracketed(one)} {term}" for one, term in ((long, "LT"), (short, "ST")) if one]
        cells = (
            "Total",
            plain(row.quantity, 3),
            "",
            "",
            plain(row.cost),
            plain(row.value),
            gains[0] if gains else "-",
            plain(income(row)),
            "1.53",
        )
        across(pencil, (*DETAIL[1:7], -672.0, *DETAIL[8:]), cells, "", 10)
        if len(gains) > 1:
            pencil.row([(-672.0, gains[1])], "", 10)
    pencil.say("Next Dividend Payable 07/2026; Asset Class: Equities", 40, "", 13, 6)


def _by_purchase(pencil: Pencil, row: Row) -> None:
    (bought, value), (rest, more) = parts(row) if len(row.lots) == 2 else (*parts(row), *parts(row))
    lines = cut(f"{row.name} ({row.symbol})", 40)
    for line in lines[:-1]:
        pencil.say(line, 40, "", 9)
    places = (*DETAIL[:7], -672.0, *DETAIL[8:])
    day = f"{int(bought.day[5:7])}/{int(bought.day[8:])}/{bought.day[2:4]}"
    for front, when, lot, worth in ((lines[-1], day, bought, value), ("     Long Term Reinvestments", "", rest, more)):
        figures = (
            plain(lot.quantity, 3),
            f"${plain(each(lot), 3)}",
            f"${plain(row.price, 3)}",
            plain(lot.cost),
            plain(worth),
        )
        across(pencil, places, (front, when, *figures, f"{bracketed(worth - lot.cost)} LT"), "", 10)
    cells = (
        "Total",
        plain(row.quantity, 3),
        "",
        "",
        plain(row.cost),
        plain(row.value),
        f"{bracketed(row.gain)} LT",
        plain(income(row)),
        "1.53",
    )
    across(pencil, places[1:], cells, "", 10)
    across(
        pencil,
        (44, DETAIL[5], DETAIL[6]),
        ("Total Purchases vs Market Value", plain(bought.cost), plain(row.value)),
        "",
        10,
    )
    across(pencil, (44, DETAIL[6]), ("Net Value Increase/(Decrease)", bracketed(row.value - bought.cost)), "", 10)
    pencil.say(
        "Enrolled In MORTLAKE Dividend Reinvestment; Capital Gains Reinvest; Asset Class: Equities", 40, "", 13, 6
    )


def _by_face(pencil: Pencil, row: Row) -> None:
    lot = row.lots[0]
    places = (*DETAIL[:7], -672.0, *DETAIL[8:])
    lines = cut(row.name, 42)
    day = f"{int(lot.day[5:7])}/{int(lot.day[8:])}/{lot.day[2:4]}"
    figures = (plain(row.quantity, 3), "$100.000", f"${plain(row.price, 3)}", dollars(row.cost), dollars(row.value))
    across(
        pencil,
        places,
        (lines[0], day, *figures, f"{bracketed(row.gain)} ST", plain(income(row, CD)), "4.30"),
        "",
        9,
    )
    across(
        pencil,
        places,
        (lines[1] if len(lines) > 1 else "", "", "", "$100.000", "", dollars(row.cost), "", "", plain(row.accrued), ""),
        "",
        9,
    )
    pencil.say(f"CUSIP {row.cusip}", 40, "", 9)
    pencil.say(
        f"Interest Paid Semi-Annually; Maturity Value = ${plain(row.quantity)}; Asset Class: FI & Pref", 40, "", 13, 6
    )


def _year(held: Hand) -> D:
    deposits = held.groups.get("CERTIFICATES OF DEPOSIT", [])
    return incomes(row for row in held.rows if row not in deposits) + incomes(deposits, CD) + 2


def _total_value(pencil: Pencil, held: Hand) -> None:
    pencil.room(80)
    places = (-356.0, DETAIL[5], DETAIL[6], -662.0, -722.0, -752.0)
    across(pencil, places, ("Percentage", "", "", "Unrealized", "Est Ann Income", "Current"), "", 8)
    across(
        pencil,
        places,
        ("of Holdings", "Total Cost", "Market Value", "Gain/(Loss)", "Accrued Interest", "Yield %"),
        "",
        11,
    )
    accrued = sum((row.accrued or ZERO for row in held.rows), ZERO)
    cells = (
        "",
        dollars(held.cost),
        dollars(held.total),
        dollars(held.value - held.cost),
        f"${plain(_year(held))}",
        "1.25",
    )
    across(pencil, (40, *places), ("TOTAL MARKET VALUE", *cells), "B", 10)
    across(pencil, (40, places[4]), ("", dollars(accrued) if accrued else "-"), "B", 14)
    across(
        pencil,
        (40, places[0], places[2]),
        ("TOTAL VALUE (includes accrued interest)", "100.00%", dollars(held.total + accrued)),
        "B",
        20,
    )
    pencil.say(
        "Unrealized Gain/(Loss) totals only reflect positions that have both cost basis and market "
        "value information available.",
        40,
        "",
        10,
        6,
    )
