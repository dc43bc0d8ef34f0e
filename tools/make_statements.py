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
from tools.statement_content import CLOSED, PERIOD, close, demo_account, fontaine_joint, lindqvist
from tools.statement_pages import activity, disclosures, holdings, summary
from tools.statement_paper import LEFT, RIGHT, Column, House, Paper, money

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


def tidewater() -> str:
    """A positions export: a title line, a header row, quoted cells, the cash line and a total."""
    account = demo_account("H-0007", "H-0007-individual")
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


if __name__ == "__main__":
    main()
