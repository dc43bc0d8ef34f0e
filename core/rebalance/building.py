"""The whole model of a case, room by room."""

from collections.abc import Mapping

from core.rebalance.book import Book
from core.rebalance.goals import Goal
from core.rebalance.model_base import Model, new_model
from core.rebalance.model_cash import add_cash
from core.rebalance.model_flows import add_flow_limits, add_turnover
from core.rebalance.model_goals import add_goals
from core.rebalance.model_harvest import add_least_benefit
from core.rebalance.model_joint import add_joint_shares
from core.rebalance.model_lots import add_lot_order
from core.rebalance.model_tax import add_taxes
from core.rebalance.model_trades import add_trades
from core.rebalance.model_wash import add_wash_rule
from core.rebalance.setting import Setting
from core.rebalance.tax_model import TaxCurve


def build(book: Book, goals: tuple[Goal, ...], curves: Mapping[str, TaxCurve], setting: Setting) -> Model:
    """The whole model of a case."""
    model = new_model(book, goals, curves, setting)
    add_trades(model)
    add_joint_shares(model)
    add_cash(model)
    add_flow_limits(model)
    add_turnover(model)
    add_wash_rule(model)
    add_lot_order(model)
    add_least_benefit(model)
    add_goals(model)
    add_taxes(model)
    return model
