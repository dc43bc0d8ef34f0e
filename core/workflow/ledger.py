"""The household's tax ledger: lots with their terms, the year so far, losses, lock-outs, harvests, plans."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from core.domain.concentration import WorkingOff
from core.domain.errors import BadInput
from core.domain.harvest import Harvest
from core.domain.issue import Issue
from core.domain.ledger import HouseholdLedger
from core.rebalance import harvests, weights_by_symbol, work_off, worth_together
from core.settings import read_settings
from core.tax.ledger import household_ledger
from core.tax.years import table_ending
from core.words.numbers import as_typed
from core.workflow.case_files import CaseFile, case_file
from core.workflow.desk import Desk

HEAVY = 0.1
"""Share of the household from which one symbol is called concentrated."""


@dataclass(frozen=True, slots=True)
class LedgerView:
    """What the ledger page shows; `heavy` are symbols above a tenth of the household, the largest first.

    worth : dollars that the losses save which nothing keeps, all taken together
    ending : a warning from 60 days before the last year with a tax table is over
    """

    file: CaseFile
    ledger: HouseholdLedger
    harvests: tuple[Harvest, ...]
    heavy: dict[str, float]
    worth: Decimal
    ending: Issue | None = None


def tax_ledger(desk: Desk, household_id: str) -> LedgerView:
    """The ledger of a household on the book's day."""
    desk.require("read_clients")
    file = case_file(desk, household_id)
    heavy = {symbol: weight for symbol, weight in weights_by_symbol(file.case).items() if weight >= HEAVY}
    ending = table_ending(file.case.as_of, read_settings().firm)
    found = harvests(file.case)
    return LedgerView(file, household_ledger(file.case), found, heavy, worth_together(file.case, found), ending)


def plan_working_off(
    desk: Desk, household_id: str, symbol: str, budget: str, most: float, years: int = 10
) -> WorkingOff:
    """A plan that brings one symbol down to `most` of the household within a yearly gain budget. Nothing is stored.

    budget : dollars as a person types them; BadInput for what is no amount
    """
    desk.require("read_clients")
    return work_off(case_file(desk, household_id).case, symbol, _amount(budget), most, years)


def _amount(text: str) -> Decimal:
    try:
        return Decimal(as_typed(text))
    except InvalidOperation:
        raise BadInput("budget", f"'{text}' is no amount of dollars, such as 25,000") from None
