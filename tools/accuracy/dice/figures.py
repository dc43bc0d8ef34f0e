"""How one paper writes its figures: signs of currency, negatives, what is not known, places, per cents, days."""

from datetime import date, timedelta

from tools.accuracy.dice.dials import Dial, Dials
from tools.accuracy.dice.securities import PER_HUNDRED, Security
from tools.accuracy.truth import D

DOLLAR = Dial(
    "dollar sign",
    {"none": 40, "all": 15, "first row and totals": 18, "totals only": 12, "apart first and totals": 9, "apart all": 6},
)
NEGATIVE = Dial("negative", {"-{}": 45, "({})": 45, "{}-": 10})
NOTHING = Dial("nothing", {"": 40, "-": 12, "--": 15, "N/A": 12, "n/a": 8, "\u2014": 8, "not available": 5})
QUANTITY_PLACES = Dial("quantity places", {"0 or 3": 25, "trimmed": 16, "whole": 10, "2": 5, "3": 22, "4": 14, "5": 8})
PRICE_PLACES = Dial("price places", {2: 66, 3: 16, 4: 14, 5: 4})
BOND_PLACES = Dial("bond price places", {"3": 45, "4": 20, "as price": 25, "2 or more": 10})
DAY_FORM = Dial(
    "day form", {"{:%B} {}, {:%Y}": 45, "{:%m/%d/%Y}": 22, "{:%m/%d/%y}": 8, "{:%b} {}, {:%Y}": 17, "upper": 8}
)
PER_CENT_SIGN = ("%", "%", "")
ENDS = (date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30), date(2025, 9, 30), date(2026, 1, 30),
        date(2026, 2, 28), date(2024, 11, 29), date(2026, 5, 31))  # fmt: skip
DAY_TOLD = Dial("day words", {
    "as of": 20, "from - to": 22, "from to": 14, "period ending": 12, "statement date": 10, "bare": 6,
    "quarter ended": 10, "through": 6,
})  # fmt: skip
DAY_WORDS: dict[str, tuple[str, ...]] = {
    "as of": ("As of {1}", "Holdings as of {1}", "Valued as of {1}", "Values as of {1}", "as of {1}"),
    "from - to": ("Statement Period: {0} - {1}", "{0} - {1}", "Period {0} - {1}", "Statement Period {0} - {1}",
                  "Reporting Period: {0} - {1}"),
    "from to": ("Statement Period: {0} to {1}", "For the period {0} to {1}", "{0} through {1}", "From {0} to {1}",
                "Statement for the period {0} through {1}"),
    "period ending": ("For the period ending {1}", "Period Ending: {1}", "For the Period Ended {1}",
                      "Period ended {1}"),
    "statement date": ("Statement Date: {1}", "Statement Closing Date {1}", "Closing Date: {1}",
                       "Report Date: {1}", "Valuation Date: {1}"),
    "bare": ("{1}",),
    "through": ("Through {1}", "Account activity through {1}", "Statement through {1}"),
}  # fmt: skip


class Writer:
    """Writes figures by the dials of its paper; `embedded` is whether the font has signs beyond Latin."""

    def __init__(self, dials: Dials, embedded: bool) -> None:
        self.dials = dials
        nothing = dials.turn(NOTHING)
        self.nothing = "--" if nothing == "\u2014" and not embedded else nothing
        self.dollar = dials.turn(DOLLAR)
        self.negative = dials.turn(NEGATIVE)
        self.share_places = dials.word("places of shares", (1, 2, 2))
        self.gain_places = dials.word("places of gains", (1, 2, 2))
        self.unit_places = dials.word("places of unit costs", (2, 3, 4))

    @property
    def places(self) -> int:
        """How many places the quantities of securities may have."""
        form = self.dials.turn(QUANTITY_PLACES)
        return 0 if form == "whole" else int(form) if form.isdigit() else 3

    def signed(self, value: D, body: str) -> str:
        """The figure with the sign of the value."""
        return body if value >= 0 else self.negative.format(body)

    def money(self, value: D | None, dollar: bool = False) -> str:
        """An amount, with a sign of currency if it wears one."""
        return self.nothing if value is None else self.signed(value, f"{'$' if dollar else ''}{abs(value):,.2f}")

    def count(self, quantity: D | None) -> str:
        """A quantity."""
        if quantity is None:
            return self.nothing
        form, size = self.dials.turn(QUANTITY_PLACES), abs(quantity)
        if form == "trimmed":
            return self.signed(quantity, f"{size.normalize():,f}")
        whole = size == size.to_integral()
        places = 0 if form == "whole" else int(form) if form.isdigit() else 0 if whole else 3
        return self.signed(quantity, f"{size:,.{places}f}")

    def price(self, security: Security) -> str:
        """A price, with as many places as it needs."""
        if security.price is None:
            return self.nothing
        least = self._bond_places(security.price) if security.unit == PER_HUNDRED else self.dials.turn(PRICE_PLACES)
        needed = -int(security.price.normalize().as_tuple().exponent)
        return f"{security.price:,.{max(least, needed, 2)}f}"

    def _bond_places(self, price: D) -> int:
        form = self.dials.turn(BOND_PLACES)
        if form == "2 or more":
            return 2
        return max(3, self.dials.turn(PRICE_PLACES)) if form == "as price" else int(form)

    def unit_cost(self, cost: D | None, quantity: D | None, unit: D) -> str:
        """What one unit cost."""
        if cost is None or not quantity:
            return self.nothing
        return f"{abs(cost / quantity / unit):,.{self.unit_places}f}"

    def share(self, part: D, whole: D) -> str:
        """A share of the account."""
        return f"{part / whole * 100:.{self.share_places}f}{self.dials.word('sign of shares', PER_CENT_SIGN)}"

    def rate(self, income: D | None, value: D) -> str:
        """A yield."""
        sign = self.dials.word("sign of yields", PER_CENT_SIGN)
        return f"{income / value * 100:.2f}{sign}" if income else self.nothing

    def gain_rate(self, gain: D | None, cost: D | None) -> str:
        """A gain in per cent of the cost."""
        if gain is None or not cost:
            return self.nothing
        return self.signed(gain, f"{abs(gain / cost * 100):.{self.gain_places}f}%")

    def day(self, day: date) -> str:
        """A day in words or figures."""
        form = self.dials.turn(DAY_FORM)
        if form == "upper":
            return f"{day:%B} {day.day}, {day:%Y}".upper()
        return form.format(day, day.day, day)


class Period:
    """The month or quarter of a paper and how its day is told."""

    def __init__(self, dials: Dials) -> None:
        self.dials = dials
        self.end = dials.word("day", ENDS)
        quarter = self.end.month % 3 == 0
        months = 3 if quarter and dials.chance("quarterly", 0.35) else 1
        self.begin = date(self.end.year, self.end.month - months + 1, 1)
        self.before = self.begin - timedelta(1)

    def told(self, writer: Writer) -> str:
        """`Statement Period: June 1, 2026 - June 30, 2026` or the like."""
        told = self.dials.turn(DAY_TOLD)
        if told == "quarter ended":
            return f"{'Quarter' if self.end.month % 3 == 0 else 'Month'} Ended {writer.day(self.end)}"
        form = self.dials.word("words of the day", DAY_WORDS[told])
        return form.format(writer.day(self.begin), writer.day(self.end))
