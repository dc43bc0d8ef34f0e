"""Statements made by dice: random columns, words, alignment, sections, wrapped names, page breaks, number styles."""

import random
from dataclasses import dataclass
from decimal import Decimal

from fpdf import FPDF
from ingest_layouts import Expected, Holding, Paper

D = Decimal
WORDS = ["HARBOR", "QUILL", "FINCH", "ALDER", "MOSS", "GRANITE", "COBALT", "EMBER", "WILLOW", "TIDE", "CEDAR", "LARK",
         "ONYX", "PINE", "SLATE", "THORN"]  # fmt: skip
NO_SYMBOLS = {"ETF", "ETN", "LLC", "INC", "PLC", "ADR", "USA", "NEW", "COM", "PFD", "REG", "ACC", "TOD"} | {
    "CHF",
    "EUR",
    "GBP",
    "JPY",
    "CAD",
    "AUD",
    "USD",
    "SEK",
    "NOK",
    "DKK",
    "HKD",
    "SGD",
}
KINDS = ["HOLDINGS INC", "ENERGY CORP", "SOFTWARE CO", "PAPER GROUP PLC", "INCOME FUND", "WORLD STOCK ETF",
         "SHORT TERM BOND ETF", "BANCORP"]  # fmt: skip
LABELS = {
    "name": (
        ("Description",),
        ("Security Description",),
        ("Investment",),
        ("Security", "Name"),
        ("Holding",),
        ("Asset",),
    ),
    "symbol": (("Symbol",), ("Ticker",), ("Ticker", "Symbol")),
    "quantity": (("Quantity",), ("Shares",), ("Units",), ("Number of", "Shares"), ("Shares/", "Units"), ("Qty",)),
    "price": (
        ("Price",),
        ("Market", "Price"),
        ("Unit Price",),
        ("Price", "Per Unit"),
        ("Share Price",),
        ("Closing", "Price"),
    ),
    "value": (("Market Value",), ("Market", "Value"), ("Current Value",), ("Ending", "Market Value"), ("Value ($)",)),
    "cost": (("Cost Basis",), ("Total", "Cost Basis"), ("Cost",), ("Tax Cost",), ("Adjusted", "Cost")),
    "gain": (("Gain/Loss",), ("Unrealized", "Gain/(Loss)"), ("Unrealized", "Gain or Loss")),
    "acquired": (("Date Acquired",), ("Acquired",), ("Trade", "Date"), ("Open Date",), ("Purchase", "Date")),
    "income": (("Est. Annual", "Income"), ("Yield",), ("% of", "Account"), ("Est. Yield",)),
    "before": (("Beginning", "Market Value"), ("Prior Value",), ("Beginning Value",)),
}
SECTIONS = (
    "Common Stocks",
    "Mutual Funds",
    "Exchange Traded Funds",
    "Equities",
    "Fixed Income Funds",
    "Other Investments",
)


@dataclass
class Look:
    """What the dice said of one statement."""

    columns: list[str]
    labels: dict[str, tuple[str, ...]]
    align: dict[str, str]
    head_align: str
    size: float
    step: float
    dollar: str
    negative: str
    sections: bool
    repeat: bool
    ruled: bool
    symbol_in_name: bool
    bold_total: bool
    lots: bool
    accounts: int
    decoys: tuple[str, ...]


def dice_look(dice: random.Random) -> Look:
    """A look."""
    middle = ["quantity", "price", "value", "cost"]
    dice.shuffle(middle)
    extra = [name for name in ("gain", "income", "before") if dice.random() < 0.45]
    for name in extra:
        middle.insert(dice.randrange(len(middle) + 1), name)
    own_symbol = dice.random() < 0.5
    front = ["symbol", "name"] if own_symbol and dice.random() < 0.5 else ["name", "symbol"] if own_symbol else ["name"]
    number = dice.choice("RRRRCL")
    lots = dice.random() < 0.35
    columns = [*front, *(["acquired"] if lots else []), *middle]
    return Look(
        columns=columns,
        labels={name: dice.choice(LABELS[name]) for name in columns},
        align={name: "L" if name in ("name", "symbol", "acquired") else number for name in columns},
        head_align=dice.choice(("same", "same", "C")),
        size=dice.choice((6.5, 7.0, 8.0)),
        step=dice.choice((11.0, 13.0, 16.0)),
        dollar=dice.choice(("", "", "$", "first")),
        negative=dice.choice(("minus", "paren", "trail")),
        sections=dice.random() < 0.5,
        repeat=dice.random() < 0.6,
        ruled=dice.random() < 0.3,
        symbol_in_name=not own_symbol,
        bold_total=dice.random() < 0.7,
        lots=lots,
        accounts=dice.choice((1, 1, 2)),
        decoys=tuple(name for name in ("mix", "top", "activity", "realized") if dice.random() < 0.4),
    )


def printed(number: Decimal, places: int, look: Look, money: bool, first: bool) -> str:
    """A number in the look's style."""
    sign = "$" if money and (look.dollar == "$" or (look.dollar == "first" and first)) else ""
    text = f"{sign}{abs(number):,.{places}f}"
    if number >= 0:
        return text
    return {"minus": f"-{text}", "paren": f"({text})", "trail": f"{text}-"}[look.negative]


def dice_holdings(dice: random.Random, count: int) -> list[Holding]:
    """Positions with exact values."""
    held = []
    taken: set[str] = set()
    while len(held) < count:
        symbol = "".join(dice.choice("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(dice.choice((3, 4, 4, 5))))
        if symbol in taken or symbol in NO_SYMBOLS:
            continue
        taken.add(symbol)
        name = " ".join([*dice.sample(WORDS, dice.choice((1, 2, 3))), dice.choice(KINDS)])
        quantity = D(dice.randrange(1, 90000)) / dice.choice((1, 1, 10, 1000))
        if dice.random() < 0.05:
            quantity = -quantity
        price = D(dice.randrange(100, 90000)) / 100
        value = (quantity * price).quantize(D("0.01"))
        cost = None if dice.random() < 0.1 else (value * D(dice.randrange(60, 130)) / 100).quantize(D("0.01"))
        held.append(
            Holding(symbol, name, f"{quantity:.3f}", f"{price:.2f}", str(value), None if cost is None else str(cost))
        )
    return held


def with_lots(dice: random.Random, one: Holding) -> Holding:
    """The position cut into one to three lots that add up."""
    quantity, cost = D(one.quantity), D(one.cost or "0")
    if one.cost is None or quantity <= 3:
        return one
    parts = dice.choice((1, 2, 3))
    shares = [(quantity / parts).quantize(D("0.001")) for _ in range(parts - 1)]
    spent = [(cost / parts).quantize(D("0.01")) for _ in range(parts - 1)]
    shares.append(quantity - sum(shares, D(0)))
    spent.append(cost - sum(spent, D(0)))
    days = [
        f"20{dice.randrange(10, 26):02d}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}" for _ in range(parts)
    ]
    lots = tuple((day, f"{held:.3f}", f"{paid:.2f}") for day, held, paid in zip(days, shares, spent, strict=True))
    return Holding(one.symbol, one.name, one.quantity, one.price, one.value, one.cost, lots=lots)


def dice_paper(seed: int) -> Paper:
    """The statement of one seed."""
    dice = random.Random(seed)
    look = dice_look(dice)
    drawing = Drawing(dice, look)
    accounts = []
    for _ in range(look.accounts):
        held = dice_holdings(dice, dice.choice((3, 8, 20, 45)))
        held = [with_lots(dice, one) for one in held] if look.lots else held
        accounts.append(drawing.account(held))
    return Paper(bytes(drawing.pdf.output()), tuple(accounts))


class Drawing:
    """Draws one statement row by row, over as many pages as it takes."""

    def __init__(self, dice: random.Random, look: Look) -> None:
        self.dice, self.look = dice, look
        self.held: list[Holding] = []
        self.pdf = FPDF(orientation="L", format="letter", unit="pt")
        self.pdf.set_auto_page_break(False)
        self.number = ""
        self.widths = [150.0 if name == "name" else 48.0 if name == "symbol" else 76.0 for name in look.columns]
        self.page = 0
        self.y = 0.0
        self.first = True

    def account(self, held: list[Holding]) -> Expected:
        self.held, self.first = held, True
        self.number = f"{self.dice.randrange(100, 999)}-{self.dice.randrange(100000, 999999)}"
        cash = D(self.dice.randrange(0, 500000)) / 100
        total = sum((D(one.value) for one in self.held), cash)
        self.new_page()
        self.pdf.set_font("Helvetica", "B", 10)
        self.pdf.text(40, 90, f"Total Account Value: ${total:,.2f}")
        self.y = 110
        self.decoys_before()
        groups = self.groups()
        for name, group in groups:
            if name:
                self.heading(name)
            if name or self.first:
                self.header()
            for one in group:
                self.holding(one)
            if name:
                self.total(f"Total {name}", sum((D(one.value) for one in group), D(0)))
        if groups[0][0]:
            self.heading("Cash and Cash Equivalents")
            self.header()
        self.row({"name": "Cash", "value": printed(cash, 2, self.look, True, False)})
        self.total("Total", total)
        self.decoys_after()
        return Expected(f"…{self.number[-4:]}", tuple(self.held), str(total), str(cash))

    def table(self, title: str, rows: list[tuple[str, ...]], places: tuple[float, ...]) -> None:
        """A table that holds no positions of now."""
        if self.y + 40 + 12 * len(rows) > 570:
            self.new_page()
        self.pdf.set_font("Helvetica", "B", 10)
        self.pdf.text(40, self.y + 12, title)
        self.y += 28
        for number, cells in enumerate(rows):
            self.pdf.set_font("Helvetica", "" if number else "B", 8)
            for place, (x, text) in enumerate(zip(places, cells, strict=True)):
                self.pdf.text(
                    x if place == 0 or text[:1].isalpha() else x + 50 - self.pdf.get_string_width(text), self.y, text
                )
            self.y += 12
        self.y += 10

    def decoys_before(self) -> None:
        if "mix" in self.look.decoys:
            rows = [
                ("Asset Class", "Market Value", "% of Account"),
                ("Stocks", "$12,345.00", "70%"),
                ("Cash", "$5,000.00", "30%"),
            ]
            self.table("Asset Allocation", list(rows), (40, 250, 350))
        if "top" in self.look.decoys:
            best = [(one.name, f"{D(one.value):,.2f}", "12%") for one in self.held[:3]]
            self.table("Top Holdings", [("Description", "Value", "Percent of Account"), *best], (40, 300, 400))

    def decoys_after(self) -> None:
        if "activity" in self.look.decoys:
            rows = [("Date", "Transaction", "Description", "Quantity", "Price", "Amount"),
                    ("06/03/2026", "Bought", "FINCH PAPER CO", "10.000", "25.00", "-250.00"),
                    ("06/09/2026", "Dividend", "ALDER ENERGY CORP", "", "", "12.50")]  # fmt: skip
            self.table("Account Activity", rows, (40, 110, 190, 400, 470, 540))
        if "realized" in self.look.decoys:
            rows = [("Description", "Date Acquired", "Date Sold", "Quantity", "Proceeds", "Cost Basis", "Gain/Loss"),
                    ("MOSS BANCORP", "01/02/2020", "06/02/2026", "5.000", "500.00", "400.00", "100.00")]  # fmt: skip
            self.table("Realized Gain/Loss", rows, (40, 250, 330, 400, 470, 540, 610))

    def groups(self) -> list[tuple[str, list[Holding]]]:
        if not self.look.sections:
            return [("", self.held)]
        names = self.dice.sample(SECTIONS, 2)
        cut = max(1, len(self.held) // 2)
        return [(names[0], self.held[:cut]), (names[1], self.held[cut:])]

    def new_page(self) -> None:
        self.page += 1
        self.pdf.add_page()
        self.pdf.set_font("Helvetica", "B", 12)
        self.pdf.text(40, 40, "Dicewell Brokerage LLC")
        self.pdf.set_font("Helvetica", "", 8)
        self.pdf.text(560, 40, f"Account Number: {self.number}")
        self.pdf.text(560, 52, "As of June 30, 2026")
        self.pdf.text(380, 595, f"Page {self.page}")
        self.y = 80

    def room(self, needed: float) -> None:
        if self.y + needed > 570:
            self.new_page()
            if self.look.repeat and not self.first:
                self.header()

    def heading(self, name: str) -> None:
        if self.y + 70 > 570:
            self.new_page()
        self.y += 10
        self.pdf.set_font("Helvetica", "B", 10)
        self.pdf.text(40, self.y, name)
        self.y += 6

    def header(self) -> None:
        self.first = False
        tall = max(len(label) for label in self.look.labels.values())
        self.y += 4
        for line in range(tall):
            self.y += self.look.size + 1
            cells = {}
            for name, label in self.look.labels.items():
                place = line - (tall - len(label))
                if place >= 0:
                    cells[name] = label[place]
            self.draw(cells, "B", head=True)
        self.y += self.look.step

    def holding(self, one: Holding) -> None:
        text = f"{one.name} ({one.symbol})" if self.look.symbol_in_name else one.name
        lines = self.wrapped(text, 140)
        self.room(self.look.step + 9 * len(lines))
        first = one is self.held[0]
        value, cost = D(one.value), None if one.cost is None else D(one.cost)
        cells = {
            "name": lines[0],
            "symbol": one.symbol or "",
            "quantity": printed(D(one.quantity), 3, self.look, False, False),
            "price": printed(D(one.price), 2, self.look, True, first),
            "value": printed(value, 2, self.look, True, first),
            "cost": "N/A" if cost is None else printed(cost, 2, self.look, True, first),
            "gain": "--" if cost is None else printed(value - cost, 2, self.look, True, first),
            "income": f"{self.dice.randrange(1, 500) / 100:.2f}%",
            "before": printed(value + 10, 2, self.look, True, first),
        }
        self.draw(cells, "")
        for line in lines[1:]:
            self.y += self.look.size + 1
            self.draw({"name": line}, "")
        self.y += self.look.step
        for day, shares, spent in one.lots:
            self.room(self.look.step)
            self.lot(one, day, D(shares), D(spent))

    def lot(self, one: Holding, day: str, shares: Decimal, spent: Decimal) -> None:
        year, month, dom = day.split("-")
        worth = (shares * D(one.price)).quantize(D("0.01"))
        cells = {
            "acquired": f"{month}/{dom}/{year}",
            "quantity": printed(shares, 3, self.look, False, False),
            "price": printed(D(one.price), 2, self.look, True, False),
            "value": printed(worth, 2, self.look, True, False),
            "cost": printed(spent, 2, self.look, True, False),
            "gain": printed(worth - spent, 2, self.look, True, False),
        }
        self.draw(cells, "")
        self.y += self.look.step

    def row(self, cells: dict[str, str], style: str = "") -> None:
        self.room(20)
        self.draw(cells, style)
        self.y += self.look.step

    def total(self, name: str, value: Decimal) -> None:
        self.row({"name": name, "value": printed(value, 2, self.look, True, True)}, "B" if self.look.bold_total else "")
        self.y += 6

    def draw(self, cells: dict[str, str], style: str, head: bool = False) -> None:
        self.pdf.set_font("Helvetica", style, self.look.size)
        x = 40.0
        for name, width in zip(self.look.columns, self.widths, strict=True):
            text = cells.get(name, "")
            align = "C" if head and self.look.head_align == "C" else self.look.align[name]
            size = self.pdf.get_string_width(text)
            left = {"L": x + 2, "R": x + width - 4 - size, "C": x + (width - size) / 2}[align]
            if text:
                self.pdf.text(left, self.y, text)
            x += width
        if self.look.ruled and not head:
            self.pdf.line(40, self.y + 3, x, self.y + 3)

    def wrapped(self, text: str, width: float) -> list[str]:
        self.pdf.set_font("Helvetica", "", self.look.size)
        lines: list[str] = []
        for word in text.split():
            if lines and self.pdf.get_string_width(f"{lines[-1]} {word}") <= width:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        return lines
