"""Harder statements of invented brokers: names above lots, stacked cells, accounting signs, centred numbers."""

from collections.abc import Callable
from decimal import Decimal

from ingest_layouts import Expected, Holding, Paper, money, put, row, sheet

D = Decimal


def brine() -> Paper:
    """No description column: names and identifiers stand above rows of lots, each security ends in a total."""
    pdf = sheet(landscape=True)
    put(pdf, 40, 40, "Brinewell Clearing LLC", "B", 15)
    put(pdf, 500, 40, "Account Number: 7BW-330912")
    put(pdf, 500, 54, "Statement Period: 08/01/2026 - 08/31/2026")
    put(pdf, 500, 68, "Total Account Value: $9,140.00", "B")
    put(pdf, 40, 96, "Exchange-Traded Products 100.00% of Portfolio", "B", 11)
    head = ("Date Acquired", "Quantity", "Unit Cost", "Cost Basis", "Market Price", "Market Value", "Gain/Loss")
    places = (40.0, 190.0, 260.0, 340.0, 420.0, 510.0, 600.0)
    row(pdf, 116, [(x, text, place > 0) for place, (x, text) in enumerate(zip(places, head, strict=True))], "B", 8)
    first = (("06/14/19", "2019-06-14", "10.000", "150.00"), ("01/06/25", "2025-01-06", "20.000", "220.00"))
    second = (("03/02/26", "2026-03-02", "32.000", "80.00"),)
    y = 136.0
    held = []
    for name, symbol, cusip, price, lots in (
        ("FINCH WORLD STOCK ETF", "FWS", "037833100", "220.00", first),
        ("ALDER SHORT TERM BOND ETF", "ASTB", "912828ZT0", "79.375", second),
    ):
        put(pdf, 40, y, name, "B")
        put(pdf, 40, y + 10, f"Symbol: {symbol}   Security Identifier: {cusip} CUSIP", size=8)
        y += 22
        shares, spent = D(0), D(0)
        for printed, _, quantity, unit in lots:
            cost, worth = D(quantity) * D(unit), D(quantity) * D(price)
            cells = (printed, quantity, unit, money(cost, ""), price, money(worth, ""), money(worth - cost, ""))
            row(pdf, y, [(x, text, place > 0) for place, (x, text) in enumerate(zip(places, cells, strict=True))])
            shares, spent, y = shares + D(quantity), spent + cost, y + 12
        worth = shares * D(price)
        if len(lots) > 1:
            row(
                pdf,
                y,
                [(40, "Total", False), (190, str(shares), True), (340, money(spent), True), (510, money(worth), True)],
            )
            y += 12
        y += 8
        kept = tuple((iso, quantity, f"{D(quantity) * D(unit):.2f}") for _, iso, quantity, unit in lots)
        held.append(Holding(symbol, name, str(shares), price, f"{worth:.2f}", f"{spent:.2f}", lots=kept))
    row(
        pdf, y, [(40, "Total Exchange-Traded Products", False), (340, "$8,460.00", True), (510, "$9,140.00", True)], "B"
    )
    return Paper(bytes(pdf.output()), (Expected("…0912", tuple(held), "9140.00"),))


def copse() -> Paper:
    """Beginning and ending columns with dates, income and yield stacked in one cell, symbols under the names."""
    pdf = sheet(landscape=True)
    put(pdf, 40, 40, "Copse Hill Brokerage", "B", 15)
    put(pdf, 520, 60, "Account # Z77-118802")
    put(pdf, 520, 72, "ANA RUIZ - INDIVIDUAL - TOD")
    put(pdf, 520, 40, "January 1, 2026 - January 31, 2026")
    put(pdf, 40, 80, "Account Value:")
    put(pdf, 200, 80, "$26,655.00", "B", 14)
    put(pdf, 40, 110, "Stocks", "B", 11)
    top = [
        (300, "Beginning", True),
        (450, "Price", True),
        (530, "Ending", True),
        (620, "Total", True),
        (700, "EAI ($) /", True),
    ]
    middle = [
        (300, "Market Value", True),
        (370, "Quantity", True),
        (450, "Per Unit", True),
        (530, "Market Value", True),
        (620, "Cost Basis", True),
        (700, "EY (%)", True),
    ]
    low = [
        (40, "Description", False),
        (300, "Jan 1, 2026", True),
        (370, "Jan 31, 2026", True),
        (450, "Jan 31, 2026", True),
        (530, "Jan 31, 2026", True),
    ]
    for place, cells in enumerate((top, middle, low)):
        row(pdf, 126 + 9 * place, cells, "B", 8)
    held = (
        Holding("PEBL", "PEBBLE BEACON SOFTWARE COM", "150.000", "70.2000", "10530.00", "9000.00"),
        Holding("MOSB", "MOSSBANK ENERGY CORP COM USD0.01", "375.000", "43.0000", "16125.00", "18000.50"),
    )
    y = 164.0
    for one, before, income, share in (
        (held[0], "$10,100.00", "$120.00", "1.140%"),
        (held[1], "unavailable", "806.25", "5.000"),
    ):
        row(
            pdf,
            y,
            [
                (40, one.name, False),
                (300, before, True),
                (370, one.quantity, True),
                (450, "$" + one.price, True),
                (530, money(one.value), True),
                (620, money(one.cost or "0"), True),
                (700, income, True),
            ],
            "",
            8,
        )
        row(pdf, y + 9, [(40, f"({one.symbol})", False), (700, share, True)], "", 8)
        y += 24
    row(
        pdf,
        y,
        [
            (40, "Total Stocks (100% of account holdings)", False),
            (300, "$10,100.00", True),
            (530, "$26,655.00", True),
            (620, "$27,000.50", True),
            (700, "$926.25", True),
        ],
        "B",
        8,
    )
    expected = Expected("…8802", held, "26655.00", registration="taxable_individual", owner="ANA RUIZ")
    return Paper(bytes(pdf.output()), (expected,))


def ledger() -> Paper:
    """Accounting dollars at the left edge of their columns, angle brackets for what is owed, whole-dollar total."""
    pdf = sheet()
    put(pdf, 40, 40, "Ledgerline Trust Company", "B", 15)
    put(pdf, 40, 60, "Account Number 220-77431")
    put(pdf, 40, 74, "Statement as of February 28, 2026")
    head = [
        (40, "Asset Description", False),
        (300, "Shares/Par", True),
        (370, "Market Price", True),
        (470, "Market Value", True),
        (570, "Tax Cost", True),
    ]
    row(pdf, 110, head, "B")
    held = (
        Holding("FWS", "FINCH WORLD STOCK ETF", "40.000", "75.00", "3000.00", "2500.00"),
        Holding("WXYZ", "WEXFORD YARDS ZINC", "-10.000", "50.00", "-500.00", "-450.00"),
    )
    row(
        pdf,
        128,
        [
            (40, "FINCH WORLD STOCK ETF (FWS)", False),
            (300, "40.000", True),
            (370, "75.00", True),
            (410, "$", False),
            (470, "3,000.00", True),
            (515, "$", False),
            (570, "2,500.00", True),
        ],
    )
    row(
        pdf,
        144,
        [
            (40, "WEXFORD YARDS ZINC (WXYZ)", False),
            (300, "<10.000>", True),
            (370, "50.00", True),
            (470, "<500.00>", True),
            (570, "<450.00>", True),
        ],
    )
    row(pdf, 160, [(40, "Cash", False), (410, "$", False), (470, "125.00", True)])
    row(
        pdf,
        180,
        [(40, "Total", False), (410, "$", False), (470, "2,625.00", True), (515, "$", False), (570, "2,050.00", True)],
        "B",
    )
    return Paper(bytes(pdf.output()), (Expected("…7431", held, "2625.00", "125.00"),))


def centre() -> Paper:
    """Everything centred in its cell, as report builders do it; the account in a box of labels and values."""
    pdf = sheet()
    pdf.set_font("Helvetica", "B", 16)
    pdf.set_xy(40, 30)
    pdf.cell(530, 20, "PORTFOLIO STATEMENT", align="C")
    for place, (label, value) in enumerate(
        (
            ("Client Name:", "Ben Okafor"),
            ("Account Number:", "5590-8812"),
            ("Account Type:", "Joint Tenants"),
            ("Statement Date:", "03/31/2026"),
            ("Total Portfolio Value:", "$77,680.50"),
        )
    ):
        put(pdf, 60, 80 + 14 * place, label, "B")
        put(pdf, 200, 80 + 14 * place, value)
    held = (
        Holding("VTI", "Vanguard Total Stock Market ETF", "120", "251.10", "30132.00", "22000.00"),
        Holding("BND", "Vanguard Total Bond Market ETF", "300.5", "73.00", "21936.50", "24100.10"),
        Holding("BRK.B", "Berkshire Hathaway Inc Class B", "40", "640.30", "25612.00", "9800.00"),
    )
    widths = (60, 190, 70, 70, 80, 80)
    pdf.set_xy(30, 180)
    pdf.set_font("Helvetica", "B", 8)
    for text, width in zip(
        ("Ticker", "Security Name", "Shares", "Price", "Market Value", "Total Cost"), widths, strict=True
    ):
        pdf.cell(width, 16, text, border=1, align="C")
    pdf.set_font("Helvetica", "", 8)
    for place, one in enumerate(held):
        pdf.set_xy(30, 196 + 16 * place)
        cells = (one.symbol or "", one.name, one.quantity, money(one.price), money(one.value), money(one.cost or "0"))
        for text, width in zip(cells, widths, strict=True):
            pdf.cell(width, 16, text, border=1, align="C")
    put(pdf, 40, 280, "Important: figures are shown for information only and may differ from your tax records.", size=7)
    put(pdf, 40, 290, "Trades of the last two days may not be included in the holdings shown above.", size=7)
    expected = Expected("…8812", held, "77680.50", registration="taxable_joint", owner="Ben Okafor")
    return Paper(bytes(pdf.output()), (expected,))


def split() -> Paper:
    """Lots run over a page break, the section is continued, a second account starts on the last page."""
    pdf = sheet()
    lots = tuple(
        (f"20{10 + number:02d}-0{1 + number % 9}-1{number % 10}", "10", f"{400 + number}.00") for number in range(14)
    )

    def top(page: int, account: str, kind: str) -> None:
        put(pdf, 40, 40, "Northgate Securities", "B", 14)
        put(pdf, 380, 40, f"Account {account}")
        put(pdf, 380, 52, kind)
        put(pdf, 380, 64, "As of 12/31/2025")
        put(pdf, 280, 770, f"{page} of 3", size=7)

    def head(y: float) -> None:
        row(
            pdf,
            y,
            [
                (40, "Description", False),
                (260, "Open Date", False),
                (370, "Quantity", True),
                (430, "Price", True),
                (500, "Value", True),
                (575, "Cost", True),
            ],
            "B",
        )

    top(1, "NG 4410 2255", "Rollover IRA")
    put(pdf, 40, 600, "Equities", "B", 11)
    head(618)
    cost = sum((D(one[2]) for one in lots), D(0))
    row(
        pdf,
        636,
        [
            (40, "GANNET ISLE SHIPPING (GISH)", False),
            (370, "140", True),
            (430, "50.00", True),
            (500, "7,000.00", True),
            (575, money(cost, ""), True),
        ],
        "B",
    )
    y = 650.0
    for number, (day, shares, spent) in enumerate(lots):
        if number == 7:
            pdf.add_page()
            top(2, "NG 4410 2255", "Rollover IRA")
            put(pdf, 40, 90, "Equities (continued)", "B", 11)
            head(106)
            y = 122.0
        year, month, dom = day.split("-")
        row(
            pdf,
            y,
            [
                (260, f"{month}/{dom}/{year}", False),
                (370, shares, True),
                (430, "50.00", True),
                (500, "500.00", True),
                (575, spent, True),
            ],
        )
        y += 13
    row(pdf, y + 6, [(40, "Total Equities", False), (500, "7,000.00", True), (575, money(cost, ""), True)], "B")
    row(pdf, y + 26, [(40, "Total Account Value", False), (500, "7,000.00", True)], "B")
    pdf.add_page()
    top(3, "NG 4410 9911", "Individual")
    put(pdf, 40, 90, "Equities", "B", 11)
    head(106)
    row(
        pdf,
        122,
        [
            (40, "PEBBLE BEACON SOFTWARE (PEBL)", False),
            (260, "02/02/2024", False),
            (370, "5", True),
            (430, "70.00", True),
            (500, "350.00", True),
            (575, "300.00", True),
        ],
    )
    row(pdf, 142, [(40, "Total Account Value", False), (500, "350.00", True)], "B")
    first = (Holding("GISH", "GANNET ISLE SHIPPING", "140", "50.00", "7000.00", str(cost), lots=lots),)
    second = (
        Holding(
            "PEBL", "PEBBLE BEACON SOFTWARE", "5", "70.00", "350.00", "300.00", lots=(("2024-02-02", "5", "300.00"),)
        ),
    )
    return Paper(
        bytes(pdf.output()),
        (
            Expected("…2255", first, "7000.00", registration="traditional_ira"),
            Expected("…9911", second, "350.00", registration="taxable_individual"),
        ),
    )


DESKS: dict[str, Callable[[], Paper]] = {
    "brine": brine,
    "copse": copse,
    "ledger": ledger,
    "centre": centre,
    "split": split,
}
