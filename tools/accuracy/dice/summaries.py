"""Summaries before the holdings: how the value changed, classes, income, returns, the largest holdings, messages."""

from tools.accuracy.content import cents
from tools.accuracy.dice.forms import named
from tools.accuracy.dice.grids import Decoy, amount, grid, says, with_sign
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.sheet import Sheet
from tools.accuracy.truth import D, worth

CHANGES = ("Change in Account Value", "Account Activity Summary", "How Your Account Changed",
           "Reconciliation of Value")  # fmt: skip
ALLOCATIONS = ("Asset Allocation", "Portfolio Composition", "Asset Mix", "Allocation of Your Assets")
RETURNS = ("Performance Summary", "Rates of Return (Net of Fees)", "Investment Performance")
MESSAGES = ("Important Information", "A Message for You", "News About Your Account", "Planning Notes")
NEWS = (
    "Beginning January 1, 2027 the annual contribution limit rises to $7,500, or $8,600 if you are age 50 or older.",
    "Your account earned {earned} in dividends during the period. To reinvest automatically, call 1-800-555-0142.",
    "Effective next quarter the fee for paper confirmations is $2.00 for each trade, up to $25.00 a year.",
    "SIPC protects securities customers of its members up to $500,000 (including $250,000 for claims for cash).",
    "A total of {total} was held at the end of the period; it was {before} a year ago.",
)


def change(sheet: Sheet, account: Holdings) -> None:
    """From the value before to the value of now."""
    paid, taken = amount(sheet, account, "paid", 0, 6000), -amount(sheet, account, "taken", 0, 4000)
    earned = amount(sheet, account, "earned", 5, 900)
    rose = amount(sheet, account, "rose", -9000, 9000) if account.total > 20_000 else D("12.50")
    began, day = account.total - paid - taken - earned - rose, sheet.period
    lines = [(f"Beginning Value as of {day.before:%m/%d/%Y}", began, began - earned), ("Deposits", paid, paid),
             ("Withdrawals", taken, taken), ("Dividends and Interest", earned, earned * 2),
             ("Change in Market Value", rose, rose),
             (f"Ending Value as of {day.end:%m/%d/%Y}", account.total, account.total)]  # fmt: skip
    rows = [(name, with_sign(sheet, now), with_sign(sheet, year)) for name, now, year in lines]
    title = sheet.dials.word("title of changes", CHANGES)
    grid(sheet, title, (0, -330, -430), ("", "This Period", "Year-to-Date"), rows)


def allocation(sheet: Sheet, account: Holdings) -> None:
    """The classes, their values and shares."""
    parts = [(group.title, worth(group.sound)) for group in account.groups]
    parts += [("Cash", account.cash)] if account.cash_lines else []
    rows = [(title, with_sign(sheet, value), f"{value / account.total * 100:.1f}%") for title, value in parts]
    rows.append(("Total", with_sign(sheet, account.total), "100.0%"))
    title = sheet.dials.word("title of classes", ALLOCATIONS)
    grid(sheet, title, (0, -300, -370), ("Asset Class", "Market Value", "Percent"), rows, True)


def income(sheet: Sheet, account: Holdings) -> None:
    """What was earned, by kind."""
    paid, lent = amount(sheet, account, "paid out", 10, 900), amount(sheet, account, "interest", 10, 400)
    year = amount(sheet, account, "paid in the year", 1000, 4000), amount(sheet, account, "year", 400, 900)
    lines = [("Qualified Dividends", paid, year[0]), ("Taxable Interest", lent, year[1]),
             ("Total Income", paid + lent, sum(year, D(0)))]  # fmt: skip
    rows = [(name, with_sign(sheet, now), with_sign(sheet, all_year)) for name, now, all_year in lines]
    grid(sheet, "Income Summary", (0, -300, -400), ("", "Current Period", "Year to Date"), rows)


def performance(sheet: Sheet, account: Holdings) -> None:
    """Returns of the account and of indices."""
    dice = sheet.dials.die(f"returns of {account.number}")
    names = ("Your Account", "S&P 500 Index", "Bloomberg US Aggregate Bond Index")
    rows = [(name, *(f"{dice.randrange(-400, 2200) / 100:.2f}%" for _ in range(4))) for name in names]
    title = sheet.dials.word("title of returns", RETURNS)
    grid(sheet, title, (0, -260, -330, -400, -470), ("", "Quarter", "YTD", "1 Year", "3 Years"), rows)


def largest(sheet: Sheet, account: Holdings) -> None:
    """The largest holdings again."""
    count = sheet.dials.word("how many of the largest", (3, 5, 10))
    best = sorted(account.sound, key=lambda row: -row.value)[:count]
    options = ("Top Holdings", "Largest Positions", "Ten Largest Holdings" if len(best) == 10 else "Largest Holdings")
    rows = [(named(sheet.dials, row.name)[:40], with_sign(sheet, row.value), f"{row.value / account.total * 100:.1f}%")
            for row in best]  # fmt: skip
    head = ("Security", "Market Value", "% of Account")
    grid(sheet, sheet.dials.word("title of the largest", options), (0, -320, -400), head, rows)


def message(sheet: Sheet, account: Holdings) -> None:
    """Two paragraphs with figures in them."""
    texts = sheet.dials.die("messages").sample(NEWS, 2)
    earned = amount(sheet, account, "earned so far", 20, 800)
    facts = {"earned": earned, "total": account.total, "before": cents(account.total * D("0.96"))}
    told = {name: with_sign(sheet, value) for name, value in facts.items()}
    says(sheet, sheet.dials.word("title of messages", MESSAGES), [text.format(**told) for text in texts])


SUMMARIES: dict[str, Decoy] = {
    "change": change,
    "allocation": allocation,
    "income": income,
    "largest": largest,
    "performance": performance,
    "message": message,
}
SMALL = ("change", "allocation", "income", "largest")
"""Those that are small enough to stand side by side."""
