"""A mandate's trading policy in words: one sentence for each field that the trade engine reads."""

from core.domain.policy import Policy
from core.words import dollars, percent

_TRIGGERS = {
    "threshold": "A rebalance is proposed when a class stands strictly outside its range.",
    "calendar": "A rebalance is proposed on the calendar, whether or not a class stands outside its range.",
    "cash_flow": "A rebalance is proposed when money comes in or goes out.",
    "always": "A rebalance is proposed at every check.",
}
_RELIEFS = {
    "min_tax": "those that cost the least tax",
    "fifo": "the oldest first",
    "lifo": "the newest first",
    "hifo": "those with the highest cost first",
    "specific": "those that a person names",
    "average": "at average cost",
}
_SWITCH_BACKS = {
    "never": "What stands in for something sold at a loss is kept.",
    "at_a_loss": "What stands in for something sold at a loss is sold again once the 30 days are over, if not at a "
    "gain.",
    "no_short_gain": "What stands in for something sold at a loss is sold again once the 30 days are over, if not at a "
    "short-term gain.",
}


def policy_sentences(policy: Policy) -> dict[str, str]:
    """Path of the rule in the mandate -> its sentence: when and how is traded, then lots, losses and tax."""
    return {**_trading(policy), **_taxes(policy)}


def _trading(policy: Policy) -> dict[str, str]:
    """When a rebalance is proposed, what pays for it, and where it may trade."""
    return {
        "policy.trigger": _TRIGGERS[policy.trigger],
        "policy.cash_flow_only": "Only money that comes in or goes out is used to rebalance; nothing else is sold."
        if policy.cash_flow_only
        else "Money that comes in or goes out is used first; what it cannot mend is sold and bought.",
        "policy.untargeted": "What stands outside the target allocation is sold."
        if policy.untargeted == "sell"
        else "What stands outside the target allocation is held and counted apart.",
        "policy.minimum_trade": f"No trade is smaller than {dollars(policy.minimum_trade)}, but to close a position or "
        "raise cash that is required.",
        "policy.turnover_limit": "No limit is set on the turnover of one rebalance."
        if policy.turnover_limit is None
        else f"One rebalance may turn over at most {percent(policy.turnover_limit, 1)} of the total.",
        "policy.location": "Classes are placed in the accounts where they are taxed least."
        if policy.location
        else "Each account is kept alike; classes are not placed by tax.",
        "policy.commitments": "Purchases leave the cash that capital calls may still ask for."
        if policy.commitments == "keep"
        else "No cash is kept back for capital calls.",
        "policy.withdrawal_order": "A withdrawal of the household is paid by required distributions, then by taxable "
        "accounts, then by tax-deferred ones, and by Roth accounts last."
        if policy.withdrawal_order == "taxable_first"
        else "A withdrawal of the household is paid by required distributions, then by whatever adds least to the tax "
        "of the year.",
    }


def _taxes(policy: Policy) -> dict[str, str]:
    """Which lots are sold, which gains and losses are taken, and what is kept from a wash sale."""
    rates = policy.default_rates
    return {
        "policy.relief": f"Of the lots that could be sold, the ones chosen are {_relief(policy.relief)}.",
        "policy.short_term_gains": "No short-term gain is taken unless required cash cannot be raised otherwise."
        if policy.short_term_gains == "avoid"
        else "Short-term gains may be taken where their tax is outweighed.",
        "policy.wait_days": f"A lot that turns long-term within {policy.wait_days} days is waited for where the tax "
        "saved is worth the wait."
        if policy.wait_days
        else "No sale waits for a lot to turn long-term.",
        "policy.harvest_losses": "Losses are taken in taxable accounts where they lower tax."
        if policy.harvest_losses
        else "No loss is taken for its own sake.",
        "policy.minimum_benefit": "A loss is worth a trade of its own where it saves at least "
        f"{dollars(policy.minimum_benefit)} of tax.",
        "policy.wash_sales": "No trade may disallow a loss under 26 USC 1091; every account that counts is looked at."
        if policy.wash_sales == "avoid"
        else "A trade that would disallow a loss under 26 USC 1091 is pointed out, not prevented.",
        "policy.same_index": "Funds of one index count as substantially identical."
        if policy.same_index == "block"
        else "Funds of one index do not count as substantially identical unless they are of one portfolio.",
        "policy.switch_back": _SWITCH_BACKS[policy.switch_back],
        "policy.default_rates": f"Where no tax facts are known, gains are taken to be taxed at "
        f"{percent(rates.short_term)} short-term and {percent(rates.long_term)} long-term.",
    }


def _relief(name: str) -> str:
    return _RELIEFS.get(name) or name.replace("_", " ")
