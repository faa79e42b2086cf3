"""The lens that shows a journey true to scale: its scales, and what it says in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from journeys.in_time_drawing import Drawing, drawn
from journeys.looking import STEP, Look
from journeys.spans import BLIND, GAP, TAIL, Stretch, stretches
from journeys.time_axis import SCALES, WHOLE

SCALE, MIDDLE = "schaal", "midden"
OWN = (SCALE, MIDDLE)
NAMES = {
    WHOLE: gettext_lazy("Whole journey"),
    "jaren": gettext_lazy("Years"),
    "maanden": gettext_lazy("Months"),
    "weken": gettext_lazy("Weeks"),
    "dagen": gettext_lazy("Days"),
}
FARTHEST = 1_000_000  # days


@dataclass(frozen=True, slots=True)
class Zoom:
    key: str
    name: str | Promise
    url: str
    current: bool


def in_time(context: Mapping[str, Any]) -> dict[str, Any]:
    """What its template needs besides the map's context; `drawing` is None where no time is known."""
    look, picture = context["look"], context["picture"]
    key = look.said.get(SCALE) if look.said.get(SCALE) in SCALES else WHOLE
    scales = [Zoom(one, name, _address(look, one), one == key) for one, name in NAMES.items()]
    place = list(NAMES).index(key)
    found = stretches(picture.analysis)
    drawing = None
    if picture.ribbon:
        drawing = drawn(picture, look, SCALES[key], middle_of(look), _words_of(found))
    return {
        "scale": key,
        "scales": scales,
        "wider": scales[place - 1] if place else None,
        "closer": scales[place + 1] if place + 1 < len(scales) else None,
        "stretches": [(stretch, length_of(stretch)) for stretch in found if is_told(stretch)],
        "drawing": drawing,
        "earlier": _beyond(look, key, drawing, -1),
        "later": _beyond(look, key, drawing, 1),
    }


def middle_of(look: Look) -> float | None:
    """The day that is asked to be in the middle; None where it is no number."""
    try:
        day = float(look.said.get(MIDDLE, ""))
    except ValueError:
        return None
    return day if abs(day) < FARTHEST else None


def _address(look: Look, scale: str, middle: str | None = None) -> str:
    """A step that is open stays so."""
    middle = middle or look.said.get(MIDDLE)
    step = str(look.step) if look.step else None
    return look.address(**{SCALE: None if scale == WHOLE else scale, MIDDLE: middle, STEP: step})


def _beyond(look: Look, scale: str, drawing: Drawing | None, way: int) -> tuple[int, str] | None:
    """How many steps lie before or after the stretch that is drawn, and where they show."""
    if drawing is None or not (drawing.axis.later if way > 0 else drawing.axis.earlier):
        return None
    axis = drawing.axis
    middle = f"{axis.middle + way * 0.8 * (axis.end - axis.start):.0f}"
    return (drawing.later if way > 0 else drawing.earlier), _address(look, scale, middle)


def is_told(stretch: Stretch) -> bool:
    """Of the gaps only the longest is one of the figures."""
    return stretch.kind in (BLIND, TAIL) or stretch.longest


def length_of(stretch: Stretch) -> str:
    """In days, or in steps within one day."""
    if stretch.whole_days:
        words = ngettext("%(count)s day", "%(count)s days", stretch.whole_days)
        return words % {"count": stretch.whole_days}
    return ngettext("%(count)s step", "%(count)s steps", stretch.steps) % {"count": stretch.steps}


def _words_of(found: list[Stretch]) -> list[tuple[Stretch, str]]:
    return [(stretch, _in_words(stretch) % {"length": length_of(stretch)}) for stretch in found]


def _in_words(stretch: Stretch) -> str:
    if stretch.never:
        return _("%(length)s: never in sight")
    if stretch.kind == GAP:
        return _("longest gap: %(length)s") if stretch.longest else _("gap: %(length)s")
    return _("%(length)s out of sight") if stretch.kind == BLIND else _("tail: %(length)s")
