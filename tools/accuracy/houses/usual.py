"""What most statements hold: exchange-traded funds, Treasuries, a bank sweep, names cut to width, trades of a month."""

import datetime
import random
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tools.accuracy.content import D, bond, cents, moves, stock
from tools.accuracy.drawing import Pencil, plain
from tools.accuracy.houses.hands import Hand, across
from tools.accuracy.truth import ZERO, Move, Row

RATE = D("0.0153")
MAKERS = ("QUILLSHARES", "SLATE SPDRIFT", "CEDAR", "INVESTA", "GRANITE")
BASKETS = (
    "TOTAL STOCK MARKET ETF",
    "CORE US AGGREGATE BOND ETF",
    "MSCI EAFE ETF",
    "TR S&P 500 ETF UNIT SER 1",
    "RUSSELL 2000 ETF",
    "SHORT TREASURY BOND ETF",
    "DIVIDEND APPRECIATION ETF",
)
STREETS = ("12 ALDER LANE", "4410 N HARBOR BLVD APT 3B", "PO BOX 1187")
TOWNS = ("SALEM OR  97301-1234", "MADISON WI  53703", "TAMPA FL  33602-0455")


def etf(dice: random.Random, taken: set[str]) -> Row:
    """An exchange-traded fund."""
    row = stock(dice, taken, whole=dice.random() < 0.5)
    value = cents((row.quantity or ZERO) * (row.price or ZERO))
    return replace(row, name=f"{dice.choice(MAKERS)} {dice.choice(BASKETS)}", value=value)


def treasury(dice: random.Random, taken: set[str]) -> Row:
    """A note of the Treasury, with accrued interest."""
    row = bond(dice, taken)
    title = f"UNITED STATES TREAS NTS {row.name.split()[-2]} {row.name.split()[-1]}"
    return replace(row, name=title, accrued=cents(row.value * dice.randrange(2, 19) / 1000))


def address(dice: random.Random, owner: str) -> str:
    """Three lines to a letter box."""
    return "\n".join((owner.upper(), dice.choice(STREETS), dice.choice(TOWNS)))


def cut(text: str, width: int) -> list[str]:
    """A name over as many lines as it needs."""
    return textwrap.wrap(text, width)


def income(row: Row, rate: D = RATE) -> D:
    """What a row is estimated to pay in a year."""
    return cents(abs(row.value) * rate)


def incomes(rows: Iterable[Row], rate: D = RATE) -> D:
    """What rows are estimated to pay in a year together."""
    return sum((income(row, rate) for row in rows), ZERO)


def share(value: D, of: D, places: int = 0) -> str:
    """A per cent of a total."""
    return f"{value * 100 / of:.{places}f}%"


def before(value: D, place: int) -> D:
    """What was worth that a month ago."""
    return cents(value * D(92 + place % 13) / 100)


def month(dice: random.Random, held: Hand) -> list[Move]:
    """Trades of June, of those rows that have a symbol."""
    return moves(dice, list({row.symbol: row for row in held.rows if row.symbol}.values()), 2026, 6)


def settled(day: str) -> datetime.date:
    """The day after the trade."""
    return datetime.date.fromisoformat(day) + datetime.timedelta(days=1)


def signed(move: Move) -> tuple[D, D]:
    """Quantity and amount as they change the account."""
    return (-move.quantity, move.amount) if move.side == "sell" else (move.quantity, -move.amount)


def summary(pencil: Pencil, places: Sequence[float], lines: Sequence[tuple[str, D, D]], step: float = 12) -> None:
    """Labels with the figures of this period and of this year."""
    for label, period, year in lines:
        across(pencil, places, (label, f"${plain(period)}", f"${plain(year)}"), "", step)
