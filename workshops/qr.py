"""A QR code as one path of unit squares, so that it needs no picture and no style of its own."""

from dataclasses import dataclass

import segno

QUIET = 4  # modules around it, that a camera needs


@dataclass(frozen=True, slots=True)
class QrCode:
    """`size`: of the square that it is drawn in, the quiet edge and all."""

    path: str
    size: int


def qr_code(address: str) -> QrCode:
    matrix = segno.make(address, error="m", micro=False).matrix
    squares = (
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(matrix)
        for x, dark in enumerate(row)
        if dark
    )
    return QrCode("".join(squares), len(matrix) + 2 * QUIET)
