"""`lots`, `tax` and `washsales`: the tax rules on their own, without a database."""

import sys
from pathlib import Path
from typing import Any

import click

from core.cli.door import NO, YES, Answer, command, read_case
from core.domain.errors import BadInput

FILE = click.argument("file")


@command("lots", FILE)
def lots(file: str) -> Answer:
    """Which lots a sale takes, what it gains and what is left."""
    from core.tax.sales import read_sales, sell_lots

    sales, unknown = read_sales(_object(read_case(file), file))
    answer = sell_lots(sales)
    return Answer(_with_unknown(answer, unknown), YES if answer.enough else NO)


@command("tax", FILE)
def tax(file: str) -> Answer:
    """The tax of a year: federal by bracket, net investment, state, total and carryforward."""
    from core.settings import read_settings
    from core.tax.tax_case import answer_tax

    answer, unknown = answer_tax(_object(read_case(file), file), read_settings().firm)
    return Answer(_with_unknown(answer, unknown))


@command("washsales", FILE, click.option("--broker", metavar="FORM", help="lines of a Form 1099-B to hold beside it"))
def washsales(file: str, broker: str | None) -> Answer:
    """What the wash-sale rule does to a list of lots (CSV or JSON), beside a broker's form where one is named."""
    from core.tax.wash_rows import read_rows
    from core.tax.wash_sales import wash_sales

    answer = wash_sales(read_rows(_bytes(file), file))
    return Answer(answer) if broker is None else _beside_the_form(answer, broker)


def _beside_the_form(answer: Any, broker: str) -> Answer:
    from core.domain.canonical import to_plain
    from core.tax.broker_form import read_broker_form, reconcile

    lines = reconcile(answer, read_broker_form(read_case(broker), broker))
    less = any(line.verdict == "less" for line in lines)
    return Answer({**to_plain(answer), "broker": to_plain(lines)}, NO if less else YES)


def _bytes(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise BadInput(file, error.strerror or "cannot be read") from None


def _object(plain: Any, file: str) -> dict[str, Any]:
    if not isinstance(plain, dict):
        raise BadInput(file, "expected a JSON object")
    return plain


def _with_unknown(answer: Any, unknown: tuple[str, ...]) -> Any:
    from core.domain.canonical import to_plain

    plain = to_plain(answer)
    warnings = [
        {"severity": "warning", "where": name, "message": f"{name} is not known here and plays no part"}
        for name in unknown
    ]
    return {**plain, "issues": [*plain.get("issues", []), *warnings]}
