"""Journeys in small as cards: drawn once, and again only when something on them changed."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from journeys.drawing_small import Axis, drawn, shared_axis
from journeys.overview_rows import Entry
from journeys.small import SmallJourney
from organisations.models import Organisation


def drawn_cards(
    organisation: Organisation, entries: Sequence[Entry], axes: Mapping[int, Axis], lens: str = ""
) -> dict[int, SafeString]:
    """The cards of entries that have a journey, by its id; `lens`: where they lead to under its address."""
    places = {_key(organisation, entry, axes, lens): entry for entry in entries if entry.journey}
    cards = cache.get_many(places)
    missing = {entry.journey.id: (key, entry) for key, entry in places.items() if key not in cards}
    if missing:
        journeys = organisation.journeys.filter(pk__in=missing).in_small(organisation.version)
        for small in journeys:
            key, entry = missing[small.id]
            cards[key] = draw_card(small, axes[small.life_event_id], entry.desired, lens)
        cache.set_many({key: cards[key] for key, _ in missing.values() if key in cards})
    return {entry.journey.id: cards.get(key, "") for key, entry in places.items()}


def _key(organisation: Organisation, entry: Entry, axes: Mapping[int, Axis], lens: str) -> str:
    parts = (entry.journey, entry.desired, axes[entry.life_event.pk], organisation.version)
    return "card/" + sha256(repr((*parts, get_language(), lens)).encode()).hexdigest()


def draw_card(
    small: SmallJourney, axis: Axis | None = None, desired: Sequence = (), lens: str = ""
) -> SafeString:
    """On an axis of its own, unless it shares one."""
    drawing = drawn(small, axis or shared_axis([small]))
    context = {"small": small, "drawing": drawing, "desired": desired, "lens": lens}
    return render_to_string("journeys/_journey_in_small.html", context)
