"""The pages of a sample statement: summary, holdings with lots, activity, disclosures."""

from decimal import Decimal

from core.domain.money import cents
from tools.statement_content import Movement, PrintedAccount, PrintedLine
from tools.statement_paper import LEFT, RIGHT, Column, Paper, money, shares

ACTIVITY_COLUMNS = (
    Column(("Date",), LEFT, 50, number=False),
    Column(("Transaction",), LEFT + 60, 70, number=False),
    Column(("Description",), LEFT + 140, 240, number=False),
    Column(("Quantity",), LEFT + 450, 50),
    Column(("Amount",), RIGHT, 60),
)


def summary(paper: Paper, accounts: tuple[PrintedAccount, ...]) -> None:
    """The first page: who, the value, how it changed, what it is made of."""
    paper.say(LEFT, 96, accounts[0].owner, 10, bold=True)
    paper.say(LEFT, 109, "14 Orchard Row", 9)
    paper.say(LEFT, 121, "Specimen Falls, ME 04000", 9)
    total = sum((account.printed_total for account in accounts), Decimal(0))
    paper.say(RIGHT, 96, "Total value of your accounts" if len(accounts) > 1 else "Total account value", 9, right=True)
    paper.say(RIGHT, 118, money(total, sign=True), 18, bold=True, right=True)
    paper.set_y(150)
    for account in accounts:
        paper.heading(f"Account {account.number} - {account.title}")
        change = account.printed_total - account.opening - sum((one.amount for one in _income(account)), Decimal(0))
        rows = (
            ("Beginning account value, September 30, 2026", account.opening),
            ("Deposits", Decimal(0)),
            ("Withdrawals", Decimal(0)),
            ("Dividends and interest", sum((one.amount for one in _income(account)), Decimal(0))),
            ("Change in investment value", change),
            ("Ending account value, October 31, 2026", account.printed_total),
        )
        for place, (label, amount) in enumerate(rows):
            last = place == len(rows) - 1
            if last:
                paper.rule(paper.get_y(), 0.4)
            paper.say(LEFT, paper.get_y() + 11, label, 9, bold=last)
            paper.say(LEFT + 330, paper.get_y() + 11, money(amount, sign=place in (0, 5)), 9, bold=last, right=True)
            paper.set_y(paper.get_y() + 15)
        paper.set_y(paper.get_y() + 14)
    paper.prose("Questions? Call the number above. Prices are closing prices of October 30, 2026.", 8.5)


def holdings(
    paper: Paper, account: PrintedAccount, columns: tuple[Column, ...], symbol_column: bool, cash_name: str
) -> None:
    """Every section with its lines, lots and subtotal, then cash, then the account's total."""
    paper.heading(f"Holdings - Account {account.number}")
    paper.say(LEFT, paper.get_y() + 2, f"{account.owner} - {account.title}", 8.5)
    paper.set_y(paper.get_y() + 4)
    for title, lines in account.sections:
        section(paper, title, lines, columns, symbol_column)
    paper.heading("Cash and Cash Investments")
    paper.head(columns)
    lead = ["CASH", cash_name] if symbol_column else [cash_name]
    paper.row(columns, [*lead, "", "", "", money(account.cash), "", ""])
    total_row(paper, columns, symbol_column, "Total Cash and Cash Investments", account.cash)
    paper.set_y(paper.get_y() + 6)
    paper.rule(paper.get_y(), 1.0)
    paper.set_y(paper.get_y() + 4)
    total_row(paper, columns, symbol_column, "Total Account Value", account.printed_total)


def section(
    paper: Paper, title: str, lines: tuple[PrintedLine, ...], columns: tuple[Column, ...], symbol_column: bool
) -> None:
    """One section: a header row on every page it touches, positions with their lots, the subtotal."""
    paper.heading(title)
    paper.head(columns)
    for one in lines:
        if paper.room(38 + 14 * len(one.lots)):
            paper.heading(f"{title} (continued)")
            paper.head(columns)
        lead = [one.symbol, one.description] if symbol_column else [f"{one.description} ({one.symbol})"]
        figures = [shares(one.quantity), f"{one.price:,.2f}", money(one.value), money(one.cost)]
        paper.row(columns, [*lead, "", *figures, money(one.value - one.cost)])
        for lot in one.lots:
            value = cents(lot.quantity * one.price)
            empty = ["", ""] if symbol_column else [""]
            acquired = lot.acquired.strftime("%m/%d/%Y")
            figures = [shares(lot.quantity), "", money(value), money(lot.cost), money(value - lot.cost)]
            paper.row(columns, [*empty, acquired, *figures], size=7.5)
    value = sum((one.value for one in lines), Decimal(0))
    cost = sum((one.cost for one in lines), Decimal(0))
    total_row(paper, columns, symbol_column, f"Total {title}", value, cost)


def total_row(
    paper: Paper, columns: tuple[Column, ...], symbol_column: bool, label: str, value: Decimal,
    cost: Decimal | None = None,
) -> None:  # fmt: skip
    """A bold row whose label runs over the first columns."""
    wide = (Column(columns[0].header, LEFT, 280, number=False), *columns[-3:])
    tail = ["", ""] if cost is None else [money(cost, sign=True), money(value - cost, sign=True)]
    paper.row(wide, [label, money(value, sign=True), *tail], bold=True)


def activity(paper: Paper, account: PrintedAccount) -> None:
    """The month's transactions."""
    paper.room(120)
    paper.heading(f"Activity - Account {account.number}")
    paper.head(ACTIVITY_COLUMNS)
    for move in account.activity:
        quantity = "" if move.quantity is None else shares(move.quantity)
        described = f"{move.description} ({move.symbol})"
        paper.row(ACTIVITY_COLUMNS, [f"{move.on:%m/%d/%Y}", move.kind, described, quantity, money(move.amount)])


def disclosures(paper: Paper) -> None:
    """The page that nobody reads, with figures in its sentences that are no holdings."""
    paper.add_page()
    paper.heading("Important information")
    for text in (
        "Cost basis is shown for your information and may differ from what you report. Lots are shown as we know "
        "them; sales are reported first in, first out unless you tell us otherwise before settlement.",
        "Prices come from outside sources that we believe to be reliable. A price is shown to two decimals; a market "
        "value is quantity times price.",
        "Cash swept to our program banks is insured up to $250,000 for each depositor at each bank, subject to limits. "
        "Securities are protected up to $500,000, of which $250,000 may be cash claims awaiting reinvestment.",
        "Tell us within 10 days of any error on this statement. A complaint in writing keeps your rights.",
        "This paper is a specimen made for a demonstration: the broker and the client do not exist.",
    ):
        paper.prose(text, 8.5)


def _income(account: PrintedAccount) -> tuple[Movement, ...]:
    return tuple(move for move in account.activity if move.kind == "Dividend")
