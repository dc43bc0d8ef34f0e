"""The demo book shows what it promises, counted here by hand from the committed files."""

import json
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from core.domain.canonical import from_plain
from core.domain.case import Case
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.money import cents
from core.domain.person import Person
from core.market.asset_classes import labels
from core.market.calendar import is_session
from core.market.securities import facts, known, security
from core.market.simulated import SimulatedFeed
from core.risk.exposure import before
from core.settings import DEMO
from tools import make_demo

BOOK = json.loads((DEMO / "book.json").read_text(encoding="utf-8"))
BOOK_DATE = date.fromisoformat(BOOK["book_date"])
WINDOW = [BOOK_DATE - timedelta(days=days) for days in range(62)]


def read(folder: str, noun: type) -> dict:
    """Every noun of a folder of the demo book, by id; no key may be unknown to the noun."""
    found = {}
    for path in sorted((DEMO / folder).glob("*.json")):
        unknown: list[str] = []
        one = from_plain(noun, json.loads(path.read_text(encoding="utf-8")), path.name, unknown)
        assert not unknown
        assert path.stem == one.id
        found[one.id] = one
    return found


HOUSEHOLDS: dict[str, Household] = read("households", Household)
MANDATES: dict[str, Mandate] = read("mandates", Mandate)
LOTS = [(home, one, lot) for home in HOUSEHOLDS.values() for one in home.accounts for lot in one.lots]


def case_of(home: Household) -> Case:
    """The household at the simulated closes of the book date."""
    mandate = MANDATES[home.mandate]
    own = {one.symbol: one for one in home.securities}
    symbols = sorted({lot.symbol for one in home.accounts for lot in one.lots})
    prices = SimulatedFeed().quotes([symbol for symbol in symbols if symbol in known()], BOOK_DATE).prices
    securities = tuple(own.get(symbol) or security(symbol, prices[symbol]) for symbol in symbols)
    assert mandate.target is not None
    return Case(BOOK_DATE, home.taxpayers, home.accounts, securities, mandate.target, home.history, mandate.policy)


def value(home: Household, symbol: str) -> Decimal:
    """Dollars of a symbol over the household's accounts."""
    own = {one.symbol: one.price for one in home.securities}
    price = own.get(symbol) or facts(symbol).list_price
    return sum((lot.quantity for one in home.accounts for lot in one.lots if lot.symbol == symbol), Decimal(0)) * price


def losses(account) -> dict[str, Decimal]:
    """Symbol -> loss dollars of the lots that stand below their basis."""
    found: dict[str, Decimal] = {}
    for lot in account.lots:
        gain = lot.quantity * facts(lot.symbol).list_price - lot.cost_basis
        if gain < 0:
            found[lot.symbol] = found.get(lot.symbol, Decimal(0)) - gain
    return found


def group(symbol: str) -> str:
    """The wash-sale identity of a symbol."""
    return facts(symbol).identical_group or symbol


def test_the_generator_makes_these_very_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    make_demo.main(tmp_path)
    capsys.readouterr()
    for path in sorted(tmp_path.rglob("*.json")):
        assert path.read_bytes() == (DEMO / path.relative_to(tmp_path)).read_bytes(), path.name


def test_the_size_of_the_book():
    assert date(2026, 11, 20) == BOOK_DATE
    assert len(HOUSEHOLDS) == 8
    assert sum(len(home.accounts) for home in HOUSEHOLDS.values()) == 30
    assert len(LOTS) > 150
    assert len(MANDATES) == 5
    assert {home.mandate for home in HOUSEHOLDS.values()} == set(MANDATES)


def test_one_person_at_least_for_each_role():
    people = from_plain(tuple[Person, ...], json.loads((DEMO / "people.json").read_text(encoding="utf-8")), "people")
    roles = Counter(person.role for person in people)
    assert roles == {"advisor": 2, "committee": 2, "compliance": 1, "admin": 1}
    assert BOOK["demo_password"]


def test_mandates_speak_of_our_classes_in_every_kind_of_band():
    kinds = set()
    for mandate in MANDATES.values():
        assert mandate.target is not None
        assert set(mandate.target.weights) <= set(labels())
        kinds |= {mandate.target.band(name).kind for name in mandate.target.weights}
        covered = {name for asset in mandate.assets.values() for name in asset.classes}
        assert covered == set(mandate.target.weights)
    assert kinds == {"absolute", "relative", "five_25"}
    assert {mandate.target.destination for mandate in MANDATES.values()} >= {"half_band", "band_edge"}


def test_every_lot_was_bought_on_a_trading_day_at_that_days_close():
    feed = SimulatedFeed()
    for home, _, lot in LOTS:
        assert lot.acquired is not None
        if lot.symbol in {one.symbol for one in home.securities}:
            continue
        assert is_session(lot.acquired)
        price = feed.quotes([lot.symbol], lot.acquired).prices[lot.symbol]
        assert lot.cost_basis == cents(lot.quantity * price)


def test_recent_purchases_are_lots_and_history_rows_one_to_one():
    for home in HOUSEHOLDS.values():
        lots = Counter(
            (one.id, lot.symbol, lot.acquired, lot.quantity)
            for one in home.accounts
            for lot in one.lots
            if lot.acquired in WINDOW
        )
        rows = Counter((row.account, row.symbol, row.date, row.quantity) for row in home.history if row.side != "sell")
        assert lots == rows
        assert all(row.date in WINDOW for row in home.history)
        assert all((row.gain is not None) == (row.side == "sell") for row in home.history)


def test_some_households_are_out_of_band_and_some_are_not():
    outside = {name: before(case_of(home)).out_of_band for name, home in HOUSEHOLDS.items()}
    assert {name: set(classes) for name, classes in outside.items() if classes} == {
        "H-0001": {"us_equity"},
        "H-0004": {"cash", "real_estate"},
        "H-0005": {"us_bond", "us_equity"},
        "H-0006": {"emerging"},
        "H-0008": {"cash", "us_bond"},
    }


def test_hollingsworth_has_losses_to_harvest_with_substitutes_in_reach():
    home = HOUSEHOLDS["H-0005"]
    joint = next(one for one in home.accounts if one.id == "H-0005-joint")
    found = losses(joint)
    assert {"NVDA", "VNQ", "VWO", "VXUS"} <= set(found)
    assert sum(found.values()) > 100_000
    for symbol in ("VWO", "VNQ", "VXUS", "NVDA"):
        assert facts(symbol).substitutes
        assert all(group(row.symbol) != group(symbol) for row in home.history)


def test_ibarra_is_a_wash_sale_trap():
    """VXUS stands at a loss, and the spouse's IRA bought the same portfolio's mutual fund 11 days ago."""
    home = HOUSEHOLDS["H-0006"]
    joint = next(one for one in home.accounts if one.id == "H-0006-joint")
    assert losses(joint)["VXUS"] > 20_000
    trap = [row for row in home.history if row.side == "buy" and group(row.symbol) == group("VXUS")]
    (purchase,) = trap
    account = next(one for one in home.accounts if one.id == purchase.account)
    assert account.registration == "traditional_ira"
    assert account.taxpayer == joint.taxpayer
    assert (BOOK_DATE - purchase.date).days == 11


def test_ibarra_may_not_buy_back_what_it_sold_at_a_loss_three_weeks_ago():
    home = HOUSEHOLDS["H-0006"]
    (sale,) = [row for row in home.history if row.side == "sell"]
    assert sale.symbol == "VWO"
    assert sale.gain is not None
    assert sale.gain < 0
    assert (BOOK_DATE - sale.date).days == 21
    assert before(case_of(home)).drift["emerging"] < 0
    assert home.taxpayers[0].realized.short == sale.gain


def test_eastman_holds_what_cannot_be_sold():
    (fund,) = HOUSEHOLDS["H-0002"].securities
    assert not fund.tradable
    assert fund.unfunded > 0
    assert fund.classes == {"alternatives": 1.0}
    assert value(HOUSEHOLDS["H-0002"], fund.symbol) > 500_000


def test_delacroix_is_concentrated_in_one_stock_at_a_low_basis():
    home = HOUSEHOLDS["H-0001"]
    shares = [lot for one in home.accounts for lot in one.lots if lot.symbol == "MSFT"]
    held = value(home, "MSFT")
    assert held / before(case_of(home)).total > Decimal("0.25")
    assert sum((lot.cost_basis for lot in shares if lot.cost_basis), Decimal(0)) / held < Decimal("0.25")
    assert home.taxpayers[0].gain_budget == 60000


def test_delacroix_waits_for_a_gain_to_turn_long():
    (lot,) = [lot for home, _, lot in LOTS if home.id == "H-0001" and lot.acquired == date(2025, 12, 1)]
    assert lot.cost_basis is not None
    assert lot.quantity * facts(lot.symbol).list_price > lot.cost_basis


def test_money_comes_and_money_is_needed():
    flows = {one.id: one for home in HOUSEHOLDS.values() for one in home.accounts}
    assert flows["H-0008-trust"].cash_flow == 412000
    assert flows["H-0004-joint"].cash_flow == -60000
    assert flows["H-0004-ira"].required_distribution == Decimal("38250.00")


def test_the_book_has_many_kinds_of_accounts_and_taxpayers():
    accounts = [one for home in HOUSEHOLDS.values() for one in home.accounts]
    assert {one.registration for one in accounts} == {
        "taxable_individual", "taxable_joint", "trust_grantor", "utma", "529", "401k", "traditional_ira", "sep_ira",
        "inherited_ira", "roth_ira",
    }  # fmt: skip
    plans = [one for one in accounts if one.registration == "401k"]
    assert plans
    assert all(not one.tradable and one.menu for one in plans)
    statuses = {taxpayer.filing_status for home in HOUSEHOLDS.values() for taxpayer in home.taxpayers}
    assert statuses == {"single", "married_joint", "married_separate", "head_of_household", "child"}
    assert any(taxpayer.carryforward.long for home in HOUSEHOLDS.values() for taxpayer in home.taxpayers)
    assert {one.proof for one in accounts} == {"proven", "unproven"}
    assert {lot.origin for _, _, lot in LOTS} == {"purchase", "gift", "inheritance", "reinvestment"}


def test_accounts_belong_to_known_taxpayers_and_have_a_card():
    for home in HOUSEHOLDS.values():
        taxpayers = {taxpayer.id for taxpayer in home.taxpayers}
        for one in home.accounts:
            assert one.taxpayer in taxpayers
            assert home.card(one.id).number.startswith("…")
            assert home.card(one.id).owner_name
