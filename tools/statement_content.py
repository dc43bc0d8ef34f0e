"""What the sample statements say: invented brokers, invented clients, closes of the simulated market."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from core.domain.account import Account
from core.domain.canonical import from_plain
from core.domain.household import Household
from core.domain.lot import Lot
from core.domain.money import cents
from core.market.calendar import previous_session
from core.market.securities import known
from core.market.simulated import SimulatedFeed
from core.settings import DEMO

OPENED, CLOSED = date(2026, 9, 30), date(2026, 10, 30)
"""Last sessions of September and October 2026: the statements' month."""
PERIOD = "October 1 - October 31, 2026"
MISPRINT = Decimal("1204.15")
"""What the Calder Finch statement adds to one printed total that its lines do not hold."""


@dataclass(frozen=True)
class PrintedLot:
    """A lot as the statement prints it."""

    acquired: date
    quantity: Decimal
    cost: Decimal


@dataclass(frozen=True)
class PrintedLine:
    """A position with its lots; value = quantity x price to the cent."""

    symbol: str
    description: str
    quantity: Decimal
    price: Decimal
    lots: tuple[PrintedLot, ...]

    @property
    def value(self) -> Decimal:
        """Dollars at the closing price."""
        return cents(self.quantity * self.price)

    @property
    def cost(self) -> Decimal:
        """Basis over all lots."""
        return sum((lot.cost for lot in self.lots), Decimal(0))


@dataclass(frozen=True)
class Movement:
    """One line of the month's activity; `amount` is what the cash gained (+) or paid (-)."""

    on: date
    kind: str
    symbol: str
    description: str
    quantity: Decimal | None
    amount: Decimal


@dataclass(frozen=True)
class PrintedAccount:
    """One account of a statement: sections of lines, cash, activity and what stood there a month before."""

    title: str
    owner: str
    number: str
    sections: tuple[tuple[str, tuple[PrintedLine, ...]], ...]
    cash: Decimal
    opening: Decimal
    activity: tuple[Movement, ...]
    misprint: Decimal = Decimal(0)

    @property
    def total(self) -> Decimal:
        """What the lines and the cash add up to."""
        return sum((line.value for _, lines in self.sections for line in lines), self.cash)

    @property
    def printed_total(self) -> Decimal:
        """What the statement prints as the total."""
        return self.total + self.misprint


@cache
def close(symbol: str, day: date) -> Decimal:
    """The simulated close of a day."""
    return SimulatedFeed().quotes([symbol], day).prices[symbol]


def demo_account(household_id: str, account_id: str) -> Account:
    """An account of the committed demo book."""
    plain = json.loads((DEMO / "households" / f"{household_id}.json").read_text(encoding="utf-8"))
    return next(one for one in from_plain(Household, plain, household_id).accounts if one.id == account_id)


def line(symbol: str, description: str, lots: list[PrintedLot]) -> PrintedLine:
    """A position at the close of the month."""
    quantity = sum((lot.quantity for lot in lots), Decimal(0))
    return PrintedLine(symbol, description, quantity, close(symbol, CLOSED), tuple(lots))


def bought(symbol: str, day: str, quantity: str) -> PrintedLot:
    """A lot at the close of its purchase day."""
    on, shares = previous_session(date.fromisoformat(day)), Decimal(quantity)
    return PrintedLot(on, shares, cents(shares * close(symbol, on)))


def held(account: Account, symbol: str) -> list[PrintedLot]:
    """The lots of a symbol in an account of the book, as a statement prints them."""
    return [_printed(lot) for lot in account.lots if lot.symbol == symbol]


def _printed(lot: Lot) -> PrintedLot:
    if lot.acquired is None or lot.cost_basis is None:
        raise ValueError(f"{lot.id} has no date or basis to print")
    return PrintedLot(lot.acquired, lot.quantity, lot.cost_basis)


def dividend(symbol: str, on: date, quantity: Decimal, months: int = 1) -> Movement:
    """The dividend of so many months on a holding."""
    amount = cents(quantity * close(symbol, on) * Decimal(str(known()[symbol].dividend_yield)) * months / 12)
    return Movement(on, "Dividend", symbol, DESCRIPTIONS[symbol], None, amount)


def purchase(symbol: str, lot: PrintedLot) -> Movement:
    """The purchase of a lot."""
    return Movement(lot.acquired, "Bought", symbol, DESCRIPTIONS[symbol], lot.quantity, -lot.cost)


DESCRIPTIONS = {
    "VTI": "VANGUARD TOTAL STOCK MARKET INDEX FUND ETF SHARES",
    "VEA": "VANGUARD TAX-MANAGED FUNDS FTSE DEVELOPED MARKETS ETF",
    "VXUS": "VANGUARD TOTAL INTERNATIONAL STOCK INDEX FUND ETF SHARES",
    "BND": "VANGUARD TOTAL BOND MARKET INDEX FUND ETF SHARES",
    "MUB": "ISHARES NATIONAL MUNI BOND ETF",
    "SCHP": "SCHWAB US TIPS ETF",
    "AAPL": "APPLE INC COMMON STOCK",
    "JNJ": "JOHNSON & JOHNSON COMMON STOCK",
    "FXAIX": "FIDELITY 500 INDEX FUND",
    "DODGX": "DODGE & COX STOCK FUND CLASS I",
    "VBTLX": "VANGUARD TOTAL BOND MARKET INDEX FUND ADMIRAL SHARES",
    "VTIAX": "VANGUARD TOTAL INTERNATIONAL STOCK INDEX FUND ADMIRAL SHARES",
}


def fontaine_joint() -> PrintedAccount:
    """Next month's statement of a known account: one purchase more than the book knows."""
    account = demo_account("H-0003", "H-0003-joint")
    new = bought("VEA", "2026-10-14", "140")
    equity = (
        line("VTI", DESCRIPTIONS["VTI"], held(account, "VTI")),
        line("VEA", DESCRIPTIONS["VEA"], [*held(account, "VEA"), new]),
    )
    bonds = tuple(line(symbol, DESCRIPTIONS[symbol], held(account, symbol)) for symbol in ("BND", "SCHP"))
    activity = (
        dividend("BND", date(2026, 10, 6), bonds[0].quantity),
        dividend("SCHP", date(2026, 10, 7), bonds[1].quantity),
        purchase("VEA", new),
    )
    opening_cash = account.cash
    opening = opening_cash + sum((cents(lot.quantity * close(lot.symbol, OPENED)) for lot in account.lots), Decimal(0))
    return PrintedAccount(
        "Joint Tenants with Right of Survivorship", "MARGOT FONTAINE AND EMIL FONTAINE", "6120-0935",
        (("Exchange-Traded Funds - Equity", equity), ("Exchange-Traded Funds - Fixed Income", bonds)),
        opening_cash + sum((move.amount for move in activity), Decimal(0)), opening, activity,
    )  # fmt: skip


def lindqvist() -> tuple[PrintedAccount, PrintedAccount]:
    """A new client's two accounts; the first prints a total that its lines do not hold."""
    funds = (
        line("VTI", DESCRIPTIONS["VTI"], [bought("VTI", "2018-06-19", "420"), bought("VTI", "2022-10-04", "265")]),
        line("VXUS", DESCRIPTIONS["VXUS"], [bought("VXUS", "2021-05-04", "610"), bought("VXUS", "2026-06-16", "240")]),
        line("MUB", DESCRIPTIONS["MUB"], [bought("MUB", "2020-09-08", "850"), bought("MUB", "2023-05-02", "300")]),
    )
    stocks = (
        line("AAPL", DESCRIPTIONS["AAPL"], [bought("AAPL", "2019-03-05", "180")]),
        line("JNJ", DESCRIPTIONS["JNJ"], [bought("JNJ", "2025-11-04", "210")]),
    )
    mutual = (
        line("FXAIX", DESCRIPTIONS["FXAIX"], [bought("FXAIX", "2019-08-06", "512.418")]),
        line("DODGX", DESCRIPTIONS["DODGX"], [bought("DODGX", "2021-02-02", "204.337")]),
        line("VBTLX", DESCRIPTIONS["VBTLX"], [
            bought("VBTLX", "2020-11-24", "9810.225"), bought("VBTLX", "2022-12-06", "4120.900")]),
        line("VTIAX", DESCRIPTIONS["VTIAX"], [bought("VTIAX", "2023-08-08", "2230.514")]),
    )  # fmt: skip
    individual_moves = (dividend("MUB", date(2026, 10, 6), funds[2].quantity),)
    ira_moves = (dividend("VBTLX", date(2026, 10, 30), mutual[2].quantity),)
    return (
        PrintedAccount(
            "Individual Account", "SIGNE LINDQVIST", "40-773047",
            (("Equities", stocks), ("Exchange-Traded Products", funds)),
            Decimal("22140.36"), _a_month_before((*funds, *stocks)) + Decimal("22140.36") - individual_moves[0].amount,
            individual_moves, MISPRINT,
        ),
        PrintedAccount(
            "Traditional IRA", "SIGNE LINDQVIST", "40-773051",
            (("Mutual Funds", mutual),),
            Decimal("6815.02"), _a_month_before(mutual) + Decimal("6815.02") - ira_moves[0].amount, ira_moves,
        ),
    )  # fmt: skip


def _a_month_before(lines: tuple[PrintedLine, ...]) -> Decimal:
    return sum((cents(one.quantity * close(one.symbol, OPENED)) for one in lines), Decimal(0))
