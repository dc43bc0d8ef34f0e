"""A paper of dice from its front to its last page: each seed another plausible layout of a US statement."""

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tools.accuracy.dice.appendix import draw_appendix
from tools.accuracy.dice.bookings import BOOKINGS
from tools.accuracy.dice.boxes import draw_box, draw_interest, draw_overview, draw_total
from tools.accuracy.dice.cash import cash_section, has_section, in_table
from tools.accuracy.dice.columns import lay_out, tables_of
from tools.accuracy.dice.dials import Dial, Dials
from tools.accuracy.dice.figures import PRICE_PLACES, Period, Writer
from tools.accuracy.dice.forms import CASH, CASH_PLACE, TOTAL, WHERE, boxed, has_classes, lot_form
from tools.accuracy.dice.grids import Decoy
from tools.accuracy.dice.holdings import Holdings, dealt
from tools.accuracy.dice.people import household
from tools.accuracy.dice.schedules import SCHEDULES, disclosures
from tools.accuracy.dice.securities import Market
from tools.accuracy.dice.sheet import Sheet
from tools.accuracy.dice.summaries import SMALL, SUMMARIES
from tools.accuracy.dice.tables import draw_table, title_size
from tools.accuracy.dice.titles import draw_account_title, draw_front, is_overview_in_front, page_head
from tools.accuracy.dice.truths import told
from tools.accuracy.drawing import EMBEDDED, Ink, Pencil, Stroke
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Account, Drawn

PAPER = Dial("paper", {"portrait": 55, "landscape": 45})
FONT = Dial("font", {"Helvetica": 35, "Times": 15, "Courier": 10, "Narrow": 12, "Sans": 18, "Serif": 10})
SIZE = Dial("size", {6.5: 10, 7.0: 25, 7.5: 25, 8.0: 25, 9.0: 15})
START = Dial("accounts start", {"new page": 65, "flowing": 35})
BEFORE = Dial("decoys before", {0: 40, 1: 30, 2: 20, 3: 10})
BEHIND = Dial("decoys behind", {0: 25, 1: 30, 2: 25, 3: 20})
NARROW = 82


def dealt_paper(deal: Deal) -> Drawn:
    """One to four accounts in a layout that some two hundred dials make up, each with a die of its own."""
    return drawn_by(deal, Dials(f"{deal.dice.getrandbits(32)}"))


def turned_paper(seed: int, turned: Mapping[str, Any], fault: str = "") -> Drawn:
    """The paper of a seed with some dials set by hand, by their names."""
    deal = Deal(random.Random(seed), fault)
    return replace(drawn_by(deal, Dials(f"{deal.dice.getrandbits(32)}", turned)), house=dealt_paper.__name__)


def drawn_by(deal: Deal, dials: Dials) -> Drawn:
    """The paper of these dials."""
    sheet, accounts = _sheet(deal, dials)
    lay_out(sheet)
    sheet.pencil.on_page = lambda pencil: page_head(sheet)
    sheet.pencil.page()
    _front(sheet)
    for place in range(len(sheet.accounts)):
        sheet.place = place
        _account(sheet, place)
    if dials.chance("disclosures", 0.7):
        disclosures(sheet)
    _count_pages(sheet.pencil)
    rows = zip(sheet.accounts, accounts, strict=True)
    return sheet.pencil.drawn(*(told(sheet, held, account) for held, account in rows))


def _sheet(deal: Deal, dials: Dials) -> tuple[Sheet, list[Account]]:
    """The accounts dealt, and a paper for them."""
    font, size = dials.turn(FONT), dials.turn(SIZE)
    narrow = font == "Narrow"
    pencil = Pencil(dials.turn(PAPER) == "landscape", "Helvetica" if narrow else font,
                    min(size, 7.5) if font == "Courier" else size, stretch=NARROW if narrow else 100)  # fmt: skip
    writer, period, house = Writer(dials, font in EMBEDDED), Period(dials), household(dials)
    market = Market(dials.die("market"), period.end, writer.places, dials.turn(PRICE_PLACES))
    held, accounts = [], []
    for place, kind in enumerate(house.kinds):
        made = dealt(deal, dials, market, place, kind)
        held.append(made)
        accounts.append(deal.close(made.number, made.rows, made.total, made.cash if made.cash_lines else None))
    return Sheet(dials, pencil, writer, period, house, held), accounts


def _front(sheet: Sheet) -> None:
    draw_front(sheet)
    if is_overview_in_front(sheet):
        draw_overview(sheet)


def _account(sheet: Sheet, place: int) -> None:
    """An account from its title to the tables behind its holdings."""
    account, dials = sheet.accounts[place], sheet.dials
    if place or is_overview_in_front(sheet):
        _start(sheet)
    draw_account_title(sheet, account)
    if boxed(dials):
        draw_box(sheet, account)
    _before(sheet, account)
    _holdings(sheet, account)
    if lot_form(dials).startswith("appendix"):
        draw_appendix(sheet, account)
    for decoy in _chosen(dials, BEHIND, BOOKINGS | SCHEDULES | {"performance": SUMMARIES["performance"]}):
        decoy(sheet, account)


def _start(sheet: Sheet) -> None:
    if sheet.dials.turn(START) == "new page" or sheet.dials.turn(WHERE) == "page head":
        sheet.pencil.page()
    else:
        sheet.pencil.y += 8
        sheet.pencil.room(170)


def _chosen(dials: Dials, dial: Dial[int], decoys: Mapping[str, Decoy]) -> list[Decoy]:
    names = dials.die(f"which {dial.name}").sample(sorted(decoys), dials.turn(dial))
    return [decoys[name] for name in names]


def _before(sheet: Sheet, account: Holdings) -> None:
    """The summaries before the holdings, two of them at times side by side."""
    chosen = _chosen(sheet.dials, BEFORE, SUMMARIES)
    small = [SUMMARIES[name] for name in SMALL]
    pair = [decoy for decoy in chosen if decoy in small][:2]
    scale = 0.58 if sheet.pencil.paper.width < sheet.pencil.paper.height else 0.8
    if len(pair) == 2 and _fits_beside(sheet.pencil, scale) and sheet.dials.chance("front in two columns", 0.25):
        _side_by_side(sheet, account, pair, scale)
        chosen = [decoy for decoy in chosen if decoy not in pair]
    for decoy in chosen:
        decoy(sheet, account)


def _fits_beside(pencil: Pencil, scale: float) -> bool:
    """Whether a summary has room in half of the page."""
    first, amount = "Beginning Value as of 12/31/2025  ", "$10,000,000.00 "
    return pencil.wide(first + amount) < 330 * scale and pencil.wide(amount, "B") < 80 * scale


def _side_by_side(sheet: Sheet, account: Holdings, pair: list[Decoy], scale: float) -> None:
    pencil = sheet.pencil
    pencil.room(180)
    top, ends = pencil.y, []
    sheet.scale = scale
    for decoy, inset in zip(pair, (0, pencil.paper.width / 2 - 25), strict=True):
        pencil.y, sheet.inset = top, inset
        decoy(sheet, account)
        ends.append(pencil.y)
    pencil.y, sheet.inset, sheet.scale = max(ends), 0, 1


def _holdings(sheet: Sheet, account: Holdings) -> None:
    """The tables of the account with its cash and its total."""
    dials, tables = sheet.dials, tables_of(sheet, account)
    section, first = has_section(sheet), dials.turn(CASH_PLACE) == "first"
    if section and first:
        cash_section(sheet, account, title_size(sheet))
    with_cash = in_table(sheet)
    last_line = dials.turn(TOTAL) in ("last line of table", "line and summary box")
    with_total = last_line and with_cash and not has_classes(dials) and dials.turn(CASH) != "summary box only"
    for table in tables:
        draw_table(sheet, account, table, with_cash, with_total)
    if section and not first:
        cash_section(sheet, account, title_size(sheet))
    if not with_total and dials.turn(TOTAL) != "summary box only":
        draw_total(sheet, account, sheet.layouts[account.place, tables[-1].kind].of("value").right)
    if _interest_told(sheet, account):
        draw_interest(sheet, account)


def _interest_told(sheet: Sheet, account: Holdings) -> bool:
    """Whether the paper says the total with the interest that has accrued, too."""
    shown = any("accrued" in sheet.layouts[account.place, table.kind].keys for table in tables_of(sheet, account))
    lines = ("line under table", "line of words and amount", "last line of table")
    owed = sum((row.accrued or ZERO for row in account.sound), ZERO)
    return bool(shown and owed) and sheet.dials.turn(TOTAL) in lines and sheet.dials.chance("total with interest", 0.5)


def _count_pages(pencil: Pencil) -> None:
    """Writes the number of pages where it was left open."""

    def counted(mark: Ink | Stroke) -> Ink | Stroke:
        open_here = isinstance(mark, Ink) and mark.text.endswith("of ~")
        return (
            replace(mark, text=mark.text.replace("~", f"{pencil.pages}"))
            if isinstance(mark, Ink) and open_here
            else mark
        )

    pencil.sheets = [[counted(mark) for mark in page] for page in pencil.sheets]
