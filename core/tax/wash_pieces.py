"""Pieces of lots: as the wash-sale rule works on them, and as its outcome shows them.

Splitting keeps every dollar: the part is cut to four decimals, the rest takes what remains.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from core.domain.lot import Term
from core.tax import wash_sentences as sentences
from core.tax.holding_period import term
from core.tax.wash_rows import LotRow

ZERO = Decimal(0)
FINEST = Decimal("0.0001")
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class WashPiece:
    """A piece of a lot after splitting. Dollars have up to four decimals.

    cost_basis : as bought; adjusted_basis : with the disallowed losses it took over; disallowed : of its own loss
    adjusted_acquired : where its holding period begins; permanent : the disallowed part that no basis carries
    """

    lot: str
    piece: int
    quantity: Decimal
    acquired: date
    adjusted_acquired: date
    cost_basis: Decimal
    adjusted_basis: Decimal
    sold: date | None
    proceeds: Decimal | None
    disallowed: Decimal
    term: Term | None
    because: str
    symbol: str = ""
    account: str = ""
    permanent: Decimal = ZERO
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class WashSales:
    """The rule's outcome in dollars.

    recognized_gain : over sold pieces, proceeds - adjusted basis + disallowed, gains and losses together
    taxable_gain : the part of it outside IRAs and plans; deferred_loss : disallowed losses that open lots carry
    permanent_loss : contained in disallowed_loss
    """

    recognized_gain: Decimal
    disallowed_loss: Decimal
    permanent_loss: Decimal
    deferred_loss: Decimal
    taxable_gain: Decimal
    lots: tuple[WashPiece, ...]


@dataclass(slots=True, eq=False)
class Piece:
    """A piece while the rule is at work on it; `place` is its row."""

    place: int
    row: LotRow
    quantity: Decimal
    cost: Decimal
    basis: Decimal
    proceeds: Decimal | None
    start: date
    used: bool
    disallowed: Decimal = ZERO
    permanent: Decimal = ZERO
    replaced_by: str | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def gain(self) -> Decimal:
        """Proceeds less adjusted basis; 0 while it is held."""
        return ZERO if self.proceeds is None else self.proceeds - self.basis

    def cut(self, quantity: Decimal) -> "Piece":
        """Cut the piece down to `quantity`; the rest comes back as a piece of its own, and the two add up."""
        cost, basis, proceeds = (self._share(dollars, quantity) for dollars in (self.cost, self.basis, self.proceeds))
        rest = replace(
            self,
            quantity=self.quantity - quantity,
            cost=self.cost - (cost or ZERO),
            basis=self.basis - (basis or ZERO),
            proceeds=None if self.proceeds is None else self.proceeds - (proceeds or ZERO),
            notes=list(self.notes),
        )
        self.quantity, self.cost, self.basis, self.proceeds = quantity, cost or ZERO, basis or ZERO, proceeds
        return rest

    def _share(self, dollars: Decimal | None, quantity: Decimal) -> Decimal | None:
        if dollars is None:
            return None
        return (dollars * quantity / self.quantity).quantize(FINEST, rounding=ROUND_HALF_UP)


def whole(place: int, row: LotRow) -> Piece:
    """A row before the rule: one piece, as bought."""
    return Piece(place, row, row.quantity, row.cost_basis, row.cost_basis, row.proceeds, row.acquired, row.already_used)


def answer(pieces: Sequence[Piece]) -> WashSales:
    """The outcome over all pieces, in the order of the rows."""
    sold = [piece for piece in pieces if piece.row.sold is not None]
    recognized = [piece.gain + piece.disallowed for piece in sold]
    taxable = [piece.gain + piece.disallowed for piece in sold if not piece.row.plan]
    return WashSales(
        recognized_gain=_dollars(sum(recognized, ZERO)),
        disallowed_loss=_dollars(sum((piece.disallowed for piece in pieces), ZERO)),
        permanent_loss=_dollars(sum((piece.permanent for piece in pieces), ZERO)),
        deferred_loss=_dollars(sum((piece.basis - piece.cost for piece in pieces if piece.row.sold is None), ZERO)),
        taxable_gain=_dollars(sum(taxable, ZERO)),
        lots=_numbered(pieces),
    )


def _numbered(pieces: Sequence[Piece]) -> tuple[WashPiece, ...]:
    count: dict[str, int] = {}
    shown = []
    for piece in pieces:
        count[piece.row.lot] = count.get(piece.row.lot, 0) + 1
        shown.append(_shown(piece, count[piece.row.lot]))
    return tuple(shown)


def _shown(piece: Piece, number: int) -> WashPiece:
    row = piece.row
    return WashPiece(
        lot=row.lot,
        piece=number,
        quantity=piece.quantity,
        acquired=row.acquired,
        adjusted_acquired=piece.start,
        cost_basis=_dollars(piece.cost),
        adjusted_basis=_dollars(piece.basis),
        sold=row.sold,
        proceeds=None if piece.proceeds is None else _dollars(piece.proceeds),
        disallowed=_dollars(piece.disallowed),
        term=_term(piece),
        because=" ".join(piece.notes) or sentences.untouched(row, piece.gain),
        symbol=row.symbol,
        account=row.account,
        permanent=_dollars(piece.permanent),
        replaced_by=piece.replaced_by,
    )


def _term(piece: Piece) -> Term | None:
    if piece.row.sold is None:
        return None
    return "long" if piece.row.origin == "inheritance" else term(piece.start, piece.row.sold)


def _dollars(amount: Decimal) -> Decimal:
    """At most four decimals, at least two."""
    fine = amount.quantize(FINEST, rounding=ROUND_HALF_UP)
    whole_cents = fine.quantize(CENT, rounding=ROUND_HALF_UP)
    return whole_cents if fine == whole_cents else fine.normalize()
