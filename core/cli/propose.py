"""`propose`: trades for one household, lot by lot, from a case file."""

from dataclasses import replace
from typing import Any

import click

from core.cli.door import NO, YES, Answer, command, open_desk, read_case
from core.domain.errors import BadInput


@command(
    "propose",
    click.argument("file", required=False),
    click.option("--household", "household_id", metavar="ID", help="a household of the book: makes and stores a draft"),
    click.option("--without", "without", metavar="ACCOUNT/SYMBOL/SIDE", help="solve again in full without one trade"),
    click.option(
        "--why-not", "asked", metavar="ACCOUNT/SYMBOL/SIDE", help="why a trade is not there, and what it costs"
    ),
    click.option("--defaults", "show_defaults", is_flag=True, help="list the optional fields and their defaults"),
)
def propose(
    file: str | None, household_id: str | None, without: str | None, asked: str | None, show_defaults: bool
) -> Answer:
    """Trades for the household in a case file (or of the book), with reasons, taxes and what each trade is worth."""
    if show_defaults:
        return list_defaults()
    if household_id is not None:
        return propose_household(household_id, file or without or asked)
    if file is None:
        raise BadInput("propose", "name a case file, or - for standard input")
    if asked is not None:
        return answer_why_not(file, asked)
    return propose_file(file, without)


def list_defaults() -> Answer:
    """The optional fields of a case, by section."""
    from core.rebalance import defaults

    return Answer(defaults())


def propose_household(household_id: str, beside: str | None) -> Answer:
    """Draft and store a proposal for a household of the book."""
    from core.workflow.proposals import draft

    if beside is not None:
        raise BadInput("propose", "--household takes no case file, no --without and no --why-not")
    made = draft(open_desk(), household_id)
    answer = replace(made.answer, id=made.id)
    lines = [f"{made.id} v{made.version} {made.state}: {answer.status}, {len(answer.trades)} trades"]
    return Answer(answer, NO if answer.status == "infeasible" else YES, "\n".join(lines))


def propose_file(file: str, without: str | None) -> Answer:
    """Read, solve and answer one case file."""
    from core.domain.canonical import to_plain
    from core.rebalance import as_written, rebalance, without_trade
    from core.rebalance import read_case as case_of

    asked = read_case(file)
    case, warnings = case_of(asked, file)
    answer = rebalance(case) if without is None else without_trade(case, *trade_named(without))
    plain: dict[str, Any] = as_written(to_plain(answer), asked)
    plain["issues"] = [to_plain(issue) for issue in warnings] + plain["issues"]
    return Answer(plain, NO if answer.status == "infeasible" else YES)


def answer_why_not(file: str, asked: str) -> Answer:
    """Why one trade is not in the answer: the rule that forbids it, or the household solved again with it forced in."""
    from core.domain.canonical import to_plain
    from core.rebalance import read_case as case_of
    from core.rebalance import why_not

    case, warnings = case_of(read_case(file), file)
    answer = why_not(case, *trade_named(asked, "--why-not"))
    plain: dict[str, Any] = {**to_plain(answer), "issues": [to_plain(issue) for issue in warnings]}
    return Answer(plain, NO if answer.verdict == "forbidden" else YES, answer.sentence)


def trade_named(text: str, option: str = "--without") -> tuple[str, str, Any]:
    """`ACCOUNT/SYMBOL/SIDE` in its three parts."""
    account, _, rest = text.partition("/")
    symbol, _, side = rest.rpartition("/")
    if not account or not symbol or side not in ("buy", "sell"):
        raise BadInput(option, f"'{text}' is not ACCOUNT/SYMBOL/SIDE with side buy or sell")
    return account, symbol, side
