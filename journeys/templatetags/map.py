"""The template library of the map: `{% load map %}`."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.drawing import Ribbon
from journeys.explanations import blind_figure as blind_headline
from journeys.explanations import whole
from journeys.heard import heard
from journeys.keyboard import keyboard_map
from journeys.models import Pain
from journeys.pictures import LANES, MapPicture, StepPicture
from journeys.sight import Sight
from journeys.stencils import draw, draw_all

register = template.Library()


@register.simple_tag
def influence(value: str) -> str:
    return str(Pain.Influence(value).label) if value else ""


@register.simple_tag
def card_address(url: str, kind: str, number: str) -> str:
    """Where a card is edited; `url` is that of its journey."""
    return f"{url}{kind}/{number}/"


@register.inclusion_tag("journeys/_edit_link.html")
def edit_link(url: str, step: StepPicture, lane: str) -> dict[str, Any]:
    return {"url": url, "step": step, "lane": lane}


@register.inclusion_tag("journeys/_add_link.html")
def add_link(url: str, step: StepPicture, kind: str) -> dict[str, Any]:
    return {"url": url, "step": step, "kind": kind}


@register.simple_tag
def lane_cell(lane: str, step: StepPicture, url: str, can_edit: bool, panel: bool = False) -> SafeString:
    """One cell of a column, by the name of its lane."""
    values = {"step": step.cell(lane), "url": url, "can_edit": can_edit, "panel": panel}
    return draw(f"journeys/lanes/_{lane}.html", **values)


@register.simple_tag
def lane_cells(step: StepPicture, url: str, can_edit: bool, panel: bool = False) -> SafeString:
    """All cells of a column."""
    return draw_all(
        (
            f"journeys/lanes/_{lane}.html",
            {"step": step.cell(lane), "url": url, "can_edit": can_edit, "panel": panel},
        )
        for lane in LANES
    )


@register.simple_tag
def step_links(steps: Iterable[StepPicture]) -> SafeString:
    named = tuple((step.id, step.head.number, step.head.title) for step in steps)
    return draw("journeys/_step_links.html", steps=named)


@register.simple_tag
def marks_of(ribbon: Ribbon, steps: Iterable[StepPicture]) -> SafeString:
    """The steps on the ribbon of time, each a link to its column."""
    marks = tuple(
        (dot.at, dot.in_sight, step.id, step.head.number, step.head.title)
        for dot, step in zip(ribbon.dots, steps, strict=True)
    )
    return draw("journeys/_ribbon_marks.html", marks=marks)


@register.simple_tag
def blind_days(sight: Sight) -> str:
    days = int(whole(sight.blind_days) or 0)
    return ngettext("%(days)s day out of sight", "%(days)s days out of sight", days) % {"days": days}


@register.simple_tag
def ribbon_words(sight: Sight) -> str:
    """What the drawing shows, for who can't see it."""
    if sight.first_contact is None:
        return _("Time line: %(blind)s; we are never in sight.") % {"blind": blind_days(sight)}
    return _("Time line from the real start: %(blind)s, until step %(step)s.") % {
        "blind": blind_days(sight),
        "step": sight.first_contact + 1,
    }


@register.inclusion_tag("journeys/_blind_figure.html")
def blind_figure(picture: MapPicture) -> dict[str, Any]:
    figure = blind_headline(picture)
    never = bool(picture.steps) and picture.analysis.sight.first_contact is None
    return {"figure": figure, "never": never}


@register.inclusion_tag("journeys/_heard.html")
def heard_about(picture: MapPicture) -> dict[str, Any]:
    """What the journey rests on, and who was heard."""
    return {"heard": heard(picture.analysis)}


@register.inclusion_tag("components/_evidence.html")
def evidence(thing: Any) -> dict[str, Any]:
    """The mark of a step (its head) or a pain: what it rests on, with an icon and a word."""
    return {"evidence": thing.evidence, "findings": getattr(thing, "findings", "")}


@register.inclusion_tag("journeys/_keyboard_dialog.html")
def keyboard_dialog(can_edit: bool) -> dict[str, Any]:
    return {"groups": keyboard_map(can_edit=can_edit)}
