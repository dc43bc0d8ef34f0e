"""Houses that print no units or sums first: an annuity by strategies and terms; a household's outline by account."""

from dataclasses import replace

from tools.accuracy.content import bond, cents, fund, money, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain
from tools.accuracy.houses.hands import Hand, across, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

TERMS = (40.0, 230.0, 285.0, 340.0, -450.0, -500.0, -574.0)
OUTLINE = (40.0, 250.0, -370.0, -430.0, -510.0, -560.0, -640.0, -710.0, -752.0)
KINDS = (("Joint Tenants WROS", "taxable_joint"), ("Rollover IRA", "traditional_ira"), ("Roth IRA", "roth_ira"))


def quernmore(deal: Deal) -> Drawn:
    """An annuity by index strategies with terms, caps and buffers, then subaccounts; guarantees that are no value."""
    dice, taken = deal.dice, deal.taken
    words = ("Large Cap Index", "Small Cap Index", "Global Equity Index", "Technology 100 Index")
    strategies = [
        Row(None, f"{dice.choice(words)} {1 + place}-Year {dice.choice((10, 15, 20))}% Buffer", None, None, value)
        for place, value in enumerate(money(dice, 4000, 90_000) for _ in range(dice.randrange(2, 6)))
    ]
    pools = [replace(fund(dice, taken), cost=None) for _ in range(dice.randrange(1, 5))]
    held = hand(deal, {"Index Strategies": strategies, "Variable Subaccounts": pools}, cash=False)
    pencil = Pencil(size=8)
    framed(
        pencil,
        ("QUERNMORE LIFE INSURANCE COMPANY", "Quarterly Annuity Statement"),
        (f"Contract Number: {held.number}", "April 1, 2026 through June 30, 2026"),
    )
    pencil.say("Owner: Ines Calloway\nAnnuitant: Ines Calloway\nContract Type: Non-Qualified", 40, "", 12)
    pencil.say("Contract Date: 02/14/2022", 40, "", 20)
    for label, value in (
        ("Contract Value on March 31, 2026", held.total - 2210),
        ("Purchase Payments This Quarter", D(1000)),
        ("Change in Value", D(1210)),
        ("Contract Value on June 30, 2026", held.total),
        ("Surrender Value on June 30, 2026", cents(held.total * D("0.94"))),
        ("Return of Premium Death Benefit", cents(held.total * D("1.03"))),
    ):
        across(pencil, (40, -360), (label, dollars(value)), "B" if label.startswith("Contract") else "", 12)
    pencil.y += 14
    pencil.say("Index Strategies", 40, "B", 13, 10)
    _terms(pencil, held)
    pencil.room(80)
    pencil.say("Variable Subaccounts", 40, "B", 13, 10)
    places = (40.0, -340.0, -450.0, -574.0)
    across(pencil, places, ("Subaccount", "Accumulation Units", "Unit Value", "Value"), "B", 12)
    for row in held.groups["Variable Subaccounts"]:
        cells = (plain(row.quantity, 3), plain(row.price, 3), dollars(row.value))
        across(pencil, places, (row.name, *cells), "", 12)
    value, _ = held.sums["Variable Subaccounts"]
    across(pencil, places, ("Total Variable Subaccounts", "", "", dollars(value)), "B", 20)
    across(pencil, places, ("Total Contract Value", "", "", dollars(held.total)), "B", 12)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", registration="annuity", owner="Ines Calloway"))


def _terms(pencil: Pencil, held: Hand) -> None:
    across(pencil, TERMS, ("", "Term", "Term", "", "Investment", "", "Interim Value"), "B", 9)
    across(pencil, TERMS, ("Strategy", "Start", "End", "Cap Rate", "Base", "Buffer", "on 06/30/2026"), "B", 12)
    for place, row in enumerate(held.groups["Index Strategies"]):
        base = cents(row.value * D(90 + place) / 100)
        cells = ("02/14/26", f"02/14/{27 + place}", f"{9 + place}.25%", plain(base), "10%", dollars(row.value))
        across(pencil, TERMS, (row.name, *cells), "", 12)
    value, _ = held.sums["Index Strategies"]
    across(pencil, TERMS, ("Total Index Strategies", "", "", "", "", "", dollars(value)), "B", 22)


def saltby(deal: Deal) -> Drawn:
    """A household by account: sums of accounts and classes stand above what they hold, in the columns of holdings."""
    dice = deal.dice
    kinds = dice.sample(KINDS, dice.randrange(2, 4))
    holds, made = [], []
    for kind, code in kinds:
        holds.append((kind, _saltby_hand(deal)))
        held = holds[-1][1]
        made.append(held.closed(deal, as_of="2026-06-30", registration=code, sweeps=(held.cash or ZERO,)))
    pencil = Pencil(landscape=True, font="Sans", size=7)
    framed(pencil, ("Saltby Family Office", ""), ("Ashgrove Household - Portfolio Holdings", "As of June 30, 2026"))
    total = sum((held.total for _, held in holds), ZERO)
    cost = sum((held.cost + (held.cash or ZERO) for _, held in holds), ZERO)

    def head() -> None:
        upper = ("", "", "", "Price", "Value", "% of", "Cost Basis", "Unrealized", "Yield")
        across(pencil, OUTLINE, upper, "B", 8)
        across(
            pencil, OUTLINE, ("", "Ticker", "Units", "(USD)", "(USD)", "Total", "(USD)", "Gain (USD)", "(%)"), "B", 13
        )

    head()
    _sum_above(pencil, "Total", total, cost, total)
    for kind, held in holds:
        pencil.room(70, head)
        spent = held.cost + (held.cash or ZERO)
        _sum_above(pencil, f"Wendell K. Ashgrove {kind} ({held.number})", held.total, spent, total)
        for title, rows in held.groups.items():
            pencil.room(36, head)
            _sum_above(pencil, f"   {title}", *held.sums[title], total)
            for row in rows:
                pencil.room(12, head)
                _in_outline(pencil, row, total)
        cash = held.cash or ZERO
        pencil.room(26, head)
        _sum_above(pencil, "   Cash & Equivalents", cash, cash, total)
        cells = ("", plain(cash, 2), "1.00", plain(cash), f"{100 * cash / total:.2f}", plain(cash), "0.00")
        across(pencil, OUTLINE, ("      US Dollar", *cells), "", 12)
    return pencil.drawn(*made)


def _saltby_hand(deal: Deal) -> Hand:
    dice, taken = deal.dice, deal.taken
    groups = {
        "Public Equity": [stock(dice, taken) for _ in range(dice.randrange(2, 8))],
        "Fixed Income": [replace(bond(dice, taken), cusip=None) for _ in range(dice.randrange(1, 4))],
    }
    return hand(deal, groups)


def _sum_above(pencil: Pencil, label: str, value: D, cost: D, total: D) -> None:
    cells = (plain(value), f"{100 * value / total:.2f}", plain(cost), bracketed(value - cost))
    across(pencil, (OUTLINE[0], *OUTLINE[4:]), (label, *cells), "B", 12)


def _in_outline(pencil: Pencil, row: Row, total: D) -> None:
    name = row.name.title() if row.symbol else row.name
    figures = (plain(row.quantity), plain(row.price, 3), plain(row.value), f"{100 * row.value / total:.2f}")
    cells = (row.symbol or "", *figures, plain(row.cost), bracketed(row.gain), "1.40")
    across(pencil, OUTLINE, (f"      {name}", *cells), "", 12)
