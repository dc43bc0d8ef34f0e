"""Questions to a stored proposal: why a trade is not in it, what it would be without one, which losses stand open."""

from core.domain.harvest import Harvest
from core.domain.trade import Proposed, Side
from core.rebalance import WhyNot, harvests, why_not, without_trade
from core.workflow.desk import Desk
from core.workflow.proposals import proposal


def proposal_why_not(desk: Desk, proposal_id: str, account: str, symbol: str, side: Side) -> WhyNot:
    """Why a trade is not in the proposal: the rule against it, or the household solved again with it forced in."""
    desk.require("read_clients")
    return why_not(proposal(desk, proposal_id).case, account, symbol, side)


def proposal_without(desk: Desk, proposal_id: str, account: str, symbol: str, side: Side) -> Proposed:
    """The household solved again in full with one trade forbidden; a person's other tweaks stay."""
    desk.require("read_clients")
    chosen = proposal(desk, proposal_id)
    return without_trade(chosen.case, account, symbol, side, chosen.tweaks, chosen.answer.trades)


def proposal_harvests(desk: Desk, proposal_id: str) -> tuple[Harvest, ...]:
    """Losses of the proposal's household that could be taken on its day, taken or not."""
    desk.require("read_clients")
    return harvests(proposal(desk, proposal_id).case)
