"""Orders as FIX 4.4 text: one NewOrderSingle (35=D) a line, fields parted by SOH, sales first.

BodyLength (9) counts the bytes after its own field up to the CheckSum field; CheckSum (10) is the sum of all bytes
before it modulo 256. FIX 4.4 has no field for tax lots: the lots are named in Text (58), as custodians take
them, and labelled prices are said there.
Moments are those of the approval, so the same proposal always gives the same bytes.
"""

import re
from collections.abc import Sequence

from core.document.documents import document
from core.document.orders import price_note, require_approved, sales_first
from core.domain.canonical import normal_text
from core.domain.household import Household
from core.domain.proposal import Proposal
from core.domain.trade import Trade
from core.words import one_line

SOH = "\x01"
SENDER = "PLUMBLINE"
Field = tuple[int, str]


@document(title="Orders, FIX 4.4", media_type="text/plain", needs=(Proposal, Household))
def fix_orders(proposal: Proposal, household: Household) -> bytes:
    """ASCII text, a message a line; NotAllowed where the proposal is not approved."""
    require_approved(proposal)
    lines = [
        message(_order(proposal, household, number, trade, place))
        for place, (number, trade) in enumerate(sales_first(proposal), 1)
    ]
    return b"".join(line + b"\n" for line in lines)


def message(fields: Sequence[Field]) -> bytes:
    """One FIX 4.4 message around its fields (35 first): with BeginString, BodyLength and CheckSum."""
    body = "".join(f"{tag}={value}{SOH}" for tag, value in fields).encode("ascii")
    whole = f"8=FIX.4.4{SOH}9={len(body)}{SOH}".encode("ascii") + body
    return whole + f"10={sum(whole) % 256:03d}{SOH}".encode("ascii")


def message_holds(line: bytes) -> bool:
    """Whether BodyLength and CheckSum of one message are right."""
    found = re.fullmatch(rb"(8=FIX\.4\.4\x019=(\d+)\x01)(.*\x01)10=(\d{3})\x01", line, re.DOTALL)
    if found is None:
        return False
    head, length, body, check = found.groups()
    return int(length) == len(body) and int(check) == sum(head + body) % 256


def _order(proposal: Proposal, household: Household, number: str, trade: Trade, place: int) -> list[Field]:
    card = household.card(trade.account)
    moment = (proposal.decided or proposal.created).strftime("%Y%m%d-%H:%M:%S.000")
    text = ". ".join(part for part in (_lots(proposal, trade), _label(proposal)) if part)
    return [
        (35, "D"),
        (49, SENDER),
        (56, plain(card.institution).upper().replace(" ", "") or "CUSTODIAN"),
        (34, str(place)),
        (52, moment),
        (11, number),
        (1, account_number(card.number) or plain(trade.account)),
        (21, "1"),
        (55, plain(trade.symbol)),
        (54, "1" if trade.side == "buy" else "2"),
        (60, moment),
        (38, normal_text(trade.quantity)),
        (40, "1"),
        (15, "USD"),
        (59, "0"),
        *([(58, text)] if text else []),
    ]


def _label(proposal: Proposal) -> str:
    note = price_note(proposal)
    return f"PRICES {plain(note)}" if note else ""


def _lots(proposal: Proposal, trade: Trade) -> str:
    """`VSP 2018-01-04 100 LOT V-1`: versus purchase, the day, the shares and the name of each lot."""
    acquired = {lot.id: lot.acquired for account in proposal.case.accounts for lot in account.lots}
    parts = [
        f"VSP {acquired.get(pick.lot) or 'UNKNOWN'} {normal_text(pick.quantity)} LOT {plain(pick.lot)}"
        for pick in trade.lots
    ]
    return "SPECIFIC LOTS: " + "; ".join(parts) if parts else ""


def account_number(masked: str) -> str:
    """The number as it may leave the house: `…0935` as `XXXX0935`."""
    return plain(masked.replace("…", "XXXX"))


def plain(text: str) -> str:
    """Text as printable ASCII without the characters that part fields."""
    return "".join(ch for ch in one_line(text) if " " <= ch <= "~" and ch != "=").strip()
