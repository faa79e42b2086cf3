"""Days from the anchor moment, as people say and write them: '20 weeks before the birth'."""

import re
import unicodedata

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

YEAR = 365.25
ONE_YEAR = (365, 366)
UNIT_DAYS = {"day": 1.0, "week": 7.0, "month": YEAR / 12, "year": YEAR}
# Both languages are understood whatever the screen speaks: people copy from each other.
UNITS = {
    **dict.fromkeys(("dag", "dagen", "dgn", "d", "day", "days"), "day"),
    **dict.fromkeys(("week", "weken", "wk", "w", "weeks"), "week"),
    **dict.fromkeys(("maand", "maanden", "mnd", "month", "months"), "month"),
    **dict.fromkeys(("jaar", "jaren", "jr", "year", "years"), "year"),
}
HALF = {"half": 0.5, "halve": 0.5, "een": 1.0, "één": 1.0, "a": 1.0, "an": 1.0, "one": 1.0, "anderhalf": 1.5}
BEFORE = ("voor", "vóór", "voordat", "ervoor", "eerder", "before", "earlier")
AFTER = ("na", "erna", "later", "after", "nadat", "since")
SAME_DAY = ("op de dag", "dezelfde dag", "zelfde dag", "vandaag", "on the day", "same day")
FARTHEST = 100_000

SIGNED = re.compile(r"^(?:dag|day)?\s*([+-]?\d{1,7})$")
AMOUNT = re.compile(
    r"^(?P<sign>[+-])?\s*(?P<number>\d{1,7}(?:[.,]\d+)?|[^\W\d]+)\s*(?P<unit>[^\W\d]+)\b(?P<rest>.*)$"
)


class UnclearMoment(ValueError):
    """The text doesn't say how many days before or after."""


def parse_moment(text: str, anchor: str = "") -> int:
    """Whole days from the anchor moment, negative is before.

    Understands '-252', 'dag -252', '20 weken voor de geboorte', '3 dagen erna', 'half jaar ervoor' and the
    anchor itself ('geboorte'). Raises `UnclearMoment`, also for more than 100,000 days.
    """
    words = " ".join(
        unicodedata.normalize("NFC", text).casefold().replace("−", "-").replace("–", "-").split()
    )
    if words.startswith(SAME_DAY) or _is_anchor(words, anchor):
        return 0
    signed = SIGNED.match(words)
    days = int(signed[1]) if signed else _spoken(words)
    if abs(days) > FARTHEST:
        raise UnclearMoment(text)
    return days


def parse_days(text: str) -> int:
    """A length of time in whole days: '14', '3 dagen', '2 weken', 'half jaar'. Raises `UnclearMoment`."""
    words = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    match = AMOUNT.match(words)
    if words.isascii() and words.isdigit():
        days = int(words[:8])
    elif match and match["unit"] in UNITS and not match["sign"] and not match["rest"].strip(" ."):
        days = round(_number(match["number"]) * UNIT_DAYS[UNITS[match["unit"]]])
    else:
        raise UnclearMoment(text)
    if days > FARTHEST:
        raise UnclearMoment(text)
    return days


def _is_anchor(words: str, anchor: str) -> bool:
    name = anchor.casefold().strip()
    return bool(name) and words in (name, f"de {name}", f"het {name}", f"the {name}", f"bij de {name}")


def _spoken(words: str) -> int:
    match = AMOUNT.match(words)
    if not match or match["unit"] not in UNITS:
        raise UnclearMoment(words)
    days = _number(match["number"]) * UNIT_DAYS[UNITS[match["unit"]]]
    return round(days) * _direction(match["sign"], match["rest"].split())


def _number(word: str) -> float:
    if word[0].isdecimal():
        return float(word.replace(",", "."))
    if word not in HALF:
        raise UnclearMoment(word)
    return HALF[word]


def _direction(sign: str | None, rest: list[str]) -> int:
    before, after = any(word in BEFORE for word in rest), any(word in AFTER for word in rest)
    if before == after and (before or not sign):
        raise UnclearMoment(" ".join(rest))
    return -1 if before or sign == "-" else 1


def describe_moment(days: int, anchor: str = "") -> str:
    """The same in words that `parse_moment` understands: whole weeks where it are whole weeks."""
    if days == 0:
        return _("on the day of %(anchor)s") % {"anchor": anchor or _("the anchor moment")}
    return _beside(describe_days(abs(days)), days, anchor)


def _beside(amount: str, days: int, anchor: str) -> str:
    words = {"amount": amount, "anchor": anchor or _("the anchor moment")}
    if days < 0:
        return _("%(amount)s before %(anchor)s") % words
    return _("%(amount)s after %(anchor)s") % words


def describe_roughly(days: int, anchor: str = "") -> str:
    """As `describe_moment`, in whole weeks from two months on; one year, and two or more, in whole years."""
    size = abs(days)
    unit = YEAR if size >= 730 or size in ONE_YEAR else 7 if size >= 60 else 1
    rounded = round(size / unit) * unit
    if unit != YEAR:
        return describe_moment(int(rounded if days > 0 else -rounded), anchor)
    words = ngettext("%(count)s year", "%(count)s years", round(size / YEAR)) % {"count": round(size / YEAR)}
    return _beside(words, days, anchor)


def describe_days(days: int) -> str:
    """A length of time: weeks where it are two whole weeks or more, and days otherwise."""
    if days >= 14 and days % 7 == 0:
        return ngettext("%(count)s week", "%(count)s weeks", days // 7) % {"count": days // 7}
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
