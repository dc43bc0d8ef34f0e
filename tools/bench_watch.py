"""One look at a book of 1,000 accounts of sixty assets: what moves with today's prices, all metrics, and the log.

CPU seconds of one process. Part of `make bench`; alone by `python -m tools.bench_watch`.
"""

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

import numpy as np

from core.domain.account import Account, Registration
from core.domain.lot import Lot
from core.market.securities import known
from core.monitor import readings
from core.settings import read_settings
from core.workflow import demo
from core.workflow.book_frame import book_frame
from core.workflow.desk import Desk
from core.workflow.households import households
from core.workflow.metrics import book_of, measure
from core.workflow.monitoring import monitor
from core.workflow.saving import Put, put_with_events

T = TypeVar("T")
ACCOUNTS, ASSETS, EACH = 1000, 60, 4


def main() -> None:
    """Fill a home with the book, then time each part and the whole look."""
    with tempfile.TemporaryDirectory() as home:
        desk = filled(home)
        monitor(desk)
        held = households(desk)
        print(f"watch: {sum(len(one.accounts) for one in held)} accounts, {ASSETS} assets, three years; CPU seconds")
        frame = timed("today's prices and every case", lambda: book_frame(desk, held))
        files = list(frame.files.values())
        timed("drift and bands of every household", lambda: [
            readings(one.household.id, one.case, one.quotes.stale(one.case.as_of), one.bands) for one in files
        ])  # fmt: skip
        timed("holdings as one matrix over accounts", lambda: book_of(desk, frame.files))
        timed("the same, and all 38 metrics of it", lambda: measure(desk, frame.files))
        timed("one whole look, the log written", lambda: monitor(desk))


def timed(what: str, call: Callable[[], T]) -> T:
    """Run once, print the CPU seconds."""
    start = time.process_time()
    answer = call()
    print(f"  {what:40} {time.process_time() - start:6.2f}", flush=True)
    return answer


def filled(home: str) -> Desk:
    """The demo book with the accounts added to it."""
    desk = demo.fill(Desk.open(read_settings({"PLUMBLINE_HOME": home}))).acting_as(demo.person_for("advisor"))
    pattern, chance = households(desk)[0], np.random.default_rng(1)
    symbols = [name for name, facts in known().items() if facts.asset_type in ("etf", "stock", "mutual_fund")][:ASSETS]
    with desk.store.transaction() as tx:
        for number in range(ACCOUNTS // EACH):
            accounts = tuple(account(pattern.accounts[0], number * EACH + k, symbols, chance) for k in range(EACH))
            made = replace(
                pattern, id=f"B-{number:04d}", name=f"Bench {number}", version=1, accounts=accounts, cards=(),
                history=(), securities=(),
            )  # fmt: skip
            put_with_events(desk, tx, "household.created", Put("household", made.id, 1, made, client=made.id))
    return desk


def account(pattern: Account, number: int, symbols: list[str], chance: np.random.Generator) -> Account:
    """One account with a lot of every symbol, every other one taxable."""
    lots = tuple(lot(f"L{number}-{place}", symbol, chance) for place, symbol in enumerate(symbols))
    kind: Registration = "taxable_joint" if number % 2 else "roth_ira"
    return replace(pattern, id=f"a{number}", registration=kind, cash=Decimal(5000), lots=lots, target=None,
                   do_not_buy=(), do_not_sell=())  # fmt: skip


def lot(name: str, symbol: str, chance: np.random.Generator) -> Lot:
    """Some shares, bought some day since 2020."""
    bought = date(2020 + int(chance.integers(0, 6)), int(chance.integers(1, 12)), 5)
    shares, basis = int(chance.integers(1, 300)), int(chance.integers(500, 9000))
    return Lot(name, symbol, Decimal(shares), Decimal(basis), bought)


if __name__ == "__main__":
    main()
