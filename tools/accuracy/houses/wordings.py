"""The words and small decoy tables that a medley of layouts is dealt from."""

import random
from collections.abc import Callable, Sequence

from tools.accuracy.content import cents, money
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses.hands import Hand
from tools.accuracy.truth import ZERO, D

HEADS: dict[str, tuple[str, ...]] = {
    "name": ("Description", "Security", "Security Description", "Investment", "Holding", "Asset Description", "Name",
             "Security Name"),
    "symbol": ("Symbol", "Ticker", "Symbol/CUSIP", "Ticker|Symbol", "Sym."),
    "quantity": ("Quantity", "Shares", "Units", "Qty", "Shares/|Par Value", "Number of|Shares", "Quantity/|Face Amount",
                 "Shares Owned", "Share|Balance"),
    "price": ("Price", "Market|Price", "Unit|Price", "Share Price", "Closing|Price", "Price per|Share", "Last Price",
              "NAV/|Price", "Current|Price", "Price on|06/30/2026"),
    "value": ("Market Value", "Market|Value", "Current|Value", "Value", "Total|Value", "Ending|Market Value",
              "Market Value|06/30/2026", "Value on|06/30/2026", "Market Value ($)"),
    "cost": ("Cost Basis", "Total Cost", "Cost", "Adjusted|Cost", "Total|Cost Basis", "Tax Cost", "Book Value",
             "Original|Cost", "Total|Purchases", "Your Cost"),
    "gain": ("Gain/Loss", "Unrealized|Gain/(Loss)", "Unrealized G/L", "Unrealized|Gain or Loss ($)",
             "Appreciation/|Depreciation"),
    "income": ("Est. Annual|Income", "Estimated|Income", "EAI", "Annual Income"),
    "yield": ("Yield", "Current|Yield %", "Est. Yield", "Yld %"),
    "share": ("% of|Account", "Weight", "% of Port.", "Allocation"),
}  # fmt: skip
SECTIONS = (("Equities", "Mutual Funds"), ("Common Stock", "Exchange Traded Funds"), ("STOCKS", "ETFs"),
            ("Domestic Equities", "International Equities"), ("Stocks & ETFs", "Closed-End Funds"))  # fmt: skip
BONDS = ("Fixed Income", "Corporate Bonds", "Municipal Bonds", "Bonds")
NUMBERS = ("Account Number: {}", "Account # {}", "Account No. {}", "Acct: {}", "Account {}", "ACCOUNT NUMBER {}")
TITLES = {
    "taxable_individual": "Individual Account",
    "traditional_ira": "Traditional IRA",
    "roth_ira": "Roth IRA",
    "taxable_joint": "Joint Tenants WROS",
}
DAYS = ("June 1, 2026 - June 30, 2026", "As of June 30, 2026", "Statement Period: 06/01/2026 - 06/30/2026",
        "Period Ending 06/30/2026", "June 30, 2026", "April 1 through June 30, 2026")  # fmt: skip
CASH = ("Cash", "Cash Balance", "Cash & Sweep Funds", "Bank Deposit Sweep", "Cash and Cash Equivalents",
        "Cash and Money Market", "FDIC Insured Deposit Account", "Money Market Sweep")  # fmt: skip
SUMS = ("Total Account Value", "Total", "Total Portfolio Value", "Ending Account Value", "Account Total", "Grand Total",
        "Net Account Value", "Total Market Value", "Total Assets", "Total Holdings and Cash")  # fmt: skip
SUBTOTALS = ("Total {}", "Subtotal", "{} Total", "Total {} Holdings", "Subtotal - {}")
Decoy = Callable[[Pencil, Hand, random.Random], None]


def _grid(pencil: Pencil, title: str, places: Sequence[float], lines: Sequence[Sequence[str]]) -> None:
    """A title, a bold head and lines."""
    pencil.room(36 + 12 * len(lines))
    pencil.say(title, 40, "B", 14, pencil.size + 2)
    for place, line in enumerate(lines):
        pencil.row(list(zip(places, line, strict=False)), "" if place else "B", 12)
    pencil.y += 14


def allocation(pencil: Pencil, held: Hand, dice: random.Random) -> None:
    """Classes with their values and shares, and their sum."""
    lines = [("Asset Class", "Market Value", "% of Total")]
    parts = [(title, value) for title, (value, _) in held.sums.items()] + [("Cash", held.cash or ZERO)]
    lines += [(title, dollars(value), f"{100 * value / held.total:.1f}%") for title, value in parts]
    _grid(pencil, "Asset Allocation", (40, -260, -340), [*lines, ("Total", dollars(held.total), "100.0%")])


def changes(pencil: Pencil, held: Hand, dice: random.Random) -> None:
    """The movement from the last period's value to today's, for the period and the year."""
    paid, up = money(dice, 10, 5000), money(dice, 10, 9000)
    lines = [("", "This Period", "Year to Date"),
             ("Beginning Account Value", dollars(held.total - paid - up), dollars(held.total - paid - up - up)),
             ("Deposits", dollars(paid), dollars(paid)), ("Change in Value", dollars(up), dollars(up + up)),
             ("Ending Account Value", dollars(held.total), dollars(held.total))]  # fmt: skip
    _grid(pencil, "Change in Account Value", (40, -260, -360), lines)


def income(pencil: Pencil, held: Hand, dice: random.Random) -> None:
    """What was earned, by kind."""
    lines = [("Income Summary", "This Period", "Year to Date"), ("Dividends", "118.20", "804.11"),
             ("Interest", "2.04", "11.90"), ("Total Income", "120.24", "816.01")]  # fmt: skip
    _grid(pencil, "Income Summary", (40, -260, -360), lines)


def activity(pencil: Pencil, held: Hand, dice: random.Random) -> None:
    """Purchases and dividends with the same securities, quantities and prices."""
    lines = [("Date", "Activity", "Description", "Symbol", "Quantity", "Price", "Amount")]
    for row in held.rows[:4]:
        count = D(dice.randrange(1, 40))
        amount = cents(count * (row.price or ZERO))
        lines.append(
            ("06/12/26", "Bought", row.name[:24], row.symbol or "", plain(count, 0), plain(row.price), plain(-amount))
        )
        lines.append(("06/15/26", "Dividend", row.name[:24], row.symbol or "", "", "", "41.20"))
    _grid(pencil, "Account Activity", (40, 90, 150, 300, -390, -450, -530), lines)


def realized(pencil: Pencil, held: Hand, dice: random.Random) -> None:
    """Closed lots: days, quantity, proceeds, cost, gain."""
    lines = [("Description", "Acquired", "Sold", "Quantity", "Proceeds", "Cost Basis", "Gain/Loss")]
    for row in held.rows[:3]:
        proceeds = cents((row.price or ZERO) * 10)
        lines.append((row.name[:22], "02/04/2019", "06/20/2026", "10", plain(proceeds), plain(proceeds - 40), "40.00"))
    _grid(pencil, "Realized Gains and Losses", (40, 170, 230, -330, -400, -470, -540), lines)


def largest(pencil: Pencil, held: Hand, dice: random.Random) -> None:
    """The largest holdings again, with value and share."""
    best = sorted(held.rows, key=lambda row: -row.value)[:5]
    lines = [("Top Holdings", "Market Value", "% of Account")]
    lines += [(row.name[:30], dollars(row.value), f"{100 * row.value / held.total:.1f}%") for row in best]
    _grid(pencil, "Largest Holdings", (40, -280, -360), lines)


def target(pencil: Pencil, held: Hand, dice: random.Random) -> None:
    """What a model wants against what there is, by class."""
    lines = [("Model Class", "Target %", "Actual %", "Target Value", "Actual Value", "Difference")]
    for title, (value, _) in held.sums.items():
        aim = cents(held.total / 3)
        lines.append((title, "33.3%", f"{100 * value / held.total:.1f}%", plain(aim), plain(value), plain(value - aim)))
    _grid(pencil, "Model Comparison", (40, -240, -300, -390, -470, -540), lines)


def outlook(pencil: Pencil, held: Hand, dice: random.Random) -> None:
    """Income expected of each security in the next months."""
    lines = [("Projected Income", "Jul", "Aug", "Sep", "Total")]
    lines += [(row.name[:28], "12.00", "0.00", "12.00", "24.00") for row in held.rows[:5]]
    _grid(pencil, "Projected Cash Flow", (40, -260, -310, -360, -420), lines)


BEFORE: tuple[Decoy, ...] = (allocation, changes, income, largest, target)
AFTER: tuple[Decoy, ...] = (activity, realized, outlook, income, allocation)
