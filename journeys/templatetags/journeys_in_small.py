"""A journey in small, in words."""

from fractions import Fraction
from typing import NamedTuple

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.drawing_small import Axis
from journeys.figures import rounded
from journeys.models.step import Feeling
from journeys.small import SmallJourney
from journeys.small_cards import draw_card

register = template.Library()


@register.simple_tag
def card_of(small: SmallJourney, axis: Axis | None = None, lens: str = "") -> SafeString:
    return draw_card(small, axis or None, lens=lens)


class OutOfSight(NamedTuple):
    """The big figure of a card, what it counts, and its share of the whole."""

    number: str
    words: str
    share: str


@register.filter
def out_of_sight(small: SmallJourney) -> OutOfSight:
    """In days, or in steps where no day is known yet."""
    if not small.steps:
        return OutOfSight("–", _("not known yet"), "")
    if small.blind_days is None:
        words = ngettext("step out of sight", "steps out of sight", small.blind_steps)
        share = _("%(share)s%% of the steps") % {"share": small.blind_steps_share}
        return OutOfSight(str(small.blind_steps), words, never(small) or share)
    words = ngettext("day out of sight", "days out of sight", small.blind_days)
    share = "" if small.blind_days_share is None else _("%(share)s%% of the journey")
    return OutOfSight(str(small.blind_days), words, never(small) or share % {"share": small.blind_days_share})


def never(small: SmallJourney) -> str:
    return _("never in sight") if small.never_in_sight else ""


@register.filter
def says_in_words(small: SmallJourney) -> str:
    """The drawing, for who listens."""
    seen = out_of_sight(small)
    parts = [" ".join(filter(None, [seen.number, seen.words, seen.share and f"({seen.share})"]))]
    if small.lowest is not None:
        time, feeling = small.lowest
        moment = moment_in_words(time) if small.timed else _("step %(number)s") % {"number": int(time) + 1}
        parts.append(_("lowest point: %(feeling)s, %(moment)s") % lowest(feeling, moment))
    return "; ".join(parts)


def lowest(feeling: int, moment: str) -> dict[str, str]:
    return {"feeling": str(Feeling(feeling).label), "moment": moment}


@register.filter
def begins(small: SmallJourney) -> str:
    return moment_in_words(small.start) if small.timed else ""


def moment_in_words(time: float) -> str:
    """With a true minus sign: a hyphen would read as a dash."""
    days = whole_days(time)
    sign = "−" if days < 0 else "+" if days > 0 else ""
    return ngettext("%(days)s day", "%(days)s days", abs(days)) % {"days": f"{sign}{abs(days)}"}


def whole_days(time: float) -> int:
    return rounded(Fraction(time), 0)
