"""What sums an account or all accounts up: the summary box, the overview in front, the lines under the table."""

from tools.accuracy.content import cents
from tools.accuracy.dice import words
from tools.accuracy.dice.forms import CASH, TOTAL
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.marks import across, cut
from tools.accuracy.dice.sheet import Sheet
from tools.accuracy.truth import ZERO, D, worth

OVERVIEWS = ("Your Accounts at a Glance", "Household Summary", "Summary of Accounts", "Portfolio Overview",
             "Accounts in This Statement")  # fmt: skip
BOXES = ("Account Summary", "Summary", "Value of Your Account", "Account Value Summary", "Portfolio Summary")
SECURITIES = ("Securities", "Market Value of Securities", "Investments", "Priced Investments", "Value of Investments")
CASH_WORDS = ("Cash", "Cash and Equivalents", "Cash Balance", "Cash & Sweep Balance",
              "Cash, Money Funds and Bank Deposits")  # fmt: skip
INTEREST = ("Accrued Interest", "Total Accrued Interest", "Accrued Income")
WITH_INTEREST = ("Total Account Value with Accrued Interest", "Total Including Accrued Interest",
                 "Account Value Plus Accrued Income")  # fmt: skip


def draw_overview(sheet: Sheet) -> None:
    """All accounts with their values of now, and at times of before."""
    pencil, write = sheet.pencil, sheet.writer
    before = sheet.dials.chance("overview with values before", 0.5)
    places = (sheet.left, sheet.left + 130, -sheet.left - 370, -sheet.left - 490)

    def row(texts: tuple[str, str, str, str], style: str = "", step: float = 13) -> None:
        cells = list(zip(places, texts, strict=True))
        pencil.row(cells if before else [*cells[:2], cells[3]], style, step)

    pencil.row([(sheet.left, sheet.dials.word("title of the overview", OVERVIEWS))], "B", 16, pencil.size + 3)
    row(("Account Number", "Account Type", "Beginning Value", "Ending Value"), "B")
    began = []
    for account in sheet.accounts:
        began.append(cents(account.total * sheet.dials.die(f"began {account.number}").randrange(930, 1060) / 1000))
        row(
            (
                account.number,
                cut(pencil, account.title, 170),
                write.money(began[-1], True),
                write.money(account.total, True),
            )
        )
    total = sum((account.total for account in sheet.accounts), ZERO)
    row(("Total", "", write.money(sum(began, ZERO), True), write.money(total, True)), "B", 24)


def draw_box(sheet: Sheet, account: Holdings) -> None:
    """Securities, cash and total of one account."""
    pencil, write, word = sheet.pencil, sheet.writer, sheet.dials.word
    right = sheet.left + 260
    pencil.room(84)
    pencil.row([(sheet.left, word("title of the box", BOXES))], "B", 14, pencil.size + 2)
    for text, value in [(word("word of securities", SECURITIES), worth(account.sound)), *_cash(sheet, account)]:
        pencil.row([(sheet.left, text), (-right, write.money(value, True))], "", pencil.size * 1.6)
    across(pencil, sheet.left, right, pencil.y - pencil.size)
    total = word("word of totals", words.TOTALS)
    pencil.row([(sheet.left, total), (-right, write.money(account.total, True))], "B", 22)


def _cash(sheet: Sheet, account: Holdings) -> list[tuple[str, D]]:
    owed = account.borrowed
    lines = [("Margin Balance", owed)] if owed is not None else []
    if owed is None or len(account.cash_lines) > 1:
        lines.insert(0, (sheet.dials.word("cash in the box", CASH_WORDS), account.cash - (owed or ZERO)))
    return lines


def draw_total(sheet: Sheet, account: Holdings, right: float) -> None:
    """The total under the table, its amount up to the column of values, or in words."""
    pencil, write = sheet.pencil, sheet.writer
    pencil.room(30)
    word, amount = sheet.dials.word("word of totals", words.TOTALS), write.money(account.total, write.dollar != "none")
    if sheet.dials.turn(TOTAL) == "line of words and amount":
        pencil.row([(sheet.left, f"{word}: {write.money(account.total, True)}")], "B", 18, pencil.size + 1)
        return
    if sheet.dials.turn(CASH) == "summary box only":
        word, amount = "Total Securities", write.money(worth(account.sound), write.dollar != "none")
    pencil.row([(sheet.left, word), (-right, amount)], "B", 18)


def draw_interest(sheet: Sheet, account: Holdings) -> None:
    """The interest that has accrued, and the total with it."""
    pencil, write, right = sheet.pencil, sheet.writer, sheet.left + 300
    interest = sum((row.accrued or ZERO for row in account.sound), ZERO)
    pencil.room(42)
    word = sheet.dials.word("word of interest", INTEREST)
    pencil.row([(sheet.left, word), (-right, write.money(interest, True))], "", 12)
    word = sheet.dials.word("word of total with interest", WITH_INTEREST)
    pencil.row([(sheet.left, word), (-right, write.money(account.total + interest, True))], "B", 18)
