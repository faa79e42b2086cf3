"""The template library of the page of a comparison: `{% load comparison %}`."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from journeys.comparing.picture import Shown
from journeys.comparing.rows import PAINS_AT, Strikes
from journeys.comparing.words import Stands, says_in_words

register = template.Library()
AXIS = {
    "day": lambda: _("Days from %(anchor)s"),
    "week": lambda: _("Weeks from %(anchor)s"),
    "month": lambda: _("Months from %(anchor)s"),
    "year": lambda: _("Years from %(anchor)s"),
}


@register.simple_tag
def axis_title(unit: str, anchor: str | None) -> str:
    return AXIS[unit]() % {"anchor": anchor or _("the anchor moment")}


@register.filter
def signed(number: int) -> str:
    """With a true minus sign: a hyphen would read as a dash."""
    return f"−{-number}" if number < 0 else f"+{number}" if number else "0"


@register.simple_tag
def row_in_words(shown: Shown) -> str:
    return says_in_words(shown.journey, shown.stands)


@register.simple_tag
def strikes(pain: Strikes) -> str:
    """As many short strokes as the pain is severe, around its place."""
    first = pain.x - 2.5 * (pain.severity - 1)
    return "".join(f"M{first + 5 * number:g} {PAINS_AT - 4:g}v8" for number in range(pain.severity))


@register.simple_tag
def most(stands: Stands, figure: str) -> SafeString:
    """A figure of the table, marked where it is higher than in all other journeys."""
    value = getattr(stands, figure) or _("not known yet")
    if figure not in stands.most:
        return format_html("{}", value)
    return format_html(
        '<strong class="comparison-most"><span aria-hidden="true">▲ </span>{}</strong> '
        '<span class="visually-hidden">{}</span>',
        value,
        _("(the most)"),
    )
