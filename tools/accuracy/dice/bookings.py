"""Tables of what happened, behind the holdings: trades, sales, fees, dividends, cash, what is still to settle."""

from datetime import timedelta

from tools.accuracy.content import cents
from tools.accuracy.dice.forms import named
from tools.accuracy.dice.grids import Decoy, amount, grid, with_sign
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.securities import BONDS, Security
from tools.accuracy.dice.sheet import Sheet
from tools.accuracy.truth import ZERO, D

ACTIVITIES = ("Account Activity", "Transactions", "Transaction Detail", "Activity This Period", "Trade Activity")
REALIZED = ("Realized Gains and Losses", "Realized Gain/Loss Detail", "Closed Tax Lots")
FLOWS = ("Cash Flow Analysis", "Cash Management Activity", "Sweep Fund Activity")
TO_SETTLE = ("Trades Pending Settlement", "Unsettled Trades", "Open Trades")
RECEIVED = ("Dividends and Interest Received", "Income Detail", "Income Received This Period")
TRADED = ("stock", "etf", "fund")


def _some(sheet: Sheet, account: Holdings, most: int) -> list[Security]:
    """A few of the securities."""
    dice = sheet.dials.die(f"some of {account.number}")
    return dice.sample(account.rows, min(len(account.rows), most))


def _name(sheet: Sheet, row: Security, length: int) -> str:
    return named(sheet.dials, row.name)[:length]


def activity(sheet: Sheet, account: Holdings) -> None:
    """Purchases, sales, dividends and a deposit, by day."""
    dice, write, begin = sheet.dials.die(f"trades of {account.number}"), sheet.writer, sheet.period.begin
    lines = []
    for row in _some(sheet, account, dice.randrange(2, 6)):
        day = begin + timedelta(dice.randrange(27))
        if row.kind in TRADED:
            count, side = D(dice.randrange(1, 60)), dice.choice(("Bought", "Sold"))
            value = cents(count * (row.price or ZERO)) * (-1 if side == "Bought" else 1)
            lines.append((day, side, _name(sheet, row, 30), f"{count:,.0f}", write.price(row), write.money(value)))
        if row.income:
            kind = "Interest" if row.kind in BONDS else "Dividend"
            lines.append((day, kind, _name(sheet, row, 30), "", "", write.money(cents(row.income / 4))))
    paid = write.money(amount(sheet, account, "moved in", 100, 5000))
    lines.append((begin + timedelta(3), "Deposit", "Electronic Funds Transfer", "", "", paid))
    rows = [(f"{day:%m/%d/%y}", *texts) for day, *texts in sorted(lines)]
    head = (
        "Date",
        sheet.dials.word("head of kinds", ("Type", "Transaction")),
        "Description",
        "Quantity",
        "Price",
        "Amount",
    )
    grid(sheet, sheet.dials.word("title of trades", ACTIVITIES), (0, 55, 115, -340, -400, -480), head, rows)


def realized(sheet: Sheet, account: Holdings) -> None:
    """Lots that were sold."""
    dice, write, begin = sheet.dials.die(f"sales of {account.number}"), sheet.writer, sheet.period.begin
    rows = []
    for row in _some(sheet, account, 3):
        if row.kind not in TRADED:
            continue
        count = D(dice.randrange(5, 50))
        proceeds = cents(count * (row.price or ZERO))
        cost = cents(proceeds * dice.randrange(60, 130) / 100)
        bought = f"03/{dice.randrange(10, 28)}/{begin.year - dice.randrange(1, 8)}"
        sold = f"{begin + timedelta(dice.randrange(25)):%m/%d/%Y}"
        amounts = map(write.money, (proceeds, cost, proceeds - cost))
        rows.append((_name(sheet, row, 26), bought, sold, f"{count}", *amounts))
    head = ("Security", "Acquired", "Sold", "Quantity", "Proceeds", "Cost Basis", "Gain/(Loss)")
    if rows:
        places = (0, 145, 205, -300, -370, -440, -510)
        grid(sheet, sheet.dials.word("title of sales", REALIZED), places, head, rows)


def fees(sheet: Sheet, account: Holdings) -> None:
    """What the account was charged."""
    fee, begin, write = amount(sheet, account, "fee", 50, 1500), sheet.period.begin, sheet.writer
    rows = [(f"{begin + timedelta(4):%m/%d/%Y}", "Advisory Fee - Quarterly in Advance", write.money(-fee)),
            (f"{begin + timedelta(9):%m/%d/%Y}", "Wire Fee", write.money(D("-25.00"))),
            ("", "Total Fees", write.money(-fee - 25))]  # fmt: skip
    grid(sheet, "Fees and Charges", (0, 70, -330), ("Date", "Description", "Amount"), rows)


def dividends(sheet: Sheet, account: Holdings) -> None:
    """What was paid on the securities, by day, with their sum."""
    paying, write, begin = [row for row in account.rows if row.income][:7], sheet.writer, sheet.period.begin
    if not paying:
        return
    paid = [cents((row.income or ZERO) / 4) for row in paying]
    rows = []
    for place, (row, part) in enumerate(zip(paying, paid, strict=True)):
        day = f"{begin + timedelta(place * 3):%m/%d/%Y}"
        rows.append((day, _name(sheet, row, 36), write.money(part), write.money(part * 2)))
    total = sum(paid, ZERO)
    rows.append(("", "Total", write.money(total), write.money(total * 2)))
    head = ("Date", "Security", "Amount", "Year to Date")
    grid(sheet, sheet.dials.word("title of dividends", RECEIVED), (0, 65, -330, -420), head, rows, True)


def cash_flow(sheet: Sheet, account: Holdings) -> None:
    """Cash that came and went."""
    began, came = amount(sheet, account, "began with", 100, 9000), amount(sheet, account, "came", 10, 4000)
    went = amount(sheet, account, "went", 10, 3000)
    lines = (("Opening Cash Balance", began), ("Credits", came), ("Debits", -went), ("Net Cash Flow", came - went))
    rows = [(name, with_sign(sheet, value)) for name, value in lines]
    grid(sheet, sheet.dials.word("title of flows", FLOWS), (0, -300), ("", "Amount"), rows)


def unpaid(sheet: Sheet, account: Holdings) -> None:
    """A dividend that is still to be paid."""
    end, due = sheet.period.end, amount(sheet, account, "due", 1, 200)
    row = (f"{end:%m/%d/%y}", f"{end + timedelta(2):%m/%d/%y}", "Dividend payable - est.", "", sheet.writer.money(due))
    head = ("Trade", "Settle", "Description", "Quantity", "Amount")
    grid(sheet, "Pending Transactions", (0, 60, 130, -330, -420), head, [row])


def unsettled(sheet: Sheet, account: Holdings) -> None:
    """Purchases that are still to settle."""
    end, write = sheet.period.end, sheet.writer
    rows = [(f"{end:%m/%d/%y}", f"{end + timedelta(1):%m/%d/%y}", "Buy", _name(sheet, row, 30), "5", write.price(row),
             write.money(-cents((row.price or ZERO) * 5)))
            for row in [row for row in account.rows if row.kind in TRADED][:2]]  # fmt: skip
    head = ("Trade Date", "Settle Date", "Type", "Description", "Quantity", "Price", "Amount")
    if rows:
        places = (0, 55, 110, 160, -350, -410, -490)
        grid(sheet, sheet.dials.word("title of what is to settle", TO_SETTLE), places, head, rows)


BOOKINGS: dict[str, Decoy] = {
    "activity": activity,
    "realized": realized,
    "fees": fees,
    "dividends": dividends,
    "cash flow": cash_flow,
    "unpaid": unpaid,
    "unsettled": unsettled,
}
