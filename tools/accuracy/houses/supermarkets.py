"""A house like the largest fund broker: an investment report of a household, holdings of two days, and activity."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import address, before, cut, etf, income, incomes, month, share, signed, treasury
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row

REPORT = (40.0, -232.0, -286.0, -340.0, -404.0, -464.0, -524.0, -576.0)
KINDS = (
    ("Fenbridge Account", "INDIVIDUAL - TOD", "taxable_individual"),
    ("Fenbridge Rollover IRA", "ROLLOVER IRA", "traditional_ira"),
    ("Fenbridge Roth IRA", "ROTH IRA", "roth_ira"),
)


def fenbridge(deal: Deal) -> Drawn:
    """A household's report: accounts listed, then each with its summary, holdings of two days, and activity."""
    dice = deal.dice
    owner = dice.choice(PEOPLE).upper()
    dealt = []
    for kind in dice.sample(KINDS, dice.randrange(2, 4)):
        held = _report_hand(deal)
        done = month(dice, held)
        facts = {"as_of": "2026-06-30", "owner": owner, "registration": kind[2], "sweeps": (held.cash or ZERO,)}
        dealt.append((kind, held, done, held.closed(deal, moves=tuple(done), **facts)))
    pencil = Pencil(size=7)
    pencil.on_page = _report_frame
    _report_cover(pencil, dice, owner, [(kind, held) for kind, held, _, _ in dealt])
    for kind, held, done, _ in dealt:
        _report_account(pencil, owner, kind, held, done)
    pencil.on_page = _report_frame
    pencil.page()
    pencil.say("Additional Information and Endnotes", 40, "B", 14, 10)
    pencil.say(
        "* Change in Investment Value is the difference between the prior period and current period values.\n"
        "EAI and EY are estimates and should not be relied on exclusively for making investment decisions.\n"
        "Cost basis and gain/loss information is provided as a service. See Information About Your Statement."
    )
    return pencil.drawn(*(account for *_, account in dealt))


def _report_hand(deal: Deal) -> Hand:
    dice, taken = deal.dice, deal.taken
    debts = [bond(dice, taken), treasury(dice, taken)][: dice.randrange(0, 3)]
    groups = {
        "Mutual Funds": [class_fund(dice, taken) for _ in range(dice.randrange(1, 4))],
        "Exchange Traded Products": [etf(dice, taken) for _ in range(dice.randrange(0, 4))],
        "Stocks": [stock(dice, taken, odd=dice.random() < 0.3) for _ in range(dice.randrange(3, 12))],
        "Bonds": [replace(row, accrued=row.accrued or income(row)) for row in debts],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    return replace(held, number=f"{dice.choice('XYZ')}{dice.randrange(10, 99)}-{dice.randrange(100000, 999999)}")


def _report_frame(pencil: Pencil) -> None:
    pencil.at(-576, "INVESTMENT REPORT", "B", 11, 40)
    pencil.at(-576, "June 1, 2026 - June 30, 2026", "", 8, 52)
    pencil.at(40, "Fenbridge", "B", 14, 42)
    pencil.at(-576, f"{pencil.pages}", "", 7, 772)
    pencil.at(40, "S MR_CE _BBBBBB_BBBBB 20260630", "", 5, 772)
    pencil.y = 80


def _report_cover(
    pencil: Pencil, dice: random.Random, owner: str, accounts: list[tuple[tuple[str, str, str], Hand]]
) -> None:
    total = sum((held.total for _, held in accounts), ZERO)
    pencil.page()
    pencil.say(f"Envelope # BJ{dice.randrange(10**6, 10**7)}", 40, "", 30, 6)
    pencil.say(address(dice, owner), 40, "", 10, 8)
    pencil.y += 30
    across(pencil, (300, -576), ("Your Portfolio Value:", dollars(total)), "B", 16, 12)
    across(pencil, (300, -576), ("Portfolio Change from Last Period:", dollars(total - before(total, 6))), "", 20, 8)
    across(pencil, (300, -500, -576), ("", "This Period", "Year-to-Date"), "B", 12)
    start, year = before(total, 6), before(total, 2)
    for label, old, new in (
        ("Beginning Portfolio Value", start, year),
        ("Additions", D("1200.00"), D("7200.00")),
        ("Subtractions", D("-310.25"), D("-2040.00")),
        ("Change in Investment Value *", total - start - D("889.75"), total - year - D("5160.00")),
    ):
        across(pencil, (300, -500, -576), (label, plain(old), plain(new)), "", 12)
    across(pencil, (300, -500, -576), ("Ending Portfolio Value **", dollars(total), dollars(total)), "B", 30)
    pencil.say("Accounts Included in This Report", 40, "B", 16, 10)
    heads = ("Page", "Account Type/Name", "Account Number", "Beginning Value", "Ending Value")
    across(pencil, (40, 70, 300, -480, -576), heads, "B", 13)
    for place, ((title, kind, _), held) in enumerate(accounts):
        pencil.say("GENERAL INVESTMENTS" if "IRA" not in kind else "PERSONAL RETIREMENT", 40, "B", 11)
        cells = (str(3 + 2 * place), title, held.number, dollars(before(held.total, 6)), dollars(held.total))
        across(pencil, (40, 70, 300, -480, -576), cells, "", 10)
        pencil.say(f"{owner} - {kind}", 70, "", 14)
    across(pencil, (70, -480, -576), ("Ending Portfolio Value", dollars(start), dollars(total)), "B", 20)


def _report_account(pencil: Pencil, owner: str, kind: tuple[str, str, str], held: Hand, done: list[Move]) -> None:
    def frame(one: Pencil) -> None:
        _report_frame(one)
        one.at(-576, f"Account # {held.number}", "B", 8, 66)
        one.at(-576, f"{owner} - {kind[1]}", "", 8, 76)
        one.y = 96

    pencil.on_page = frame
    pencil.page()
    pencil.say("Account Summary", 40, "B", 16, 11)
    _report_value(pencil, held)
    pencil.say("Holdings", 40, "B", 18, 11)
    core = held.cash or ZERO
    _report_head(pencil, "Core Account")
    cells = (plain(core - 310), plain(core), "$1.0000", dollars(core), "not applicable", "not applicable", "$12.40")
    across(pencil, REPORT, ("FENBRIDGE GOVERNMENT MONEY", f"${cells[0]}", *cells[1:]), "", 9)
    across(pencil, REPORT, ("MARKET (FNXXX)", "", "", "", "", "", "", "4.220%"), "", 9)
    pencil.say("-- 7-day yield: 4.22%", 40, "", 11, 6)
    said = f"Total Core Account ({share(core, held.total)} of account holdings)"
    across(pencil, REPORT, (said, dollars(core - 310), "", "", dollars(core), "", "", "$12.40"), "B", 18)
    for title, rows in held.groups.items():
        _report_group(pencil, held, title, rows)
    spent = (dollars(held.cost), bracketed(held.value - held.cost))
    across(
        pencil,
        REPORT,
        ("Total Holdings", "", "", "", dollars(held.total), *spent, dollars(incomes(held.rows) + D("12.40"))),
        "B",
        14,
    )
    pencil.say(
        "All positions held in cash account unless indicated otherwise.   t - Third-party provided", 40, "", 20, 6
    )
    _report_activity(pencil, done)


def _report_value(pencil: Pencil, held: Hand) -> None:
    across(pencil, (40, -400), ("Account Value:", dollars(held.total)), "B", 14, 9)
    across(pencil, (40, -320, -400), ("", "This Period", "Year-to-Date"), "B", 11)
    start, year = before(held.total, 6), before(held.total, 1)
    for label, old, new in (
        ("Beginning Account Value", dollars(start), dollars(year)),
        ("Additions", "600.00", "3,600.00"),
        ("Change in Investment Value *", plain(held.total - start - 600), plain(held.total - year - 3600)),
        ("Ending Account Value", dollars(held.total), dollars(held.total)),
    ):
        across(pencil, (40, -320, -400), (label, old, new), "B" if "Ending" in label else "", 11)
    pencil.y += 12


def _report_head(pencil: Pencil, title: str) -> None:
    ai = "Accrued Interest (AI)" if title == "Bonds" else ""
    across(pencil, REPORT, ("", "Beginning", "", "Price", "Ending", "", "Unrealized", ""), "B", 8, 6.5)
    lines = ("", "Market Value", "Quantity", "Per Unit", "Market Value", "Total", "Gain/Loss", "EAI ($) /")
    across(pencil, REPORT, lines, "B", 8, 6.5)
    days = ("Jun 1, 2026", "Jun 30, 2026", "Jun 30, 2026", "Jun 30, 2026", "Cost Basis", "Jun 30, 2026", "EY (%)")
    across(pencil, REPORT, ("Description", *days), "B", 8 if ai else 11, 6.5)
    if ai:
        across(pencil, (REPORT[0], REPORT[4]), ("", ai), "B", 11, 6.5)


def _report_group(pencil: Pencil, held: Hand, title: str, rows: list[Row]) -> None:
    pencil.room(80)
    pencil.say(title, 40, "B", 12, 9)
    _report_head(pencil, title)
    if title == "Stocks":
        pencil.say("Common Stock", 40, "B", 11)
    for place, row in enumerate(rows):
        pencil.room(40, lambda: _again(pencil, title))
        _report_row(pencil, row, place)
    value, cost = held.sums[title]
    name = {"Stocks": "Common Stock"}.get(title, title)
    said = f"Total {name} ({share(value, held.total)} of account holdings)"
    pencil.room(20)
    across(pencil, REPORT, (said,), "B", 9)
    old = dollars(before(value, 6))
    cells = ("", old, "", "", dollars(value), dollars(cost), bracketed(value - cost), dollars(incomes(rows)))
    across(pencil, REPORT, cells, "B", 18)


def _again(pencil: Pencil, title: str) -> None:
    pencil.say("Holdings", 40, "B", 14, 11)
    pencil.say(f"{title} (continued)", 40, "B", 12, 9)
    _report_head(pencil, title)


def _report_row(pencil: Pencil, row: Row, place: int) -> None:
    lines = cut(f"{'M ' if place % 5 == 2 else ''}{row.name}{f' ({row.symbol})' if row.symbol else ''}", 30)
    old = "unavailable" if place % 6 == 4 else dollars(before(row.value, place))
    units = plain(row.quantity, 3)
    gain = dollars(row.gain).replace("($", "-$").replace(")", "")
    front = (old, units, f"${plain(row.price, 4 if row.accrued else 2)}")
    cells = (*front, dollars(row.value), f"{dollars(row.cost)}{'t' if place % 4 == 3 else ''}", gain)
    across(pencil, REPORT, (lines[0], *cells, f"${plain(income(row))}"), "", 9)
    under = dollars(row.accrued) if row.accrued else ""
    more = [*lines[1:], ""] if len(lines) == 1 else lines[1:]
    across(pencil, REPORT, (more[0], "", "", "", under, "", "", "1.530%"), "", 9)
    for line in more[1:]:
        pencil.say(line, 40, "", 9)
    if row.cusip:
        pencil.say(f"FIXED COUPON   MOODYS A2 /S&P A-   SEMIANNUALLY   CUSIP: {row.cusip}", 40, "", 9, 6)
    pencil.y += 3


def _report_activity(pencil: Pencil, done: list[Move]) -> None:
    places = (40.0, 84.0, 226.0, 300.0, -420.0, -470.0, -516.0, -576.0)
    pencil.room(90)
    pencil.say("Activity", 40, "B", 16, 11)
    pencil.say("Securities Bought & Sold", 40, "B", 12, 9)
    across(pencil, places, ("Settlement", "", "Symbol/", "", "", "", "Transaction", ""), "B", 8, 6.5)
    heads = ("Date", "Security Name", "CUSIP", "Description", "Quantity", "Price", "Cost", "Amount")
    across(pencil, places, heads, "B", 11, 6.5)
    said = {"buy": "You Bought", "sell": "You Sold", "reinvest": "Reinvestment"}
    for move in done:
        pencil.room(24)
        count, amount = signed(move)
        cells = (
            plain(count, 3),
            plain(move.amount / move.quantity, 5),
            "-",
            f"{'-' if amount < 0 else ''}${plain(abs(amount))}",
        )
        front = (f"{move.day[5:7]}/{move.day[8:]}", move.name[:26], move.symbol, said[move.side])
        across(pencil, places, (*front, *cells), "", 11)
    net = sum((signed(move)[1] for move in done), ZERO)
    across(pencil, places, ("Net Securities Bought & Sold", "", "", "", "", "", "-", dollars(net)), "B", 18)
    pencil.say("Dividends, Interest & Other Income", 40, "B", 12, 9)
    paid = ("06/30", "FENBRIDGE GOVERNMENT MONEY MARKET", "", "Dividend Received", "-", "-", "", "$11.20")
    across(pencil, places, paid, "", 11)
    across(pencil, places, ("Total Dividends, Interest & Other Income", "", "", "", "", "", "", "$11.20"), "B", 14)
