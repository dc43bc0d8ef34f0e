"""What a custodian would send back is found before the order file is written: every seeded error by its code."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal as D

import document_samples as samples
import pytest

from core.document import nigo
from core.document.nigo.rules import CHECKS, rules
from core.domain.frozen_map import FrozenMap
from core.domain.household import Household
from core.domain.lot import LotPick
from core.domain.proposal import Proposal

GOOD = replace(
    samples.proposal(),
    case=replace(samples.case(), securities=tuple(replace(one, fractional=True) for one in samples.case().securities)),
)
HOME = samples.household()


def trade(place: int, **changed: object) -> Proposal:
    trades = list(GOOD.answer.trades)
    trades[place] = replace(trades[place], **changed)
    return replace(GOOD, answer=replace(GOOD.answer, trades=tuple(trades)))


def lot(lot_id: str, **changed: object) -> Proposal:
    accounts = tuple(
        replace(one, lots=tuple(replace(its, **changed) if its.id == lot_id else its for its in one.lots))
        for one in GOOD.case.accounts
    )
    return replace(GOOD, case=replace(GOOD.case, as_of=date(2026, 12, 31), accounts=accounts))


def card(account: str, **changed: object) -> Household:
    return replace(HOME, cards=tuple(replace(one, **changed) if one.account == account else one for one in HOME.cards))


def account(account_id: str, **changed: object) -> Household:
    accounts = tuple(replace(one, **changed) if one.id == account_id else one for one in HOME.accounts)
    return replace(HOME, accounts=accounts)


first = GOOD.answer.trades[0]
SEEDED = {
    "a Roth title on a joint registration": ("registration_title", GOOD, card("joint", title="Roth IRA")),
    "an IRA title on a joint registration": ("registration_title", GOOD, card("joint", title="IRA rollover")),
    "a trust title on a joint registration": ("registration_title", GOOD, card("joint", title="Family Trust")),
    "a traditional title on a Roth": ("registration_title", GOOD, card("roth", title="Traditional IRA")),
    "one owner of a joint account": ("registration_owner", GOOD, card("joint", owner_name="Ana Hollingsworth")),
    "no owner": ("owner_missing", GOOD, card("roth", owner_name=" ")),
    "no custodian": ("custodian_missing", GOOD, card("roth", institution="")),
    "no account number": ("account_number_form", GOOD, card("joint", number="")),
    "a number that is none": ("account_number_form", GOOD, card("joint", number="see file")),
    "an account that is gone": ("account_unknown", GOOD, replace(HOME, accounts=HOME.accounts[:1])),
    "a registration that changed": ("registration_changed", GOOD, account("joint", registration="taxable_individual")),
    "an account held away": ("account_not_tradable", GOOD, card("roth", held_away=True)),
    "an unproven account": ("account_not_tradable", GOOD, account("joint", proof="unproven")),
    "a draft": ("approval_missing", replace(GOOD, state="submitted"), HOME),
    "no signature": ("approval_missing", replace(GOOD, approver=None), HOME),
    "no moment of approval": ("approval_missing", replace(GOOD, decided=None), HOME),
    "approved by the proposer": ("approval_by_hand", replace(GOOD, approver="okafor"), HOME),
    "approved before it was submitted": (
        "dates_out_of_order", replace(GOOD, decided=samples.SUBMITTED - timedelta(hours=1)), HOME),
    "never submitted": ("dates_out_of_order", replace(GOOD, submitted=None), HOME),
    "approved a month late": ("approval_stale", replace(GOOD, decided=samples.DECIDED + timedelta(days=30)), HOME),
    "a lot without its day": ("acquired_wrong", lot("V-1", acquired=None), HOME),
    "a lot that is not held": (
        "acquired_wrong", trade(0, lots=(replace(first.lots[0], lot="Z-9"), first.lots[1])), HOME),
    "a lot of another security": ("acquired_wrong", trade(0, lots=(LotPick("B-1", D(120), D(1), D(1), "long"),)), HOME),
    "a taxed sale without lots": ("lots_missing", trade(0, lots=()), HOME),
    "lots short of the order": ("lots_do_not_add_up", trade(0, lots=first.lots[:1]), HOME),
    "more of a lot than it holds": (
        "lots_oversold", trade(0, quantity=D(450), lots=(replace(first.lots[1], quantity=D(450)),)), HOME),
    "an amount that is not the product": ("amount_wrong", trade(0, amount=D("30132.01")), HOME),
    "no shares": ("quantity_form", trade(2, quantity=D(0), amount=D(0)), HOME),
    "half a share of a whole-share fund": (
        "quantity_form", replace(GOOD, case=samples.case()), HOME),
    "a symbol that is none": ("symbol_form", trade(2, symbol="vtip!"), HOME),
    "a price of another day": ("price_wrong", trade(0, price=D("250.10")), HOME),
    "more bought than there is cash": ("cash_overdrawn", trade(2, quantity=D(1000), amount=D("48760.00")), HOME),
    "a total that the orders do not leave": ("cash_total_wrong", replace(GOOD, answer=replace(
        GOOD.answer, cash_after=FrozenMap({**GOOD.answer.cash_after, "joint": D("16736.80")}))), HOME),
    "more sold than the IRA holds": ("sold_more_than_held", trade(3, quantity=D(140), amount=D("35154.00")), HOME),
    "the cost of the whole lot": (
        "basis_wrong", trade(0, lots=(replace(first.lots[0], cost_basis=D("49800.00")), first.lots[1])), HOME),
    "a gain with its sign turned": (
        "gain_wrong", trade(0, lots=(replace(first.lots[0], gain=D("-42.00")), first.lots[1])), HOME),
    "a short-term lot called long": (
        "term_wrong", trade(0, lots=(replace(first.lots[0], term="long"), first.lots[1])), HOME),
    "bought and sold at once": ("both_sides", trade(2, symbol="VTI", price=D("251.10"), amount=D("140616.00")), HOME),
    "one number for two accounts": (
        "account_number_twice", GOOD, card("roth", number=HOME.card("joint").number,
                                           institution=HOME.card("joint").institution)),
    "the same order twice": (
        "order_twice", replace(GOOD, answer=replace(GOOD.answer, trades=(*GOOD.answer.trades, first))), HOME),
}  # fmt: skip


def test_a_good_order_passes() -> None:
    assert nigo(GOOD, HOME) == ()


@pytest.mark.parametrize("seeded", SEEDED)
def test_every_seeded_error_is_found_by_its_code_with_its_place(seeded: str) -> None:
    code, proposal, household = SEEDED[seeded]
    found = [issue for issue in nigo(proposal, household) if issue.code == f"nigo.{code}"]
    assert found and all(issue.where and issue.message.endswith(".") for issue in found)


def test_every_rule_has_its_check_and_every_check_its_rule_and_its_seeded_error() -> None:
    named = [rule["check"] for rule in rules()["rule"]]
    assert sorted(named) == sorted(CHECKS) == sorted({code for code, _, _ in SEEDED.values()})
    assert {rule["severity"] for rule in rules()["rule"]} <= {"error", "warning"}
