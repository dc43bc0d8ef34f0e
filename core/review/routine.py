"""Which proposals are routine: within the firm's limits, so that several may be approved together; others alone.

The limits are the firm's own (`firm/review.toml` over `data/reference/review.toml`); none of them replaces a check.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from core.domain.canonical import from_plain
from core.domain.errors import BadInput
from core.domain.proposal import Proposal
from core.settings import REFERENCE
from core.words import count, dollars, percent

FILE = "review.toml"


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """When a proposal is routine, and who must have signed its letter before orders go out.

    most_tax : dollars; most_traded : dollars of buys or of sells, the larger; most_trades : orders
    most_turnover : the smaller of buys and sells as a fraction of the household
    signed_by : capacities, any of `advisor` and `client`
    """

    most_tax: Decimal
    most_traded: Decimal
    most_turnover: float
    most_trades: int
    signed_by: tuple[str, ...] = ("advisor",)


def review_rules(firm_folder: Path | None = None) -> ReviewRules:
    """The firm's own `review.toml` where there is one, else the house's."""
    own = firm_folder / FILE if firm_folder else None
    return _read(own if own and own.is_file() else REFERENCE / FILE)


def exceptions(proposal: Proposal, rules: ReviewRules) -> tuple[str, ...]:
    """Why this proposal is looked at by itself, each reason a sentence; none for a routine one."""
    return tuple(_exceptions(proposal, rules))


def _exceptions(one: Proposal, rules: ReviewRules) -> Iterator[str]:
    answer = one.answer
    bought, sold = (sum((t.amount for t in answer.trades if t.side == side), Decimal(0)) for side in ("buy", "sell"))
    if answer.status != "proposed":
        yield "It proposes no trades."
    if answer.tax.total > rules.most_tax:
        yield f"Its tax of {dollars(answer.tax.total)} is over {dollars(rules.most_tax)}."
    if max(bought, sold) > rules.most_traded:
        yield f"It trades {dollars(max(bought, sold))}, over {dollars(rules.most_traded)}."
    total = answer.before.total
    if total > 0 and float(min(bought, sold) / total) > rules.most_turnover:
        yield f"It turns over more than {percent(rules.most_turnover)} of the household."
    if len(answer.trades) > rules.most_trades:
        yield f"It holds {count(len(answer.trades), 'trade')}, over {rules.most_trades}."
    if answer.conflicts:
        yield f"A limit could not be met: {answer.conflicts[0].sentence}"
    if one.tweaks:
        yield f"A person changed {count(len(one.tweaks), 'line')} of it."
    if answer.tax.disallowed:
        yield f"The wash-sale rule disallows {dollars(answer.tax.disallowed)} of its losses."
    if any(issue.severity == "error" for issue in answer.issues):
        yield "Something in the client's data is wrong."


@cache
def _read(path: Path) -> ReviewRules:
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise BadInput(path.name, "not a TOML file") from None
    rules = from_plain(ReviewRules, plain, path.name)
    unknown = set(rules.signed_by) - {"advisor", "client"}
    if unknown:
        raise BadInput(f"{path.name}.signed_by", f"{min(unknown)} is none of advisor, client")
    return rules
