"""From a mandate and returns to target weights, or to the reasons why there are none.

answer = solve(returns, mandate)      # Target, or Infeasible with its smallest set of conflicts
curve = frontier(returns, mandate)    # calmest to richest, fast enough for a slider
blend = solve_blend(returns, mandate, models)    # a model of models: its sleeves solved and blended exactly
"""

from core.optimize.frontier import Frontier, frontier
from core.optimize.model_of_models import solve_blend
from core.optimize.solving import solve

__all__ = ["Frontier", "frontier", "solve", "solve_blend"]
