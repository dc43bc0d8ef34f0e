"""Heads and feet of pages, the front, and how each account is told: its number, registration and owner."""

from tools.accuracy.dice import words
from tools.accuracy.dice.dials import Dial
from tools.accuracy.dice.forms import OVERVIEW, WHERE
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.marks import boxed, middle
from tools.accuracy.dice.sheet import Sheet

PAGE_WORD = Dial("page word", {"Page {}": 40, "Page {} of ~": 35, "{}": 15, "- {} -": 10})
PAGE_HEAD = Dial("page head", {"firm on each": 1, "statement and day": 1, "day alone": 1})
FEET = ("Securities offered through {}, Member FINRA/SIPC",
        "{} - please see the last page for important information", "Questions? Call 1-800-555-0142")  # fmt: skip
RETIREMENT = ("traditional_ira", "roth_ira", "sep_ira", "simple_ira", "inherited_ira")
FOR_BENEFIT = ("{} CUST FBO", "{} as Custodian FBO")
PARTS = (" - ", "  ", " | ", ", ")
LABELS = (
    ("Account Number:", "Account No.:", "Account #:"), ("Account Type:", "Registration:", "Type of Account:"),
    ("Account Owner:", "Owner:", "Account Holder:", "Account Name:"),
)  # fmt: skip
FACTS = (("Account Number", "Account"), ("Account Type", "Registration"), ("Account Owner", "Client", "Prepared For"))


def page_head(sheet: Sheet) -> None:
    """What stands at the top and the foot of each page."""
    pencil, word = sheet.pencil, sheet.dials.word
    form, told = sheet.dials.turn(PAGE_HEAD), sheet.period.told(sheet.writer)
    page = sheet.dials.turn(PAGE_WORD).format(pencil.pages)
    firm, statement = word("firm", words.FIRMS), word("statement", words.STATEMENTS)
    if form == "firm on each" or pencil.pages == 1:
        pencil.at(sheet.left, firm, "B", pencil.size + 4)
        pencil.row([(-sheet.right, statement)], "B", 13, pencil.size + 2)
        in_box = sheet.dials.turn(WHERE) == "box right" and pencil.pages == 1
        pencil.row([(sheet.left, page), (-sheet.right, "" if in_box else told)], "", 12)
    elif form == "statement and day":
        pencil.row([(sheet.left, statement), (-sheet.right, f"{told}   {page}")], "", 14)
    else:
        pencil.row([(sheet.left, told), (-sheet.right, page)], "", 14)
    if sheet.dials.turn(WHERE) == "page head":
        pencil.at(sheet.left, sheet.account.title)
        pencil.row([(-sheet.right, _numbered(sheet, sheet.account))], "B", 11)
        pencil.row([(sheet.left, sheet.household.owners[sheet.place][0])], "", 11)
    pencil.y += 10
    if sheet.dials.chance("foot of pages", 0.5):
        _foot(sheet, firm)


def _foot(sheet: Sheet, firm: str) -> None:
    pencil, y = sheet.pencil, sheet.pencil.y
    pencil.y = pencil.paper.height - 24
    middle(pencil, pencil.paper.width / 2, sheet.dials.word("words of the foot", FEET).format(firm), "", 6)
    pencil.y = y


def _numbered(sheet: Sheet, account: Holdings) -> str:
    return sheet.dials.word("word of numbers", words.NUMBERS).format(account.number)


def draw_front(sheet: Sheet) -> None:
    """The box with the facts and the address block of the first page."""
    if sheet.dials.turn(WHERE) == "box right":
        _facts_box(sheet)
    house = sheet.household
    for line in (*_custodian(sheet), *house.addressed, *house.address):
        sheet.pencil.row([(sheet.left, line)], "", sheet.pencil.size * 1.35)
    sheet.pencil.y += 14


def _custodian(sheet: Sheet) -> list[str]:
    """The firm over the owner of a retirement account, at times."""
    alone = len(sheet.accounts) == 1 and sheet.account.kind in RETIREMENT
    if not alone or not sheet.dials.chance("custodian over the owner", 0.2):
        return []
    firm = sheet.dials.word("firm", words.FIRMS)
    form = sheet.dials.word("words of the custodian", FOR_BENEFIT)
    return [form.format(firm.upper() if form.isupper() else firm)]


def _facts_box(sheet: Sheet) -> None:
    """Number and registration of a single account, and the day, in a box at the right."""
    pencil, left, y = sheet.pencil, sheet.right - 300, sheet.pencil.y + 4
    if len(sheet.accounts) == 1:
        label = sheet.dials.word("label in the box", ("Account Number", "Account No.", "Account"))
        for name, text in ((label, sheet.account.number), ("Account Type", sheet.account.title)):
            pencil.at(left + 8, f"{name}:", y=y)
            pencil.at(left + 100, text, "B", y=y)
            y += pencil.size * 1.6
    pencil.at(left + 8, sheet.period.told(sheet.writer), "B", y=y)
    boxed(pencil, left, sheet.right, pencil.y - 10, y + pencil.size * 1.6 - 2)


def draw_account_title(sheet: Sheet, account: Holdings) -> None:
    """How the account is told before its tables."""
    where, owner = sheet.dials.turn(WHERE), sheet.household.owners[account.place][0]
    if where == "label lines":
        _label_lines(sheet, account, owner)
    elif where == "table of facts":
        _facts(sheet, account, owner)
    else:
        _title_lines(sheet, account, owner, where)


def _title_lines(sheet: Sheet, account: Holdings, owner: str, where: str) -> None:
    pencil, left, number = sheet.pencil, sheet.left, _numbered(sheet, account)
    large = pencil.size + 2
    if where == "title line":
        number = number if not number.startswith("Your") else f"Account Number: {account.number}"
        pencil.row([(left, f"{account.title}{sheet.dials.word('part of title', PARTS)}{number}")], "B", 18, large)
    elif where == "two title lines":
        pencil.row([(left, account.title)], "B", 13, large)
        pencil.row([(left, number)], "", 16)
    elif where == "box right" and len(sheet.accounts) > 1:
        pencil.at(-sheet.right, number, "B")
        pencil.row([(left, account.title)], "B", 18, large)
    elif where == "address block":
        pencil.row([(left, number)], "B", pencil.size * 1.4)
        pencil.row([(left, f"{owner}  {account.title}" if _beside(sheet) else account.title)], "", 16)


def _beside(sheet: Sheet) -> bool:
    """Whether the owner stands beside the registration."""
    return sheet.dials.chance("owner beside registration", 0.5)


def _label_lines(sheet: Sheet, account: Holdings, owner: str) -> None:
    pencil = sheet.pencil
    for labels, text in zip(LABELS, (account.number, account.title, owner), strict=True):
        pencil.at(sheet.left, sheet.dials.word(f"label {labels[0]}", labels))
        pencil.row([(sheet.left + 100, text)], "B", pencil.size * 1.6)
    pencil.y += 8


def _facts(sheet: Sheet, account: Holdings, owner: str) -> None:
    pencil, places = sheet.pencil, (sheet.left, sheet.left + 150, sheet.left + 340)
    heads = [sheet.dials.word(f"fact {options[0]}", options) for options in FACTS]
    pencil.row(list(zip(places, heads, strict=True)), "B", pencil.size * 1.5)
    pencil.row(list(zip(places, (account.number, account.title, owner), strict=True)), "", 18)


def is_owner_told(sheet: Sheet, place: int) -> bool:
    """Whether the paper says beside the account whose it is, or all accounts are those of the address block."""
    where, owners = sheet.dials.turn(WHERE), sheet.household.owners
    if len(sheet.accounts) == 1 or where in ("label lines", "table of facts", "page head"):
        return True
    if where == "address block" and _beside(sheet):
        return True
    return all(lines == owners[0] for lines in owners) and sheet.household.addressed == owners[0]


def is_overview_in_front(sheet: Sheet) -> bool:
    """Whether the first page lists all accounts."""
    return len(sheet.accounts) > 1 and sheet.dials.turn(OVERVIEW) == "accounts in front"
