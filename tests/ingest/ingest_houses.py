"""More statements of invented brokers, in the manner of large houses: tall headers, lots, totals of a security."""

from collections.abc import Callable
from decimal import Decimal

from ingest_layouts import Expected, Holding, Paper, money, put, row, sheet

D = Decimal


def marrow() -> Paper:
    """A security's name alone, its lots under it, then `Total`; unit cost and total cost side by side."""
    pdf = sheet(landscape=True)
    put(pdf, 40, 40, "Marrowstone Wealth", "B", 15)
    put(pdf, 500, 40, "Account 412-009981-077")
    put(pdf, 500, 54, "For the Period July 1-31, 2026")
    put(pdf, 40, 80, "TOTAL ACCOUNT VALUE", "B")
    put(pdf, 300, 80, "$21,650.00", "B")
    put(pdf, 40, 110, "COMMON STOCKS", "B", 11)
    row(
        pdf,
        130,
        [
            (40, "Security Description", False),
            (230, "Trade Date", False),
            (340, "Quantity", True),
            (400, "Unit Cost", True),
            (470, "Share Price", True),
            (550, "Total Cost", True),
            (640, "Market Value", True),
            (730, "Gain/(Loss)", True),
        ],
        "B",
        8,
    )
    first = (
        ("3/4/19", "2019-03-04", "100.000", "40.000", "4000.00"),
        ("11/30/20", "2020-11-30", "50.000", "62.000", "3100.00"),
    )
    y = 148.0
    put(pdf, 40, y, "BRIDLE PATH FOODS INC (BPF)")
    y += 12
    for printed, _, shares, unit, cost in first:
        worth = D(shares) * D("81.000")
        row(
            pdf,
            y,
            [
                (230, printed, False),
                (340, shares, True),
                (400, "$" + unit, True),
                (470, "$81.000", True),
                (550, money(cost), True),
                (640, money(worth), True),
                (730, money(worth - D(cost)) + " LT", True),
            ],
        )
        y += 12
    row(
        pdf,
        y,
        [
            (230, "Total", False),
            (340, "150.000", True),
            (550, "$7,100.00", True),
            (640, "$12,150.00", True),
            (730, "$5,050.00 LT", True),
        ],
    )
    y += 20
    put(pdf, 40, y, "CINDERWICK PAPER CO (CWK)")
    row(
        pdf,
        y,
        [
            (230, "6/15/26", False),
            (340, "95.000", True),
            (400, "$90.000", True),
            (470, "$100.000", True),
            (550, "$8,550.00", True),
            (640, "$9,500.00", True),
            (730, "$950.00 ST", True),
        ],
    )
    y += 24
    row(
        pdf,
        y,
        [
            (40, "TOTAL COMMON STOCKS", False),
            (550, "$15,650.00", True),
            (640, "$21,650.00", True),
            (730, "$6,000.00", True),
        ],
        "B",
    )
    held = (
        Holding(
            "BPF",
            "BRIDLE PATH FOODS INC",
            "150.000",
            "81.000",
            "12150.00",
            "7100.00",
            lots=tuple((iso, shares, cost) for _, iso, shares, _, cost in first),
        ),
        Holding(
            "CWK",
            "CINDERWICK PAPER CO",
            "95.000",
            "100.000",
            "9500.00",
            "8550.00",
            lots=(("2026-06-15", "95.000", "8550.00"),),
        ),
    )
    return Paper(bytes(pdf.output()), (Expected("…1077", held, "21650.00"),))


def upland() -> Paper:
    """A four-line header and `Security total` rows."""
    pdf = sheet(landscape=True)
    put(pdf, 40, 40, "Upland Financial Services", "B", 15)
    put(pdf, 480, 40, "Account number: UF 30771 21")
    put(pdf, 480, 54, "March 2026")
    put(pdf, 480, 68, "Value on Mar 31, 2026")
    put(pdf, 650, 68, "$9,030.00")
    put(pdf, 40, 100, "Equities", "B", 11)
    lines = (
        [(330, "Purchase price/", True), (480, "Price per", True), (560, "Value", True), (640, "Unrealized", True)],
        [
            (330, "Average price", True),
            (480, "share on", True),
            (560, "on", True),
            (640, "gain or", True),
            (690, "Holding", False),
        ],
        [
            (40, "Holding", False),
            (170, "Trade date", False),
            (260, "Number of", True),
            (330, "per share ($)", True),
            (410, "Cost basis ($)", True),
            (480, "Mar 31 ($)", True),
            (560, "Mar 31 ($)", True),
            (640, "loss ($)", True),
            (690, "period", False),
        ],
    )
    for place, cells in enumerate(lines):
        row(pdf, 120 + 9 * place, cells, "B", 8)
    put(pdf, 260 - 0, 147, "shares", "B", 8, right=True)
    y = 164.0
    put(pdf, 40, y, "GANNET ISLE SHIPPING", "B", 8)
    y += 11
    put(pdf, 40, y, "Symbol: GISH  Exchange: NYSE", "", 8)
    lots = (
        ("Feb 3, 20", "2020-02-03", "30.000", "50.000", "1500.00"),
        ("Apr 9, 21", "2021-04-09", "20.000", "70.000", "1400.00"),
    )
    for printed, _, shares, unit, cost in lots:
        worth = D(shares) * D("90.600")
        row(
            pdf,
            y,
            [
                (170, printed, False),
                (260, shares, True),
                (330, unit, True),
                (410, money(cost, ""), True),
                (480, "90.600", True),
                (560, money(worth, ""), True),
                (640, money(worth - D(cost), ""), True),
                (690, "LT", False),
            ],
            "",
            8,
        )
        y += 11
    row(
        pdf,
        y,
        [
            (40, "Security total", False),
            (260, "50.000", True),
            (330, "58.000", True),
            (410, "2,900.00", True),
            (560, "4,530.00", True),
            (640, "1,630.00", True),
        ],
        "B",
        8,
    )
    y += 18
    put(pdf, 40, y, "MOSSBANK ENERGY", "B", 8)
    y += 11
    put(pdf, 40, y, "Symbol: MOSB  Exchange: OTC", "", 8)
    row(
        pdf,
        y,
        [
            (170, "Jan 7, 26", False),
            (260, "100.000", True),
            (330, "48.000", True),
            (410, "4,800.00", True),
            (480, "45.000", True),
            (560, "4,500.00", True),
            (640, "-300.00", True),
            (690, "ST", False),
        ],
        "",
        8,
    )
    y += 18
    row(
        pdf,
        y,
        [(40, "Total", False), (410, "$7,700.00", True), (560, "$9,030.00", True), (640, "$1,330.00", True)],
        "B",
        8,
    )
    held = (
        Holding(
            "GISH",
            "GANNET ISLE SHIPPING",
            "50.000",
            "90.600",
            "4530.00",
            "2900.00",
            lots=tuple((iso, shares, cost) for _, iso, shares, _, cost in lots),
        ),
        Holding(
            "MOSB",
            "MOSSBANK ENERGY",
            "100.000",
            "45.000",
            "4500.00",
            "4800.00",
            lots=(("2026-01-07", "100.000", "4800.00"),),
        ),
    )
    return Paper(bytes(pdf.output()), (Expected("…7121", held, "9030.00"),))


def vantage() -> Paper:
    """Two balance columns told apart by their dates, the later one is the value."""
    pdf = sheet()
    put(pdf, 40, 40, "Vantage Reef Brokerage Services", "B", 15)
    put(pdf, 40, 64, "Traditional IRA brokerage account - 7781 3450")
    put(pdf, 40, 78, "Account number 77813450")
    put(pdf, 330, 78, "December 31, 2025, year-to-date statement")
    row(pdf, 120, [(330, "Price on", True), (430, "Balance on", True), (530, "Balance on", True)], "B", 8)
    row(
        pdf,
        130,
        [
            (40, "Symbol", False),
            (90, "Name", False),
            (270, "Quantity", True),
            (330, "12/31/2025", True),
            (430, "11/30/2025", True),
            (530, "12/31/2025", True),
        ],
        "B",
        8,
    )
    held = (
        Holding("VBTLX", "Total Bond Market Index Admiral", "1024.1180", "9.65", "9882.74"),
        Holding("VTSAX", "Total Stock Market Index Admiral", "88.2040", "160.11", "14122.34"),
    )
    row(
        pdf,
        146,
        [
            (40, "VBTLX", False),
            (90, held[0].name, False),
            (270, "1,024.1180", True),
            (330, "$9.65", True),
            (430, "$9,801.00", True),
            (530, "$9,882.74", True),
        ],
    )
    row(
        pdf,
        162,
        [
            (40, "VTSAX", False),
            (90, held[1].name, False),
            (270, "88.2040", True),
            (330, "160.11", True),
            (430, "13,900.55", True),
            (530, "14,122.34", True),
        ],
    )
    row(pdf, 184, [(90, "Total", False), (430, "$23,701.55", True), (530, "$24,005.08", True)], "B")
    return Paper(bytes(pdf.output()), (Expected("…3450", held, "24005.08", registration="traditional_ira"),))


def tidewater() -> Paper:
    """Options by the contract, a written call, accrued interest in the total, trailing minus signs, a margin debit."""
    pdf = sheet(landscape=True)
    put(pdf, 40, 40, "Tidewater Clearing Corp.", "B", 15)
    put(pdf, 40, 60, "Acct #: TW-880-1123")
    put(pdf, 40, 74, "Individual")
    put(pdf, 500, 60, "As of 04/30/2026")
    put(pdf, 500, 74, "Net Account Value: $28,036.25")
    put(pdf, 40, 110, "Positions", "B", 11)
    row(
        pdf,
        130,
        [
            (40, "Qty", True),
            (60, "Description", False),
            (300, "Symbol/CUSIP", False),
            (440, "Price", True),
            (520, "Accrued Int.", True),
            (620, "Market Value", True),
            (710, "Cost", True),
        ],
        "B",
    )
    held = (
        Holding("PEBL", "PEBBLE BEACON SOFTWARE", "200", "70.00", "14000.00", "9000.00"),
        Holding(None, "CALL PEBL 06/19/2026 80", "-2", "1.50", "-300.00", "-410.00"),
        Holding(None, "PUT PEBL 06/19/2026 60", "2", "0.90", "180.00", "250.00"),
        Holding(
            None, "STATE OF ARDEN GO BD 4.000% 05/01/2031", "15000", "101.150", "15172.50", "15000.00", "04011LAA7"
        ),
    )
    row(
        pdf,
        148,
        [
            (40, "200", True),
            (60, held[0].name, False),
            (300, "PEBL", False),
            (440, "70.00", True),
            (620, "14,000.00", True),
            (710, "9,000.00", True),
        ],
    )
    row(
        pdf,
        164,
        [
            (40, "2-", True),
            (60, held[1].name, False),
            (440, "1.50", True),
            (620, "300.00-", True),
            (710, "410.00-", True),
        ],
    )
    row(
        pdf,
        180,
        [(40, "2", True), (60, held[2].name, False), (440, "0.90", True), (620, "180.00", True), (710, "250.00", True)],
    )
    row(
        pdf,
        196,
        [
            (40, "15,000", True),
            (60, held[3].name, False),
            (300, "04011LAA7", False),
            (440, "101.150", True),
            (520, "83.75", True),
            (620, "15,172.50", True),
            (710, "15,000.00", True),
        ],
    )
    row(pdf, 212, [(60, "CASH", False), (620, "1,100.00-", True)])
    row(pdf, 234, [(60, "Total", False), (520, "83.75", True), (620, "27,952.50", True)], "B")
    return Paper(
        bytes(pdf.output()), (Expected("…1123", held, "28036.25", "-1100.00", registration="taxable_individual"),)
    )


def sable() -> Paper:
    """A cash section of its own without quantities, and positions whose header has units in parentheses."""
    pdf = sheet(landscape=True)
    put(pdf, 40, 40, "Sablewood Investment Services", "B", 15)
    put(pdf, 500, 40, "Account Number: 6620-1148")
    put(pdf, 500, 54, "Statement Period: June 1-30, 2026")
    put(pdf, 40, 70, "Total Account Value", "B")
    put(pdf, 200, 70, "$16,411.11", "B")
    put(pdf, 40, 100, "Cash and Cash Investments", "B", 11)
    row(
        pdf,
        118,
        [
            (40, "Type", False),
            (140, "Description", False),
            (430, "Beginning Balance($)", True),
            (560, "Ending Balance($)", True),
            (700, "% of Acct", True),
        ],
        "B",
        8,
    )
    row(
        pdf,
        134,
        [
            (40, "Bank Sweep", False),
            (140, "SABLEWOOD BANK", False),
            (430, "1,000.00", True),
            (560, "1,411.11", True),
            (700, "9%", True),
        ],
    )
    row(
        pdf,
        150,
        [
            (40, "Total Cash and Cash Investments", False),
            (430, "$1,000.00", True),
            (560, "$1,411.11", True),
            (700, "9%", True),
        ],
        "B",
    )
    put(pdf, 40, 180, "Positions - Exchange Traded Funds", "B", 11)
    row(
        pdf,
        198,
        [
            (40, "Symbol", False),
            (100, "Description", False),
            (330, "Quantity", True),
            (400, "Price($)", True),
            (480, "Market Value($)", True),
            (560, "Cost Basis($)", True),
            (660, "Unrealized Gain/(Loss)($)", True),
            (720, "% of Acct", True),
        ],
        "B",
        8,
    )
    held = (
        Holding("SCHF", "SCHWAB INTERNATIONAL EQUITY ETF", "400.0000", "22.50000", "9000.00", "8800.00"),
        Holding("SCHO", "SCHWAB SHORT TERM US TREASURY ETF", "250.0000", "24.00000", "6000.00", "6100.00"),
    )
    for place, one in enumerate(held):
        gain = D(one.value) - D(one.cost or "0")
        row(
            pdf,
            214 + 16 * place,
            [
                (40, one.symbol or "", False),
                (100, one.name, False),
                (330, one.quantity, True),
                (400, one.price, True),
                (480, money(one.value, ""), True),
                (560, money(one.cost or "0", ""), True),
                (660, money(gain, ""), True),
                (720, "40%", True),
            ],
        )
    row(
        pdf,
        252,
        [
            (40, "Total Exchange Traded Funds", False),
            (480, "$15,000.00", True),
            (560, "$14,900.00", True),
            (660, "$100.00", True),
            (720, "91%", True),
        ],
        "B",
    )
    return Paper(bytes(pdf.output()), (Expected("…1148", held, "16411.11", "1411.11"),))


def private() -> Paper:
    """Limited partnerships by value alone, an annuity, a money fund, text notes between the rows."""
    pdf = sheet()
    put(pdf, 40, 40, "Alder & Finch Family Office", "B", 15)
    put(pdf, 40, 64, "Account Name: Okafor Living Trust")
    put(pdf, 40, 78, "Account Number: AF-2201")
    put(pdf, 40, 92, "As of June 30, 2026")
    row(
        pdf,
        130,
        [
            (40, "Asset", False),
            (330, "Units", True),
            (400, "Unit Price", True),
            (480, "Market Value", True),
            (560, "Cost Basis", True),
        ],
        "B",
    )
    put(pdf, 40, 150, "Cash Equivalents", "B")
    row(
        pdf,
        166,
        [
            (40, "BEACON GOVERNMENT MONEY MARKET FUND (BGMXX)", False),
            (330, "5,000.00", True),
            (400, "1.00", True),
            (480, "5,000.00", True),
            (560, "5,000.00", True),
        ],
    )
    put(pdf, 40, 190, "Alternative Investments", "B")
    row(
        pdf,
        206,
        [(40, "FINCH PRIVATE CREDIT PARTNERS III, L.P.", False), (480, "250,000.00", True), (560, "200,000.00", True)],
    )
    put(pdf, 40, 217, "NAV as of March 31, 2026. Commitment $400,000; unfunded $200,000.", size=7)
    row(
        pdf,
        236,
        [
            (40, "ALDER REAL ASSETS FUND LP", False),
            (330, "125.5", True),
            (400, "1,000.00", True),
            (480, "125,500.00", True),
            (560, "N/A", True),
        ],
    )
    row(pdf, 260, [(40, "Total", False), (480, "$380,500.00", True)], "B")
    held = (
        Holding("BGMXX", "BEACON GOVERNMENT MONEY MARKET FUND", "5000.00", "1.00", "5000.00", "5000.00"),
        Holding(None, "FINCH PRIVATE CREDIT PARTNERS III, L.P.", "", "", "250000.00", "200000.00"),
        Holding(None, "ALDER REAL ASSETS FUND LP", "125.5", "1000.00", "125500.00", None),
    )
    return Paper(
        bytes(pdf.output()),
        (Expected("…2201", held, "380500.00", registration="trust_grantor", owner="Okafor Living Trust"),),
    )


HOUSES: dict[str, Callable[[], Paper]] = {
    "marrow": marrow,
    "upland": upland,
    "vantage": vantage,
    "tidewater": tidewater,
    "sable": sable,
    "private": private,
}
