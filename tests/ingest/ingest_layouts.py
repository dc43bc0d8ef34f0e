"""Statements of invented brokers for the tests of reading: what they hold is known, how they look differs.

`PAPERS` names each layout; a layout is a function of nothing that gives the bytes of a PDF and what must be read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from fpdf import FPDF

D = Decimal
Text = Sequence[str]


@dataclass(frozen=True)
class Holding:
    """One position that the paper shows."""

    symbol: str | None
    name: str
    quantity: str
    price: str
    value: str
    cost: str | None = None
    cusip: str | None = None
    lots: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Expected:
    """One account that the paper shows."""

    number: str
    holdings: tuple[Holding, ...]
    total: str | None
    cash: str | None = None
    status: str = "proven"
    registration: str = "other"
    owner: str = ""


@dataclass(frozen=True)
class Paper:
    """The bytes and the truth."""

    data: bytes
    accounts: tuple[Expected, ...]
    facts: dict[str, str] = field(default_factory=dict)


def money(value: str | Decimal, sign: str = "$") -> str:
    """`1234.5` as `$1,234.50`, negatives in parentheses."""
    number = D(value)
    text = f"{sign}{abs(number):,.2f}"
    return f"({text})" if number < 0 else text


def sheet(size: float = 9, landscape: bool = False) -> FPDF:
    """A page to draw on."""
    pdf = FPDF(orientation="L" if landscape else "P", format="letter", unit="pt")
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("Helvetica", size=size)
    return pdf


def put(
    pdf: FPDF, x: float, y: float, text: str, style: str = "", size: float | None = None, right: bool = False
) -> None:
    """Text with its left (or right) edge at x and its baseline at y."""
    pdf.set_font("Helvetica", style=style, size=size or pdf.font_size_pt)
    pdf.text(x - pdf.get_string_width(text) if right else x, y, text)
    pdf.set_font("Helvetica", style="", size=9)


def row(pdf: FPDF, y: float, cells: Sequence[tuple[float, str, bool]], style: str = "", size: float = 9) -> None:
    """Cells as (x, text, right-aligned)."""
    for x, text, right in cells:
        put(pdf, x, y, text, style, size, right)


HELD = (
    Holding("VTI", "VANGUARD TOTAL STOCK MARKET ETF", "120", "251.10", "30132.00", "22000.00"),
    Holding("BND", "VANGUARD TOTAL BOND MARKET ETF", "300.5", "73.00", "21936.50", "24100.10"),
    Holding("MSFT", "MICROSOFT CORP", "40", "410.25", "16410.00", "9800.00"),
    Holding("KO", "COCA COLA CO", "85", "61.20", "5202.00", "4000.00"),
)


def harbor() -> Paper:
    """Symbol first, one-line header, right-aligned numbers, cash row, total at the foot."""
    pdf = sheet()
    put(pdf, 40, 50, "Harborlight Securities LLC", "B", 16)
    put(pdf, 40, 80, "Account Number: 4471-20935")
    put(pdf, 40, 94, "Account Owner: Ana Ruiz")
    put(pdf, 40, 108, "Account Type: Roth IRA")
    put(pdf, 330, 80, "Statement period: October 1, 2026 to October 31, 2026")
    put(pdf, 330, 108, "Ending Account Value: $75,680.50", "B")
    head = [
        (40, "Symbol", False),
        (90, "Description", False),
        (330, "Quantity", True),
        (395, "Price", True),
        (475, "Market Value", True),
        (550, "Cost Basis", True),
    ]
    row(pdf, 150, head, "B")
    y = 168.0
    for one in HELD:
        row(
            pdf,
            y,
            [
                (40, one.symbol or "", False),
                (90, one.name, False),
                (330, one.quantity, True),
                (395, one.price, True),
                (475, money(one.value), True),
                (550, money(one.cost or "0"), True),
            ],
        )
        y += 16
    row(pdf, y, [(90, "Cash & Cash Investments", False), (475, "$2,000.00", True)])
    row(pdf, y + 20, [(40, "Total", False), (475, "$75,680.50", True)], "B")
    put(pdf, 40, 760, "Harborlight Securities LLC, member of an invented exchange. Page 1 of 1", size=7)
    expected = Expected("…0935", HELD, "75680.50", "2000.00", registration="roth_ira", owner="Ana Ruiz")
    return Paper(bytes(pdf.output()), (expected,))


def quill() -> Paper:
    """Two-line headers, wrapped names, sections with subtotals, a short, a bond with CUSIP, the header repeated."""
    pdf = sheet(landscape=True)
    held = (
        Holding(
            "ABCD",
            "ABERDARE CONSOLIDATED HOLDINGS INCORPORATED CLASS A COMMON",
            "150.000",
            "20.50",
            "3075.00",
            "2900.00",
        ),
        Holding("WXYZ", "WEXFORD YARDS ZINC", "-40.000", "50.00", "-2000.00", "-2200.00"),
        Holding(
            None,
            "UNITED STATES TREASURY NOTE 4.250% 11/15/2034",
            "25000",
            "98.750",
            "24687.50",
            "24900.00",
            "91282CAV3",
        ),
        Holding("VTI", "VANGUARD TOTAL STOCK MARKET ETF", "10", "251.10", "2511.00", "2000.00"),
    )

    def head(y: float) -> None:
        row(
            pdf,
            y,
            [(420, "Market", True), (500, "Market", True), (580, "Adjusted", True), (660, "Unrealized", True)],
            "B",
            8,
        )
        row(
            pdf,
            y + 10,
            [
                (40, "Security description", False),
                (340, "Quantity", True),
                (420, "Price", True),
                (500, "Value", True),
                (580, "Cost Basis", True),
                (660, "Gain/(Loss)", True),
            ],
            "B",
            8,
        )

    def top() -> None:
        put(pdf, 40, 40, "Quill & Thorne Wealth Management", "B", 14)
        put(pdf, 500, 40, "Account 88Q-114207")
        put(pdf, 500, 54, "As of September 30, 2026")

    def line(y: float, name: str, one: Holding) -> None:
        gain = D(one.value) - D(one.cost or "0")
        row(
            pdf,
            y,
            [
                (40, name, False),
                (340, f"{D(one.quantity):,}", True),
                (420, one.price, True),
                (500, money(one.value, ""), True),
                (580, money(one.cost or "0", ""), True),
                (660, money(gain, ""), True),
            ],
        )

    top()
    put(pdf, 40, 80, "Total account value", "B", 11)
    put(pdf, 250, 80, "$28,273.50", "B", 11)
    put(pdf, 40, 120, "Equities", "B", 11)
    head(140)
    line(166, "ABERDARE CONSOLIDATED HOLDINGS", held[0])
    put(pdf, 40, 176, "INCORPORATED CLASS A COMMON (ABCD)")
    line(194, "WEXFORD YARDS ZINC (WXYZ)", held[1])
    row(
        pdf,
        214,
        [(40, "Total Equities", False), (500, "1,075.00", True), (580, "700.00", True), (660, "375.00", True)],
        "B",
    )
    put(pdf, 40, 244, "Fixed Income", "B", 11)
    head(260)
    line(286, "UNITED STATES TREASURY NOTE", held[2])
    put(pdf, 40, 296, "4.250% 11/15/2034")
    put(pdf, 40, 306, "CUSIP: 91282CAV3")
    row(
        pdf,
        326,
        [
            (40, "Total Fixed Income", False),
            (500, "24,687.50", True),
            (580, "24,900.00", True),
            (660, "(212.50)", True),
        ],
        "B",
    )
    pdf.add_page()
    top()
    put(pdf, 40, 120, "Exchange Traded Funds", "B", 11)
    head(140)
    line(166, "VANGUARD TOTAL STOCK MARKET ETF (VTI)", held[3])
    row(
        pdf,
        186,
        [
            (40, "Total Exchange Traded Funds", False),
            (500, "2,511.00", True),
            (580, "2,000.00", True),
            (660, "511.00", True),
        ],
        "B",
    )
    row(
        pdf,
        216,
        [(40, "Total Holdings", False), (500, "$28,273.50", True), (580, "$27,600.00", True), (660, "$673.50", True)],
        "B",
    )
    return Paper(bytes(pdf.output()), (Expected("…4207", held, "28273.50"),))


def lantern() -> Paper:
    """Lots under each position with dates, quantity last column order, two accounts and a household total."""
    pdf = sheet()
    first = (
        Holding(
            "SCHB",
            "SCHWAB US BROAD MARKET",
            "30",
            "60.00",
            "1800.00",
            "1500.00",
            lots=(("2019-03-04", "10", "400.00"), ("2021-07-15", "20", "1100.00")),
        ),
        Holding(
            "AGG",
            "ISHARES CORE US AGGREGATE",
            "15",
            "98.00",
            "1470.00",
            "1600.00",
            lots=(("2022-01-10", "15", "1600.00"),),
        ),
    )
    second = (
        Holding(
            "IXUS",
            "ISHARES CORE TOTAL INTL",
            "50",
            "70.00",
            "3500.00",
            "3100.00",
            lots=(("2020-05-05", "50", "3100.00"),),
        ),
    )
    put(pdf, 40, 50, "Lantern Street Brokerage", "B", 16)
    put(pdf, 40, 76, "Consolidated statement   December 1, 2025 - December 31, 2025")
    put(pdf, 40, 92, "Total Portfolio Value  $7,020.00", "B")
    y = 120.0
    for number, title, cash, held in (
        ("LS-700411", "Joint Tenants", "250.00", first),
        ("LS-700998", "Traditional IRA", "0.00", second),
    ):
        put(pdf, 40, y, f"Account Number: {number}", "B", 11)
        put(pdf, 250, y, f"Registration: {title}")
        row(
            pdf,
            y + 24,
            [
                (40, "Security", False),
                (210, "Acquired", False),
                (330, "Market Value", True),
                (400, "Price", True),
                (480, "Total Cost", True),
                (555, "Shares", True),
            ],
            "B",
        )
        y += 42
        for one in held:
            row(
                pdf,
                y,
                [
                    (40, f"{one.name} ({one.symbol})", False),
                    (330, money(one.value), True),
                    (400, money(one.price), True),
                    (480, money(one.cost or "0"), True),
                    (555, one.quantity, True),
                ],
                "B",
            )
            y += 14
            for day, shares, cost in one.lots:
                year, month, dom = day.split("-")
                worth = D(shares) * D(one.price)
                row(
                    pdf,
                    y,
                    [
                        (210, f"{month}/{dom}/{year}", False),
                        (330, money(worth), True),
                        (400, money(one.price), True),
                        (480, money(cost), True),
                        (555, shares, True),
                    ],
                )
                y += 14
        row(pdf, y, [(40, "Cash balance", False), (330, money(cash), True)])
        total = sum((D(one.value) for one in held), D(cash))
        row(pdf, y + 16, [(40, "Total account value", False), (330, money(total), True)], "B")
        y += 60
    accounts = (
        Expected("…0411", first, "3520.00", "250.00", registration="taxable_joint"),
        Expected("…0998", second, "3500.00", "0.00", registration="traditional_ira"),
    )
    return Paper(bytes(pdf.output()), accounts)


def meadow(total: str = "75680.50") -> Paper:
    """A ruled grid with centred headers and a second, decoy table of the asset mix above and activity below."""
    pdf = sheet()
    put(pdf, 40, 50, "Meadowbrook Trust Company", "B", 15)
    put(pdf, 40, 74, "Account No. MT 55-83012")
    put(pdf, 40, 88, "As of 06/30/2026")
    put(pdf, 40, 102, "Ruiz Family Irrevocable Trust")
    put(pdf, 40, 130, "Asset Allocation", "B", 11)
    row(pdf, 146, [(40, "Asset Class", False), (260, "Value", True), (330, "% of Account", True)], "B")
    row(pdf, 160, [(40, "Stocks", False), (260, "$51,744.00", True), (330, "68.4%", True)])
    row(pdf, 174, [(40, "Bonds", False), (260, "$21,936.50", True), (330, "29.0%", True)])
    row(pdf, 188, [(40, "Cash", False), (260, "$2,000.00", True), (330, "2.6%", True)])
    pdf.set_xy(40, 220)
    widths = (150, 60, 70, 70, 90, 90)
    for title, width in zip(
        ("Investment", "Ticker", "Shares", "Unit Price", "Current Value", "Tax Cost"), widths, strict=True
    ):
        pdf.set_font("Helvetica", "B", 9)
        pdf.cell(width, 18, title, border=1, align="C")
    pdf.ln(18)
    pdf.set_font("Helvetica", "", 8)
    for one in HELD:
        pdf.set_x(40)
        cells = (
            one.name,
            one.symbol or "",
            one.quantity,
            money(one.price),
            money(one.value),
            money(one.cost or "0"),
        )
        for text, width, align in zip(cells, widths, "LCRRRR", strict=True):
            pdf.cell(width, 16, text, border=1, align=align)
        pdf.ln(16)
    pdf.set_x(40)
    for text, width, align in zip(("Cash", "", "", "", "$2,000.00", ""), widths, "LCRRRR", strict=True):
        pdf.cell(width, 16, text, border=1, align=align)
    pdf.ln(16)
    pdf.set_x(40)
    pdf.set_font("Helvetica", "B", 8)
    for text, width, align in zip(("Total", "", "", "", money(total), ""), widths, "LCRRRR", strict=True):
        pdf.cell(width, 16, text, border=1, align=align)
    put(pdf, 40, 460, "Transactions", "B", 11)
    row(
        pdf,
        478,
        [
            (40, "Date", False),
            (110, "Transaction", False),
            (200, "Security", False),
            (400, "Shares", True),
            (470, "Price", True),
            (550, "Amount", True),
        ],
        "B",
    )
    row(
        pdf,
        492,
        [
            (40, "06/10/2026", False),
            (110, "Bought", False),
            (200, "Microsoft Corp", False),
            (400, "5", True),
            (470, "$400.00", True),
            (550, "($2,000.00)", True),
        ],
    )
    status = "proven" if total == "75680.50" else "explained"
    owner = "Ruiz Family Irrevocable Trust"
    expected = Expected("…3012", HELD, total, "2000.00", status, "trust_nongrantor", owner)
    return Paper(bytes(pdf.output()), (expected,))


def meadow_wrong() -> Paper:
    """The same paper with a total that is 100.00 too high."""
    return meadow("75780.50")


def plan() -> Paper:
    """A retirement plan: funds without tickers, units and unit values, beginning and ending columns side by side."""
    pdf = sheet()
    put(pdf, 40, 50, "Granite Peak Retirement Services", "B", 15)
    put(pdf, 40, 74, "Cobalt Works 401(k) Savings Plan")
    put(pdf, 40, 88, "Participant: Ben Okafor")
    put(pdf, 40, 102, "Account Number 30-5551288")
    put(pdf, 330, 74, "January 1, 2026 - March 31, 2026")
    row(pdf, 150, [(280, "Beginning", True), (360, "Ending", True), (430, "Unit", True), (520, "Ending", True)], "B")
    row(
        pdf,
        161,
        [
            (40, "Investment Option", False),
            (280, "Balance", True),
            (360, "Units", True),
            (430, "Value", True),
            (520, "Balance", True),
        ],
        "B",
    )
    held = (
        Holding(None, "Target Retirement 2045 Trust", "812.4410", "31.250000", "25388.78"),
        Holding(None, "Stable Value Option", "10250.1200", "1.000000", "10250.12"),
    )
    row(
        pdf,
        180,
        [
            (40, held[0].name, False),
            (280, "$24,100.00", True),
            (360, "812.4410", True),
            (430, "$31.250000", True),
            (520, "$25,388.78", True),
        ],
    )
    row(
        pdf,
        196,
        [
            (40, held[1].name, False),
            (280, "$10,200.00", True),
            (360, "10,250.1200", True),
            (430, "$1.000000", True),
            (520, "$10,250.12", True),
        ],
    )
    row(pdf, 216, [(40, "Total", False), (280, "$34,300.00", True), (520, "$35,638.90", True)], "B")
    return Paper(
        bytes(pdf.output()), (Expected("…1288", held, "35638.90", None, registration="401k", owner="Ben Okafor"),)
    )


def long_run() -> Paper:
    """Sixty positions over pages that do not repeat the header, with a page head and a page foot."""
    pdf = sheet()
    held = []
    total = D(0)
    for number in range(60):
        price, shares = D("10.00") + number, D(5 + number)
        value = price * shares
        total += value
        held.append(
            Holding(
                f"T{chr(65 + number // 26)}{chr(65 + number % 26)}",
                f"TESTABLE ENTERPRISES NUMBER {number + 1}",
                str(shares),
                str(price),
                str(value),
                str(value - 7),
            )
        )

    def top(page: int) -> None:
        put(pdf, 40, 40, "Orchard Lane Investments", "B", 14)
        put(pdf, 400, 40, "Account Number: OL-99-4417")
        put(pdf, 400, 54, "July 31, 2026")
        put(pdf, 280, 770, f"Page {page} of 3", size=7)

    top(1)
    put(pdf, 40, 80, "Total Account Value: " + money(total), "B")
    row(
        pdf,
        110,
        [
            (40, "Description", False),
            (290, "Symbol", False),
            (380, "Shares", True),
            (440, "Price", True),
            (510, "Value", True),
            (580, "Cost", True),
        ],
        "B",
    )
    y = 126.0
    page = 1
    for one in held:
        if y > 720:
            pdf.add_page()
            page += 1
            top(page)
            y = 90.0
        row(
            pdf,
            y,
            [
                (40, one.name, False),
                (290, one.symbol or "", False),
                (380, one.quantity, True),
                (440, one.price, True),
                (510, money(one.value, ""), True),
                (580, money(one.cost or "0", ""), True),
            ],
        )
        y += 20
    row(pdf, y, [(40, "Total", False), (510, money(total), True)], "B")
    return Paper(bytes(pdf.output()), (Expected("…4417", tuple(held), str(total)),))


def narrow() -> Paper:
    """Names wrapped around the numbers: the numbers stand beside the second of three lines."""
    pdf = sheet()
    put(pdf, 40, 50, "Copperfield Advisors Custody", "B", 14)
    put(pdf, 40, 70, "Account: 61-2208844   Individual TOD")
    put(pdf, 40, 84, "Statement date: 05/29/2026")
    put(pdf, 40, 98, "Total value of account $10,085.00")
    row(
        pdf,
        130,
        [
            (40, "Holding", False),
            (250, "Qty", True),
            (330, "Last Price", True),
            (430, "Market Value ($)", True),
            (530, "Cost ($)", True),
        ],
        "B",
    )
    held = (
        Holding(
            "LWVC", "LONGWINDED VENTURE CAPITAL INCOME AND GROWTH OPPORTUNITIES", "100", "55.35", "5535.00", "5000.00"
        ),
        Holding("SHRT", "SHORT CO", "50", "91.00", "4550.00", "4700.00"),
    )
    put(pdf, 40, 150, "LONGWINDED VENTURE")
    row(
        pdf,
        160,
        [
            (40, "CAPITAL INCOME AND GROWTH", False),
            (250, "100", True),
            (330, "55.35", True),
            (430, "5,535.00", True),
            (530, "5,000.00", True),
        ],
    )
    put(pdf, 40, 170, "OPPORTUNITIES (LWVC)")
    row(
        pdf,
        192,
        [
            (40, "SHORT CO (SHRT)", False),
            (250, "50", True),
            (330, "91.00", True),
            (430, "4,550.00", True),
            (530, "4,700.00", True),
        ],
    )
    row(pdf, 214, [(40, "Total", False), (430, "10,085.00", True), (530, "9,700.00", True)], "B")
    return Paper(bytes(pdf.output()), (Expected("…8844", held, "10085.00", registration="taxable_individual"),))


PAPERS: dict[str, Callable[[], Paper]] = {
    "harbor": harbor,
    "quill": quill,
    "lantern": lantern,
    "meadow": meadow,
    "meadow_wrong": meadow_wrong,
    "plan": plan,
    "long_run": long_run,
    "narrow": narrow,
}
