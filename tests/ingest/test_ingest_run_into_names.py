"""Text whose columns a single blank parts here and there: the symbol before a name, and figures behind it."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.nouns.events import Cell
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, Word, span
from core.ingest.reading import read_here
from core.ingest.rows.run_into_names import apart

HEAD = (
    "Pinewick Securities, Member SIPC                                            Account Number: 4471-2209",
    "",
    "  Positions - Equities",
    "  Symbol  Description                         Quantity      Price($)   Market Value($)   Cost Basis($)",
)
TOTAL = "  Total Equities                                                            $12,351.00"


def copied(*rows: str) -> StatementAccount:
    """The account of a text with these rows of four in all."""
    (account,) = read_here("copied.txt", "\n".join((*HEAD, *rows, TOTAL)).encode()).accounts
    return account


def test_symbol_and_figures_are_parted_from_the_name_by_place_and_by_product() -> None:
    account = copied(
        "  SLTM    SLATE TOTAL MARKET ETF               20.0000      80.00000          1,600.00        1,400.00",
        "  QUILL QUILL HOLDINGS INC         (M)        100.0000      41.00000          4,100.00        3,000.00",
        "  VRNL    VERNAL PLATFORMS, INC. CLASS A 15.0000            300.00000         4,500.00        4,400.00",
        "  ALDR    ALDER WATER AND LIGHT, INC. CL B 7.0000 307.28571                   2,151.00        2,000.00",
    )
    assert [(line.symbol, line.quantity, line.price, line.market_value) for line in account.positions] == [
        ("SLTM", D("20.0000"), D("80.00000"), D("1600.00")),
        ("QUILL", D("100.0000"), D("41.00000"), D("4100.00")),
        ("VRNL", D("15.0000"), D("300.00000"), D("4500.00")),
        ("ALDR", D("7.0000"), D("307.28571"), D("2151.00")),
    ]
    assert [line.description for line in account.positions[2:]] == [
        "VERNAL PLATFORMS, INC. CLASS A", "ALDER WATER AND LIGHT, INC. CL B",
    ]  # fmt: skip


def test_figures_that_make_no_product_stay_in_the_name() -> None:
    account = copied(
        "  SLTM    SLATE TOTAL MARKET ETF               20.0000      80.00000          1,600.00        1,400.00",
        "  VRNL    VERNAL SENIOR NOTE SERIES 4.2500                  300.00000         4,500.00        4,400.00",
    )
    assert account.positions[1].quantity is None or account.positions[1].flagged
    assert account.status != "proven"


def test_a_heading_that_begins_where_the_symbols_do_is_no_symbol_and_name() -> None:
    words = tuple(Word(text, x0, x0 + 30, 10, 18, 8) for text, x0 in (("SHORT", 40.0), ("POSITIONS", 75.0)))
    columns = tuple(Column(role.title(), role, x0, x0 + 40) for role, x0 in (("symbol", 40), ("description", 110)))
    cells = {"description": Cell("SHORT POSITIONS", span(words))}
    header = Header("holdings", columns, 0, 0)
    assert apart(cells, header, Line(1, words)) == cells
    valued = apart({**cells, "value": Cell("500.00", span(words))}, header, Line(1, words))
    assert (valued["symbol"].text, valued["description"].text) == ("SHORT", "POSITIONS")
