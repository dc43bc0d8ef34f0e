"""The tax of the year with the trades less without them: by part, by taxpayer, and drawn."""

from decimal import Decimal

from core.document import ink
from core.document.charts import waterfall
from core.document.facts import Facts
from core.document.sheet import BODY_WIDTH, LEFT, Sheet
from core.document.tables import Cell, Column, Row, Table, draw
from core.domain.trade import TaxBill
from core.words import signed

_COLUMNS = (Column("Change by the trades", 58), Column("$", 26, "R"))
_CHART_LEFT = LEFT + 96
_CHART_HEIGHT = 42.0


def tax(sheet: Sheet, facts: Facts) -> None:
    """The statement on the left, the waterfall on the right."""
    bill = facts.proposal.answer.tax
    if not facts.proposal.answer.trades:
        return
    sheet.section(f"Tax of {facts.proposal.case.as_of.year}", room=58)
    top, page = sheet.y, sheet.pdf.page_no()
    draw(sheet, Table(_COLUMNS, _blocks(facts, bill)))
    steps = [
        (name, amount)
        for name, amount in (
            ("Federal", bill.federal),
            ("Net investment", bill.net_investment),
            ("State", bill.state),
        )
        if amount
    ]
    if steps and sheet.pdf.page_no() == page:
        waterfall(sheet, steps, _CHART_LEFT, top, LEFT + BODY_WIDTH - _CHART_LEFT, _CHART_HEIGHT)
        sheet.y = max(sheet.y, top + _CHART_HEIGHT + 2)


def _blocks(facts: Facts, bill: TaxBill) -> list[list[Row]]:
    lines = [
        ("Short-term gain or loss", bill.short_term, False),
        ("Long-term gain or loss", bill.long_term, False),
        ("Losses not allowed (wash sales)", bill.disallowed, True),
        ("Federal income tax", bill.federal, False),
        ("Net investment income tax", bill.net_investment, False),
        ("State income tax", bill.state, True),
    ]
    blocks = [[_line(label, amount, rule=rule)] for label, amount, rule in lines]
    blocks.append([_line("Total", bill.total, strong=True, rule=True)])
    if len(bill.by_taxpayer) > 1:
        for key, amount in bill.by_taxpayer.items():
            blocks.append([_line(f"of which {facts.taxpayer_name(key)}", amount)])
    return blocks


def _line(label: str, amount: Decimal, *, strong: bool = False, rule: bool = False) -> Row:
    style = ink.TABLE_STRONG if strong else ink.TABLE
    return Row((Cell(label, style), Cell(signed(amount), style)), pad=0.75, rule=rule)
