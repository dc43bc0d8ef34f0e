"""An app for traders on the form of its clearing firm."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, option, stock
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.usual import address, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn, Row

Places = tuple[float, ...]


FORM: Places = (36, 196, 250, -312, -366, -432, -494, -520, -576)


def tamarisk(deal: Deal) -> Drawn:
    """Options long and short between shares, short shares, a margin balance, last period's values, no costs."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE).upper()
    shares = [stock(dice, taken, odd=place % 5 == 4) for place in range(dice.randrange(3, 10))]
    low = stock(dice, taken)
    short = replace(low, quantity=-(low.quantity or ZERO), value=-low.value)
    calls = [_contract(dice, row, place % 2 == 0) for place, row in enumerate(shares[: dice.randrange(2, 7)])]
    rows = [replace(row, cost=None) for row in (*shares, *([short] if dice.random() < 0.6 else []), *calls)]
    dealt = hand(deal, {"EQUITIES / OPTIONS": rows})
    debt = cents(abs(dealt.value) / 5) if dice.random() < 0.4 else ZERO
    held = replace(dealt, number=f"5TW{dealt.number[-5:].replace('-', '1')}")
    if debt:
        held = replace(held, cash=-debt, total=held.total - (held.cash or ZERO) - debt)
    pencil = Pencil(size=6.8)

    def frame(one: Pencil) -> None:
        across(one, (36, 300, -576), ("TAMARISK TRADE, INC.", "", "June 1, 2026 - June 30, 2026"), "B", 11, 9)
        across(one, (36, 300, -576), ("1000 W FULTON ST SUITE 220", "", f"PAGE {one.pages} OF 6"), "", 10)
        across(one, (36, 300, -576), ("CHICAGO, IL 60607", "ACCOUNT NUMBER", f"{held.number}   RR TWA"), "", 12)
        across(one, (36, 300), ("", owner), "", 20)

    pencil.on_page = frame
    pencil.page()
    _form_summary(pencil, dice, owner, held)
    pencil.y += 10
    _form_rows(pencil, held)
    _form_activity(pencil, held)
    made = held.closed(deal, as_of="2026-06-30", owner=owner, sweeps=(held.cash or ZERO,))
    return pencil.drawn(made)


def _contract(dice: random.Random, under: Row, short: bool) -> Row:
    """A call or a put with its underlying company named below it."""
    made = option(dice, under, short)
    side = dice.choice(("CALL", "PUT"))
    strike = max(5, int((under.price or ZERO) / 5) * 5)
    return replace(
        made, name=f"{side} {under.symbol}     0{dice.randrange(7, 10)}/{dice.choice((17, 18, 21))}/26    {strike}"
    )


def _form_summary(pencil: Pencil, dice: random.Random, owner: str, held: Hand) -> None:
    pencil.say(address(dice, owner), 36, "", 10, 8)
    pencil.y += 12
    places: Places = (36, -230, -310, 330, -500, -576)
    across(
        pencil,
        places,
        (
            "ACCOUNT SUMMARY",
            "OPENING BALANCE",
            "CLOSING BALANCE",
            "INCOME AND EXPENSE SUMMARY",
            "THIS PERIOD",
            "YEAR TO DATE",
        ),
        "B",
        11,
    )
    cash = held.cash or ZERO
    right = (
        ("Dividends", "$41.20", "$210.11"),
        ("Interest paid", "($3.12)", "($18.40)"),
        ("Interest income", "0.12", "1.02"),
        ("Total Income/Expense", "$38.20", "$192.73"),
    )
    left = (
        ("Margin account", cash - 40, cash),
        ("Short account", ZERO, ZERO),
        ("NET ACCOUNT BALANCE", cash - 40, cash),
        ("Total Priced Portfolio", held.value - 910, held.value),
    )
    for (label, then, now), texts in zip(left, right, strict=True):
        across(pencil, places, (label, dollars(then), dollars(now), *texts), "", 11)
    across(pencil, places, ("TOTAL ACCOUNT VALUE", dollars(held.total - 950), dollars(held.total)), "B", 18)
    pencil.say("PORTFOLIO EQUITY ALLOCATION", 36, "B", 11)
    options = sum((row.value for row in held.rows if row.kinds == ("option",)), ZERO)
    for label, value in (("Equities", held.value - options), ("Options", options), ("Cash account", cash)):
        across(pencil, (36, -230, -310), (label, dollars(value), share(value, held.total, 3)), "", 11)


def _form_head(pencil: Pencil) -> None:
    across(pencil, FORM, ("", "SYMBOL/", "ACCOUNT", "", "", "MARKET", "LAST PERIOD'S", "%", "EST. ANNUAL"), "B", 8)
    cells = ("DESCRIPTION", "CUSIP", "TYPE", "QUANTITY", "PRICE", "VALUE", "MARKET VALUE", "CHG", "INCOME")
    across(pencil, FORM, cells, "B", 11)


def _form_rows(pencil: Pencil, held: Hand) -> None:
    pencil.say("PORTFOLIO SUMMARY", 36, "B", 13, 9)
    _form_head(pencil)
    pencil.say("EQUITIES / OPTIONS", 36, "B", 11)
    names = {row.symbol: row.name for row in held.rows if row.symbol}
    for place, row in enumerate(held.rows):
        pencil.room(30, lambda: _form_head(pencil))
        known = row.kinds == ("option",)
        kind = "S" if row.symbol and row.value < 0 else "M"
        then = row.value - 12 if place % 3 else None
        price = dollars(row.price) if not known else f"${row.price:,.2f}"
        cells = (row.symbol or "", kind, plain(row.quantity, 0), price, dollars(row.value), dollars(then), "", "")
        across(
            pencil,
            FORM,
            (
                row.name[:36],
                *cells[:6],
                "2.114" if then else "",
                "$12" if kind == "M" and row.symbol and place % 2 else "",
            ),
            "",
            9,
        )
        below = names.get(row.name.split()[1], "COMMON STOCK")[:34] if known else row.name[36:]
        if below:
            pencil.say(below, 36, "", 9)
        pencil.y += 2
    places: Places = (36, -432)
    across(pencil, places, ("Total Equities / Options", dollars(held.value)), "B", 16)
    label = "NET ACCOUNT BALANCE (MARGIN DEBIT)" if (held.cash or ZERO) < 0 else "NET ACCOUNT BALANCE"
    across(pencil, places, (label, dollars(held.cash)), "", 12)
    across(pencil, places, ("TOTAL ACCOUNT VALUE", dollars(held.total)), "B", 24)


def _form_activity(pencil: Pencil, held: Hand) -> None:
    places: Places = (36, 100, 146, 176, -400, -450, -512, -576)
    pencil.room(100)
    pencil.say("ACCOUNT ACTIVITY", 36, "B", 12, 9)
    pencil.say("OPTIONS ACTIVITY - EXPIRATIONS AND ASSIGNMENTS / DIVIDENDS AND INTEREST", 36, "B", 11)
    heads = ("TRANSACTION", "DATE", "TYPE", "DESCRIPTION", "QUANTITY", "PRICE", "DEBIT", "CREDIT")
    across(pencil, places, heads, "B", 11)
    row = held.rows[0]
    across(pencil, places, ("EXPIRED", "06/20/26", "M", f"PUT {row.symbol}  06/20/26  20", "2"), "", 9)
    pencil.say("OPTION EXPIRATION - EXPIRED", 176, "", 10)
    for row in held.rows[:3]:
        across(pencil, places, ("DIVIDEND", "06/15/26", "M", row.name[:36], "", "", "", "$13.40"), "", 9)
        pencil.say(f"CASH DIV ON {plain(abs(row.quantity or ZERO), 0)} SHS REC 06/01/26 PAY 06/15/26", 176, "", 10)
    across(
        pencil,
        places,
        ("INTEREST", "06/16/26", "M", "MARGIN INTEREST 05/16 THRU 06/15 8.00%", "", "", "$3.12", ""),
        "",
        10,
    )
    across(pencil, (36, -512, -576), ("Total Dividends And Interest", "$3.12", "$40.20"), "B", 18)
