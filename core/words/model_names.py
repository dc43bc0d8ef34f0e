"""Names of objectives and estimators as people write them: `min_cvar` is Min CVaR, `ledoit_wolf` Ledoit-Wolf."""

WRITTEN = {
    "black": "Black-", "litterman": "Litterman", "ledoit": "Ledoit-", "wolf": "Wolf", "james": "James-",
    "stein": "Stein", "sharpe": "Sharpe", "cvar": "CVaR", "cdar": "CDaR", "evar": "EVaR", "edar": "EDaR", "mad": "MAD",
    "hrp": "HRP", "ewma": "EWMA", "ulcer": "Ulcer index",
}  # fmt: skip
"""Words with a spelling of their own; a hyphen at the end joins the next one."""


def model_name(name: str) -> str:
    """The name written out, its first letter large."""
    text = " ".join(WRITTEN.get(word, word) for word in name.split("_")).replace("- ", "-")
    return text[:1].upper() + text[1:]
