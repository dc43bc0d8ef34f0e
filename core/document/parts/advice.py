"""The client and the advice: the investment profile, the trades in short, what triggered them, why they fit."""

from core.document import ink
from core.document.facts import gain_of
from core.document.parts.headings import group
from core.document.record_facts import TOLERANCES, RecordFacts
from core.document.sheet import Sheet
from core.document.tables import Cell, Column, Row, Table, draw
from core.domain.profile import PROFILE_FIELDS, InvestmentProfile
from core.domain.trade import Trade
from core.words import count, day, listing, number, percent, shares, signed, start

_PROFILE = (Column("", 46), Column("", 129.9))
_TRADES = (
    Column("Account", 38),
    Column("Side", 11),
    Column("Security", 56.9),
    Column("Quantity", 20, "R"),
    Column("Amount, $", 25, "R"),
    Column("Gain, $", 25, "R"),
)


def profile(sheet: Sheet, facts: RecordFacts) -> None:
    """Every field of the profile with its day; what is not known is said."""
    one = facts.profile
    group(sheet, f"Investment profile as confirmed on {day(one.as_of)}, version {one.version}")
    rows = [_field(PROFILE_FIELDS[name], profile_text(one, name)) for name in PROFILE_FIELDS]
    if one.other.strip():
        rows.append(_field("Also told", one.other))
    draw(sheet, Table(_PROFILE, [[row] for row in rows]))


def profile_text(one: InvestmentProfile, name: str) -> str:
    """One field as text; empty where it is not known."""
    value = getattr(one, name)
    if value in (None, "", ()):
        return ""
    if name == "age":
        return listing([number(years) for years in value])
    if name == "horizon_years":
        return count(value, "year")
    if name in ("as_of", "relationship_summary"):
        return day(value)
    return TOLERANCES[value] if name == "risk_tolerance" else str(value)


def recommended(sheet: Sheet, facts: RecordFacts) -> None:
    """The trades in short: lots and reasons stand in the letter of the same fingerprint."""
    group(sheet, "What is recommended")
    draw(sheet, Table(_TRADES, [_trade(facts, trade) for _, its in facts.accounts for trade in its]))


def why(sheet: Sheet, facts: RecordFacts) -> None:
    """What triggered it and why it fits: the mandate beside the profile."""
    group(sheet, "Trigger and basis")
    said = [facts.said(reason.sentence) for reason in facts.proposal.answer.triggered_by if reason.sentence.strip()]
    sheet.points([*said, *_fit(facts)])


def _fit(facts: RecordFacts) -> list[str]:
    one, tolerance = facts.profile, facts.profile.risk_tolerance
    held = sum(check.ok for check in facts.proposal.checks)
    fits = f"Mandate {facts.mandate_name} holds {percent(facts.growth_share, 0)} in growth classes by target"
    if tolerance is not None and one.horizon_years is not None:
        horizon = count(one.horizon_years, "year")
        fits += f"; the household's risk tolerance is {TOLERANCES[tolerance].lower()}, its horizon {horizon}"
    checks = f"{number(held)} of {count(len(facts.proposal.checks), 'check')} of the trades hold, listed at the end."
    return [f"{fits}.", checks]


def _field(name: str, text: str) -> Row:
    known = bool(text.strip())
    value = Cell(text) if known else Cell("■ missing", ink.TROUBLE)
    return Row((Cell(name, ink.TABLE_QUIET), value), pad=0.8, rule=True)


def _trade(facts: RecordFacts, trade: Trade) -> list[Row]:
    account = facts.proposal.case.account(trade.account)
    security = facts.proposal.case.security(trade.symbol)
    gain = "" if trade.side == "buy" else signed(gain_of(trade)) if account.taxable else "not taxed"
    tint = ink.SELL_TINT if trade.side == "sell" else ink.BUY_TINT
    cells = (
        Cell(facts.account_title(trade.account), ink.TABLE_QUIET),
        Cell(start(trade.side), ink.TABLE_STRONG, tint),
        Cell(f"{trade.symbol}  {security.name}"),
        Cell(shares(trade.quantity)),
        Cell(number(trade.amount, 2)),
        Cell(gain),
    )
    reason = next((facts.said(reason.sentence) for reason in trade.reasons if reason.sentence.strip()), "")
    if not reason:
        return [Row(cells, pad=0.9, rule=True)]
    return [Row(cells, pad=0.9), Row((Cell(), Cell(reason, ink.TABLE_QUIET, span=5)), pad=0.3, rule=True)]
