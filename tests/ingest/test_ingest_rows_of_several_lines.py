"""Tables whose rows have two or three lines under heads stacked in pairs: units over price, value over cost."""

from decimal import Decimal

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

Lines = list[list[tuple[float, str]]]
HEADS: Lines = [
    [(-300, "Quantity"), (-400, "Market Value"), (-480, "Unrealized"), (-550, "Est. Annual")],
    [(40, "Security"), (-300, "Price per Share"), (-400, "Total Cost Basis"), (-480, "Gain/Loss"), (-550, "Income")],
]
ROWS: list[Lines] = [
    [
        [(40, "QUILL RETAIL GROUP INC COM"), (-300, "604"), (-400, "183,012.00"), (-480, "-32,210.11"), (-550, "3.66")],
        [(40, "QZAB"), (-300, "303.00"), (-400, "215,222.11")],
        [(40, "79839B106")],
    ],
    [
        [(40, "OSIER TERN CORE BOND FUND INST"), (-300, "1,502.132"), (-400, "100,447.57"), (-480, "--")],
        [(40, "OSTRX"), (-300, "66.87"), (-400, "--")],
        [(40, "45601C309")],
    ],
    [
        [(40, "EMBER CO DEBENTURE 6.000% DUE"), (-300, "150,000"), (-400, "150,946.50"), (-480, "6,153.00")],
        [(40, "06/15/2034"), (-300, "100.631"), (-400, "144,793.50")],
        [(40, "164290D96")],
        [(40, "Callable 06/01/2031 @ 100.000")],
    ],
]
SUM: Lines = [[(40, "Total Account Value"), (-400, "434,406.07")]]


def page() -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.say("Quillmarsh Trust Company", step=20)
    pencil.say("Account Number: 23-5290-8906", step=14)
    pencil.say("March 1, 2026 to March 31, 2026", step=24)
    pencil.say("ODETTE FARROW", step=30)
    return pencil


def read(rows: list[Lines], heads: Lines = HEADS, total: Lines = SUM, gap: float = 3) -> Statement:
    pencil = page()
    for line in heads:
        pencil.row(line, "B", step=10)
    pencil.y += 4
    for lines in (*rows, total):
        for line in lines:
            pencil.row(line, step=10)
        pencil.y += gap
    return read_here("paper.pdf", pencil.drawn().data)


def changed(rows: list[Lines], old: str, new: str) -> list[Lines]:
    return [[[(x, new if text == old else text) for x, text in line] for line in lines] for lines in rows]


@pytest.mark.parametrize("gap", [1, 3, 8])
def test_units_over_price_and_value_over_cost(gap: float) -> None:
    (account,) = read(ROWS, gap=gap).accounts
    told = [(line.quantity, line.price, line.market_value, line.cost_basis) for line in account.positions]
    assert told == [
        (604, 303, 183012, Decimal("215222.11")),
        (Decimal("1502.132"), Decimal("66.87"), Decimal("100447.57"), None),
        (150000, Decimal("100.631"), Decimal("150946.50"), Decimal("144793.50")),
    ]
    assert [line.cusip for line in account.positions] == ["79839B106", "45601C309", "164290D96"]
    assert account.positions[2].description.startswith("EMBER CO DEBENTURE 6.000% DUE 06/15/2034")
    assert account.status == "proven"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("183,012.00", "183,112.00"), ("303.00", "305.00"), ("1,502.132", "1,503.132"), ("144,793.50", "144,793.05")],
)
def test_a_wrong_figure_is_not_proven(right: str, wrong: str) -> None:
    (account,) = read(changed(ROWS, right, wrong)).accounts
    assert account.status != "proven" or any(line.flagged for line in account.positions)


def test_figures_are_shown_where_they_are_printed() -> None:
    (account,) = read(ROWS).accounts
    first, *_ = account.positions
    boxes = {name: first.source.fields[name] for name in ("quantity", "price", "market_value", "cost_basis")}
    assert all(box[2] < 612 for box in boxes.values())
    assert boxes["price"][1] - boxes["quantity"][1] == pytest.approx(10, abs=0.5)
    assert boxes["price"][2] == pytest.approx(300, abs=1)
    assert boxes["cost_basis"][1] == pytest.approx(boxes["price"][1], abs=0.5)


def test_units_over_price_over_value() -> None:
    heads: Lines = [
        [(40, "Holding"), (-300, "Shares/Par"), (-400, "Adjusted Cost"), (-480, "Unrealized %")],
        [(-300, "Share Price"), (-400, "Unreal. G/L")],
        [(-300, "Mkt Value")],
    ]
    rows: list[Lines] = [
        [
            [(40, "UMBEL WATER CO"), (-300, "722.000"), (-400, "$235,350.76"), (-480, "-5.12")],
            [(-300, "$309.27"), (-400, "-$12,057.82")],
            [(-300, "$223,292.94")],
        ],
        [
            [(40, "TESSEL INC"), (-300, "285.000"), (-400, "$25,461.22"), (-480, "13.64")],
            [(-300, "$101.52"), (-400, "$3,471.98")],
            [(-300, "$28,933.20")],
        ],
        [
            [(40, "Total Equities"), (-300, "$252,226.14"), (-400, "$260,811.98")],
            [(-400, "-$8,585.84")],
        ],
    ]
    (account,) = read(rows, heads, [[(40, "Total Account Value"), (-300, "$252,226.14")]]).accounts
    told = [(line.quantity, line.price, line.market_value, line.cost_basis) for line in account.positions]
    assert told == [
        (722, Decimal("309.27"), Decimal("223292.94"), Decimal("235350.76")),
        (285, Decimal("101.52"), Decimal("28933.20"), Decimal("25461.22")),
    ]
    assert account.status == "proven"


LOT_HEADS: Lines = [
    [(-300, "Units"), (-360, "Price"), (-440, "Value on Sep 30,"), (-550, "Value on Oct 31, 2026")],
    [(40, "Description"), (-440, "2026"), (-550, "Total Cost")],
]
LOTS: list[Lines] = [
    [
        [(40, "WESTMARK ENERGY LP"), (-300, "690"), (-360, "350.03"), (-440, "253,113.69"), (-550, "241,520.70")],
        [(-550, "138,149.84")],
    ],
    [[(50, "Apr 12, 2016"), (-300, "283"), (-360, "350.03"), (-550, "99,058.49")], [(-550, "45,329.16")]],
    [[(50, "Feb 05, 2020"), (-300, "407"), (-360, "350.03"), (-550, "142,462.21")], [(-550, "92,820.68")]],
    [
        [(40, "YARROW HOLDINGS INC"), (-300, "850"), (-360, "99.33"), (-440, "82,066.45"), (-550, "84,430.50")],
        [(-550, "67,966.55")],
    ],
    [[(50, "Aug 03, 2017"), (-300, "850"), (-360, "99.33"), (-550, "84,430.50")], [(-550, "67,966.55")]],
]


def test_lots_of_two_lines_and_an_earlier_value_beside() -> None:
    (account,) = read(LOTS, LOT_HEADS, [[(40, "Total Account Value"), (-550, "325,951.20")]]).accounts
    told = [
        (line.market_value, line.cost_basis, [str(lot.cost_basis) for lot in line.lots]) for line in account.positions
    ]
    assert told == [
        (Decimal("241520.70"), Decimal("138149.84"), ["45329.16", "92820.68"]),
        (Decimal("84430.50"), Decimal("67966.55"), ["67966.55"]),
    ]
    assert [[str(lot.acquired) for lot in line.lots] for line in account.positions] == [
        ["2016-04-12", "2020-02-05"],
        ["2017-08-03"],
    ]
    assert account.status == "proven"


def test_a_wrong_cost_of_a_lot_is_told() -> None:
    rows = changed(LOTS, "45,329.16", "45,929.16")
    (account,) = read(rows, LOT_HEADS, [[(40, "Total Account Value"), (-550, "325,951.20")]]).accounts
    assert account.status != "proven" or any(line.flagged for line in account.positions)


def test_the_name_on_a_line_over_rows_of_two_lines() -> None:
    rows: list[Lines] = []
    for name, *lines in (
        ("QUILL RETAIL GROUP INC COM", "604", "183,012.00", "-32,210.11", "303.00", "215,222.11"),
        ("OSIER TERN CO", "10", "200.00", "50.00", "20.00", "150.00"),
    ):
        units, value, gain, price, cost = lines
        rows.append(
            [
                [(40, name), (200, "CUSIP: 79839B106" if name.startswith("Q") else "CUSIP: 45601C309")],
                [(-300, units), (-400, value), (-480, gain)],
                [(-300, price), (-400, cost)],
            ]
        )
    (account,) = read(rows, total=[[(40, "Total Account Value"), (-400, "183,212.00")]]).accounts
    told = [(line.cusip, line.quantity, line.price, line.cost_basis) for line in account.positions]
    assert told == [("79839B106", 604, 303, Decimal("215222.11")), ("45601C309", 10, 20, 150)]
    assert account.status == "proven"


def test_what_came_in_behind_a_table_without_heads_is_no_holding() -> None:
    pencil = page()
    for line in (*HEADS, *(line for lines in ROWS for line in lines), *SUM):
        pencil.row(line, step=10)
    pencil.y += 20
    pencil.say("Income and Distributions", style="B")
    pencil.row([(-330, "This Period"), (-400, "Year to Date")], "B", step=10)
    for cells in (
        ("Dividends", "9.72", "2,719.18"),
        ("Interest", "677.62", "4,276.20"),
        ("Total Income", "687.34", "6,995.38"),
    ):
        pencil.row([(40, cells[0]), (-330, cells[1]), (-400, cells[2])], step=10)
    (account,) = read_here("paper.pdf", pencil.drawn().data).accounts
    assert (len(account.positions), account.status) == (3, "proven")


def test_what_tells_more_of_a_bond_is_of_the_row_above_however_far() -> None:
    pencil = page()
    heads = [(-300, "Par"), (-360, "Price"), (-440, "Value"), (-520, "Cost")]
    pencil.row([(40, "Security"), *heads], "B", step=14)
    for name, value, cost, accrued in (
        ("EMBER CO DEBENTURE 6.000% DUE 06/15/2034", "150,946.50", "144,793.50", "412.50"),
        ("FENN CNTY WATER REV 4.000% DUE 03/01/2033", "150,946.50", "", "98.20"),
        ("SLATE SCH DIST 2.000% DUE 02/01/2031", "150,946.50", "144,793.50", "61.11"),
    ):
        pencil.say(name, step=10)
        pencil.row([(-300, "150,000"), (-360, "100.631"), (-440, value), (-520, cost)], step=14)
        pencil.say("Callable 06/01/2031 @ 100.000", x=46, step=10)
        pencil.say(f"Accrued interest {accrued}", x=46, step=10)
    pencil.row([(40, "Total Account Value"), (-440, "452,839.50")], "B")
    (account,) = read_here("paper.pdf", pencil.drawn().data).accounts
    assert [str(line.accrued) for line in account.positions] == ["412.50", "98.20", "61.11"]
    assert [line.description[:5] for line in account.positions] == ["EMBER", "FENN ", "SLATE"]


HEADS_OF_BONDS: Lines = [
    [(-260, "Quantity/"), (-350, "Ending Value/"), (370, "Acquired"), (-550, "Unrealized")],
    [(40, "Description"), (-260, "Unit Price"), (-350, "Total Cost Basis"), (-550, "Gain/Loss")],
]


def test_various_days_under_a_name_are_no_lot() -> None:
    rows: list[Lines] = [
        [
            [(40, "EMBER INC NOTES 5.625% DUE 06/15/2036"), (230, "CUSIP: 367656A96")],
            [(-260, "30,000.00"), (-350, "29,767.20"), (370, "Various"), (-550, "(1,627.20)")],
            [(-260, "99.224"), (-350, "31,394.40")],
        ],
        [
            [(40, "FENN CO DEBENTURE 5.750% DUE 06/15/2028"), (230, "CUSIP: 05232CBG6")],
            [(-260, "165,000.00"), (-350, "173,230.20"), (370, "05/04/2021"), (-550, "5,717.25")],
            [(-260, "104.988"), (-350, "167,512.95")],
        ],
    ]
    (account,) = read(rows, HEADS_OF_BONDS, [[(40, "Total Account Value"), (-350, "202,997.40")]]).accounts
    first, second = account.positions
    assert (first.cost_basis, first.lots, len(second.lots)) == (Decimal("31394.40"), (), 1)
    assert account.status == "proven"


def test_a_day_alone_under_a_row_is_that_of_all_its_units_where_others_have_lots() -> None:
    heads: Lines = [
        [(-300, "Units"), (-360, "Market"), (-440, "Mkt Value"), (-550, "Adjusted Cost")],
        [(40, "Holding"), (-360, "Price")],
    ]
    rows: list[Lines] = [
        [
            [(40, "MILLRACE CORPORATION")],
            [(40, "594918104"), (-300, "825"), (-360, "280.18"), (-440, "231,148.50"), (-550, "59,636.31")],
            [(40, "02/12/2021")],
        ],
        [
            [(40, "JUNCTION CHASE & CO")],
            [(40, "46625H100"), (-300, "234"), (-360, "135.97"), (-440, "31,816.98"), (-550, "33,535.10")],
            [(52, "Lot acquired 04/04/2016"), (-300, "112"), (-440, "15,228.64"), (-550, "18,779.66")],
            [(52, "Lot acquired 10/15/2024"), (-300, "122"), (-440, "16,588.34"), (-550, "14,755.44")],
        ],
    ]
    (account,) = read(rows, heads, [[(40, "Total Account Value"), (-440, "262,965.48")]]).accounts
    first, second = account.positions
    assert (first.cusip, first.description) == ("594918104", "MILLRACE CORPORATION")
    assert [(str(lot.acquired), lot.quantity) for lot in first.lots] == [("2021-02-12", 825)]
    assert ([str(lot.acquired) for lot in second.lots], account.status) == (["2016-04-04", "2024-10-15"], "proven")
