"""Rows of more cells than their head, and transactions whose rows do not say what was done."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

REPORT = """Statement,Header,Field Name,Field Value
Statement,Data,Title,Activity Statement
Statement,Data,Period,"June 1, 2026 - June 30, 2026"
Account Information,Header,Field Name,Field Value
Account Information,Data,Account,U7700123
Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Cost Price,Cost Basis,Close Price,Value
Open Positions,Data,Summary,Stocks,USD,QLT,10,15,150,20,200
Open Positions,Total,,Stocks,USD,,,,150,,200
Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,Proceeds,Comm/Fee,Code
Trades,Data,Order,Stocks,USD,QLT,2026-06-02, 10:30:15,4,16.50,-66.00,-1.00,O
Trades,Data,Order,Stocks,USD,QGLM,"2026-06-03, 11:00:00",-5,8.00,40.00,-1.00,C;P
Deposits & Withdrawals,Header,Currency,Settle Date,Description,Amount
Deposits & Withdrawals,Data,USD,2026-06-04,Electronic Fund Transfer,-100.00
Dividends,Header,Currency,Date,Description,Amount
Dividends,Data,USD,2026-06-05,QLT(US3456789012) Cash Dividend USD 0.96 per Share,9.60
Withholding Tax,Header,Currency,Date,Description,Amount,Code
Withholding Tax,Data,USD,2026-06-05,QLT(US3456789012) Cash Dividend USD 0.96 per Share - US Tax,-1.44,
"""


def report(text: str) -> StatementAccount:
    (account,) = read_here("report.csv", text.encode()).accounts
    return account


def test_a_day_and_its_time_are_one_cell_where_the_head_has_room_for_one() -> None:
    bought, sold = report(REPORT).activity[:2]
    assert (str(bought.date), bought.symbol, bought.quantity, bought.amount) == ("2026-06-02", "QLT", D(4), D(-66))
    assert (str(sold.date), sold.symbol, sold.quantity, sold.amount) == ("2026-06-03", "QGLM", D(-5), D(40))


def test_codes_are_no_words_and_titles_tell_what_was_done() -> None:
    assert [move.kind for move in report(REPORT).activity] == [
        "Buy", "Sell", "Withdrawal", "Dividends", "Withholding Tax",
    ]  # fmt: skip


def test_a_day_beside_a_column_of_times_stays_apart() -> None:
    account = report(
        "Date,Time,Action,Symbol,Quantity,Price,Amount\n2026-06-02,10:30:15,Buy,QLT,4,16.50,-66.00\n"
        "2026-06-03,11:00:00,Sell,QGLM,5,8.00,40.00\n"
    )
    assert [(move.kind, move.quantity) for move in account.activity] == [("Buy", D(4)), ("Sell", D(5))]


def test_a_name_that_is_all_that_was_done_tells_it() -> None:
    """`SecurityTransactions` is what every row is; what was done stands where a name would."""
    account = report(
        "Trade Date,Type,Description 1,Symbol,Quantity,Price,Amount\n"
        "2/9/2026,SecurityTransactions,Option Purchase,QLT,-1,1.30,129.35\n2/6/2026,Other,Withdrawal,--,--,--,-40.00\n"
        "2/5/2026,SecurityTransactions,-- Reinvestment,QLT,1,1.30,-1.30\n"
    )
    assert [move.kind for move in account.activity] == ["Option Purchase", "Withdrawal", "Reinvestment"]


def test_the_number_of_a_transaction_is_no_symbol_and_its_time_is_the_day() -> None:
    account = report(
        "ID,Time,Action,Name,No. of shares,Total\n678a8bdef,2026-01-15 09:30:00,Buy,Quill Inc,10,-170.60\n"
    )
    (move,) = account.activity
    assert (move.kind, move.symbol, str(move.date), move.amount) == ("Buy", None, "2026-01-15", D("-170.60"))


def test_what_was_closed_was_sold() -> None:
    account = report(
        "Symbol,Description,Quantity,Date Acquired,Date Sold,Proceeds,Cost Basis,Gain/Loss\n"
        "QLT,Quill Inc,100,01/10/2024,03/15/2026,1500.00,1200.00,300.00\n"
    )
    assert [(move.kind, move.gain) for move in account.activity] == [("Sale", D("300.00"))]


HEAD = "Symbol,Description,Quantity,Price,Market Value,Cost\n"


def test_a_row_that_a_sign_cut_is_said_and_never_proven() -> None:
    """`1,500.00` without quotes makes two cells, and all behind it stands one column too far right."""
    text = f"{HEAD}QLT,Quill Trust,40,25.00,1000.00,900.00\nQGLM,Garnet Lake,10,150.00,1,500.00,1300.00\n"
    statement = read_here("export.csv", text.encode())
    assert statement.accounts[0].status == "unproven"
    assert any("more cells than its head" in issue.message for issue in statement.issues)


def test_a_note_behind_a_row_whose_figures_tie_is_no_trouble() -> None:
    text = f"{HEAD}QLT,Quill Trust,40,25.00,1000.00,900.00,a\nQGLM,Garnet Lake,10,82.00,820.00,700.00\n"
    assert read_here("export.csv", text.encode()).accounts[0].status == "proven"


def refused(text: str) -> str:
    return read_here("export.csv", text.encode()).refused or ""


def test_a_refusal_says_what_the_file_is() -> None:
    payments = "Details,Posting Date,Description,Amount,Type,Balance\nDEBIT,09/24/2026,Card payment,-31.00,ACH,552.79\n"
    orders = (
        "Name,Symbol,Side,Status,Filled,Total Qty,Price,Time-in-Force,Placed Time\n"
        "Quill,QLT,Buy,Cancelled,0,2,@31.05,DAY,06/01/2026 07:21:12 EDT\n"
    )
    assert "lists payments with a running balance" in refused(payments)
    assert "lists orders" in refused(orders)
    assert "'Beschreibung 1' (unknown)" in refused("Beschreibung 1;Abschluss;Buchung\nKauf;26.01.2026;28.01.2026\n")
