"""Markup with entities, depth and doubles; delimited files out of shape; cells that only look like figures."""

from collections.abc import Iterator

from tools.accuracy.hostile.kinds import GOOD, HEAD, Hostile, bases

FIGURES = (
    "NaN", "nan", "inf", "-Infinity", "1e308", "1E+999", "9" * 400, "0x10", "1_000", "１０", "١٠", "1٫5", "⅓", "10²",
    "\u202e01\u202c", "1\u200b0", "1\u00a0000", "--10", "+-10", "(10", "10)", "((10))", "$", "$$10", "1,0", "1,00,0",
    "1.0.0", "1..0", ".", "-", "=1+9", "=cmd|'/c calc'!A0", "@SUM(1)", "+10", "10%", "10 shares", "ten", "1/0", "10e",
    "10\x00", "𝟏𝟎", "1 0", "O", "l0", "1O", "−10", "–10", "10-", "<10>", "10CR", "10DR", "USD10", "EUR 10", "£10",
    "#N/A", "#REF!", "TRUE", "null", "None", "2026-06-30", "06/30/2026", "1'000", "0", "-0", "00010", "1e-400",
)  # fmt: skip
NAMES = (
    '=HYPERLINK(""http://x"")', "<script>alert(1)</script>", "'; DROP TABLE accounts;--", "../../etc/passwd", "",
    "\u202eLBEP", "PE\u200bBL", "ΡΕΒL", "P" * 300, "\U0001f600", "{{7*7}}", "%s%n",
)  # fmt: skip


def bad_markup() -> Iterator[Hostile]:
    """Entities, depth, doubles, numbers beyond all numbers, in XML and OFX."""
    flex = bases()[".xml"].decode()
    ofx = bases()[".ofx"].decode()
    laughs = "".join(f'<!ENTITY {chr(98 + step)} "' + f"&{chr(97 + step)};" * 10 + '">' for step in range(9))
    yield Hostile(
        "laughs.xml",
        f'<!DOCTYPE x [<!ENTITY a "ha">{laughs}]><FlexQueryResponse>&j;</FlexQueryResponse>'.encode(),
        True,
        heavy=True,
    )
    yield Hostile(
        "outside.xml",
        f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{flex.replace("Ines", "&a;")}'.encode(),
        True,
    )
    yield Hostile("remote.xml", f'<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">{flex}'.encode(), True)
    yield Hostile(
        "deep.xml", b"<FlexQueryResponse>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</FlexQueryResponse>", True
    )
    attributes = " ".join(f'a{place}="1"' for place in range(50_000))
    yield Hostile("wide.xml", f"<FlexQueryResponse {attributes}/>".encode(), True)
    yield Hostile(
        "double.xml",
        flex.replace('currency="USD" assetCategory', 'currency="USD" currency="EUR" assetCategory').encode(),
        True,
    )
    for place, number in enumerate(("9" * 4000, "", *FIGURES[:20])):
        first = flex.index('position="') + 10
        yield Hostile(f"figure-{place}.xml", (flex[:first] + number + flex[flex.index('"', first) :]).encode())
        first = ofx.index("<UNITS>") + 7
        yield Hostile(f"figure-{place}.ofx", (ofx[:first] + number + ofx[ofx.index("<", first) :]).encode())
    yield Hostile("deep.ofx", ("OFXHEADER:100\n\n<OFX>" + "<A>" * 200_000).encode(), True)
    yield Hostile("ends.ofx", ("OFXHEADER:100\n\n" + "</OFX>" * 50_000).encode(), True)
    yield Hostile("head.ofx", b"OFXHEADER:100\nDATA:OFXSGML\n\n", True)
    yield Hostile("utf7.ofx", ofx.replace("USASCII", "UTF-7").encode("utf-7"))
    yield Hostile("latin.ofx", ofx.replace("Trelawny", "Trélawny").encode("cp1252"))
    yield Hostile("nulls.ofx", ofx.replace("<INVPOS>", "<INVPOS>\0").encode())
    yield Hostile("one-line.ofx", ofx.replace("\n", "").encode())
    yield Hostile("lower.ofx", ofx.lower().encode())


def bad_tables() -> Iterator[Hostile]:
    """Delimited files out of shape."""
    yield Hostile("quotes.csv", (HEAD + '"VTI,10,1,10\n' * 2000).encode(), True)
    yield Hostile("delimiters.csv", b",,,,,,\n" * 5000, True)
    yield Hostile("head-only.csv", HEAD.encode(), True)
    yield Hostile("head-twice.csv", (HEAD + HEAD + GOOD).encode())
    yield Hostile("wide.csv", b",".join([b"1"] * 90_000), True)
    yield Hostile("one-column.csv", b"Quantity\n" + b"10\n" * 2000, True)
    yield Hostile("long-cell.csv", (HEAD + "A" * 900_000 + ",x,1,1,1,1\n").encode(), True)
    yield Hostile("nulls.csv", (HEAD + GOOD).replace("PEBL", "PE\0BL").encode())
    yield Hostile("utf16-odd.csv", (HEAD + GOOD).encode("utf-16")[:-1])
    yield Hostile("utf16-no-mark.csv", (HEAD + GOOD).encode("utf-16-le"))
    yield Hostile("utf32.csv", (HEAD + GOOD).encode("utf-32"))
    yield Hostile("marks.csv", ("\ufeff" + HEAD + "\ufeff" + GOOD).encode())
    yield Hostile("latin.csv", (HEAD + GOOD.replace("PEBBLE", "PÉBBLE")).encode("cp1252"))
    yield Hostile("returns.csv", (HEAD + GOOD).replace("\n", "\r").encode())
    yield Hostile("mixed-ends.csv", (HEAD + GOOD + "VTI,V,1,2,2,1\r\nBND,B,1,2,2,1\r").encode())
    yield Hostile("double-heads.csv", (b"Symbol,Quantity,Quantity,Price,Market Value\nVTI,10,99,1.00,10.00\n"))
    yield Hostile("longer-row.csv", (HEAD + GOOD.strip() + ",7,8,9\n").encode())
    yield Hostile("shorter-row.csv", (HEAD + "PEBL,PEBBLE INC,10\n").encode())
    yield Hostile("prose.txt", b"Dear client, your account is worth $1,234.50 today.\n" * 400, True)
    yield Hostile("form-feeds.txt", b"\f" * 9000, True)
    yield Hostile("bells.txt", b"\x07\x08\x1b[31m" * 900, True)
    yield Hostile("rows.csv", (HEAD + GOOD * 60_000).encode(), heavy=True)


def odd_cells() -> Iterator[Hostile]:
    """One cell of a good table is something that only looks like a figure or a symbol."""
    for place, figure in enumerate(FIGURES):
        for column, name in ((2, "quantity"), (4, "value")):
            cells = GOOD.strip().split(",")
            cells[column] = f'"{figure}"' if "," in figure else figure
            yield Hostile(
                f"{name}-{place}.csv", (HEAD + "VTI,VANGUARD,1,2.00,2.00,1.00\n" + ",".join(cells) + "\n").encode()
            )
    for place, symbol in enumerate(NAMES):
        yield Hostile(f"symbol-{place}.csv", (HEAD + f'"{symbol}",PEBBLE,10,70.00,700.00,500.00\n').encode())
        yield Hostile(f"name-{place}.csv", (HEAD + f'PEBL,"{symbol}",10,70.00,700.00,500.00\n').encode())
