"""The template library of the lenses: `{% load lenses %}`."""

from dataclasses import dataclass

from django import template
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from journeys.in_time_drawing import Drawing
from journeys.insights.insight import Insight
from journeys.lenses import LENSES, last_used
from journeys.looking import SITUATION, Look
from journeys.pictures import PhasePicture, StepPicture
from journeys.stencils import draw_all
from journeys.table.cells import DrawnRow
from organisations.models import Membership

register = template.Library()


@dataclass(frozen=True, slots=True)
class Tab:
    label: str | Promise
    icon: str
    url: str
    current: bool


@register.simple_tag
def lens_tabs(look: Look) -> list[Tab]:
    """All lenses, each with what is chosen now."""
    return [Tab(lens.label, lens.icon, look.address(lens), lens is look.lens) for lens in LENSES]


@register.simple_tag
def plan_address(look: Look) -> str:
    """Of the improvements of the journey: no lens, but for the same situation."""
    query = QueryDict(mutable=True)
    query.setlist(SITUATION, look.said.getlist(SITUATION))
    asked = query.urlencode()
    return f"{look.journey_url}verbeteringen/{'?' if asked else ''}{asked}"


@register.simple_tag
def for_everyone(look: Look) -> str:
    """This lens, with no situation chosen."""
    return look.address(**{SITUATION: None})


@register.simple_tag
def fields_besides(look: Look, name: str) -> list[tuple[str, str]]:
    return look.fields(name)


@register.simple_tag
def where_to(look: Look, insight: Insight) -> str:
    """The address where one can act on an insight."""
    if insight.url:
        return insight.url
    lens = next(lens for lens in LENSES if lens.name == insight.lens)
    return look.address(lens, **dict(insight.asked))


@register.simple_tag
def steps_behind(insight: Insight, look: Look) -> SafeString:
    """The steps that a figure comes from, each with what it rests on."""
    template = "journeys/lenses/_insight_step.html"
    return draw_all(
        (template, {"head": step.head, "address": look.address_of_step(step.id)}) for step in insight.steps
    )


@register.simple_tag
def step_address(look: Look, step: StepPicture) -> str:
    return look.address_of_step(step.id)


@register.filter
def lens_last_used(membership: Membership) -> str:
    """What follows the address of a journey, to open it as the last one was."""
    return last_used(membership.lens).path


@register.simple_tag
def outline_steps(phase: PhasePicture, look: Look) -> SafeString:
    template = "journeys/lenses/_outline_step.html"
    return draw_all(
        (template, {"step": step, "address": look.address_of_step(step.id)}) for step in phase.steps
    )


@register.simple_tag
def moments_of(drawing: Drawing) -> SafeString:
    """The steps of a journey true to scale."""
    heights = drawing.heights
    shared = {"track": str(heights.track), "height": str(heights.label), "compact": drawing.compact}
    template = "journeys/lenses/_in_time_moment.html"
    return draw_all((template, {"moment": moment, **shared}) for moment in drawing.moments)


@register.simple_tag
def table_cells(row: DrawnRow, can_edit: bool) -> SafeString:
    """The cells of one step in the table."""
    template = "journeys/lenses/_table_cell.html"
    return draw_all((template, {"cell": cell, "can_edit": can_edit}) for cell in row.cells)


@register.filter
def signed(number: int) -> str:
    """With a true minus sign, and a plus."""
    return f"−{abs(number)}" if number < 0 else f"+{number}" if number else "0"


@register.simple_tag
def axis_caption(unit: str, anchor: str) -> str:
    """What the numbers on an axis of time count."""
    words = {
        "day": _("Days from %(anchor)s"),
        "week": _("Weeks from %(anchor)s"),
        "month": _("Months from %(anchor)s"),
        "year": _("Years from %(anchor)s"),
    }
    return words[unit] % {"anchor": anchor or _("the anchor moment")}
