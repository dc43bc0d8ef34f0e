"""Houses whose figures stand in sentences, beside labels, in turned tables and behind dots instead of under heads."""

from dataclasses import replace

from tools.accuracy.content import deposit, fund, note, stock
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses.hands import framed, hand, in_one, said
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn


def posthaste(deal: Deal) -> Drawn:
    """A letter: each fund in two sentences with its shares, price, worth and cost; the total in a sentence."""
    dice, taken = deal.dice, deal.taken
    held = hand(deal, {"": [fund(dice, taken) for _ in range(dice.randrange(2, 7))]}, cash=False)
    pencil = Pencil(font="Times", size=11)
    framed(
        pencil,
        ("Posthaste Fund Distributors", "June 30, 2026"),
        ("Mrs. Ines Calloway, 4 Mill Lane, Alder, VT 05001", ""),
    )
    pencil.say(
        f"Re: Account {held.number}\n\nDear Mrs. Calloway,\n\nHere is what your account held on June 30, 2026.",
        60,
        step=15,
    )
    pencil.y += 8
    for row in held.rows:
        pencil.room(60)
        pencil.say(
            f"You own {plain(row.quantity, 3)} shares of {row.name}. At ${row.price:,.3f} a share they are\n"
            f"worth {dollars(row.value)}. You paid {dollars(row.cost)} for them.",
            60,
            step=15,
        )
        pencil.y += 8
    pencil.say(
        f"Altogether your account is worth {dollars(held.total)}. Over the past year the average fund of its\n"
        "kind returned 8.12% and charged $9.40 for every $1,000 invested.",
        60,
        step=15,
    )
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def turnstile(deal: Deal) -> Drawn:
    """A savings plan turned on its side: portfolios across the page, their figures downward, sums at the right."""
    dice, taken = deal.dice, deal.taken
    rows = [
        replace(fund(dice, taken), name=f"Portfolio {letter}: {title}")
        for letter, title in zip("ABCD", ("Growth", "Moderate", "Income", "Stable"), strict=True)
    ][: dice.randrange(2, 5)]
    held = hand(deal, {"": rows}, cash=False)
    pencil = Pencil(landscape=True, font="Sans", size=9)
    framed(
        pencil,
        ("Turnstile College Savings Plan (529)", f"Account number: {held.number}"),
        ("Owner: Wendell K. Ashgrove     Beneficiary: A. Ashgrove", "Quarter ended 12/31/2025"),
        after=30,
    )
    rights = [-300 - 110 * place for place in range(len(held.rows) + 1)]

    def line(label: str, texts: list[str], style: str = "", step: float = 15) -> None:
        pencil.row([(40, label), *zip(rights, texts, strict=False)], style, step)

    line("", [row.name for row in held.rows] + ["Total"], "B", 18)
    line("Units on 09/30/2025", [plain((row.quantity or ZERO) - 2, 3) for row in held.rows])
    line("Contributions", ["$50.00" for _ in held.rows] + [dollars(D(50 * len(held.rows)))])
    line("Units on 12/31/2025", [plain(row.quantity, 3) for row in held.rows])
    line("Unit price on 12/31/2025", [f"${row.price:,.3f}" for row in held.rows])
    line("Value on 12/31/2025", [dollars(row.value) for row in held.rows] + [dollars(held.total)], "B")
    line("Principal contributed", [dollars(row.cost) for row in held.rows] + [dollars(held.cost)], "", 30)
    line("Portion of account", ["25%" for _ in held.rows] + ["100%"])
    return pencil.drawn(held.closed(deal, as_of="2025-12-31", registration="529"))


def cardinham(deal: Deal) -> Drawn:
    """Deposits and notes each as a block of labels, two labels a line, with coupons and dates between."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "Brokered Certificates of Deposit": [
            replace(deposit(dice, taken), cost=None) for _ in range(dice.randrange(2, 5))
        ],
        "Market-Linked Notes": [replace(note(dice, taken), cost=None) for _ in range(dice.randrange(1, 3))],
    }
    held = hand(deal, groups)
    pencil = Pencil(font="Serif", size=9)
    framed(
        pencil, ("Cardinham Fixed Income Desk", f"Account: {held.number}"), ("Holdings at November 30, 2026", "Page ~")
    )
    pencil.row([(40, "Cash"), (-300, dollars(held.cash))])
    pencil.row([(40, "Holdings and cash, excluding accrued interest"), (-420, dollars(held.total))], "B", 26)
    for title, rows in held.groups.items():
        pencil.room(110)
        pencil.say(title, 40, "B", 18, 11)
        for row in rows:
            pencil.room(90)
            pencil.say(row.name.split(" DUE ")[0] if " DUE " in row.name else row.name, 40, "B", 14)
            block = [
                ("CUSIP", row.cusip or "", "Maturity date", row.name[-10:]),
                ("Par", dollars(row.quantity), "Price (per 100)", plain(row.price, 3)),
                ("Market value", dollars(row.value), "Coupon", "4.15% semiannual"),
            ]
            if row.accrued is not None:
                block.append(("Accrued interest", dollars(row.accrued), "Next payment", "02/15/2027"))
            for first, one, second, two in block:
                pencil.row([(52, first), (-250, one), (310, second), (-520, two)])
            pencil.y += 10
    return pencil.drawn(held.closed(deal, as_of="2026-11-30"))


def dottrell(deal: Deal) -> Drawn:
    """Names with dots up to their figures, `shares @ price`, one lot each with its day in words, columns unnamed."""
    dice, taken = deal.dice, deal.taken
    held = hand(deal, {"": [stock(dice, taken) for _ in range(dice.randrange(4, 14))]})
    held.groups[""] = [
        in_one(row, f"20{12 + place % 13}-0{1 + place % 9}-1{place % 9}") for place, row in enumerate(held.rows)
    ]
    pencil = Pencil(font="Courier", size=8.5)
    framed(
        pencil,
        ("DOTTRELL & DAUGHTERS, STOCKBROKERS", f"Account {held.number}"),
        ("Securities held for INES CALLOWAY", "at the close of 28 February 2026"),
    )
    for row in held.rows:
        pencil.room(30)
        pencil.row(
            [
                (40, f"{row.name} ({row.symbol}) ".ljust(48, ".")),
                (-420, f"{plain(row.quantity, 0)} @ {plain(row.price)}"),
                (-570, plain(row.value)),
            ],
            "",
            11,
        )
        pencil.row([(60, f"bought {said(row.lots[0].day, '%d %B %Y')} for {plain(row.cost)}")], "", 15, 7.5)
    pencil.row([(40, "Cash at bank ".ljust(48, ".")), (-570, plain(held.cash))])
    pencil.row([(40, "TOTAL ".ljust(48, ".")), (-570, plain(held.total))], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-02-28"))
