"""Papers of advice by machines: tickers under `Fund`, two days side by side, and what each transaction left."""

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

SIX = (-230, -290, -350, -420, -480, -560)
FUNDS = (
    ("QZAB", "Quill Total Market", "Index ETF", ("$9.00", "95.000", "$855.00", "$10.00", "100.500", "$1,005.00")),
    ("QZCD", "Quill Bond", "ETF", ("$20.00", "10.000", "$200.00", "$19.50", "12.000", "$234.00")),
    ("QZEF", "Ember Foreign Stock", "ETF", ("$5.00", "10.000", "$50.00", "$6.00", "10.000", "$60.00")),
)


def account(left: str = "Balance") -> StatementAccount:
    """The account of such a paper; what stands over units and value that a transaction left, as given."""
    pencil = Pencil()
    pencil.page()
    pencil.say("Tidemill Advisers\nJuly 1, 2026 - September 30, 2026\nINES CALLOWAY")
    pencil.say("Individual Taxable Account #692230417", step=24)
    pencil.say("Holdings", style="B")
    pencil.row([(-290, "07/01/2026"), (-480, "09/30/2026")])
    heads = ("Price", "Shares", "Value")
    pencil.row([(40, "Fund"), (80, "Description"), *zip(SIX, heads * 2, strict=True)], "B")
    for symbol, name, more, told in FUNDS:
        pencil.row([(40, symbol), (80, name), *zip(SIX, told, strict=True)], step=10)
        pencil.say(more, 80)
    pencil.row([(40, "Total"), (-350, "$1,105.00"), (-560, "$1,299.00")], "B", step=24)
    pencil.say("Quarterly Activity Detail", style="B")
    pencil.row([(-390, "Change"), (-520, left)])
    columns = (-290, -350, -420, -480, -560)
    told = ("Price", "Shares", "Value", "Shares", "Value")
    pencil.row([(40, "Date"), (100, "Transaction"), (210, "Fund"), *zip(columns, told, strict=True)], "B")
    moved = ("$10.00", "5.500", "$55.00", "100.500", "$1,005.00")
    pencil.row([(40, "Jul 21 2026"), (100, "Deposit"), (210, "QZAB"), *zip(columns, moved, strict=True)])
    moved = ("$19.50", "2.000", "$39.00", "12.000", "$234.00")
    pencil.row([(40, "Aug 11 2026"), (100, "Deposit"), (210, "QZCD"), *zip(columns, moved, strict=True)])
    return read_here("paper.pdf", pencil.drawn().data).accounts[0]


def test_tickers_under_fund_are_symbols_and_what_is_left_is_no_second_period() -> None:
    told = account()
    assert told.status == "proven"
    assert [(one.symbol, one.description, str(one.quantity), str(one.market_value)) for one in told.positions] == [
        ("QZAB", "Quill Total Market Index ETF", "100.500", "1005.00"),
        ("QZCD", "Quill Bond ETF", "12.000", "234.00"),
        ("QZEF", "Ember Foreign Stock ETF", "10.000", "60.00"),
    ]
    assert [str(one.amount) for one in told.activity] == ["55.00", "39.00"]


def test_two_periods_of_transactions_that_nothing_tells_apart_are_not_proven() -> None:
    assert account("Fund").status != "proven"


def test_a_close_beside_proceeds_is_the_day_of_a_sale() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say(
        "Larch Penhallow Wealth Advisors\nAccount Number: 4417-2093\nINES CALLOWAY\nAs of June 30, 2026", step=20
    )
    stops = (-330, -400, -480, -560)
    heads = ("Quantity", "Price", "Cost Basis", "Market Value")
    pencil.row([(40, "Symbol"), (100, "Description"), *zip(stops, heads, strict=True)], "B")
    told = ("10", "5.00", "$40.00", "$50.00")
    pencil.row([(40, "QZAB"), (100, "Ember Corp"), *zip(stops, told, strict=True)])
    pencil.row([(100, "Account Total"), (-480, "$40.00"), (-560, "$50.00")], "B", step=30)
    pencil.say("Realized Gains and Losses - Year to Date", style="B")
    cells = [(40, "Symbol"), (100, "Security"), (210, "Open"), (270, "Close")]
    pencil.row([*cells, (-400, "Proceeds"), (-480, "Cost Basis"), (-560, "Gain/Loss")], "B")
    for symbol, name in (("QZCD", "Osier Inc"), ("QZEF", "Tern Corp")):
        cells = [(40, symbol), (100, name), (210, "05/11/2021"), (270, "02/18/2026")]
        pencil.row([*cells, (-400, "$3,988.87"), (-480, "$4,409.55"), (-560, "($420.68)")])
    (account,) = read_here("paper.pdf", pencil.drawn().data).accounts
    assert account.status == "proven"
    assert [one.symbol for one in account.positions] == ["QZAB"]
