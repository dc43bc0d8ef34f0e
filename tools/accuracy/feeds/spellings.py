"""The dialect of one jumbled export: its words, order, signs, front, cash, lots and sums, dealt once for a file."""

import random
from dataclasses import dataclass

HEADS: dict[str, tuple[str, ...]] = {
    "account": ("Account Number", "Account", "Acct #", "account_id", "ACCT_NUM", "Account No.", "Portfolio Number"),
    "symbol": ("Symbol", "Ticker", "Ticker Symbol", "SYMBOL", "sec_symbol", "Security ID"),
    "cusip": ("CUSIP", "Cusip", "CUSIP Number", "cusip_id"),
    "name": ("Description", "Security Name", "Security Description", "Name", "DESCRIPTION", "Investment", "Holding"),
    "class": ("Asset Class", "Security Type", "Type", "Category", "asset_type"),
    "quantity": ("Quantity", "Shares", "Units", "Qty", "QUANTITY", "Shares/Par", "Current Units", "Position"),
    "price": ("Price", "Last Price", "Market Price", "Unit Price", "Closing Price", "PRICE", "px_close",
              "Current Price"),
    "value": ("Market Value", "Current Value", "Value", "Mkt Value", "Total Value", "MARKET_VALUE", "Ending Value",
              "Market Value (USD)"),
    "cost": ("Cost Basis", "Total Cost", "Cost Basis Total", "Book Cost", "Adjusted Cost", "COST_BASIS", "Tax Cost",
             "Original Cost"),
    "unit": ("Unit Cost", "Average Cost", "Avg Cost/Share", "Cost Per Share", "Purchase Price"),
    "gain": ("Gain/Loss", "Unrealized Gain/Loss", "Unrealized G/L ($)", "Total Gain/Loss $", "unrealized_gl"),
    "change": ("Day Change", "Today's Change $", "Price Change", "1 Day $ Chg"),
    "share": ("% of Account", "Weight", "Weight %", "Pct of Portfolio", "Allocation"),
    "day": ("Open Date", "Date Acquired", "Acquired", "Purchase Date", "Trade Date", "acq_date"),
    "asof": ("As of Date", "Date", "Price Date", "Valuation Date"),
}  # fmt: skip
ORDERS = (
    "account symbol name quantity price value cost gain",
    "account symbol cusip name class quantity price value cost unit gain share",
    "symbol name quantity price change value share cost unit gain",
    "name symbol cusip quantity cost value price",
    "class symbol name quantity price value cost asof",
    "account asof cusip symbol name quantity value price cost",
    "symbol quantity price value name",
)
CASH = ("Cash", "Cash & Cash Investments", "US DOLLAR", "Cash Balance", "Bank Sweep", "CASH AND EQUIVALENTS")
SUMS = ("Total", "Account Total", "TOTAL", "Grand Total", "Total Value", "Portfolio Total")


@dataclass(frozen=True)
class Dialect:
    """How one export is written: dealt once for a file."""

    order: tuple[str, ...]
    heads: dict[str, str]
    write: str
    front: str
    cash: str
    sums: bool
    lots: str
    cash_word: str
    sum_word: str
    foot: bool


def dialect(dice: random.Random) -> Dialect:
    """The dice of a dialect."""
    order = tuple(dice.choice(ORDERS).split())
    lots = dice.choice(("", "", "below", "alone")) if "cost" in order else ""
    return Dialect(
        order=(*order, "day") if lots else order,
        heads={kind: dice.choice(words) for kind, words in HEADS.items()},
        write=dice.choice(("bare", "dollars", "commas", "european")),
        front=dice.choice(("title", "labels")) if "account" not in order else dice.choice(("", "", "title", "labels")),
        cash=dice.choice(("row", "units", "label")),
        sums=dice.random() < 0.6,
        lots=lots,
        cash_word=dice.choice(CASH),
        sum_word=dice.choice(SUMS),
        foot=dice.random() < 0.4,
    )
