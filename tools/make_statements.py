"""Write the three sample statements of `data/demo/statements`: two PDFs and one CSV of invented brokers.

Run `python -m tools.make_statements`; the same input gives the same bytes (fixed date, no compression).
Northgate's ties to the cent and is next month's paper of an account in the demo book; Calder Finch's prints one total
that its lines do not hold; Tidewater's is a plain export.
"""

import csv
import io
from decimal import Decimal
from pathlib import Path

from core.domain.money import cents
from core.market.securities import known
from core.settings import DEMO
from tools.statement_content import (
    CLOSED,
    PERIOD,
    Movement,
    PrintedAccount,
    PrintedLine,
    close,
    demo_account,
    fontaine_joint,
    lindqvist,
)  # fmt: skip
from tools.statement_paper import LEFT, RIGHT, Column, House, Paper, money, shares

NORTHGATE = House("NORTHGATE BROKERAGE", "200 Alder Street, Portsea, OR 97000 - 800 555 0143", (28, 70, 96))
CALDER = House("Calder Finch Securities", "One Mill Lane, Westhaven, CT 06000 - 800 555 0188", (74, 60, 40), serif=True)

NORTHGATE_COLUMNS = (
    Column(("Symbol",), LEFT, 40, number=False),
    Column(("Description",), LEFT + 44, 138, number=False),
    Column(("Date", "Acquired"), LEFT + 190, 50, number=False),
    Column(("Quantity",), LEFT + 294, 50),
    Column(("Price",), LEFT + 346, 50),
    Column(("Market Value",), LEFT + 412, 60),
    Column(("Cost Basis",), LEFT + 472, 60),
    Column(("Unrealized", "Gain/Loss"), RIGHT, 60),
)
CALDER_COLUMNS = (
    Column(("Security Description",), LEFT, 176, number=False),
    Column(("Purchase", "Date"), LEFT + 184, 50, number=False),
    Column(("Shares",), LEFT + 290, 50),
    Column(("Share", "Price"), LEFT + 342, 50),
    Column(("Total", "Market Value"), LEFT + 410, 60),
    Column(("Total", "Cost"), LEFT + 470, 60),
    Column(("Unrealized", "Gain or Loss"), RIGHT, 60),
)
ACTIVITY_COLUMNS = (
    Column(("Date",), LEFT, 50, number=False),
    Column(("Transaction",), LEFT + 60, 70, number=False),
    Column(("Description",), LEFT + 140, 240, number=False),
    Column(("Quantity",), LEFT + 450, 50),
    Column(("Amount",), RIGHT, 60),
)


def main(folder: Path = DEMO / "statements") -> None:
    """Write the three files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "northgate-2026-10-fontaine.pdf").write_bytes(northgate())
    (folder / "calder-finch-2026-10-lindqvist.pdf").write_bytes(calder())
    (folder / "tidewater-2026-10-30-kessler.csv").write_text(tidewater(), encoding="utf-8", newline="")


def northgate() -> bytes:
    """Summary, holdings with lots, activity, disclosures: everything ties."""
    account = fontaine_joint()
    paper = Paper(NORTHGATE, PERIOD)
    paper.add_page()
    summary(paper, (account,))
    paper.add_page()
    holdings(paper, account, NORTHGATE_COLUMNS, symbol_column=True, cash_name="NORTHGATE CASH SWEEP")
    activity(paper, account)
    disclosures(paper)
    return bytes(paper.output())


def calder() -> bytes:
    """Two accounts; the first prints a total that is 1,204.15 more than its lines."""
    accounts = lindqvist()
    paper = Paper(CALDER, PERIOD)
    paper.add_page()
    summary(paper, accounts)
    for account in accounts:
        paper.add_page()
        holdings(paper, account, CALDER_COLUMNS, symbol_column=False, cash_name="INSURED BANK DEPOSIT")
        activity(paper, account)
    disclosures(paper)
    return bytes(paper.output())


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


def tidewater() -> str:
    """A positions export: a title line, a header row, quoted cells, the cash line and a total."""
    account = demo_account("kessler", "kessler-individual")
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    out.write('"Positions for account Individual ...1706 as of 10/30/2026 04:15 PM ET"\r\n\r\n')
    table.writerow(
        ["Symbol", "Description", "Quantity", "Price", "Market Value", "Cost Basis", "Gain/Loss $", "Security Type"]
    )
    total = account.cash
    for symbol in dict.fromkeys(lot.symbol for lot in account.lots):
        lots = [lot for lot in account.lots if lot.symbol == symbol]
        quantity = sum((lot.quantity for lot in lots), Decimal(0))
        cost = sum((lot.cost_basis or Decimal(0) for lot in lots), Decimal(0))
        value = cents(quantity * close(symbol, CLOSED))
        total += value
        table.writerow(
            [symbol, known()[symbol].name, f"{quantity:,}", f"${close(symbol, CLOSED):,.2f}", money(value, sign=True),
             money(cost, sign=True), money(value - cost, sign=True), "ETFs & Closed End Funds"]
        )  # fmt: skip
    table.writerow(
        [
            "Cash & Cash Investments",
            "--",
            "--",
            "--",
            money(account.cash, sign=True),
            "--",
            "--",
            "Cash and Money Market",
        ]
    )
    table.writerow(["Account Total", "--", "--", "--", money(total, sign=True), "--", "--", "--"])
    return out.getvalue()


def _income(account: PrintedAccount) -> tuple[Movement, ...]:
    return tuple(move for move in account.activity if move.kind == "Dividend")


if __name__ == "__main__":
    main()
