"""Symbols beside the words of broken names, beside the side of the account; funds at a dollar that the cash counts."""

from decimal import Decimal

from core.ingest.lexicon.identifiers import is_bare_ticker
from core.ingest.nouns.events import Cell, Record, Where
from core.ingest.owners.account_titles import title_of
from core.ingest.rows.named_alike import name_alike
from tests.ingest.test_ingest_dealt_looks import only, page

HEADS = [(40, "Security"), (-330, "Units"), (-400, "Price"), (-480, "Value")]


def test_symbols_before_broken_names_begin_the_next_row() -> None:
    pencil = page()
    pencil.row(HEADS, "B", step=13)
    for symbol, first, rest, units in (
        ("QZAB", "Quill Northern Real", "Lands Fund", "10"),
        ("OSTR", "Osier Total Tern", "Index Fund", "20"),
        ("HLLW", "Hollow Balanced Oak", "Fund", "5"),
    ):
        pencil.row([(40, f"{symbol} {first}")], step=11)
        pencil.row([(40, rest), (-330, units), (-400, "10.00"), (-480, f"{units}0.00")], step=11)
    pencil.row([(40, "Total Account Value"), (-480, "350.00")], "B")
    account = only(pencil)
    assert [(line.symbol, line.description) for line in account.positions] == [
        ("QZAB", "Quill Northern Real Lands Fund"),
        ("OSTR", "Osier Total Tern Index Fund"),
        ("HLLW", "Hollow Balanced Oak Fund"),
    ]


def test_the_side_of_an_account_beside_a_symbol_is_no_class_of_it() -> None:
    pencil = page()
    heads = [(40, "Security"), (164, "Symbol"), (201, "Cash/"), (-330, "Units"), (-400, "Price"), (-480, "Value")]
    pencil.row(heads, "B", step=10)
    pencil.row([(201, "Margin")], "B", step=13)
    for symbol, name, units in (
        ("QZAB", "Quill Air Inc", "10"),
        ("OSTR", "Osier Tern Co", "20"),
        ("HLLW", "Hollow", "5"),
    ):
        cells = [(40, name), (164, symbol), (201, "C"), (-330, units), (-400, "10.00"), (-480, f"{units}0.00")]
        pencil.row(cells)
    pencil.row([(40, "Total Account Value"), (-480, "350.00")], "B")
    account = only(pencil)
    assert [line.symbol for line in account.positions] == ["QZAB", "OSTR", "HLLW"]
    assert account.status == "proven"


def row(name: str, *details: str, symbol: str = "") -> Record:
    cells = {"description": Cell(name, (40, 10, 90, 18)), "quantity": Cell("10"), "value": Cell("100.00")}
    if symbol:
        cells["symbol"] = Cell(symbol, (40, 20, 60, 28))
    return Record("holdings", cells, Where(1, None, (40, 10, 400, 18)), [*details], table=1)


def test_symbols_below_beside_figures_and_alone_are_one_shape() -> None:
    rows = [row("QUILL FUND", symbol="QZAB"), row("OSIER TERN", "FUND", "OSTR"), row("HOLLOW", "SLATE", symbol="OAK")]
    name_alike(rows)
    assert [one.cells["symbol"].text for one in rows] == ["QZAB", "OSTR", "SLATE"]
    assert rows[2].details == ["OAK"]


def test_units_of_a_dollar_that_the_printed_cash_counts_are_a_money_fund() -> None:
    for told, kind in (("160.00", "money_market"), ("60.00", "other")):
        pencil = page()
        pencil.row([(40, "Cash Balance"), (-300, f"${told}")], step=20)
        pencil.row(HEADS, "B", step=13)
        pencil.row([(40, "Quill Air Inc (QZAB)"), (-330, "10"), (-400, "20.00"), (-480, "200.00")])
        pencil.row([(40, "OSIER VALUE ADVANTAGE MON"), (-330, "100.00"), (-400, "$1.00"), (-480, "100.00")])
        pencil.row([(40, "UNINVESTED CASH"), (-480, "60.00")])
        pencil.row([(40, "Total Account Value"), (-480, "360.00")], "B")
        account = only(pencil)
        fund = next(line for line in account.positions if line.description.startswith("OSIER"))
        assert fund.asset_type == kind
        assert account.cash == Decimal("60.00")


def test_words_of_plans_are_no_surnames() -> None:
    title = title_of("Ines L. Calloway Health Savings Account (HSA)")
    assert title is not None
    assert title.owner == "Ines L. Calloway"
    assert title_of("Osier Freight Lines 401(k) Profit Sharing Plan") is None


def test_ratings_are_no_symbols() -> None:
    assert not any(map(is_bare_ticker, ("NR/AA", "A2/A", "BBB/BBB")))
    assert all(map(is_bare_ticker, ("BRK/B", "QZAB", "A")[:2]))
