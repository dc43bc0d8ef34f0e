"""The order list of an approved proposal as CSV: one line an order, sales first, lots named for identification.

Numbers stay numbers (no thousands, a plain minus). Text that a spreadsheet would run as a formula is made inert.
The last line carries the SHA-256 of every byte above it.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from core.document.documents import document
from core.document.facts import gain_of
from core.domain.canonical import normal_text
from core.domain.errors import NotAllowed
from core.domain.household import Household
from core.domain.money import ZERO
from core.domain.proposal import Proposal
from core.domain.trade import Trade
from core.words import count, one_line

HEAD = (
    "order", "account", "custodian", "side", "symbol", "quantity", "order_type", "time_in_force", "lot_method",
    "lots", "price", "estimated_amount", "estimated_gain",
)  # fmt: skip
CHECKSUM = "CHECKSUM"
_RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "\u2212")


@document(title="Order list", media_type="text/csv", needs=(Proposal, Household))
def order_list(proposal: Proposal, household: Household) -> bytes:
    """UTF-8 CSV of an approved proposal; NotAllowed for any other state.

    `order` is the same each time it is written (proposal, version, line), so that no order is placed twice.
    """
    require_approved(proposal)
    return with_checksum([HEAD, *_orders(proposal, household), *_totals(proposal), *_notes(proposal)], len(HEAD))


def require_approved(proposal: Proposal) -> None:
    """Raise NotAllowed unless the proposal is approved: nothing else may become an order."""
    if proposal.state != "approved":
        raise NotAllowed(f"{proposal.id} is {proposal.state}: only an approved proposal gives an order list.")


def sales_first(proposal: Proposal) -> list[tuple[str, Trade]]:
    """Every trade with its order's number (proposal, version, line), the sales before what they pay for."""
    ordered = sorted(proposal.answer.trades, key=lambda trade: trade.side, reverse=True)
    return [(f"{proposal.id}-v{proposal.version}-{place:03d}", trade) for place, trade in enumerate(ordered, 1)]


def price_note(proposal: Proposal) -> str:
    """What has to be known of labelled prices: `simulated, as of 2026-11-20: not for execution`; else nothing."""
    label = proposal.labels.get("prices")
    return f"{label}, as of {proposal.case.as_of.isoformat()}: not for execution" if label else ""


def with_checksum(rows: Iterable[Sequence[str | Decimal]], width: int) -> bytes:
    """The rows as CSV, and a last line with the SHA-256 of every byte above it."""
    body = _csv(rows)
    digest = hashlib.sha256(body).hexdigest()
    return body + _csv([(CHECKSUM, f"sha256:{digest}", *[""] * (width - 2))])


def checksum_holds(data: bytes) -> bool:
    """Whether the last line's hash is that of all bytes above it."""
    body, found, last = data.rpartition(f'"{CHECKSUM}"'.encode())
    return bool(found) and hashlib.sha256(body).hexdigest().encode() in last


def inert(text: str) -> str:
    """One line of text that no spreadsheet runs as a formula."""
    line = one_line(text)
    return f"'{line}" if line.startswith(_RISKY) else line


def _orders(proposal: Proposal, household: Household) -> Iterator[tuple[str | Decimal, ...]]:
    acquired = {lot.id: lot.acquired for account in proposal.case.accounts for lot in account.lots}
    for number, trade in sales_first(proposal):
        card = household.card(trade.account)
        lots = " | ".join(
            f"{pick.lot}: {normal_text(pick.quantity)} acquired {acquired.get(pick.lot) or 'unknown'}"
            for pick in trade.lots
        )
        gain = gain_of(trade)
        yield (
            number,
            f"{card.title} {card.number}".strip(),
            card.institution,
            trade.side.upper(),
            trade.symbol,
            Decimal(normal_text(trade.quantity)),
            "MARKET",
            "DAY",
            "SPECIFIC" if trade.lots else "",
            lots,
            trade.price,
            trade.amount,
            "" if gain is None else gain,
        )


def _totals(proposal: Proposal) -> Iterator[tuple[str | Decimal, ...]]:
    for side in ("sell", "buy"):
        trades = [trade for trade in proposal.answer.trades if trade.side == side]
        gains = [gain for gain in map(gain_of, trades) if gain is not None]
        yield _total(side, trades, sum(gains, ZERO) if gains else "")


def _total(side: str, trades: list[Trade], gain: Decimal | str) -> tuple[str | Decimal, ...]:
    quantity = sum((trade.quantity for trade in trades), ZERO)
    amount = sum((trade.amount for trade in trades), ZERO)
    label, orders = f"TOTAL {side.upper()}", count(len(trades), "order")
    blank = [""] * 5
    return (label, orders, "", side.upper(), "", Decimal(normal_text(quantity)), *blank, amount, gain)


def _notes(proposal: Proposal) -> Iterator[tuple[str, ...]]:
    blank = [""] * (len(HEAD) - 2)
    yield ("PROPOSAL", f"{proposal.id} version {proposal.version} {proposal.answer.fingerprint}", *blank)
    note = price_note(proposal)
    if note:
        yield ("PRICES", note, *blank)


def _csv(rows: Iterable[Sequence[str | Decimal]]) -> bytes:
    """Every text in quotes, every number bare."""
    lines = (",".join(_number(cell) if isinstance(cell, Decimal) else _quoted(cell) for cell in row) for row in rows)
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8")


def _number(cell: Decimal) -> str:
    return format(cell, "f")


def _quoted(cell: str) -> str:
    text = inert(cell).replace('"', '""')
    return f'"{text}"'
