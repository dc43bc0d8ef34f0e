"""The trade engine: household and target in, trades by lot out, each with its reasons; and an independent checker.

One solve over every account and lot. Nothing is traded merely to come closer than the destination; what cannot be
met is named. The same case gives the same answer, byte for byte.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.proposal import Tweak
from core.domain.trade import Proposed, Side, Trade
from core.rebalance.answer import answered
from core.rebalance.baselines import baselines, do_nothing
from core.rebalance.case_file import defaults, read_case
from core.rebalance.checker import check
from core.rebalance.checker_answer import check_answer
from core.rebalance.concentrated import work_off
from core.rebalance.counterfactuals import with_counterfactuals
from core.rebalance.fingerprint import ENGINE_VERSION, fingerprint
from core.rebalance.freer import solved
from core.rebalance.harvests import harvests, worth_together
from core.rebalance.lot_names import as_written
from core.rebalance.nearest import with_relaxations
from core.rebalance.position import weights_by_symbol
from core.rebalance.slide import Slider, slider
from core.rebalance.why_not import WhyNot, why_not

__all__ = [
    "ENGINE_VERSION", "Slider", "WhyNot", "as_written", "check", "check_answer", "defaults", "fingerprint", "harvests",
    "read_case", "rebalance", "slider", "weights_by_symbol", "why_not", "without_trade", "work_off", "worth_together",
]  # fmt: skip


def rebalance(case: Case, tweaks: Sequence[Tweak] = (), counterfactuals: bool = True) -> Proposed:
    """The trades for one household, or `no_action`, or `infeasible` where a withdrawal cannot be raised.

    `counterfactuals=False` leaves out `without` and the solved baselines: the fast answer for sliders, with the same
    fingerprint. Raises BadInput for tweaks that cannot be done and for a year without a tax table.
    """
    ready, answer = solved(case, tweaks)
    proposed = answered(ready, answer)
    if not counterfactuals:
        return replace(proposed, baselines=(do_nothing(ready),))
    explained = with_relaxations(ready.case, with_counterfactuals(ready, answer, proposed), case.withdrawal)
    return replace(explained, baselines=baselines(ready))


def without_trade(
    case: Case,
    account: str,
    symbol: str,
    side: Side,
    tweaks: Sequence[Tweak] = (),
    trades: Sequence[Trade] | None = None,
) -> Proposed:
    """The full solve again with one trade of the proposal forbidden.

    trades : what the proposal holds, solved where it is not given. Raises BadInput for a trade that is not among them.
    """
    known = any(entry.id == account for entry in case.accounts) and any(s.symbol == symbol for s in case.securities)
    if not known:
        raise BadInput("without", f"{account}/{symbol} is not in the case")
    held = rebalance(case, tweaks, counterfactuals=False).trades if trades is None else trades
    if all(trade.key != (account, symbol, side) for trade in held):
        listed = ", ".join("/".join(trade.key) for trade in held) or "none"
        raise BadInput("without", f"the proposal holds no {account}/{symbol}/{side}; its trades: {listed}")
    return rebalance(case, (*tweaks, Tweak("drop", account, symbol, side)))
