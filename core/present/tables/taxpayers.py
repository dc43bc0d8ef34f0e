"""The taxpayers of a household: what is known of each, and whose accounts they are."""

from decimal import Decimal

from core.domain.account import Taxpayer
from core.domain.household import Household
from core.present.html import Column, Safe, table
from core.present.tables.households import FILING
from core.words.numbers import percent, whole_dollars
from core.words.sentences import listing

COLUMNS = (
    Column("Files as"), Column("Accounts"), Column("Income", True), Column("State", True),
    Column("Gains this year, short", True), Column("long", True), Column("Losses carried, short", True),
    Column("long", True), Column("Gain budget", True),
)  # fmt: skip


def taxpayers_table(held: Household) -> Safe:
    """One row per taxpayer of the household."""
    return table(COLUMNS, [_row(held, payer) for payer in held.taxpayers])


def taxpayer_name(held: Household, taxpayer_id: str) -> str:
    """`Married, joint: Joint, IRA`: how a person tells a household's taxpayers apart."""
    payer = next(one for one in held.taxpayers if one.id == taxpayer_id)
    accounts = _accounts(held, payer)
    return f"{FILING[payer.filing_status].capitalize()}: {accounts}" if accounts else f"{payer.id}, no account"


def _row(held: Household, payer: Taxpayer) -> list[object]:
    money = (payer.realized.short, payer.realized.long, payer.carryforward.short, payer.carryforward.long)
    income = "flat rates" if payer.flat_rates is not None else whole_dollars(payer.ordinary_income)
    return [
        FILING[payer.filing_status].capitalize(), _accounts(held, payer), income, percent(payer.state_rate),
        *(_amount(one) for one in money), "no limit" if payer.gain_budget is None else whole_dollars(payer.gain_budget),
    ]  # fmt: skip


def _accounts(held: Household, payer: Taxpayer) -> str:
    return listing([held.card(one.id).title for one in held.accounts if one.taxpayer == payer.id])


def _amount(value: Decimal) -> str:
    return whole_dollars(value) if value else "–"
