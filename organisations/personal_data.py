"""Finds what points at one person in a text; static/js/lib/personal-data.js has the same rules."""

import re
from collections.abc import Callable
from dataclasses import dataclass

BSN, PHONE, EMAIL, IBAN = "bsn", "phone", "email", "iban"
FLAGS = re.ASCII | re.IGNORECASE
S = "[ \u00a0\u202f]"  # spaces, never the end of a line
GAP = f"(?:{S}|[.–-])?"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text, and where: `text[start:end]`."""

    kind: str
    text: str
    start: int
    end: int


def digits_of(text: str) -> str:
    return re.sub(r"\D", "", text)


def is_bsn(text: str) -> bool:
    """The eleven-test; one of eight digits has lost a zero at its begin."""
    digits = digits_of(text).zfill(9)
    total = sum(
        weight * int(digit) for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True)
    )
    return total % 11 == 0 and total != 0


def is_bsn_and_no_count(text: str) -> bool:
    """In groups; a number like 12.345.678 counts something, and 2023-2024 are years."""
    sizes = [len(group) for group in re.findall(r"\d+", text)]
    return sum(sizes) in (8, 9) and sizes not in ([2, 3, 3], [4, 4]) and is_bsn(text)


def is_no_count(text: str) -> bool:
    """A growth of +1.234.567.890 counts something."""
    return not re.fullmatch(r"\+\d{1,3}(?:\.\d{3})+", text)


def is_bsn_and_no_day(text: str) -> bool:
    return not (len(text) == 8 and DAY.fullmatch(text)) and is_bsn(text)


def is_iban(text: str) -> bool:
    """Letters count from 10, what comes first goes last, and one is left of a division by 97 (ISO 13616)."""
    plain = re.sub(f"{S}|[.–-]", "", text).upper()
    number = "".join(str(int(character, 36)) for character in plain[4:] + plain[:4])
    return 15 <= len(plain) <= 34 and int(number) % 97 == 1


def is_phone(text: str) -> bool:
    """Of a person: numbers of organisations alone (0800, 0900, 088) are no personal data."""
    digits = digits_of(text)
    if digits.startswith(("0800", "09", "088")):
        return False
    return digits != text or bool(AREA.match(digits))


DAY = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d",
    FLAGS,
)
# A bare number of ten digits is a phone number only where the network has such an area.
AREA = re.compile(r"06|01[0135-8]|02[02-69]|03[0-68]|04[013-9]|05|07|085|097", FLAGS)

NAMED_BSN = rf"(?:bsn|burgerservicenummer|sofi(?:nummer)?)[^\d\n]{{0,15}}(?P<it>\d(?:{GAP}\d){{7,8}})(?!\d)"
# Also as people write it to hide it from machines: jan [at] voorbeeld.nl.
AT = r"(?:@|[\[({]at[\])}])"
# With spaces around it, only what ends as a name on the internet does.
ADDRESS = (
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    rf"|(?<![\w.+-])[\w.+-]{{1,64}}{S}?{AT}{S}?[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,7}}\.[A-Z]{{2,24}}(?![\w-])"
)
# Printed in groups of four, and any word may follow: the longest that passes its test is the account.
ACCOUNTS = [
    rf"(?<!\w)[A-Z]{{2}}\d\d(?:{GAP}[A-Z0-9]{{4}}){{{groups}}}{rest}(?!\w)"
    for groups in range(7, 1, -1)
    for rest in (*(f"{GAP}[A-Z0-9]{{{count}}}" for count in (3, 2, 1)), "")
]
DUTCH_ACCOUNT = rf"(?<!\w)NL{GAP}\d\d(?:{GAP}[A-Z0-9]){{14}}(?!\w)"
ABROAD = rf"(?<![\w+])(?:\+|00)31{GAP}(?:\(0\)|0)?{GAP}[1-9](?:{GAP}\d){{8}}(?!\w)"
FOREIGN = rf"(?<![\w+])\+[1-9](?:{GAP}(?:\(0\))?\d){{8,13}}(?!\w)"
AFTER_AREA = rf"\)?(?:{S}?[-–/._]{S}?|{S})?\d"
# A mobile number as it is dictated.
ONE_BY_ONE = rf"(?<![\w+])(?<!\d[-./, ])0(?P<between>{S}|-)6(?:(?P=between)\d){{8}}(?!\w)"
AT_HOME = (
    r"(?<![\w+])(?<!\d[-./,])\(?"
    rf"(?:0[1-9]\d\d{AFTER_AREA}(?:{GAP}\d){{5}}|0[1-9]\d{AFTER_AREA}(?:{GAP}\d){{6}}|06{AFTER_AREA}(?:{GAP}\d){{7}})(?!\w)"
)
BARE = r"(?<![\w/])(?<!\d[-.,])(?<![A-Z]-)\d{8,9}(?!\w)(?![-.,/:]\d)"
GROUPED = (
    rf"(?<![\w/])(?<!\d[-.,: \u00a0])(?<![A-Z]-)\d{{2,4}}(?P<gap>[.–-]|{S})\d{{2,4}}"
    rf"(?:(?P=gap)\d{{2,4}}){{0,2}}(?!\w)(?!(?:[-.,/:]|{S})\d)"
)

DATE = (
    rf"(?<!\d)\d{{1,2}}(?P<a>[-/.]|{S})\d{{1,2}}(?P=a)(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d(?P<b>[-/.])\d{1,2}(?P=b)\d{1,2}(?!\d)"
)
THOUSANDS = rf"(?:(?:{S}|\.)\d{{3}}){{0,6}}"
AMOUNT = (
    rf"(?:€|\beur|\beuro){S}?\d{{1,15}}{THOUSANDS}(?:,\d\d|,-)?"
    rf"|(?<!\d)\d{{1,15}}{THOUSANDS}(?:,\d{{1,15}})?(?:,-|{S}?(?:€|%|euro?\b|miljoen|miljard|mensen|inwoners))"
    rf"|(?<!\d)\d{{1,15}}{THOUSANDS},\d\d(?!\d)"
)
REFERENCE = (
    r"\b(?:zaak|dossier|kenmerk|referentie|order|factuur|melding|kvk|rsin|btw)\w{0,20}"
    r"[^\w\n]{0,3}(?:(?:nummer|nr|id)[^\w\n]{0,3})?(?:[A-Z]{1,4}[-/.]?)?\d(?:[-/.]?\d){0,30}"
    r"|\bis[bs]n\b[^\d\n]{0,6}\d(?:[- ]?[\dX]){0,15}|\b97[89](?:[- ]?\d){10}(?!\d)"
)

Test = Callable[[str], bool]
# In this order: what one rule has found, or what is something else (no kind), is gone for the next.
RULES: tuple[tuple[str, str, Test], ...] = (
    (EMAIL, ADDRESS, bool),
    (BSN, NAMED_BSN, is_bsn),
    (IBAN, DUTCH_ACCOUNT, is_iban),
    *((IBAN, account, is_iban) for account in ACCOUNTS),
    (PHONE, ABROAD, bool),
    ("", REFERENCE, bool),
    ("", DATE, bool),
    ("", AMOUNT, bool),
    (PHONE, FOREIGN, is_no_count),
    (PHONE, AT_HOME, is_phone),
    (PHONE, ONE_BY_ONE, is_phone),
    (BSN, GROUPED, is_bsn_and_no_count),
    (BSN, BARE, is_bsn_and_no_day),
)
COMPILED = [(kind, re.compile(pattern, FLAGS), test) for kind, pattern, test in RULES]


def personal_data(text: str) -> list[Found]:
    """All that looks like a BSN, phone number, e-mail address or bank account, in the order of the text."""
    found, left = [], text
    for kind, pattern, test in COMPILED:
        for match in pattern.finditer(left):
            start, end = match.span("it" if "it" in pattern.groupindex else 0)
            if not test(left[start:end]):
                continue
            left = left[:start] + "\n" * (end - start) + left[end:]
            if kind:
                found.append(Found(kind, text[start:end], start, end))
    return sorted(found, key=lambda one: one.start)
