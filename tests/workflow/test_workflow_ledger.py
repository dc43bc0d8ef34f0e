"""The ledger of a demo household, a plan for a heavy holding, and questions to a stored proposal."""

from decimal import Decimal

import pytest

from core.domain.errors import BadInput
from core.workflow.desk import Desk
from core.workflow.ledger import plan_working_off, tax_ledger
from core.workflow.proposals import draft
from core.workflow.questions import proposal_harvests, proposal_why_not, proposal_without

HOUSEHOLD = "H-0005"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.sample()


def test_every_lot_stands_in_the_ledger_and_every_loss_in_the_harvests(desk: Desk) -> None:
    view = tax_ledger(desk, HOUSEHOLD)
    case = view.file.case
    assert len(view.ledger.lots) == sum(len(account.lots) for account in case.accounts)
    taxable = {account.id for account in case.accounts if account.taxable}
    losing = [one for one in view.ledger.lots if one.account in taxable and (one.gain or 0) < -1]
    assert {(one.account, one.lot.symbol) for one in losing} == {(one.account, one.symbol) for one in view.harvests}
    assert sum(one.loss for one in view.harvests) == -sum((one.gain or Decimal(0) for one in losing), Decimal(0))


def test_a_heavy_holding_has_a_plan_and_a_typed_amount_is_read(desk: Desk) -> None:
    view = tax_ledger(desk, HOUSEHOLD)
    symbol = next(iter(view.heavy))
    plan = plan_working_off(desk, HOUSEHOLD, symbol, "$60,000", 0.1, 30)
    assert plan.budget == 60000 and plan.weight == view.heavy[symbol]
    assert all(one.gain <= 60000 for one in plan.years)
    with pytest.raises(BadInput, match="no amount"):
        plan_working_off(desk, HOUSEHOLD, symbol, "many", 0.1)


def test_a_proposal_answers_why_not_and_what_without(desk: Desk) -> None:
    made = draft(desk, HOUSEHOLD)
    sale = next(trade for trade in made.answer.trades if trade.side == "sell")
    assert proposal_why_not(desk, made.id, *sale.key).verdict == "traded"
    without = proposal_without(desk, made.id, *sale.key)
    assert sale.key not in {trade.key for trade in without.trades}
    assert proposal_harvests(desk, made.id) == tax_ledger(desk, HOUSEHOLD).harvests
    assert {check.rule for check in made.checks if not check.ok} == set() and len(made.checks) > 20


def test_the_last_tax_table_is_announced_before_its_year_ends(desk: Desk) -> None:
    ending = tax_ledger(desk, HOUSEHOLD).ending
    assert desk.today().year == 2026 and ending is not None and "firm/tax/2027.toml" in ending.message
