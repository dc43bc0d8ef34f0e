"""The whole walk through the front door: a dropped statement becomes holdings, drift, a proposal, an approval by
somebody else, a letter and an order list; the trail verifies and the proposal replays."""

import csv
import io
from decimal import Decimal

import pytest

from core.domain.errors import BadInput, CoreError, NotAllowed
from core.domain.proposal import Tweak
from core.settings import DEMO
from core.workflow import demo, documents, households, proposals, statements, trail
from core.workflow.book import book
from core.workflow.desk import Desk
from core.workflow.drift import drift

PASSWORD = demo.demo_password()


@pytest.fixture
def advisor() -> Desk:
    return Desk.sample("advisor")


def other(desk: Desk) -> Desk:
    """The same book with the compliance officer at it."""
    return desk.acting_as(demo.person_for("compliance"))


def a_household_to_trade(desk: Desk) -> str:
    return next(row.household for row in book(desk).rows if row.outside)


def test_a_dropped_statement_becomes_a_household_and_a_signed_proposal(advisor: Desk) -> None:
    sample = sorted((DEMO / "statements").glob("*.pdf"))[0]
    taken = statements.upload(advisor, sample.name, sample.read_bytes())
    assert taken.refused == ""
    home = households.new_household(advisor, "Aldous and Wren", households.mandates(advisor)[0].id)
    version = taken.version
    for number, account in enumerate(taken.statement.accounts):
        reason = "" if account.status == "proven" else "checked against the custodian's site"
        home, _ = statements.sign_off(advisor, taken.id, version, number, home.id, None, reason)
        version += 1
    assert len(home.accounts) == len(taken.statement.accounts)
    printed = sum(
        Decimal(line.quantity or 0)
        for account in taken.statement.accounts
        for line in account.positions
        if line.asset_type not in ("cash", "money_market")
    )
    assert sum(lot.quantity for account in home.accounts for lot in account.lots) == printed
    assert drift(advisor, home.id).readings


def test_the_road_from_drift_to_a_letter_and_a_verified_trail(advisor: Desk) -> None:
    made = proposals.draft(advisor, a_household_to_trade(advisor))
    assert made.answer.status == "proposed"
    assert all(check.ok for check in made.checks)
    assert all(trade.reasons and trade.without for trade in made.answer.trades)
    submitted = proposals.submit_proposal(advisor, made.id, made.version)
    officer = other(advisor)
    approved = proposals.approve_proposal(officer, made.id, submitted.version, PASSWORD)
    assert (approved.state, approved.proposer, approved.approver) == ("approved", advisor.actor.id, officer.actor.id)
    papers = documents.issue(advisor, made.id)
    assert {paper.kind for paper in papers} >= {"letter", "orders", "record", "orders-fix"}
    letter = next(documents.document(advisor, paper.id)[1] for paper in papers if paper.kind == "letter")
    orders = next(documents.document(advisor, paper.id)[1] for paper in papers if paper.kind == "orders")
    assert letter.startswith(b"%PDF")
    text = orders.decode("utf-8-sig")
    for trade in approved.answer.trades:
        assert trade.symbol in text
    assert len(list(csv.reader(io.StringIO(text)))) > len(approved.answer.trades)
    assert documents.issue(advisor, made.id) == papers
    assert proposals.replay(advisor, made.id).same
    verdict = trail.verify_trail(officer)
    assert verdict.ok, verdict.sentences


def test_nobody_approves_their_own_proposal(advisor: Desk) -> None:
    made = proposals.draft(advisor, a_household_to_trade(advisor))
    submitted = proposals.submit_proposal(advisor, made.id, made.version)
    with pytest.raises(CoreError):
        proposals.approve_proposal(advisor, made.id, submitted.version, PASSWORD)
    assert proposals.proposal(advisor, made.id).state == "submitted"


def test_a_wrong_password_approves_nothing(advisor: Desk) -> None:
    made = proposals.draft(advisor, a_household_to_trade(advisor))
    submitted = proposals.submit_proposal(advisor, made.id, made.version)
    with pytest.raises(NotAllowed, match="do not belong together"):
        proposals.approve_proposal(other(advisor), made.id, submitted.version, "guess")
    assert proposals.proposal(advisor, made.id).state == "submitted"


def test_an_edit_after_approval_voids_it(advisor: Desk) -> None:
    made = proposals.draft(advisor, a_household_to_trade(advisor))
    submitted = proposals.submit_proposal(advisor, made.id, made.version)
    approved = proposals.approve_proposal(other(advisor), made.id, submitted.version, PASSWORD)
    line = approved.answer.trades[0]
    changed = proposals.tweak(
        advisor, made.id, approved.version, Tweak("drop", line.account, line.symbol, line.side, reason="client asked")
    )
    assert changed.state == "draft"
    assert line.key not in {trade.key for trade in changed.answer.trades}
    assert all(check.ok for check in changed.checks)
    with pytest.raises(BadInput, match="only an approved"):
        documents.issue(advisor, made.id)


def test_a_locked_line_stays_and_a_set_quantity_is_kept(advisor: Desk) -> None:
    made = proposals.draft(advisor, a_household_to_trade(advisor))
    line = max(made.answer.trades, key=lambda trade: trade.amount)
    locked = proposals.tweak(advisor, made.id, made.version, Tweak("lock", line.account, line.symbol, line.side))
    assert next(trade for trade in locked.answer.trades if trade.key == line.key).quantity == line.quantity
    less = line.quantity - 1
    smaller = proposals.tweak(
        advisor, made.id, locked.version, Tweak("quantity", line.account, line.symbol, line.side, less)
    )
    assert next(trade for trade in smaller.answer.trades if trade.key == line.key).quantity == less


@pytest.mark.parametrize("role", ["committee", "compliance", "admin"])
def test_only_an_advisor_drafts(advisor: Desk, role: str) -> None:
    desk = advisor.acting_as(demo.person_for(role))
    with pytest.raises(NotAllowed):
        proposals.draft(desk, a_household_to_trade(advisor))


def test_an_administrator_sees_no_client(advisor: Desk) -> None:
    admin = advisor.acting_as(demo.person_for("admin"))
    for action in (households.households, book, statements.statements, proposals.proposals):
        with pytest.raises(NotAllowed):
            action(admin)


def test_the_command_line_never_approves(advisor: Desk) -> None:
    from core.workflow.desk import command_line_person

    made = proposals.draft(advisor, a_household_to_trade(advisor))
    submitted = proposals.submit_proposal(advisor, made.id, made.version)
    with pytest.raises(NotAllowed, match="command line"):
        proposals.approve_proposal(advisor.acting_as(command_line_person()), made.id, submitted.version, PASSWORD)


def test_a_refused_file_leaves_nothing_behind(advisor: Desk) -> None:
    events = len(trail.trail(advisor))
    taken = statements.upload(advisor, "broken.pdf", b"%PDF-1.7 nothing here")
    assert taken.refused
    assert statements.statements(advisor) == ()
    assert len(trail.trail(advisor)) == events


def test_an_unproven_account_needs_a_reason(advisor: Desk) -> None:
    header = b"Symbol,Description,Quantity,Price,Market Value,Cost Basis\n"
    rows = b"VTI,Total market ETF,10,250.00,2500.00,2000.00\nTotal,,,,9999.00,\n"
    taken = statements.upload(advisor, "holdings.csv", header + rows)
    assert taken.statement.accounts[0].status != "proven"
    home = households.new_household(advisor, "Aldous", households.mandates(advisor)[0].id)
    with pytest.raises(BadInput, match="say why"):
        statements.sign_off(advisor, taken.id, taken.version, 0, home.id)


def test_the_same_statement_twice_is_a_new_version_not_a_second_account(advisor: Desk) -> None:
    sample = sorted((DEMO / "statements").glob("*.pdf"))[0]
    home = households.new_household(advisor, "Aldous and Wren", households.mandates(advisor)[0].id)
    counts = []
    for _ in range(2):
        taken = statements.upload(advisor, sample.name, sample.read_bytes())
        home, _ = statements.sign_off(advisor, taken.id, taken.version, 0, home.id, None, "checked")
        counts.append((len(home.accounts), sum(lot.quantity for one in home.accounts for lot in one.lots)))
    assert counts[0] == counts[1]


def test_two_people_cannot_decide_on_one_version(advisor: Desk) -> None:
    made = proposals.draft(advisor, a_household_to_trade(advisor))
    proposals.submit_proposal(advisor, made.id, made.version)
    with pytest.raises(CoreError, match=r"(?i)version|changed"):
        proposals.submit_proposal(advisor, made.id, made.version)


def test_the_sample_is_the_same_book_every_time() -> None:
    first, second = Desk.sample(), Desk.sample()
    one = households.households(first)
    assert one == households.households(second)
    chosen = a_household_to_trade(first)
    assert proposals.draft(first, chosen).answer.fingerprint == proposals.draft(second, chosen).answer.fingerprint


def test_a_lots_file_joins_the_positions_it_arrived_with(advisor: Desk) -> None:
    positions = (
        b'"Positions for account Individual XXXX-4321 as of 09:00 PM ET, 2026/11/18"\n\n'
        b'"Symbol","Description","Quantity","Price","Market Value","Cost Basis"\n'
        b'"VTI","TOTAL MARKET ETF","30","250.00","$7,500.00","$6,100.00"\n'
        b'"BND","BOND ETF","10","70.00","$700.00","$720.00"\n'
    )
    lots = (
        b'"VTI Lot Details for Individual XXXX-4321 as of 09:00 PM ET, 2026/11/18"\n\n'
        b'"Open Date","Quantity","Price","Market Value","Cost Basis","Holding Period"\n'
        b'"01/15/2020","10","250.00","$2,500.00","$1,600.00","Long Term"\n'
        b'"06/03/2024","20","250.00","$5,000.00","$4,500.00","Long Term"\n'
        b'"Total","30","","$7,500.00","$6,100.00",""\n'
    )
    both = statements.upload_together(advisor, [("positions.csv", positions), ("VTI_lots.csv", lots)])
    assert [len(one.statement.accounts) for one in both] == [1, 0], [one.statement.issues for one in both]
    by_symbol = {line.symbol: line for line in both[0].statement.accounts[0].positions}
    assert [lot.quantity for lot in by_symbol["VTI"].lots] == [10, 20]
    lonely = Desk.sample("advisor")
    alone = statements.upload(lonely, "VTI_lots.csv", lots)
    home = households.new_household(lonely, "Aldous", households.mandates(lonely)[0].id)
    with pytest.raises(BadInput, match="together with the positions"):
        statements.sign_off(lonely, alone.id, alone.version, 0, home.id, None, "seen")


def test_an_account_in_another_currency_never_passes_for_dollars(advisor: Desk) -> None:
    header = b"Symbol;Description;Currency;Quantity;Price;Market Value\n"
    rows = b"NESN;Nestle SA;CHF;10;90.00;900.00\nVTI;Total market ETF;USD;10;250.00;2500.00\n"
    taken = statements.upload(advisor, "holdings.csv", header + rows)
    home = households.new_household(advisor, "Aldous", households.mandates(advisor)[0].id)
    assert {line.currency for line in taken.statement.accounts[0].positions} == {"CHF", "USD"}
    with pytest.raises(BadInput, match="CHF"):
        statements.sign_off(advisor, taken.id, taken.version, 0, home.id, None, "seen")
