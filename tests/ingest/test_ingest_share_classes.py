"""Symbols with a class or a series of shares: `QZAB-A` is another security than `QZAB`, wherever a symbol is read."""

import re
from collections.abc import Callable

import pytest

from core.ingest.lexicon.identifiers import is_bare_ticker, labelled, words_of
from core.ingest.reading import read_here

ROWS = {
    "QZAB": "Quill Holdings Inc",
    "QZAB-A": "Quill Holdings 6% Pfd Ser A",
    "BRKT.B": "Birkett Corp Cl B",
    "WSLO/B": "Wesloe Supply Cl B",
    "FBRN-PB": "Fabron Bank Pfd B",
    "TRNX^C": "Trinix Reit Pfd C",
    "LKPpD": "Larkport Pfd D",
    "HLMA/WS": "Helma Acquisition Wts",
}
TOP = "Account Number: 5512-3301\nStatement as of 03/31/2026\n\n"
WIDE = (46, 14, 14, 18)
Row = Callable[[str, str], tuple[str, str]]


def figures(place: int) -> tuple[int, int]:
    return 10 * (place + 1), 20 + place


TOTAL = sum(units * price for units, price in map(figures, range(len(ROWS))))


def symbols(name: str, text: str) -> list[str | None]:
    (account,) = read_here(name, text.encode()).accounts
    assert account.status == "proven" and len(account.positions) == len(ROWS)
    return [line.symbol for line in account.positions]


def laid_out(cells: tuple[str, ...]) -> str:
    return "".join(
        cell.rjust(wide) if at else cell.ljust(wide) for at, (cell, wide) in enumerate(zip(cells, WIDE, strict=True))
    )


def statement(row: Row) -> str:
    """A statement of text; `row` gives what stands in the first cell of a row and what stands under it."""
    lines = [laid_out(("Description", "Quantity", "Price", "Market Value"))]
    for place, (symbol, name) in enumerate(ROWS.items()):
        units, price = figures(place)
        first, under = row(symbol, name)
        lines += [laid_out((first, f"{units}.000", f"{price}.00", f"{units * price:,}.00")), *filter(None, [under])]
    return TOP + "\n".join([*lines, f"Total Account Value   ${TOTAL:,}.00"])


PLACES: dict[str, Row] = {
    "in brackets": lambda symbol, name: (f"{name} ({symbol})", ""),
    "in brackets below": lambda symbol, name: (name, f"({symbol})"),
    "labelled below": lambda symbol, name: (name, f"Symbol: {symbol}"),
    "behind a cusip": lambda symbol, name: (name, f"CUSIP 197152F63  TICKER {symbol}"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("blanks", ["kept", "lost"])
def test_a_statement_may_print_them_in_many_places(place: str, blanks: str) -> None:
    text = statement(PLACES[place])
    text = re.sub(r"(?m)^ +| +(?= )", "", text) if blanks == "lost" else text
    assert symbols("classes.txt", text) == list(ROWS)


@pytest.mark.parametrize(
    "row",
    [
        lambda symbol, name: (name, symbol),
        lambda symbol, name: (f"{symbol} {name}", ""),
        lambda symbol, name: (f"{symbol} - {name}", ""),
        lambda symbol, name: (f"{name} - {symbol}", ""),
    ],
)
def test_without_a_label_they_are_told_by_all_rows_alike(row: Row) -> None:
    assert symbols("classes.txt", statement(row)) == list(ROWS)


@pytest.mark.parametrize("form", ["{symbol},{name}", "{symbol} - {name},", ",{name} ({symbol})"])
def test_a_sheet_may_print_them_alone_or_with_the_name(form: str) -> None:
    lines = ["Symbol,Description,Quantity,Price,Market Value"]
    for place, (symbol, name) in enumerate(ROWS.items()):
        units, price = figures(place)
        lines.append(f"{form.format(symbol=symbol, name=name)},{units},{price}.00,{units * price}.00")
    assert symbols("classes.csv", "\n".join([*lines, f"Total,,,,{TOTAL}.00"])) == list(ROWS)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Symbol: QZAB.A", "QZAB.A"),
        ("Ticker QZAB-A", "QZAB-A"),
        ("Symbol: QZABX/B Exchange: OTC", "QZABX/B"),
        ("Symbol: QZAB.PR.C", "QZAB.PR.C"),
        ("symbol: qzab-b", "QZAB-B"),
        ("Symbol: QZA B", "QZA B"),
        ("Symbol: QZA B CUSIP: 115637209", "QZA B"),
        ("Symbol: QZAB PRC", "QZAB PRC"),
        ("Symbol: NYSE: QZAB.A", "QZAB.A"),
        ("Symbol: QZAB/NYSE", "QZAB"),
        ("Symbol: QZAB - Common", "QZAB"),
        ("Symbol: QZAB A fund of bonds", "QZAB"),
        ("Symbol: QZAB.", "QZAB"),
    ],
)
def test_a_label_tells_the_whole_symbol(text: str, symbol: str) -> None:
    assert labelled(text)["symbol"] == symbol


def test_the_series_in_a_column_is_no_symbol_of_its_own() -> None:
    text = "Symbol,Description,Quantity,Price,Market Value\nQZAB PRL,Quill Pfd,10,20.00,200.00\nTotal,,,,200.00\n"
    (account,) = read_here("classes.csv", text.encode()).accounts
    assert account.positions[0].symbol == "QZAB PRL"


def test_words_of_names_with_a_letter_are_no_symbols() -> None:
    assert [word for word in ("SER-A", "CL-B", "COM.A", "INC/B") if is_bare_ticker(word)] == []
    assert words_of("QZAB-A BRKT.B QZAB-COMMON") == ["QZAB-A", "BRKT.B", "QZAB", "COMMON"]


def test_a_label_without_anything_behind_it_is_done_with_at_once() -> None:
    assert labelled("Symbol" + " " * 50_000) == {} and labelled("Symbol:      QZAB.A") == {"symbol": "QZAB.A"}
