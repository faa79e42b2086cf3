"""What a spreadsheet puts on the clipboard: cells with tabs between them, rows on lines of their own."""

import re

LONGEST = 10_000  # of a cell
# A cell with a tab, a line end or a quote in it stands between quotes: Excel, LibreOffice and Google Sheets
# write it so. Quotes that are not closed at the end of the cell are quotes that someone typed.
QUOTED = re.compile(rf'"((?:[^"]|""){{0,{LONGEST}}}+)"(?=[\t\n]|\Z)')
BARE = re.compile(r"[^\t\n]*")


def cells_of(text: str) -> list[list[str]]:
    """Rows of texts; the line end behind the last row makes no row."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        quoted = QUOTED.match(text, at)
        bare = None if quoted else BARE.match(text, at)
        rows[-1].append(quoted[1].replace('""', '"') if quoted else bare[0])
        at = (quoted or bare).end()
        if at >= len(text):
            return rows
        if text[at] == "\n":
            rows.append([])
        at += 1
