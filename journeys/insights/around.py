"""What the journeys of the same life event tell together."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.insights.insight import Insight

SHOWN = 5


def of_life_event(figures: Mapping[str, Sequence[Mapping]], life_event: int) -> list[Insight]:
    return [_places(figures["places"], life_event), _shared(figures["shared_touchpoints"], life_event)]


def _places(found: Sequence[Mapping], life_event: int) -> Insight:
    return Insight(
        "places",
        _("Where people already are"),
        str(len(found)),
        _("Contacts with others before the first contact with us, over the current journeys together."),
        _most(found),
        items=tuple(map(_line, found[:SHOWN])),
        todo=_("Think of an improvement that lands there") if found else "",
        url=reverse("improvements:life-event-places", args=[life_event]),
    )


def _shared(found: Sequence[Mapping], life_event: int) -> Insight:
    compared = f"{reverse('journeys:comparison')}?levensgebeurtenis={life_event}"
    return Insight(
        "shared_touchpoints",
        _("Shared touchpoints"),
        str(len(found)),
        _("Touchpoints that more than one current journey passes: what gets better there helps more people."),
        _most(found),
        items=tuple(map(_line, found[:SHOWN])),
        todo=_("Compare these journeys") if found else "",
        url=compared,
    )


def _most(found: Sequence[Mapping]) -> str:
    """Which stand on top, where there are more than are shown."""
    rest = len(found) - SHOWN
    if rest <= 0:
        return ""
    words = ngettext("The most passed; %(count)s more.", "The most passed; %(count)s more.", rest)
    return words % {"count": rest}


def _line(place: Mapping) -> str:
    count = place["journeys"]
    journeys = ngettext("%(count)s journey", "%(count)s journeys", count) % {"count": count}
    return f"{place['name']}, {place['party']} ({journeys})"
