"""Write `data/demo` anew: the firm, its mandates and eight invented households at the simulated market's prices.

Run `python -m tools.make_demo`; the same input gives the same bytes. It prints each household's drift in bands.
"""

import dataclasses
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from core.domain.account import TAXABLE, Account, AccountCard
from core.domain.case import Case
from core.domain.household import Household
from core.domain.lot import Activity, Lot
from core.domain.mandate import Mandate
from core.domain.money import cents, round_down
from core.market.calendar import previous_session
from core.market.securities import known, security
from core.market.simulated import SimulatedFeed
from core.risk.exposure import before
from core.settings import DEMO
from tools.demo_book_a_to_g import DELACROIX, EASTMAN, FONTAINE, GARRITY
from tools.demo_book_h_to_z import HOLLINGSWORTH, IBARRA, KESSLER, MOREAU
from tools.demo_households import AccountPlan, Holding, HouseholdPlan
from tools.demo_mandates import PEOPLE, buy_list, mandates
from tools.demo_writing import slim, write

BOOK_DATE = date(2026, 11, 20)
WINDOW_START = BOOK_DATE - timedelta(days=61)
BOOK = {
    "book_date": BOOK_DATE.isoformat(),
    "title": "Demo book of invented clients",
    "prices": "simulated",
    "demo_password": "plumb-line-demo",
    "note": "Everybody in this book is invented. The password opens this demo book and nothing else.",
}
PLANS = (DELACROIX, EASTMAN, FONTAINE, GARRITY, HOLLINGSWORTH, IBARRA, KESSLER, MOREAU)


def main(folder: Path = DEMO) -> None:
    """Write every file and print what the book shows."""
    rules = {mandate.id: mandate for mandate in mandates()}
    write(folder / "book.json", BOOK)
    write(folder / "people.json", [slim(person) for person in PEOPLE])
    for mandate in rules.values():
        write(folder / "mandates" / f"{mandate.id}.json", slim(mandate))
    for plan in PLANS:
        home = household(plan, rules[plan.mandate])
        write(folder / "households" / f"{home.id}.json", slim(home))
        print("\n".join(report(home, rules[home.mandate])))


def household(plan: HouseholdPlan, mandate: Mandate) -> Household:
    """The household of a plan: lots with their basis, recent purchases as history, sales with their gain."""
    own = {one.symbol: one.price for one in plan.securities}
    accounts = tuple(account(one, own, single_stocks(plan), mandate) for one in plan.accounts)
    history = (*recent_purchases(accounts), *(with_gain(sale) for sale in plan.sold))
    return Household(
        id=plan.id,
        name=plan.name,
        mandate=plan.mandate,
        taxpayers=plan.taxpayers,
        accounts=accounts,
        cards=tuple(card(one) for one in plan.accounts),
        history=tuple(sorted(history, key=lambda row: (row.date, row.account, row.symbol))),
        securities=plan.securities,
        as_of=BOOK_DATE,
        note=plan.note,
    )


def single_stocks(plan: HouseholdPlan) -> tuple[str, ...]:
    """The stocks that a household holds: the firm buys funds, so none of them is bought again."""
    held = {holding.symbol for one in plan.accounts for holding in one.holdings}
    return tuple(sorted(symbol for symbol in held & set(known()) if known()[symbol].asset_type == "stock"))


def account(plan: AccountPlan, own: dict[str, Decimal], never_bought: tuple[str, ...], mandate: Mandate) -> Account:
    """One account with its lots; it buys from the firm's list unless a plan has a menu of its own."""
    lots = [lot for holding in plan.holdings for lot in lots_of(plan, holding, own)]
    numbered = tuple(dataclasses.replace(lot, id=f"{plan.id}-{number:02d}") for number, lot in enumerate(lots, start=1))
    menu = buy_list(mandate, plan.registration in TAXABLE)
    extra: dict[str, Any] = {"do_not_buy": never_bought, "menu": menu, **plan.extra}
    return Account(plan.id, plan.owner, plan.taxpayer, plan.registration, Decimal(plan.cash), numbered, **extra)


def lots_of(plan: AccountPlan, holding: Holding, own: dict[str, Decimal]) -> Iterator[Lot]:
    """Lots of a holding: whole shares (thousandths of a mutual fund) at the close of each purchase day."""
    price = own.get(holding.symbol) or known()[holding.symbol].list_price
    parts = [entry.split(":") for entry in holding.bought.split()]
    total = sum(int(share) for _, share in parts)
    places = 3 if holding.symbol in known() and known()[holding.symbol].fractional else 0
    for day, share in parts:
        bought = previous_session(date.fromisoformat(day))
        quantity = round_down(Decimal(holding.dollars) * int(share) / total / price, places)
        paid = Decimal("1000.00") if holding.symbol in own else close(holding.symbol, bought)
        yield Lot("", holding.symbol, quantity, cents(quantity * paid), bought, **origin(holding, quantity, bought))


def origin(holding: Holding, quantity: Decimal, bought: date) -> dict[str, Any]:
    """What a lot that was not simply bought carries beside its basis."""
    if holding.origin == "inheritance":
        return {"origin": "inheritance"}
    if holding.origin == "reinvestment":
        return {"origin": "reinvestment"}
    if holding.origin == "gift":
        start = previous_session(bought - timedelta(days=700))
        return {"origin": "gift", "holding_start": start, "donor_basis": cents(quantity * close(holding.symbol, start))}
    return {}


def recent_purchases(accounts: tuple[Account, ...]) -> Iterator[Activity]:
    """The purchases of the last 61 days that are still held: each is also a lot."""
    for one in accounts:
        for lot in one.lots:
            if lot.acquired is not None and lot.acquired >= WINDOW_START:
                side: Literal["buy", "reinvest"] = "reinvest" if lot.origin == "reinvestment" else "buy"
                yield Activity(one.id, lot.symbol, side, lot.quantity, lot.acquired, lot.cost_basis)


def with_gain(sale: Activity) -> Activity:
    """A past sale at the close of its day, of shares bought at the close of the first session of March 2026."""
    amount = cents(sale.quantity * close(sale.symbol, sale.date))
    return dataclasses.replace(
        sale, amount=amount, gain=amount - cents(sale.quantity * close(sale.symbol, date(2026, 3, 2)))
    )


def card(plan: AccountPlan) -> AccountCard:
    """What people see of the account."""
    away = plan.extra.get("tradable") is False and plan.registration == "401k"
    return AccountCard(
        plan.id,
        plan.title,
        f"…{plan.number}",
        plan.institution,
        plan.owner_name,
        away,
        as_of=plan.as_of,
    )


def close(symbol: str, day: date) -> Decimal:
    """The simulated close of a day."""
    return SimulatedFeed().quotes([symbol], day).prices[symbol]


def case_of(home: Household, mandate: Mandate) -> Case:
    """The household's case on the book date, for the printed report."""
    own = {one.symbol: one for one in home.securities}
    symbols = sorted({lot.symbol for one in home.accounts for lot in one.lots} | set(mandate.assets))
    prices = SimulatedFeed().quotes([symbol for symbol in symbols if symbol not in own], BOOK_DATE).prices
    securities = tuple(own.get(symbol) or security(symbol, prices[symbol]) for symbol in symbols)
    if mandate.target is None:
        raise ValueError(f"{mandate.id} has no target")
    return Case(BOOK_DATE, home.taxpayers, home.accounts, securities, mandate.target, home.history, mandate.policy)


def report(home: Household, mandate: Mandate) -> Iterator[str]:
    """The household in three lines: size, drift in bands, who is outside."""
    case = case_of(home, mandate)
    picture = before(case)
    lots = sum(len(one.lots) for one in home.accounts)
    yield f"{home.name}: {picture.total:,.2f} in {len(home.accounts)} accounts, {lots} lots, {mandate.name}"
    widths = {name: case.target.band(name).half_width(case.target.weight(name)) for name in picture.drift}
    yield "  " + "  ".join(
        f"{name} {drift / widths[name]:+.2f}" if widths[name] else f"{name} ({drift:+.3f})"
        for name, drift in picture.drift.items()
    )
    yield f"  outside: {', '.join(picture.out_of_band) or 'nothing'}"


if __name__ == "__main__":
    main()
