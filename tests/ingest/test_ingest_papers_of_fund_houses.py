"""The paper of a fund house: symbols beside fund numbers, what each fund did under its name, costs by their sides."""

from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.book.ledger import activity_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

FUNDS = (
    ("Quill Balanced Growth Fund Investor", "QZABX", "59", "120.500", "20.00", "2,410.00"),
    ("Ember World Bond Fund", "EMWBX", "304", "80.000", "31.00", "2,480.00"),
)
SUMMARY = ((40, "Fund (fund number, symbol)"), (-330, "Share balance"), (-420, "Share price"), (-540, "Value"))
MOVES = ((40, "Trade date"), (100, "Description"), (-330, "Dollar amount"), (-410, "Share price"),
         (-490, "Shares this transaction"), (-580, "Share balance"))  # fmt: skip
COSTS = ((40, "Fund"), (-330, "Shares"), (-400, "Cost per share"), (-460, "Cost basis"), (-520, "Market value"),
         (-590, "Gain/loss"))  # fmt: skip
DONE = {
    "QZABX": (
        ("01/01/2026", "Beginning share balance", "", "$19.00", "", "118.000"),
        ("01/12/2026", "Income dividend reinvested", "$100.00", "$20.00", "5.000", "123.000"),
        ("02/10/2026", "Systematic withdrawal by ACH", "-$50.00", "$20.00", "-2.500", "120.500"),
        ("03/31/2026", "Ending share balance", "", "$20.00", "", "120.500"),
    ),
    "EMWBX": (
        ("01/01/2026", "Beginning share balance", "", "$30.00", "", "79.000"),
        ("01/20/2026", "Exchange from Quill Harbor Fund", "$15.25", "$30.50", "0.500", "79.500"),
        ("02/04/2026", "Short-term capital gain reinvested", "$15.25", "$30.50", "0.500", "80.000"),
        ("03/31/2026", "Ending share balance", "", "$31.00", "", "80.000"),
    ),
}
SIDES = {
    "QZABX": (
        ("Covered", "100.500", "$18.0000", "$1,809.00", "$2,010.00", "$201.00"),
        ("Noncovered", "20.000", "$12.0000", "$240.00", "$400.00", "$160.00"),
        ("Total", "120.500", "", "$2,049.00", "$2,410.00", "$361.00"),
    ),
    "EMWBX": (("Covered", "80.000", "$32.0000", "$2,560.00", "$2,480.00", "-$80.00"),),
}
EXPECTED = [
    (date(2026, 1, 12), "reinvest", "QZABX", D("5.000")),
    (date(2026, 2, 10), "sell", "QZABX", D("2.500")),
    (date(2026, 1, 20), "buy", "EMWBX", D("0.500")),
    (date(2026, 2, 4), "reinvest", "EMWBX", D("0.500")),
]


class Paper:
    """A paper of two funds, drawn with what a test changes."""

    def __init__(self) -> None:
        self.pencil = Pencil()
        self.pencil.page()
        self.pencil.say("QUILL FUNDS\nJanuary 1, 2026 - March 31, 2026", step=12)
        self.pencil.say("INES R CALLOWAY\nIndividual account   Account number 4412-0914", step=14)

    def holdings(self, form: str = "({number}, {symbol})", wrapped: bool = False) -> None:
        self.pencil.say("Account summary", step=14)
        self.pencil.row(SUMMARY)
        for name, symbol, number, units, price, value in FUNDS:
            told = form.format(number=number, symbol=symbol)
            first, _, last = told.rpartition(" ") if wrapped else (told, "", "")
            figures = ((-330, units), (-420, f"${price}"), (-540, f"${value}"))
            self.pencil.row([(40, f"{name} {first}".strip()), *figures])
            if last:
                self.pencil.say(last)
        self.pencil.row([(40, "Total account value"), (-540, "$4,890.00")])

    def moves(self, title: str = "{name} ({symbol})", once: bool = False, turned: bool = False) -> None:
        self.pencil.say("")
        self.pencil.say("Transactions this quarter", step=14)
        if once:
            self.pencil.row(MOVES)
        for name, symbol, *_ in FUNDS:
            self.pencil.say(title.format(name=name, symbol=symbol))
            if not once:
                self.pencil.row(MOVES)
            for at, (day, done, *figures) in enumerate(DONE[symbol]):
                if turned and at == 2:
                    self.pencil.page()
                    self.pencil.say(f"{title.format(name=name, symbol=symbol)} (continued)")
                    self.pencil.row(MOVES)
                places = zip((-330, -410, -490, -580), figures, strict=True)
                self.pencil.row([(40, day), (100, done), *((x, text) for x, text in places if text)])
            self.pencil.say("")

    def costs(self, over: bool = False, summed: bool = True, turned: bool = False) -> None:
        self.pencil.say("")
        self.pencil.say("Cost basis information", step=14)
        self.pencil.row(COSTS)
        for name, symbol, *_ in FUNDS:
            for at, (side, *figures) in enumerate(SIDES[symbol]):
                if side == "Total" and not summed:
                    continue
                if turned and at == 1:
                    self.pencil.page()
                    self.pencil.row(COSTS)
                if at == 0 and over:
                    self.pencil.say(name)
                places = zip((-330, -400, -460, -520, -590), figures, strict=True)
                label = [(40, name), (205, side)] if at == 0 and not over else [(205, side)]
                self.pencil.row([*label, *((x, text) for x, text in places if text)])
        self.pencil.row([(40, "Account total"), (-460, "$4,609.00"), (-520, "$4,890.00"), (-590, "$281.00")])

    def read(self) -> StatementAccount:
        return only(read_here("quill.pdf", self.pencil.drawn().data))


def only(statement: Statement) -> StatementAccount:
    (account,) = statement.accounts
    return account


def held(account: StatementAccount) -> list[tuple[str | None, str, D | None, D | None, int]]:
    return [(one.symbol, one.description, one.quantity, one.cost_basis, len(one.lots)) for one in account.positions]


def funds(*costs: str) -> list[tuple[str | None, str, D | None, D | None, int]]:
    found = costs or (None,) * len(FUNDS)
    return [(one[1], one[0], D(one[3]), D(cost) if cost else None, 0) for one, cost in zip(FUNDS, found, strict=True)]


@pytest.mark.parametrize(
    "form",
    ["({number}, {symbol})", "({symbol}, {number})", "(Fund {number}; {symbol})", "({symbol} / 0{number})",
     "(#{number}, {symbol})", "(Fund No. {number}, {symbol})"],
)  # fmt: skip
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_symbol_stands_beside_the_number_of_its_fund(form: str, wrapped: bool) -> None:
    paper = Paper()
    paper.holdings(form, wrapped)
    account = paper.read()
    assert held(account) == funds()
    assert account.status == "proven"


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("once", [False, True])
@pytest.mark.parametrize("title", ["{name} ({symbol})", "{name}", "{name} - {symbol}"])
def test_what_a_fund_did_stands_under_its_name_whatever_its_column_is_called(
    title: str, once: bool, turned: bool
) -> None:
    paper = Paper()
    paper.holdings()
    paper.moves(title, once, turned)
    account = paper.read()
    assert [(one.date, one.side, one.symbol, one.quantity) for one in activity_of(account, "a")] == EXPECTED
    assert held(account) == funds()


def test_a_fund_that_is_no_longer_held_is_known_by_its_opening_balance() -> None:
    paper = Paper()
    paper.holdings()
    paper.pencil.say("")
    paper.pencil.say("Quill Harbor Fund (QZHBX)")
    paper.pencil.row(MOVES)
    paper.pencil.row([(40, "01/01/2026"), (100, "Beginning share balance"), (-410, "$10.00"), (-580, "1.525")])
    paper.pencil.row(
        [(40, "01/20/2026"), (100, "Exchange to Ember World Bond Fund"), (-330, "-$15.25"), (-410, "$10.00"),
         (-490, "-1.525"), (-580, "0.000")]
    )  # fmt: skip
    moves = activity_of(paper.read(), "a")
    assert [(one.side, one.symbol, one.quantity) for one in moves] == [("sell", "QZHBX", D("1.525"))]


def test_a_name_below_what_was_done_is_of_that_row_alone() -> None:
    paper = Paper()
    paper.holdings()
    paper.pencil.say("")
    paper.pencil.say("Transactions")
    paper.pencil.row([(40, "Date"), (100, "Description"), (-330, "Amount")])
    paper.pencil.say("-" * 80)
    rows = (
        ("01/12/2026", "Purchased 5 shares", FUNDS[0], "-100.00"),
        ("02/10/2026", "Sold 2 shares", FUNDS[1], "61.00"),
    )
    for day, done, (name, symbol, *_), cash in rows:
        paper.pencil.row([(40, day), (100, done), (-330, cash)])
        paper.pencil.row([(100, name)])
        paper.pencil.row([(100, f"Ticker {symbol} at 20.0000 per share")])
    moves = activity_of(paper.read(), "a")
    assert [(one.side, one.symbol, one.quantity) for one in moves] == [("buy", "QZABX", D(5)), ("sell", "EMWBX", D(2))]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("summed", [True, False])
@pytest.mark.parametrize("over", [False, True])
def test_the_costs_of_covered_and_other_shares_are_those_of_the_fund_and_no_lots(
    over: bool, summed: bool, turned: bool
) -> None:
    paper = Paper()
    paper.holdings()
    paper.costs(over, summed, turned)
    account = paper.read()
    assert held(account) == funds("2049.00", "2560.00")
    assert account.status == "proven"


def test_sides_that_are_not_all_of_the_units_prove_nothing() -> None:
    paper = Paper()
    paper.holdings()
    paper.pencil.say("")
    paper.pencil.row(COSTS)
    paper.pencil.row(
        [(40, FUNDS[0][0]), (205, "Covered"), (-330, "110.500"), (-400, "$18.0000"), (-460, "$1,989.00"),
         (-520, "$2,210.00"), (-590, "$221.00")]
    )  # fmt: skip
    account = paper.read()
    assert account.status != "proven"
    assert account.positions[0].cost_basis is None


@pytest.mark.parametrize("head", ["Coverage", "Tax status", "Type", ""])
@pytest.mark.parametrize("word", ["Noncovered shares", "Non-covered", "Noncovered"])
def test_sides_stand_under_a_head_of_their_own_beside_a_fund_without_sides(word: str, head: str) -> None:
    paper = Paper()
    paper.holdings()
    paper.pencil.say("")
    paper.pencil.row([COSTS[0], *([(205, head)] if head else []), *COSTS[1:]])
    rows = (
        (FUNDS[0][0], "Covered", "120.500", "$17.0041", "$2,049.00", "$2,410.00", "$361.00"),
        ("", word, "0.000", "-", "-", "$0.00", "$0.00"),
        ("", "Total", "120.500", "", "$2,049.00", "$2,410.00", "$361.00"),
        (FUNDS[1][0], "", "80.000", "$32.0000", "$2,560.00", "$2,480.00", "-$80.00"),
    )
    for name, side, *figures in rows:
        places = ((40, name), (205, side), *zip((-330, -400, -460, -520, -590), figures, strict=True))
        paper.pencil.row([(x, text) for x, text in places if text])
    account = paper.read()
    assert held(account) == funds("2049.00", "2560.00")
    assert account.status == "proven"
