"""Statements meet the book: matched with doubt, compared before the signature, never doubled, never older unsaid."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.domain.errors import BadInput
from core.workflow import case_files, households, proposals, statements
from core.workflow.desk import Desk
from core.workflow.statements import preview

ROOT = Path(__file__).resolve().parents[2]
MONEY = "{:,.2f}".format


def book_csv(
    rows: list[tuple[str, str, int, str, str]], day: str = "10/30/2026", number: str = "7788", moves: str = ""
) -> bytes:
    """Positions of one account: symbol, name, shares, price, cost basis."""
    lines = [f"Positions for account Individual ...{number} as of {day}", "Account owner: Maren Quill"]
    lines.append("Symbol,Description,Quantity,Price,Market Value,Cost Basis")
    total = 0.0
    for symbol, name, shares, price, cost in rows:
        total += shares * float(price)
        lines.append(f'{symbol},{name},{shares},{price},"{MONEY(shares * float(price))}","{cost}"')
    lines.append(f'Account Total,,,,"{MONEY(total)}",')
    return ("\n".join(lines) + "\n" + moves).encode()


OCTOBER = [
    ("VTI", "Vanguard Total Stock Market ETF", 100, "300.00", "20,000.00"),
    ("BND", "Vanguard Total Bond Market ETF", 50, "70.00", "3,600.00"),
]
NOVEMBER = [
    ("VTI", "Vanguard Total Stock Market ETF", 100, "310.00", "20,000.00"),
    ("VXUS", "Vanguard Total International Stock ETF", 20, "60.00", "1,200.00"),
]
MOVES = """
Date,Action,Symbol,Description,Quantity,Price,Amount
11/05/2026,Buy,VXUS,Vanguard Total International Stock ETF,20,60.00,"-1,200.00"
11/06/2026,Sold,BND,Vanguard Total Bond Market ETF,50,70.00,"3,500.00"
"""


@pytest.fixture
def advisor() -> Desk:
    return Desk.sample("advisor")


@pytest.fixture
def home(advisor: Desk) -> str:
    taken = statements.upload(advisor, "october.csv", book_csv(OCTOBER))
    made, _ = statements.sign_off_into_new(
        advisor, taken.id, taken.version, 0, "Quill", households.mandates(advisor)[0].id
    )
    return made.id


def test_the_next_months_statement_is_a_new_version_with_its_difference_shown_first(advisor: Desk, home: str) -> None:
    taken = statements.upload(advisor, "november.csv", book_csv(NOVEMBER, "11/30/2026", moves=MOVES))
    (match, *_) = statements.likely_homes(advisor, taken.id, 0)
    assert (match.household, match.sure) == (home, True)
    seen = preview(advisor, taken.id, 0, home, match.account)
    kinds = {one.symbol: one.kind for one in seen.change.holdings}
    assert kinds == {"VTI": "same", "VXUS": "added", "BND": "gone"} and seen.change.transactions == 2
    assert households.household(advisor, home).version == 2, "looking changes nothing"
    after, _ = statements.sign_off(advisor, taken.id, taken.version, 0, home, match.account)
    assert len(after.accounts) == 1 and after.version == 3
    assert {lot.symbol for lot in after.accounts[0].lots} == {"VTI", "VXUS"}
    again = preview(advisor, taken.id, 0, home, match.account)
    assert again.change.nothing


PLAIN_MOVES = """
Date,Action,Description,Quantity,Price,Amount
11/05/2026,Buy,VXUS Vanguard Total International Stock ETF,20,60.00,"-1,200.00"
11/06/2026,Sold,BND Vanguard Total Bond Market ETF,50,70.00,"3,500.00"
11/09/2026,Sold,Quarry Paper warrants,10,1.00,10.00
"""


def test_what_was_sold_out_is_named_by_what_the_book_held_and_what_was_bought_new_has_its_day(
    advisor: Desk, home: str
) -> None:
    taken = statements.upload(advisor, "november.csv", book_csv(NOVEMBER, "11/30/2026", moves=PLAIN_MOVES))
    seen = preview(advisor, taken.id, 0, home)
    assert {(move.symbol, move.side) for move in seen.household.history} == {("VXUS", "buy"), ("BND", "sell")}
    (bought,) = [lot for lot in seen.household.accounts[0].lots if lot.symbol == "VXUS"]
    assert (str(bought.acquired), bought.cost_basis) == ("2026-11-05", 1200)
    (told,) = [issue for issue in seen.issues if issue.code == "ledger_incomplete"]
    assert told.message.endswith("the wash-sale ledger lacks Sold Quarry Paper warrants")


LOTS = b"""Lots for account Individual ...7788 as of 10/30/2026
Symbol,Open Date,Quantity,Cost Per Share,Cost Basis,Market Value
VTI,01/14/2019,60,150.00,9000.00,18000.00
VTI,03/22/2022,40,275.00,11000.00,12000.00
BND,06/01/2021,50,72.00,3600.00,3500.00
"""


@pytest.mark.parametrize("lots_first", [False, True])
def test_a_file_of_nothing_but_lots_joins_the_positions_that_wait(advisor: Desk, lots_first: bool) -> None:
    files = [("october.csv", book_csv(OCTOBER)), ("october-lots.csv", LOTS)]
    for name, data in reversed(files) if lots_first else files:
        statements.upload(advisor, name, data)
    positions, lots = (next(one for one in statements.statements(advisor) if one.file == name) for name, _ in files)
    (account,) = positions.statement.accounts
    assert [len(line.lots) for line in account.positions] == [2, 1] and account.status == "proven"
    assert lots.statement.accounts == ()


def test_a_file_of_nothing_but_lots_changes_nothing_else_of_an_account_in_the_book(advisor: Desk, home: str) -> None:
    taken = statements.upload(advisor, "october-lots.csv", LOTS)
    seen = preview(advisor, taken.id, 0, home)
    assert seen.change.cash_before == seen.change.cash_after
    (account,) = seen.household.accounts
    assert [str(lot.acquired) for lot in account.lots] == ["2019-01-14", "2022-03-22", "2021-06-01"]
    other = LOTS.replace(b"BND,06/01/2021,50,72.00,3600.00,3500.00", b"BND,06/01/2021,40,72.00,2880.00,2800.00")
    taken = statements.upload(advisor, "less.csv", other)
    assert preview(advisor, taken.id, 0, home).change.cash_after == 0, "less than is held is a statement of its own"


def test_a_purchase_on_the_statement_becomes_a_dated_lot_and_stands_in_the_ledger(advisor: Desk, home: str) -> None:
    grown = [(*OCTOBER[0][:2], 110, "300.00", ""), OCTOBER[1]]
    moves = MOVES.split("\n", 2)[1] + '\n11/05/2026,Buy,VTI,Vanguard Total Stock Market ETF,10,300.00,"-3,000.00"\n'
    taken = statements.upload(advisor, "november.csv", book_csv(grown, "11/30/2026", moves="\n" + moves))
    known = households.household(advisor, home).accounts[0]
    after, _ = statements.sign_off(advisor, taken.id, taken.version, 0, home, known.id, "seen")
    vti = [lot for lot in after.accounts[0].lots if lot.symbol == "VTI"]
    assert [(str(lot.quantity), str(lot.acquired)) for lot in vti] == [("100", "None"), ("10", "2026-11-05")]
    assert [(one.symbol, one.side, str(one.quantity)) for one in after.history] == [("VTI", "buy", "10")]
    case = case_files.case_file(advisor, home).case
    assert [(one.symbol, one.side) for one in case.history] == [("VTI", "buy")], "the wash-sale rule sees it"


def test_the_same_transaction_on_two_statements_is_one_and_two_alike_on_one_are_two(advisor: Desk, home: str) -> None:
    row = '11/05/2026,Buy,VXUS,Vanguard Total International Stock ETF,10,60.00,"-600.00"\n'
    moves = "\nDate,Action,Symbol,Description,Quantity,Price,Amount\n" + row + row
    account = households.household(advisor, home).accounts[0].id
    for name, day in (("a.csv", "11/30/2026"), ("b.csv", "12/31/2026")):
        taken = statements.upload(advisor, name, book_csv(NOVEMBER, day, moves=moves))
        after, _ = statements.sign_off(advisor, taken.id, taken.version, 0, home, account, "seen")
    assert len(after.history) == 2


def test_an_older_statement_never_overwrites_a_newer_one_in_silence(advisor: Desk, home: str) -> None:
    taken = statements.upload(advisor, "september.csv", book_csv(NOVEMBER, "09/30/2026"))
    account = households.household(advisor, home).accounts[0].id
    assert preview(advisor, taken.id, 0, home, account).change.older
    with pytest.raises(BadInput, match="older"):
        statements.sign_off(advisor, taken.id, taken.version, 0, home, account)
    assert households.household(advisor, home).version == 2
    after, _ = statements.sign_off(advisor, taken.id, taken.version, 0, home, account, "October was of another account")
    assert after.version == 3


def test_the_same_bytes_are_not_kept_twice_while_they_wait(advisor: Desk) -> None:
    first = statements.upload(advisor, "october.csv", book_csv(OCTOBER))
    again = statements.upload(advisor, "copy of october.csv", book_csv(OCTOBER))
    assert again == first and len(statements.statements(advisor)) == 1
    pair = statements.upload_together(advisor, [("n.csv", book_csv(NOVEMBER)), ("m.csv", book_csv(NOVEMBER))])
    assert pair[0].id == pair[1].id and len(statements.statements(advisor)) == 2


def test_the_same_last_four_elsewhere_or_of_somebody_else_is_a_doubt(advisor: Desk, home: str) -> None:
    other = book_csv(NOVEMBER).replace(b"Maren Quill", b"Tobias Ferrant")
    taken = statements.upload(advisor, "other.csv", other)
    (match, *_) = statements.likely_homes(advisor, taken.id, 0)
    assert match.household == home and not match.sure
    assert "Maren Quill" in match.doubts[0] and "Tobias Ferrant" in match.doubts[0]
    after, _ = statements.sign_off(advisor, taken.id, taken.version, 0, home, as_new=True)
    assert len(after.accounts) == 2
    late = statements.upload(advisor, "late.csv", book_csv(OCTOBER, "12/31/2026"))
    with pytest.raises(BadInput, match="choose one"):
        statements.sign_off(advisor, late.id, late.version, 0, home)


def test_a_known_owner_with_a_new_account_is_led_to_the_household(advisor: Desk, home: str) -> None:
    roth = (
        book_csv(NOVEMBER, number="1199").replace(b"Individual", b"Roth IRA").replace(b"Maren Quill", b"QUILL, MAREN")
    )
    taken = statements.upload(advisor, "roth.csv", roth)
    (match, *_) = statements.likely_homes(advisor, taken.id, 0)
    assert (match.household, match.account, match.sure) == (home, None, True)


def test_lots_that_come_later_join_the_account(advisor: Desk, home: str) -> None:
    lots = (
        b'"VTI Lot Details for Individual XXXX-7788 as of 09:00 PM ET, 2026/11/18"\n\n'
        b'"Open Date","Quantity","Price","Market Value","Cost Basis","Holding Period"\n'
        b'"01/15/2020","40","300.00","$12,000.00","$6,000.00","Long Term"\n'
        b'"06/03/2024","60","300.00","$18,000.00","$14,000.00","Long Term"\n'
        b'"Total","100","","$30,000.00","$20,000.00",""\n'
    )
    taken = statements.upload(advisor, "VTI_lots.csv", lots)
    after, _ = statements.sign_off(advisor, taken.id, taken.version, 0, home, None, "custodian's lot report")
    vti = [lot for lot in after.accounts[0].lots if lot.symbol == "VTI"]
    assert [(str(lot.quantity), str(lot.acquired)) for lot in vti] == [("40", "2020-01-15"), ("60", "2024-06-03")]
    short = statements.upload(advisor, "short.csv", lots.replace(b'"60"', b'"50"').replace(b'"100"', b'"90"'))
    with pytest.raises(BadInput, match="add up to 90"):
        statements.sign_off(advisor, short.id, short.version, 0, home, None, "seen")


def test_lots_find_positions_that_arrived_earlier_and_wait(advisor: Desk) -> None:
    positions = statements.upload(advisor, "october.csv", book_csv(OCTOBER))
    lots = (
        b'"BND Lot Details for Individual XXXX-7788 as of 09:00 PM ET, 2026/11/18"\n\n'
        b'"Open Date","Quantity","Price","Market Value","Cost Basis","Holding Period"\n'
        b'"01/15/2020","50","70.00","$3,500.00","$3,600.00","Long Term"\n'
        b'"Total","50","","$3,500.00","$3,600.00",""\n'
    )
    statements.upload(advisor, "BND_lots.csv", lots)
    grown = statements.statement(advisor, positions.id)
    assert grown.version == 2 and [len(line.lots) for line in grown.statement.accounts[0].positions] == [0, 1]


def test_lots_that_arrived_first_join_the_positions_that_come_later(advisor: Desk) -> None:
    lots = (
        b'"BND Lot Details for Individual XXXX-7788 as of 09:00 PM ET, 2026/11/18"\n\n'
        b'"Open Date","Quantity","Price","Market Value","Cost Basis","Holding Period"\n'
        b'"01/15/2020","50","70.00","$3,500.00","$3,600.00","Long Term"\n'
        b'"Total","50","","$3,500.00","$3,600.00",""\n'
    )
    first = statements.upload(advisor, "BND_lots.csv", lots)
    assert len(first.dispositions) == 1
    positions = statements.upload(advisor, "october.csv", book_csv(OCTOBER))
    assert [len(line.lots) for line in positions.statement.accounts[0].positions] == [0, 1]
    merged = statements.statement(advisor, first.id)
    assert (merged.version, merged.statement.accounts, merged.dispositions) == (2, (), ())


def test_a_row_is_added_or_taken_out_with_a_reason_and_the_account_proven_again(advisor: Desk) -> None:
    short = book_csv(OCTOBER).replace(b"BND,", b"QQQQQ,").replace(b'"33,500.00"', b'"34,000.00"')
    taken = statements.upload(advisor, "short.csv", short)
    assert taken.statement.accounts[0].status != "proven"
    with pytest.raises(BadInput, match="say where"):
        statements.add_row(advisor, taken.id, 1, 0, {"symbol": "SCHP", "market_value": "500"}, "")
    more = statements.add_row(
        advisor, taken.id, 1, 0, {"symbol": "SCHP", "description": "TIPS ETF", "quantity": "10", "price": "$50.00",
                                  "market_value": "500.00"}, "page 2, below the fold",
    )  # fmt: skip
    assert more.statement.accounts[0].status == "proven"
    less = statements.drop_row(advisor, taken.id, 2, 0, 2, "it was of another account")
    assert less.statement.accounts == taken.statement.accounts and [one.field for one in less.corrections] == [
        "row",
        "row",
    ]


def test_notes_on_the_paper_are_ticked_before_anything_is_signed(advisor: Desk, tmp_path: Path) -> None:
    taken = statements.upload(advisor, "noted.pdf", _noted())
    assert [note.text for note in taken.statement.annotations] == ["call Maren about the gift of 40 shares"]
    home = households.new_household(advisor, "Nord", households.mandates(advisor)[0].id)
    with pytest.raises(BadInput, match="ticked"):
        statements.sign_off(advisor, taken.id, 1, 0, home.id, None, "seen")
    seen = statements.see_note(advisor, taken.id, 1, 0)
    assert seen.unseen == () and statements.see_note(advisor, taken.id, 2, 0) == seen
    statements.sign_off(advisor, taken.id, 2, 0, home.id, None, "seen")


def _noted() -> bytes:
    from fpdf import FPDF

    sheet = FPDF(unit="pt", format="letter")
    sheet.add_page()
    sheet.set_font("Helvetica", size=9)
    rows = [("Description", "Symbol", "Quantity", "Price", "Market Value")]
    rows += [
        ("Total Stock Market ETF", "VTI", "10", "300.00", "3,000.00"),
        ("Total account value", "", "", "", "3,000.00"),
    ]
    sheet.set_xy(40, 40)
    sheet.cell(text="Account number: 8812-4471")
    for place, row in enumerate(rows):
        for x, text in zip((40, 220, 300, 380, 470), row, strict=True):
            if text:
                sheet.set_xy(x, 90 + 16 * place)
                sheet.cell(text=text)
    sheet.text_annotation(300, 200, text="call Maren about the gift of 40 shares")
    return bytes(sheet.output())


KILLED = """
import os, sys
from core.workflow import statements
from core.workflow.desk import Desk
from core.workflow.households import mandates
from core.domain.person import Person
import core.workflow.receiving as receiving, core.workflow.settling as settling
desk = Desk.open(actor=Person("x.advisor", "X", "advisor"))
room = receiving if sys.argv[1] == "upload" else settling
calls = [0]
real = room.put_with_events
def dying(*arguments, **named):
    calls[0] += 1
    real(*arguments, **named)
    if calls[0] == int(sys.argv[2]):
        os.kill(os.getpid(), 9)
room.put_with_events = dying
data = sys.stdin.buffer.read()
if sys.argv[1] == "upload":
    statements.upload_together(desk, [("a.csv", data), ("b.csv", data.replace(b"7788", b"7799"))])
else:
    one = statements.statements(desk)[0]
    statements.sign_off_into_new(desk, one.id, one.version, 0, "Quill", mandates(desk)[0].id, "seen")
"""


@pytest.mark.long
@pytest.mark.parametrize(("deed", "at"), [("upload", 1), ("upload", 2), ("sign", 1), ("sign", 2)])
def test_a_process_killed_half_way_leaves_nothing_behind(tmp_path: Path, deed: str, at: int) -> None:
    environment = {**os.environ, "PLUMBLINE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", "core", "demo", "--json"], env=environment, check=True, capture_output=True, cwd=ROOT
    )
    before = _counts(environment)
    if deed == "sign":
        subprocess.run(
            [sys.executable, "-c", KILLED, "upload", "99"], env=environment, input=book_csv(OCTOBER), check=True
        )
        before = _counts(environment)
    died = subprocess.run([sys.executable, "-c", KILLED, deed, str(at)], env=environment, input=book_csv(OCTOBER))
    assert died.returncode == -9
    assert _counts(environment) == before
    sound = subprocess.run([sys.executable, "-m", "core", "verify", "--json"], env=environment, capture_output=True)
    assert sound.returncode == 0, sound.stdout


def _counts(environment: dict[str, str]) -> tuple[int, ...]:
    code = (
        "import json; from core.workflow.desk import Desk\n"
        "desk = Desk.open()\n"
        "print(json.dumps([len(desk.store.latest('statement')), len(desk.store.latest('household')),"
        " len(desk.store.events())]))"
    )
    out = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout
    return tuple(json.loads(out))


def test_the_history_of_a_statement_is_seen_by_a_proposal(advisor: Desk, home: str) -> None:
    taken = statements.upload(advisor, "november.csv", book_csv(NOVEMBER, "11/30/2026", moves=MOVES))
    statements.sign_off(
        advisor, taken.id, taken.version, 0, home, households.household(advisor, home).accounts[0].id, "x"
    )
    made = proposals.draft(advisor, home)
    assert {(one.symbol, one.side) for one in made.case.history} == {("VXUS", "buy"), ("BND", "sell")}


ALIKE = (
    "Account Number,Account Owner,Account Name,Symbol,Description,Quantity,Price,Market Value\n"
    "0000922847181133,Maren Quill,Individual,VTI,Vanguard Total Stock Market ETF,10,300.00,3000.00\n"
    "0000215423631133,Maren Quill,Individual,BND,Vanguard Total Bond Market ETF,50,70.00,3500.00\n"
)


def test_two_accounts_of_a_file_whose_numbers_end_alike_are_never_taken_for_one(advisor: Desk) -> None:
    taken = statements.upload(advisor, "alike.csv", ALIKE.encode())
    assert [len(account.positions) for account in taken.statement.accounts] == [1, 1]
    made, _ = statements.sign_off_into_new(
        advisor, taken.id, taken.version, 0, "Quill", households.mandates(advisor)[0].id
    )
    (match, *_) = statements.likely_homes(advisor, taken.id, 1)
    assert not match.sure
    assert "two accounts whose numbers end in 1133" in match.doubts[-1]
    version = statements.statement(advisor, taken.id).version
    with pytest.raises(BadInput, match="choose one"):
        statements.sign_off(advisor, taken.id, version, 1, made.id)
    after, _ = statements.sign_off(advisor, taken.id, version, 1, made.id, as_new=True)
    assert len(after.accounts) == 2


def test_the_end_of_a_number_alone_is_no_match_but_the_same_holdings_beside_it_are(advisor: Desk, home: str) -> None:
    unsaid = book_csv(OCTOBER, "11/30/2026").replace(b"Account owner: Maren Quill\n", b"").replace(b"Individual ", b"")
    taken = statements.upload(advisor, "same.csv", unsaid)
    (match, *_) = statements.likely_homes(advisor, taken.id, 0)
    assert (match.household, match.sure) == (home, True) and "the holdings" in match.because
    others = unsaid.replace(b"VTI,", b"QZAB,").replace(b"BND,", b"QZCD,")
    taken = statements.upload(advisor, "others.csv", others)
    (match, *_) = statements.likely_homes(advisor, taken.id, 0)
    assert (match.household, match.sure) == (home, False)
    assert match.doubts[0].startswith("nothing but the end of its number says so")
