"""What a document says of a proposal, drawn from the record alone: titles, sums, order of classes, unit costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from core.domain.account import Account
from core.domain.household import Household
from core.domain.lot import Lot
from core.domain.mandate import Mandate
from core.domain.money import ZERO, cents
from core.domain.proposal import Proposal
from core.domain.trade import Trade
from core.market.asset_classes import labels as class_labels
from core.words import class_label, day, listing, one_line, signed, start, with_titles

REGISTRATIONS = {
    "taxable_individual": "Individual, taxable",
    "taxable_joint": "Joint, taxable",
    "trust_grantor": "Grantor trust, taxable",
    "trust_nongrantor": "Non-grantor trust, taxable",
    "utma": "UTMA, taxable to the child",
    "traditional_ira": "Traditional IRA, tax-deferred",
    "roth_ira": "Roth IRA, not taxed",
    "inherited_ira": "Inherited IRA, tax-deferred",
    "sep_ira": "SEP IRA, tax-deferred",
    "simple_ira": "SIMPLE IRA, tax-deferred",
    "401k": "401(k), tax-deferred",
    "403b": "403(b), tax-deferred",
    "hsa": "HSA, not taxed",
    "529": "529, not taxed",
    "annuity": "Annuity, tax-deferred",
    "other": "Other, taxable",
}
FILING = {
    "single": "Single",
    "married_joint": "Married filing jointly",
    "married_separate": "Married filing separately",
    "head_of_household": "Head of household",
    "surviving_spouse": "Surviving spouse",
    "estate_trust": "Estate or trust",
    "child": "Child",
}
BASELINES = {
    "do_nothing": "Do nothing",
    "pro_rata_per_account": "Rebalance each account alone, pro rata",
    "ignore_tax": "Back to the bands, tax ignored",
    "sell_everything": "Sell everything, buy the target",
}


@dataclass(frozen=True)
class Facts:
    """A proposal beside its household and mandate, with the names that people know."""

    proposal: Proposal
    household: Household
    mandate: Mandate
    labels: Mapping[str, str]

    @cached_property
    def names(self) -> dict[str, str]:
        """Every label: of classes, of the proposal, of the caller; the later ones win."""
        return {**class_labels(), **self.proposal.labels, **self.labels}

    @cached_property
    def lots(self) -> dict[str, Lot]:
        """Every lot of the case by its id."""
        return {lot.id: lot for account in self.proposal.case.accounts for lot in account.lots}

    @cached_property
    def classes(self) -> list[str]:
        """The classes of the answer in display order, those without label or weight last; empty ones left out."""
        answer = self.proposal.answer
        order = {name: place for place, name in enumerate(class_labels())}
        every = {*answer.before.drift, *answer.after.drift}
        shown = [
            name
            for name in every
            if self.proposal.case.target.weight(name)
            or (answer.before.weights.get(name) or 0) > 0
            or (answer.after.weights.get(name) or 0) > 0
        ]
        return sorted(shown, key=lambda name: (order.get(name, len(order)), name))

    @property
    def accounts(self) -> list[tuple[Account, list[Trade]]]:
        """Accounts that trade, in the order of the case, with their trades, sales first."""
        trades = sorted(self.proposal.answer.trades, key=lambda trade: trade.side, reverse=True)
        pairs = [(one, [trade for trade in trades if trade.account == one.id]) for one in self.proposal.case.accounts]
        return [(account, its) for account, its in pairs if its]

    def class_name(self, name: str) -> str:
        """A class as people know it."""
        return class_label(name, self.names)

    def account_title(self, account: str) -> str:
        """`Joint …0935`."""
        card = self.household.card(account)
        return one_line(f"{card.title} {card.number}")

    def taxpayer_name(self, key: str) -> str:
        """`Nora and Paul Hollingsworth, married filing jointly`: who owns the accounts of a tax return."""
        owned = [one for one in self.proposal.case.accounts if one.taxpayer == key]
        joint = [one for one in owned if one.registration == "taxable_joint"]
        people = {one_line(self.household.card(one.id).owner_name) for one in joint or owned} - {""}
        filing = {one.id: FILING[one.filing_status].lower() for one in self.proposal.case.taxpayers}.get(key, "")
        return ", ".join(part for part in (listing(sorted(people)) or one_line(key), filing) if part)

    @cached_property
    def titles(self) -> dict[str, str]:
        """Account id -> title."""
        return {account.id: self.account_title(account.id) for account in self.proposal.case.accounts}

    def said(self, sentence: str) -> str:
        """A recorded sentence as one line, accounts by their titles."""
        return with_titles(one_line(sentence), self.titles)

    def group_name(self, group: str) -> str:
        """The securities of an identical group: `VNQ, VGSLX (us-reit)`; a symbol alone is its own group."""
        symbols = sorted(one.symbol for one in self.proposal.case.securities if one.group == group)
        if not symbols or symbols == [group]:
            return one_line(group)
        return one_line(f"{', '.join(symbols)} ({group})")

    def place(self, where: str) -> str:
        """Where an issue stands: an account by its title, anything else as it is written."""
        for part in where.split("."):
            if part in self.titles:
                return self.titles[part]
        return one_line(where)

    def account_detail(self, account: Account) -> str:
        """`Harborlight Brokerage · Joint, taxable · Ana Hollingsworth`."""
        card = self.household.card(account.id)
        parts = (card.institution, REGISTRATIONS[account.registration], card.owner_name)
        return " · ".join(one_line(part) for part in parts if part.strip())

    def person(self, person: str | None) -> str:
        """A person's name beside the id that stands in the trail."""
        if not person:
            return "–"
        name = self.names.get(f"person.{person}")
        return f"{one_line(name)} ({one_line(person)})" if name else one_line(person)

    def person_name(self, person: str) -> str:
        """A person's name, or the id where no name was given."""
        return one_line(self.names.get(f"person.{person}") or person)

    @property
    def mandate_name(self) -> str:
        """`Balanced growth v7`."""
        given = self.names.get("mandate")
        return one_line(given) if given else one_line(f"{self.mandate.name or self.mandate.id} v{self.mandate.version}")

    @property
    def prices_badge(self) -> str:
        """`Simulated prices` where the feed has a label, else nothing."""
        label = one_line(self.names.get("prices", ""))
        if not label:
            return ""
        return start(label) if "price" in label.lower() else f"{start(label)} prices"

    @property
    def prices_as_of(self) -> str:
        """`Nov 20, 2026`: the day of the prices, the case's own day where no other is named."""
        given = self.names.get("prices_as_of", "")
        try:
            return day(date.fromisoformat(given))
        except ValueError:
            return one_line(given) or day(self.proposal.case.as_of)

    def sold(self, trades: list[Trade]) -> Decimal:
        """Dollars of the sales."""
        return sum((trade.amount for trade in trades if trade.side == "sell"), ZERO)

    def bought(self, trades: list[Trade]) -> Decimal:
        """Dollars of the purchases."""
        return sum((trade.amount for trade in trades if trade.side == "buy"), ZERO)

    @property
    def turnover(self) -> float | None:
        """The smaller of sales and purchases over the household's total; None without a total."""
        trades, total = list(self.proposal.answer.trades), self.proposal.answer.before.total
        return float(min(self.sold(trades), self.bought(trades)) / total) if total else None

    @property
    def fund_costs(self) -> Decimal:
        """Dollars a year by which the funds' expense ratios change with the trades; + is dearer."""
        ratio = {one.symbol: Decimal(repr(one.expense_ratio)) for one in self.proposal.case.securities}
        signs = {"buy": 1, "sell": -1}
        trades = self.proposal.answer.trades
        return cents(sum((signs[one.side] * one.amount * ratio[one.symbol] for one in trades), ZERO))

    def in_bands(self, name: str, drift: float) -> str:
        """Drift over the half-width of its band, `+1.62`; an en dash where the band has no width, or not that side."""
        found = self.proposal.case.target.in_bands(name, drift)
        return signed(found) if found or (found == 0 and not drift) else "–"

    @property
    def outside_after(self) -> str:
        """The classes still outside, as a list of names."""
        return listing([self.class_name(name) for name in self.proposal.answer.after.out_of_band])


def gain_of(trade: Trade) -> Decimal | None:
    """The gain of a sale over its lots; None where a lot's is not known, or for a purchase."""
    gains = [pick.gain for pick in trade.lots]
    return None if not gains or None in gains else sum((gain for gain in gains if gain is not None), ZERO)


def basis_of(trade: Trade) -> Decimal | None:
    """The cost of a sale over its lots; None where a lot's is not known, or for a purchase."""
    costs = [pick.cost_basis for pick in trade.lots]
    return None if not costs or None in costs else sum((cost for cost in costs if cost is not None), ZERO)
