"""Waiting for a lot to turn long-term is taken where it costs no more: never at the price of a larger tax."""

from core.rebalance import rebalance
from core.workflow.case_files import case_file
from core.workflow.desk import Desk
from core.workflow.levers import Levers


def test_waiting_never_costs_more_tax_than_selling_at_once() -> None:
    desk = Desk.sample("advisor")
    for household in ("H-0001", "H-0002", "H-0005"):
        bills = [
            rebalance(case_file(desk, household, Levers(wait_days=days)).case, counterfactuals=False).tax.total
            for days in (0, 30)
        ]
        assert bills[1] <= bills[0] + 1
