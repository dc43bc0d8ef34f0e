"""The sentence on top of a proposal."""

from collections.abc import Mapping

from core.domain.proposal import Proposal
from core.words import headline


def explain(proposal: Proposal, name: str = "", labels: Mapping[str, str] | None = None) -> str:
    """`Hollingsworth: 22 trades, back inside every band for $1,498 of tax`, built from the proposal's recorded facts.

    name : the household's; a proposal itself carries none
    """
    return headline(proposal.answer, name, {**(labels or {}), **proposal.labels})
