"""Orders in two layouts as custodians take them: records by type, and one flat line for each lot.

Both name the lots, carry totals, and end in a SHA-256 of every byte above. They are like, not of, any custodian.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from core.document.documents import document
from core.document.fix_orders import account_number
from core.document.orders import price_note, require_approved, sales_first, with_checksum
from core.domain.canonical import normal_text
from core.domain.household import Household
from core.domain.lot import LotPick
from core.domain.money import ZERO
from core.domain.proposal import Proposal
from core.domain.trade import Trade

Row = tuple[str | Decimal, ...]

RECORD_WIDTH = 9
FLAT = (
    "ORDER_REF", "ACCOUNT_NUMBER", "TRANSACTION_TYPE", "SECURITY_ID", "QUANTITY", "QUANTITY_TYPE", "PRICE_TYPE",
    "TIME_IN_FORCE", "DISPOSITION_METHOD", "TAX_LOT_DATE", "TAX_LOT_QUANTITY", "TAX_LOT_COST", "ESTIMATED_AMOUNT",
)  # fmt: skip


@document(title="Orders, records by type", media_type="text/csv", needs=(Proposal, Household))
def record_orders(proposal: Proposal, household: Household) -> bytes:
    """HDR, NTE where prices are labelled, ORD for each order with a LOT for each lot, TRL with counts and totals."""
    require_approved(proposal)
    return with_checksum(_records(proposal, household), RECORD_WIDTH)


@document(title="Orders, one line a lot", media_type="text/csv", needs=(Proposal, Household))
def flat_orders(proposal: Proposal, household: Household) -> bytes:
    """One line for each lot of a sale and for each purchase, dates as MM/DD/YYYY, then totals by side."""
    require_approved(proposal)
    rows: list[Row] = [FLAT, *_flat(proposal, household), *_flat_totals(proposal)]
    return with_checksum(rows, len(FLAT))


def _records(proposal: Proposal, household: Household) -> Iterator[Row]:
    decided = (proposal.decided or proposal.created).date()
    trades = proposal.answer.trades
    yield _filled("HDR", proposal.id, str(proposal.version), decided.strftime("%Y%m%d"), proposal.answer.fingerprint)
    if price_note(proposal):
        yield _filled("NTE", price_note(proposal))
    for number, trade in sales_first(proposal):
        action = "S" if trade.side == "sell" else "B"
        account = _account(household, trade)
        yield _filled("ORD", number, account, action, trade.symbol, _bare(trade.quantity), "MKT", "DAY", trade.amount)
        for pick in trade.lots:
            yield _filled(
                "LOT", number, pick.lot, "VSP", _date(proposal, pick, "%Y%m%d"), _bare(pick.quantity),
                "" if pick.cost_basis is None else pick.cost_basis,
            )  # fmt: skip
    lots = sum(len(trade.lots) for trade in trades)
    yield _filled(
        "TRL", Decimal(len(trades)), Decimal(lots), _bare(sum((one.quantity for one in trades), ZERO)),
        _amount(proposal, "sell"), _amount(proposal, "buy"),
    )  # fmt: skip


def _filled(*cells: str | Decimal) -> Row:
    return (*cells, *[""] * (RECORD_WIDTH - len(cells)))


def _flat(proposal: Proposal, household: Household) -> Iterator[Row]:
    for number, trade in sales_first(proposal):
        common: Row = (
            number, _account(household, trade), trade.side.upper(), trade.symbol, _bare(trade.quantity), "SHARES",
            "MKT", "DAY",
        )  # fmt: skip
        if not trade.lots:
            yield (*common, "", "", "", "", trade.amount)
        for place, pick in enumerate(trade.lots):
            cost = "" if pick.cost_basis is None else pick.cost_basis
            amount: str | Decimal = "" if place else trade.amount
            day = _date(proposal, pick, "%m/%d/%Y")
            yield (*common, "SPECIFIC LOT", day, _bare(pick.quantity), cost, amount)


def _flat_totals(proposal: Proposal) -> Iterator[Row]:
    if price_note(proposal):
        yield ("PRICES", price_note(proposal), *[""] * (len(FLAT) - 2))
    for side in ("sell", "buy"):
        its = [one for one in proposal.answer.trades if one.side == side]
        quantity = _bare(sum((one.quantity for one in its), ZERO))
        yield ("TOTAL", "", side.upper(), Decimal(len(its)), quantity, *[""] * 7, _amount(proposal, side))


def _account(household: Household, trade: Trade) -> str:
    return account_number(household.card(trade.account).number) or trade.account


def _date(proposal: Proposal, pick: LotPick, form: str) -> str:
    acquired: date | None = next(
        (lot.acquired for account in proposal.case.accounts for lot in account.lots if lot.id == pick.lot), None
    )
    return acquired.strftime(form) if acquired else ""


def _amount(proposal: Proposal, side: str) -> Decimal:
    return sum((one.amount for one in proposal.answer.trades if one.side == side), ZERO)


def _bare(quantity: Decimal) -> Decimal:
    return Decimal(normal_text(quantity))
