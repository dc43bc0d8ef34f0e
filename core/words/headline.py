"""The one sentence that answers a proposal: what is done, whether the bands hold afterwards, what it costs.

Built from the recorded facts of the answer alone, so a page, a document and the trail say the same.
"""

from collections.abc import Mapping
from decimal import Decimal

from core.domain.trade import DriftPicture, Proposed, Trade
from core.words.numbers import dollars, shares, whole_dollars
from core.words.sentences import count, in_words, listing, one_line, start

_NAMED_CLASSES = 2
_HALF_DOLLAR = Decimal("0.5")


def headline(answer: Proposed, name: str = "", labels: Mapping[str, str] | None = None) -> str:
    """`Hollingsworth: 22 trades, back inside every band for $1,498 of tax`, or what is true instead.

    name : the household's, where it may be shown; labels : asset class -> its name on the screen
    """
    labels = labels or {}
    name = one_line(name)
    if answer.status == "proposed":
        sentence = _proposed(answer, labels, begin=not name)
    else:
        sentence = _infeasible(answer) if answer.status == "infeasible" else _no_action(answer, labels)
    return f"{name}: {sentence}" if name else start(sentence)


def trade_line(trade: Trade) -> str:
    """`Sell 41 QQQ`."""
    return f"{trade.side.capitalize()} {shares(trade.quantity)} {one_line(trade.symbol)}"


def class_label(name: str, labels: Mapping[str, str] | None = None) -> str:
    """A class's name on the screen: its label, or its key made readable; a symbol stays as it is."""
    known = (labels or {}).get(name)
    return one_line(known) if known else start(one_line(name).replace("_", " "))


def outside_phrase(picture: DriftPicture, labels: Mapping[str, str] | None = None) -> str:
    """Who is outside: "US equity outside its band", "three classes outside their bands"."""
    names = picture.out_of_band
    many = len(names) > _NAMED_CLASSES
    who = f"{in_words(len(names))} classes" if many else listing([class_label(name, labels) for name in names])
    return f"{who} outside {'its band' if len(names) == 1 else 'their bands'}"


def _infeasible(answer: Proposed) -> str:
    return f"no trades meet every rule, {count(max(len(answer.conflicts), 1), 'limit')} in conflict"


def _no_action(answer: Proposed, labels: Mapping[str, str]) -> str:
    if not answer.before.out_of_band:
        return "nothing to do, every class is inside its band"
    return f"no trades, with {outside_phrase(answer.before, labels)}"


def _proposed(answer: Proposed, labels: Mapping[str, str], *, begin: bool) -> str:
    trades = count(len(answer.trades), "trade", begin=begin)
    if answer.after.out_of_band:
        back = len(set(answer.before.out_of_band) - set(answer.after.out_of_band))
        helped = f", {in_words(back)} {'class' if back == 1 else 'classes'} back inside" if back else ""
        return f"{trades}{_cost(answer.tax.total)}{helped}, with {outside_phrase(answer.after, labels)}"
    inside = "back inside every band" if answer.before.out_of_band else f"{_purpose(answer)}still inside every band"
    unmet = f"; {count(len(answer.conflicts), 'limit')} not met in full" if answer.conflicts else ""
    return f"{trades}, {inside}{_cost(answer.tax.total)}{unmet}"


def _purpose(answer: Proposed) -> str:
    codes = {reason.code for reason in answer.triggered_by}
    if codes & {"withdrawal", "raise_cash"}:
        return "cash raised, "
    return "deposit invested, " if "deposit" in codes else ""


def _cost(tax: Decimal) -> str:
    if tax == 0:
        return " without tax"
    if tax < 0:
        return f", saving {_amount(-tax)} of tax"
    return f" for {_amount(tax)} of tax"


def _amount(value: Decimal) -> str:
    return dollars(value) if value < _HALF_DOLLAR else whole_dollars(value)
