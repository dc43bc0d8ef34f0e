"""`band`: set or clear one band of a household or an account; `bands-set` lists every rule that somebody set."""

import click

from core.cli.door import Answer, command, open_desk
from core.domain.bands import BandRule, Scope

KINDS = click.Choice(["absolute", "relative", "five_25", "volatility", "limit"])


@command(
    "band",
    click.argument("owner"),
    click.argument("subject"),
    click.option("--kind", type=KINDS, default="absolute", show_default=True),
    click.option("--width", type=float, help="each side, as a fraction (volatility: deviations)"),
    click.option("--side", type=click.Choice(["both", "above", "below"]), default="both", show_default=True),
    click.option("--low", type=float, help="a limit's lower edge"),
    click.option("--high", type=float, help="a limit's upper edge"),
    click.option("--clear", is_flag=True, help="take the band away, so that the next level holds"),
)
def set_one(
    owner: str, subject: str, kind: str, width: float | None, side: str, low: float | None, high: float | None,
    clear: bool,
) -> Answer:  # fmt: skip
    """Set a band of OWNER (a household, or household/account) for SUBJECT (a class, a security, a metric)."""
    from core.workflow.bands import bands_at, clear_band, set_band

    desk = open_desk()
    scope: Scope = "account" if "/" in owner else "household"
    version = bands_at(desk, scope, owner).version
    if clear:
        kept = clear_band(desk, scope, owner, subject, version)
    else:
        rule = BandRule(kind, width, side, low, high)  # type: ignore[arg-type]
        kept = set_band(desk, scope, owner, subject, rule, version)
    return Answer({"bands": kept})


@command("bands-set")
def list_rules() -> Answer:
    """List every band and limit that somebody set beside the mandates' own allocations."""
    from core.risk.portfolio_metric import unit_of
    from core.words.band_rules import rule_words
    from core.workflow.bands import all_bands

    found = all_bands(open_desk())
    lines = [
        f"{one.id:30} {subject:20} {rule_words(rule, unit_of(subject))}"
        for one in found
        for subject, rule in one.rules.items()
    ]
    return Answer({"bands": found}, text="\n".join(lines) or "No band was set beside the mandates' own.")
