"""Statements made by dice: random columns, words, alignment, sections, wrapped names, page breaks, number styles."""

import random
from dataclasses import dataclass
from decimal import Decimal

from fpdf import FPDF
from ingest_layouts import Expected, Holding, Paper

D = Decimal
WORDS = "HARBOR QUILL FINCH ALDER MOSS GRANITE COBALT EMBER WILLOW TIDE CEDAR LARK ONYX PINE SLATE THORN".split()
KINDS = "HOLDINGS INC,ENERGY CORP,SOFTWARE CO,PAPER GROUP PLC,INCOME FUND,WORLD STOCK ETF,SHORT TERM BOND ETF,BANCORP".split(",")
LABELS = {
    "name": (("Description",), ("Security Description",), ("Investment",), ("Security", "Name"), ("Holding",), ("Asset",)),
    "symbol": (("Symbol",), ("Ticker",), ("Ticker", "Symbol")),
    "quantity": (("Quantity",), ("Shares",), ("Units",), ("Number of", "Shares"), ("Shares/", "Units"), ("Qty",)),
    "price": (("Price",), ("Market", "Price"), ("Unit Price",), ("Price", "Per Unit"), ("Share Price",), ("Closing", "Price")),
    "value": (("Market Value",), ("Market", "Value"), ("Current Value",), ("Ending", "Market Value"), ("Value ($)",)),
    "cost": (("Cost Basis",), ("Total", "Cost Basis"), ("Cost",), ("Tax Cost",), ("Adjusted", "Cost")),
    "gain": (("Gain/Loss",), ("Unrealized", "Gain/(Loss)"), ("Unrealized", "Gain or Loss")),
    "income": (("Est. Annual", "Income"), ("Yield",), ("% of", "Account"), ("Est. Yield",)),
    "before": (("Beginning", "Market Value"), ("Prior Value",), ("Beginning Value",)),
}
SECTIONS = ("Common Stocks", "Mutual Funds", "Exchange Traded Funds", "Equities", "Fixed Income Funds", "Other Investments")


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
    columns = [*front, *middle]
    return Look(
        columns=columns,
        labels={name: dice.choice(LABELS[name]) for name in columns},
        align={name: "L" if name in ("name", "symbol") else number for name in columns},
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
        if symbol in taken:
            continue
        taken.add(symbol)
        name = " ".join([*dice.sample(WORDS, dice.choice((1, 2, 3))), dice.choice(KINDS)])
        quantity = D(dice.randrange(1, 90000)) / dice.choice((1, 1, 10, 1000))
        if dice.random() < 0.05:
            quantity = -quantity
        price = D(dice.randrange(100, 90000)) / 100
        value = (quantity * price).quantize(D("0.01"))
        cost = None if dice.random() < 0.1 else (value * D(dice.randrange(60, 130)) / 100).quantize(D("0.01"))
        held.append(Holding(symbol, name, f"{quantity:.3f}", f"{price:.2f}", str(value), None if cost is None else str(cost)))
    return held


def dice_paper(seed: int) -> Paper:
    """The statement of one seed."""
    dice = random.Random(seed)
    look = dice_look(dice)
    held = dice_holdings(dice, dice.choice((3, 8, 20, 45)))
    return Drawing(dice, look, held).paper()


class Drawing:
    """Draws one statement row by row, over as many pages as it takes."""

    def __init__(self, dice: random.Random, look: Look, held: list[Holding]) -> None:
        self.dice, self.look, self.held = dice, look, held
        self.pdf = FPDF(orientation="L", format="letter", unit="pt")
        self.pdf.set_auto_page_break(False)
        self.number = f"{dice.randrange(100, 999)}-{dice.randrange(100000, 999999)}"
        self.widths = [150.0 if name == "name" else 48.0 if name == "symbol" else 76.0 for name in look.columns]
        self.page = 0
        self.y = 0.0
        self.first = True

    def paper(self) -> Paper:
        cash = D(self.dice.randrange(0, 500000)) / 100
        total = sum((D(one.value) for one in self.held), cash)
        self.new_page()
        self.pdf.set_font("Helvetica", "B", 10)
        self.pdf.text(40, 90, f"Total Account Value: ${total:,.2f}")
        self.y = 110
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
        expected = Expected(f"…{self.number[-4:]}", tuple(self.held), str(total), str(cash))
        return Paper(bytes(self.pdf.output()), (expected,))

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
            "name": lines[0], "symbol": one.symbol or "", "quantity": printed(D(one.quantity), 3, self.look, False, False),
            "price": printed(D(one.price), 2, self.look, True, first), "value": printed(value, 2, self.look, True, first),
            "cost": "N/A" if cost is None else printed(cost, 2, self.look, True, first),
            "gain": "--" if cost is None else printed(value - cost, 2, self.look, True, first),
            "income": f"{self.dice.randrange(1, 500) / 100:.2f}%", "before": printed(value + 10, 2, self.look, True, first),
        }
        self.draw(cells, "")
        for line in lines[1:]:
            self.y += self.look.size + 1
            self.draw({"name": line}, "")
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
