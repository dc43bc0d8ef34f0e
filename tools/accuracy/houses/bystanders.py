"""Tables around the holdings that are none: three of eleven by seed, each before or after them, with symbols in all."""

from collections.abc import Callable, Sequence

from tools.accuracy.content import cents, stock, symbol
from tools.accuracy.drawing import Pencil, plain
from tools.accuracy.houses.hands import Hand, across, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

PLACES = (40.0, 95.0, -310.0, -390.0, -470.0, -550.0)
TITLES = ("Holdings", "Portfolio Holdings", "Positions", "Your Investments", "Portfolio Detail")
EARLIER = ("Holdings as of March 31, 2026", "Prior Quarter Holdings", "Beginning Positions (04/01/2026)",
           "Positions Last Statement")  # fmt: skip
Lines = list[tuple[str, ...]]
Other = tuple[str, tuple[str, ...], Lines]


def bystanley(deal: Deal) -> Drawn:
    """Performance, dividends, sales, advice, last quarter, the largest, income, a watch list, open trades, sectors."""
    dice = deal.dice
    count = range(dice.randrange(4, 12))
    held = hand(deal, {"S": [stock(dice, deal.taken, dice.random() < 0.5, odd=one % 4 == 1) for one in count]})
    pencil = Pencil(font=dice.choice(("Sans", "Helvetica")), size=7.5)
    framed(
        pencil,
        ("Bystanley Wealth", f"Account {held.number}"),
        ("Report as of June 30, 2026", "Page ~"),
    )
    chosen = dice.sample(OTHERS, 3)
    before = dice.randrange(0, 4)
    for make in chosen[:before]:
        _other(pencil, make(deal, held))
    _main(pencil, held, dice.choice(TITLES))
    for make in chosen[before:]:
        _other(pencil, make(deal, held))
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _main(pencil: Pencil, held: Hand, title: str) -> None:
    places = (40.0, 95.0, -310.0, -370.0, -450.0, -540.0)
    heads = ("Symbol", "Security", "Shares", "Price", "Cost Basis", "Market Value")

    def head() -> None:
        across(pencil, places, heads, "B", 14)

    pencil.room(80)
    pencil.say(title, 40, "B", 13, 9)
    head()
    for row in held.rows:
        pencil.room(13, head)
        cells = (row.symbol or "", row.name[:34], plain(row.quantity, 3), plain(row.price), plain(row.cost))
        across(pencil, places, (*cells, plain(row.value)), "", 12)
    across(pencil, places, ("", "Cash", "", "", "", plain(held.cash)), "", 12)
    across(pencil, places, ("", "Total", "", "", plain(held.cost), plain(held.total)), "B", 24)


def _other(pencil: Pencil, other: Other) -> None:
    title, heads, lines = other

    def head() -> None:
        across(pencil, PLACES, heads, "B", 13)

    pencil.room(40 + 12 * min(4, len(lines)))
    pencil.say(title, 40, "B", 13, 9)
    head()
    for cells in lines:
        pencil.room(13, head)
        across(pencil, PLACES, cells, "B" if cells[1].startswith("Total") else "", 12)
    pencil.y += 12


def _named(row: Row) -> tuple[str, str]:
    return row.symbol or "", row.name[:30]


def _performance(deal: Deal, held: Hand) -> Other:
    lines: Lines = [
        (*_named(row), plain(cents(row.value * D("0.96"))), plain(row.value), "0.00", "4.17%") for row in held.rows
    ]
    heads = ("Symbol", "Security", "Beginning Value", "Ending Value", "Net Flows", "Return")
    return "Performance by Holding", heads, [*lines, ("", "Total", "", plain(held.value))]


def _dividends(deal: Deal, held: Hand) -> Other:
    units = [(row, row.quantity or ZERO) for row in held.rows[:5]]
    lines: Lines = [(*_named(row), plain(one, 3), "0.25", plain(one / 4), plain(one / 2)) for row, one in units]
    heads = ("Symbol", "Security", "Shares", "Rate", "This Quarter", "Year to Date")
    return "Dividends Received by Security", heads, [*lines, ("", "Total dividends", "", "", "1,204.10", "2,408.20")]


def _sales(deal: Deal, held: Hand) -> Other:
    prices = [(row, row.price or ZERO) for row in held.rows[:4]]
    lines: Lines = [(*_named(row), "5.000", plain(5 * one), plain(4 * one), plain(one)) for row, one in prices]
    heads = ("Symbol", "Security", "Quantity", "Proceeds", "Cost Basis", "Gain/Loss")
    return "Realized Gains and Losses", heads, [*lines, ("", "Total realized", "", "900.00", "700.00", "200.00")]


def _advice(deal: Deal, held: Hand) -> Other:
    lines: Lines = [
        (*_named(row), "7.000", plain(row.price), plain(7 * (row.price or ZERO)), ("Buy", "Sell")[place % 2])
        for place, row in enumerate(held.rows[:4])
    ]
    heads = ("Symbol", "Security", "Shares", "Price", "Estimated Amount", "Action")
    return "Recommended Trades", heads, lines


def _last_quarter(deal: Deal, held: Hand) -> Other:
    lines: Lines = []
    for row in held.rows:
        units, price = (row.quantity or ZERO) + 3, ((row.price or ZERO) * D("0.95")).quantize(D("0.01"))
        lines.append((*_named(row), plain(units, 3), plain(price), plain(row.cost), plain(cents(units * price))))
    heads = ("Symbol", "Security", "Shares", "Price", "Cost Basis", "Market Value")
    return deal.dice.choice(EARLIER), heads, lines


def _largest(deal: Deal, held: Hand) -> Other:
    some: Sequence[Row] = sorted(held.rows, key=lambda row: -row.value)[:5]
    lines: Lines = [
        (
            *_named(row),
            plain(row.quantity, 3),
            plain(row.price),
            plain(row.value),
            f"{100 * row.value / held.total:.1f}%",
        )
        for row in some
    ]
    heads = ("Symbol", "Security", "Shares", "Price", "Market Value", "% of Portfolio")
    return "Top Holdings", heads, lines


def _income(deal: Deal, held: Hand) -> Other:
    lines: Lines = [
        (*_named(row), plain(row.quantity, 3), "1.20%", plain(row.value * D("0.012")), plain(row.value))
        for row in held.rows
    ]
    heads = ("Symbol", "Security", "Shares", "Yield", "Annual Income", "Market Value")
    return "Estimated Annual Income", heads, [*lines, ("", "Total", "", "", "9,999.00", plain(held.value))]


def _watched(deal: Deal, held: Hand) -> Other:
    names = ("Amber Road Ltd", "Polar Freight", "Kestrel Labs")
    lines: Lines = [(symbol(deal.dice, deal.taken), name, "40.00", "31.20", "44.00", "21.00") for name in names]
    heads = ("Symbol", "Security", "Target Price", "Price", "52-Week High", "52-Week Low")
    return "Securities We Are Watching", heads, lines


def _open_trades(deal: Deal, held: Hand) -> Other:
    lines: Lines = [
        (*_named(row), "9.000", plain(row.price), plain(9 * (row.price or ZERO)), "07/01/2026") for row in held.rows[:2]
    ]
    return "Trades Not Yet Settled", ("Symbol", "Security", "Shares", "Price", "Amount", "Settles"), lines


def _soon_long(deal: Deal, held: Hand) -> Other:
    prices = [(row, row.price or ZERO) for row in held.rows[:3]]
    lines: Lines = [(*_named(row), "4.000", "08/15/2026", plain(3 * one), plain(4 * one)) for row, one in prices]
    heads = ("Symbol", "Security", "Shares", "Becomes LT", "Cost Basis", "Market Value")
    return "Gains That Become Long-Term Soon", heads, lines


def _sectors(deal: Deal, held: Hand) -> Other:
    quarter = plain(cents(held.value / 4))
    names = ("Technology", "Energy", "Health Care", "Financials")
    lines: Lines = [("", name, str(2 + place), "25.0%", "24.0%", quarter) for place, name in enumerate(names)]
    heads = ("", "Sector", "Positions", "Weight", "Benchmark", "Market Value")
    return "Allocation by Sector", heads, [*lines, ("", "Total", "", "100.0%", "100.0%", plain(held.value))]


OTHERS: tuple[Callable[[Deal, Hand], Other], ...] = (
    _performance, _dividends, _sales, _advice, _last_quarter, _largest, _income, _watched, _open_trades, _soon_long,
    _sectors,
)  # fmt: skip
