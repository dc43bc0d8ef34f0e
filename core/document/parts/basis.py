"""What the answer rests on: mandate, prices, holdings, tax facts of each return, and the disclosures that apply."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from core.document.facts import Facts
from core.document.sheet import Sheet
from core.document.tables import Column, Table, draw, rows_of
from core.domain.account import Taxpayer
from core.settings import REFERENCE
from core.words import count, day, dollars, percent

Entry = Mapping[str, Any]
"""One disclosure: id, version, when, why, text; rule, kind and firm where it has them"""

_RETURNS = (
    Column("Tax return", 38),
    Column("Ordinary income", 25, "R"),
    Column("Investment income", 26, "R"),
    Column("State", 12, "R"),
    Column("Realized, short / long", 38, "R"),
    Column("Losses carried", 20, "R"),
    Column("Gain budget", 16.9, "R"),
)

CONDITIONS: dict[str, Callable[[Facts], bool]] = {
    "always": lambda facts: True,
    "trades": lambda facts: bool(facts.proposal.answer.trades),
    "taxed_sale": lambda facts: any(
        trade.side == "sell" for account, its in facts.accounts if account.taxable for trade in its
    ),
    "lockout": lambda facts: bool(facts.proposal.answer.lockouts),
    "labelled_prices": lambda facts: bool(facts.prices_badge),
    "tax_profile_missing": lambda facts: any(
        issue.code == "tax_profile_missing" for issue in facts.proposal.answer.issues
    ),
    "not_approved": lambda facts: facts.proposal.state != "approved",
    "commission": lambda facts: bool(facts.proposal.answer.commission),
    "withdrawal": lambda facts: (
        facts.proposal.case.withdrawal > 0 or any(account.cash_flow < 0 for account in facts.proposal.case.accounts)
    ),
}
"""When a disclosure stands: its name in `data/reference/disclosures.toml` -> the test on the facts."""


def basis(sheet: Sheet, facts: Facts) -> None:
    """Mandate, prices, accounts; then one line for each tax return."""
    case = facts.proposal.case
    lots = sum(len(account.lots) for account in case.accounts)
    sheet.section("What it rests on")
    prices = f"Prices of {facts.prices_as_of}" + (f", {facts.prices_badge.lower()}." if facts.prices_badge else ".")
    effective = facts.mandate.effective
    since = f", in force since {day(effective)}" if effective else ""
    held = f"{count(len(case.accounts), 'account', begin=True)} with {count(lots, 'lot')}"
    sheet.points(
        (
            f"Mandate {facts.mandate_name}{since}; classes outside their bands go back to {_destination(facts)}.",
            prices,
            f"{held} as held on {day(case.as_of)}.",
        )
    )
    if case.taxpayers:
        draw(sheet, Table(_RETURNS, rows_of(*(_return(facts, one) for one in case.taxpayers))))


def disclosures(sheet: Sheet, facts: Facts) -> None:
    """Every disclosure whose condition holds, with its rule."""
    sheet.section("Please note")
    sheet.points(fired(facts))


def fired(facts: Facts) -> list[str]:
    """The texts of the disclosures that apply to these facts, in the order of the library."""
    return [with_rule(entry) for entry in applying(facts, "disclosure")]


def applying(facts: Facts, kind: str, firm_type: str = "") -> tuple[Entry, ...]:
    """The entries of a kind ("disclosure", "conflict") whose condition holds for these facts and this firm."""
    return tuple(
        entry
        for entry in library()
        if entry.get("kind", "disclosure") == kind
        and entry.get("firm", firm_type) == firm_type
        and CONDITIONS[entry["when"]](facts)
    )


def with_rule(entry: Entry) -> str:
    """The text of an entry with its rule behind it."""
    return f"{entry['text']} [{entry['rule']}]" if entry.get("rule") else str(entry["text"])


@cache
def library() -> tuple[Entry, ...]:
    """The disclosures of `data/reference/disclosures.toml`."""
    with (REFERENCE / "disclosures.toml").open("rb") as file:
        return tuple(tomllib.load(file)["disclosure"])


def _destination(facts: Facts) -> str:
    words = {"target": "the target", "half_band": "half the band", "band_edge": "the edge of the band"}
    return words[facts.proposal.case.target.destination]


def _return(facts: Facts, taxpayer: Taxpayer) -> tuple[str, ...]:
    realized = f"{dollars(taxpayer.realized.short)} / {dollars(taxpayer.realized.long)}"
    return (
        facts.taxpayer_name(taxpayer.id),
        dollars(taxpayer.ordinary_income),
        dollars(taxpayer.other_investment_income),
        percent(taxpayer.state_rate),
        realized,
        dollars(taxpayer.carryforward.short + taxpayer.carryforward.long),
        "none" if taxpayer.gain_budget is None else dollars(taxpayer.gain_budget),
    )
