"""From the approval to the next statement: signed, released once, reconciled; what came otherwise is listed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.domain.errors import BadInput, NotAllowed, OutOfDate
from core.domain.intake import Disposition, Intake
from core.domain.proposal import Proposal, Tweak
from core.domain.statement import Statement, StatementAccount, StatementLine
from core.store import Wanted
from core.workflow import demo, proposals
from core.workflow.book import book
from core.workflow.desk import Desk
from core.workflow.documents import issue
from core.workflow.released import release_of, stages
from core.workflow.releasing import not_ready, reconcile_release, release_orders, settlement
from core.workflow.saving import Put, save
from core.workflow.signing import sign_paper
from core.workflow.trail import trail, verify_trail

PASSWORD = demo.demo_password()


@pytest.fixture
def desk() -> Desk:
    return Desk.sample("advisor")


def approved(desk: Desk) -> Proposal:
    home = next(row.household for row in book(desk).rows if row.outside)
    waiting = proposals.submit_proposal(desk, proposals.draft(desk, home).id, 1)
    officer = desk.acting_as(demo.person_for("compliance"))
    return proposals.approve_proposal(officer, waiting.id, waiting.version, PASSWORD)


def signed(desk: Desk) -> Proposal:
    one = approved(desk)
    letter = next(paper for paper in issue(desk, one.id) if paper.kind == "letter")
    sign_paper(desk, letter.id, PASSWORD)
    return one


def released(desk: Desk) -> Proposal:
    one = signed(desk)
    release_orders(desk, one.id, one.version, PASSWORD)
    return one


def next_statement(
    desk: Desk, one: Proposal, account: str, on: date, other: Mapping[str, int] = {}, state: str = "signed_off"
) -> None:
    """The account as the custodian prints it after the orders, but for `other` (symbol -> shares more or less)."""
    shares: dict[str, Decimal] = {}
    held = next(item for item in one.case.accounts if item.id == account)
    for lot in held.lots:
        shares[lot.symbol] = shares.get(lot.symbol, Decimal(0)) + lot.quantity
    for trade in one.answer.trades:
        if trade.account == account:
            shares[trade.symbol] = shares.get(trade.symbol, Decimal(0)) + (
                trade.quantity if trade.side == "buy" else -trade.quantity
            )
    for symbol, more in other.items():
        shares[symbol] = shares.get(symbol, Decimal(0)) + more
    lines = tuple(
        StatementLine(symbol, symbol, "etf", number, None, None) for symbol, number in shares.items() if number
    )
    read = StatementAccount("n.csv", "…1", "T", "taxable_joint", "", on, None, None, "proven", (), lines)
    done = Disposition(state, one.household, account, "okafor")  # type: ignore[arg-type]
    number = len(desk.store.latest("statement")) + 1
    intake = Intake(f"S-{number:04d}", "n.csv", "sha256:00", Statement((read,)), (done,), "okafor", desk.now())
    save(desk, "statement.signed_off", Put("statement", intake.id, 1, intake))


def traded_accounts(one: Proposal) -> list[str]:
    return sorted({trade.account for trade in one.answer.trades})


def test_each_stage_follows_on_the_one_before(desk: Desk) -> None:
    one = approved(desk)
    assert stages(desk, [one]) == {one.id: "approved"}
    assert "issued first" in not_ready(desk, one.id)
    letter = next(paper for paper in issue(desk, one.id) if paper.kind == "letter")
    assert not_ready(desk, one.id) == "The letter is signed first, by the advisor."
    with pytest.raises(NotAllowed, match="signed first"):
        release_orders(desk, one.id, one.version, PASSWORD)
    sign_paper(desk, letter.id, PASSWORD)
    assert stages(desk, [one])[one.id] == "signed" and not_ready(desk, one.id) == ""
    with pytest.raises(NotAllowed, match="do not belong together"):
        release_orders(desk, one.id, one.version, "wrong password")
    with pytest.raises(OutOfDate, match="look again"):
        release_orders(desk, one.id, one.version - 1, PASSWORD)
    made = release_orders(desk, one.id, one.version, PASSWORD)
    assert made.fingerprint == one.answer.fingerprint and len(made.files) == 4
    assert {(o.account, o.symbol, o.quantity) for o in made.orders} == {
        (t.account, t.symbol, t.quantity) for t in one.answer.trades
    }
    assert stages(desk, [one])[one.id] == "released"
    last = desk.store.last_anchor()
    assert last is not None and last.anchor.count == desk.store.search(Wanted(kind="orders.released"))[0].seq
    assert verify_trail(desk.acting_as(demo.person_for("compliance"))).ok


def test_released_orders_go_out_once_and_are_never_changed(desk: Desk) -> None:
    one = released(desk)
    with pytest.raises(NotAllowed, match="cannot be changed any more"):
        release_orders(desk, one.id, one.version, PASSWORD)
    trade = one.answer.trades[0]
    with pytest.raises(NotAllowed, match="Draft a new proposal"):
        proposals.tweak(desk, one.id, one.version, Tweak("drop", trade.account, trade.symbol, trade.side))
    assert proposals.proposal(desk, one.id).version == one.version


def test_only_an_approved_proposal_is_released_and_only_by_whoever_may(desk: Desk) -> None:
    home = next(row.household for row in book(desk).rows if row.outside)
    draft = proposals.draft(desk, home)
    with pytest.raises(NotAllowed, match="is draft"):
        release_orders(desk, draft.id, 1, PASSWORD)
    for role in ("committee", "admin"):
        with pytest.raises(NotAllowed, match="may not release orders"):
            release_orders(desk.acting_as(demo.person_for(role)), draft.id, 1, PASSWORD)


def test_the_next_statements_close_it_and_the_differences_are_listed(desk: Desk) -> None:
    one = released(desk)
    accounts = traded_accounts(one)
    later = desk.today() + timedelta(days=30)
    with pytest.raises(BadInput, match="still to come"):
        reconcile_release(desk, one.id)
    next_statement(desk, one, accounts[0], desk.today() - timedelta(days=1))
    next_statement(desk, one, accounts[0], later, state="refused")
    assert settlement(desk, one.id).waiting == tuple(accounts)
    trade = next(trade for trade in one.answer.trades if trade.account == accounts[0])
    short = -1 if trade.side == "buy" else 1
    next_statement(desk, one, accounts[0], later, {trade.symbol: short, "ODD": 3})
    next_statement(desk, one, accounts[0], later + timedelta(days=90), {trade.symbol: 99})
    for account in accounts[1:]:
        next_statement(desk, one, account, later)
    done = reconcile_release(desk, one.id)
    assert done.state == "reconciled" and stages(desk, [one])[one.id] == "reconciled"
    said = {(row.symbol, row.outcome, row.difference) for row in done.differences}
    partly = "partly done" if trade.quantity > 1 else "not done"
    assert said == {(trade.symbol, partly, Decimal(short)), ("ODD", "not ordered", Decimal(3))}
    assert all(row.statement and row.as_of == later for row in done.differences)
    assert release_of(desk, one.id) == done and settlement(desk, one.id).settled == done.settled
    with pytest.raises(BadInput, match="reconciled already"):
        reconcile_release(desk, one.id)


def test_a_statement_as_ordered_leaves_no_difference(desk: Desk) -> None:
    one = released(desk)
    for account in traded_accounts(one):
        next_statement(desk, one, account, desk.today() + timedelta(days=3))
    assert reconcile_release(desk, one.id).differences == ()
    assert desk.store.search(Wanted(kind="orders.reconciled"))[0].note == "0 differences"


def test_a_firm_may_ask_for_the_clients_signature_too(desk: Desk, tmp_path) -> None:  # type: ignore[no-untyped-def]
    limits = 'most_tax = "1"\nmost_traded = "1"\nmost_turnover = 0.1\nmost_trades = 1\n'
    rules = f'{limits}signed_by = ["advisor", "client"]\n'
    (tmp_path / "firm").mkdir()
    (tmp_path / "firm" / "review.toml").write_text(rules)
    one = signed(desk)
    strict = replace(desk, settings=replace(desk.settings, home=tmp_path))
    assert not_ready(strict, one.id) == "The letter is signed first, by the client."
    assert stages(strict, [one])[one.id] == "approved"


def test_the_trail_tells_which_securities_the_orders_concern(desk: Desk) -> None:
    one = released(desk)
    symbol = one.answer.trades[0].symbol
    kinds = [event.kind for event in trail(desk, security=symbol, client=one.household)]
    assert kinds[:1] == ["orders.released"] and "proposal.approved" in kinds and "proposal.drafted" in kinds
    assert not trail(desk, security="NOTHELD", client=one.household)
