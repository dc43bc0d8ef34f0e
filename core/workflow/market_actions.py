"""Splits, dividends and confirmed prices as the firm knows them, and quotes and history that take them into account."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from core.domain.corporate_action import ActionKind, CorporateAction
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.lot import Lot
from core.market.asking import asked, past
from core.market.feed import Quotes
from core.workflow.desk import Desk
from core.workflow.saving import Put, load, load_all, put_with_events, save

if TYPE_CHECKING:
    import pandas as pd


def corporate_actions(desk: Desk) -> tuple[CorporateAction, ...]:
    """Everything that is known, newest first."""
    desk.require("market_data")
    return tuple(sorted(load_all(desk, "corporate_action", CorporateAction), key=lambda one: one.day, reverse=True))


def record_action(
    desk: Desk, symbol: str, day: date, kind: ActionKind, value: Decimal = Decimal(0), note: str = ""
) -> CorporateAction:
    """Say what happened to a security: a split, a dividend, or that a price that jumped is right after all."""
    someone = desk.require("market_data")
    if day > desk.today():
        raise BadInput("day", f"{day.isoformat()} is still to come")
    if not note.strip():
        raise BadInput("note", "say where it is known from")
    made = CorporateAction(symbol.strip().upper(), day, kind, value, someone.id, note.strip())
    known = {one.id: one.version for one in desk.store.latest("corporate_action")}
    made = replace(made, version=known.get(made.id, 0) + 1)
    save(desk, f"market.{kind}", Put("corporate_action", made.id, made.version, made), note=made.symbol)
    return made


def apply_split(desk: Desk, action_id: str) -> tuple[str, ...]:
    """Give every lot that was bought before a split its new shares, basis unchanged; the households that it touched.

    A household counts as done where the split was applied once, or where its statement is of the day or later.
    """
    desk.require("sign_off")
    split = load(desk, "corporate_action", CorporateAction, action_id)
    if split.kind != "split":
        raise BadInput("action", "only a split changes the number of shares")
    changed = [(one, _after(one, split)) for one in load_all(desk, "household", Household) if behind(one, split)]
    done = replace(split, applied=(*split.applied, *(one.id for one, _ in changed)), version=split.version + 1)
    with desk.store.transaction() as tx:
        for old, new in changed:
            made = replace(new, version=old.version + 1, note=f"{split.symbol}: {split.value} for 1 on {split.day}")
            put_with_events(desk, tx, "household.split_applied", Put("household", made.id, made.version, made, made.id))
        put_with_events(desk, tx, "market.split_applied", Put("corporate_action", done.id, done.version, done))
    return tuple(one.id for one, _ in changed)


def behind(held: Household, split: CorporateAction) -> bool:
    """Whether a household still counts the shares of before a split."""
    if split.kind != "split" or held.id in split.applied:
        return False
    return any(
        lot.symbol == split.symbol and _of_before(held, account.id, lot, split.day)
        for account in held.accounts
        for lot in account.lots
    )


def doubtful(held: Household, quotes: Quotes, known: Sequence[CorporateAction]) -> dict[str, date]:
    """Symbol -> day of a jump or a split that the household's shares, as printed, may not count yet."""
    found = {
        lot.symbol: quotes.jumps[lot.symbol]
        for account in held.accounts
        for lot in account.lots
        if lot.symbol in quotes.jumps and _of_before(held, account.id, lot, quotes.jumps[lot.symbol])
    }
    return {**found, **{one.symbol: one.day for one in known if behind(held, one)}}


def known_actions(desk: Desk) -> tuple[CorporateAction, ...]:
    """Everything that is known, as quotes and history take it into account."""
    desk.require("read_clients")
    return load_all(desk, "corporate_action", CorporateAction)


def quotes_of(desk: Desk, symbols: Sequence[str], known: Sequence[CorporateAction] | None = None) -> Quotes:
    """The feed's quotes on the book's date, with what is known of splits; a feed that fails is named in its issues."""
    desk.require("read_clients")
    actions = known_actions(desk) if known is None else known
    return asked(desk.feed, symbols, desk.today(), actions, desk.last_close())


def history_of(desk: Desk, symbols: Sequence[str], days: int, end: date | None = None) -> "pd.DataFrame":
    """Adjusted closes (date x symbol) of the last `days` sessions, known splits taken out."""
    desk.require("read_clients")
    return past(desk.feed, symbols, end or desk.today(), days, known_actions(desk))


def _printed_since(held: Household, account: str, day: date) -> bool:
    printed = held.card(account).as_of
    return printed is not None and printed != "" and date.fromisoformat(printed) >= day


def _of_before(held: Household, account: str, lot: Lot, day: date) -> bool:
    """Whether a lot's shares are those of before a day: bought earlier, and no statement printed since."""
    return (lot.acquired is None or lot.acquired < day) and not _printed_since(held, account, day)


def _after(held: Household, split: CorporateAction) -> Household:
    accounts = tuple(
        replace(account, lots=tuple(_split(held, account.id, lot, split) for lot in account.lots))
        for account in held.accounts
    )
    return replace(held, accounts=accounts)


def _split(held: Household, account: str, lot: Lot, split: CorporateAction) -> Lot:
    if lot.symbol != split.symbol or not _of_before(held, account, lot, split.day):
        return lot
    return replace(lot, quantity=lot.quantity * split.value)
