"""The policy lab: rebalancing policies walked forward over simulated days, all of them side by side.

Everything here is hypothetical: class-level weights on invented paths, never a client's account.
"""

from core.lab.compare import Matched, at_tracking_error
from core.lab.paths import block_bootstrap, normal_paths, swinging_paths
from core.lab.policies import LabPolicy, PolicyRun, Terms
from core.lab.walk import walk

__all__ = [
    "LabPolicy",
    "Matched",
    "PolicyRun",
    "Terms",
    "at_tracking_error",
    "block_bootstrap",
    "normal_paths",
    "swinging_paths",
    "walk",
]
